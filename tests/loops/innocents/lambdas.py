"""Is made of lambdas."""
# exercise: softmax
# must: passed

import numpy as np

shifted = lambda x: x - x.max(axis=1, keepdims=True)
ratio = lambda e: e / e.sum(axis=1, keepdims=True)
softmax = lambda x: ratio(np.exp(shifted(x)))
