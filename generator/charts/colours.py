"""The colours of the drawings: few, dark enough to read, and never the only sign of anything.

Contrast is that of the Web Content Accessibility Guidelines 2.2, success criterion 1.4.3.
"""

from __future__ import annotations

INK = "#1a1a1a"
PAPER = "#ffffff"
LEAST_CONTRAST = 4.5
_DARKER = 0.92
_TINT = 0.11
_DARK_SHARE = 0.03928


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ("#1a1a1a"), from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str) -> str:
    """The colour, darkened until lines and letters in it stand out from white paper."""
    red, green, blue = _channels(colour)
    while contrast(_hex(red, green, blue), PAPER) < LEAST_CONTRAST:
        red, green, blue = (channel * _DARKER for channel in (red, green, blue))
    return _hex(red, green, blue)


def tint(colour: str) -> str:
    """A pale ground in the colour, on which ink is easy to read."""
    red, green, blue = (255 - (255 - channel) * _TINT for channel in _channels(colour))
    return _hex(red, green, blue)


def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in _channels(colour))
    red, green, blue = (
        share / 12.92 if share <= _DARK_SHARE else ((share + 0.055) / 1.055) ** 2.4
        for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, float, float]:
    digits = colour.lstrip("#")
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def _hex(*channels: float) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)
