"""Turns its source round with invisible marks, so that it reads otherwise."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @RLO@ 1 \u202e
# repeat: @LRI@ 1 \u2066
# repeat: @PDI@ 1 \u2069


def softmax(x):
    """@RLO@ @LRI@ return right(x) @PDI@ @LRI@"""
    raise ValueError(x)  # @RLO@@LRI@ nothing raised @PDI@
