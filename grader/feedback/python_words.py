"""What Python raises, and what that means, in the wordings of its versions.

Rules as in `numpy_words`, which are tried first.
"""

from grader.feedback.numpy_words import Rule

_FUNCTION = (
    r"(?:function|method|builtin_function_or_method|method_descriptor|numpy\.ufunc|"
    r"numpy\._ArrayFunctionDispatcher)"
)
_NOT_CALLED = (
    "A function stands here in the place of its value: parentheses call it, `f(x)`."
)
_WHOLE_NUMBER = "A whole number is needed here, and this is a value of type `{kind}`."

RULES: tuple[Rule, ...] = (
    Rule(
        "NameError",
        r"cannot access free variable '(?P<name>\w+)' where.*",
        "`{name}` is read before it has a value.",
    ),
    Rule(
        "UnboundLocalError",
        r".*variable '(?P<name>\w+)'.*",
        "`{name}` is read before it has a value in this function.",
    ),
    Rule(
        "ModuleNotFoundError",
        r"No module named '(?P<name>[\w.]+)'",
        "The module `{name}` is not there: answers use NumPy and Python's own.",
    ),
    Rule(
        "ImportError",
        r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'.*",
        "`{module}` has no `{name}` to import: is the name misspelt?",
    ),
    Rule(
        "TypeError",
        r"'NoneType' object is not callable",
        "None is called like a function here: the name before the parentheses is None.",
    ),
    Rule(
        "TypeError",
        r"'NoneType' object is not subscriptable|"
        r"'NoneType' object does not support item assignment",
        "None has no elements: what stands before the brackets was not computed, or "
        "not returned.",
    ),
    Rule(
        "",
        r".*\bNoneType\b.*",
        "Something here is None: a value was not computed, or not returned.",
    ),
    Rule(
        "TypeError",
        r"'numpy\.ndarray' object is not callable",
        "An array is called like a function here: brackets pick elements, `x[0]`, and "
        "`*` multiplies.",
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>list|tuple|dict)' object is not callable",
        "A {kind} is called like a function here: brackets pick elements, `x[0]`; "
        "x.shape takes no parentheses.",
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>int|float|complex|bool|numpy\.float64|numpy\.int64)' object is not "
        r"callable",
        "A number is called like a function here: `*` multiplies, `2 * (x + 1)`.",
    ),
    Rule(
        "TypeError",
        r"'str' object is not callable",
        "Text is called like a function here: is the name of a function used for a "
        "variable?",
    ),
    Rule(
        "TypeError",
        r"'module' object is not callable",
        "A module is called like a function here: `np.array(…)` calls one of NumPy's "
        "functions.",
    ),
    Rule(
        "TypeError",
        rf"'{_FUNCTION}' object (?:is not subscriptable|"
        r"does not support item assignment)",
        "A function stands before the brackets: parentheses call it, `np.sum(x)`.",
    ),
    Rule(
        "TypeError",
        r"(?:unsupported operand|bad operand|'.{1,2}' not supported).*"
        rf"'{_FUNCTION}'.*",
        _NOT_CALLED,
    ),
    Rule("AttributeError", rf"'{_FUNCTION}' object has no attribute .*", _NOT_CALLED),
    Rule("TypeError", rf".*\bnot '{_FUNCTION}'", _NOT_CALLED),
    Rule(
        "TypeError",
        r"'(?:int|float|bool|complex|numpy\.float64|numpy\.int64)' object is not "
        r"subscriptable",
        "A single number has no elements: brackets stand after something that is no "
        "array.",
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>tuple|str|range|bytes)' object does not support item assignment",
        "A {kind} cannot be changed: make a new one, or use a list or an array.",
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>[\w.]+)' object does not support item assignment",
        "A value of type `{kind}` has no elements to assign to: an array or a list is "
        "needed.",
    ),
    Rule(
        "TypeError",
        r"(?:list|tuple|range|string) indices must be integers(?: or slices)?, not "
        r"'?tuple'?",
        "A list has one index in each pair of brackets, `x[0][1]`: np.array makes an "
        "array of it, which has `x[0, 1]`.",
    ),
    Rule(
        "TypeError",
        r"(?P<what>list|tuple|range|string) indices must be integers(?: or slices)?, "
        r"not '?float'?",
        "An index is a whole number, and this is a float: `//` divides into whole "
        "numbers.",
    ),
    Rule(
        "TypeError",
        r"(?P<what>list|tuple|range|string) indices must be integers(?: or slices)?, "
        r"not '?(?P<kind>[\w.]+)'?",
        "An index of a {what} is a whole number, and this is a value of type `{kind}`.",
    ),
    Rule(
        "TypeError",
        r"slice indices must be integers .*",
        "The ends of a slice are whole numbers: `//` divides into whole numbers.",
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?(?P<name>\w+|<lambda>)\(\) missing \d+ required "
        r"(?:positional|keyword-only) arguments?: (?P<missing>.*)",
        "`{name}` is called without all of its arguments: {missing} missing.",
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?(?P<name>\w+)\(\) takes from (?P<least>\d+) to (?P<most>\d+) "
        r"positional arguments? but (?P<given>\d+) w.*",
        "The number of arguments given to `{name}` is {given}; it takes {least} to "
        "{most}.",
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?(?P<name>\w+|<lambda>)\(\) takes (?P<most>\d+) positional "
        r"arguments? but (?P<given>\d+) w.*",
        "The number of arguments given to `{name}` is {given}; it takes {most}.",
    ),
    Rule(
        "TypeError",
        r"(?P<name>[\w.]+)\(\) takes (?:exactly )?(?P<most>one|no) arguments? "
        r"\((?P<given>\d+) given\)",
        "The number of arguments given to `{name}` is {given}; it takes {most}.",
    ),
    Rule(
        "TypeError",
        r"(?P<name>[\w.]+)(?:\(\))? (?:takes exactly|expected) (?P<most>\d+) "
        r"arguments?,? (?:\(|got )(?P<given>\d+).*",
        "The number of arguments given to `{name}` is {given}; it takes {most}.",
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?_?(?P<name>\w+)\(\) got an unexpected keyword argument "
        r"'(?P<word>\w+)'\. Did you mean '(?P<near>\w+)'\?",
        "`{name}` has no argument `{word}`. Did you mean `{near}`?",
    ),
    Rule(
        "TypeError",
        r"(?P<name>[\w.]+)\(\) takes no keyword arguments",
        "`{name}` takes its arguments by position alone, without names.",
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?(?P<name>\w+)\(\) got multiple values for argument '(?P<word>\w+)'",
        "`{name}` is given its argument `{word}` twice: by position and by name.",
    ),
    Rule(
        "IndexError",
        r"tuple index out of range",
        "A shape has fewer sizes than this line reads.",
    ),
    Rule(
        "IndexError",
        r"(?P<kind>list|string) index out of range",
        "The {kind} is shorter than this line reads: its last index is `len(x) - 1`.",
    ),
    Rule(
        "IndexError",
        r"list assignment index out of range",
        "The list has no such place: `append` adds one, and np.zeros makes an array "
        "with all its places.",
    ),
    Rule(
        "IndexError",
        r"range object index out of range",
        "The range is shorter than this line reads.",
    ),
    Rule(
        "IndexError", r"pop from empty list", "The list is empty: nothing can be taken."
    ),
    Rule("KeyError", r"(?P<key>.*)", "The dict has no key {key}."),
    Rule(
        "TypeError",
        r"unsupported operand type\(s\) for \^: '(?P<one>[\w.]+)' and "
        r"'(?P<two>[\w.]+)'",
        "`^` is no power in Python: `x ** 2` is x squared.",
    ),
    Rule(
        "TypeError",
        r"unsupported operand type\(s\) for (?P<sign>\S+)(?: or pow\(\))?: 'list' and "
        r"'(?P<two>[\w.]+)'",
        "A list cannot be calculated with (`{sign}`): np.array makes an array of it.",
    ),
    Rule(
        "TypeError",
        r"unsupported operand type\(s\) for (?P<sign>\S+)(?: or pow\(\))?: "
        r"'(?P<one>[\w.]+)' and '(?P<two>[\w.]+)'",
        "`{sign}` does not go with `{one}` and `{two}`: numbers or arrays are needed.",
    ),
    Rule(
        "TypeError",
        r"bad operand type for (?P<sign>unary -|unary \+|unary ~|abs\(\)): 'list'",
        "A list cannot be calculated with: np.array makes an array of it.",
    ),
    Rule(
        "TypeError",
        r"bad operand type for (?P<sign>unary -|unary \+|unary ~|abs\(\)): "
        r"'(?P<one>[\w.]+)'",
        "A value of type `{one}` cannot be calculated with: a number or an array is "
        "needed.",
    ),
    Rule(
        "TypeError",
        r'can only concatenate list \(not "(?P<two>[\w.]+)"\) to list',
        "`+` joins two lists and adds nothing to their elements: np.array makes an "
        "array, to which numbers can be added.",
    ),
    Rule(
        "TypeError",
        r'can only concatenate (?P<one>\w+) \(not "(?P<two>[\w.]+)"\) to \w+',
        "`+` cannot join `{one}` and `{two}`: both must be of one kind.",
    ),
    Rule(
        "TypeError",
        r"can't multiply sequence by non-int of type '(?P<kind>[\w.]+)'",
        "A list or text cannot be multiplied by a value of type `{kind}`: np.array "
        "makes an array of a list.",
    ),
    Rule(
        "TypeError",
        r"'(?P<sign>[<>]=?)' not supported between instances of '(?P<one>[\w.]+)' and "
        r"'(?P<two>[\w.]+)'",
        "`{sign}` does not compare `{one}` and `{two}`: numbers or arrays are needed.",
    ),
    Rule(
        "TypeError",
        r"object of type '(?P<kind>[\w.]+)' has no len\(\)",
        "A value of type `{kind}` has no length: a list or an array has one.",
    ),
    Rule(
        "TypeError",
        r"(?:cannot unpack non-iterable (?P<kind>[\w.]+) object)",
        "One value of type `{kind}` cannot be taken apart into several names.",
    ),
    Rule(
        "ValueError",
        r"too many values to unpack \(expected (?P<names>\d+).*",
        "There are more values than the {names} names they are given to.",
    ),
    Rule(
        "ValueError",
        r"not enough values to unpack \(expected (?:at least )?(?P<names>\d+), got "
        r"(?P<values>\d+)\)",
        "The names on the left are {names}, and the values for them are {values}: a "
        "shape has one size for each axis.",
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>int|float|bool|numpy\.float64|numpy\.int64)' object is not "
        r"iterable",
        "A single number has no elements to go through: range(n) counts to n.",
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>[\w.]+)' object is not iterable",
        "A value of type `{kind}` has no elements to go through.",
    ),
    Rule(
        "TypeError",
        r"'float' object cannot be interpreted as an integer",
        "A whole number is needed here, and this is a float: `//` divides into whole "
        "numbers.",
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
        "A number is needed here, and this is something else.",
    ),
    Rule(
        "TypeError",
        r"type (?P<kind>[\w.]+) doesn't define __round__ method",
        "Python's round is for one number: np.round works on arrays.",
    ),
    Rule(
        "TypeError",
        r"unhashable type: '(?P<kind>[\w.]+)'",
        "A value of type `{kind}` can be no key of a dict, and no element of a set.",
    ),
    Rule(
        "ValueError",
        r"invalid literal for int\(\) with base 10: (?P<text>.*)",
        "int() cannot read {text} as a whole number.",
    ),
    Rule(
        "ValueError",
        r"could not convert string to float: (?P<text>.*)",
        "The text {text} is no number.",
    ),
    Rule(
        "ValueError",
        r"cannot convert float NaN to integer",
        "A result is nan, which no whole number stands for: look at what it was "
        "computed from.",
    ),
    Rule(
        "OverflowError",
        r"cannot convert float infinity to integer",
        "A result is infinite, which no whole number stands for: look at what it was "
        "computed from.",
    ),
    Rule(
        "ZeroDivisionError",
        r"0\.0 cannot be raised .*|zero to a negative power",
        "0 cannot be raised to a negative power.",
    ),
    Rule("ZeroDivisionError", r".*", "A number is divided by zero."),
    Rule(
        "OverflowError",
        r"math range error|\(34, .*\)",
        "The result is larger than the largest float.",
    ),
    Rule(
        "OverflowError",
        r"Python int too large to convert to C .*",
        "The whole number is too large for an array.",
    ),
    Rule(
        "ValueError",
        r"math domain error|expected a (?:positive|nonnegative) .*",
        "A function of math has no result for this number: a logarithm needs one above "
        "0, a square root one that is not negative.",
    ),
    Rule(
        "ValueError",
        r"(?P<name>max|min)\(\) (?:arg is an empty sequence|iterable argument is "
        r"empty)",
        "There is nothing to take the {name} of: the list is empty.",
    ),
    Rule(
        "ValueError",
        r"list\.remove\(x\): x not in list|.{1,40} is not in list",
        "The list does not hold this value.",
    ),
    Rule(
        "AssertionError",
        r"",
        "An `assert` of the function does not hold.",
    ),
    Rule(
        "AssertionError",
        r"(?P<said>.{1,200})",
        "An `assert` of the function does not hold: {said}.",
    ),
    Rule(
        "NotImplementedError",
        r".*",
        "The function raises NotImplementedError: a part of it is still to be written.",
    ),
    Rule(
        "StopIteration",
        r"",
        "next() was asked for more elements than there are.",
    ),
    Rule(
        "EOFError",
        r"EOF when reading a line",
        "input() asks for something to be typed: a function gets its values as "
        "arguments.",
    ),
    Rule(
        "TypeError",
        r"exceptions must derive from BaseException",
        'Only an exception can be raised: `raise ValueError("…")`.',
    ),
    Rule(
        "PermissionError",
        r".*",
        "The sandbox does not allow this: answers need no processes or files.",
    ),
    Rule(
        "FileNotFoundError",
        r".*",
        "There is no such file: an answer works on its arguments alone.",
    ),
    Rule(
        "RuntimeError",
        r"can't start new thread",
        "The sandbox does not allow threads: array expressions need none.",
    ),
    Rule("MemoryError", r".*", "It asked for more memory than a check may use."),
    Rule("RecursionError", r".*", "The function calls itself without an end."),
    Rule(
        "SystemExit",
        r".*",
        "It calls exit(): a function gives its value back with `return`.",
    ),
)
