"""`grader show`: what your answer does, drawn as pictures and saved."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console
from rich.text import Text

from grader.cli import here
from grader.cli.album import Album, opened
from grader.cli.check import load
from grader.cli.console import console, problem, working
from grader.course import Course, Place
from grader.errors import Exit, UsageError
from grader.language import marked, say
from grader.render.paragraph import paragraph
from grader.render.text import next_action, printable
from grader.sandbox.grants import needed
from grader.sandbox.launcher import Isolation, Sandbox
from grader.verdict import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from grader.session.exhibit import Drawn
    from grader.session.gallery import Picture
    from grader.session.submitted import Entry


DRAWING = marked("drawing {name} …")


class Request(NamedTuple):
    """What was asked for on the command line."""

    course: Path | None
    name: str | None
    file: Path | None
    isolation: Isolation
    save: Path | None
    image: Path | None
    open: bool


def show(request: Request) -> Exit:
    """Draw the pictures of an exercise, save and tell them; return the exit code."""
    course = load(request.course)
    if request.name is None:
        return _list(course, request)
    (place,) = course.select([request.name])
    _check(course, place)
    album = Album(course, place, request.save)
    from grader.session import gallery  # noqa: PLC0415 - heavy
    from grader.session.reference import ExerciseError  # noqa: PLC0415

    try:
        every = gallery.load(course, place)
    except ExerciseError as error:
        told = say("This picture is broken. It is not your code. {error}")
        problem(told.format(error=error), "")
        return Exit.GRADER
    pictures = [
        one for one in every if (gallery.IMAGE in one.asks) == bool(request.image)
    ]
    if not pictures:
        name = place.exercise.name
        raise UsageError(*_no_picture(name, every, image=bool(request.image)))
    album.single = len(pictures) == 1
    image = _image(request)
    entries = _entries(course, place, pictures, request)
    _head(place, entries, request)
    drawn = _draw(course, place, entries, pictures, request, image, album)
    out = console()
    if album.remark:
        paragraph(out, album.remark, 0)
        out.print()
    action = _next(place, entries, drawn, request, more=len(every) > len(pictures))
    out.print(next_action(printable(action), out.width), soft_wrap=True)
    return max(one.code for one in drawn)


def _drawable(course: Course) -> list[str]:
    """Return the names of the exercises that have pictures."""
    return [one.exercise.name for one in course if one.pictures.is_file()]


def _list(course: Course, request: Request) -> Exit:
    """Print the exercises that have pictures, each with the command that draws them."""
    names = _drawable(course)
    if not names:
        raise UsageError(
            say("No exercise of this course has a picture."),
            say("`grader` lists the exercises."),
        )
    if request.file or request.save or request.image or request.open:
        raise UsageError(
            say("Which exercise?"),
            say("These have pictures: {names}.").format(names=say(", ").join(names)),
        )
    out, command = console(), here.command(request.course)
    wide = max(map(len, names))
    for name in names:
        text = Text(name.ljust(wide), style="bold")
        shown = printable(command("show", name))
        out.print(text.append(f"   {shown}", style="not bold"), soft_wrap=True)
    out.print()
    out.print(say("Next: run the command of one; it draws what your answer does."))
    return Exit.PASSED


def _check(course: Course, place: Place) -> None:
    """Refuse an exercise without pictures, and to draw without matplotlib."""
    if not place.pictures.is_file():
        some = _drawable(course)
        raise UsageError(
            say("`{name}` has no picture.").format(name=place.exercise.name),
            say("These have: {names}.").format(names=say(", ").join(some))
            if some
            else say("No exercise here has one."),
        )
    try:
        import matplotlib  # noqa: F401, ICN001, PLC0415 - is it there?
    except ImportError:
        raise UsageError(
            say("{option} needs matplotlib, which is not installed.").format(
                option="`grader show`"
            ),
            say("Install it with: {command}").format(
                command="pip install 'exercise-grader[plot]'"
            ),
        ) from None


def _no_picture(
    name: str, every: "Sequence[Picture]", *, image: bool
) -> tuple[str, str]:
    if image:
        return (
            say("No picture of `{name}` takes an image.").format(name=name),
            say("Leave --image out."),
        )
    if every:
        return (
            say("The pictures of `{name}` take an image of yours.").format(name=name),
            say("For example: {command}").format(
                command=f"grader show {name} --image cat.png"
            ),
        )
    return say("`{name}` has no picture.").format(name=name), ""


def _image(request: Request) -> "np.ndarray | None":
    if request.image is None:
        return None
    from grader.pictures import photo  # noqa: PLC0415 - heavy

    return photo.read(request.image)


def _entries(
    course: Course, place: Place, pictures: "Sequence[Picture]", request: Request
) -> "dict[str, Entry]":
    """Return what the student wrote for each exercise that the pictures ask for."""
    from grader.session import submitted  # noqa: PLC0415 - heavy

    asked = [name for one in pictures for name in one.asks if name in course.places]
    names = list(dict.fromkeys([place.exercise.name, *asked]))
    if not (course.base / "solutions").is_dir():
        # A student kit has no references to supply; then they use their own.
        names = list(dict.fromkeys([*names, *course.supplied(names)]))
    if request.file is None:
        _, entries = submitted.read_course(course, course.select(names))
    else:
        _, entries = submitted.read_file(course, names, request.file)
    return dict(zip(names, entries, strict=True))


def _draw(
    course: Course,
    place: Place,
    entries: "dict[str, Entry]",
    pictures: "Sequence[Picture]",
    request: Request,
    image: "np.ndarray | None",
    album: Album,
) -> "list[Drawn]":
    """Draw, keep, tell and open the pictures, one after the other."""
    from grader.session.exhibit import Exhibit  # noqa: PLC0415 - heavy

    out = console()
    drawn, files = [], []
    grants = needed(entry.place.exercise for entry in entries.values())
    with Sandbox(request.isolation, grants) as sandbox:
        exhibit = Exhibit(course, entries, sandbox, image)
        for picture in pictures:
            with working(DRAWING) as starting:
                one = exhibit.draw(place, picture, album.kind, starting)
            drawn.append(one)
            if one.fault:
                _tell_fault(one, out)
            else:
                files.append(album.keep(picture.name, one.data))
                _tell(one, here.path(files[-1]), out)
            out.print()
    if request.open and files and (why := opened(files)):
        paragraph(out, why, 0)
        out.print()
    return drawn


def _head(place: Place, entries: "dict[str, Entry]", request: Request) -> None:
    entry, out = entries[place.exercise.name], console()
    head = Text().append(place.exercise.name, style="bold")
    head.append(f"   {printable(_where(entry, request))}", style="dim")
    out.print(head, soft_wrap=True)
    out.print()


def _tell(drawn: "Drawn", file: str, out: Console) -> None:
    line = Text("✓ ", style="green").append(drawn.picture.name, style="default")
    out.print(line.append(f"   {printable(file)}", style="default"), soft_wrap=True)
    paragraph(out, drawn.picture.caption, 2)
    for sentence in filter(None, drawn.said.split("\n")):
        paragraph(out, sentence, 2, "bold")


def _tell_fault(drawn: "Drawn", out: Console) -> None:
    line = Text("✗ ", style="red").append(drawn.picture.name, style="default")
    not_drawn = say("not drawn")
    out.print(line.append(f"   {not_drawn}", style="default"), soft_wrap=True)
    paragraph(out, drawn.fault, 2, "bold")
    for row in drawn.details.splitlines():
        out.print(Text(f"    {printable(row)}", style="dim"), soft_wrap=True)


def _where(entry: "Entry", request: Request) -> str:
    """Return the file and line of an answer, as they are read here."""
    # A path of --file is shown as it was given.
    file = entry.path if request.file else here.path(entry.place.stub)
    return entry.spot.of(file)


def _next(
    place: Place,
    entries: "dict[str, Entry]",
    drawn: "Sequence[Drawn]",
    request: Request,
    *,
    more: bool,
) -> str:
    """Return the next action; `more` pictures take an image, or take none."""
    name = place.exercise.name
    given = ["--file", str(request.file)] if request.file else []
    if request.isolation is not Isolation.AUTO:
        given += ["--isolation", request.isolation.value]
    command = here.command(request.course)
    again = command("show", name, *given)
    worst = max(drawn, key=lambda one: one.code)
    if worst.code is Exit.GRADER:
        return say("Next: tell the course's author; your answer was not at fault.")
    if worst.blames:
        entry = entries[worst.blames]
        where, check = _where(entry, request), command("check", worst.blames, *given)
        if entry.status is Status.NOT_STARTED:
            return say("Next: write {name} in {where}, then run: {command}").format(
                name=worst.blames, where=where, command=check
            )
        return say("Next: look at {where}, then run: {command}").format(
            where=where, command=check
        )
    if worst.fault:
        return say("Next: put that right, then run: {command}").format(command=again)
    if more and request.image is None:
        return say("Next: for an image of your own, run: {command}").format(
            command=f"{again} --image FILE"
        )
    if not request.open:
        image = ["--image", str(request.image)] if request.image else []
        opening = command("show", name, *given, *image, "--open")
        return say("Next: to have it opened, run: {command}").format(command=opening)
    return say("Next: `{command}` shows what is left of the course.").format(
        command=command()
    )
