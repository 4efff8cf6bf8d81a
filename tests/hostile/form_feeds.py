"""Separates lines with characters that only some readers count as line ends."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @FF@ 1 \x0c
# repeat: @VT@ 1 \x0b
# repeat: @LS@ 1 \u2028
# repeat: @NEL@ 1 \x85

# @LS@ @NEL@ @VT@
TEXT = "@LS@@NEL@ @VT@"
@FF@

def softmax(x):
    return TEXT + 1
