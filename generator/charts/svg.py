"""A drawing as SVG: the same bytes for the same drawing, readable at any size."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from generator.charts.drawing import Drawing, Label, Mark, Rounded, Shape, Stroke
from generator.charts.font import FAMILY, text_width


def as_svg(drawing: Drawing, description: str) -> str:
    """The drawing with ``description`` for readers who can't see it."""
    marks = "\n".join(_mark(mark) for mark in drawing.marks)
    size = f"{drawing.width:g} {drawing.height:g}"
    width, height = size.split(" ")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{width}pt" '
        f'height="{height}pt" role="img" aria-label={quoteattr(description)} '
        f'font-family="{FAMILY}">\n<title>{escape(description)}</title>\n{marks}\n</svg>\n'
    )


def _mark(mark: Mark) -> str:
    match mark:
        case Shape():
            return (
                f'<polygon points="{_points(mark.points)}" fill="{mark.fill}" '
                f'stroke="{mark.edge}" stroke-width="{mark.edge_width:g}"/>'
            )
        case Rounded():
            return (
                f'<rect x="{mark.left:.2f}" y="{mark.top:.2f}" width="{mark.width:.2f}" '
                f'height="{mark.height:.2f}" rx="{mark.radius:.2f}" fill="{mark.fill}" '
                f'stroke="{mark.edge}" stroke-width="{mark.edge_width:g}"/>'
            )
        case Stroke():
            dash = f' stroke-dasharray="{mark.dash:g}"' if mark.dash else ""
            return (
                f'<polyline points="{_points(mark.points)}" fill="none" '
                f'stroke="{mark.colour}" stroke-width="{mark.width:g}"{dash}/>'
            )
        case Label():
            return _label(mark)


def _label(label: Label) -> str:
    """A line of text that keeps its width in whatever font it is shown."""
    width = text_width(label.text, label.size, bold=label.bold)
    weight = ' font-weight="bold"' if label.bold else ""
    return (
        f'<text x="{label.left:.2f}" y="{label.base:.2f}" font-size="{label.size:g}"{weight} '
        f'fill="{label.colour}" textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs">'
        f"{escape(label.text)}</text>"
    )


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
