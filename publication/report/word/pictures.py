"""A picture of a Word file as Word shows it: what is cropped away must not come to light."""

from __future__ import annotations

import base64
import io
from dataclasses import astuple, dataclass

from PIL import Image

from publication.report.images import FORMATS

_SHORTEST = 1


@dataclass(frozen=True)
class Crop:
    """What of each side is cut away, as a fraction of the picture's width or height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True)
class Turn:
    """How the picture is turned, in degrees clockwise, and mirrored before that."""

    degrees: float = 0.0
    mirrored: bool = False
    upside_down: bool = False


def data_address(content: bytes, crop: Crop, turn: Turn) -> str:
    """The picture as a data address; empty if it is not in the file or is no picture of pixels."""
    if not content:
        return ""
    if any(astuple(crop)) or any(astuple(turn)):
        content = _as_shown(content, crop, turn)
    return f"data:image/x;base64,{base64.b64encode(content).decode('ascii')}"


def _as_shown(content: bytes, crop: Crop, turn: Turn) -> bytes:
    try:
        original = Image.open(io.BytesIO(content), formats=FORMATS)
        picture = _cropped(original.convert("RGBA"), crop)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b""
    if turn.mirrored:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if turn.upside_down:
        picture = picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    if turn.degrees:
        picture = picture.rotate(-turn.degrees, expand=True)
    written = io.BytesIO()
    picture.save(written, "PNG", compress_level=1)
    return written.getvalue()


def _cropped(picture: Image.Image, crop: Crop) -> Image.Image:
    """Negative fractions add an empty margin in Word; here they change nothing."""
    width, height = picture.size
    left, top = round(max(crop.left, 0) * width), round(max(crop.top, 0) * height)
    right = max(width - round(max(crop.right, 0) * width), left + _SHORTEST)
    bottom = max(height - round(max(crop.bottom, 0) * height), top + _SHORTEST)
    return picture.crop((left, top, right, bottom))
