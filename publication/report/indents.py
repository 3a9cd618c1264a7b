"""Lists of Markdown as everybody indents them, for a parser that wants four blanks a level."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +)(?=\S)")
_FENCE = re.compile(r" *(?:```|~~~)")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_CODE = 4
"""Blanks before a line that make it code where no list is."""


def with_deep_lists(text: str) -> str:
    """``text`` with each level of a list indented by four blanks, and lists after an empty line.

    An item is within another if it begins no further left than the other's words (CommonMark,
    5.2). Code between fences stays as it is.
    """
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    words: list[int] = []  # where the words of each open item begin
    fenced, before = False, ""
    for line in lines:
        fence = _FENCE.match(line)
        if fence or fenced:
            fenced = fenced is not bool(fence)
            yield line
        elif not line.strip():
            yield line
        elif (item := _ITEM.match(line)) and not _RULE.match(line) and _is_item(item, words):
            while words and len(item[1]) < words[-1]:
                words.pop()
            if not words and before.strip() and not _ITEM.match(before):
                yield ""
            yield " " * 4 * len(words) + line[len(item[1]) :]
            words.append(item.end())
        else:
            yield _going_on(line, before, words)
        before = line


def _is_item(item: re.Match[str], words: list[int]) -> bool:
    return bool(words) or len(item[1]) < _CODE


def _going_on(line: str, before: str, words: list[int]) -> str:
    """A line of an open item with its indent; any other line after an empty one ends the list."""
    indent = len(line) - len(line.lstrip(" "))
    if not before.strip():
        while words and indent < words[-1]:
            words.pop()
    depth = sum(start <= indent for start in words)
    return " " * 4 * depth + line[words[depth - 1] :] if depth else line
