"""What a notebook's kernel asks to have checked elsewhere.

Nothing is judged here: the cells go as text to a process of its own, and what it says
is shown. Whatever a student did to this kernel, it holds nothing that decides.
"""
