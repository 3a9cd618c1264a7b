"""Form fields on paper: what is in them prints, an empty one leaves room to write."""

from __future__ import annotations

from lxml import etree

from generator.controls.inline import clear_placeholders, move_inside, unwrap
from generator.controls.word import CONTENT, CONTROL
from generator.word.xml import XML_SPACE, w

ROOM = "\u00a0" * 30
"""The length of the line to write on, in a paragraph with other text."""


def flatten_fields(body: etree._Element) -> None:
    """Put the contents of form fields in their place.

    An empty field beside other text becomes a line to write on; one that has its paragraph to
    itself, an empty paragraph.
    """
    move_inside(body)
    for field in clear_placeholders(body):
        paragraph = next(field.iterancestors(w("p")), None)
        content = field.find(CONTENT)
        if content is not None and paragraph is not None and _says_something(paragraph):
            content.append(_line())
    for field in list(body.iter(CONTROL)):
        unwrap(field)


def _says_something(paragraph: etree._Element) -> bool:
    return any((text.text or "").strip() for text in paragraph.iter(w("t")))


def _line() -> etree._Element:
    run = etree.Element(w("r"))
    look = etree.SubElement(run, w("rPr"))
    etree.SubElement(look, w("u")).set(w("val"), "single")
    room = etree.SubElement(run, w("t"))
    room.text = ROOM
    room.set(XML_SPACE, "preserve")
    return run
