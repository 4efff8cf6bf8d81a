"""Pictures of the data set, as it was loaded."""

import numpy as np

from grader.data import Wanted, arrays, find
from grader.pictures import items, numbers, words

ROWS, COLUMNS = 4, 10


def images(figure, load_dataset, data):
    """The first images to train with, as your function loaded them, each under the
    name of its label.
    """
    train, test = find(
        data,
        ("train_catvnoncat.h5", "test_catvnoncat.h5"),
        ("train_cats.h5", "test_cats.h5"),
        made_by="draw_cats.py",
    )
    # Looked at first: what is wrong with a file is not the answer's fault.
    known = _contents(train, "train"), _contents(test, "test")
    loaded = items(load_dataset(str(train), str(test)), 5)
    _as_in_the_files(loaded, known)
    labels = numbers(loaded[1], part="[1]", between=(0, 1)).ravel().astype(int)
    classes = words(loaded[4], 2, part="[4]")
    shown = numbers(loaded[0], part="[0]", between=(0, 255)).astype(np.uint8)

    figure.set_size_inches(8, 4.2)
    grid = figure.subplots(ROWS, COLUMNS)
    for axes, image, label in zip(grid.flat, shown, labels, strict=False):
        axes.imshow(image)
        axes.set_title(
            classes[label],
            fontsize=8,
            fontweight="bold" if label else "normal",
            loc="center",
            pad=2,
        )
    for axes in grid.flat:
        axes.set_axis_off()
    count = min(ROWS * COLUMNS, len(shown))
    figure.suptitle(f"The first {count} of the {len(shown)} images", x=0.005, ha="left")
    cats = int(labels.sum())
    return f"{cats} of the {len(labels)} images in {train.name} are cats."


def _contents(file, split):
    """Return what a file of the data set holds; raises UsageError for another one."""
    return arrays(
        file,
        {
            f"{split}_set_x": Wanted("uint8", ("images", 64, 64, 3)),
            f"{split}_set_y": Wanted("integer", ("images",)),
            "list_classes": Wanted("bytes", (2,)),
        },
    )


def _as_in_the_files(loaded, known):
    """Hold that images and labels have the shapes that the files give."""
    for index, split in enumerate(("train", "test")):
        shape = known[index][f"{split}_set_x"].shape
        numbers(loaded[2 * index], shape, part=f"[{2 * index}]")
        numbers(loaded[2 * index + 1], (1, shape[0]), part=f"[{2 * index + 1}]")
