"""Finishes a story's HTML: lists, tables, tabs, page numbers, pictures."""

from __future__ import annotations

import re

from lxml import etree

from generator.pdf.declarations import Css, as_text, border, shading, value
from generator.pdf.numbering import ListPlace
from generator.pdf.story import PAGE_MARK, PAGES_MARK, Story
from generator.pdf.style_sheet import ParagraphClass, StyleSheet
from generator.word.xml import w

_MARKS = re.compile(f"([{PAGE_MARK}{PAGES_MARK}])")
_MARK_CLASSES = {PAGE_MARK: "page-number", PAGES_MARK: "page-count"}
_AFTER_BULLET = "\u00a0" * 4
"""Word's distance between bullet and text."""
_VERTICAL = {"center": "middle", "bottom": "bottom"}
_EMU_PER_POINT = 12_700
_SAFE_LINKS = ("http:", "https:", "mailto:", "tel:", "#")


def finished(story: Story, sheet: StyleSheet) -> etree._Element:
    """The story's HTML, ready to be styled: a ``div`` with its blocks."""
    html = story.html
    for table, source in zip(list(html.iter("table")), story.tables, strict=False):
        _finish_table(table, source, sheet)
    for picture, source in zip(list(html.iter("img")), story.pictures, strict=False):
        _size(picture, source)
    for link in list(html.iter("a")):
        if not str(link.get("href", "#")).startswith(_SAFE_LINKS):
            del link.attrib["href"]
    for paragraph in list(html.iter(*_PARAGRAPHS)):
        _finish_paragraph(paragraph, sheet)
    _mark_labels(html, sheet)
    _close_up(html, sheet)
    _build_lists(html, story, sheet)
    _use_classes(html, sheet)
    return html


_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6")


def _finish_paragraph(paragraph: etree._Element, sheet: StyleSheet) -> None:
    style = sheet.paragraphs.get(str(paragraph.get("class", "")))
    _replace_marks(paragraph)
    text = "".join(map(str, paragraph.itertext()))
    if "  " in text or text.startswith(" "):
        _add_style(paragraph, {"white-space": "pre-wrap"})
    if style and "\t" in text:
        _set_tabs(paragraph, style)
    if not len(paragraph) and not (paragraph.text or "").strip():
        paragraph.tag = "div"
        paragraph.set("class", f"{paragraph.get('class', '')} blank".strip())


def _replace_marks(paragraph: etree._Element) -> None:
    for element in list(paragraph.iter()):
        for name in ("text", "tail"):
            text = getattr(element, name)
            if text and _MARKS.search(text) and not (name == "tail" and element is paragraph):
                _put_counters(element, name, text)


def _put_counters(element: etree._Element, name: str, text: str) -> None:
    first, *rest = _MARKS.split(text)
    setattr(element, name, first)
    parent = element if name == "text" else element.getparent()
    if parent is None:
        return
    at = 0 if name == "text" else parent.index(element) + 1
    for mark, tail in zip(rest[::2], rest[1::2], strict=True):
        counter = etree.Element("span")
        counter.set("class", _MARK_CLASSES[mark])
        counter.tail = tail
        parent.insert(at, counter)
        at += 1


def _set_tabs(paragraph: etree._Element, style: ParagraphClass) -> None:
    """Cells between tabs: a right tab pushes to the margin, a left one starts at its stop."""
    cells = _split_at_tabs(paragraph)
    stops = list(style.tabs)
    paragraph.set("class", f"{paragraph.get('class')} tabbed")
    at = 0.0
    for number, cell in enumerate(cells):
        following = stops[number] if number < len(stops) else ("left", at + 36)
        kind, stop = following
        if number < len(cells) - 1 and kind not in ("right", "end", "center"):
            cell.set("style", f"flex: 0 0 auto; min-width: {max(stop - at, 0):g}pt")
            at = stop
        elif number < len(cells) - 1:
            cell.set("style", "flex: 1 1 auto")
        paragraph.append(cell)


def _split_at_tabs(paragraph: etree._Element) -> list[etree._Element]:
    """The content of a paragraph in spans, one for each piece between tabs."""
    cells = [etree.Element("span")]
    pieces: list[tuple[etree._Element | None, str]] = [(None, paragraph.text or "")]
    for child in list(paragraph):
        tail, child.tail = child.tail or "", None
        text = child.text or ""
        if "\t" in text and not len(child):
            before, *after = text.split("\t")
            child.text = before
            pieces.append((child, "".join(f"\t{piece}" for piece in after) + tail))
        else:
            pieces.append((child, tail))
        paragraph.remove(child)
    paragraph.text = None
    for element, text in pieces:
        if element is not None:
            cells[-1].append(element)
        first, *rest = text.split("\t")
        _add_text(cells[-1], first)
        for piece in rest:
            cells.append(etree.Element("span"))
            _add_text(cells[-1], piece)
    return cells


def _add_text(cell: etree._Element, text: str) -> None:
    if len(cell):
        cell[-1].tail = (cell[-1].tail or "") + text
    else:
        cell.text = (cell.text or "") + text


def _mark_labels(html: etree._Element, sheet: StyleSheet) -> None:
    """Cells that hold a form's label head their row."""
    for header in html.iter("th"):
        header.set("scope", "col")
    for cell in list(html.iter("td")):
        classes = [str(child.get("class", "")).split(" ")[0] for child in cell]
        styles = [sheet.paragraphs[name] for name in classes if name in sheet.paragraphs]
        if styles and styles[0].label:
            cell.tag = "th"
            cell.set("scope", "row")


def _close_up(html: etree._Element, sheet: StyleSheet) -> None:
    """Word's contextual spacing: none between two paragraphs of the same style."""
    for paragraph in html.iter(*_PARAGRAPHS):
        after = paragraph.getnext()
        if after is None:
            continue
        name, next_name = (str(one.get("class", "")).split(" ")[0] for one in (paragraph, after))
        here, there = sheet.paragraphs.get(name), sheet.paragraphs.get(next_name)
        if here and there and here.close and there.close and here.css == there.css:
            _add_style(paragraph, {"margin-bottom": "0"})
            _add_style(after, {"margin-top": "0"})


def _build_lists(html: etree._Element, story: Story, sheet: StyleSheet) -> None:
    """Put neighbouring paragraphs of lists into ``ul`` and ``ol``."""
    for paragraph in list(html.iter(*_PARAGRAPHS)):
        style = str(paragraph.get("class", "")).split(" ")[0]
        place = story.lists.get(style)
        if place is None:
            continue
        parent, before = paragraph.getparent(), paragraph.getprevious()
        if parent is None:
            continue
        home = _list_for(place, before)
        if home is None:
            home = _new_list(place)
            parent.replace(paragraph, home)
        paragraph.tag = "li"
        paragraph.tail = None
        if "margin-left" not in sheet.paragraphs[style].css:
            _add_style(paragraph, {"margin-left": f"{place.indent:g}pt"})
        home.append(paragraph)


def _list_for(place: ListPlace, before: etree._Element | None) -> etree._Element | None:
    """The list just before, or inside it a deeper one, that this place goes on."""
    home = before if before is not None and before.tag in ("ul", "ol") else None
    for level in range(place.level + 1):
        if home is None:
            return None
        if home.get("data-list") == _key(place, level):
            if level == place.level:
                return home
            last = home[-1]
            if not len(last) or last[-1].tag not in ("ul", "ol"):
                deeper = _new_list(place)
                last.append(deeper)
                return deeper
            home = last[-1]
        else:
            return None
    return None


def _new_list(place: ListPlace) -> etree._Element:
    new = etree.Element("ul" if place.format in ("disc", "none") else "ol")
    new.set("data-list", _key(place, place.level))
    first = place.number - 1
    kind = f"'{place.bullet}{_AFTER_BULLET}'" if place.format == "disc" else place.format
    new.set("style", f"list-style-type: {kind}; counter-reset: list-item {first}")
    return new


def _key(place: ListPlace, level: int) -> str:
    return f"{place.list_id}-{level}"


def _finish_table(table: etree._Element, source: etree._Element, sheet: StyleSheet) -> None:
    look = sheet.table_css(source.find(w("tblPr")))
    grid = source.findall(f"{w('tblGrid')}/{w('gridCol')}")
    widths = [float(column.get(w("w"), "0")) for column in grid]
    if sum(widths):
        columns = etree.Element("colgroup")
        for width in widths:
            column = etree.SubElement(columns, "col")
            column.set("style", f"width: {100 * width / sum(widths):.2f}%")
        table.insert(0, columns)
    _add_style(table, look.table)
    _put_rows_in_body(table)
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    source_rows = source.findall(w("tr"))
    for number, (row, source_row) in enumerate(zip(rows, source_rows, strict=False)):
        _add_style(row, _row_css(source_row, sheet))
        cells = [cell for cell in source_row.findall(w("tc")) if not _continues(cell)]
        for place, (cell, source_cell) in enumerate(zip(row, cells, strict=False)):
            css: Css = dict(look.cell)
            if number and "insideH" in look.inside:
                css["border-top"] = look.inside["insideH"]
            if place and "insideV" in look.inside:
                css["border-left"] = look.inside["insideV"]
            if number == 0 and row.find("th") is not None:
                css |= look.first_row
            _add_style(cell, css | _cell_css(source_cell))


def _row_css(row: etree._Element, sheet: StyleSheet) -> Css:
    """As in Word, a row whose first paragraph keeps with the next keeps with the next row."""
    first = row.find(f"{w('tc')}/{w('p')}/{w('pPr')}/{w('pStyle')}")
    style = sheet.paragraphs.get(value(first)) if first is not None else None
    keeps = style is not None and style.css.get("break-after") == "avoid"
    return {"break-after": "avoid"} if keeps else {}


def _put_rows_in_body(table: etree._Element) -> None:
    """As HTML has them: rows stand in a ``tbody`` even where nothing else is in the table."""
    loose = table.findall("tr")
    if loose:
        body = etree.Element("tbody")
        table.insert(table.index(loose[0]), body)
        body.extend(loose)


def _use_classes(html: etree._Element, sheet: StyleSheet) -> None:
    """Classes in place of the styles of single elements."""
    for element in html.iter():
        css = str(element.attrib.pop("style", ""))
        if css:
            name = sheet.class_by_hand(css)
            element.set("class", f"{element.get('class', '')} {name}".strip())


def _cell_css(cell: etree._Element) -> Css:
    css: Css = {}
    properties = cell.find(w("tcPr"))
    for child in properties if properties is not None else ():
        if child.tag == w("shd"):
            css |= shading(child)
        elif child.tag == w("vAlign"):
            css["vertical-align"] = _VERTICAL.get(value(child), "top")
        elif child.tag == w("tcBorders"):
            for side in child:
                css |= border(side)
    return css


def _continues(cell: etree._Element) -> bool:
    merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
    return merged is not None and merged.get(w("val"), "continue") == "continue"


def _size(picture: etree._Element, source: etree._Element) -> None:
    """The size that Word gives a picture; one at the right margin stays there."""
    extent = next((one for one in source if etree.QName(one).localname == "extent"), None)
    if extent is None:
        return
    css: Css = {
        name: f"{float(extent.get(side, '0')) / _EMU_PER_POINT:g}pt"
        for name, side in (("width", "cx"), ("height", "cy"))
    }
    aligned = [one.text for one in source.iter() if etree.QName(one).localname == "align"]
    if "right" in aligned:
        wraps = any(etree.QName(one).localname == "wrapSquare" for one in source)
        css |= {"float": "right"} if wraps else {"position": "absolute", "right": "0"}
    _add_style(picture, css)


def _add_style(element: etree._Element, css: Css) -> None:
    if css:
        old = element.get("style")
        element.set("style", f"{old}; {as_text(css)}" if old else as_text(css))
