"""Is a coroutine: nothing has run when it returns."""
# exercise: softmax
# must: failed
# says: a value of type `coroutine`


async def softmax(x):
    return x
