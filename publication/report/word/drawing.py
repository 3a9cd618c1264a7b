"""Pictures, text boxes and what else is drawn in a Word file, as DrawingML or as VML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from lxml import etree

from publication.report.faults import Faults
from publication.report.word.package import Part, WordFile
from publication.report.word.pictures import Crop, Turn, data_address
from publication.report.word.xml import DECORATIVE, OFFICE, PIC, WP, WPS, V
from redaction.read.names import MC, A, R, W
from redaction.read.safe_xml import local_name

_KNOWN_CHOICES = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16"})
_GROUPS = frozenset({"wordprocessingGroup", "wordprocessingCanvas"})
_READABLE = _GROUPS | {"picture", "wordprocessingShape"}
_LINES = frozenset({"line", "straightConnector1"})
_DRAWN = {"chart": "chart", "chartex": "chart", "diagram": "SmartArt drawing"}
_THOUSANDTHS = 100_000
"""Word crops in thousandths of a percent."""
_VML_FRACTION = re.compile(r"(-?[\d.]+)(f?)")
_Found = tuple[str, list[etree._Element]]


@dataclass
class Drawn:
    """Reads what is drawn; what a page can't show becomes a fault."""

    file: WordFile
    faults: Faults

    def alternative(self, element: etree._Element) -> etree._Element:
        """The version of an element with alternatives that can be read here."""
        for choice in element.iterchildren(MC.Choice):
            if set(str(choice.get("Requires", "")).split()) <= _KNOWN_CHOICES:
                return choice
        fallback = element.find(MC.Fallback)
        return element if fallback is None else fallback

    def unknown(self, element: etree._Element) -> None:
        """Note something that no rule here knows: it is never left out in silence."""
        self.faults.drawn(f"element of the kind {local_name(element.tag)}")

    def read(self, element: etree._Element, part: Part) -> _Found:
        """The pictures in a drawing as HTML, and the contents of its text boxes."""
        if element.tag != W.drawing:
            return self._vml(element, part)
        pictures, boxes = "", []
        for frame in element.iterchildren(WP.inline, WP.anchor):
            html, inside = self._drawing(frame, part)
            pictures += html
            boxes += inside
        return pictures, boxes

    def _drawing(self, frame: etree._Element, part: Part) -> _Found:
        properties = frame.find(WP.docPr)
        if properties is not None and properties.get("hidden") in ("1", "true"):
            return "", []
        data = frame.find(f"{A.graphic}/{A.graphicData}")
        kind = "" if data is None else str(data.get("uri", "")).rpartition("/")[2]
        if data is None or kind not in _READABLE:
            self.faults.drawn(_DRAWN.get(kind, "drawing"))
            return "", []
        shapes = list(_own(data, WPS.wsp))
        if not self._can_show(shapes, grouped=kind in _GROUPS):
            return "", []
        pictures = "".join(self._picture(each, properties, part) for each in _own(data, PIC.pic))
        return pictures, [box for shape in shapes for box in _own(shape, W.txbxContent)]

    def _can_show(self, shapes: list[etree._Element], *, grouped: bool) -> bool:
        """A text box, and a line alone, need no picture; any other shape does."""
        for shape in shapes:
            if _says_something(shape):
                continue
            form = shape.find(f"{WPS.spPr}/{A.prstGeom}")
            if grouped or form is None or form.get("prst") not in _LINES:
                self.faults.drawn("drawn shape")
                return False
        return True

    def _picture(self, picture: etree._Element, frame: etree._Element | None, part: Part) -> str:
        blip = picture.find(f"{PIC.blipFill}/{A.blip}")
        link = None if blip is None else part.links.get(str(blip.get(R.embed, "")))
        own = picture.find(f"{PIC.nvPicPr}/{PIC.cNvPr}")
        crop, turn = _crop(picture), _turn(picture)
        source = data_address(self.file.content(link), crop, turn)
        decorative = frame is not None and any(
            mark.get("val") in ("1", "true") for mark in frame.iter(DECORATIVE.decorative)
        )
        return _img(source, _described(frame) or _described(own), decorative=decorative)

    def _vml(self, element: etree._Element, part: Part) -> _Found:
        pictures = []
        for shape in _own(element, V.shape, V.rect, V.oval, V.roundrect, V.image):
            data = shape.find(V.imagedata)
            if data is not None:
                pictures.append(self._vml_picture(shape, data, part))
            elif not _says_something(shape):
                self.faults.drawn("drawn shape")
        return "".join(pictures), list(_own(element, W.txbxContent))

    def _vml_picture(self, shape: etree._Element, data: etree._Element, part: Part) -> str:
        link = part.links.get(str(data.get(R.id, "")))
        sides = (_fraction(data.get(f"crop{side}")) for side in ("left", "top", "right", "bottom"))
        source = data_address(self.file.content(link), Crop(*sides), Turn())
        return _img(source, str(shape.get("alt") or data.get(OFFICE.title) or ""))


def _img(source: str, description: str, *, decorative: bool = False) -> str:
    role = ' role="presentation"' if decorative else ""
    shown = "" if decorative else " ".join(description.split())
    return f'<img src="{source}" alt="{escape(shown)}"{role}>'


def _described(properties: etree._Element | None) -> str:
    if properties is None:
        return ""
    return str(properties.get("descr", "")).strip() or str(properties.get("title", "")).strip()


def _crop(picture: etree._Element) -> Crop:
    cut = picture.find(f"{PIC.blipFill}/{A.srcRect}")
    if cut is None:
        return Crop()
    return Crop(*(_number(cut.get(side)) / _THOUSANDTHS for side in ("l", "t", "r", "b")))


def _turn(picture: etree._Element) -> Turn:
    form = picture.find(f"{PIC.spPr}/{A.xfrm}")
    if form is None:
        return Turn()
    flips = (form.get(name) in ("1", "true") for name in ("flipH", "flipV"))
    return Turn(_number(form.get("rot")) / 60_000, *flips)


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


def _fraction(text: str | None) -> float:
    """A side's crop: a fraction of the picture, or that in 65,536ths with an f behind."""
    found = _VML_FRACTION.fullmatch(text or "")
    return _number(found[1]) / (65_536 if found[2] else 1) if found else 0.0


def _says_something(shape: etree._Element) -> bool:
    """A text box with text or a picture in it, or a rule across the page."""
    texts = any(text.strip() for text in shape.itertext(W.t))
    return texts or shape.get(OFFICE.hr) in ("t", "true") or shape.find(f".//{A.blip}") is not None


def _own(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """What of ``tags`` is in a drawing, but not in its text boxes, which are read by themselves."""
    for child in element:
        if child.tag in tags:
            yield child
        if child.tag not in (W.txbxContent, MC.Fallback):
            yield from _own(child, *tags)
