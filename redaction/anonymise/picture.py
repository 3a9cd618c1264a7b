"""Re-encodes pictures, so that only their pixels reach a clean copy."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

MAX_PIXELS = 60_000_000


@dataclass(frozen=True)
class CleanPicture:
    """A picture of pixels alone."""

    content: bytes
    suffix: str
    content_type: str


def clean_picture(content: bytes) -> CleanPicture:
    """The pixels of ``content``, turned as its EXIF says, with no metadata.

    JPEG stays JPEG; every other format becomes PNG. ``BLANK_PICTURE`` for what can't be opened
    or is too large: vector pictures may hold text, broken ones anything.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    return BLANK_PICTURE
                return _encoded(picture)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return BLANK_PICTURE


_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


def cropped_picture(
    content: bytes, left: float, top: float, right: float, bottom: float
) -> CleanPicture:
    """A clean picture without what is cut off at each side, in parts of its width or height."""
    with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
        width, height = picture.size
        box = (
            int(width * left),
            int(height * top),
            max(int(width * (1 - right)), int(width * left) + 1),
            max(int(height * (1 - bottom)), int(height * top) + 1),
        )
        cut = picture.crop(box)
        cut.format = picture.format
        return _encoded(cut)


def _encoded(picture: Image.Image) -> CleanPicture:
    lossy = picture.format == "JPEG"
    upright = ImageOps.exif_transpose(picture)
    pixels = upright.convert("RGB" if lossy else "RGBA")
    bare = Image.new(pixels.mode, pixels.size)
    bare.paste(pixels)
    packed = io.BytesIO()
    if lossy:
        bare.save(packed, "JPEG", quality=90)
        return CleanPicture(packed.getvalue(), "jpeg", "image/jpeg")
    bare.save(packed, "PNG")
    return CleanPicture(packed.getvalue(), "png", "image/png")


def _blank() -> CleanPicture:
    packed = io.BytesIO()
    Image.new("RGB", (1, 1), "white").save(packed, "PNG")
    return CleanPicture(packed.getvalue(), "png", "image/png")


BLANK_PICTURE = _blank()
"""What stands in place of a picture that can't be cleaned."""
