"""Neighbouring held words as one finding, and whether it names a person, a place or a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from redaction.detect.net.lists import entries, names, words as listed
from redaction.detect.net.net import Found, Held
from redaction.detect.net.tokens import Words
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.words import TITLES
from redaction.values import Category

_PARTICLES = frozenset(
    "van von de der den del della di da dos das du la le el al bin bint ibn ben abu ter ten st o".split()
)
_INSIDE = frozenset({" ", "  ", "-", " - ", "'", ". "})
_INITIALS_BEFORE = re.compile(r"(?<![^\W_])(?:[A-Z](?:\. ?| )){1,3}\Z")
_INITIAL_AFTER = re.compile(r" [A-Z](?:\.(?= ?[a-z,;)'])|(?=[,;)]|'s))")
_OF_PLACE = frozenset("in near around outside across within throughout towards toward from at to".split())
_ONLY_PLACE = frozenset("in near around outside across within throughout".split())
_REACH = 6
"""Words from a held word to the last word of the name of a body."""
_JOINING = frozenset("and of the for & with in".split())


@dataclass(frozen=True)
class Run:
    """Words ``first`` to ``last`` name one person, place or body, at ``start`` to ``end``."""

    first: int
    last: int
    start: int
    end: int
    found: Found
    category: Category


def runs(words: Words, held: Iterable[Held]) -> Iterator[Run]:
    """The findings that ``held`` words make, in order."""
    group: list[Held] = []
    for each in held:
        if group and not _joined(words, group[-1].at, each.at):
            yield _run(words, group)
            group = []
        group.append(each)
    if group:
        yield _run(words, group)


def _joined(words: Words, left: int, right: int) -> bool:
    if right == left + 1:
        gap = words.gap(left)
        if gap == ", ":
            return len(words.written(left)) > 1 and words.written(left).isupper() and (
                not words.written(right).isupper()
            )
        return gap in _INSIDE and not (gap == ". " and words.opens(right)) and not words.tokens[left].possessive
    between = range(left + 1, right)
    if len(between) > 2 or not all(words.gap(at) in _INSIDE for at in range(left, right)):
        return False
    return all(words.word(at) in _PARTICLES or len(words.word(at)) == 1 for at in between)


def _run(words: Words, group: list[Held]) -> Run:
    first, last = group[0].at, group[-1].at
    kinds = {each.found for each in group}
    found = next(each for each in (Found.KNOWN, Found.UNKNOWN, Found.USED) if each in kinds)
    body = _body(words, first, last)
    if body is not None:
        first, last, category = body
        return _at(words, first, last, found, category)
    category = _category(words, first, last, found)
    if category is Category.PERSON:
        last = _with_odd_surname(words, last)
        last = _with_odd_surname(words, last) if last == group[-1].at else last
    run = _at(words, first, last, found, category)
    return _with_initials(words, run) if category is Category.PERSON else run


def _at(words: Words, first: int, last: int, found: Found, category: Category) -> Run:
    return Run(first, last, words.tokens[first].start, words.tokens[last].end, found, category)


def _with_initials(words: Words, run: Run) -> Run:
    start, end = run.start, run.end
    before = _INITIALS_BEFORE.search(words.text, max(0, start - 9), start)
    if before and words.word(run.first - 1) and not _labelled(words, run.first, before[0]):
        start = before.start()
    after = _INITIAL_AFTER.match(words.text, end)
    if after:
        end = after.end()
    return Run(run.first, run.last, start, end, run.found, run.category)


def _labelled(words: Words, first: int, initials: str) -> bool:
    """Whether the letters belong to what stands before: "Child B Holt", "Appendix A. Holt"."""
    before = first - 1 - sum(map(str.isalpha, initials)) + 0
    return words.capital(before) and words.beside(before) and kind(words.word(before)) is Kind.SAFE


def _with_odd_surname(words: Words, last: int) -> int:
    """The last word of a name whose family name is an ordinary word: "Danielle Kettle"."""
    after = last + 1
    if not words.beside(last) or not words.capital(after) or words.tokens[last].possessive:
        return last
    line = words.line(last)
    word = words.word(after)
    if line.shouted or line.titled or words.written(after).isupper() or len(word) < 3:
        return last
    if any(word in listed(name) for name in ("report_capitals", "roles", "relations")) or word in TITLES:
        return last
    return after if kind(word) in (Kind.SAFE, Kind.EITHER) else last


@cache
def _heads(kind_of_head: str) -> frozenset[str]:
    return frozenset(entries(f"{kind_of_head}_heads"))


def _body(words: Words, first: int, last: int) -> tuple[int, int, Category] | None:
    """The name of a place or body around words ``first`` to ``last``; None where it is none."""
    if words.word(first - 1) in ("hmp", "hmyoi", "yoi", "hmpyoi", "raf") and words.beside(first - 1):
        return first - 1, _extended(words, last), Category.ORG
    end, category = last, None
    for at in range(last, min(last + _REACH, len(words) - 1)):
        if not words.beside(at) and words.gap(at) not in (" & ", "-") or (
            at == last and words.tokens[at].possessive and not words.capital(at + 1)
        ):
            break
        after = words.written(at + 1)
        if after in _heads("organisation"):
            end, category = at + 1, Category.ORG
        elif after in _heads("place"):
            end, category = at + 1, category or Category.PLACE
        elif not (words.capital(at + 1) or after in _JOINING):
            break
    if category is None:
        return None
    return _from_saint(words, first), end, category


def _extended(words: Words, last: int) -> int:
    at = last
    while words.beside(at) and words.capital(at + 1) and len(words.written(at + 1)) > 1 and at - last < 3:
        at += 1
    return at


def _from_saint(words: Words, first: int) -> int:
    saint = words.word(first - 1) in ("st", "saint", "our", "new", "great", "little", "upper", "lower", "north",
                                      "south", "east", "west", "nether", "old")  # fmt: skip
    return first - 1 if saint and words.capital(first - 1) and words.gap(first - 1) in (" ", ". ") else first


def _category(words: Words, first: int, last: int, found: Found) -> Category:
    """What a run without a telling last word names, by what stands before it."""
    before = words.word(first - 1)
    if not words.beside(first - 1) or before not in _OF_PLACE:
        return Category.PERSON
    given = any(words.word(at) in names("given") for at in range(first, last + 1))
    if given and found is Found.KNOWN:
        return Category.PERSON
    if before in _ONLY_PLACE:
        return Category.PLACE
    if before == "at":
        return Category.PLACE
    return Category.PLACE if words.word(first - 2) in listed("motion") else Category.PERSON
