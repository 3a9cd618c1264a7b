"""Turns fields into their results, but for those that count pages and list headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from redaction.anonymise.tree import drop, unwrap
from redaction.read.names import M, W
from redaction.read.word_story import DULL_INSTRUCTION

_FIELD = "field turned into its text|fields turned into their text"


@dataclass
class _Open:
    """A field whose end is still to come."""

    marks: list[etree._Element] = field(default_factory=list)
    instruction: list[etree._Element] = field(default_factory=list)
    unshown: list[etree._Element] = field(default_factory=list)
    shows_result: bool = False

    def text(self) -> str:
        return "".join(element.text or "" for element in self.instruction)


def settle_fields(
    root: etree._Element, bookmarks: Mapping[str, str], removed: Counter[str]
) -> None:
    """Keep fields that Word's own words make up, with ``bookmarks`` renamed; flatten others."""
    for element in list(root.iter(W.ffData)):
        drop(element)
    for simple in list(root.iter(W.fldSimple)):
        instruction = _renamed(str(simple.get(W.instr, "")), bookmarks)
        if DULL_INSTRUCTION.fullmatch(instruction):
            simple.set(W.instr, instruction)
        else:
            removed[_FIELD] += 1
            unwrap(simple)
    open_fields: list[_Open] = []
    for element in list(root.iter(W.fldChar, W.instrText, W.t, M.t)):
        _step(element, open_fields, bookmarks, removed)
    for unfinished in open_fields:
        _flatten(unfinished, removed)


def _step(
    element: etree._Element,
    open_fields: list[_Open],
    bookmarks: Mapping[str, str],
    removed: Counter[str],
) -> None:
    kind = element.get(W.fldCharType)
    if kind == "begin":
        open_fields.append(_Open([element]))
    elif not open_fields:
        if element.tag in (W.instrText, W.fldChar):
            drop(element)
    elif element.tag == W.instrText:
        open_fields[-1].instruction.append(element)
    elif element.tag != W.fldChar:
        if not all(each.shows_result for each in open_fields):
            open_fields[-1].unshown.append(element)
    else:
        open_fields[-1].marks.append(element)
        if kind == "end":
            _end(open_fields.pop(), bookmarks, removed)
        else:
            open_fields[-1].shows_result = True


def _end(ended: _Open, bookmarks: Mapping[str, str], removed: Counter[str]) -> None:
    text = _renamed(ended.text(), bookmarks)
    if not DULL_INSTRUCTION.fullmatch(text):
        _flatten(ended, removed)
        return
    first, *others = ended.instruction
    first.text = text
    for element in (*others, *ended.unshown):
        drop(element)


def _flatten(ended: _Open, removed: Counter[str]) -> None:
    removed[_FIELD] += 1
    for element in (*ended.marks, *ended.instruction, *ended.unshown):
        drop(element)


def _renamed(instruction: str, bookmarks: Mapping[str, str]) -> str:
    return re.sub(r"[^\s\"]+", lambda word: bookmarks.get(word[0], word[0]), instruction)
