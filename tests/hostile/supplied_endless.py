"""Asks the supplied optimize for a trillion iterations."""
# kind: hang
# exercise: model
# must: failed
# timeout: 0.2
# says: did not end


def model(X_train, Y_train, X_test, Y_test, num_iterations=0, learning_rate=0, p=0):
    w, b = initialize_with_zeros(X_train.shape[0])
    return optimize(w, b, X_train, Y_train, 10**12, 0.1)
