"""What a notebook checks becomes cases, in the order of the notebook."""

from grader.author.notebooks.cases import Walk


def told(walk, code, *, test=True, hidden=False, output=None):
    """Return the cases of a cell, each as its target and its text."""
    found = walk.code(code, 5, test=test, hidden=hidden, output=output)
    return [(case.target, case.text(n)) for n, case in enumerate(found, 1)]


def test_a_case_has_what_its_assert_needs():
    """Of what comes before an assert, what it needs is taken along."""
    walk = Walk(["f", "g"])
    told(walk, "import numpy as np\nbase = [1, 2]\nunused = 3", test=False)
    code = "x = np.array(base)\nx[0] = 5\nprint(x)\ny = g(x)\nassert np.allclose(y, 1)"
    ((target, text),) = told(walk, code)
    assert target == "g"
    assert text.split("\n") == [
        "def test_of_notebook_1(g):",
        '    """y is 1"""',
        "    base = [1, 2]",
        "    x = np.array(base)",
        "    x[0] = 5",
        "    y = g(x)",
        "    agree(y, 1, rtol=1e-05, atol=1e-08)",
    ]


def test_other_functions_are_the_reference_s():
    """A graded function that is not the one that is judged is the reference's."""
    walk = Walk(["f", "g"])
    ((target, text),) = told(walk, "a = f(2)\nassert g(a, f(3)) == 7")
    assert target == "g"
    assert "def test_of_notebook_1(g, reference):\n" in text
    assert "    a = reference.f(2)\n    agree(g(a, reference.f(3)), 7)" in text


def test_loops_and_test_functions():
    """Asserts within a loop or a function are translated where they stand."""
    walk = Walk(["f"])
    ((_, text),) = told(walk, "for x, y in [(1, 2)]:\n    assert f(x) == y")
    assert text.endswith("    for x, y in [(1, 2)]:\n        agree(f(x), y)")
    code = "def test_f(f):\n    y = f(3)\n    assert y == 4\n"
    ((_, text),) = told(walk, code)
    assert '"""check 1 of the notebook"""\n    y = f(3)\n    agree(y, 4)' in text


def test_test_functions_with_other_arguments():
    """A test function that is given more than functions stays as it is, marked."""
    ((_, text),) = told(Walk(["f"]), "def test_f(f, env):\n    assert f(env) == 1")
    assert "    # FILL IN: what cell 5 of the notebook checks:\n" in text
    assert "    # def test_f(f, env):\n    #     assert f(env) == 1" in text


def test_hidden_cases_do_not_tell_their_values():
    """The name of a hidden case says nothing of what is expected."""
    veiled = "### BEGIN HIDDEN TESTS\nassert f(7) == 9\n### END HIDDEN TESTS"
    code = f"assert f(1) == 2\n{veiled}"
    (_, shown), (_, hidden) = told(Walk(["f"]), code)
    assert '"""f(1) is 2"""' in shown
    assert '"""check 2 of the notebook"""' in hidden
    found = Walk(["f"]).code(code, 1, test=True, hidden=False, output=None)
    assert [case.hidden for case in found] == [False, True]


def test_values_that_a_test_showed():
    """What an otter test showed is what is expected."""
    walk = Walk(["f"])
    ((_, text),) = told(walk, "f(3)", output="array([1, 2])")
    assert "agree(f(3), np.array([1, 2]), rtol=1e-05, atol=1e-08)" in text
    ((_, text),) = told(walk, "np.isclose(f(3), 2)", output="True")
    assert "agree(f(3), 2, rtol=1e-05, atol=1e-08)" in text
    ((_, text),) = told(walk, "f(3)")
    assert "# FILL IN: what cell 5 of the notebook checks:\n    # f(3)" in text


def test_what_cannot_be_had_elsewhere():
    """A check that needs a file beside the notebook is left to its author."""
    walk = Walk(["f"])
    told(walk, "from lr_utils import load\nX = load()", test=False)
    ((_, text),) = told(walk, "assert f(X) == 3")
    assert "    # X = load()\n    # agree(f(X), 3)" in text
    ((_, text),) = told(walk, "assert f(unbound) == 3")
    assert "    # agree(f(unbound), 3)" in text


def test_imports_of_a_case():
    """What a check imports besides NumPy is imported by the case's file."""
    walk = Walk(["f"])
    told(walk, "import numpy as np, math\nfrom math import pi", test=False)
    (case,) = walk.code("assert f(pi) == 3", 1, test=True, hidden=False, output=None)
    assert case.imports == ("from math import pi",)


def test_demonstrations_are_no_cases():
    """A cell that calls a function and checks nothing gives nothing."""
    assert told(Walk(["f"]), "f(3)\nx = f(4)\nprint('done')", test=False) == []


def test_variables_that_are_bound_anew():
    """A name that no longer holds an answer is not judged."""
    walk = Walk(["f"])
    assert told(walk, "y = f(1)\ny = 3\nassert y == 3") == []


def test_expected_output():
    """A table below a cell says what its prints show; other text does not."""
    walk = Walk(["f"])
    told(walk, "x = 3\nprint('f = ' + str(f(x)))", test=False)
    assert list(walk.markdown("Well done.")) == []
    (case,) = walk.markdown("**Expected Output**\n\n| **f** | 7.25 |")
    assert case.body == ("x = 3", "agree(f(x), 7.25, rtol=1e-05, atol=1e-08)")
    assert list(walk.markdown("**Expected Output**\n\n| **f** | 7.25 |")) == []


def test_expected_output_that_is_no_value():
    """What cannot be read as a value is left to the author."""
    walk = Walk(["f"])
    told(walk, "print('f = ' + str(f(3)))", test=False)
    (case,) = walk.markdown("**Expected Output**\n\n| **f** | [1 ... 3] |")
    assert case.original == "expected: f(3): [1 ... 3]"


def test_expected_output_under_other_labels():
    """Values without a print of their label are paired by order, else kept marked."""
    cell = "print('a = ' + str(f(1)))\nprint('b = ' + str(f(2)))"
    table = "Expected output\n\n| name | value |\n| **f(1)** | 3 |\n| **f(2)** | 4 |"
    walk = Walk(["f"])
    told(walk, cell, test=False)
    assert [case.said for case in walk.markdown(table)] == ["f(1) is 3", "f(2) is 4"]
    told(walk, cell, test=False)
    (case,) = walk.markdown("Expected output\n\n| name | value |\n| **c** | 5 |")
    assert case.original == "expected: c: 5"
