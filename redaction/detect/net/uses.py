"""Whether a word that may be a name is used as one here."""

from __future__ import annotations

import re
from enum import IntEnum

from redaction.detect.net.acting import acts
from redaction.detect.net.after import told_after
from redaction.detect.net.grammar import DETERMINERS, PARTICLES
from redaction.detect.net.lists import names
from redaction.detect.net.lists import words as listed
from redaction.detect.net.tokens import Words
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.words import CALENDAR_LEADS, CALENDAR_NAMES, TITLES

_INTRODUCING = frozenset({" ", ", ", ' "', " '", ' ("', " (", ": ", " - ", ', "'})
_NUMBER = re.compile(r" \d{1,5} ")
"""Between a constable and his name: "PC 318 Mallinson"."""
_QUOTED = frozenset({' "', '" ', " '", "' ", ' ("', '") ', " (", ") "})
"""Between a name and the nickname in it: Gerard "Gerry" Toome."""
_LISTING = re.compile(r",? (?:and|&|or) |, |/| & ")
_CLOSING = re.compile(
    r"(?:regards|wishes|sincerely|faithfully|thanks|signed|love|cheers|xx?|by)\W{0,3}\Z",
    re.IGNORECASE,
)


_BORN = re.compile(r",? (?:d\.?o\.?b\.?:? )?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
"""A whole date, as no month has after it: "Summer 2/5/09"."""


class Sign(IntEnum):
    """How strongly the words around say that a name is meant."""

    NONE = 0
    DOUBT = 1
    SURE = 2


def sign(words: Words, at: int) -> Sign:
    """How surely the capitalised word ``at``, an ordinary word by its spelling, is a name here."""
    if _is_grade(words, at) or _leads_people(words, at):
        return Sign.NONE
    if words.word(at) in listed("calendar") and in_calendar(words, at):
        return Sign.SURE if _leads_a_name(words, at) else Sign.NONE
    if introduced(words, at) or _with_initial(words, at) or _signs_off(words, at):
        return Sign.SURE
    if _beside_name(words, at) or told_after(words, at):
        return Sign.SURE
    if words.word(at - 1) in DETERMINERS and words.beside(at - 1):
        return Sign.NONE
    if acts(words, at) or _is_whole_name(words, at):
        return Sign.SURE
    if words.line(at).shouted or words.line(at).titled or _is_people_or_time(words.word(at)):
        return Sign.NONE
    if words.opens(at):
        return Sign.DOUBT if words.tokens[at].possessive else Sign.NONE
    return Sign.NONE if _in_title_phrase(words, at) else Sign.SURE


def introduced(words: Words, at: int) -> bool:
    """Whether a title, a relation, a post or "called" leads to it: "her partner, Rock"."""
    before = words.word(at - 1)
    gap = words.gap(at - 1)
    if before in TITLES and (gap in (" ", ". ", ".") or _NUMBER.fullmatch(gap)):
        return words.capital(at) or kind(words.word(at)) is not Kind.SAFE
    if before in listed("name_givers") or _known_as(words, at):
        return gap in _INTRODUCING
    if before in listed("relations"):
        return gap in _INTRODUCING and not words.opens(at)
    if before in listed("roles"):
        return gap in (" ", ", ", " (") and not words.opens(at)
    return False


def _known_as(words: Words, at: int) -> bool:
    """Such as "known to everyone as Rock", "aka Rocky, Rock"."""
    before = [words.word(near) for near in range(max(0, at - 5), at)]
    if before[-1:] == ["as"] and "known" in before:
        return True
    return "aka" in before[-3:] and words.gap(at - 1) in (", ", " and ", " or ")


def is_capital_of_use(words: Words, at: int) -> bool:
    """Whether word ``at`` has a capital that neither a sentence nor a title line gives it."""
    line = words.line(at)
    return words.capital(at) and not words.opens(at) and not line.shouted and not line.titled


def reads_as_ordinary(words: Words, at: int) -> bool:
    """Whether word ``at``, a name elsewhere in the document, is the ordinary word here."""
    if sign(words, at) >= Sign.DOUBT:
        return False
    word, after = words.word(at), words.word(at + 1)
    if word in listed("calendar") and in_calendar(words, at):
        return True
    if words.beside(at - 1) and words.word(at - 1) in DETERMINERS:
        return True
    if words.beside(at) and after in listed("ordinary_after"):
        return True
    titled = words.line(at).shouted or words.line(at).titled
    return _in_title_phrase(words, at) or (titled and kind(word) is Kind.SAFE)


def _is_grade(words: Words, at: int) -> bool:
    """Amber as a traffic light has it, in a text that writes of the other lights too."""
    return words.word(at) == "amber" and words.vocabulary.issuperset({"red", "green"})


def _leads_people(words: Words, at: int) -> bool:
    """Such as "Young people" at the start of a sentence or of an item "B."."""
    after = words.written(at + 1).lower()
    people = words.beside(at) and after in listed("ordinary_after") and after not in ("to", "and")
    return people and (words.word(at) in ("young", "little") or words.opens(at))


def _leads_a_name(words: Words, at: int) -> bool:
    """A month before a family name, a name or a birthday: "May King", "Summer and Kasia"."""
    if _BORN.match(words.text, words.tokens[at].end):
        return True
    joined = words.word(at + 1) == "and" and words.beside(at) and words.capital(at + 2)
    if joined and kind(words.word(at + 2)) is Kind.NAME:
        return True
    after = words.word(at + 1)
    parts = set(after.split("-"))
    family = words.gap(at) == " " and words.capital(at + 1) and parts & names("family")
    if len(parts) > 1:
        return bool(family) and _is_given(words.word(at))
    return bool(family) and _is_given(words.word(at)) and after not in listed("report_capitals")


def _is_whole_name(words: Words, at: int) -> bool:
    """A first name and an ordinary word with a capital that do something: "Faith Ward signed"."""
    if not words.beside(at) or not words.capital(at + 1) or not _is_given(words.word(at)):
        return False
    return acts(words, at + 1) and words.word(at) not in listed("calendar")


def _is_people_or_time(word: str) -> bool:
    """Whether it has a capital without being a name: "French", "Easter"."""
    if word in ("summer", "autumn"):
        return False
    return any(word in listed(name) for name in ("peoples", "calendar", "brands"))


def in_calendar(words: Words, at: int) -> bool:
    """Whether what stands around word ``at`` makes it a month or a season: "12 May", "in June"."""
    token = words.tokens[at]
    after = words.text[token.end : token.end + 3]
    before = words.text[max(0, token.start - 3) : token.start]
    if any(map(str.isdigit, before + ("" if "(" in after else after))):
        return True
    return words.word(at - 1) in CALENDAR_LEADS or words.word(at + 1) in CALENDAR_NAMES | {
        "of", "term", "holidays", "holiday", "half", "bank", "and", "to",
    }  # fmt: skip


def _with_initial(words: Words, at: int) -> bool:
    """Of "J. Brown", "Brown, J." but not "Child B. Young", "Appendix A. Home"."""
    if len(words.written(at - 1)) == 1 and words.capital(at - 1) and words.written(at - 1) != "A":
        labelled = (
            words.capital(at - 2) and words.beside(at - 2) and kind(words.word(at - 2)) is Kind.SAFE
        )
        if words.gap(at - 1) in (". ", ".") and not labelled:
            return not words.opens(at - 1) or words.line(at).titled
    after = words.written(at + 1)
    if len(after) == 1 and after.isupper() and words.gap(at) == ", ":
        return words.text[words.tokens[at + 1].end :][:1] in (".", ",", ")", "\n", "")
    return False


def _signs_off(words: Words, at: int) -> bool:
    """A line or cell of this word alone, after "Kind regards" or the like."""
    token = words.tokens[at]
    start = words.text.rfind("\n", 0, token.start) + 1
    if words.text[start : token.start].strip(" -~*") != "":
        return False
    rest = words.text[token.end : token.end + 60].split("\n", 1)[0]
    if len(rest.split()) > 2 or rest.strip()[:1].islower():
        return False
    return _CLOSING.search(words.text[max(0, start - 40) : start].rstrip()) is not None


def _beside_name(words: Words, at: int) -> bool:
    """Whether a sure name stands next to it, or with it in a list."""
    if words.word(at + 1) in PARTICLES and words.beside(at) and _is_given(words.word(at)):
        return words.capital(at + 2) or words.word(at + 2) in PARTICLES
    for near, gap in ((at - 1, words.gap(at - 1)), (at + 1, words.gap(at))):
        if not words.capital(near) or len(words.written(near)) < 2:
            continue
        known = kind(words.word(near))
        if known is Kind.NAME and (gap in (" ", "-") or gap in _QUOTED):
            return True
        if gap in (" ", "-") and known is Kind.UNKNOWN and not words.written(near).isupper():
            return True
        if gap in (" ", "-") and known is Kind.EITHER and _pair(words, min(at, near)):
            return True
        if known is Kind.NAME and words.written(near) and _LISTING.fullmatch(gap):
            return not words.line(at).titled or _is_given(words.word(at))
    if words.word(at - 1) == "and" and words.beside(at - 1) and words.beside(at - 2):
        return words.capital(at - 2) and kind(words.word(at - 2)) is Kind.NAME
    if words.word(at + 1) == "and" and words.beside(at) and words.beside(at + 1):
        return words.capital(at + 2) and kind(words.word(at + 2)) is Kind.NAME
    return False


def _pair(words: Words, first: int) -> bool:
    """Two words that are either, in a row: "Dawn Little" is a person unless both are in a title."""
    line = words.line(first)
    if line.shouted or line.titled:
        return _is_given(words.word(first)) and words.word(first) not in CALENDAR_NAMES
    return not words.opens(first + 1) and words.word(first) not in CALENDAR_NAMES | {
        "young",
        "little",
    }


def _is_given(word: str) -> bool:
    return word in names("given")


def _in_title_phrase(words: Words, at: int) -> bool:
    """Whether a capitalised ordinary word beside it makes it part of a title: "Early Help"."""
    after = words.capital(at + 1) and words.beside(at) and kind(words.word(at + 1)) is Kind.SAFE
    if after and len(words.written(at + 1)) > 1:
        return True
    before = words.capital(at - 1) and words.beside(at - 1) and not words.opens(at - 1)
    return before and kind(words.word(at - 1)) is Kind.SAFE
