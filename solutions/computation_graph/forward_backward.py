"""# Forward and backward through a computation graph

Learning means moving numbers so that a result gets smaller, and for that one has to
know how strongly each number moves the result: its derivative. A computation graph
gives all derivatives in one pass. It cuts a formula into small steps, and the
derivative of each small step is easy.

The formula here is J = 3 (a + b c). Its steps, from the inputs to the result, are

    u = b * c
    v = a + u
    J = 3 * v

That is the forward pass. The backward pass walks the same steps from the end and
multiplies the derivatives along the way: this is the chain rule. With dv for the
derivative of J with respect to v, and so on for the others:

    dv                                  J is 3 times v
    du = dv * (derivative of v by u)    v is a plus u
    da = dv * (derivative of v by a)
    db = du * (derivative of u by b)    u is b times c
    dc = du * (derivative of u by c)

At a = 5, b = 3 and c = 2 the forward pass gives u = 6, v = 11 and J = 33. Backward,
raising v by a little raises J three times as much, so dv = 3. Raising u or a raises v
by as much, so du = 3 and da = 3. Raising b raises u twice as much, since c is 2, so
db = 3 * 2 = 6. In the same way, dc = 3 * 3 = 9.

A check that always helps: with b = 3.001 instead of 3, J is 33.006. It rose by 0.006
for 0.001, which is db = 6.

Return J and a dictionary with the five derivatives.
"""


def forward_backward(a, b, c):
    """Return J = 3 (a + b c) and its derivatives.

    Arguments:
    a, b, c -- numbers

    Returns:
    J -- the result of the forward pass, a number
    grads -- a dictionary with "da", "db", "dc", "du" and "dv", the derivatives of J
             with respect to a, b, c, u = b c and v = a + u, each a number

    >>> forward_backward(5, 3, 2)
    (33, {'da': 3, 'db': 6, 'dc': 9, 'du': 3, 'dv': 3})
    """
    ### BEGIN SOLUTION
    u = b * c
    v = a + u
    J = 3 * v
    dv = 3
    # A sum passes on what comes from behind, a product times the other factor.
    du = dv
    da = dv
    db = du * c
    dc = du * b
    return J, {"da": da, "db": db, "dc": dc, "du": du, "dv": dv}
    ### END SOLUTION
