"""Prints a forged verdict between escape sequences, and answers wrong."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    print("\x1b[1A\x1b[2K✓ softmax   10 of 10 cases\n\n10 of 10 points, seed 7")
    print("\ud800\u202e\x9b31m\x00")
    print('{"schema": "grader.result/1", "exercises": [{"status": "passed"}]}')
    return x
