"""Python on values that an operation or a function cannot take."""

from grader.feedback.raised.rule import Rule
from grader.language import marked

_WHOLE_NUMBER = marked(
    "A whole number is needed here, and this is a value of type `{kind}`."
)


RULES: tuple[Rule, ...] = (
    Rule(
        "IndexError",
        r"tuple index out of range",
        marked("A shape has fewer sizes than this line reads."),
    ),
    Rule(
        "IndexError",
        r"(?P<kind>list|string) index out of range",
        marked(
            "The {kind} is shorter than this line reads: its last index is `len(x) - "
            "1`."
        ),
    ),
    Rule(
        "IndexError",
        r"list assignment index out of range",
        marked(
            "The list has no such place: `append` adds one, and np.zeros makes an "
            "array with all its places."
        ),
    ),
    Rule(
        "IndexError",
        r"range object index out of range",
        marked("The range is shorter than this line reads."),
    ),
    Rule(
        "IndexError",
        r"pop from empty list",
        marked("The list is empty: nothing can be taken."),
    ),
    Rule("KeyError", r"(?P<key>.*)", marked("The dict has no key {key}.")),
    Rule(
        "TypeError",
        r"unsupported operand type\(s\) for \^: '(?P<one>[\w.]+)' and "
        r"'(?P<two>[\w.]+)'",
        marked("`^` is no power in Python: `x ** 2` is x squared."),
    ),
    Rule(
        "TypeError",
        r"unsupported operand type\(s\) for (?P<sign>\S+)(?: or pow\(\))?: 'list' and "
        r"'(?P<two>[\w.]+)'",
        marked(
            "A list cannot be calculated with (`{sign}`): np.array makes an array of "
            "it."
        ),
    ),
    Rule(
        "TypeError",
        r"unsupported operand type\(s\) for (?P<sign>\S+)(?: or pow\(\))?: "
        r"'(?P<one>[\w.]+)' and '(?P<two>[\w.]+)'",
        marked(
            "`{sign}` does not go with `{one}` and `{two}`: numbers or arrays are "
            "needed."
        ),
    ),
    Rule(
        "TypeError",
        r"bad operand type for (?P<sign>unary -|unary \+|unary ~|abs\(\)): 'list'",
        marked("A list cannot be calculated with: np.array makes an array of it."),
    ),
    Rule(
        "TypeError",
        r"bad operand type for (?P<sign>unary -|unary \+|unary ~|abs\(\)): "
        r"'(?P<one>[\w.]+)'",
        marked(
            "A value of type `{one}` cannot be calculated with: a number or an array "
            "is needed."
        ),
    ),
    Rule(
        "TypeError",
        r'can only concatenate list \(not "(?P<two>[\w.]+)"\) to list',
        marked(
            "`+` joins two lists and adds nothing to their elements: np.array makes an "
            "array, to which numbers can be added."
        ),
    ),
    Rule(
        "TypeError",
        r'can only concatenate (?P<one>\w+) \(not "(?P<two>[\w.]+)"\) to \w+',
        marked("`+` cannot join `{one}` and `{two}`: both must be of one kind."),
    ),
    Rule(
        "TypeError",
        r"can't multiply sequence by non-int of type '(?P<kind>[\w.]+)'",
        marked(
            "A list or text cannot be multiplied by a value of type `{kind}`: np.array "
            "makes an array of a list."
        ),
    ),
    Rule(
        "TypeError",
        r"'(?P<sign>[<>]=?)' not supported between instances of '(?P<one>[\w.]+)' and "
        r"'(?P<two>[\w.]+)'",
        marked(
            "`{sign}` does not compare `{one}` and `{two}`: numbers or arrays are "
            "needed."
        ),
    ),
    Rule(
        "TypeError",
        r"object of type '(?P<kind>[\w.]+)' has no len\(\)",
        marked("A value of type `{kind}` has no length: a list or an array has one."),
    ),
    Rule(
        "TypeError",
        r"(?:cannot unpack non-iterable (?P<kind>[\w.]+) object)",
        marked("One value of type `{kind}` cannot be taken apart into several names."),
    ),
    Rule(
        "ValueError",
        r"too many values to unpack \(expected (?P<names>\d+).*",
        marked("There are more values than the {names} names they are given to."),
    ),
    Rule(
        "ValueError",
        r"not enough values to unpack \(expected (?:at least )?(?P<names>\d+), got "
        r"(?P<values>\d+)\)",
        marked(
            "The names on the left are {names}, and the values for them are {values}: "
            "a shape has one size for each axis."
        ),
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>int|float|bool|numpy\.float64|numpy\.int64)' object is not "
        r"iterable",
        marked("A single number has no elements to go through: range(n) counts to n."),
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>[\w.]+)' object is not iterable",
        marked("A value of type `{kind}` has no elements to go through."),
    ),
    Rule(
        "TypeError",
        r"'float' object cannot be interpreted as an integer",
        marked(
            "A whole number is needed here, and this is a float: `//` divides into "
            "whole numbers."
        ),
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>[\w.]+)' object cannot be interpreted as an integer",
        _WHOLE_NUMBER,
    ),
    Rule(
        "TypeError",
        r"(?:float|int)\(\) argument must be .*, not '(?P<kind>[\w.]+)'|"
        r"must be real number, not (?P<other>[\w.]+)",
        marked("A number is needed here, and this is something else."),
    ),
    Rule(
        "TypeError",
        r"type (?P<kind>[\w.]+) doesn't define __round__ method",
        marked("Python's round is for one number: np.round works on arrays."),
    ),
    Rule(
        "TypeError",
        r"unhashable type: '(?P<kind>[\w.]+)'",
        marked(
            "A value of type `{kind}` can be no key of a dict, and no element of a set."
        ),
    ),
    Rule(
        "ValueError",
        r"invalid literal for int\(\) with base 10: (?P<text>.*)",
        marked("int() cannot read {text} as a whole number."),
    ),
    Rule(
        "ValueError",
        r"could not convert string to float: (?P<text>.*)",
        marked("The text {text} is no number."),
    ),
    Rule(
        "ValueError",
        r"cannot convert float NaN to integer",
        marked(
            "A result is nan, which no whole number stands for: look at what it was "
            "computed from."
        ),
    ),
    Rule(
        "OverflowError",
        r"cannot convert float infinity to integer",
        marked(
            "A result is infinite, which no whole number stands for: look at what it "
            "was computed from."
        ),
    ),
    Rule(
        "ZeroDivisionError",
        r"0\.0 cannot be raised .*|zero to a negative power",
        marked("0 cannot be raised to a negative power."),
    ),
    Rule("ZeroDivisionError", r".*", marked("A number is divided by zero.")),
    Rule(
        "OverflowError",
        r"math range error|\(34, .*\)",
        marked("The result is larger than the largest float."),
    ),
    Rule(
        "OverflowError",
        r"Python int too large to convert to C .*",
        marked("The whole number is too large for an array."),
    ),
    Rule(
        "ValueError",
        r"math domain error|expected a (?:positive|nonnegative) .*",
        marked(
            "A function of math has no result for this number: a logarithm needs one "
            "above 0, a square root one that is not negative."
        ),
    ),
    Rule(
        "ValueError",
        r"(?P<name>max|min)\(\) (?:arg is an empty sequence|iterable argument is "
        r"empty)",
        marked("There is nothing to take the {name} of: the list is empty."),
    ),
    Rule(
        "ValueError",
        r"list\.remove\(x\): x not in list|.{1,40} is not in list",
        marked("The list does not hold this value."),
    ),
    Rule(
        "AssertionError",
        r"",
        marked("An `assert` of the function does not hold."),
    ),
    Rule(
        "AssertionError",
        r"(?P<said>.{1,200})",
        marked("An `assert` of the function does not hold: {said}."),
    ),
    Rule(
        "NotImplementedError",
        r".*",
        marked(
            "The function raises NotImplementedError: a part of it is still to be "
            "written."
        ),
    ),
    Rule(
        "StopIteration",
        r"",
        marked("next() was asked for more elements than there are."),
    ),
    Rule(
        "EOFError",
        r"EOF when reading a line",
        marked(
            "input() asks for something to be typed: a function gets its values as "
            "arguments."
        ),
    ),
    Rule(
        "TypeError",
        r"exceptions must derive from BaseException",
        marked('Only an exception can be raised: `raise ValueError("…")`.'),
    ),
)
