"""Signs of Word's symbol fonts as characters that every device has."""

from __future__ import annotations

from mammoth.docx.dingbats import dingbats

SYMBOL_FONTS = frozenset(font for font, _ in dingbats)
_SURROGATES = 0xD800
"""From here on come halves of characters, private ones, and what is none."""
_PRIVATE = 0xF000
"""Word moves the codes of symbol fonts up by this much."""


def symbol_of(font: str, code: str) -> str:
    """The character that ``font`` draws for the hexadecimal ``code``; empty if nobody knows."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    low = number - _PRIVATE if number >= _PRIVATE else number
    if low == ord(" "):
        return " "
    found = dingbats.get((font, low))
    if found is None and font not in SYMBOL_FONTS and number < _SURROGATES:
        found = number
    return "" if found is None else chr(found)
