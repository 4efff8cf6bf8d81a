"""The guest defines a submission and answers calls: what comes back.

The same code runs behind every wall: see sandbox/test_outcome.py for the others.
"""

import random
import time

import numpy as np
import pytest

from grader.guest import wire
from grader.guest.clock import LEAST
from grader.guest.protocol import MAX_FRAMES, MAX_MESSAGE, Kind
from grader.guest.wire import MAX_NAME, Opaque, Subclassed
from grader.sandbox.launcher import Sandbox
from grader.sandbox.outcome import (
    Counted,
    Place,
    Raised,
    Returned,
    Timed,
    Unsendable,
    WrongSignature,
)
from grader.sandbox.reply import told
from grader.sandbox.unit import Job, Piece, Unit


@pytest.fixture(scope="module")
def sandbox(best_wall):
    """Yield a sandbox behind the best wall, instead of one behind each."""
    with Sandbox(best_wall) as sandbox:
        yield sandbox


def value(answer):
    """Return the value of a call that came back with one."""
    assert isinstance(answer.outcome, Returned), answer
    return answer.outcome.value


def test_values_go_in_and_come_back(define):
    """Each kind of value reaches the function and comes back the same."""
    guest = define("def f(x): return x, type(x).__name__")
    pair = np.arange(6).reshape(2, 3), np.zeros((0, 3))
    for sent in (None, True, -(2**70), 0.1, 2j, "é", b"b", *pair, np.float32(1.5)):
        received = value(guest.call(0, (sent,), {}, 10))
        assert repr(received) == repr((sent, type(sent).__name__))
    nested = [1, (2.5, {"k": None})]
    assert value(guest.call(0, (nested,), {}, 10)) == (nested, "list")


def test_arguments_go_by_position_and_by_name(call):
    """Positions, names, defaults, stars: arguments arrive as they were given."""
    source = "def f(a, b=2, *c, d, **e): return a, b, c, d, e"
    assert value(call(source, 1, 5, 6, d=4, z=0)) == (1, 5, (6,), 4, {"z": 0})
    assert value(call(source, 1, d=4)) == (1, 2, (), 4, {})


def test_what_a_call_prints_comes_with_it(define):
    """Each call has what it printed, on stdout and stderr alike, and no other's."""
    guest = define("def f(x): print('é', x)")
    for number in range(3):
        assert guest.call(0, (number,), {}, 10).stdout == f"é {number}\n"


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("object()", "object"),
        ("(i for i in x)", "generator"),
        ("lambda: 1", "function"),
        ("{1}", "set"),
        ("range(3)", "range"),
        ("ValueError()", "ValueError"),
        ("np.array([None])", "ndarray"),
        ("np.array(['a'])", "ndarray"),
        ("np.datetime64('2024')", "datetime64"),
        ("type('float', (float,), {})(3)", "float"),
    ],
)
def test_what_cannot_cross_is_named(call, expression, name):
    """A value of any other type arrives as the name of its type."""
    answer = call(f"import numpy as np\ndef f(x): return {expression}, 7", [1])
    other, seven = value(answer)
    assert type(other) is Opaque
    assert other.type_name == name
    assert seven == 7


def test_subclasses_arrive_as_plain_data(call):
    """A matrix arrives as a plain array with its type's name."""
    returned = value(
        call("import numpy as np\ndef f(x): return x.view(np.matrix)", np.eye(2))
    )
    assert type(returned) is Subclassed
    assert returned.type_name == "matrix"
    assert type(returned.array) is np.ndarray


@pytest.mark.parametrize(
    "expression",
    [
        "bytes(200_000_000)",
        "np.zeros(20_000_000)",
        "[[None] * 1000] * 1000",
        "10 ** 5000",
        "deep(100)",
        "np.zeros((1,) * 17)",
    ],
)
def test_too_large_a_value_is_said_to_be_so(define, expression):
    """A value beyond the wire's limits is named so, and the guest goes on."""
    source = (
        "import numpy as np\n"
        "def deep(n): return [deep(n - 1)] if n else []\n"
        f"def f(x): return {expression} if x else 3"
    )
    guest = define(source)
    outcome = guest.call(0, (1,), {}, 10).outcome
    assert isinstance(outcome, Unsendable)
    assert outcome.why
    assert value(guest.call(0, (0,), {}, 10)) == 3


def test_long_type_names_still_cross(call):
    """A class with an endless name in any script is named, and no lie is seen in it."""
    returned = value(call("def f(): return type('€' * 5000, (), {})()"))
    assert type(returned) is Opaque
    assert 0 < len(returned.type_name) <= MAX_NAME


def test_an_exception_comes_with_its_lines(call):
    """What was raised has its type, message and the student's own lines."""
    source = (
        "import numpy as np\n"
        "def g(x):\n"
        "    return np.reshape(x, 7)\n\n"
        "def f(x):\n"
        "    return g(x)"
    )
    assert call(source, np.zeros(3)).outcome == Raised(
        "ValueError",
        "cannot reshape array of size 3 into shape (7,)",
        (Place("answer.py", 6, "f"), Place("answer.py", 3, "g", 11, 27)),
    )


@pytest.mark.parametrize(
    ("statement", "kind", "message"),
    [
        ("raise SystemExit(3)", "SystemExit", "3"),
        ("import sys; sys.exit()", "SystemExit", ""),
        ("exit()", "NameError", "name 'exit' is not defined"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt", ""),
        ("raise GeneratorExit", "GeneratorExit", ""),
        ("raise", "RuntimeError", "No active exception to reraise"),
        ("assert 1 == 2, 'no'", "AssertionError", "no"),
        ("raise type('E', (Exception,), {'__str__': lambda s: 1 / 0})", "E", ""),
        ("raise type('E', (Exception,), {'__str__': lambda s: 7})", "E", ""),
        ("raise ValueError('x' * 9999)", "ValueError", "x" * MAX_MESSAGE),
        ("raise ValueError('a\\ud800')", "ValueError", "a?"),
        ("import nothing_of_the_kind", "ModuleNotFoundError",
         "No module named 'nothing_of_the_kind'"),
    ],
)  # fmt: skip
def test_whatever_is_raised_is_an_outcome(define, statement, kind, message):
    """Each exception, exits among them, is told and does not end the guest."""
    guest = define(f"def f(x):\n    if x:\n        {statement}\n    return 1")
    outcome = guest.call(0, (1,), {}, 10).outcome
    assert isinstance(outcome, Raised)
    assert outcome[:2] == (kind, message)
    assert outcome.frames[-1][:3] == ("answer.py", 3, "f")
    assert value(guest.call(0, (0,), {}, 10)) == 1


def test_chained_causes_by_the_thousand_are_no_work(call):
    """An exception with a long chain of causes is told like any other."""
    source = (
        "def f():\n"
        "    error = ValueError('first')\n"
        "    for number in range(50_000):\n"
        "        new = ValueError(str(number))\n"
        "        new.__cause__, error = error, new\n"
        "    raise error"
    )
    outcome = call(source, seconds=5).outcome
    assert outcome[:2] == ("ValueError", "49999")


def test_endless_recursion_is_an_exception(call):
    """Calling itself for ever raises, with as many frames as are kept."""
    outcome = call("def f(): return f()").outcome
    assert outcome.type == "RecursionError"
    assert len(outcome.frames) == MAX_FRAMES


def test_a_hostile_exception_costs_the_guest_only(define, fresh, unit):
    """An exception that raises when it is looked at leaves the sandbox whole."""
    source = (
        "class E(SyntaxError):\n"
        "    lineno = property(lambda self: 1 / 0)\n"
        "def f(): raise E"
    )
    assert not isinstance(define(source).call(0, (), {}, 10).outcome, Returned)
    guest = fresh()
    assert guest.define([unit("def f(): return 1")], (), 7, 10)[0] == ["callable"]


@pytest.mark.parametrize(
    ("source", "args", "signature"),
    [
        ("def f(x): return x", (), "(x)"),
        ("def f(x): return x", (1, 2), "(x)"),
        ("def f(): return 1", (1,), "()"),
        ("def f(a, b, c=1): return a", (1,), "(a, b, c)"),
        ("f = lambda x: x", (), "(x)"),
    ],
)
def test_a_call_that_does_not_fit_says_so(call, source, args, signature):
    """Code that takes other arguments tells which it takes."""
    assert call(source, *args).outcome == WrongSignature(signature)


def test_an_unknown_argument_name_does_not_fit(call):
    """A name that is no parameter is a matter of the signature too."""
    assert call("def f(x): return x", y=1).outcome == WrongSignature("(x)")


@pytest.mark.parametrize(
    "source",
    [
        "def g(x): return x\ndef f(): return g()",
        "def f(): return None + 1",
        "def f(): raise TypeError('f() takes 2 positional arguments')",
    ],
)
def test_a_type_error_inside_is_an_exception(call, source):
    """A TypeError further in is told as raised, not as a wrong signature."""
    outcome = call(source).outcome
    assert isinstance(outcome, Raised)
    assert outcome.type == "TypeError"


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        ("x[0] = 9", ("0",)),
        ("x *= 2", ("0",)),
        ("x += 0", ()),
        ("x = x + 1", ()),
        ("x[0] = x[0]", ()),
        ("y.append(1)", ("1",)),
        ("y[0][0] = 5", ("1",)),
        ("y.append(y)", ("1",)),
        ("y.append(object())", ("1",)),
        ("z['new'] = 1", ("z",)),
        ("x[0] = 9; z.clear()", ("0", "z")),
    ],
)
def test_arguments_changed_in_place_are_named(call, change, changed):
    """An argument that is not as it was is named, by position or by name."""
    x, y, z = np.array([1.0, np.nan]), [np.zeros(1)], {"a": 1}
    outcome = call(f"def f(x, y, z):\n    {change}\n    return 1", x, y, z=z).outcome
    assert outcome == Returned(1, changed)
    assert repr((x, y, z)) == "(array([ 1., nan]), [array([0.])], {'a': 1})"


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        ("x[0] = 9", ("0",)),
        ("x.shape = (2, 1)", ("0",)),
        ("x.dtype = np.int64", ("0",)),
        ("b[1] = True", ("1",)),
        ("x[0] = 9; b[0] = True", ("0", "1")),
        ("x += 0", ()),
        ("x = x + 1; n += 1", ()),
        ("x.setflags(write=False)", ()),
    ],
)
def test_plain_arguments_changed_in_place_are_named(call, change, changed):
    """It is so for arrays alone, of which the bytes are compared."""
    source = f"import numpy as np\ndef f(x, b, n, s):\n    {change}\n    return 1"
    x, b = np.array([1.0, np.nan]), np.array([False, False])
    assert call(source, x, b, 3, "text").outcome == Returned(1, changed)


def test_values_arrive_by_copy(define):
    """What the host gets is its own: later calls do not reach into it."""
    guest = define(
        "import numpy as np\ns = np.zeros(2)\ndef f():\n    s[0] += 1\n    return s"
    )
    first, second = (value(guest.call(0, (), {}, 10)) for _ in range(2))
    assert (first[0], second[0]) == (1, 2)


def test_a_file_may_keep_state_between_calls(define):
    """A guest lives through the calls of one submission."""
    guest = define("n = 0\ndef f():\n    global n\n    n += 1\n    return n")
    assert [value(guest.call(0, (), {}, 10)) for _ in range(3)] == [1, 2, 3]


def found(fresh, *units, ask=(), seed=7):
    """Return what defining units in a guest of their own came to."""
    guest = fresh()
    kinds, answer = guest.define(list(units), ask, seed, 10)
    return kinds, answer


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("def f(): pass", "callable"),
        ("class f: pass", "callable"),
        ("from math import exp as f", "callable"),
        ("f = 3", "int"),
        ("f = 'text'", "str"),
        ("f = None", "missing"),
        ("g = 3", "missing"),
        ("if __name__ == '__main__':\n    f = 1", "missing"),
        ("if False:\n    def f(): pass", "missing"),
    ],
)
def test_a_definition_says_what_the_name_is(fresh, unit, source, kind):
    """Defining says of each unit whether its name can be called, or what it is."""
    assert found(fresh, unit(source))[0] == [kind]


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [
        ("import numpy as np\nx = np.nothing\nf = 1", "AttributeError", 2),
        ("f = 1\nreturn 3", "SyntaxError", 2),
        ("def f(x):\n    x = 1\n    global x", "SyntaxError", 3),
        ("raise SystemExit", "SystemExit", 1),
    ],
)
def test_a_file_that_does_not_load_says_where(fresh, unit, source, kind, line):
    """What a source raises when it is defined is told with its line."""
    kinds, answer = found(fresh, unit(source))
    assert kinds == []
    assert answer.outcome.type == kind
    assert answer.outcome.frames[-1].line == line


def test_only_the_kept_statements_run(fresh):
    """Statements that were not kept are not executed; lines count as in the file."""
    source = "raise ValueError\nn = 4\n\ndef f():\n    return n / 0\nf()"
    piece = Piece("answer.py", source, (1, 2))
    guest = fresh()
    assert guest.define([Unit(("f",), (piece,))], (), 7, 10)[0] == ["callable"]
    outcome = guest.call(0, (), {}, 10).outcome
    assert [one[:3] for one in outcome.frames] == [("answer.py", 5, "f")]


def test_only_the_needed_names_are_imported(fresh):
    """Of an import of several modules, one that is not needed is not tried."""
    source = (
        "import math as m, tensorflow_of_nobody as tf\n"
        "from math import floor, nothing_of_the_kind\n"
        "def f(x): return m.sqrt(floor(x))"
    )
    piece = Piece("answer.py", source, (0, 1, 2), ("m", "floor", "f"))
    guest = fresh()
    assert guest.define([Unit(("f",), (piece,))], (), 7, 10)[0] == ["callable"]
    assert value(guest.call(0, (4.5,), {}, 10)) == 2


def test_pieces_share_their_names(fresh):
    """Cells of one submission see what earlier ones defined, each with its label."""
    pieces = (
        Piece("cell 1", "import numpy as np\nhalf = 0.5", (0, 1)),
        Piece("cell 2", "def f(x): return np.floor(x * half) / 0", (0,)),
    )
    guest = fresh()
    assert guest.define([Unit(("f",), pieces)], (), 7, 10)[0] == ["callable"]
    (place,) = guest.call(0, ("x",), {}, 10).outcome.frames
    assert place[:3] == ("cell 2", 1, "f")


def test_units_do_not_share_their_names(fresh):
    """Two submissions' functions in one guest have a namespace each."""
    one = Unit(("f",), (Piece("a", "n = 1\ndef f(): return n", (0, 1)),))
    other = Unit(("g",), (Piece("b", "n = 2\ndef g(): return n", (0, 1)),))
    guest = fresh()
    assert guest.define([one, other], (), 7, 10)[0] == ["callable"] * 2
    assert [value(guest.call(i, (), {}, 10)) for i in (0, 1)] == [1, 2]


def test_any_of_the_names_will_do(fresh):
    """A unit's function goes by any of its names, the first of them first."""
    piece = Piece("a", "def old(): return 1\ndef new(): return 2", (0, 1))
    for names, expected in ((("new", "old"), 2), (("none", "old"), 1)):
        guest = fresh()
        assert guest.define([Unit(names, (piece,))], (), 7, 10)[0] == ["callable"]
        assert value(guest.call(0, (), {}, 10)) == expected


def test_a_unit_may_use_one_before_it(fresh, unit):
    """A unit's function is supplied to a later unit that uses it."""
    first = unit("def g(x): return x + 1", name="g")
    guest = fresh()
    assert guest.define([first, unit("def f(x): return 10 * g(x)", ("g",))], (), 7, 10)[
        0
    ]
    assert value(guest.call(1, (1,), {}, 10)) == 20


def test_dataclasses_work(call):
    """A submission is a module that can be looked up by its name."""
    source = (
        "from dataclasses import dataclass\n"
        "@dataclass\nclass Point:\n    x: 'int'\n"
        "def f(): return Point(3).x, __name__"
    )
    assert value(call(source)) == (3, "submission")


def test_chance_is_the_same_for_the_same_seed(define):
    """A submission that draws without a seed draws what the check's seed says."""
    source = (
        "import random\nimport numpy as np\n"
        "def f(): return random.random(), np.random.rand(2)"
    )
    random.seed(7)
    drawn = [value(define(source, seed=seed).call(0, (), {}, 10)) for seed in (7, 7, 8)]
    assert repr(drawn[0]) == repr(drawn[1]) != repr(drawn[2])
    assert drawn[0][0] == random.random()  # noqa: S311 - the point of it


@pytest.fixture
def asking(define):
    """Return a function that calls `f`, with `g` supplied by another guest."""

    def run(source, helper_source, *args, seconds=10):
        helper = define(helper_source.replace("def g", "def f", 1))
        guest = define(source, "g")
        return guest.call(
            0, args, {}, seconds, lambda _, body, left: helper.relay(0, body, left)
        )

    return run


def test_a_stand_in_calls_the_supplied_function(asking):
    """A supplied function is called over the wire, and gives its value to the code."""
    answer = asking(
        "import numpy as np\ndef f(x): return g(x, by=2) + g(np.ones(2))",
        "def g(x, by=1): return x * by",
        np.array([1.0, 5.0]),
    )
    assert value(answer).tolist() == [3.0, 11.0]


def test_a_stand_in_may_be_called_while_the_file_loads(fresh, define, unit):
    """A table or default that needs a supplied function is made when it is defined."""
    helper = define("def f(x): return x + 1")
    guest = fresh()
    found, answer = guest.define(
        [unit("T = g(1)\ndef f(x, n=g(2)): return x, T, n", ("g",))],
        ("g",),
        7,
        10,
        helper=lambda _, body, left: helper.relay(0, body, left),
    )
    assert found == ["callable"], answer
    assert value(guest.call(0, (0,), {}, 10)) == (0, 2, 3)


def test_a_stand_in_replaces_the_file_s_own(asking):
    """The supplied function is called even where the file defines one of its name."""
    source = "def g(x): return 'own'\ndef f(x): return g(x)"
    assert value(asking(source, "def g(x): return 'supplied'", 1)) == "supplied"


def test_a_stand_in_gets_copies(asking):
    """A supplied function that changes its argument does not change the caller's."""
    source = "def f(x):\n    g(x)\n    return x"
    assert value(asking(source, "def g(x): x.clear()", [1, 2])) == [1, 2]


@pytest.mark.parametrize(
    ("helper", "said"),
    [
        ("def g(x): raise ValueError('no such shape')", "ValueError: no such shape"),
        ("def g(x): raise SystemExit('out')", "RuntimeError: out"),
        ("def g(x): raise type('Own', (Exception,), {})('m')", "RuntimeError: m"),
        ("def g(): return 1", "TypeError: g() takes ()"),
        (
            "def g(x): return bytes(200_000_000)",
            "RuntimeError: g() could not be called",
        ),
    ],
)
def test_a_stand_in_raises_what_was_raised(asking, helper, said):
    """What a supplied function raises can be caught by the code that called it."""
    source = (
        "def f(x):\n"
        "    try:\n"
        "        return g(x)\n"
        "    except Exception as error:\n"
        "        return f'{type(error).__name__}: {error}'"
    )
    assert value(asking(source, helper, 1)) == said


def test_an_exception_of_a_stand_in_names_the_calling_line(asking):
    """An exception of a supplied function is told at the line that called it."""
    outcome = asking("def f(x):\n    return g(x)", "def g(x): return x @ x", 1).outcome
    assert outcome.type == "TypeError"
    assert [one[:3] for one in outcome.frames] == [("answer.py", 2, "f")]


SAYS = "def f(x):\n    print('call')\n"


def test_calls_are_timed(define):
    """A fast function is called several times, and the time is that of one call."""
    answer = define(SAYS).time(0, (1,), 0.01, 10)
    assert isinstance(answer.outcome, Timed)
    assert answer.stdout.count("call") >= LEAST


def test_a_slow_call_is_timed_once(define):
    """A function that takes much longer than asked for is called once."""
    source = f"import time\n{SAYS}    time.sleep(0.2)"
    answer = define(source).time(0, (1,), 0.01, 10)
    assert answer.outcome.seconds >= 0.2
    assert answer.stdout.count("call") == 1


def test_each_timed_call_has_fresh_arguments(define):
    """What a call does to its arguments the next one does not see."""
    guest = define("def f(x):\n    assert x[0] == 0\n    x[0] = 1")
    assert isinstance(guest.time(0, (np.zeros(3),), 0.01, 10).outcome, Timed)


def test_a_timed_call_may_raise(define):
    """An exception ends the timing."""
    outcome = define("def f(x): return 1 / x").time(0, (0,), 0.01, 10).outcome
    assert isinstance(outcome, Raised)
    assert outcome.type == "ZeroDivisionError"


@pytest.mark.parametrize(("inside", "least", "most"), [(0.0, 0.0, 0.3), (4.0, 4.0, 9)])
def test_what_is_supplied_counts_without_the_way_there(define, inside, least, most):
    """A supplied function counts with the time that it took itself."""
    guest = define("def f(x): return g(x)", "g")
    reply = {"outcome": "returned", "value": 1, "seconds": inside}

    def slow(_index, _body, _seconds):
        time.sleep(0.3)
        return memoryview(wire.join(wire.encode(reply)))

    outcome = guest.time(0, (1,), 0.01, 10, slow).outcome
    assert least <= outcome.seconds < most


def test_a_supplied_function_says_what_it_took(define):
    """The reply to another guest's question has the seconds of the call."""
    guest = define("import time\ndef f(x): time.sleep(x)")
    body = memoryview(wire.join(wire.encode(((0.1,), {}))))
    reply = wire.decode(guest.relay(0, body, 10))
    assert 0.1 <= reply["seconds"] < 10


def requests(*values):
    """Return calls with one argument each, as they cross."""
    return tuple([wire.join(wire.encode(((one,), {}))) for one in values])


@pytest.fixture
def called(unit):
    """Return a function that defines a function and calls it with each value."""

    def run(guest, source, *values, seconds=10):
        (came,) = guest.calls([Job(unit(source), requests(*values))], (), 7, seconds)
        return came.calls

    return run


def test_many_calls_are_answered_in_order(fresh, called):
    """Calls that come together are replied to one after the other, raised ones too."""
    guest = fresh()
    replies = called(guest, "def f(x): return 1 / x", 2, 0, 4.0)
    outcomes = [wire.decode(bytearray(one.body)) for one in replies]
    assert [one["outcome"] for one in outcomes] == ["returned", "raised", "returned"]
    assert (outcomes[0]["value"], outcomes[2]["value"]) == (0.5, 0.25)
    assert value(guest.call(0, (5,), {}, 10)) == 0.2


def test_functions_are_called_one_after_the_other(fresh, unit):
    """Functions that come together each get their own calls, and their own numbers."""
    guest = fresh()
    jobs = [
        Job(unit(f"def f(x): return x + {add}"), requests(*range(add)))
        for add in range(3)
    ]
    came = guest.calls(jobs, (), 7, 10)
    values = [[value_of(reply) for reply in one.calls] for one in came]
    assert values == [[], [1], [2, 3]]
    assert guest.held == 3
    assert [value(guest.call(index, (1,), {}, 10)) for index in range(3)] == [1, 2, 3]


def value_of(reply):
    """Return what a call made ahead returned."""
    return wire.decode(bytearray(reply.body))["value"]


def test_a_function_that_is_not_there_has_no_replies(fresh, unit):
    """What does not load, or has another name, is left out; the others are called."""
    guest = fresh()
    sources = ["def f(x): return x", "1 / 0", "f = 3", "def f(x): return -x"]
    jobs = [Job(unit(source), requests(1, 2)) for source in sources]
    came = guest.calls(jobs, (), 7, 10)
    assert [len(one.calls) for one in came] == [2, 0, 0, 2]
    assert [value_of(one) for one in came[3].calls] == [-1, -2]
    assert guest.ended


def test_the_same_value_is_the_same_reply(fresh, called):
    """Of two calls with one value the bytes are the same, whatever they took."""
    source = "import time\ndef f(x):\n    time.sleep(x)\n    return [1, 'a']"
    one, two = called(fresh(), source, 0.05, 0)
    assert one.body == two.body
    assert one.seconds > 0.02


def test_slow_replies_do_not_wait_for_each_other(fresh, called):
    """What took its time is sent at once, and each call has the whole time limit."""
    source = "import time\ndef f(x):\n    time.sleep(x)\n    return x"
    assert len(called(fresh(), source, *[0.3] * 4, seconds=0.6)) == 4


def test_calls_that_came_back_are_kept(fresh, called):
    """Of calls of which one does not end, those long before it are there."""
    guest = fresh()
    source = "def f(x):\n    while x > 1:\n        pass\n    return 'a' * 20_000"
    assert len(called(guest, source, 0, 1, 2, 0, seconds=0.5)) == 2
    assert guest.ended


def test_what_prints_has_no_replies(fresh, called):
    """A print among calls made together belongs to none: there are no replies."""
    guest = fresh()
    assert called(guest, "def f(x):\n    print(x)\n    return x", 1, 2) == []
    assert guest.ended


def test_calls_of_what_is_supplied_go_between(fresh, unit):
    """A function that asks the host is answered while calls wait for their turn."""
    answer = memoryview(wire.join(wire.encode({"outcome": "returned", "value": 21})))
    jobs = [Job(unit("def f(x): return 2 * g(x)", ("g",)), requests(1, 2))]
    (came,) = fresh().calls(jobs, ("g",), 7, 10, lambda *_: answer)
    assert [value_of(one) for one in came.calls] == [42, 42]


SUM = """
def f(x):
    total = 0
    for one in x:
        total += one
    return total
"""


def counts(*values):
    """Return calls that are counted in full, as they cross."""
    return tuple([wire.join(wire.encode(((one,), 0))) for one in values])


def test_calls_are_counted_after_those_that_are_made(fresh, unit):
    """What is counted among calls made together is what is counted alone."""
    guest = fresh()
    xs = [np.ones(50), np.ones(3)]
    jobs = [
        Job(unit(SUM), requests(np.ones(2)), counts(*xs)),
        Job(unit("def f(x): return x + 1"), requests(1)),
    ]
    first, second = guest.calls(jobs, (), 7, 10)
    assert [value_of(one) for one in (*first.calls, *second.calls)] == [2, 2]
    alone = fresh()
    alone.define([unit(SUM)], (), 7, 10, count=True)
    expected = [alone.count(0, (x,), 10).outcome for x in xs]
    assert [told(one.body, Kind.COUNT) for one in first.counts] == expected
    assert expected[0].steps > expected[1].steps
    assert isinstance(told(first.loaded, Kind.DEFINE), Counted)
    assert (second.counts, second.loaded) == ([], b"")
    assert [value(guest.call(index, (np.ones(4),), {}, 10)) for index in (0,)] == [4]


def test_calls_that_came_back_are_kept_where_a_count_does_not(fresh, unit):
    """Of a count that does not end nothing is told; the calls before it are there."""
    source = (
        "import time\ndef f(x):\n    time.sleep(50 * (x > 1))\n    return 'a' * 20_000"
    )
    job = Job(unit(source), requests(0, 1), counts(0, 2))
    guest = fresh()
    (came,) = guest.calls([job], (), 7, 0.5)
    assert len(came.calls) == 2
    assert len(came.counts) <= 1
    assert guest.ended


def test_a_count_that_raises_is_told(fresh, unit):
    """What is raised in a counted call is its outcome, and the next one is counted."""
    job = Job(unit("def f(x): return 1 / x"), requests(1), counts(0, 1))
    (came,) = fresh().calls([job], (), 7, 10)
    raised, counted = (told(one.body, Kind.COUNT) for one in came.counts)
    assert raised.type == "ZeroDivisionError"
    assert counted.steps > 0


def test_functions_of_several_definitions(define):
    """A guest that is given one function after the other calls each by its number."""
    guest = define("def f(x): return x + 1")
    later = Unit(("f",), (Piece("a.py", "def f(x): return x + 2", (0,)),))
    assert guest.define([later], (), 7, 10)[0] == ["callable"]
    assert guest.held == 2
    assert [value(guest.call(index, (1,), {}, 10)) for index in (0, 1)] == [2, 3]
