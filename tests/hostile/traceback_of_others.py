"""Raises with the traceback of code that bears its own file's name and a made-up line."""
# kind: text
# exercise: softmax
# must: failed

import sys


def softmax(x):
    own = sys._getframe().f_code.co_filename
    for line in (0, 10**6, 2**31 - 2):
        code = compile("raise ValueError('inner')", own, "exec")
        code = code.replace(co_firstlineno=line, co_name="\x1b[2J\n\n::error::" * 1000)
        try:
            exec(code, {})
        except ValueError as error:
            caught = error
    raise caught.with_traceback(caught.__traceback__.tb_next)
