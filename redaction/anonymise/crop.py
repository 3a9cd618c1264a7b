"""Cuts cropped pictures for good, and leaves out pictures that the text does not show."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from redaction.anonymise.parts import KeptPart
from redaction.anonymise.picture import cropped_picture
from redaction.anonymise.tree import drop
from redaction.read.names import A, R
from redaction.read.safe_xml import namespace

_WHOLE = 100_000
"""The unit of a crop is a thousandth of a per cent of the picture's width or height."""


def settle_pictures(parts: list[KeptPart], removed: Counter[str]) -> None:
    """Replace each cropped picture by what it shows, then drop the pictures nobody refers to."""
    pictures = {part.name: part for part in parts if part.root is None}
    for part in [part for part in parts if part.root is not None]:
        for crop in [] if part.root is None else list(part.root.iter(A.srcRect)):
            made = _crop(part, crop, pictures, f"word/media/cropped{len(parts)}")
            if made is not None:
                parts.append(made)
                removed["part cropped off a picture|parts cropped off pictures"] += 1
    _drop_unused(parts)


def _crop(
    part: KeptPart, crop: etree._Element, pictures: dict[str, KeptPart], stem: str
) -> KeptPart | None:
    """The part for the cropped picture, with ``part`` leading to it; None when nothing is cut."""
    edges = [_edge(crop, side) for side in "ltrb"]
    fill = crop.getparent()
    blip = None if fill is None else fill.find(A.blip)
    kind, target = part.links.get(str("" if blip is None else blip.get(R.embed)), ("", ""))
    if blip is None or target not in pictures or not any(edges):
        return None
    picture = cropped_picture(pictures[target].content, *edges)
    identifier = f"rIdCropped{stem.removeprefix('word/media/cropped')}"
    made = KeptPart(f"{stem}.{picture.suffix}", picture.content_type, content=picture.content)
    part.links[identifier] = (kind, made.name)
    blip.set(R.embed, identifier)
    drop(crop)
    return made


def _edge(crop: etree._Element, side: str) -> float:
    """What is cut off at a side, from 0 to 1; a picture with added margin is not cut."""
    try:
        return min(max(int(str(crop.get(side, "0"))) / _WHOLE, 0.0), 0.99)
    except ValueError:
        return 0.0


def _drop_unused(parts: list[KeptPart]) -> None:
    for part in parts:
        if part.root is None:
            continue
        used = {
            value
            for element in part.root.iter(etree.Element)
            for name, value in element.attrib.items()
            if namespace(name) == R.uri
        }
        for identifier, (kind, _) in list(part.links.items()):
            if kind.endswith("/image") and identifier not in used:
                del part.links[identifier]
    shown = {target for part in parts for _, target in part.links.values()}
    parts[:] = [part for part in parts if part.root is not None or part.name in shown]
