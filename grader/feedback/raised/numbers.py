"""NumPy on what cannot be calculated with, and on results that are no numbers."""

from grader.feedback.raised.rule import Rule
from grader.language import marked

RULES: tuple[Rule, ...] = (
    Rule(
        "UFunc",
        r"Cannot cast ufunc '\w+' output from dtype\('(?P<one>\w+)'\) to "
        r"dtype\('(?P<two>\w+)'\).*",
        marked(
            "An in-place operation (`/=`, `-=`, …) cannot keep its {one} result in the "
            "{two} array it was given: compute a new array instead."
        ),
    ),
    Rule(
        "UFunc",
        r"ufunc '\w+' did not contain a loop with signature matching "
        r"types.*StrDType.*|ufunc '\w+' did not contain a loop with "
        r"signature matching types.*'<U\d*'.*",
        marked(
            "Text and numbers are mixed here: an array of text cannot be calculated "
            "with."
        ),
    ),
    Rule(
        "TypeError",
        r"loop of ufunc does not support argument \d+ of type (?:NoneType) which .*",
        marked("Something here is None: a value was not computed, or not returned."),
    ),
    Rule(
        "TypeError",
        r"loop of ufunc does not support argument \d+ of type "
        r"(?:function|method|builtin_function_or_method|ufunc) which .*",
        marked(
            "A function stands here in the place of its value: parentheses call it, "
            "`f(x)`."
        ),
    ),
    Rule(
        "TypeError",
        r"loop of ufunc does not support argument \d+ of type (?:int|float|bool) which "
        r"has no callable (?P<name>\w+) method",
        marked(
            "The array has dtype object: it holds Python objects, and np.{name} needs "
            "numbers. None, a list or a huge integer among them does that."
        ),
    ),
    Rule(
        "TypeError",
        r"loop of ufunc does not support argument \d+ of type (?P<kind>\w+) which "
        r"has no callable (?P<name>\w+) method",
        marked(
            "np.{name} was given a value of type `{kind}`, which is no array of "
            "numbers."
        ),
    ),
    Rule(
        "TypeError",
        r"ufunc 'bitwise_xor' not supported for the input types.*",
        marked("`^` is no power in Python: `x ** 2` is x squared."),
    ),
    Rule(
        "TypeError",
        r"ufunc '(?P<name>bitwise_and|bitwise_or|invert)' not supported for the input "
        r"types.*",
        marked(
            "`&`, `|` and `~` combine conditions, and each needs its own parentheses: "
            "`(x > 0) & (x < 1)`."
        ),
    ),
    Rule(
        "TypeError",
        r"ufunc '(?P<name>\w+)' not supported for the input types.*",
        marked("np.{name} was given something else than numbers, such as text."),
    ),
    Rule(
        "TypeError",
        r"[Tt]he numpy boolean negative, the `-` operator, is not supported.*",
        marked("`-` does not turn True into False: `~` does."),
    ),
    Rule(
        "TypeError",
        r"numpy boolean subtract, the `-` operator, is not supported.*",
        marked(
            "Conditions cannot be subtracted: `.astype(float)` makes numbers of True "
            "and False."
        ),
    ),
    Rule(
        "ValueError",
        r"Integers to negative integer powers are not allowed\.",
        marked(
            "Whole numbers cannot be raised to a negative power: `2.0`, or "
            "`.astype(float)`, makes floats of them."
        ),
    ),
    Rule(
        "ValueError",
        r"(?:assignment destination|output array) is read-only",
        marked(
            "This array may not be changed: compute a new one, or change a copy, "
            "`x.copy()`."
        ),
    ),
    Rule(
        "ValueError",
        r"zero-size array to reduction operation (?P<name>\w+) which has no identity",
        marked("The array is empty, and has no {name}."),
    ),
    Rule(
        "ValueError",
        r"attempt to get (?P<name>\w+) of an empty sequence",
        marked("The array is empty, and has no {name}."),
    ),
    Rule(
        "ValueError",
        r"can only convert an array of size 1 to a Python scalar",
        marked(
            "`.item()` is for an array of one element, and this one has more or none."
        ),
    ),
    Rule(
        "ValueError",
        r"negative dimensions are not allowed",
        marked("A size of the new array is negative."),
    ),
    Rule(
        "ValueError",
        r"array split does not result in an equal division",
        marked("The array cannot be split into so many equal parts."),
    ),
    Rule(
        "ValueError",
        r"either both or neither of x and y should be given",
        marked("np.where takes a condition and two values: `np.where(x > 0, x, 0)`."),
    ),
    Rule(
        "LinAlgError",
        r"Singular matrix",
        marked("The matrix has no inverse: its rows depend on one another."),
    ),
    Rule(
        "LinAlgError",
        r"Last 2 dimensions of the array must be square",
        marked(
            "Only a square matrix has an inverse or a determinant, and this one is not "
            "square."
        ),
    ),
    Rule(
        "LinAlgError",
        r"(?P<count>\d+)-dimensional array given\. Array must be at least .*",
        marked(
            "A matrix with rows and columns is needed here, and the number of the "
            "array's axes is {count}."
        ),
    ),
    Rule(
        "TypeError",
        r"Cannot interpret '(?P<what>.{1,40})' as a data type",
        marked(
            "The sizes or values must stand in parentheses or brackets of their own: "
            "`np.zeros((2, 3))`, `np.array([1, 2])`."
        ),
    ),
    Rule(
        "TypeError",
        r"data type '(?P<name>.{1,40})' not understood",
        marked("NumPy knows no dtype `{name}`."),
    ),
    Rule(
        "TypeError",
        r"expected a sequence of integers or a single integer, got '(?P<what>.{1,40})'",
        marked(
            "A size is a whole number, and this is {what}: `//` divides into whole "
            "numbers."
        ),
    ),
    Rule(
        "TypeError",
        r"iteration over a 0-d array|len\(\) of unsized object",
        marked("A single number has no elements, and no length."),
    ),
    Rule(
        "TypeError",
        r"unsupported format string passed to numpy\.ndarray\.__format__",
        marked("A whole array cannot be printed with a number's format."),
    ),
    Rule(
        "OverflowError",
        r"Python integer (?P<value>-?\d{1,40}) out of bounds for (?P<name>\w+)",
        marked("{value} does not fit into dtype {name}."),
    ),
    Rule(
        "RuntimeWarning|FloatingPointError",
        r"overflow encountered in (?:scalar )?(?P<name>\w+)",
        marked("np.{name} overflowed: its result is larger than the largest float."),
    ),
    Rule(
        "RuntimeWarning|FloatingPointError",
        r"divide by zero encountered in (?:scalar )?(?P<name>\w+)",
        marked(
            "np.{name} was given a zero that it cannot divide by or take the logarithm "
            "of."
        ),
    ),
    Rule(
        "RuntimeWarning|FloatingPointError",
        r"invalid value encountered in (?:scalar )?(?P<name>\w+)",
        marked(
            "np.{name} has no result for one of its values, such as 0/0 or inf - inf."
        ),
    ),
)
