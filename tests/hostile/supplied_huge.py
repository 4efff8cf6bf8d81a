"""Asks the supplied initialize_with_zeros for a trillion weights."""
# kind: flood
# exercise: model
# must: failed
# says: memory


def model(X_train, Y_train, X_test, Y_test, num_iterations=0, learning_rate=0, p=0):
    return initialize_with_zeros(10**12)
