"""Raises with a message of marks that have no width or pile up on one letter."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    nothing = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\U000e0041"
    pile = "a" + "\u0301\u0336\u20e3" * 500
    raise ValueError(nothing * 50 + "\u202epassed\u202c\u2066\u2069" + pile)
