"""Paragraphs of a Word file as HTML blocks; those of one list after another as a nested list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from publication.report.word.numbering import Label


@dataclass(frozen=True)
class Block:
    """Finished HTML; in a list (``label``) the inside of an item, elsewhere a whole element."""

    html: str
    label: Label | None = None


def joined(blocks: Iterable[Block]) -> str:
    """The HTML of ``blocks`` one after the other."""
    html = []
    for listed, together in groupby(blocks, lambda block: block.label is not None):
        if listed:
            items = [(block.html, block.label) for block in together if block.label]
            html.append(_lists(items))
        else:
            html.extend(block.html for block in together)
    return "\n".join(html)


def _lists(items: Sequence[tuple[str, Label]]) -> str:
    """Each item with the deeper ones that follow it; a new list where the numbers don't go on."""
    html, position, before = [], 0, None
    while position < len(items):
        inside, label = items[position]
        end = position + 1
        while end < len(items) and items[end][1].level > label.level:
            end += 1
        if not _goes_on(before, label):
            html.append(_closing(before) + _opening(label))
        html.append(f"<li>{inside}{_lists(items[position + 1 : end])}</li>")
        position, before = end, label
    return "".join(html) + _closing(before)


def _goes_on(before: Label | None, label: Label) -> bool:
    if before is None or _form(before) != _form(label):
        return False
    return label.kind == "ul" or label.number == before.number + 1


def _form(label: Label) -> tuple[str, str, int]:
    return label.kind, label.type, label.level


def _opening(label: Label) -> str:
    if label.kind == "ul":
        return "<ul>"
    kind = "" if label.type == "1" else f' type="{label.type}"'
    start = "" if label.number == 1 else f' start="{label.number}"'
    return f"<ol{kind}{start}>"


def _closing(before: Label | None) -> str:
    return f"</{before.kind}>" if before else ""
