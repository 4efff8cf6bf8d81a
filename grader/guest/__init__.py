"""The inside of the sandbox: everything here runs beside student code.

Nothing in this package imports the rest of the grader: the guest's world holds
Python, NumPy and these files. The host uses `wire` and `protocol` as well.
"""
