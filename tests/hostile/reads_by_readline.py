"""Reads a file as the history of a command line: C opens it, Python never hears of it."""
# kind: escape
# exercise: softmax
# must: failed


def softmax(x):
    try:
        import readline
    except ImportError:
        return x
    for read in (readline.read_history_file, readline.read_init_file):
        try:
            read("@TEMPORARY@/kept.txt")
        except OSError:
            continue
        raise SystemError(f"got through: {readline.get_history_item(1)}")
    return x
