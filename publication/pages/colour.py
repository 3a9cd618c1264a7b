"""The board's colour, made readable on the light and on the dark page."""

from __future__ import annotations

LIGHT_PAGE = "#ffffff"
DARK_PAGE = "#14181d"
_READABLE = 5.0
"""Contrast; WCAG 2.2 wants 4.5 for text."""
_STEPS = 20

_Colour = tuple[float, float, float]


def board_css(accent: str) -> str:
    """CSS that sets ``--accent`` for both colour schemes, readable as text on the page."""
    light = readable_on(LIGHT_PAGE, accent)
    dark = readable_on(DARK_PAGE, accent)
    return (
        f":root {{ --accent: {light}; }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}\n"
    )


def readable_on(page: str, colour: str) -> str:
    """``colour``, moved towards black or white until it can be read on ``page``."""
    towards = "#000000" if _luminance(_rgb(page)) > 0.5 else "#ffffff"
    for step in range(_STEPS + 1):
        mixed = _mixed(_rgb(colour), _rgb(towards), step / _STEPS)
        if contrast(page, mixed) >= _READABLE:
            return mixed
    return towards


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _rgb(colour: str) -> _Colour:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _mixed(one: _Colour, other: _Colour, share: float) -> str:
    mixed = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


def _luminance(colour: _Colour) -> float:
    """Relative luminance (WCAG 2.2, "relative luminance")."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
