"""Named places and bodies: "Canal Street", "HMP Fosse Park", "the Lantern Trust"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from redaction.detect.net.grammar import DIRECTIONS, JOINING, PLACE_LEADS
from redaction.detect.net.lists import entries, names
from redaction.detect.net.lists import words as listed
from redaction.detect.net.tokens import Words
from redaction.detect.net.uses import is_capital_of_use
from redaction.detect.net.vocabulary import Kind, kind
from redaction.values import Category

Body = tuple[int, int, Category]
"""First and last word, and what kind of thing it names."""

_FARTHEST = 6
"""Words before the last one that may belong to the name of a body."""
_GAPS = frozenset({" ", "  ", "\n", "'s ", "' ", " & ", "-", ". ", " (", ") "})
_PRISONS = frozenset({"hmp", "hmyoi", "yoi", "hmpyoi", "hmp/yoi", "raf"})
_BESIDE = frozenset(
    {"on", "up", "behind", "above", "below", "opposite", "beside", "past", "inside"}
)
_SAINTS = frozenset({"st", "saint"})
_REPORT_LISTS = (
    "report_capitals", "report_words", "title_words", "kinds_of_body", "roles", "relations",
    "peoples", "calendar", "brands", "medicines", "lands", "titles",
)  # fmt: skip


@cache
def is_of_reports(word: str) -> bool:
    """Whether reports write ``word`` with a capital without naming anything by it."""
    return any(word in listed(name) for name in _REPORT_LISTS)


def named_bodies(words: Words, safe: Collection[int]) -> Iterator[Body]:
    """The named places and bodies of a text, in order; they may overlap."""
    for at in words.capitals:
        body = _with_head(words, at, safe) or _odd(words, at, safe)
        if body is None and at not in safe:
            body = _prison(words, at) or _saint(words, at)
        if body is not None:
            yield body


def head_of(words: Words, at: int) -> Category | None:
    """What the word ``at`` makes of the capitalised words before it."""
    written = words.written(at)
    if written.isupper() and written not in entries("organisation_heads"):
        written = written.capitalize()
    if written in _heads("organisation"):
        return Category.ORG
    return Category.PLACE if written in _heads("place") else None


@cache
def _heads(which: str) -> frozenset[str]:
    return frozenset(entries(f"{which}_heads"))


def _prison(words: Words, at: int) -> Body | None:
    if words.word(at) not in _PRISONS or not words.beside(at):
        return None
    last = at
    while (
        words.beside(last)
        and words.capital(last + 1)
        and last - at < 3
        and not words.opens(last + 1)
    ):
        last += 1
    return (at, last, Category.ORG) if last > at else None


def _saint(words: Words, at: int) -> Body | None:
    """What is named after a saint: "St Blaise's", "St. Mellion's Hospital"."""
    if (
        words.word(at) not in _SAINTS
        or words.gap(at) not in (" ", ". ")
        or not words.capital(at + 1)
    ):
        return None
    last = at + 1
    for after in range(at + 2, at + 2 + _FARTHEST):
        if not words.capital(after) or words.gap(after - 1) not in _GAPS:
            break
        last = after
    while last > at + 1 and head_of(words, last) is None and kind(words.word(last)) is Kind.SAFE:
        last -= 1
    return (
        at,
        last,
        head_of(words, last)
        or (Category.ORG if words.tokens[at + 1].possessive else Category.PLACE),
    )


def _with_head(words: Words, at: int, safe: Collection[int]) -> Body | None:
    category = head_of(words, at)
    if category is None or at == 0 or words.gap(at - 1) not in _GAPS:
        return None
    if len(words.written(at + 1)) == 1 and words.capital(at + 1) and words.beside(at):
        return None
    if words.capital(at + 1) and words.beside(at) and head_of(words, at + 1) is not None:
        return None
    first = _first(words, at)
    before = [
        near for near in range(first, at) if words.word(near) not in JOINING and near not in safe
    ]
    if not before:
        return None
    telling = [near for near in before if _is_telling(words, near, at)]
    if not telling or (telling == [at - 1] and _is_full_name(words, at)):
        return None
    return first, to_small_head(words, at), category


def _is_full_name(words: Words, head: int) -> bool:
    """Whether ``head`` is rather the family name after a first name: "Penny Hill"."""
    return words.word(head - 1) in names("given") and words.word(head) in names("family")


def _first(words: Words, head: int) -> int:
    """The first word of the name that ends with ``head``."""
    first = head
    for near in range(head - 1, max(-1, head - 1 - _FARTHEST), -1):
        if words.gap(near) not in _GAPS or (words.gap(near) != " " and words.opens(near + 1)):
            break
        if words.capital(near):
            first = near
            if words.opens(near):
                break
        elif words.word(near) not in JOINING or (
            words.word(near) == "the" and words.word(near - 1) not in JOINING
        ):
            break
    while first < head and (
        words.word(first) in JOINING or words.word(first) in ("at", "a", "to", "from", "by")
    ):
        first += 1
    return first


def _is_telling(words: Words, at: int, head: int) -> bool:
    """Whether word ``at`` is more than a word for the kind of body that ``head`` is."""
    word = words.word(at)
    if len(word) < 2:
        return False
    if kind(word) in (Kind.NAME, Kind.UNKNOWN):
        return not words.written(at).isupper() or words.line(at).shouted
    if is_of_reports(word) or words.written(head) not in _heads("telling"):
        return False
    if words.opens(at) and at == head - 1:
        return False
    line = words.line(at)
    return not line.shouted and (not line.titled or head_of(words, head) is Category.PLACE)


def _odd(words: Words, at: int, safe: Collection[int]) -> Body | None:
    """Ordinary words with a capital of their own: "the Copper Kettle", "outside the Schooner"."""
    if at in safe or not _is_odd(words, at) or (words.capital(at - 1) and words.beside(at - 1)):
        return None
    after = at + 1
    if words.beside(at) and words.word(after) == "and" and words.beside(after):
        after += 1
    if words.beside(after - 1) and words.capital(after):
        if not _is_odd(words, after) or (words.capital(after + 1) and words.beside(after)):
            return None
        if not (_at_a_place(words, at) or _is_village(words, at)):
            return None
        whole = to_small_head(words, after)
        return at, whole, Category.PLACE if _is_village(words, at) else Category.ORG
    return (at, at, Category.PLACE) if _at_a_place(words, at) else None


def _is_village(words: Words, at: int) -> bool:
    """Whether "in" or the like leads to "Nether" or the like, and so to a village."""
    before = words.word(at - 1) in PLACE_LEADS and words.beside(at - 1)
    return before and words.word(at) in DIRECTIONS


def _is_odd(words: Words, at: int) -> bool:
    word, written = words.word(at), words.written(at)
    if len(word) < 3 or written[1:] != written[1:].lower() or is_of_reports(word):
        return False
    if kind(word) not in (Kind.SAFE, Kind.EITHER) or words.is_code(at):
        return False
    return is_capital_of_use(words, at)


def _at_a_place(words: Words, at: int) -> bool:
    """Whether "at the", "near" or the like leads to word ``at``, which stands alone."""
    if words.tokens[at].possessive:
        return False
    before = at - 1
    if words.word(before) == "the" and words.beside(before):
        before -= 1
        return words.word(before) in PLACE_LEADS or words.word(before) in _BESIDE
    return words.word(before) in ("at", "near", "outside") and words.beside(before)


def from_directions(words: Words, first: int) -> int:
    """The first word of a place with what belongs before it: "Nether", "London Borough of"."""
    before = first - 1
    if words.word(before) in DIRECTIONS and words.capital(before) and words.beside(before):
        return before
    if words.word(before) == "of" and words.beside(before) and words.capital(before - 1):
        first = before - 1
        while words.beside(first - 1) and words.capital(first - 1) and not words.opens(first):
            first -= 1
    return first


def with_article(words: Words, first: int) -> int:
    """The article of a body's name belongs to it: "the Lantern Trust"."""
    return first - 1 if words.written(first - 1) == "the" and words.beside(first - 1) else first


def to_small_head(words: Words, last: int) -> int:
    """The last word of a name that a head in small letters ends: "Al-Rahma mosque"."""
    for after in (last + 1, last + 2):
        if not words.beside(after - 1) or words.tokens[last].possessive:
            return last
        written = words.written(after)
        if written.islower() and written.capitalize() in _heads("telling") | _heads("small"):
            return after
        if written not in ("police", "railway", "bus", "caravan", "primary", "community"):
            return last
    return last
