"""Pictures in a Word file that are drawn when the document is made.

A template holds a placeholder under the picture's name (Word's "docPr" name). Filling puts the
drawing for this case in its place, as wide as the text, with its description for readers who
can't see it.
"""

from __future__ import annotations

import base64
import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from generator.authoring.blocks import Block, Picture
from generator.word.package import MAIN_PART, declare_picture_type, parse_part, part_bytes
from generator.word.xml import (
    DRAWING,
    PACKAGE_RELATIONSHIPS,
    PICTURE,
    RELATIONSHIPS,
    WORD_DRAWING,
    rels_part,
)
from redaction.errors import TemplateError

PLACEHOLDER = "Drawn when the document is made"
"""The description by which a placeholder is known."""
EMU_PER_TWIP = 635
_ASPECT = 0.5
_WHITE_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)
_NAMED = (f"{{{WORD_DRAWING}}}docPr", f"{{{PICTURE}}}cNvPr")
_SIZED = (f"{{{WORD_DRAWING}}}extent", f"{{{DRAWING}}}ext")
_EMBED = f"{{{RELATIONSHIPS}}}embed"


@dataclass(frozen=True)
class DrawnPicture:
    """A drawing for one document: a PNG, its width by its height, and what it shows, in words."""

    png: bytes
    width: float
    height: float
    """In points; only the ratio to the width matters in a Word file."""
    description: str


def placeholder(name: str, width: int) -> str:
    """The run that stands in a template for the picture ``name``; ``width`` in twips."""
    extent = f'cx="{width * EMU_PER_TWIP}" cy="{round(width * EMU_PER_TWIP * _ASPECT)}"'
    known = f"name={quoteattr(name)} descr={quoteattr(PLACEHOLDER)}"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WORD_DRAWING}" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {extent}/><wp:docPr id="1" {known}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}"><pic:pic '
        f'xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="1" {known}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{_relation(name)}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def put_placeholders(parts: dict[str, bytes], blocks: Iterable[Block]) -> None:
    """Give a template's package the media of the pictures among its blocks."""
    for name in sorted({block.name for block in blocks if isinstance(block, Picture)}):
        _put_media(parts, name, _WHITE_PIXEL, MAIN_PART)


def put_pictures(parts: dict[str, bytes], pictures: Mapping[str, DrawnPicture], name: str) -> None:
    """Put each drawing where the filled template has its name.

    ``name`` is what messages call the template. ``TemplateError`` names a placeholder for which
    there is no drawing.
    """
    root = parse_part(parts[MAIN_PART], MAIN_PART, name)
    found = [(str(one.get("name")), one) for one in _frames(root)]
    for wanted, properties in found:
        if wanted in pictures:
            _put(parts, properties, wanted, pictures[wanted], name)
        elif properties.get("descr") == PLACEHOLDER:
            near = difflib.get_close_matches(wanted, pictures, n=1)
            known = f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(pictures)}"
            raise TemplateError.because(name, f"there is no picture “{wanted}”", known)
    if found:
        parts[MAIN_PART] = part_bytes(root)


def _frames(root: etree._Element) -> Iterator[etree._Element]:
    """The properties of every inline picture, as Word names them."""
    for inline in root.iter(f"{{{WORD_DRAWING}}}inline"):
        yield from inline.findall(_NAMED[0])


def _put(
    parts: dict[str, bytes],
    properties: etree._Element,
    wanted: str,
    picture: DrawnPicture,
    name: str,
) -> None:
    inline = properties.getparent()
    blip = next(inline.iter(f"{{{DRAWING}}}blip"), None) if inline is not None else None
    if inline is None or blip is None:
        raise TemplateError.because(
            name, f"the picture “{wanted}” is damaged", "Put it in again from our template"
        )
    blip.set(_EMBED, _put_media(parts, wanted, picture.png, name))
    for element in inline.iter(*_NAMED):
        element.set("descr", picture.description)
    for extent in inline.iter(*_SIZED):
        if extent.get("cx"):
            extent.set(
                "cy", str(round(int(extent.get("cx", "0")) * picture.height / picture.width))
            )


def _put_media(parts: dict[str, bytes], picture: str, png: bytes, name: str) -> str:
    """Keep the PNG as a part of the package; the id of the body's relationship to it."""
    media, relation = f"word/media/{picture}.png", _relation(picture)
    rels = rels_part(MAIN_PART)
    root = parse_part(parts[rels], rels, name)
    if all(one.get("Id") != relation for one in root):
        added = etree.SubElement(root, f"{{{PACKAGE_RELATIONSHIPS}}}Relationship")
        added.set("Id", relation)
        added.set("Type", f"{RELATIONSHIPS}/image")
        added.set("Target", media.removeprefix("word/"))
        parts[rels] = part_bytes(root)
        declare_picture_type(parts, "png", name)
    parts[media] = png
    return relation


def _relation(picture: str) -> str:
    return f"rIdPicture-{picture}"
