"""An image of the student's own, read with limits."""

import io
import warnings
from pathlib import Path

import numpy as np

from grader.data import content
from grader.errors import UsageError
from grader.language import marked, say

MAX_BYTES = 50 << 20
MAX_PIXELS = 50_000_000
SIDE = 1024
"""Larger images are made smaller at once: pictures want small ones."""
# Those that Pillow reads by itself: no format that is a program (EPS) among them.
FORMATS = ("BMP", "GIF", "JPEG", "PNG", "PPM", "TIFF", "WEBP")
TAKES = marked("--image takes a .png, .jpg, .gif, .bmp, .tiff or .webp file.")


def read(file: Path) -> np.ndarray:
    """Return an image as an array (h, w, 3) of uint8, upright and on white.

    Raises UsageError for whatever is no image, too large, or damaged.
    """
    from PIL import (  # noqa: PLC0415 - comes with matplotlib, slow to load
        Image,
        ImageOps,
        UnidentifiedImageError,
    )

    data = content(file, MAX_BYTES, say("an image"), say(TAKES))
    try:
        with warnings.catch_warnings():
            # Damaged notes about a camera, and sizes that are looked at below.
            warnings.simplefilter("ignore")
            opened = Image.open(io.BytesIO(data), formats=FORMATS)
            width, height = opened.size
            if width * height > MAX_PIXELS:
                raise _too_many(file, width, height)
            opened.draft("RGB", (SIDE, SIDE))
            image = ImageOps.exif_transpose(opened).convert("RGBA")
            image.thumbnail((SIDE, SIDE))
            paper = Image.new("RGBA", image.size, "white")
            return np.asarray(Image.alpha_composite(paper, image).convert("RGB"))
    except UnidentifiedImageError:
        told = say("{file} is not an image that can be read.")
        raise UsageError(told.format(file=file), say(TAKES)) from None
    except Image.DecompressionBombError:
        raise UsageError(
            say("{file} has too many pixels: at most {most} are read.").format(
                file=file, most=f"{MAX_PIXELS:,}"
            ),
            say("Make it smaller first."),
        ) from None
    except MemoryError:
        told = say("{file} is too large to be read.")
        raise UsageError(told.format(file=file)) from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError,
            TypeError, ArithmeticError, AttributeError, NotImplementedError,
            RuntimeError, AssertionError):  # fmt: skip
        # What Pillow's readers raise for bytes that they did not foresee.
        raise UsageError(
            say("{file} is damaged, or only a part of an image.").format(file=file),
            say("Get it once more."),
        ) from None


def _too_many(file: Path, width: int, height: int) -> UsageError:
    return UsageError(
        say(
            "{file} has {width} × {height} pixels: more than the {most} that are read."
        ).format(
            file=file,
            width=f"{width:,}",
            height=f"{height:,}",
            most=f"{MAX_PIXELS:,}",
        ),
        say("Make it smaller first."),
    )
