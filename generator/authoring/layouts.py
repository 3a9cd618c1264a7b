"""What a layout of the house style is: a page, and its own look of some styles.

A style of the house style whose name begins with a layout's name ("large-print Body Text") is laid
over the style it is named after ("Body Text") in templates of that layout, and left out of others.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree

from generator.authoring.text import W, parse_part, style_names
from redaction.errors import TemplateError

LAYOUT_NAME = "Layout Name"
_STYLES, _DOCUMENT = "word/styles.xml", "word/document.xml"
_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind",
    "contextualSpacing", "jc", "outlineLvl",
)  # fmt: skip
_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing",
    "kern", "sz", "szCs", "highlight", "u", "shd", "lang",
)  # fmt: skip
"""The order in which Word insists on properties."""


def sections(parts: dict[str, bytes]) -> dict[str, etree._Element]:
    """The section properties of each layout in the house style, by the layout's name."""
    body = parse_part(parts, _DOCUMENT).find(f"{W}body")
    names = style_names(parts)
    found: dict[str, etree._Element] = {}
    name = ""
    for element in body if body is not None else ():
        style = element.find(f"{W}pPr/{W}pStyle")
        if style is not None and names.get(style.get(f"{W}val", "")) == LAYOUT_NAME:
            name = "".join(text.text or "" for text in element.iter(f"{W}t"))
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if section is not None and name:
            found[name] = section
    return found


def text_width(section: etree._Element, place: str) -> int:
    """The width of a line of text, of one column where there are more, in twentieths of a point."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        raise TemplateError.because(place, "a layout has no page size or margins")
    left, right = (int(margins.get(f"{W}{side}", "0")) for side in ("left", "right"))
    width = int(size.get(f"{W}w", "0")) - left - right
    columns = section.find(f"{W}cols")
    number = int(columns.get(f"{W}num", "1")) if columns is not None else 1
    between = int(columns.get(f"{W}space", "0")) if columns is not None else 0
    return (width - (number - 1) * between) // number


def styles_of_layout(parts: dict[str, bytes], layout: str, layouts: Iterable[str]) -> bytes:
    """The styles part with this layout's own looks laid over, and no other layout's."""
    root = parse_part(parts, _STYLES)
    names = style_names(parts)
    by_name = {names.get(str(style.get(f"{W}styleId"))): style for style in root.iter(f"{W}style")}
    for name, style in by_name.items():
        owner = next((one for one in layouts if name and name.startswith(f"{one} ")), "")
        if not owner:
            continue
        root.remove(style)
        named_after = by_name.get(str(name).removeprefix(f"{owner} "))
        if named_after is None:
            raise TemplateError.because(
                f'style "{name}"',
                "the house style has no style that it is named after",
                f'Give it the name of a layout and of a style, such as "{owner} Body Text"',
            )
        if owner == layout:
            _lay_over(named_after, style, "pPr", _PARAGRAPH_ORDER)
            _lay_over(named_after, style, "rPr", _RUN_ORDER)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _lay_over(
    style: etree._Element, own: etree._Element, kind: str, order: tuple[str, ...]
) -> None:
    """Lay the ``w:pPr`` or ``w:rPr`` of the style ``own`` over that of ``style``."""
    added = own.find(f"{W}{kind}")
    if added is None:
        return
    properties = style.find(f"{W}{kind}")
    if properties is None:
        properties = etree.Element(f"{W}{kind}")
        run = style.find(f"{W}rPr")
        style.append(properties) if run is None else run.addprevious(properties)
    for child in added:
        there = properties.find(str(child.tag))
        if there is None:
            properties.append(copy.deepcopy(child))
        elif len(child):
            properties.replace(there, copy.deepcopy(child))
        else:
            for name, value in child.attrib.items():
                there.set(name, value)
    places = {f"{W}{name}": place for place, name in enumerate(order)}
    properties[:] = sorted(properties, key=lambda one: places.get(str(one.tag), len(places)))
