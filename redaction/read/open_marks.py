"""Finds what a walk over text misses in an OpenDocument part: attributes, loose text, comments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from functools import cache
from importlib.resources import files
from urllib.parse import unquote

from lxml import etree

from redaction.read.fold import spell_out
from redaction.read.gathering import Gathering
from redaction.read.marks import is_dull, known_values
from redaction.read.open_story import OpenStory
from redaction.read.safe_xml import local_name, namespace

_LABELS = {
    "bookmark name": "bookmark name", "bookmark-start name": "bookmark name",
    "bookmark-end name": "bookmark name", "reference-mark name": "cross-reference name",
    "reference-mark-start name": "cross-reference name",
    "user-field-decl name": "user field", "user-field-decl string-value": "user field",
    "user-field-get name": "user field", "variable-decl name": "variable",
    "variable-set name": "variable", "variable-set string-value": "variable",
    "variable-set formula": "variable", "variable-get name": "variable",
    "section name": "section name", "hidden-text string-value": "hidden text",
    "conditional-text string-value-if-true": "conditional text",
    "conditional-text string-value-if-false": "conditional text",
    "condition": "condition", "database-name": "mail merge source",
    "column-name": "mail merge source", "database-display table-name": "mail merge source",
    "table name": "name of a table or sheet", "named-range name": "defined name",
    "named-expression name": "defined name", "database-range name": "defined name",
    "content-validation condition": "choice list", "help-message title": "hint",
    "error-message title": "error message", "page name": "name of a slide",
    "show name": "name of a custom show",
    "text name": "name of a form field", "text value": "content of a form field",
    "text title": "form field",
    "frame name": "picture name", "custom-shape name": "picture name",
    "a name": "name of a link", "a title": "link tooltip",
    "template href": "document properties: template",
    "template title": "document properties: template",
    "user-defined name": "document properties: custom property", "href": "link target",
    "style name": "style name", "style display-name": "style name", "formula": "formula",
    "sort-key-word": "index entry", "string-value": "index entry", "label": "form field",
    "file-entry full-path": "file name in package", "dde-source item": "link to another program",
    "dde-source topic": "link to another program", "option value": "choice of a form field",
    "current-value": "content of a form field", "value": "value", "tooltip": "tooltip",
    "module name": "macros", "creator": "author",
}  # fmt: skip
_LABELLED_TEXT = {
    "title": "document properties: title", "subject": "document properties: subject",
    "description": "document properties: comments", "keyword": "document properties: keywords",
    "initial-creator": "document properties: author", "generator": "document properties: program",
    "creator": "document properties: last modified by",
    "printed-by": "document properties: printed by",
    "user-defined": "document properties: custom property", "language": "language",
    "config-item": "settings", "creator-initials": "initials of an author", "script": "macros",
    "sender-initials": "initials of an author", "module": "macros",
    "X509SubjectName": "signature", "X509IssuerName": "signature",
}  # fmt: skip
_KEYWORD = re.compile(r"[a-z][a-zA-Z0-9:_+-]*")
_REFERENCE = re.compile(r"[\w-]*(?:style-name|master-page-name|page-layout-name|display-name)")
_AUTOMATIC = re.compile(
    r"(?:[A-Za-z]{1,4}\d{1,4}|WWNum\d+|__Annotation__\d+(?:_\d+)?|Table\d+(?:\.\w+)?)"
)
_ENCODED = re.compile(r"_([0-9a-f]{2,4})_")
_DULL_TEXT = frozenset(
    {"editing-cycles", "editing-duration", "date", "creation-date", "print-date"}
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|P\S+|[\dT:.Z+-]+")
_FORMULA_QUOTED = re.compile(r'"([^"]{1,1000})"')
_MEASURES = re.compile(
    r"(?:[-+]?[\d.]+(?:pt|in|cm|mm|px|em|pc|%)?|#[0-9a-f]{3,8}|[a-z][a-z-]{2,}|[(), ])+"
)
_OASIS = re.compile(r"http://docs\.oasis-open\.org/[\w./#-]*|text/xml|[A-Z]{2}")


@cache
def own_words() -> frozenset[str]:
    """Names that office programs themselves write into OpenDocument files."""
    text = files("redaction.read").joinpath("known_open_values.txt").read_text(encoding="utf-8")
    return frozenset(text.splitlines())


def read_open_marks(
    root: etree._Element, story: OpenStory, title: str, entries: Set[str], gathering: Gathering
) -> None:
    """Add hidden passages for all of a part that ``story`` did not take.

    ``entries`` are the names of the package's parts, which are read by themselves.
    """
    found: dict[str, list[str]] = defaultdict(list)
    styles = story.styles.names
    for element, label, text in _texts(root, story):
        found[_where(label, element, story, title)].append(text)
    for element in root.iter(etree.Element):
        for key, raw in element.attrib.items():
            name, value = local_name(key), decoded(str(raw).strip())
            if _is_dull(element, name, value, str(raw), styles, entries):
                continue
            label = _LABELS.get(f"{local_name(element.tag)} {name}") or _LABELS.get(name, "")
            if not label and (_KEYWORD.fullmatch(value) or _MEASURES.fullmatch(value)):
                found["settings"].append(spell_out(value).lower())
            else:
                label = label or f"attribute {name} of {local_name(element.tag)}"
                found[_where(label, element, story, title)].append(spell_out(unquote(value)))
    for where, texts in found.items():
        gathering.add_hidden(texts, where, story.part)


def decoded(value: str) -> str:
    """A style's name without its escapes: ``Heading_20_1`` is ``Heading 1``."""
    return _ENCODED.sub(lambda escape: chr(int(escape[1], 16)), value)


def _where(label: str, element: etree._Element, story: OpenStory, title: str) -> str:
    for ancestor in (element, *element.iterancestors()):
        if ancestor in story.places:
            return f"{label}, {story.places[ancestor]}"
    return f"{title}: {label}" if title else label


def _texts(root: etree._Element, story: OpenStory) -> Iterator[tuple[etree._Element, str, str]]:
    for sibling in (*root.itersiblings(preceding=True), *root.itersiblings()):
        if (sibling.text or "").strip():
            yield root, "comment in the file's XML", str(sibling.text)
    for element in root.iter():
        name = local_name(element.tag)
        text, tail = (element.text or "").strip(), (element.tail or "").strip()
        if not name and text:
            yield element, "comment in the file's XML", text
        elif text and element not in story.texts and not _is_dull_text(name, text):
            yield element, _text_label(element, name), text
        if tail and element is not root and element not in story.tails:
            yield element, f"text after {name}", tail


def _text_label(element: etree._Element, name: str) -> str:
    parent = local_name(getattr(element.getparent(), "tag", ""))
    if parent in ("annotation", "change-info"):
        return "author of a tracked change or comment"
    if namespace(element.tag).endswith("svg-compatible:1.0"):
        return "picture title" if name == "title" else "picture description (alt text)"
    return _LABELLED_TEXT.get(name, f"text of {name}")


def _is_dull_text(name: str, text: str) -> bool:
    if name in _DULL_TEXT and _DATE.fullmatch(text):
        return True
    if name == "generator" and text.startswith(("LibreOffice", "OpenOffice", "MicrosoftOffice")):
        return len(text) < 120
    return is_dull(text) or (name == "config-item" and text in own_words())


def _is_dull(
    element: etree._Element, name: str, value: str, raw: str, styles: Set[str], entries: Set[str]
) -> bool:
    if is_dull(value) or value in own_words() or value in known_values("styles"):
        return True
    if _AUTOMATIC.fullmatch(raw) or (raw in styles and _REFERENCE.fullmatch(name)):
        return True  # numbered by the program, or a style, which is read where it is defined
    if name.startswith("font-") or local_name(element.tag) == "font-face":
        font = value.strip("'\"").rstrip("0123456789")
        return font in known_values("fonts") or font in own_words()
    if _OASIS.fullmatch(value) or (value[:1].isdigit() and _MEASURES.fullmatch(value)):
        return True
    if value.removeprefix("./") in entries or f"{value.removeprefix('./')}/" in entries:
        return True
    return bool(_DATE.fullmatch(value)) and name in ("date", "date-value", "time", "creation-date")
