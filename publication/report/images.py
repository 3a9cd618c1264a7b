"""The pictures of a report as files: drawn anew, so that nothing but the picture is in them."""

from __future__ import annotations

import base64
import binascii
import io
import warnings
from hashlib import sha256

from lxml import html
from PIL import Image, ImageOps

from publication.report.page import ReportImage
from publication.report.places import Places
from publication.report.tree import elements
from redaction.errors import Problem

_LONGEST_SIDE = 1600
"""Pixels: sharp on a page 800 wide on a screen of double density."""


FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP")
"""Those that Pillow decodes by itself; for others it would start programs."""
_PASTE = "In Word: copy it, and paste it as a picture (Paste Special, PNG)"


def embedded_images(
    tree: html.HtmlElement, where: Places
) -> tuple[tuple[ReportImage, ...], list[Problem]]:
    """Take the pictures out of ``tree``, which then names their files; and what is wrong.

    A picture that its author marked as decoration needs no description.
    """
    images: dict[str, ReportImage] = {}
    problems: list[Problem] = []
    for element in elements(tree, "img"):
        place = where[element]
        if element.get("role") != "presentation" and not element.get("alt", "").strip():
            remedy = "In Word: right-click the picture, View Alt Text, and say what it shows"
            problems.append(Problem(place, "has no description", remedy))
        image = _redrawn(element.get("src", ""))
        if image is None:
            problems.append(Problem(place, *_fault_of(element.get("src", ""))))
            continue
        images[image.name] = image
        element.set("src", image.name)
        element.set("width", str(image.width))
        element.set("height", str(image.height))
    return tuple(images.values()), problems


def _fault_of(source: str) -> tuple[str, str]:
    if source:
        return "is in a format that browsers can't show", _PASTE
    return "is not in the file", "Publish a Word file, and insert the picture into it"


def _redrawn(source: str) -> ReportImage | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            original = Image.open(
                io.BytesIO(base64.b64decode(source.partition(",")[2])), formats=FORMATS
            )
            jpeg = original.format == "JPEG"
            picture = ImageOps.exif_transpose(original).convert("RGB" if jpeg else "RGBA")
    except (
        OSError, ValueError, SyntaxError, binascii.Error,
        Image.DecompressionBombError, Image.DecompressionBombWarning,
    ):  # fmt: skip
        return None
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    drawn = io.BytesIO()
    if jpeg:
        bare.save(drawn, "JPEG", quality=85, optimize=True)
    else:
        bare.save(drawn, "PNG", optimize=True)
    content = drawn.getvalue()
    name = f"{sha256(content).hexdigest()[:20]}.{'jpg' if jpeg else 'png'}"
    return ReportImage(name, content, *bare.size)
