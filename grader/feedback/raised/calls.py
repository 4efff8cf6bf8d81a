"""Python on names, calls and brackets."""

from grader.feedback.raised.rule import Rule
from grader.language import marked

_FUNCTION = (
    r"(?:function|method|builtin_function_or_method|method_descriptor|numpy\.ufunc|"
    r"numpy\._ArrayFunctionDispatcher)"
)
_NOT_CALLED = marked(
    "A function stands here in the place of its value: parentheses call it, `f(x)`."
)

RULES: tuple[Rule, ...] = (
    Rule(
        "NameError",
        r"cannot access free variable '(?P<name>\w+)' where.*",
        marked("`{name}` is read before it has a value."),
    ),
    Rule(
        "UnboundLocalError",
        r".*variable '(?P<name>\w+)'.*",
        marked("`{name}` is read before it has a value in this function."),
    ),
    Rule(
        "ModuleNotFoundError",
        r"No module named '(?P<name>[\w.]+)'",
        marked("The module `{name}` is not there: answers use NumPy and Python's own."),
    ),
    Rule(
        "ImportError",
        r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'.*",
        marked("`{module}` has no `{name}` to import: is the name misspelt?"),
    ),
    Rule(
        "TypeError",
        r"'NoneType' object is not callable",
        marked(
            "None is called like a function here: the name before the parentheses is "
            "None."
        ),
    ),
    Rule(
        "TypeError",
        r"'NoneType' object is not subscriptable|"
        r"'NoneType' object does not support item assignment",
        marked(
            "None has no elements: what stands before the brackets was not computed, "
            "or not returned."
        ),
    ),
    Rule(
        "",
        r".*\bNoneType\b.*",
        marked("Something here is None: a value was not computed, or not returned."),
    ),
    Rule(
        "TypeError",
        r"'numpy\.ndarray' object is not callable",
        marked(
            "An array is called like a function here: brackets pick elements, `x[0]`, "
            "and `*` multiplies."
        ),
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>list|tuple|dict)' object is not callable",
        marked(
            "A {kind} is called like a function here: brackets pick elements, `x[0]`; "
            "x.shape takes no parentheses."
        ),
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>int|float|complex|bool|numpy\.float64|numpy\.int64)' object is not "
        r"callable",
        marked(
            "A number is called like a function here: `*` multiplies, `2 * (x + 1)`."
        ),
    ),
    Rule(
        "TypeError",
        r"'str' object is not callable",
        marked(
            "Text is called like a function here: is the name of a function used for a "
            "variable?"
        ),
    ),
    Rule(
        "TypeError",
        r"'module' object is not callable",
        marked(
            "A module is called like a function here: `np.array(…)` calls one of "
            "NumPy's functions."
        ),
    ),
    Rule(
        "TypeError",
        rf"'{_FUNCTION}' object (?:is not subscriptable|"
        r"does not support item assignment)",
        marked(
            "A function stands before the brackets: parentheses call it, `np.sum(x)`."
        ),
    ),
    Rule(
        "TypeError",
        r"(?:unsupported operand|bad operand|'.{1,2}' not supported).*"
        rf"'{_FUNCTION}'.*",
        _NOT_CALLED,
    ),
    Rule(
        "AttributeError",
        rf"'{_FUNCTION}' object has no attribute '(?P<name>\w+)'.*",
        marked("A function has no `{name}`: parentheses call it, `f(x)`."),
    ),
    Rule("TypeError", rf".*\bnot '{_FUNCTION}'", _NOT_CALLED),
    Rule(
        "TypeError",
        r"'(?:int|float|bool|complex|numpy\.float64|numpy\.int64)' object is not "
        r"subscriptable",
        marked(
            "A single number has no elements: brackets stand after something that is "
            "no array."
        ),
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>tuple|str|range|bytes)' object does not support item assignment",
        marked(
            "A {kind} cannot be changed: make a new one, or use a list or an array."
        ),
    ),
    Rule(
        "TypeError",
        r"'(?P<kind>[\w.]+)' object does not support item assignment",
        marked(
            "A value of type `{kind}` has no elements to assign to: an array or a list "
            "is needed."
        ),
    ),
    Rule(
        "TypeError",
        r"(?:list|tuple|range|string) indices must be integers(?: or slices)?, not "
        r"'?tuple'?",
        marked(
            "A list has one index in each pair of brackets, `x[0][1]`: np.array makes "
            "an array of it, which has `x[0, 1]`."
        ),
    ),
    Rule(
        "TypeError",
        r"(?P<what>list|tuple|range|string) indices must be integers(?: or slices)?, "
        r"not '?float'?",
        marked(
            "An index is a whole number, and this is a float: `//` divides into whole "
            "numbers."
        ),
    ),
    Rule(
        "TypeError",
        r"(?P<what>list|tuple|range|string) indices must be integers(?: or slices)?, "
        r"not '?(?P<kind>[\w.]+)'?",
        marked(
            "An index of a {what} is a whole number, and this is a value of type "
            "`{kind}`."
        ),
    ),
    Rule(
        "TypeError",
        r"slice indices must be integers .*",
        marked(
            "The ends of a slice are whole numbers: `//` divides into whole numbers."
        ),
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?(?P<name>\w+|<lambda>)\(\) missing \d+ required "
        r"(?:positional|keyword-only) arguments?: (?P<missing>.*)",
        marked("`{name}` is called without all of its arguments: {missing} missing."),
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?(?P<name>\w+)\(\) takes from (?P<least>\d+) to (?P<most>\d+) "
        r"positional arguments? but (?P<given>\d+) w.*",
        marked(
            "The number of arguments given to `{name}` is {given}; it takes {least} to "
            "{most}."
        ),
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?(?P<name>\w+|<lambda>)\(\) takes (?P<most>\d+) positional "
        r"arguments? but (?P<given>\d+) w.*",
        marked(
            "The number of arguments given to `{name}` is {given}; it takes {most}."
        ),
    ),
    Rule(
        "TypeError",
        r"(?P<name>[\w.]+)\(\) takes (?:exactly )?one argument "
        r"\((?P<given>\d+) given\)",
        marked("The number of arguments given to `{name}` is {given}; it takes one."),
    ),
    Rule(
        "TypeError",
        r"(?P<name>[\w.]+)\(\) takes no arguments "
        r"\((?P<given>\d+) given\)",
        marked("The number of arguments given to `{name}` is {given}; it takes no."),
    ),
    Rule(
        "TypeError",
        r"(?P<name>[\w.]+)(?:\(\))? (?:takes exactly|expected) (?P<most>\d+) "
        r"arguments?,? (?:\(|got )(?P<given>\d+).*",
        marked(
            "The number of arguments given to `{name}` is {given}; it takes {most}."
        ),
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?_?(?P<name>\w+)\(\) got an unexpected keyword argument "
        r"'(?P<word>\w+)'\. Did you mean '(?P<near>\w+)'\?",
        marked("`{name}` has no argument `{word}`. Did you mean `{near}`?"),
    ),
    Rule(
        "TypeError",
        r"(?P<name>[\w.]+)\(\) takes no keyword arguments",
        marked("`{name}` takes its arguments by position alone, without names."),
    ),
    Rule(
        "TypeError",
        r"(?:.*\.)?(?P<name>\w+)\(\) got multiple values for argument '(?P<word>\w+)'",
        marked(
            "`{name}` is given its argument `{word}` twice: by position and by name."
        ),
    ),
)
