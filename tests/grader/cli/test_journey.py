"""A student's way through an exercise, in a terminal of 80 columns."""

RIGHT = "e = np.exp(x)\nreturn e / np.sum(e, axis=1, keepdims=True)"


def test_from_the_map_to_the_right_answer(terminal, write, exercises):
    """Map, stub, wrong answer, misconception by name, loop, right answer, map."""
    first = terminal()
    assert f"0 of {len(exercises)} exercises passed" in first.lines[0]
    assert "  · softmax                 not started" in first.lines
    assert "exercises/numpy_basics/basic_sigmoid.py" in first.text

    stub = terminal("check", "softmax")
    assert stub.code == 1
    assert stub.lines[0].startswith("· softmax   not started")
    assert "exercises/numpy_basics/softmax.py:22" in stub.text
    assert "grader check softmax" in "".join(stub.lines[-2:])

    write("softmax", "return x - 1.0")
    wrong = terminal("check", "softmax")
    assert wrong.code == 1
    assert "✗ every row sums to one" in wrong.lines
    assert "values differ, most at" in wrong.text
    assert "This is what you get" not in wrong.text

    write("softmax", "e = np.exp(x)\nreturn e / np.sum(e)")
    known = terminal("check", "softmax")
    assert known.code == 1
    assert "✓ returns an array of the same shape" in known.lines
    start = known.lines.index("✗ every row sums to one")
    assert known.lines[start + 2 : start + 8] == [
        "    x         9  2  5  0  0",
        "              7  5  0  0  0",
        "    yours     0.852  0.001  0.016  0.000  0.000    row sum 0.8688",
        "              0.115  0.016  0.000  0.000  0.000    row sum 0.1312",
        "    expected  0.981  0.001  0.018  0.000  0.000    row sum 1",
        "              0.879  0.119  0.001  0.001  0.001    row sum 1",
    ]
    assert "when np.sum adds up the whole array instead of each row." in known.text

    write(
        "softmax",
        "out = np.zeros(x.shape)\n"
        "for i, row in enumerate(x):\n"
        "    out[i] = np.exp(row) / np.sum(np.exp(row))\n"
        "return out",
    )
    loop = terminal("check", "softmax")
    assert loop.code == 1
    assert "! explicit-loop   exercises/numpy_basics/softmax.py:36" in loop.lines
    assert "  36 |     for i, row in enumerate(x):" in loop.lines
    assert "5 of 10 points" in loop.text
    assert "! softmax" in terminal().text

    write("softmax", RIGHT)
    right = terminal("check", "softmax")
    assert right.code == 0
    assert right.lines[0].startswith("✓ softmax   10 of 10 cases")
    assert "10 of 10 points" in right.text

    last = terminal()
    assert f"1 of {len(exercises)} exercises passed" in last.lines[0]
    assert "  ✓ softmax                 passed" in last.lines

    write("softmax", "return 3")
    assert (
        "  ~ softmax                 changed since the last check" in terminal().lines
    )


def test_crash_and_mend(terminal, write):
    """A crash names the line and says NumPy's complaint in plain words."""
    write("softmax", "e = np.exp(x)\nreturn e / np.sum(e, axis=1)")
    screen = terminal("check", "softmax")
    assert "36 | return e / np.sum(e, axis=1)" in screen.text
    assert "Line 36: Shapes (2, 5) and (2,) do not line up" in screen.text
    assert "Look at the keepdims argument of np.sum." in screen.text
    assert "Traceback" not in screen.text


def test_next_action_after_a_crash(terminal, write):
    """After a crash the next action names the line that crashed."""
    write("softmax", "e = np.exp(x)\nreturn e / np.sum(e, axis=1)")
    assert "softmax.py:36" in "".join(terminal("check", "softmax").lines[-2:])


def test_syntax_error_and_mend(terminal, write):
    """A file that is not Python is told by line, and keeps its place in the map."""
    write("softmax", "return (np.exp(x)")
    screen = terminal("check", "softmax")
    assert screen.code == 2
    assert "line 35" in screen.text
    assert "'(' was never closed" in " ".join(screen.text.split())
    assert "  ✗ softmax                 unreadable" in terminal().lines


def test_all_done(terminal, solve, exercises):
    """With every exercise solved the map says so."""
    solve()
    screen = terminal("check")
    assert screen.code == 0
    assert sum(line.startswith("✓") for line in screen.lines) == len(exercises)
    points = f"{sum(exercise.points for exercise in exercises):g}"
    assert f"{points} of {points} points" in screen.text
    assert "All done" in terminal().lines[-1]


def test_slow_check_says_what_it_does(spawn, write):
    """While a check takes its time the terminal says what is being checked."""
    write("softmax", "while True:\n    pass")
    program = spawn("check", "softmax")
    program.expect_exact("checking softmax")
    program.sendintr()
    program.wait()


def test_hints_input_solution_and_the_stub_again(terminal, write, course):
    """Stuck, a hint, the input, one more hint, right, the solution, and anew."""
    first = terminal("hint", "softmax")
    assert first.lines[0] == "softmax   hint 1 of 3"
    write("softmax", "e = np.exp(x)\nreturn e / np.sum(e)")
    wrong = terminal("check", "softmax")
    assert wrong.lines[-4:] == [
        "Hint 2 of 3: grader hint softmax",
        "The exact input: grader inspect softmax",
        "Next: look at exercises/numpy_basics/softmax.py:22,",
        "then run: grader check softmax",
    ]
    whole = terminal("inspect", "--print")
    assert "x = np.array([[9, 2, 5, 0, 0]," in whole.lines
    second = terminal("hint")
    assert second.lines[0] == "softmax   hint 2 of 3"
    assert "np.sum takes axis and keepdims." in second.text

    closed = terminal("solution", "softmax")
    assert closed.code == 1
    assert "opens once your answer passes" in closed.text
    answer = write("softmax", RIGHT).read_bytes()
    right = terminal("check", "softmax")
    assert "Compare with: grader solution softmax" in right.lines
    assert right.lines[-1] == (
        "Next: open exercises/numpy_basics/L1.py, then run: grader check L1"
    )
    both = terminal("solution", "softmax")
    assert both.code == 0
    assert "        return e / np.sum(e, axis=1, keepdims=True)" in both.lines
    assert "passes: all of its hints are open." in terminal("hint", "softmax").text

    again = terminal("reset", "softmax")
    assert "What it held is kept: .grader/kept/softmax-1.py" in again.lines
    assert (course / ".grader/kept/softmax-1.py").read_bytes() == answer
    row = next(line for line in terminal("list").lines if " softmax " in line)
    assert row.split() == ["·", "softmax", "not", "started", "15", "10", "2"]


def test_forty_columns(terminal):
    """On a narrow terminal the list and the hints are as narrow."""
    rows = terminal("list", "numpy_basics", columns=40).lines
    at = rows.index("  · softmax")
    assert rows[at + 1] == "    not started, 15 min, 10 points"
    hint = terminal("hint", "softmax", columns=40).lines
    assert hint[2] == "  1. Each row becomes probabilities on"
    assert hint[3] == "     its own: exponentials divided by"
