"""The styles of a Word file, and the CSS classes they become.

Every combination of a paragraph style and formatting set by hand becomes one class; so does every
such combination for runs. mammoth carries the classes through, and this sheet says how they look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.pdf.declarations import (
    NATURAL_LINE,
    Css,
    as_text,
    border,
    border_line,
    is_on,
    paragraph_css,
    run_css,
    shading,
    value,
    with_borders_outside,
)
from generator.word.package import parse_part
from generator.word.xml import w

STYLES_PART = "word/styles.xml"
_HEADINGS = {f"heading {level}": f"h{level}" for level in range(1, 7)} | {"title": "h1"}
_CELL_SIDES = {"start": "left", "end": "right"}
_DEEPEST = 20


@dataclass(frozen=True)
class ParagraphClass:
    """One class of paragraphs: its HTML element, whether it is a form's label, its look."""

    name: str
    element: str
    label: bool
    css: Css
    tabs: tuple[tuple[str, float], ...]
    """Tab stops: their alignment and position in points."""
    close: bool
    """No space between paragraphs of this class (Word's contextual spacing)."""


@dataclass
class StyleSheet:
    """The styles of one Word file, and the classes used so far."""

    styles: Mapping[str, etree._Element]
    defaults: Mapping[str, str]
    body: Css
    base: Css = field(default_factory=dict)
    """What every paragraph has unless its style says otherwise."""
    paragraphs: dict[str, ParagraphClass] = field(default_factory=dict)
    runs: dict[str, Css] = field(default_factory=dict)
    markers: dict[str, Css] = field(default_factory=dict)
    """The look of the bullet or number of each class of list paragraphs."""
    by_hand: dict[str, str] = field(default_factory=dict)
    """The class of each look that stood at an element itself."""
    _known: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def fork(self) -> StyleSheet:
        """The sheet as it is now; what is added to one of the two is not in the other."""
        return replace(
            self,
            paragraphs=dict(self.paragraphs),
            runs=dict(self.runs),
            markers=dict(self.markers),
            by_hand=dict(self.by_hand),
            _known=dict(self._known),
        )

    def paragraph_class(self, properties: etree._Element | None, context: str = "") -> str:
        """The class of a paragraph with these ``w:pPr``; ``context`` keeps classes apart."""
        style = _child_value(properties, "pStyle") or self.defaults.get("paragraph", "")
        direct = paragraph_css(properties)
        key = (f"p{context}", style, as_text(direct) + _tabs_key(properties))
        if key not in self._known:
            name = f"P{len(self.paragraphs) + 1}"
            self._known[key] = name
            self.paragraphs[name] = self._paragraph(name, style, direct, properties)
        return self._known[key]

    def run_class(self, properties: etree._Element | None) -> str:
        """The class of a run with these ``w:rPr``; empty where it looks like its paragraph."""
        style = _child_value(properties, "rStyle")
        css: Css = {}
        for ancestor in self._chain(style):
            css |= run_css(ancestor.find(w("rPr")))
        css |= run_css(properties)
        if not css:
            return ""
        key = ("r", style, as_text(css))
        if key not in self._known:
            name = f"R{len(self.runs) + 1}"
            self._known[key] = name
            self.runs[name] = css
        return self._known[key]

    def class_by_hand(self, css: str) -> str:
        """The class of these declarations, which come before those of all other classes.

        Elements that share a class share a computed style; those with a style of their own don't.
        """
        return self.by_hand.setdefault(css, f"S{len(self.by_hand) + 1}")

    def numbering_of(self, properties: etree._Element | None) -> etree._Element | None:
        """The ``w:numPr`` of a paragraph, its own or its style's."""
        own = properties.find(w("numPr")) if properties is not None else None
        if own is not None:
            return own
        style = _child_value(properties, "pStyle")
        found = None
        for ancestor in self._chain(style):
            inherited = ancestor.find(f"{w('pPr')}/{w('numPr')}")
            found = inherited if inherited is not None else found
        return found

    def table_css(self, properties: etree._Element | None) -> TableLook:
        """How a table with these ``w:tblPr`` looks."""
        look = TableLook()
        style = _child_value(properties, "tblStyle") or self.defaults.get("table", "")
        for ancestor in self._chain(style):
            look.add(ancestor.find(w("tblPr")))
            for part in ancestor.iter(w("tblStylePr")):
                if part.get(w("type")) == "firstRow":
                    look.add_first_row(part)
        look.add(properties)
        return look

    def css(self) -> str:
        """The whole sheet."""
        paragraphs = {name: one.css for name, one in self.paragraphs.items()}
        rules = [f"body {{ {as_text(self.body)} }}"]
        rules += [*_rules(paragraphs, ".{0}"), *_rules(self.runs, ".{0}")]
        rules += _rules(self.markers, ".{0}::marker")
        rules += [f".{name}.{name} {{ {css} }}" for css, name in self.by_hand.items()]
        return "\n".join(rules)

    def _paragraph(
        self, name: str, style: str, direct: Css, properties: etree._Element | None
    ) -> ParagraphClass:
        css: Css = {"margin-top": "0pt", "margin-bottom": "0pt"} | self.base
        element, label, close = "p", False, False
        tabs: dict[float, str] = {}
        for ancestor in self._chain(style):
            inner = ancestor.find(w("pPr"))
            css |= paragraph_css(inner) | run_css(ancestor.find(w("rPr")))
            title = _child_value(ancestor, "name").casefold()
            element = _HEADINGS.get(title, element)
            label = label or title == "form label"
            close = _is_close(inner, close)
            tabs |= _tabs(inner)
        css |= direct
        tabs |= _tabs(properties)
        kept = tuple((kind, at) for at, kind in sorted(tabs.items()) if kind != "clear")
        css = with_borders_outside(css)
        return ParagraphClass(name, element, label, css, kept, _is_close(properties, close))

    def _chain(self, style: str) -> list[etree._Element]:
        """A style and those it is based on, the most basic first."""
        chain: list[etree._Element] = []
        while style in self.styles and len(chain) < _DEEPEST:
            chain.append(self.styles[style])
            style = _child_value(self.styles[style], "basedOn")
        return chain[::-1]


@dataclass
class TableLook:
    """The look of a table: of the whole, of every cell, between cells, and of its first row."""

    table: Css = field(default_factory=dict)
    cell: Css = field(default_factory=dict)
    inside: Css = field(default_factory=dict)
    first_row: Css = field(default_factory=dict)

    def add(self, properties: etree._Element | None) -> None:
        """Lay the formatting of a ``w:tblPr`` over this one."""
        if properties is None:
            return
        borders = properties.find(w("tblBorders"))
        for side in borders if borders is not None else ():
            name = etree.QName(side).localname
            if name in ("insideH", "insideV"):
                self.inside[name] = border_line(side)
            else:
                self.table |= border(side)
        margins = properties.find(w("tblCellMar"))
        for side in margins if margins is not None else ():
            word = etree.QName(side).localname
            width = float(side.get(w("w"), "0")) / 20
            self.cell[f"padding-{_CELL_SIDES.get(word, word)}"] = f"{width:g}pt"

    def add_first_row(self, part: etree._Element) -> None:
        """Lay the formatting of a table style's first row over this one."""
        self.first_row |= run_css(part.find(w("rPr")))
        cell = part.find(w("tcPr"))
        for child in cell if cell is not None else ():
            if child.tag == w("shd"):
                self.first_row |= shading(child)
            elif child.tag == w("tcBorders"):
                for side in child:
                    self.first_row |= border(side)


def style_sheet(parts: Mapping[str, bytes], name: str) -> StyleSheet:
    """The styles of a Word file."""
    if STYLES_PART not in parts:
        return StyleSheet({}, {}, {})
    root = parse_part(parts[STYLES_PART], STYLES_PART, name)
    styles = {str(style.get(w("styleId"))): style for style in root.iter(w("style"))}
    defaults = {
        str(style.get(w("type"))): key
        for key, style in styles.items()
        if style.get(w("default")) in ("1", "true")
    }
    base = paragraph_css(root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"))
    body = run_css(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))
    return StyleSheet(styles, defaults, {"line-height": f"{NATURAL_LINE}", **body}, base)


def _rules(looks: Mapping[str, Css], selector: str) -> Iterator[str]:
    """One rule for all classes that look the same: WeasyPrint computes it once."""
    classes: dict[str, list[str]] = {}
    for name, css in looks.items():
        classes.setdefault(as_text(css), []).append(selector.format(name))
    for text, selectors in classes.items():
        yield f"{', '.join(selectors)} {{ {text} }}"


def _child_value(parent: etree._Element | None, child: str) -> str:
    found = parent.find(w(child)) if parent is not None else None
    return value(found) if found is not None else ""


def _is_close(properties: etree._Element | None, inherited: bool) -> bool:
    found = properties.find(w("contextualSpacing")) if properties is not None else None
    return inherited if found is None else is_on(found)


def _tabs(properties: etree._Element | None) -> dict[float, str]:
    return {float(tab.get(w("pos"), "0")) / 20: value(tab) for tab in _tab_elements(properties)}


def _tab_elements(properties: etree._Element | None) -> Iterator[etree._Element]:
    if properties is not None:
        yield from properties.findall(f"{w('tabs')}/{w('tab')}")


def _tabs_key(properties: etree._Element | None) -> str:
    return str([(tab.get(w("pos")), value(tab)) for tab in _tab_elements(properties)])
