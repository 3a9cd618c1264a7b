"""Word's formatting properties as CSS declarations.

Word measures in twentieths of a point, half points, eighths of a point (borders) and 240ths of a
line; CSS here is in points.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.word.xml import w

Css = dict[str, str]

NATURAL_LINE = 1.15
"""The height of a single line of Arial or Liberation Sans, in font sizes."""
FALLBACK_FONTS = '"Liberation Sans", Arial, "DejaVu Sans", sans-serif'

_ALIGNMENTS = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "justify", "distribute": "justify",
}  # fmt: skip
_BORDER_STYLES = {"single": "solid", "double": "double", "dotted": "dotted", "dashed": "dashed",
                  "thick": "solid"}  # fmt: skip
_HIGHLIGHTS = {"yellow": "#ffff00", "green": "#00ff00", "cyan": "#00ffff", "lightGray": "#d3d3d3"}
_SIDES = {"top": "top", "bottom": "bottom", "left": "left", "right": "right",
          "start": "left", "end": "right"}  # fmt: skip


def paragraph_css(properties: etree._Element | None) -> Css:
    """The declarations of a ``w:pPr``."""
    css: Css = {}
    if properties is None:
        return css
    for child in properties:
        match etree.QName(child).localname:
            case "jc":
                css["text-align"] = _ALIGNMENTS.get(value(child), "left")
            case "spacing":
                css |= _spacing(child)
            case "ind":
                css |= _indents(child)
            case "pBdr":
                for side in child:
                    css |= border(side, padding=True)
            case "shd":
                css |= shading(child)
            case "keepNext":
                css["break-after"] = "avoid" if is_on(child) else "auto"
            case "keepLines":
                css["break-inside"] = "avoid" if is_on(child) else "auto"
            case "pageBreakBefore":
                css["break-before"] = "page" if is_on(child) else "auto"
            case "sectPr":
                kind = child.find(w("type"))
                if kind is None or value(kind) != "continuous":
                    css["break-after"] = "page"
    return css


def with_borders_outside(css: Css) -> Css:
    """The same look: Word draws a side border outside the indent, CSS inside the margin."""
    moved = dict(css)
    for side in ("left", "right"):
        width = css.get(f"border-{side}", "none").split("pt")[0]
        if width != "none":
            padding = float(css.get(f"padding-{side}", "0pt").removesuffix("pt"))
            margin = float(css.get(f"margin-{side}", "0pt").removesuffix("pt"))
            moved[f"margin-{side}"] = f"{margin - padding - float(width):g}pt"
    return moved


def run_css(properties: etree._Element | None) -> Css:
    """The declarations of a ``w:rPr``."""
    css: Css = {}
    if properties is None:
        return css
    for child in properties:
        match etree.QName(child).localname:
            case "rFonts":
                font = child.get(w("ascii")) or child.get(w("hAnsi"))
                if font and '"' not in font and "\\" not in font:
                    css["font-family"] = f'"{font}", {FALLBACK_FONTS}'
            case "sz":
                css["font-size"] = points(child.get(w("val")), 2)
            case "b":
                css["font-weight"] = "bold" if is_on(child) else "normal"
            case "i":
                css["font-style"] = "italic" if is_on(child) else "normal"
            case "u":
                css["text-decoration"] = "none" if value(child) == "none" else "underline"
            case "strike":
                css["text-decoration"] = "line-through" if is_on(child) else "none"
            case "caps":
                css["text-transform"] = "uppercase" if is_on(child) else "none"
            case "smallCaps":
                css["font-variant"] = "small-caps" if is_on(child) else "normal"
            case "spacing":
                css["letter-spacing"] = points(child.get(w("val")), 20)
            case "color":
                css |= _colour("color", value(child))
            case "highlight":
                css["background-color"] = _HIGHLIGHTS.get(value(child), "transparent")
            case "shd":
                css |= shading(child)
    return css


def border(side: etree._Element, *, padding: bool = False) -> Css:
    """The border of one side; ``padding`` keeps Word's distance between it and the text."""
    name = _SIDES.get(etree.QName(side).localname)
    if name is None:
        return {}
    line = border_line(side)
    css = {f"border-{name}": line}
    if padding:
        css[f"padding-{name}"] = "0pt" if line == "none" else points(side.get(w("space"), 0), 1)
    return css


def border_line(side: etree._Element) -> str:
    """The line of a border: width, style and colour, or "none"."""
    style = _BORDER_STYLES.get(value(side))
    if style is None:
        return "none"
    colour = _colour("c", str(side.get(w("color"), ""))).get("c", "#000000")
    return f"{points(side.get(w('sz'), '4'), 8)} {style} {colour}"


def shading(element: etree._Element) -> Css:
    """The background of a ``w:shd``."""
    return _colour("background-color", str(element.get(w("fill"), "")))


def value(element: etree._Element) -> str:
    """The ``w:val`` of an element."""
    return str(element.get(w("val"), ""))


def is_on(element: etree._Element) -> bool:
    """Whether a switch such as ``w:b`` is on: it is unless it says otherwise."""
    return value(element) not in ("0", "false", "off")


def points(number: object, units_per_point: int) -> str:
    """A length in points; nothing for what is no number."""
    return f"{_number(number) / units_per_point:g}pt"


def as_text(css: Mapping[str, str]) -> str:
    """Declarations as CSS writes them."""
    return "; ".join(f"{name}: {css[name]}" for name in css)


def _number(number: object) -> float:
    try:
        return float(str(number))
    except ValueError:
        return 0.0


def _spacing(element: etree._Element) -> Css:
    css: Css = {}
    before, after, line = (element.get(w(name)) for name in ("before", "after", "line"))
    if before is not None:
        css["margin-top"] = points(before, 20)
    if after is not None:
        css["margin-bottom"] = points(after, 20)
    if line is not None:
        if element.get(w("lineRule"), "auto") == "auto":
            css["line-height"] = f"{_number(line) / 240 * NATURAL_LINE:.4g}"
        else:
            css["line-height"] = points(line, 20)
    return css


def _indents(element: etree._Element) -> Css:
    css: Css = {}
    for side, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if element.get(w(name)) is not None:
                css[f"margin-{side}"] = points(element.get(w(name)), 20)
    if element.get(w("firstLine")) is not None:
        css["text-indent"] = points(element.get(w("firstLine")), 20)
    elif element.get(w("hanging")) is not None:
        css["text-indent"] = "-" + points(element.get(w("hanging")), 20)
    return css


def _colour(name: str, colour: str) -> Css:
    if len(colour) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in colour):
        return {name: f"#{colour.lower()}"}
    return {}
