"""Names of functions that do nothing but compute, and of what they are asked for."""

_NUMPY = frozenset(
    ("abs", "absolute", "add", "all", "amax", "amin", "any", "arange", "arccos",
     "arcsin", "arctan", "arctan2", "arctanh", "argmax", "argmin", "array",
     "array_equal", "asarray", "atleast_2d", "average", "broadcast_to", "ceil", "clip",
     "column_stack", "concatenate", "copy", "cos", "cosh", "count_nonzero", "cumprod",
     "cumsum", "diag", "diff", "divide", "dot", "equal", "exp",
     "exp2", "expand_dims", "expm1", "eye", "fabs", "flip", "float32", "float64",
     "floor", "full", "full_like", "greater", "greater_equal", "hstack", "hypot",
     "identity", "inner", "int32", "int64", "isclose", "isfinite", "isinf", "isnan",
     "less", "less_equal", "linspace", "log", "log10", "log1p", "log2", "logaddexp",
     "logical_and", "logical_not", "logical_or", "matmul", "max", "maximum", "mean",
     "median", "min", "minimum", "mod", "moveaxis", "multiply", "ndim", "negative",
     "not_equal", "ones", "ones_like", "outer", "pad", "power", "prod", "ravel",
     "reciprocal", "repeat", "reshape", "round", "shape", "sign", "sin", "sinh", "size",
     "sqrt", "square", "squeeze", "stack", "std", "subtract", "sum", "swapaxes", "tan",
     "tanh", "tensordot", "tile", "trace", "transpose", "tril", "triu", "true_divide",
     "var", "vdot", "vstack", "where", "zeros", "zeros_like")
)  # fmt: skip
_LINALG = frozenset(("det", "inv", "norm", "solve"))
_MATH = frozenset(
    ("acos", "asin", "atan", "atan2", "ceil", "cos", "cosh", "erf", "exp", "expm1",
     "fabs", "floor", "hypot", "isclose", "isfinite", "isinf", "isnan", "log", "log10",
     "log1p", "log2", "pow", "sin", "sinh", "sqrt", "tan", "tanh", "trunc")
)  # fmt: skip
FUNCTIONS = (
    {f"numpy.{name}" for name in _NUMPY}
    | {f"numpy.linalg.{name}" for name in _LINALG}
    | {f"math.{name}" for name in _MATH}
)
"""Functions that work on whole arrays and call nothing of their caller's."""
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
METHODS = frozenset(
    ("all", "any", "argmax", "argmin", "astype", "clip", "copy", "cumprod", "cumsum",
     "dot", "flatten", "item", "max", "mean", "min", "prod", "ravel", "reshape",
     "round", "squeeze", "std", "sum", "swapaxes", "trace", "transpose", "var")
)  # fmt: skip
"""Methods of arrays that work on all of it."""
ATTRIBUTES = frozenset(("T", "dtype", "imag", "ndim", "real", "shape", "size"))
"""What is known of an array."""
# Of text an array of objects could be made ("O"); these are what is asked for by name.
WORDS = frozenset(("C", "F", "bool", "constant", "edge", "float", "float32", "float64",
                    "fro", "int", "int32", "int64", "nuc"))  # fmt: skip
"""What options are called by."""
MODULES = frozenset(("numpy", "math", "numpy.linalg"))
"""Modules that may be imported."""
# What goes through elements, or makes lists of them; none takes a function here.
GOES_THROUGH = frozenset(("all", "any", "enumerate", "list", "max", "min", "range",
                           "reversed", "sorted", "sum", "tuple", "zip"))  # fmt: skip
"""Functions of Python's that go through elements, one by one."""
OF_LISTS = frozenset(("append", "extend", "tolist"))
"""Methods of lists, or that make them."""
IMPORTED = FUNCTIONS | NUMBERS | TYPES | MODULES
"""What may be imported by name."""
