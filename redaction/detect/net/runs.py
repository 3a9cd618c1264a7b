"""Neighbouring held words as one finding, and whether it names a person, a place or a body."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from redaction.detect.net.acting import acts
from redaction.detect.net.bodies import (
    from_directions,
    is_of_reports,
    named_bodies,
    to_small_head,
    with_article,
)
from redaction.detect.net.grammar import IN_PLACES, PARTICLES, PLACE_LEADS
from redaction.detect.net.lists import names
from redaction.detect.net.lists import words as listed
from redaction.detect.net.net import Found, Held
from redaction.detect.net.small import small_bodies
from redaction.detect.net.tokens import Words
from redaction.detect.net.uses import is_capital_of_use
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.words import TITLES
from redaction.values import Category

_INSIDE = frozenset({" ", "  ", "-", " - ", "'", ". "})
_INITIALS_BEFORE = re.compile(r"(?<![^\W_])(?<!/)(?:[A-Z](?:-[A-Z])?(?:\. ?| )){1,3}\Z")
_INITIAL_AFTER = re.compile(r" [A-HJ-Z](?:-[A-Z])?(?:\.(?= ?[a-z,;)'])|(?![\w'.])|(?='s))")
_SMALL_INITIAL_AFTER = re.compile(r" [b-hj-z](?![\w'./])")
_HOUSE_NUMBER = re.compile(r"(?<![\w/.:])(?!(?:19|20)\d\d\b)\d{1,4}[a-zA-Z]?(?:-\d{1,4})?,? \Z")
_MOST = 6
"""Words in a row that can be one person's name."""


@dataclass(frozen=True)
class Run:
    """Words ``first`` to ``last`` name one person, place or body, at ``start`` to ``end``."""

    first: int
    last: int
    start: int
    end: int
    found: Found
    category: Category


def runs(words: Words, held: Sequence[Held], safe: Collection[int]) -> Iterator[Run]:
    """The findings that ``held`` words, and named places and bodies, make."""
    known = {each.at: each.found for each in held}
    inside: set[int] = set()
    for first, last, category in (*named_bodies(words, safe), *small_bodies(words)):
        span = range(first, last + 1)
        inside.update(span)
        found = next((known[at] for at in span if at in known), Found.USED)
        first = with_article(words, from_directions(words, first))
        yield _at(words, first, last, found, category)
    yield from _of_people(words, [each for each in held if each.at not in inside])


def _of_people(words: Words, held: Iterable[Held]) -> Iterator[Run]:
    group: list[Held] = []
    for each in held:
        if group and (len(group) == _MOST or not _joined(words, group[-1].at, each.at)):
            yield _run(words, group)
            group = []
        group.append(each)
    if group:
        yield _run(words, group)


def _joined(words: Words, left: int, right: int) -> bool:
    if right == left + 1:
        gap = words.gap(left)
        if gap == ", ":
            return (
                len(words.written(left)) > 1
                and words.written(left).isupper()
                and (not words.written(right).isupper())
            )
        return (
            gap in _INSIDE
            and not (gap == ". " and words.opens(right))
            and not words.tokens[left].possessive
        )
    between = range(left + 1, right)
    if len(between) > 2 or not all(words.gap(at) in _INSIDE for at in range(left, right)):
        return False
    return all(words.word(at) in PARTICLES or len(words.word(at)) == 1 for at in between)


def _run(words: Words, group: list[Held]) -> Run:
    first, last = group[0].at, group[-1].at
    kinds = {each.found for each in group}
    found = next(each for each in (Found.KNOWN, Found.UNKNOWN, Found.USED) if each in kinds)
    category = _category(words, first, last, found)
    wider, longer = from_directions(words, first), to_small_head(words, last)
    if _is_given(words, first, last):
        wider = first
    if category is not Category.PERSON or wider < first or longer > last:
        category = Category.PLACE if longer == last else Category.ORG
        return _at(words, wider, longer, found, category)
    if category is Category.PERSON:
        last = _with_odd_surname(words, last)
        first = _with_odd_first_name(words, first)
    run = _at(words, first, last, found, category)
    return _with_initials(words, run) if category is Category.PERSON else run


def _at(words: Words, first: int, last: int, found: Found, category: Category) -> Run:
    start = words.tokens[first].start
    if category is Category.PLACE and first < last:
        number = _HOUSE_NUMBER.search(words.text, max(0, start - 12), start)
        start = number.start() if number else start
    end = words.tokens[last].end
    if category is Category.ORG and words.tokens[last].possessive:
        end += len("'s")
    return Run(first, last, start, end, found, category)


def _with_initials(words: Words, run: Run) -> Run:
    start, end = run.start, run.end
    before = _INITIALS_BEFORE.search(words.text, max(0, start - 9), start)
    if before and before[0] not in ("A ", "I ") and not _labelled(words, run.first, before[0]):
        start = before.start()
    small = words.written(run.last).islower()
    after = (_SMALL_INITIAL_AFTER if small else _INITIAL_AFTER).match(words.text, end)
    if after:
        end = after.end()
    return Run(run.first, run.last, start, end, run.found, run.category)


def _labelled(words: Words, first: int, initials: str) -> bool:
    """Whether the letters belong to what stands before: "Child B Holt", "Appendix A. Holt"."""
    before = first - 1 - sum(map(str.isalpha, initials))
    same_line = words.gap(before) == " "
    return words.capital(before) and same_line and kind(words.word(before)) is Kind.SAFE


def _with_odd_surname(words: Words, last: int) -> int:
    """The last word of a name whose family name is an ordinary word: "Danielle Kettle"."""
    after = last + 1
    while words.word(after) in PARTICLES and words.gap(after - 1) == " " and after - last < 3:
        after += 1
    if not words.beside(after - 1) or not words.capital(after) or words.tokens[last].possessive:
        return last
    line = words.line(last)
    word = words.word(after)
    if line.shouted or line.titled or len(word) < 3:
        return last
    if acts(words, after) and _is_given(words, last, last):
        return after
    if (
        any(word in listed(name) for name in ("report_capitals", "roles", "relations"))
        or word in TITLES
    ):
        return last
    return after if kind(word) in (Kind.SAFE, Kind.EITHER) else last


def _category(words: Words, first: int, last: int, found: Found) -> Category:
    """What a run without a telling last word names, by what stands before it."""
    before = words.word(first - 1)
    if not words.beside(first - 1) or before not in PLACE_LEADS:
        return Category.PERSON
    if found is Found.KNOWN and _is_given(words, first, last):
        return Category.PERSON
    if before in IN_PLACES:
        return Category.PLACE
    if before == "at":
        return Category.PLACE
    return Category.PLACE if words.word(first - 2) in listed("motion") else Category.PERSON


def _with_odd_first_name(words: Words, first: int) -> int:
    """The first word of a name whose first name is an ordinary word: "Kasha Wisniewska"."""
    before = first - 1
    if words.gap(before) != " " or not is_capital_of_use(words, before):
        return first
    word = words.word(before)
    if len(word) < 3 or words.written(before).isupper() or is_of_reports(word):
        return first
    return before if kind(word) in (Kind.SAFE, Kind.EITHER) else first


def _is_given(words: Words, first: int, last: int) -> bool:
    """Whether one of the words is a first name, or half of one."""
    return any(
        part in names("given") and len(part) > 2
        for at in range(first, last + 1)
        for part in words.word(at).split("-")
    )
