"""What stands beside a name with a capital and belongs to it: "Copper Lantern Hexborough"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redaction.detect.detection import Detection
from redaction.detect.net.bodies import is_of_reports
from redaction.detect.net.document import Text
from redaction.detect.net.lists import names
from redaction.detect.net.lists import words as listed
from redaction.detect.net.settle import NET
from redaction.detect.net.tokens import Words
from redaction.values import Category

_GROWING = NET | {"LOCAL_SERVICE", "LOCAL_BODY", "UK_STREET_ADDRESS"}
_ENTITIES = {
    Category.PERSON: "UNLISTED_WORD",
    Category.PLACE: "UNLISTED_PLACE",
    Category.ORG: "UNLISTED_ORGANISATION",
}
_TEAMS = frozenset({"team", "office", "service", "unit", "centre", "project", "hub", "clinic"})
_MOST = 4
"""Words on either side that may belong to it."""
_PART = r"[A-Z0-9][\w'-]*(?: [A-Z0-9][\w'-]*){0,3}"
_ADDRESS_BEFORE = re.compile(rf"(?:^|\n|: )((?:{_PART}, ){{1,3}})\Z")
_ADDRESS_AFTER = re.compile(rf"(?:, {_PART}){{1,3}}(?=[ \t]*(?:\n|\Z))")
_LONGEST_ADDRESS = 120
"""Lines of which an address is all: "Third Floor, Tallis House, 40 Quern Street, Marlingate"."""
_HOUSE_NUMBER = re.compile(r"\b(?:at|of|to|from|in|visit|visited) (\d{1,3}[A-Za-z]?) \Z")


def grown(text: Text, detections: Sequence[Detection]) -> Iterator[tuple[int, int, str]]:
    """The characters of the words of ``text`` to which ``detections`` of it grow, and as what."""
    words = text.words
    for each in detections:
        if each.entity not in _GROWING:
            continue
        start, end = text.latin(each.start, each.end)
        inside = words.inside(start, end)
        if not inside:
            continue
        first, last = _first(words, inside[0]), _to_head(words, _last(words, inside[-1]))
        house = _HOUSE_NUMBER.search(words.text, max(0, start - 20), start)
        if house:
            start = house.start(1)
        if first < inside[0] or last > inside[-1] or house:
            begin, stop = words.tokens[first].start, words.tokens[last].end
            yield min(start, begin), max(end, stop), _ENTITIES[each.category]
        if each.category is Category.PLACE:
            yield from _line_of_address(words.text, start, end)


def _line_of_address(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    before = _ADDRESS_BEFORE.search(text, max(0, start - _LONGEST_ADDRESS), start)
    after = _ADDRESS_AFTER.match(text, end)
    if before or after:
        begin, stop = before.start(1) if before else start, after.end() if after else end
        yield begin, stop, _ENTITIES[Category.PLACE]


def _to_head(words: Words, at: int) -> int:
    """The last word of a team's name: "Riverside Assessment Team"."""
    for last in range(at + 1, at + 1 + _MOST):
        if not words.capital(last) or words.gap(last - 1) not in (" ", " & "):
            return at
        if words.word(last) in _TEAMS:
            return last
    return at


def _first(words: Words, at: int) -> int:
    for _ in range(_MOST):
        before = _beside(words, at, -1)
        if before is None or not _belongs(words, before) or words.opens(before):
            break
        at = before
    return at


def _last(words: Words, at: int) -> int:
    for _ in range(_MOST):
        after = _beside(words, at, 1)
        if after is None or not _belongs(words, after) or words.opens(after):
            break
        at = after
    return at


def _beside(words: Words, at: int, step: int) -> int | None:
    """The next word, or the one after "and" or "of"; None where a sign stands between."""
    near = at + step
    joined = words.gap(min(at, near)) in (" ", "'s ", " & ")
    if joined and words.word(near) in ("and", "of") and words.gap(min(near, near + step)) == " ":
        near += step
    return near if joined and words.capital(near) else None


def _belongs(words: Words, at: int) -> bool:
    word, before = words.word(at), words.word(at - 1)
    if len(word) > 1 and not is_of_reports(word) and word not in listed("roles"):
        return True
    return word in names("family") and before in names("given") and before not in names("family")
