"""Small steps on Word's XML that the other modules of this package share."""

from __future__ import annotations

from lxml import etree

from redaction.read.names import Namespace, W

WP = Namespace("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
PIC = Namespace("http://schemas.openxmlformats.org/drawingml/2006/picture")
WPS = Namespace("http://schemas.microsoft.com/office/word/2010/wordprocessingShape")
DECORATIVE = Namespace("http://schemas.microsoft.com/office/drawing/2017/decorative")
V = Namespace("urn:schemas-microsoft-com:vml")
OFFICE = Namespace("urn:schemas-microsoft-com:office:office")

_OFF = frozenset({"0", "false", "off", "none"})


def value(element: etree._Element | None, *steps: str) -> str:
    """The value of the element that the steps lead to; empty where there is none."""
    found = element
    for step in steps:
        found = None if found is None else found.find(step)
    return "" if found is None else str(found.get(W.val, ""))


def text_in(element: etree._Element | None, tag: str) -> str:
    """The text of all elements ``tag`` in ``element``."""
    return "" if element is None else "".join(each.text or "" for each in element.iter(tag))


def switch(element: etree._Element | None, name: str) -> bool | None:
    """Whether the switch ``name`` in properties is on or off; None where it is not there."""
    found = None if element is None else element.find(name)
    return None if found is None else found.get(W.val) not in _OFF


def whole(text: str, otherwise: int = 0) -> int:
    """A whole number of at most six digits; ``otherwise`` for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else otherwise
