"""Puts a picture's description in its place, for pictures that nobody has looked into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from redaction.anonymise.parts import KeptPart
from redaction.anonymise.tree import drop
from redaction.read.names import A, R, W
from redaction.read.safe_xml import namespace

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def leave_out_pictures(parts: list[KeptPart], removed: Counter[str]) -> None:
    """Replace each picture by its description in brackets: pixels may hold a name.

    A picture beside other content of a drawing goes without a word. What a theme, a list or a
    background shows goes too; the parts of the pictures are left for ``settle_pictures`` to drop.
    """
    for part in parts:
        if part.root is None:
            continue
        for place in list(_places(part.root)):
            removed["picture nobody looked into|pictures nobody looked into"] += 1
            _tell(place)
        _drop_other_uses(part)


def _places(root: etree._Element) -> Iterator[etree._Element]:
    """The drawings, or the pictures inside a drawing with other content, each once."""
    seen: set[etree._Element] = set()
    for shown in root.iter(A.blip, _IMAGE_DATA):
        drawing = next(shown.iterancestors(W.drawing, W.pict, W.object), None)
        if drawing is None:
            continue
        if drawing.find(f".//{W.txbxContent}") is None:
            place = drawing
        else:
            place = next(shown.iterancestors(_PICTURE), shown)
        if place not in seen:
            seen.add(place)
            yield place


def _tell(place: etree._Element) -> None:
    run = place.getparent()
    if place.tag not in (W.drawing, W.pict, W.object) or run is None or run.tag != W.r:
        drop(place)
        return
    words = etree.Element(W.t)
    words.set(_SPACE, "preserve")
    words.text = _words(place)
    run.replace(place, words)


def _words(place: etree._Element) -> str:
    described = place.find(f".//{_WP}docPr")
    description = "" if described is None else str(described.get("descr") or "").strip()
    return f"[Picture: {description}]" if description else "[Picture]"


def _drop_other_uses(part: KeptPart) -> None:
    pictures = {key for key, (kind, _) in part.links.items() if kind.endswith("/image")}
    if part.root is None or not pictures:
        return
    for element in list(part.root.iter(etree.Element)):
        uses = (value for name, value in element.attrib.items() if namespace(name) == R.uri)
        if pictures.intersection(map(str, uses)):
            drop(element)
