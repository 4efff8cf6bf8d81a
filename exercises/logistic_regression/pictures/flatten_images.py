"""Pictures of images that were laid out as columns."""

import numpy as np

from grader.data import Wanted, arrays, find
from grader.pictures import numbers

COUNT = 6


def columns(figure, flatten_images, data):
    """Above, six images; below, the columns of your matrix, folded into images again.
    Both rows are the same where each column holds one image in its own order.
    """
    (file, _) = find(
        data,
        ("train_catvnoncat.h5", "test_catvnoncat.h5"),
        ("train_cats.h5", "test_cats.h5"),
        made_by="draw_cats.py",
    )
    key = "train_set_x"
    images = arrays(file, {key: Wanted("uint8", ("images", 64, 64, 3))})[key][:COUNT]
    count = len(images)
    flat = numbers(flatten_images(images), (64 * 64 * 3, count), between=(0, 255))
    folded = flat.T.reshape(images.shape).astype(np.uint8)

    figure.set_size_inches(8, 3.2)
    grid = figure.subplots(2, count, squeeze=False)
    for index in range(count):
        grid[0, index].imshow(images[index])
        grid[0, index].set_title(f"image {index}", fontsize=9, fontweight="normal")
        grid[1, index].imshow(folded[index])
        grid[1, index].set_title(f"column {index}", fontsize=9, fontweight="normal")
    for axes in grid.flat:
        axes.set_axis_off()
    same = int(np.sum(np.all(folded == images, axis=(1, 2, 3))))
    figure.suptitle("Images, and your columns folded back", x=0.005, ha="left")
    return f"{same} of {count} columns are their image, pixel for pixel."
