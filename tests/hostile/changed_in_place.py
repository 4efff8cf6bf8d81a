"""Changes one array in four thousand statements at module level."""
# kind: source
# exercise: softmax
# must: failed
# seconds: 8
# repeat: @SET@ 4000 a[0] = 1\n

import numpy as np

a = np.zeros(3)
@SET@

def softmax(x):
    return x + a[0]
