"""Is a coroutine: nothing has run when it returns."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `coroutine`


async def softmax(x):
    return x
