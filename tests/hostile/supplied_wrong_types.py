"""Calls supplied functions with everything but what they take; then answers wrong."""
# kind: forged reply
# exercise: model
# must: failed


def model(X_train, Y_train, X_test, Y_test, num_iterations=0, learning_rate=0, p=0):
    odd = [None, "x", 10**2000, [[]], {}, {"w": ()}, lambda: 0, X_train[:, :0], ...]
    odd += [float("nan"), -1, 1j, object(), type, {1: 2}, 10**5000]
    for value in odd:
        for call in (initialize_with_zeros, propagate, optimize, predict):
            for args in ((), (value,), (value,) * 3, (value,) * 4, (value,) * 6):
                try:
                    call(*args)
                except Exception:
                    pass
    return {}
