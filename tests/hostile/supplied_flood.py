"""Has the supplied optimize print the costs of a great many iterations."""
# kind: flood
# exercise: model
# must: failed
# timeout: 0.2


def model(X_train, Y_train, X_test, Y_test, num_iterations=0, learning_rate=0, p=0):
    w, b = initialize_with_zeros(X_train.shape[0])
    return optimize(w, b, X_train[:, :1], Y_train[:, :1], 10**9, 0.0, True)
