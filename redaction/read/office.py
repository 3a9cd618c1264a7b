"""Walks a whole Office package: its texts in their order, then every other part, mark and byte."""

from __future__ import annotations

import base64
import re
from typing import cast
from urllib.parse import unquote

from lxml import etree

from redaction.read.embedded import read_attached, read_embedded
from redaction.read.fold import spell_out
from redaction.read.gathering import Gathering
from redaction.read.marks import XmlPart, is_dull, read_marks
from redaction.read.names import A, W
from redaction.read.package import Entry, Package
from redaction.read.package_names import is_shown, is_usual, title_of
from redaction.read.reading import UnreadKind
from redaction.read.safe_xml import UnsafeXmlError, local_name, parse_xml
from redaction.read.slides import read_slides
from redaction.read.strings import readable_strings
from redaction.read.walks import PartWalk
from redaction.read.word_parts import read_stories
from redaction.read.workbook import read_workbook

_DRAWING_DATA = etree.XPath("//@*[local-name() = 'gfxdata']")
_XML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<|\A(?:\xff\xfe<\0|\xfe\xff\0<)")
_MIMETYPE = re.compile(rb"application/vnd\.oasis\.opendocument\.[a-z-]+\s*")


def read_package(package: Package, gathering: Gathering) -> None:
    """Every place of an Office package: a document, a workbook, a presentation, or a piece."""
    trees = xml_trees(package, gathering)
    walks = {
        **{
            name: PartWalk(story.places, story.taken)
            for name, story in read_stories(package, trees, gathering).items()
        },
        **read_workbook(package, trees, gathering),
        **read_slides(package, trees, gathering),
    }
    styles = frozenset(
        str(style.get(W.styleId, "")) for root in trees.values() for style in root.iter(W.style)
    )
    for entry in package.entries:
        root = trees.get(entry.name)
        if root is None or package.parts[entry.name] is not entry.content:
            read_bytes(entry, gathering)
        else:
            _read_part(entry.name, root, walks.get(entry.name, PartWalk()), styles, gathering)
    read_links(package, gathering)
    read_zip(package, gathering)


def _read_part(
    name: str, root: etree._Element, walk: PartWalk, styles: frozenset[str], gathering: Gathering
) -> None:
    part = XmlPart(
        root, name, walk.title or title_of(name), walk.places, walk.taken,
        shown=walk.shown or is_shown(name), styles=styles,
    )  # fmt: skip
    read_marks(part, gathering)
    _read_drawing_data(root, name, gathering)
    _note_cropping(root, name, gathering)


def _read_drawing_data(root: etree._Element, part: str, gathering: Gathering) -> None:
    """Old drawings carry a whole package in an attribute, written in base 64."""
    for value in cast(list[str], _DRAWING_DATA(root)):
        try:
            content = base64.b64decode(value)
        except ValueError:
            gathering.unread("drawing data", part, "it is broken")
            continue
        read_embedded(content, "drawing data", part, gathering)


def _note_cropping(root: etree._Element, part: str, gathering: Gathering) -> None:
    """What is cropped off a picture stays in the file for anyone to bring back."""
    for crop in root.iter(A.srcRect):
        if any(str(value).strip("0%") for value in crop.attrib.values()):
            why = "a picture is cropped, and what was cut off is still in the file"
            gathering.unread("cropped picture", part, why, UnreadKind.PICTURE)


def xml_trees(package: Package, gathering: Gathering) -> dict[str, etree._Element]:
    """The parts that are XML, parsed; those that are broken or unsafe are noted as unread."""
    trees: dict[str, etree._Element] = {}
    for name, content in package.parts.items():
        if _XML.match(content):
            try:
                root = parse_xml(content)
                if local_name(root.tag) != "html":
                    trees[name] = root
            except UnsafeXmlError as error:
                gathering.unread(f"part {name}", name, str(error))
    return trees


def read_bytes(entry: Entry, gathering: Gathering) -> None:
    """A part that is not XML, or is broken, or is shadowed by another of the same name."""
    if not entry.content or (entry.name == "mimetype" and _MIMETYPE.fullmatch(entry.content)):
        return
    name = entry.name.rpartition("/")[2]
    kind = _kind(entry)
    read = read_attached if kind == "embedded file" else read_embedded
    read(entry.content, f"{kind} {name}", entry.name, gathering)


def _kind(entry: Entry) -> str:
    if "/media/" in entry.name or entry.name.startswith("Pictures/"):
        return "picture"
    if "thumbnail" in entry.name.lower():
        return "preview picture"
    if "embeddings/" in entry.name or "chunk" in entry.name.lower():
        return "embedded file"
    return "macros" if "vba" in entry.name.lower() else "part"


def read_links(package: Package, gathering: Gathering) -> None:
    """Targets outside the file: pages, mailboxes, templates, linked pictures and sources."""
    for link in package.relationships:
        if link.external or (link.target and link.target not in package.parts):
            where = {"attachedTemplate": "template path", "hyperlink": "link target"}.get(
                link.kind, f"address of a linked {spell_out(link.kind).lower()}"
            )
            part = link.source or "_rels/.rels"
            gathering.add(spell_out(unquote(link.target)), where, part, hidden=True)


def read_zip(package: Package, gathering: Gathering) -> None:
    """The names of the parts, and what the zip file says besides its parts."""
    for entry in package.entries:
        for step in entry.name.split("/"):
            if not is_usual(step):
                label = "picture file name" if _kind(entry) == "picture" else "file name in package"
                stem = step.rpartition(".")[0] or step
                if not is_dull(stem):
                    gathering.add(spell_out(stem), label, entry.name, hidden=True)
        gathering.add_hidden(readable_strings(entry.notes, 4), "zip directory", entry.name)
    gathering.add_hidden(readable_strings(package.comment, 3), "zip comment", "")
    for stray in package.stray:
        gathering.add_hidden(readable_strings(stray, 4), "bytes outside any part", "")
