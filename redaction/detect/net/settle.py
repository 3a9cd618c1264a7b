"""Detections of one text put in order: the net gives way, and a name takes its title along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redaction.detect.detection import Detection
from redaction.detect.net.lists import words as listed
from redaction.values import Category

NET = frozenset(
    {"LISTED_NAME", "NAME_BY_USE", "UNLISTED_WORD", "UNLISTED_PLACE", "UNLISTED_ORGANISATION"}
)
_TELLING = frozenset({Category.PERSON, Category.PLACE, Category.ORG, Category.CODE})
_BEFORE = re.compile(r"([^\W\d_]+)(?:\.|['’]s)?[ \n]{1,2}\Z")
_FARTHEST = 40
_JUNIOR = re.compile(r",? (?:senior|junior|snr|jnr|sr|jr|esq)\b\.?", re.IGNORECASE)


def settle(text: str, detections: Iterable[Detection]) -> list[Detection]:
    """``detections`` of ``text``: widened, and without those of the net that say nothing new."""
    widened = [_widened(text, each) for each in detections]
    return [each for each in widened if each.entity not in NET or not _is_told(each, widened)]


def _is_told(each: Detection, others: Iterable[Detection]) -> bool:
    """Whether another recogniser holds all of ``each`` and says what it is."""
    return any(
        other.start <= each.start and each.end <= other.end
        and other.entity not in NET and other.category in _TELLING
        for other in others
    )  # fmt: skip


def _widened(text: str, each: Detection) -> Detection:
    """A person's name with the titles and posts before it, and "senior" after it."""
    if each.category is not Category.PERSON:
        return each
    start = min([each.start, *_titles_before(text, each.start)])
    after = _JUNIOR.match(text, each.end)
    end = after.end() if after else each.end
    return each if (start, end) == (each.start, each.end) else replace(each, start=start, end=end)


def _titles_before(text: str, start: int) -> Iterator[int]:
    """Where titles begin that end at ``start``: "Mr and Mrs", "Staff Nurse", "nana"."""
    while before := _BEFORE.search(text, max(0, start - _FARTHEST), start):
        word = before[1].lower()
        paired = word == "and" and text[: before.start()].endswith(("Mr", "Mr."))
        if not paired and not _is_title(before[1], word):
            return
        start = before.start()
        yield start


def _is_title(written: str, word: str) -> bool:
    if word in listed("titles_small"):
        return True
    return written[0].isupper() and word in listed("titles")
