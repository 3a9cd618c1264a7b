"""What a filled form's controls still need, so that Word treats what was filled in as filled in."""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from generator.context.printed import MONTHS
from generator.controls.syntax import LONGEST_NAME, NOT_TICKED, TICKED, ControlKind
from generator.controls.word import (
    CHECKBOX,
    CONTENT,
    CONTROL,
    PLACEHOLDER_COLOUR,
    PROPERTIES,
    SHOWS_PLACEHOLDER,
    WORD_2010,
    control_text,
    innermost,
    kind_of,
    put_property,
    run,
    shows_placeholder,
)
from generator.word.xml import w

LONGEST_CHOICE = 255
"""Characters of a text that is added to a list because it was not on it."""
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_ATOMS = (w("drawing"), w("object"), w("pict"))


def finish_controls(root: etree._Element) -> None:
    """Make the controls of a part agree with their contents.

    An empty one shows its placeholder; a box, a date and a choice know what they hold; labels
    have a length that Word takes; every control has a number of its own. Tags that are still to
    be filled in are left as they are.
    """
    controls = list(root.iter(CONTROL))
    if not controls:
        return
    for sdt in innermost(root):
        _finish(sdt)
    for sdt in controls:
        _shorten_names(sdt)
    _number(controls)


def unmark_placeholders(root: etree._Element) -> None:
    """A control that holds a tag does not show its placeholder, even where Word thinks so.

    Word keeps the mark where someone types the tag into the placeholder itself.
    """
    for sdt in innermost(root):
        if shows_placeholder(sdt) and _TAG.search(control_text(sdt)):
            _drop_placeholder_mark(sdt)
            for style in list(sdt.iter(w("rStyle"))):
                parent = style.getparent()
                if style.get(w("val")) == "PlaceholderText" and parent is not None:
                    parent.remove(style)


def _finish(sdt: etree._Element) -> None:
    properties = sdt.find(PROPERTIES)
    kind = kind_of(properties) if properties is not None else None
    empty = shows_placeholder(sdt)
    text = "" if empty else control_text(sdt)
    if properties is None or kind is None or _TAG.search(text):
        return
    if kind is ControlKind.CHOICE:
        _choose(properties, text)
    if empty:
        return
    if kind is ControlKind.TICK:
        _tick(sdt, properties, text)
    elif not text.strip() and next(sdt.iter(*_ATOMS), None) is None:
        _show_placeholder(sdt, properties, kind)
    elif kind is ControlKind.DATE:
        _date(properties, text)
    elif "\n" in text:
        _allow_lines(properties)


def _show_placeholder(sdt: etree._Element, properties: etree._Element, kind: ControlKind) -> None:
    put_property(properties, SHOWS_PLACEHOLDER)
    _replace_text(sdt, run(kind.placeholder, PLACEHOLDER_COLOUR))


def _replace_text(sdt: etree._Element, new: etree._Element) -> None:
    """``new`` in place of every run of the control."""
    content = sdt.find(CONTENT)
    if content is None:
        return
    for old in list(content.iter(w("r"))):
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)
    paragraph = next(content.iter(w("p")), None)
    (content if paragraph is None else paragraph).append(new)


def _drop_placeholder_mark(sdt: etree._Element) -> None:
    properties = sdt.find(PROPERTIES)
    mark = properties.find(SHOWS_PLACEHOLDER) if properties is not None else None
    if properties is not None and mark is not None:
        properties.remove(mark)


def _tick(sdt: etree._Element, properties: etree._Element, text: str) -> None:
    """A box knows whether it is ticked; an empty one is not."""
    if not text.strip():
        old = next(sdt.iter(w("r")), None)
        look = old.find(w("rPr")) if old is not None else None
        new = run(NOT_TICKED)
        if look is not None:
            new.insert(0, look)
        _replace_text(sdt, new)
    checked = properties.find(f"{CHECKBOX}/{{{WORD_2010}}}checked")
    if checked is not None:
        checked.set(f"{{{WORD_2010}}}val", "1" if text.strip() == TICKED else "0")


def _date(properties: etree._Element, text: str) -> None:
    picker = properties.find(w("date"))
    day = _day(text.strip())
    if picker is None:
        return
    if day:
        picker.set(w("fullDate"), f"{day.isoformat()}T00:00:00Z")
    elif picker.get(w("fullDate")):
        del picker.attrib[w("fullDate")]


def _day(text: str) -> date | None:
    """The day that is printed like "7 March 2008"; none for any other text."""
    printed = _DATE.fullmatch(text)
    if printed is None:
        return None
    try:
        return date(int(printed[3]), MONTHS.index(printed[2]) + 1, int(printed[1]))
    except ValueError:
        return None


def _choose(properties: etree._Element, text: str) -> None:
    """Select the text in its list, which gains it where it was not there."""
    choices = properties.find(w("dropDownList"))
    if choices is None:
        return
    values = _distinct_choices(choices)
    if not text.strip():
        return
    if text not in values and len(text) <= LONGEST_CHOICE and "\n" not in text:
        added = etree.SubElement(choices, w("listItem"))
        added.set(w("displayText"), text)
        added.set(w("value"), text)
        values[text] = text
    if text in values:
        choices.set(w("lastValue"), values[text])


def _distinct_choices(choices: etree._Element) -> dict[str, str]:
    """The value of each choice by what it shows; empty and repeated ones are taken away."""
    values: dict[str, str] = {}
    for item in choices.findall(w("listItem")):
        value = str(item.get(w("value"), ""))
        shown = str(item.get(w("displayText")) or value)
        if not shown or shown in values or value in values.values():
            choices.remove(item)
        else:
            values[shown] = value
    return values


def _allow_lines(properties: etree._Element) -> None:
    """Several lines make it a control of rich text: in plain ones LibreOffice drops the breaks."""
    plain = properties.find(w("text"))
    if plain is not None:
        properties.remove(plain)


def _shorten_names(sdt: etree._Element) -> None:
    for tag in ("alias", "tag"):
        name = sdt.find(f"{PROPERTIES}/{w(tag)}")
        value = str(name.get(w("val"), "")) if name is not None else ""
        if name is not None and len(value) > LONGEST_NAME and not _TAG.search(value):
            name.set(w("val"), value[:LONGEST_NAME])


def _number(controls: list[etree._Element]) -> None:
    """A number for every control: its own where it has one, else the next that is free."""
    taken: set[str] = set()
    without: list[etree._Element] = []
    for sdt in controls:
        properties = sdt.find(PROPERTIES)
        if properties is None:
            continue
        number = str(put_property(properties, w("id")).get(w("val"), ""))
        if not number or number in taken:
            without.append(properties)
        taken.add(number)
    following = 0
    for properties in without:
        following += 1
        while str(following) in taken:
            following += 1
        put_property(properties, w("id")).set(w("val"), str(following))
