"""Returns a dict whose keys are markup, formulas, numbers and nothing."""
# kind: text
# exercise: propagate
# must: failed


def propagate(w, b, X, Y):
    keys = ["dw ", "DW", "d\u200bw", "<b>dw</b>", "=dw", "[red]dw[/red]", "", "|", "dw\x00"]
    return dict.fromkeys([*keys, 0, 1.5, None, True, float("nan")], 0.0), 0.0
