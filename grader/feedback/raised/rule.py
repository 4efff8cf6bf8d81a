"""What one kind of exception says, and what that means."""

from typing import NamedTuple


class Rule(NamedTuple):
    """What a type of exception says, and what that means.

    `kind` is a part of the type's name, or several with `|` between them; `pattern`
    matches the whole message. `words` is a whole sentence, marked for translation, with
    the names of what is put in.
    """

    kind: str
    pattern: str
    words: str
