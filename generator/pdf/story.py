"""One story of a Word file (its body, a header, a footer) as HTML, through mammoth.

mammoth knows structure and nothing of looks. So the story is prepared for it: every paragraph and
run gets a class for its look, fields become marks, and what mammoth would drop is noted beside.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import mammoth
from lxml import etree

from generator.pdf.form_fields import flatten_fields
from generator.pdf.numbering import ListPlace, Numbering
from generator.pdf.style_sheet import StyleSheet
from generator.word.package import CONTENT_TYPES, MAIN_PART, parse_part, part_bytes
from generator.word.xml import (
    CONTENT_TYPE_NAMESPACE,
    DRAWING,
    PACKAGE_RELATIONSHIPS,
    WORD_DRAWING,
    rels_part,
    w,
)
from redaction.errors import TemplateError

PAGE_MARK, PAGES_MARK = "\ue010", "\ue011"
"""Stand for the page number and the number of pages until the HTML is complete."""
_FIELD_MARKS = {"PAGE": PAGE_MARK, "NUMPAGES": PAGES_MARK, "SECTIONPAGES": PAGES_MARK}
_DROPPED_RELATIONSHIPS = ("/styles", "/numbering", "/header", "/footer", "/attachedTemplate")
_LOOKS = tuple(
    w(tag)
    for tag in ("tblPr", "tblGrid", "tcW", "tcBorders", "tcMar", "shd", "vAlign", "trHeight",
                "cantSplit", "proofErr", "effectExtent")
)  # fmt: skip
"""What mammoth reads and does not use; half of its time goes into reading."""
_EMPTY_RELATIONSHIPS = f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"/>'.encode()


@dataclass(frozen=True)
class Story:
    """A story's HTML with the tables, list places and pictures that it came from, in order."""

    html: etree._Element
    tables: tuple[etree._Element, ...]
    pictures: tuple[etree._Element, ...]
    lists: Mapping[str, ListPlace]
    """The place in a list of each paragraph, by its class."""


def story(
    parts: Mapping[str, bytes], part: str, sheet: StyleSheet, numbers: Numbering, name: str
) -> Story:
    """The story in ``part``; its classes are added to ``sheet``."""
    root = parse_part(parts[part], part, name)
    body = root.find(w("body")) if part == MAIN_PART else root
    if body is None:
        raise TemplateError.because(name, "the document has no body", "Open it in Word and save it")
    flatten_fields(body)
    _mark_fields(body)
    _remove_hidden(body)
    lists = _classify(body, sheet, numbers)
    pictures = [p for p in body.iter() if p.tag in _PICTURES and p.find(f".//{_BLIP}") is not None]
    return Story(
        html=_through_mammoth(parts, part, body, sheet, name),
        tables=tuple(body.iter(w("tbl"))),
        pictures=tuple(pictures),
        lists=lists,
    )


_PICTURES = (f"{{{WORD_DRAWING}}}inline", f"{{{WORD_DRAWING}}}anchor")
_BLIP = f"{{{DRAWING}}}blip"


def _classify(body: etree._Element, sheet: StyleSheet, numbers: Numbering) -> dict[str, ListPlace]:
    """Give every paragraph and run the class of its look in place of its formatting."""
    lists: dict[str, ListPlace] = {}
    for index, paragraph in enumerate(body.iter(w("p"))):
        properties = paragraph.find(w("pPr"))
        numbered = sheet.numbering_of(properties)
        place = numbers.next_place(numbered) if numbered is not None else None
        context = f"-list-{index}" if place else ""
        style = sheet.paragraph_class(properties, context)
        if place:
            lists[style] = place
            if place.marker:
                sheet.markers[style] = place.marker
        if properties is not None:
            paragraph.remove(properties)
        paragraph.insert(0, _styled("pPr", "pStyle", style))
    for run in body.iter(w("r")):
        _classify_run(run, sheet)
    return lists


def _classify_run(run: etree._Element, sheet: StyleSheet) -> None:
    properties = run.find(w("rPr"))
    if properties is None:
        return
    style = sheet.run_class(properties)
    raised = properties.find(w("vertAlign"))
    run.remove(properties)
    if not style and raised is None:
        return
    new = _styled("rPr", "rStyle", style) if style else etree.Element(w("rPr"))
    if raised is not None:
        new.append(copy.deepcopy(raised))
    run.insert(0, new)


def _styled(properties: str, style: str, name: str) -> etree._Element:
    parent = etree.Element(w(properties))
    etree.SubElement(parent, w(style)).set(w("val"), name)
    return parent


def _remove_hidden(body: etree._Element) -> None:
    for hidden in list(body.iter(w("vanish"))):
        run = next(hidden.iterancestors(w("r")), None)
        if run is not None and hidden.get(w("val")) not in ("0", "false"):
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)


def _mark_fields(body: etree._Element) -> None:
    """Put a mark in place of every page number field."""
    for field in list(body.iter(w("fldSimple"))):
        mark = _field_mark(str(field.get(w("instr"), "")))
        if mark:
            field.tag = w("r")
            field.attrib.clear()
            for child in list(field):
                field.remove(child)
            etree.SubElement(field, w("t")).text = mark
    for paragraph in body.iter(w("p")):
        for runs in _fields(paragraph):
            _mark_field(runs)


def _fields(paragraph: etree._Element) -> Iterator[list[etree._Element]]:
    """The runs of each field of a paragraph, from its begin to its end."""
    runs: list[etree._Element] = []
    inside = False
    for run in list(paragraph.iter(w("r"))):
        kinds = [str(mark.get(w("fldCharType"))) for mark in run.iter(w("fldChar"))]
        inside = inside or "begin" in kinds
        if inside:
            runs.append(run)
        if "end" in kinds and inside:
            yield runs
            runs, inside = [], False


def _mark_field(runs: list[etree._Element]) -> None:
    code = "".join(text.text or "" for run in runs for text in run.iter(w("instrText")))
    mark = _field_mark(code)
    if not mark:
        return
    for run in runs[1:]:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    for child in list(runs[0]):
        if child.tag != w("rPr"):
            runs[0].remove(child)
    etree.SubElement(runs[0], w("t")).text = mark


def _field_mark(code: str) -> str:
    words = code.split()
    return _FIELD_MARKS.get(words[0].upper(), "") if words else ""


def _through_mammoth(
    parts: Mapping[str, bytes], part: str, body: etree._Element, sheet: StyleSheet, name: str
) -> etree._Element:
    package = io.BytesIO(_package(parts, part, body, name))
    try:
        result = mammoth.convert_to_html(
            package,
            style_map=_style_map(sheet, body),
            include_embedded_style_map=False,
            include_default_style_map=False,
            ignore_empty_paragraphs=False,
        )
        return etree.fromstring(f"<div>{result.value}</div>".encode())
    except (LookupError, ValueError, AttributeError, TypeError, OSError, SyntaxError) as error:
        raise TemplateError.because(
            name,
            "this Word file can't be made into a PDF",
            "Open it in Word, save it again as .docx, and try once more",
        ) from error


def _style_map(sheet: StyleSheet, body: etree._Element) -> str:
    """How mammoth carries the classes of this story through."""
    used = {str(one.get(w("val"))) for one in body.iter(w("pStyle"), w("rStyle"))}
    lines = [
        f"p.{key} => {one.element}.{key}:fresh"
        for key, one in sheet.paragraphs.items()
        if key in used
    ]
    lines += [f"r.{key} => span.{key}" for key in sheet.runs if key in used]
    lines += [f"br[type='{kind}'] => br.{kind}-break" for kind in ("page", "column")]
    return "\n".join(lines)


def _package(parts: Mapping[str, bytes], part: str, body: etree._Element, name: str) -> bytes:
    """A Word file of this one story, for mammoth."""
    document = etree.Element(w("document"), nsmap=_prefixed(body))
    new_body = etree.SubElement(document, w("body"))
    new_body.extend(copy.deepcopy(child) for child in body if child.tag != w("sectPr"))
    etree.strip_elements(new_body, *_LOOKS, with_tail=False)
    relationships = _relationships(parts, part, name)
    story_parts = {
        key: content
        for key, content in parts.items()
        if (key.startswith("word/media/") and key.removeprefix("word/").encode() in relationships)
        or key in ("word/footnotes.xml", "word/endnotes.xml")
    }
    story_parts[MAIN_PART] = part_bytes(document)
    story_parts[rels_part(MAIN_PART)] = relationships
    story_parts["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        f'Target="{MAIN_PART}"/></Relationships>'
    ).encode()
    story_parts[CONTENT_TYPES] = (
        f'<Types xmlns="{CONTENT_TYPE_NAMESPACE}"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="jpg" '
        'ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/></Types>'
    ).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for key, content in story_parts.items():
            package.writestr(key, content)
    return buffer.getvalue()


def _prefixed(body: etree._Element) -> dict[str, str]:
    return {prefix: uri for prefix, uri in body.nsmap.items() if prefix}


def _relationships(parts: Mapping[str, bytes], part: str, name: str) -> bytes:
    rels = rels_part(part)
    root = parse_part(parts.get(rels, _EMPTY_RELATIONSHIPS), rels, name)
    for relation in list(root):
        kind = str(relation.get("Type", ""))
        outside = relation.get("TargetMode") == "External" and not kind.endswith("/hyperlink")
        if outside or kind.endswith(_DROPPED_RELATIONSHIPS):
            root.remove(relation)
    return part_bytes(root)
