"""A content control in Word's XML: written, recognised, and its text.

Word wants the properties of a control in the order of ISO/IEC 29500-1, A.1, and no two controls
with the same number.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from lxml import etree

from generator.controls.syntax import Control, ControlKind
from generator.word.xml import XML_SPACE, w

WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ROOT_ATTRIBUTES = f'xmlns:w14="{WORD_2010}" xmlns:mc="{COMPATIBILITY}" mc:Ignorable="w14"'
"""What the root of a part with tick boxes declares, so that an older Word passes over them."""

PROPERTIES, CONTENT = w("sdtPr"), w("sdtContent")
CONTROL, SHOWS_PLACEHOLDER = w("sdt"), w("showingPlcHdr")
CHECKBOX = f"{{{WORD_2010}}}checkbox"
PLACEHOLDER_COLOUR = "666666"
"""Grey that is still easy to read on white (contrast 5.7 to 1)."""

_ORDER = tuple(
    map(w, ("rPr", "alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr"))
)
_KINDS = {
    w("text"): ControlKind.TEXT,
    w("richText"): ControlKind.LONG,
    w("date"): ControlKind.DATE,
    w("dropDownList"): ControlKind.CHOICE,
    w("comboBox"): ControlKind.CHOICE,
    CHECKBOX: ControlKind.TICK,
}
_OTHER_KINDS = frozenset(
    map(w, ("equation", "docPartObj", "docPartList", "picture", "citation", "group",
            "bibliography"))
)  # fmt: skip
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_NO_TEXT = frozenset({PROPERTIES, w("del"), w("moveFrom"), w("pPr"), w("rPr"), _FALLBACK})
_SPACES = {
    w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}  # fmt: skip
_OFF = ("0", "false", "off")
_BOX_FONT = (
    '<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" '
    'w:hint="eastAsia"/></w:rPr>'
)
_BOX = (
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" '
    'w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
    "</w14:checkbox>"
)
_DATE = (
    '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)
_PLAIN = '<w:rPr><w:color w:val="auto"/></w:rPr>'
"""What a person types is not grey, whatever the placeholder was."""


def control_xml(control: Control, label: str, runs: str) -> str:
    """The run-level ``w:sdt`` of a control with ``runs`` in it.

    ``label`` is what Word shows above it. It still lacks what ``finish_controls`` adds.
    """
    look = _BOX_FONT if control.kind is ControlKind.TICK else _PLAIN
    if control.kind is ControlKind.TICK:
        runs = runs.replace("<w:r>", f"<w:r>{look}")
    names = f"<w:alias w:val={quoteattr(label)}/><w:tag w:val={quoteattr(control.id)}/>"
    return (
        f'<w:sdt><w:sdtPr>{look}{names}<w:lock w:val="sdtLocked"/>{_kind_xml(control)}</w:sdtPr>'
        f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
    )


def _kind_xml(control: Control) -> str:
    match control.kind:
        case ControlKind.TEXT:
            return "<w:text/>"
        case ControlKind.LONG:
            return '<w:text w:multiLine="1"/>'
        case ControlKind.DATE:
            return _DATE
        case ControlKind.TICK:
            return _BOX
        case ControlKind.CHOICE:
            items = "".join(
                f"<w:listItem w:displayText={quoteattr(option)} w:value={quoteattr(option)}/>"
                for option in control.options
            )
            return f"<w:dropDownList>{items}</w:dropDownList>"


def kind_of(properties: etree._Element) -> ControlKind | None:
    """The kind of a control with these ``w:sdtPr``; none for pictures, groups and the like."""
    for child in properties:
        if child.tag == w("text"):
            return ControlKind.LONG if is_on(child, "multiLine", "0") else ControlKind.TEXT
        if child.tag in _KINDS:
            return _KINDS[str(child.tag)]
        if child.tag in _OTHER_KINDS or etree.QName(child).localname == "repeatingSection":
            return None
    return ControlKind.LONG


def control_of(sdt: etree._Element) -> Control | None:
    """The control that ``sdt`` is, without its content; none where it has no id or kind."""
    properties = sdt.find(PROPERTIES)
    tag = properties.find(w("tag")) if properties is not None else None
    if properties is None or tag is None:
        return None
    kind = kind_of(properties)
    options = tuple(
        str(item.get(w("displayText")) or item.get(w("value"), ""))
        for item in properties.iter(w("listItem"))
    )
    return Control(kind, str(tag.get(w("val"), "")), "", options) if kind else None


def shows_placeholder(sdt: etree._Element) -> bool:
    """Whether what stands in the control is its placeholder."""
    mark = sdt.find(f"{PROPERTIES}/{SHOWS_PLACEHOLDER}")
    return mark is not None and is_on(mark)


def is_on(element: etree._Element, attribute: str = "val", default: str = "1") -> bool:
    """Whether a switch is on."""
    return str(element.get(w(attribute), default)) not in _OFF


def innermost(root: etree._Element) -> Iterator[etree._Element]:
    """The controls below ``root`` that hold no other, in the document's order."""
    for sdt in list(root.iter(CONTROL)):
        content = sdt.find(CONTENT)
        if content is not None and next(content.iter(CONTROL), None) is None:
            yield sdt


def control_text(sdt: etree._Element) -> str:
    """What a reader sees in the control: a line for each paragraph and break."""
    content = sdt.find(CONTENT)
    return "".join(_texts(content, [False])) if content is not None else ""


def _texts(element: etree._Element, begun: list[bool]) -> Iterator[str]:
    for child in element:
        if child.tag in _NO_TEXT:
            continue
        if child.tag == w("p"):
            if begun[0]:
                yield "\n"
            begun[0] = True
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _SPACES:
            yield _SPACES[str(child.tag)]
        else:
            yield from _texts(child, begun)


def put_property(properties: etree._Element, tag: str) -> etree._Element:
    """The property ``tag`` of a control, added in its place where it is not there yet."""
    found = properties.find(tag)
    if found is not None:
        return found
    later = [one for one in properties if one.tag not in _ORDER[: _ORDER.index(tag) + 1]]
    new = etree.Element(tag)
    properties.insert(properties.index(later[0]) if later else len(properties), new)
    return new


def run(text: str, colour: str = "") -> etree._Element:
    """A run of plain text, in a colour where one is given."""
    new = etree.Element(w("r"))
    if colour:
        look = etree.SubElement(new, w("rPr"))
        etree.SubElement(look, w("color")).set(w("val"), colour)
    words = etree.SubElement(new, w("t"))
    words.text = text
    words.set(XML_SPACE, "preserve")
    return new
