"""What the cells of a notebook call, in the student's own kernel.

Nothing here decides anything: there is no sandbox, no reference and no hidden case. The
words are those of `grader check`.
"""

from grader.notebook.drawing import show_picture
from grader.notebook.visible import show_visible

__all__ = ["show_picture", "show_visible"]
