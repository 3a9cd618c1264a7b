"""Read a form back: what stands in each control of a returned Word file."""

from __future__ import annotations

from lxml import etree

from generator.controls.syntax import NOT_TICKED, TICKED, ControlKind
from generator.controls.word import (
    CHECKBOX,
    COMPATIBILITY,
    PROPERTIES,
    WORD_2010,
    control_of,
    control_text,
    innermost,
    shows_placeholder,
)
from generator.word.package import MAIN_PART, parse_part, read_package
from redaction.errors import TemplateError

MOST_BODY_BYTES = 20_000_000
"""Of the body's XML; a form with a long narrative stays below one million."""
_ON = ("1", "true", "on")
_GLYPHS = {TICKED: TICKED, "☑": TICKED, NOT_TICKED: NOT_TICKED}
_REMOVED = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}del",
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}moveFrom",
    f"{{{COMPATIBILITY}}}Fallback",
)


def read_controls(content: bytes, name: str = "form") -> dict[str, str]:
    """What stands in the controls of the Word file ``content``, by their ids, in its order.

    A control that still shows its placeholder is empty; a box is ☒ or ☐; each paragraph and line
    is a line.
    Where rows were copied and an id occurs again, the later ones get ``#2``, ``#3`` … so that
    nothing is lost. ``name`` is what messages call the file; raises ``TemplateError`` for
    anything but a sound Word file within bounds.
    """
    body = read_package(content, name)[MAIN_PART]
    if len(body) > MOST_BODY_BYTES:
        raise TemplateError.because(name, "its text is far too long for a form", "Shorten it")
    values: dict[str, str] = {}
    times: dict[str, int] = {}
    for sdt in innermost(parse_part(body, MAIN_PART, name)):
        control = control_of(sdt)
        if control is None or next(sdt.iterancestors(*_REMOVED), None) is not None:
            continue
        times[control.id] = times.get(control.id, 0) + 1
        again = f"#{times[control.id]}" if times[control.id] > 1 else ""
        values[f"{control.id}{again}"] = _value(sdt, control.kind)
    return values


def _value(sdt: etree._Element, kind: ControlKind) -> str:
    if shows_placeholder(sdt):
        return ""
    text = control_text(sdt)
    if kind is not ControlKind.TICK:
        return text if text.strip() else ""
    checked = sdt.find(f"{PROPERTIES}/{CHECKBOX}/{{{WORD_2010}}}checked")
    on = checked is not None and checked.get(f"{{{WORD_2010}}}val", "1") in _ON
    return _GLYPHS.get(text.strip(), TICKED if on else NOT_TICKED)
