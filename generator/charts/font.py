"""The typeface of the drawings, which comes with the program: how wide text is, where it wraps.

It has the widths of Arial and Liberation Sans, so that a drawing fits the documents round it.
"""

from __future__ import annotations

import io
from functools import cache
from importlib import resources

from PIL import ImageFont

FAMILY = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif"
"""For an SVG: the fonts of the same widths that machines have."""
LINE_HEIGHT = 1.2
"""Of a line of text, in font sizes."""
DOTS_PER_POINT = 4
"""Of a picture: 288 dots to the inch. Text is measured in the dots in which it is drawn."""
ASCENT = 0.905
"""From the top of a line's letters to its base line, in font sizes."""

_HALVINGS = 6
_FILES = {False: "board-sans-regular.ttf", True: "board-sans-bold.ttf"}


@cache
def font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    """The font for letters of ``size`` points at ``DOTS_PER_POINT``."""
    content = resources.files("generator.charts").joinpath("fonts", _FILES[bold]).read_bytes()
    return ImageFont.truetype(
        io.BytesIO(content), size * DOTS_PER_POINT, layout_engine=ImageFont.Layout.BASIC
    )


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in points."""
    return font(size, bold).getlength(text) / DOTS_PER_POINT


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of ``text`` in ``width`` points; a word that is wider is broken.

    >>> wrapped("the chair decides", 45, 10)
    ('the chair', 'decides')
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, bold=bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, width, size, bold)
        lines += whole
    return (*lines, line) if line else tuple(lines)


def balanced(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of ``text`` in ``width`` points, as few as ``wrapped`` has and about as long."""
    fewest = len(wrapped(text, width, size, bold=bold))
    narrowest, widest = width / max(fewest, 1) / 2, width
    for _ in range(_HALVINGS):
        middle = (narrowest + widest) / 2
        if len(wrapped(text, middle, size, bold=bold)) > fewest:
            narrowest = middle
        else:
            widest = middle
    return wrapped(text, widest, size, bold=bold)


def _broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
