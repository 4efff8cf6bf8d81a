"""Returns a list that holds itself."""
# kind: forged value
# exercise: softmax
# must: failed


def softmax(x):
    result = [x]
    result.append(result)
    return result
