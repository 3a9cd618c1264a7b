"""What a board's format still holds for its author alone: nothing of it may become public."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from redaction.errors import Problem
from redaction.read.names import W

_MARKING = "Marking"
"""The style of the protective marking in the board's templates."""


def unfinished(document: etree._Element, styles: etree._Element | None) -> list[Problem]:
    """A protective marking still in place, and fields that nobody filled in, of a Word file.

    No text of the file is repeated: it may name someone.
    """
    names = {} if styles is None else _style_names(styles)
    return [*_marking(document, names), *_empty_fields(document)]


def _style_names(styles: etree._Element) -> dict[str, str]:
    return {str(style.get(W.styleId)): _value(style, W.name) for style in styles.iter(W.style)}


def _marking(document: etree._Element, names: dict[str, str]) -> Iterator[Problem]:
    for paragraph in document.iter(W.p):
        written = any((piece.text or "").strip() for piece in paragraph.iter(W.t))
        if written and names.get(_value(paragraph, W.pPr, W.pStyle)) == _MARKING:
            yield Problem(
                "the protective marking",
                "is still there, and what is public has none",
                "In Word: delete it, and what says that the report is not for circulation; then"
                " check and clear the file again",
            )


def _empty_fields(document: etree._Element) -> Iterator[Problem]:
    for field in document.iter(W.sdt):
        properties = field.find(W.sdtPr)
        if properties is None or properties.find(W.showingPlcHdr) is None:
            continue
        yield Problem(
            f'the field "{_value(properties, W.alias) or "without a name"}"',
            "is not filled in",
            "In Word: fill it in, or delete it with its row; then check and clear the file again",
        )


def _value(element: etree._Element, *steps: str) -> str:
    """The value of the element that the steps lead to; empty where there is none."""
    found = element.find("/".join(steps))
    return "" if found is None else str(found.get(W.val, ""))
