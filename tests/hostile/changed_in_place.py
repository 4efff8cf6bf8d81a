"""Changes one array in four thousand statements at module level."""
# exercise: softmax
# must: failed
# seconds: 3
# walls: bubblewrap
# repeat: @SET@ 4000 a[0] = 1\n

import numpy as np

a = np.zeros(3)
@SET@

def softmax(x):
    return x + a[0]
