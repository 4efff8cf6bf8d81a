"""Why a value did not come back, in the language at hand: the guest speaks English."""

from grader.language import heard, marked, say

# As the wire says it, the longer ones of those that begin alike first.
_REASONS = (
    marked("more than {n} MB of text"),
    marked("more than {n} MB"),
    marked("more than {n} items"),
    marked("nested too deep"),
    marked("an integer of more than a thousand bytes"),
    marked("a value of type `{kind}` cannot cross"),
    marked("a dict with too many keys that are no text"),
    marked("too many dimensions"),
    marked("a larger array than may cross"),
)


def reason(why: str) -> str:
    """Return what the guest says of a value; what it should not say stays as it is."""
    for text in _REASONS:
        found = heard(text, why)
        if found is not None:
            return say(text).format(**found)
    return why
