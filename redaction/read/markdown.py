"""Reads Markdown: what its page shows, and what its source holds besides."""

from __future__ import annotations

import re

import markdown

from redaction.read.gathering import ExhaustedError, Gathering
from redaction.read.html import read_html_text
from redaction.read.plain import decode

_EXTENSIONS = ["tables", "footnotes", "def_list", "sane_lists", "fenced_code"]
_MARKS = re.compile(r"[\[_*`<!(\\]")
_MAX_MARKS = 3_000
_MAX_BRACKETS = 300
_DEEP_QUOTATION = re.compile(r"^(?:[ \t]*>){30}|^(?:[ \t]*[-*+][ \t]){30}", re.MULTILINE)
_FRONT_MATTER = re.compile(
    r"\A(?:---|\+\+\+)[ \t]*\n(.*?\n)(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S.*$", re.MULTILINE)
MAX_BYTES = 3_000_000
"""A long report is a tenth of this; rendering takes seconds for each megabyte."""


def read_markdown(content: bytes, gathering: Gathering) -> None:
    """The visible text by block; hidden: front matter, comments, targets, titles, definitions."""
    if len(content) > MAX_BYTES:
        raise ExhaustedError.because(
            gathering.file, f"it is larger than {MAX_BYTES // 1_000_000} MB", "Split it"
        )
    source = decode(content).replace("\r\n", "\n").replace("\r", "\n")
    part = gathering.file
    front = _FRONT_MATTER.match(source)
    if front:
        gathering.add(front[1], "front matter", part, hidden=True)
        source = source[front.end() :]
    gathering.add_hidden(_DEFINITION.findall(source), "link definition", part)
    if is_bearable(source):
        page = markdown.markdown(source, extensions=_EXTENSIONS)
        read_html_text(page, gathering, part)
    else:
        gathering.unread("the page", part, "it has too many marks to follow; its source was read")
        gathering.add(source, "source", part)
    _add_missing_words(source, gathering, part)


def is_bearable(source: str) -> bool:
    """Whether rendering ends soon: its time grows with the square of the marks in a block."""
    blocks = re.split(r"\n[ \t]*\n", source)
    crowded = any(
        block.count("[") > _MAX_BRACKETS or len(_MARKS.findall(block)) > _MAX_MARKS
        for block in blocks
    )
    return not crowded and not _DEEP_QUOTATION.search(source)


_WORD = re.compile(r"[^\W\d_]{2,}")


def _add_missing_words(source: str, gathering: Gathering, part: str) -> None:
    """Lines of the source with words that the rendered page holds nowhere."""
    known = {word for passage in gathering.passages for word in _WORD.findall(passage.text)}
    gathering.add_hidden(
        (
            line
            for line in source.splitlines()
            if any(
                word[:1].isupper() and word not in known
                for word in _WORD.findall(re.sub(r"[*_`\\]", "", line))
            )
        ),
        "other text of the source",
        part,
    )
