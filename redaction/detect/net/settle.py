"""Detections of one text put in order: the net gives way, and a name takes its title along."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter

from redaction.detect.detection import Detection
from redaction.detect.net.lists import words as listed
from redaction.values import Category

NET = frozenset(
    {
        "LISTED_NAME", "NAME_BY_USE", "UNLISTED_WORD", "UNLISTED_PLACE", "UNLISTED_ORGANISATION",
        "MODEL_PERSON", "MODEL_PLACE", "MODEL_ORG",
    }
)  # fmt: skip
"""What is held without a reason of its own: by the net, and by the name model."""
_TELLING = frozenset({Category.PERSON, Category.PLACE, Category.ORG, Category.CODE})
_BEFORE = re.compile(
    r"(?<![^\W_])(?:[A-Z]/(?!N ))?([A-Z]/[NM]|(?:[A-Z]\.){2}|[^\W\d_]+)(?:\.|['’][sd])?"
    r"(?: \d{1,5})?[ \n]{1,2}\Z"
)
_FARTHEST = 40
_JUNIOR = re.compile(
    r",? (?:senior\b|junior\b|(?:snr|jnr|sr|jr|esq)\b\.?)"
    r"|,? (?:QC|KC|JP|MBE|OBE|CBE)\b| (?:Uncle|Aunty|Auntie|ji|bhai|ben|apa)\b",
    re.IGNORECASE,
)

_INITIAL = re.compile(r" [B-HJ-Z](?:-[A-Z])?(?:\.(?= ?[a-z,;)\"]|[ \t]*(?:\n|\Z))|(?![\w'’.&/-]))")
"""Of a family name that is left out: "Jade C"."""

_INITIALS_BEFORE = re.compile(
    r"(?:^|[^\w\s.'/-]\s?|\n|[a-z] )(?P<letters>(?:[B-HJ-Z](?:\. ?| )){1,3})\Z"
)
"""Before a family name; after a capitalised word they are a label's: "Child B Holt"."""
_LAST_INITIAL = re.compile(r" [A-Z]\.?\Z")


def settle(text: str, detections: Iterable[Detection]) -> list[Detection]:
    """``detections`` of ``text``: widened, and without those of the net that say nothing new."""
    widened = [_widened(text, each) for each in detections]
    told = sorted(
        (each.start, each.end)
        for each in widened
        if each.entity not in NET and each.category in _TELLING
    )
    farthest = list(accumulate((end for _, end in told), max))
    return [
        each for each in widened
        if each.entity not in NET or not _is_told(text, each, told, farthest)
    ]  # fmt: skip


def _is_told(text: str, each: Detection, told: list[tuple[int, int]], farthest: list[int]) -> bool:
    """Whether another recogniser holds all of ``each``, but for an initial, and says what it is."""
    before = bisect_right(told, each.start, key=itemgetter(0))
    if before == 0:
        return False
    last = _LAST_INITIAL.search(text, each.start, each.end)
    return farthest[before - 1] >= (last.start() if last else each.end)


def _widened(text: str, each: Detection) -> Detection:
    """A person's name with the titles and posts before it, and "senior" after it."""
    if each.category is not Category.PERSON:
        return each
    start = each.start
    if not each.known and (initials := _INITIALS_BEFORE.search(text, max(0, start - 12), start)):
        start = initials.start("letters")
    start = min([start, *_titles_before(text, start)])
    after = _JUNIOR.match(text, each.end)
    if after is None:
        after = _INITIAL.match(text, each.end)
        if after and each.known and after[0].endswith("."):
            after = None
    end = after.end() if after else each.end
    return each if (start, end) == (each.start, each.end) else each._replace(start=start, end=end)


def _titles_before(text: str, start: int) -> Iterator[int]:
    """Where titles begin that end at ``start``: "Mr and Mrs", "Staff Nurse", "nana"."""
    if text[start - 1 : start] not in (" ", "\n"):
        return
    while before := _BEFORE.search(text, max(0, start - _FARTHEST), start):
        word = before[1].lower().replace(".", "")
        if word in ("his", "her") and text[before.end() :].startswith("Honour"):
            yield before.start()
            return
        paired = word == "and" and text[: before.start()].rstrip().endswith(("Mr", "Mr."))
        if not paired and not _is_title(before[1], word):
            return
        start = before.start()
        yield start


def _is_title(written: str, word: str) -> bool:
    if word in listed("titles_small"):
        return True
    return written[0].isupper() and word in listed("titles")
