"""What a picture is written with: values are checked before they are drawn.

A picture is a function in `exercises/<assignment>/pictures/<exercise>.py`. Its
docstring is the caption, and it asks by name for what it needs: `figure`, a matplotlib
figure to draw on; the name of an exercise, which is the student's function; `data`, the
folder of the course's data; `image`, an array (h, w, 3) of the student's own image. A
parameter with a default keeps it where the student has not written that function. What
a picture returns is said in words beside it.

    def curve(figure, sigmoid):
        \"\"\"The sigmoid from -6 to 6.\"\"\"
        x = np.linspace(-6, 6, 200)
        figure.subplots().plot(x, numbers(sigmoid(x), x.shape))
"""

from grader.pictures.values import items, member, number, numbers, series, text, words

__all__ = ["items", "member", "number", "numbers", "series", "text", "words"]
