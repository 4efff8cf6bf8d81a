"""A case made of what a notebook checks, as it stands in a file of cases."""

from typing import NamedTuple

from grader.author.marks import MARK

MAX_NAME = 60
_NOT_IN_NAMES = ('"', "\\", "\n")


class Case(NamedTuple):
    """A case of the function `target`; `original` if it could not be translated."""

    target: str
    cell: int
    hidden: bool
    said: str
    body: tuple[str, ...]
    imports: tuple[str, ...] = ()
    reference: bool = False
    original: str = ""

    def text(self, number: int) -> str:
        """Return the case as a function, its name with this number."""
        fixtures = self.target + (", reference" if self.reference else "")
        head = f"def test_of_notebook_{number}({fixtures}):"
        if self.original:
            lines = self.original.split("\n")
            return "\n".join(
                [
                    head,
                    f'    """{MARK} what is checked here, a sentence in the present"""',
                    f"    # {MARK} what cell {self.cell} of the notebook checks:",
                    *(f"    # {line}".rstrip() for line in lines),
                ]
            )
        said = self.said
        odd = not said or any(one in said for one in _NOT_IN_NAMES)
        if odd or self.hidden or len(said) > MAX_NAME:
            # Of a hidden one, the name must not tell what is expected.
            said = f"check {number} of the notebook"
        body = [f"    {line}".rstrip() for line in self.body]
        return "\n".join([head, f'    """{said}"""', *body])
