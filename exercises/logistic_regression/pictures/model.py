"""Pictures of a trained cat classifier."""

import numpy as np

from grader.data import Wanted, arrays, find
from grader.pictures import member, number, numbers, series, text

ITERATIONS, RATE = 2000, 0.005
RATES = (0.01, RATE, 0.001)
SIDE = 64
COLUMNS, ROWS = 6, 3


def learning_curves(figure, model, data):
    """The cost over the iterations for three learning rates. A larger rate learns
    faster, until it is too large: then the cost jumps.
    """
    sets = _sets(data)[0]
    axes = figure.subplots()
    said = []
    for rate in RATES:
        costs = series(
            member(model(*sets, ITERATIONS, rate), "costs"),
            part="['costs']",
            between=(0, 100),
        )
        at = np.arange(len(costs)) * (ITERATIONS / len(costs))
        axes.plot(at, costs, label=f"rate {rate:g}, last cost {costs[-1]:.3f}")
        said.append(f"rate {rate:g}: last cost {costs[-1]:.6f}")
    axes.set_title("Learning curves")
    axes.set_xlabel("iteration")
    axes.set_ylabel("cost, the mean loss of the training set")
    axes.set_ylim(bottom=0)
    axes.set_xlim(0, ITERATIONS)
    axes.legend()
    return f"After {ITERATIONS} iterations, {'; '.join(said)}."


def mistakes(figure, model, data):
    """The test images that your model gets wrong, the surest mistakes first: what it
    takes each for, and with which probability.
    """
    sets, images, classes = _sets(data)
    result, w, b = _trained(model, sets)
    labels = sets[3].ravel()
    train = numbers(member(result, "Y_prediction_train"), sets[1].shape,
                    part="['Y_prediction_train']", between=(0, 1))  # fmt: skip
    said = numbers(member(result, "Y_prediction_test"), sets[3].shape,
                   part="['Y_prediction_test']", between=(0, 1)).ravel()  # fmt: skip
    probability = _sigmoid(w.T @ sets[2] + b).ravel()
    wrong = np.flatnonzero(said != labels)
    sureness = np.abs(probability[wrong] - 0.5)
    wrong = wrong[np.argsort(-sureness, kind="stable")]

    shown = wrong[: COLUMNS * ROWS]
    rows = max(1, -(-len(shown) // COLUMNS))
    figure.set_size_inches(8, 0.4 + 1.65 * rows)
    grid = figure.subplots(rows, COLUMNS, squeeze=False)
    for axes, index in zip(grid.flat, shown, strict=False):
        taken = int(said[index] > 0.5)
        sure = probability[index] if taken else 1 - probability[index]
        sure = f"{100 * sure:.0f} %" if sure < 0.995 else "over 99 %"
        axes.imshow(images[index])
        axes.set_title(
            f"{classes[int(labels[index])]}, taken for\n{classes[taken]} ({sure})",
            fontsize=8,
            fontweight="normal",
            pad=3,
        )
    for axes in grid.flat:
        axes.set_axis_off()
    right = 100 * np.mean(said == labels)
    known = 100 * np.mean(train == sets[1])
    more = f": the {len(shown)} surest" if len(wrong) > len(shown) else ""
    said = f"{len(wrong)} of {len(labels)} test images are taken for something else"
    figure.suptitle(said + more, x=0.005, ha="left")
    return (
        f"It is right on {known:.2f} % of the training set and {right:.2f} % of the "
        f"test set, after {ITERATIONS} iterations at rate {RATE:g}."
    )


def your_image(figure, model, data, image):
    """Your own image, and what your model takes it for. All it sees is 64 times 64
    pixels, drawn beside it.
    """
    sets, _, classes = _sets(data)
    _, w, b = _trained(model, sets)
    small = _resized(image)
    probability = _sigmoid(w.T @ (small.reshape(-1, 1) / 255) + b).item()
    cat = probability > 0.5
    answer = f"It is {'a' if cat else 'not a'} {classes[1]}, says your model"

    figure.set_size_inches(7.2, 4)
    left, right = figure.subplots(1, 2)
    left.imshow(image)
    left.set_title("your image", fontweight="normal", fontsize=9)
    right.imshow(small)
    right.set_title(f"what the model sees, {SIDE} × {SIDE}", fontweight="normal",
                    fontsize=9)  # fmt: skip
    for axes in (left, right):
        axes.set_axis_off()
        axes.set_anchor("N")
    said = f"{answer} (probability of a {classes[1]}: {100 * probability:.1f} %)"
    figure.suptitle(said, x=0.005, ha="left")
    return f"{answer}. The probability of a {classes[1]} is {100 * probability:.1f} %."


def _sets(data):
    """Return the four arguments of a model, the test images, and the two names."""
    files = find(
        data,
        ("train_catvnoncat.h5", "test_catvnoncat.h5"),
        ("train_cats.h5", "test_cats.h5"),
        made_by="draw_cats.py",
    )
    sets = []
    for file, split in zip(files, ("train", "test"), strict=True):
        x, y, names = f"{split}_set_x", f"{split}_set_y", "list_classes"
        found = arrays(
            file,
            {
                x: Wanted("uint8", ("images", SIDE, SIDE, 3)),
                y: Wanted("integer", ("images",)),
                names: Wanted("bytes", (2,)),
            },
        )
        images, labels = found[x], np.clip(found[y], 0, 1).reshape(1, -1)
        sets += [images.reshape(len(images), -1).T / 255, labels]
    return sets, images, [text(name) for name in found[names]]


def _trained(model, sets):
    """Return what a model trained on the sets returned, its weights and its bias."""
    result = model(*sets, ITERATIONS, RATE)
    w = numbers(member(result, "w"), (len(sets[0]), 1), part="['w']")
    return result, w, number(member(result, "b"), part="['b']")


def _sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def _resized(image):
    """Return the image as (64, 64, 3): each pixel the mean of those it stands for."""
    small = _averaged(_averaged(image.astype(float), 0), 1)
    return np.round(small).astype(np.uint8)


def _averaged(values, axis):
    """Return `values` with 64 entries along an axis, each the mean of its share."""
    values = np.moveaxis(values, axis, 0)
    edges = np.linspace(0, len(values), SIDE + 1)
    sums = np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
    low = np.floor(edges).astype(int)
    high = np.minimum(low + 1, len(values))
    part = (edges - low).reshape(-1, *[1] * (values.ndim - 1))
    at = sums[low] + part * (sums[high] - sums[low])
    return np.moveaxis(np.diff(at, axis=0) / (len(values) / SIDE), 0, axis)
