"""Finds what a walk over text misses in an XML part: attributes, loose text, comments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import unquote

from lxml import etree

from redaction.read.fold import spell_out
from redaction.read.gathering import Gathering
from redaction.read.labels import LABELLED_TEXT, LABELS
from redaction.read.names import S, W
from redaction.read.safe_xml import local_name, namespace

# Drawing coordinates, checksums and revision marks: numbers in their own notations.
_DULL_ATTRIBUTES = frozenset(
    {
        "path", "eqn", "adj", "coordsize", "coordorigin", "points", "textboxrect",
        "connectlocs", "limo", "rsid", "rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr",
        "rsidDel", "rsidSect", "paraId", "textId", "editId", "anchorId", "themeTint",
        "themeShade", "themeFillTint", "themeFillShade", "schemaLocation", "lang", "panose1",
        "Extension",
    }
)  # fmt: skip
_WORD_IN_NUMBERS = re.compile("[A-Z][a-z]{2}")
_OFFICE = re.compile(
    r"http://schemas\.(?:openxmlformats\.org|microsoft\.com)/"
    r"|urn:schemas-microsoft|http://www\.w3\.org/|http://purl\.org/dc/|adobe:ns:meta/"
    r"|http://ns\.adobe\.com/|http://www\.aiim\.org/pdf"
)
_JOINED = frozenset({"p", "si", "is", "h", "text"})
_DULL_TIMES = frozenset(["date", "dateUtc", "dt"])
_DULL_TEXT = frozenset(
    {
        "posOffset", "pctWidth", "pctHeight", "created", "modified", "lastPrinted", "TotalTime",
        "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs",
        "DocSecurity", "ScaleCrop", "LinksUpToDate", "SharedDoc", "HyperlinksChanged",
        "AppVersion", "revision", "formatCode", "ptCount", "binData", "i4", "bool", "align",
    }
)  # fmt: skip
_NUMBER = r"[-+]?[\d.]+(?:e[-+]?\d+)?(?:pt|in|cm|mm|px|em|pc|f|fd|%)?"
_DULL_VALUE = re.compile(
    rf"{_NUMBER}(?:[,; ]+{_NUMBER})*"  # numbers, measures and lists of them
    r"|#?(?=[0-9A-F]*\d)[0-9A-F]{2,16}|#?[0-9A-F]{6}|#[0-9a-fA-F]{3,8}(?: \[\d+\])?"  # colours, ids
    r"|\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?"  # GUIDs
    r"|[a-z-]+:[^;:A-Z]*(?:; ?[a-z-]+:[^;:A-Z]*)*;?"  # the style of an old drawing
    r"|rId\d+|_(?:Toc|Ref|Hlk|GoBack)\d*|_x0000_[a-z]+\d+|[a-z]{2,3}-(?:[A-Z][a-z]{3}-)?[A-Z]{2}"
    r"|%\d(?:[.)%\d]*)|R[a-f\d]{8,}"
    r"|adobe:ns:meta/|http://ns\.adobe\.com/[\w/.-]*|http://www\.aiim\.org/pdf\w*/ns/[\w#/]*"
    r'|begin="\ufeff?" id="W5M0MpCehiHzreSzNTczkc9d"|end="[rw]"'
    r"|(?:http://schemas\.(?:openxmlformats\.org|microsoft\.com)|http://www\.w3\.org"
    r"|http://purl\.org|urn:schemas-microsoft-com|application/|image/)[\w/.:+#-]*"
    r"|(?:Picture|Image|Text Box|Chart|Table|Shape|Group|Diagram|Object|Graphic|Rectangle|Line"
    r"|Straight Connector|Placeholder|TextBox|Title|Subtitle|Oval|Freeform|Connector|Arrow"
    r"|(?:Title|Subtitle|Content|Vertical|Text|Date|Footer|Header|Slide|Number|Image|Notes|Picture"
    r"|Chart|Table|Media|Placeholder| )+) ?\d*"
    r"|_xlnm\.\w+|(?:Table|Pivot|Slicer|Time)+Style(?:Light|Medium|Dark)\d+"
)
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_FORMAT_WORDS = re.compile(r"\[[^\]]{0,40}\]|General|AM/PM|[dmyhs]{1,5}", re.IGNORECASE)
_KEYWORD = re.compile(r"[a-z][a-zA-Z0-9:]*")


_FONT_ATTRIBUTES = frozenset(["typeface", "ascii", "hAnsi", "cs", "eastAsia", "font", "bulletFont"])
_STYLE_ELEMENTS = frozenset(
    {
        "style", "lsdException", "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link",
        "aliases", "numStyleLink", "styleLink", "name", "attachedSchema", "defaultTableStyle",
        "clickAndTypeStyle",
    }
)  # fmt: skip
_SHOWN_LABELS = frozenset({"text", "text of v", "text of t"})
_COMMON_NAMES = frozenset(
    {
        "creator", "title", "subject", "description", "created", "modified", "div", "style", "xml",
        "font", "span", "align",
    }
)  # fmt: skip
_STYLE_REFERENCES = _STYLE_ELEMENTS - {"name", "aliases", "lsdException"}


@cache
def known_values(section: str) -> frozenset[str]:
    """Names that Office itself writes: "fonts", built-in "styles", and "any" others."""
    text = files("redaction.read").joinpath("known_values.txt").read_text(encoding="utf-8")
    body = text.partition(f"[{section}]\n")[2].partition("\n[")[0]
    return frozenset(body.splitlines())


@lru_cache(maxsize=50_000)
def is_dull(value: str) -> bool:
    """Whether an attribute's value can't name anyone: a number, a colour, Office's own word."""
    if not _TWO_LETTERS.search(value):
        return True
    return bool(_DULL_VALUE.fullmatch(value)) or value in known_values("any")


def _is_office_name(element: etree._Element, key: str, value: str) -> bool:
    """Whether a value is one that Office writes in this very attribute of this element."""
    tag, name = local_name(element.tag), local_name(key)
    if tag in ("Relationship", "Override") and name in ("Target", "PartName"):
        return True  # read with the package's relationships and entries
    if name in _DULL_TIMES and _TIMESTAMP.fullmatch(value):
        return True
    if name in _DULL_ATTRIBUTES and _OFFICE.match(namespace(element.tag)):
        return not _WORD_IN_NUMBERS.search(value)
    if name == "formatCode":
        return not _TWO_LETTERS.search(_FORMAT_WORDS.sub(" ", value))
    if name in _FONT_ATTRIBUTES or tag in ("font", "altName", "mathFont"):
        return value.startswith("+") or value in known_values("fonts")
    if key == "val" and tag == "name" and namespace(element.tag) == S.uri:
        return value in known_values("fonts")
    return tag in _STYLE_ELEMENTS and value in known_values("styles")


@dataclass(frozen=True)
class XmlPart:
    """One XML part of a package: its tree, its name and what an author calls it.

    ``places`` gives the places of elements that a walk over the text found, ``taken`` the
    elements whose text is in a passage already. ``shown`` says that its text is on the page.
    """

    root: etree._Element
    name: str
    title: str = ""
    places: Mapping[etree._Element, str] = field(default_factory=dict)
    taken: Set[etree._Element] = frozenset()
    shown: bool = False
    styles: Set[str] = frozenset()
    """Ids of styles, which are read where the styles are defined."""

    def where(self, label: str, element: etree._Element) -> str:
        """``label`` with the place of ``element``, or with the title of the part."""
        for ancestor in (element, *element.iterancestors()):
            if ancestor in self.places:
                return f"{label}, {self.places[ancestor]}"
        return f"{self.title}: {label}" if self.title else label


def read_marks(part: XmlPart, gathering: Gathering) -> None:
    """Add passages, hidden but for text that is ``shown``, for all of an XML part not taken.

    Attribute values that are one of Office's keywords share one passage, lest a part drown.
    """
    shown: dict[str, list[str]] = defaultdict(list)
    hidden: dict[str, list[str]] = defaultdict(list)
    for element, label, text in _texts(part):
        seen = part.shown and label in _SHOWN_LABELS
        (shown if seen else hidden)[part.where(label, element)].append(text)
    for element, name, value in _attributes(part):
        label = _label(element, name)
        if label:
            hidden[part.where(label, element)].append(value)
        elif _KEYWORD.fullmatch(value):
            hidden["settings"].append(spell_out(value).lower())
        else:
            unnamed = f"attribute {name} of {local_name(element.tag)}"
            hidden[f"{part.title}: {unnamed}" if part.title else unnamed].append(spell_out(value))
    for where, texts in shown.items():
        gathering.add("\n".join(dict.fromkeys(texts)), where, part.name)
    for where, texts in hidden.items():
        gathering.add_hidden(texts, where, part.name)


def _texts(part: XmlPart) -> Iterator[tuple[etree._Element, str, str]]:
    """The loose texts of a part with what they are; runs of one paragraph are joined."""
    root = part.root
    for sibling in (*root.itersiblings(preceding=True), *root.itersiblings()):
        if not is_dull(str(sibling.text or "").strip()):
            yield root, "comment in the file's XML", str(sibling.text or "")
    joined: set[etree._Element] = set()
    for element in root.iter():
        name = local_name(element.tag)
        if not name:
            if not is_dull(str(element.text or "").strip()):
                yield element, "comment in the file's XML", str(element.text or "")
        elif name in _JOINED and element in part.taken:
            joined.update(element.iter())
        elif name in _JOINED and element not in joined and namespace(element.tag) != W.uri:
            joined.update(element.iter())
            yield element, "text", "".join(str(text) for text in element.itertext(etree.Element))
        elif element not in part.taken and element not in joined:
            yield from _loose_text(element, name)
        tail = (element.tail or "").strip()
        if tail and element not in joined:
            yield element, f"text after {name}", tail


def _loose_text(element: etree._Element, name: str) -> Iterator[tuple[etree._Element, str, str]]:
    text = (element.text or "").strip()
    if text and not is_dull_text(element, text):
        yield element, LABELLED_TEXT.get(name, f"text of {name}"), text


def is_dull_text(element: etree._Element, text: str) -> bool:
    """Whether the text of an element is a setting that can't name anyone."""
    if local_name(element.tag) in _DULL_TEXT and not _WORD_IN_NUMBERS.search(text):
        return True
    return is_dull(text) and local_name(element.tag) not in ("t", "v")


def _attributes(part: XmlPart) -> Iterator[tuple[etree._Element, str, str]]:
    """The attributes that could name someone, and unusual namespaces and element names."""
    declared = (uri for _, (_, uri) in etree.iterwalk(part.root, events=("start-ns",)))
    for uri in dict.fromkeys(declared):
        if not is_dull(uri):
            yield part.root, "namespace", unquote(uri)
    for element in part.root.iter(etree.Element):
        if not _OFFICE.match(namespace(element.tag)):
            for name in (element.tag, *element.attrib):
                if local_name(name) not in _COMMON_NAMES and not is_dull(local_name(name)):
                    yield element, "element name", local_name(name)
    for element, key, value in free_attributes(part.root):
        if value not in part.styles or local_name(element.tag) not in _STYLE_REFERENCES:
            name = local_name(key)
            yield element, name, spell_out(unquote(value)) if _label(element, name) else value


def is_keyword(element: etree._Element, name: str, value: str) -> bool:
    """Whether an attribute without a label holds what looks like one of Office's keywords."""
    return not _label(element, local_name(name)) and bool(_KEYWORD.fullmatch(value))


def free_attributes(root: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Elements with the full name and the value of each attribute that could name someone."""
    for element in root.iter(etree.Element):
        for raw_name, raw_value in element.attrib.items():
            key, value = str(raw_name), str(raw_value).strip()
            if local_name(key) == "gfxdata":
                continue
            if value and not is_dull(value) and not _is_office_name(element, key, value):
                yield element, key, value


def _label(element: etree._Element, name: str) -> str:
    tag = local_name(element.tag)
    if tag == "name" and local_name(getattr(element.getparent(), "tag", "")) == "ffData":
        return "name of a form field"
    return LABELS.get(f"{tag} {name}") or LABELS.get(name, "")
