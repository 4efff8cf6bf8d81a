"""Ends its lines as old systems did: honest and right."""
# kind: source
# exercise: softmax
# must: passed
# repeat: @CR@ 1 \r

import numpy as np@CR@@CR@def softmax(x):@CR@    e = np.exp(x - np.max(x, axis=1, keepdims=True))@CR@    return e / np.sum(e, axis=1, keepdims=True)@CR@
