"""An image of the student's own, read with limits."""

import io
import warnings
from pathlib import Path

import numpy as np

from grader.data import content
from grader.errors import UsageError

MAX_BYTES = 50 << 20
MAX_PIXELS = 50_000_000
SIDE = 1024
"""Larger images are made smaller at once: pictures want small ones."""
# Those that Pillow reads by itself: no format that is a program (EPS) among them.
FORMATS = ("BMP", "GIF", "JPEG", "PNG", "PPM", "TIFF", "WEBP")
TAKES = "--image takes a .png, .jpg, .gif, .bmp, .tiff or .webp file."


def read(file: Path) -> np.ndarray:
    """Return an image as an array (h, w, 3) of uint8, upright and on white.

    Raises UsageError for whatever is no image, too large, or damaged.
    """
    from PIL import (  # noqa: PLC0415 - comes with matplotlib, slow to load
        Image,
        ImageOps,
        UnidentifiedImageError,
    )

    data = content(file, MAX_BYTES, "an image", TAKES)
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
        raise UsageError(f"{file} is not an image that can be read.", TAKES) from None
    except Image.DecompressionBombError:
        raise UsageError(
            f"{file} has too many pixels: at most {MAX_PIXELS:,} are read.",
            "Make it smaller first.",
        ) from None
    except MemoryError:
        raise UsageError(f"{file} is too large to be read.") from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError,
            TypeError, ArithmeticError, AttributeError, NotImplementedError,
            RuntimeError, AssertionError):  # fmt: skip
        # What Pillow's readers raise for bytes that they did not foresee.
        raise UsageError(
            f"{file} is damaged, or only a part of an image.", "Get it once more."
        ) from None


def _too_many(file: Path, width: int, height: int) -> UsageError:
    return UsageError(
        f"{file} has {width:,} × {height:,} pixels: "
        f"more than the {MAX_PIXELS:,} that are read.",
        "Make it smaller first.",
    )
