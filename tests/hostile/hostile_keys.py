"""Returns a dict whose keys are escape sequences, line ends and very long."""
# kind: text
# exercise: propagate
# must: failed


def propagate(w, b, X, Y):
    keys = ["\x1b[2Jdw", "dw\n\n::error::boo", "\u202edw", "d" * 100_000, "\ud800"]
    return dict.fromkeys(keys, 0.0), 0.0
