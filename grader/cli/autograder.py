"""One submission to Gradescope: judged, and written where Gradescope reads.

`python -m grader.cli.autograder FOLDER` is what the zip of `grader ci gradescope` runs;
the folder is /autograder there. docs/ci.md shows what lies in it.
"""

import io
import os
import sys
import zlib
from contextlib import redirect_stdout
from pathlib import Path

import msgspec

from grader.ci.gradescope import COURSE, SETTINGS, Settings
from grader.cli import running
from grader.cli.check import MAX_SEED, Request, check
from grader.errors import Exit, GraderError
from grader.replacing import replace

SUBMISSION = Path("submission")
METADATA = "submission_metadata.json"
RESULTS = Path("results", "results.json")


def main(folder: Path) -> int:
    """Judge the submission; what kept it from a verdict is told on stderr."""
    # Messages then call files as the student does, by their path from here.
    os.chdir(folder)
    written = io.StringIO()
    with redirect_stdout(written):
        code = running.run(_leave)
    if written.getvalue():
        with replace(RESULTS) as stream:
            stream.write(_named(written.getvalue(), submission_id()))
    return code


def _leave() -> None:
    sys.exit(running.interruptible(_judge))


def _judge() -> Exit:
    source = Path("source").resolve()
    try:
        data = (source / SETTINGS).read_bytes()
        settings = msgspec.json.decode(data, type=Settings)
    except (OSError, msgspec.DecodeError) as error:
        raise GraderError(f"{SETTINGS} cannot be used: {error}.") from None
    request = Request(
        course=source / COURSE,
        names=list(settings.exercises),
        file=handed_in(SUBMISSION),
        format="gradescope",
        seed=seed(submission_id()),
        isolation=settings.isolation,
        own_helpers=False,
        reveal=False,
    )
    return check(request)


def handed_in(folder: Path) -> Path:
    """Return the zip that a folder holds, if that is all, else the folder itself."""
    inside = folder.iterdir() if folder.is_dir() else ()
    found = [one for one in inside if not one.name.startswith(".")]
    if len(found) == 1 and found[0].suffix.lower() == ".zip":
        return found[0]
    return folder


def submission_id() -> str:
    """Return what Gradescope calls the submission; nothing where it does not say."""
    try:
        about = msgspec.json.decode(Path(METADATA).read_bytes())
    except (OSError, msgspec.DecodeError):
        return ""
    return str(about.get("id", "")) if isinstance(about, dict) else ""


def seed(submission: str) -> int:
    """Return the seed for a submission: the same when it is judged again."""
    return zlib.crc32(submission.encode()) % MAX_SEED


def _named(document: str, submission: str) -> bytes:
    """Return the document with the submission's id in what only staff can see."""
    found = msgspec.json.decode(document)
    found["extra_data"]["submission"] = submission
    return msgspec.json.format(msgspec.json.encode(found)) + b"\n"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
