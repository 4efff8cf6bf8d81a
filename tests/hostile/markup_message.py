"""Raises an exception whose message is HTML, Markdown, a formula and rich markup."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    raise ValueError("=cmd|' /C calc'!A0 <script>alert(1)</script> [red]passed[/red] |a|b|")
