"""An image of the student's own: read upright and on white, or told why not."""

import os
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from grader.errors import UsageError
from grader.pictures import photo


def refused(file):
    """Return what is said of a file that is no image."""
    with pytest.raises(UsageError) as error:
        photo.read(file)
    return error.value.message.replace(f"{file.parent}{os.sep}", "")


@pytest.mark.parametrize(
    "name", ["a.png", "a.jpg", "a.gif", "a.bmp", "a.tiff", "a.webp", "a.ppm"]
)
def test_formats(tmp_path, name):
    """Each of the formats gives rows, columns and three colours."""
    Image.new("RGB", (6, 4), (200, 10, 10)).save(tmp_path / name)
    found = photo.read(tmp_path / name)
    assert (found.shape, found.dtype) == ((4, 6, 3), np.uint8)
    assert np.abs(found.astype(int) - (200, 10, 10)).max() < 8


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_modes(tmp_path, mode):
    """Grey, palettes and transparency become three colours; nothing is black ink."""
    Image.new(mode, (3, 2)).save(tmp_path / "a.png")
    assert photo.read(tmp_path / "a.png").shape == (2, 3, 3)


def test_what_is_transparent_is_white(tmp_path):
    """A transparent image lies on white paper."""
    Image.new("RGBA", (3, 2)).save(tmp_path / "a.png")
    assert (photo.read(tmp_path / "a.png") == 255).all()


def test_a_camera_held_upright(tmp_path):
    """A photograph that says how the camera was held is turned."""
    image = Image.new("RGB", (6, 4))
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(tmp_path / "a.jpg", exif=exif)
    assert photo.read(tmp_path / "a.jpg").shape == (6, 4, 3)


def test_a_large_image_is_made_smaller(tmp_path):
    """An image of many pixels is read with its shape, and fewer of them."""
    Image.new("RGB", (4000, 2000)).save(tmp_path / "a.png")
    assert photo.read(tmp_path / "a.png").shape == (512, 1024, 3)


def test_names_with_spaces_and_signs(tmp_path):
    """A file may be called as people call files."""
    file = tmp_path / "my cat 🐈.png"
    Image.new("RGB", (3, 2)).save(file)
    assert photo.read(file).shape == (2, 3, 3)


def bomb(width, height):
    """Return a PNG of few bytes that says it has many pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (head, b"IDAT" + zlib.compress(b"\0")[:8])
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one))
        for one in chunks
    )


BYTES = {
    "empty": (b"", "a.png is empty."),
    "a web page": (b"<!doctype html>", "a.png is a web page, not an image."),
    "text": (b"a cat", "a.png is not an image that can be read."),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n", "a.png is not an image that can be"),
    "half an image": (bomb(60, 60), "a.png is damaged, or only a part of an image."),
    "a bomb": (bomb(8000, 8000), "a.png has 8,000 × 8,000 pixels: more than the"),
    "a large bomb": (bomb(60_000, 60_000), "a.png has too many pixels: at most"),
}


@pytest.mark.parametrize(("content", "said"), BYTES.values(), ids=BYTES)
def test_what_is_no_image(tmp_path, content, said):
    """What is no image, or too large a one, is told."""
    tmp_path.joinpath("a.png").write_bytes(content)
    assert refused(tmp_path / "a.png").startswith(said)


def test_a_missing_file_and_a_folder(tmp_path):
    """No file and a folder are told."""
    assert refused(tmp_path / "no.png") == "There is no file no.png."
    assert refused(tmp_path).endswith("is a folder, not an image.")


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    """A file has a limit."""
    Image.new("RGB", (3, 2)).save(tmp_path / "a.png")
    monkeypatch.setattr(photo, "MAX_BYTES", 20)
    assert refused(tmp_path / "a.png") == "a.png is larger than 0 MB."
