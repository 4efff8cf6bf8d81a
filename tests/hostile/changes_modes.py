"""Changes modes, times, owners, names and attributes of files that are not its own."""
# kind: escape
# exercise: softmax
# must: failed

import os

FILES = [f"{place}/{name}" for place in ("@HOME@", "@TEMPORARY@")
         for name in ("kept.txt", "inner", "link")]
FILES += ["@COURSE@/solutions/numpy_basics/softmax.py", os.__file__]


def softmax(x):
    for path in FILES:
        for action in (
            lambda: os.chmod(path, 0o777),
            lambda: os.utime(path, (0, 0)),
            lambda: os.utime(path, (0, 0), follow_symlinks=False),
            lambda: os.chown(path, os.getuid(), os.getgid()),
            lambda: os.setxattr(path, "user.mark", b"1"),
            lambda: os.truncate(path, 0),
            lambda: os.rename(path, path + "-moved"),
            lambda: os.replace(path, path + "-moved"),
            lambda: os.remove(path),
            lambda: os.rmdir(path),
            lambda: os.mkfifo(path + "-pipe"),
        ):
            try:
                action()
            except OSError:
                continue
            raise SystemError(f"got through: {path}")
    return x
