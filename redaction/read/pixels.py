"""Reads the writing in a picture's pixels with Tesseract, where it is installed."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PIL import Image, ImageFile, UnidentifiedImageError

MAX_PIXELS = 40_000_000
"""A page scanned at 600 dots an inch has 35 million."""
SECONDS = 20
"""More than Tesseract needs for a full page; a picture made to stall it is given up."""
_LEAST_HEIGHT = 700
"""Smaller pictures are doubled: Tesseract wants capitals of twenty pixels or more."""
_NARROWEST = 3
_PHOTOGRAPH_COLOURS = 1200
"""Different colours in a thumbnail of 64 by 64: drawings and logos have some hundred."""


class PixelsError(ValueError):
    """A picture whose pixels can't be read; the message says why."""


@cache
def can_read_pixels() -> bool:
    """Whether Tesseract is installed on this machine."""
    return shutil.which("tesseract") is not None


def open_picture(content: bytes) -> Image.Image:
    """The picture in ``content``, decoded.

    Raises PixelsError for a format that Pillow can't read, a broken picture or one too large.
    """
    try:
        with warnings.catch_warnings(), _no_picture_cut_short():
            warnings.simplefilter("ignore", UserWarning)
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content))
            _check_size(picture)
            picture.load()
    except PixelsError:
        raise
    except UnidentifiedImageError as error:
        raise PixelsError("its format can't be drawn here") from error
    except Exception as error:  # a hostile picture can make any decoder raise anything
        raise PixelsError("it is broken or too large") from error
    return picture


def writing_in(picture: Image.Image) -> str:
    """The words that Tesseract sees in ``picture``, line by line.

    Raises PixelsError where it takes too long or fails.
    """
    _check_size(picture)
    if min(picture.size) < _NARROWEST:
        return ""
    grey = picture.convert("RGBA")
    paper = Image.new("RGBA", grey.size, "white")
    paper.alpha_composite(grey)
    grey = paper.convert("L")
    if grey.height < _LEAST_HEIGHT and grey.width * grey.height * 4 <= MAX_PIXELS:
        grey = grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.LANCZOS)
    drawn = io.BytesIO()
    grey.save(drawn, "PNG", compress_level=1)
    return _read(drawn.getvalue())


def is_photograph(picture: Image.Image) -> bool:
    """Whether ``picture`` has the many colours of a photograph, which may show a face."""
    small = picture.convert("RGB").resize((64, 64), Image.Resampling.BOX)
    colours = small.getcolors(64 * 64)
    return colours is None or len(colours) > _PHOTOGRAPH_COLOURS


@contextmanager
def _no_picture_cut_short() -> Iterator[None]:
    """Whoever lays out PDF lets Pillow fill up what is missing: here that would hide it."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _check_size(picture: Image.Image) -> None:
    if picture.width * picture.height > MAX_PIXELS:
        raise PixelsError("it is too large")


def _read(png: bytes) -> str:
    try:
        done = subprocess.run(
            ["tesseract", "-", "-", "--psm", "11", "-l", "eng"],  # noqa: S607 - wherever it is
            input=png,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise PixelsError("it takes too long to read") from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise PixelsError("Tesseract could not read it") from error
    lines = done.stdout.decode("utf-8", errors="replace").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())
