"""Pictures are drawn with the student's functions, or it is said why they are not."""

import numpy as np
import pytest

from grader.errors import Exit
from grader.session import exhibit, gallery
from grader.session.submitted import read_course, read_file

FILE = "exercises/basics/pictures/double.py"
HEAD = """
    import numpy as np
    from grader.data import find
    from grader.pictures import numbers
"""
RIGHT = "def double(x):\n    return 2 * x\n"
LINE = """
    def line(figure, double):
        '''A line.'''
        x = np.arange(4.0)
        figure.subplots().plot(x, numbers(double(x), x.shape))
        return "It is a line."
    """


@pytest.fixture
def draw(small, guests, tmp_path):
    """Return a function that draws the pictures of `double` in a small course."""

    def start(source=RIGHT, pictures=LINE, *, kind="png", starting=None, **options):
        files = {FILE: HEAD + pictures} | options.pop("files", {})
        course = small(files, keys=options.pop("keys", ""))
        place = course.places["double"]
        names = ["double", "quadruple"]
        if source is None:
            _, entries = read_course(course, course.select(names))
        else:
            file = tmp_path / "answer.py"
            file.write_text(source, "utf-8")
            _, entries = read_file(course, names, file)
        by_name = dict(zip(names, entries, strict=True))
        show = exhibit.Exhibit(course, by_name, guests, options.pop("image", None))
        some = gallery.load(course, place)
        return [show.draw(place, one, kind, starting) for one in some]

    return start


def test_a_picture_is_drawn(draw):
    """A picture is the bytes of a file, and what it says in words."""
    (one,) = draw()
    assert one.data.startswith(b"\x89PNG")
    assert (one.said, one.fault, one.code) == ("It is a line.", "", Exit.PASSED)
    assert draw(kind="svg")[0].data.startswith(b"<?xml")
    assert draw()[0].data == one.data


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def double(x): return None", "`double`: The function returned None"),
        ("def double(x): return x[:2]", "`double`: The returned value has shape (2,)"),
        ("def double(x): return (i for i in x)", "is a value of type `generator`"),
        ("def double(x): return x * float('nan')", "4 of 4 values are not finite"),
        ("def double(x): return 1 / 0", "`double`: Line 1: "),
        ("def double(): return 1", "`double` takes no arguments; it is called as"),
        ("import os\ndef double(x): os._exit(0)", "ended the whole Python process"),
        ("def double(x):\n    while True: pass", "did not end within 1.5 s"),
        ("def double(x): return 2 * double.x", "has no `x`"),
        ("double = 3", "`double`"),
    ],
)
def test_a_function_that_gives_nothing_to_draw(draw, source, said):
    """What comes of the student's function instead of numbers is told in words."""
    (one,) = draw(source, keys="timeout = 0.5")
    assert said in one.fault
    assert (one.data, one.blames, one.code) == (b"", "double", Exit.STUDENT)


def test_a_function_that_is_not_there(draw):
    """Not started, missing and unreadable are told, with their exit codes."""
    stub = "def double(x):\n    ...\n"
    files = {"exercises/basics/double.py": stub}
    (one,) = draw(None, files=files)
    assert one.fault.startswith("Not started: `double`")
    assert (one.blames, one.code) == ("double", Exit.STUDENT)
    (one,) = draw("def quadruple(x): return x")
    assert one.fault == f"{one.fault.split()[0]} does not define `double`."
    files = {"exercises/basics/double.py": "def double(x"}
    (one,) = draw(None, files=files)
    assert one.code is Exit.USAGE


def test_what_a_picture_can_do_without(draw):
    """A function that has a default is the default where it is not started."""
    pictures = """
    def line(figure, double, quadruple=None):
        '''A line.'''
        return "none" if quadruple is None else f"{quadruple(3)}"
    """
    assert draw(RIGHT, pictures)[0].said == "none"
    both = RIGHT + "def quadruple(x):\n    return double(double(x))\n"
    assert draw(both, pictures)[0].said == "12"


def test_the_same_call_is_made_once(draw):
    """Pictures share what a call returned, and none can spoil it for another."""
    pictures = """
    def first(figure, double):
        '''First.'''
        x = double(np.ones(2))
        x += 1
        return f"{x[0]:g} {double(np.ones(2))[0]:g}"

    def second(figure, double):
        '''Second.'''
        return f"{double(np.ones(2))[0]:g}"
    """
    told = []
    done = draw(RIGHT, pictures, starting=told.append)
    assert [one.said for one in done] == ["3 2", "2"]
    assert told == ["first: double"]


def test_what_is_being_done_is_told(draw):
    """A call is told with the numbers in it."""
    pictures = """
    def first(figure, double):
        '''First.'''
        double(0.005)
        double(3)
        double(True)
    """
    told = []
    draw(RIGHT, pictures, starting=told.append)
    assert told == ["first: double with x 0.005", "first: double with x 3",
                    "first: double"]  # fmt: skip


def test_faults_are_remembered(draw):
    """A call that fails is not tried again by the next picture."""
    pictures = LINE + LINE.replace("line", "again")
    told = []
    one, other = draw("def double(x): return 1 / 0", pictures, starting=told.append)
    assert one.fault == other.fault != ""
    assert len(told) == 1


def test_no_call_knows_of_another(draw):
    """Each call has a guest of its own."""
    pictures = """
    def first(figure, double):
        '''First.'''
        return f"{double(1)} {double(2)}"
    """
    source = "n = []\ndef double(x):\n    n.append(x)\n    return len(n)"
    assert draw(source, pictures)[0].said == "1 1"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("return 1 / 0", "`first`: ZeroDivisionError: division by zero"),
        ("double(figure)", "It calls `double` with"),
        ("raise SystemError", "`first`: SystemError"),
    ],
)
def test_a_broken_picture_is_not_the_students_fault(draw, body, said):
    """What a picture itself does wrong is told as the course's fault."""
    pictures = f"""
    def first(figure, double):
        '''First.'''
        {body}

    def second(figure, double):
        '''Second.'''
    """
    one, other = draw(RIGHT, pictures)
    assert one.fault.startswith("This picture is broken. It is not your code. " + FILE)
    assert said in one.fault
    assert (one.code, one.blames) == (Exit.GRADER, "")
    assert other.data


def test_data_and_image(draw):
    """A picture gets the folder of the data and the image that it asks for."""
    pictures = """
    def first(figure, data, image):
        '''First.'''
        return f"{data.name} {image.shape}"

    def second(figure, data):
        '''Second.'''
        find(data, ("a.h5",))
    """
    one, other = draw(RIGHT, pictures, image=np.zeros((2, 3, 3), np.uint8))
    assert one.said == "data (2, 3, 3)"
    assert (other.fault, other.code) == ("There is no data/a.h5.", Exit.USAGE)


def test_a_file_of_data_is_handed_over(draw):
    """A path in the folder of the data reaches the function as that of a copy."""
    pictures = """
    def first(figure, double, data):
        '''First.'''
        return double(str(data / "a.txt"))

    def second(figure, double, data):
        '''Second.'''
        return double(str(data.parent / "exercises" / "course.toml"))
    """
    source = "def double(x):\n    with open(x) as file: return file.read()"
    one, other = draw(source, pictures, files={"data/a.txt": "cats"}, keys="files=true")
    assert one.said == "cats"
    assert "`double`: " in other.fault


def test_in_a_kit_the_students_own_are_used(small, guests):
    """Without solutions a function uses the student's own in other files."""
    files = {
        "exercises/basics/double.py": RIGHT,
        "exercises/basics/quadruple.py": "def quadruple(x): return double(double(x))",
        "exercises/basics/pictures/quadruple.py": """
            def first(figure, quadruple):
                '''First.'''
                return str(quadruple(3))
            """,
    }
    course = small(files)
    for file in course.root.glob("solutions/basics/*.py"):
        file.unlink()
    course.root.joinpath("solutions/basics").rmdir()
    course.root.joinpath("solutions").rmdir()
    _, entries = read_course(course, list(course))
    by_name = {entry.place.exercise.name: entry for entry in entries}
    place = course.places["quadruple"]
    (picture,) = gallery.load(course, place)
    show = exhibit.Exhibit(course, by_name, guests)
    assert show.draw(place, picture, "png").said == "12"
