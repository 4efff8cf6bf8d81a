"""`grader explain`: the page of a rule, or one line for each rule."""

from rich.text import Text

from grader.cli.console import console
from grader.errors import Exit
from grader.language import say
from grader.render.page import page
from grader.rules import pages


def explain(name: str | None) -> Exit:
    """Print what a rule means and what to do about it; without a name list them."""
    out = console()
    if name is not None:
        rule = pages.find(name)
        page(out, rule.page)
        out.print()
        out.print(say("Next: `grader check` says where your answers stand now."))
        return Exit.PASSED
    rules = pages.every()
    wide = max(len(rule.name) for rule in rules)
    for rule in rules:
        text = Text(rule.name.ljust(wide), style="bold")
        out.print(text.append(f"   {rule.summary}", style="not bold"), soft_wrap=True)
    out.print()
    out.print(say("Next: read the page of a rule: grader explain RULE"))
    return Exit.PASSED
