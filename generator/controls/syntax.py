"""Content controls in the text form of a template.

    ⟦text child.first_name: {{ child.first_name }}⟧      one line
    ⟦long office.comments: ⟧                             several lines
    ⟦date office.date_received: ⟧                        a date picker
    ⟦tick agency.{{ row.id }}.involved: {{ row.ticked }}⟧  a box, ☐ or ☒
    ⟦choice child.gender (Female; Male; Other): {{ child.gender }}⟧

A control stands anywhere in a paragraph. Its id is what a program reads the form back by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from redaction.errors import TemplateError

TICKED, NOT_TICKED = "☒", "☐"
LONGEST_NAME = 64
"""Characters of an id or a label; Word opens no file with longer ones."""
OPEN, CLOSE = "⟦", "⟧"

_TAG = r"\{\{[^{}]+\}\}"
_SEGMENT = rf"(?:[A-Za-z0-9_-]|{_TAG})+"
_ID = re.compile(rf"[A-Za-z](?:[A-Za-z0-9_-]|{_TAG})*(?:\.{_SEGMENT})*")
_HEAD = re.compile(
    rf"(?P<kind>\w+) (?P<id>(?:{_TAG}|[^:({{}}])+?)"
    rf"(?: \((?P<options>(?:{_TAG}|\([^()]*\)|[^(){{}}])*)\))?:(?P<content>.*)",
    re.DOTALL,
)
_OPTION = re.compile(rf"(?:{_TAG}|[^;])+")
_HOLDS_TAG = re.compile(r"\{\{.+\}\}|\{%.+%\}", re.DOTALL)
_EXAMPLE = "⟦text child.first_name: {{ child.first_name }}⟧"


class ControlKind(StrEnum):
    """What a person puts into a control."""

    TEXT = "text"
    """One line."""
    LONG = "long"
    """Several lines."""
    DATE = "date"
    """A date, from a calendar."""
    TICK = "tick"
    """A box that is ticked or not."""
    CHOICE = "choice"
    """One of a list."""

    @property
    def placeholder(self) -> str:
        """What an empty control says; a box says nothing."""
        return _PLACEHOLDERS.get(self, "")


_PLACEHOLDERS = {
    ControlKind.TEXT: "Click to enter text",
    ControlKind.LONG: "Click to enter text",
    ControlKind.DATE: "Click to choose a date",
    ControlKind.CHOICE: "Choose",
}


@dataclass(frozen=True)
class Control:
    """One control; ``content`` in the text form, empty where there is nothing in it yet."""

    kind: ControlKind
    id: str
    content: str = ""
    options: tuple[str, ...] = ()


def show_control(control: Control) -> str:
    """Print a control; ``pieces`` reads it back to an equal value."""
    options = f" ({'; '.join(control.options)})" if control.options else ""
    return f"{OPEN}{control.kind} {control.id}{options}: {control.content}{CLOSE}"


def pieces(text: str, place: str) -> Iterator[str | Control]:
    """A paragraph's text in turn with its controls.

    Raises TemplateError for a faulty control; ``place`` is what the message calls the paragraph.
    """
    rest, bold = text, 0
    while rest:
        before, opened, after = rest.partition(OPEN)
        inner, closed, rest = after.partition(CLOSE)
        bold += before.count("**")
        if CLOSE in before or (opened and (not closed or OPEN in inner)):
            raise TemplateError.because(
                place,
                "a form field begins with ⟦ and ends with ⟧ in the same paragraph, not inside "
                "another",
                f"Write it like {_EXAMPLE}",
            )
        if before:
            yield before
        if opened:
            _refuse_bold(bold, place)
            yield _control(inner, place)


def _control(inner: str, place: str) -> Control:
    head = _HEAD.fullmatch(inner)
    kinds = tuple(ControlKind)
    if head is None or head["kind"] not in kinds:
        raise TemplateError.because(
            place,
            f"“{OPEN}{inner}{CLOSE}” is no form field",
            f"Write {', '.join(kinds)}, an id and a colon, like {_EXAMPLE}",
        )
    control = Control(
        ControlKind(head["kind"]), head["id"], head["content"].strip(" "), _options(head["options"])
    )
    if control.kind is ControlKind.TICK and not control.content:
        control = Control(ControlKind.TICK, control.id, NOT_TICKED)
    for fault, remedy in _faults(control):
        raise TemplateError.because(f"{place}, form field {control.id}", fault, remedy)
    return control


def _options(listed: str | None) -> tuple[str, ...]:
    found = (option.strip() for option in _OPTION.findall(listed or ""))
    return tuple(option for option in found if option)


def _faults(control: Control) -> Iterator[tuple[str, str]]:
    """What is wrong with a control, and what to do about it."""
    if not _ID.fullmatch(control.id):
        yield "its id is not made of letters, digits, dots and fields", "Write child.first_name"
    if len(control.id) > LONGEST_NAME and not _HOLDS_TAG.search(control.id):
        yield f"its id is longer than {LONGEST_NAME} characters", "Shorten it"
    if control.kind is not ControlKind.CHOICE and control.options:
        yield f"a {control.kind} field has no list of choices", "Use choice, or remove the list"
    if control.kind is ControlKind.CHOICE and not control.options:
        yield "it offers nothing to choose from", "Write (First; Second) after its id"
    if len(set(control.options)) != len(control.options):
        yield "it offers the same choice twice", "Remove one"
    yield from _content_faults(control)


def _content_faults(control: Control) -> Iterator[tuple[str, str]]:
    content = control.content
    if content.count("**") % 2:
        yield "bold begins inside it and ends outside", "Write both ** inside it or outside it"
    if not content or _HOLDS_TAG.search(content):
        return
    if control.kind is ControlKind.TICK and content not in (TICKED, NOT_TICKED):
        yield f"a tick box holds {NOT_TICKED}, {TICKED} or a field", f"Write {NOT_TICKED} into it"
    if control.kind is ControlKind.CHOICE and content not in control.options:
        yield f"“{content}” is not one of its choices", "Add it to the list"


def _refuse_bold(marks: int, place: str) -> None:
    if marks % 2:
        raise TemplateError.because(
            place,
            "a form field stands inside bold text",
            "End the bold text before it, or write ** inside it",
        )
