"""What tells of no one because every judgment says it: the court, its rules, its own dates."""

from __future__ import annotations

from functools import cache

import regex

from redaction.detect.detection import Detection
from redaction.detect.everything.lists import either, entries
from redaction.detect.net.settle import NET

_MAY_BE_OF_COURT = frozenset(
    {
        "INITIALLED_NAME",
        "NAMED_BODY",
        "PLACE_BY_USE",
        "REGION",
        "SHORT_NAME",
        "STATE_BODY",
        "TITLED_NAME",
        *NET,
    }
)
_NAMES = frozenset({"INITIALLED_NAME", "LISTED_NAME", "NAME_BY_USE", "TITLED_NAME"})
"""A person may be called Rule or Section; only a phrase is never a name."""
_DAYS = frozenset({"YEAR", "UK_DATE", "UK_LIFE_DATE", "DATE_SPAN", "MONTH_AND_YEAR"})
_COURT_DAY = regex.compile(
    r",?\s(?:when\sProtocol\sNo|the\sCourt\schanged\sthe\scomposition|the\sdate\son\swhich\sProtocol)"
)
"""What follows a day on which the deciding court itself changed, as many judgments tell."""
_JOINING = regex.compile(r"\b(?:of|the|and|for|in)\b|'s\b")
_LETTER = regex.compile(r"\p{L}")
_REACH = 60
"""Characters before and after a word in which a phrase of the court may begin and end."""


def is_of_the_court(each: Detection, text: str) -> bool:
    """Whether ``each`` is a day of the court's own, or nothing but its language."""
    if each.entity in _DAYS:
        return _COURT_DAY.match(text, each.end) is not None
    if each.entity not in _MAY_BE_OF_COURT:
        return False
    lone = each.entity in _NAMES and " " not in text[each.start : each.end]
    return _inside_a_phrase(each, text, whole=lone) or (not lone and _made_of_phrases(each, text))


def _inside_a_phrase(each: Detection, text: str, *, whole: bool) -> bool:
    """Whether a phrase holds ``each``; with ``whole``, one that is longer than it."""
    hits = _phrases().finditer(text, max(0, each.start - _REACH), each.end + _REACH)
    return any(
        hit.start() <= each.start
        and each.end <= hit.end()
        and (not whole or " " in hit[0].removeprefix("the "))
        for hit in hits
    )


def _made_of_phrases(each: Detection, text: str) -> bool:
    rest = _JOINING.sub("", _phrases().sub("", text[each.start : each.end]))
    return _LETTER.search(rest) is None


@cache
def _phrases() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}-]){either(entries('court_language'))}(?:'s)?(?![\p{{L}}])")
