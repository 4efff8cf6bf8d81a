"""Raises with links, titles, bells and queries for the terminal to answer."""
# kind: text
# exercise: softmax
# must: failed

TEXT = ("\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\ \x07 \x1b[6n \x1b[c \x1bP$q\x1b\\"
        "\x1b]52;c;cGFzc2Vk\x07 \x1b[?1049h \x1b[3J \x1b[8m \x9d0;t\x9c \x1b[?2004l \x85 \x7f")


def softmax(x):
    raise type(TEXT, (Exception,), {})(TEXT)
