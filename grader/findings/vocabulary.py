"""Names of functions that do nothing but compute, and of what they are asked for."""

# How many values each takes by position; one more may be a dtype. What would come
# after it is asked for by name.
_NUMPY = {
    **dict.fromkeys(
        ("abs", "absolute", "arccos", "arcsin", "arctan", "arctanh", "array", "asarray",
         "atleast_2d", "ceil", "column_stack", "copy", "cos", "cosh", "exp", "exp2",
         "expm1", "fabs", "float32", "float64", "floor", "hstack", "identity", "int32",
         "int64", "isfinite", "isinf", "isnan", "log", "log10", "log1p", "log2",
         "logical_not", "ndim", "negative", "ones", "ones_like", "ravel", "reciprocal",
         "shape", "sign", "sin", "sinh", "sqrt", "square", "tan", "tanh", "vstack",
         "zeros", "zeros_like"), 1),
    **dict.fromkeys(
        ("add", "all", "amax", "amin", "any", "arctan2", "argmax", "argmin",
         "array_equal", "broadcast_to", "concatenate", "count_nonzero", "cumprod",
         "cumsum", "diag", "divide", "dot", "equal", "expand_dims", "flip", "full",
         "full_like", "greater", "greater_equal", "hypot", "inner", "less",
         "less_equal", "logaddexp", "logical_and", "logical_or", "matmul", "max",
         "maximum", "mean", "median", "min", "minimum", "mod", "multiply", "not_equal",
         "outer", "pad", "power", "prod", "reshape", "round", "size", "squeeze",
         "stack", "std", "subtract", "sum", "tile", "transpose", "tril", "triu",
         "true_divide", "var", "vdot"), 2),
    **dict.fromkeys(
        ("arange", "average", "clip", "diff", "eye", "moveaxis", "repeat", "swapaxes",
         "tensordot", "where"), 3),
    **dict.fromkeys(("isclose", "linspace", "trace"), 4),
}  # fmt: skip
_LINALG = {"det": 1, "inv": 1, "norm": 4, "solve": 2}
_MATH = frozenset(
    ("acos", "asin", "atan", "atan2", "ceil", "cos", "cosh", "erf", "exp", "expm1",
     "fabs", "floor", "hypot", "isclose", "isfinite", "isinf", "isnan", "log", "log10",
     "log1p", "log2", "pow", "sin", "sinh", "sqrt", "tan", "tanh", "trunc")
)  # fmt: skip
MANY = 32
"""More values than anybody hands over by position."""
ITERATORS = {"numpy.ndenumerate": 1, "numpy.ndindex": MANY}
"""What a loop goes through elements with."""
FUNCTIONS = (
    {f"numpy.{name}": most for name, most in _NUMPY.items()}
    | {f"numpy.linalg.{name}": most for name, most in _LINALG.items()}
    | {f"math.{name}": MANY for name in _MATH}
    | ITERATORS
)
"""Functions that work on whole arrays and call nothing of their caller's."""
JOINS = frozenset(
    f"numpy.{name}" for name in ("column_stack", "concatenate", "hstack",
                                 "stack", "vstack")
)  # fmt: skip
"""Those that go through what they are handed, and so through the rows of an array."""
NUMBERS = frozenset(
    f"{module}.{name}" for module in ("numpy", "math")
    for name in ("e", "inf", "nan", "pi", "tau")
) | {"numpy.newaxis"}  # fmt: skip
"""Numbers of modules."""
TYPES = frozenset(("float", "int", "bool", "numpy.float32", "numpy.float64",
                    "numpy.int32", "numpy.int64", "numpy.bool_"))  # fmt: skip
"""What a dtype is named by."""
BUILTIN = frozenset(("abs", "bool", "float", "int", "len", "round"))
"""Functions of Python's that look at one thing."""
ERRORS = frozenset(("ArithmeticError", "AssertionError", "IndexError", "TypeError",
                     "ValueError", "ZeroDivisionError"))  # fmt: skip
"""What may be raised."""
METHODS = {
    **dict.fromkeys(("astype", "copy", "flatten", "ravel"), 0),
    **dict.fromkeys(
        ("all", "any", "argmax", "argmin", "cumprod", "cumsum", "dot", "max", "mean",
         "min", "prod", "round", "squeeze", "std", "sum", "var"), 1),
    **dict.fromkeys(("clip", "swapaxes"), 2),
    "trace": 3,
    **dict.fromkeys(("item", "reshape", "transpose"), MANY),
}  # fmt: skip
"""Methods of arrays that work on all of it, and how many values they take."""
HINTS = TYPES | {"numpy.ndarray", "complex", "dict", "list", "object", "str", "tuple"}
"""What annotations are made of."""
CONTAINERS = frozenset(("dict", "list", "tuple"))
"""Annotations that hold others."""
ATTRIBUTES = frozenset(("T", "dtype", "imag", "ndim", "real", "shape", "size"))
"""What is known of an array."""
# Of text an array of objects could be made ("O"), or the time ("now"): these are what
# is asked for by name.
WORDS = frozenset(("C", "F", "bool", "constant", "edge", "float", "float32", "float64",
                    "fro", "int", "int32", "int64", "nuc"))  # fmt: skip
"""What options are called by."""
# Not among them: `like` and `key`, which call, and `signature`, which is text.
OPTIONS = frozenset(
    ("M", "N", "a", "a_max", "a_min", "abs_tol", "append", "arr", "array", "arrays",
     "atol", "axes", "axis", "b", "constant_values", "copy", "ddof", "decimals",
     "default", "dtype", "endpoint", "equal_nan", "fill_value", "initial", "k",
     "keepdims", "max", "min", "mode", "n", "ndigits", "ndmin", "num", "object", "ord",
     "order", "out", "pad_width", "prepend", "rel_tol", "repeats", "reps", "retstep",
     "reverse", "rtol", "shape", "start", "step", "stop", "strict", "v", "weights",
     "where", "x")
)  # fmt: skip
"""What options are."""
# Where nothing is computed there is what was in the memory before, but in these.
REDUCES = frozenset(("all", "any", "max", "mean", "min", "prod", "std", "sum", "var"))
"""Functions that may be told `where` without an array for the rest."""
MODULES = frozenset(("numpy", "math", "numpy.linalg"))
"""Modules that may be imported."""
# What goes through elements, or makes lists of them; none takes a function here.
GOES_THROUGH = frozenset(("all", "any", "enumerate", "list", "max", "min", "range",
                           "reversed", "sorted", "sum", "tuple", "zip"))  # fmt: skip
"""Functions of Python's that go through elements, one by one."""
OF_LISTS = frozenset(("append", "extend", "tolist"))
"""Methods of lists, or that make them."""
IMPORTED = FUNCTIONS.keys() | NUMBERS | TYPES | MODULES | {"numpy.ndarray"}
"""What may be imported by name."""
