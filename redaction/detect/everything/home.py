"""The country in which a text is at home: its name there tells of no one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from redaction.detect.everything.lists import either, nations

_DEFAULT = "United Kingdom"
_STATE = r"(?:the\s)?(?:(?:[Ff]ederal\s|[Dd]emocratic\s)?(?:Republic|Kingdom|Federation)\sof\s)?"
_LEADING_STATE = regex.compile(rf"^{_STATE}")


def home_words(texts: Sequence[str]) -> frozenset[str]:
    """What the country is called that the judgment is against; the United Kingdom without one."""
    names: set[str] = set()
    for text in texts:
        for hit in _respondent().finditer(text):
            names.update(_words_of(hit["of"]))
    return frozenset(names or _words_of(_DEFAULT))


def is_home(written: str, home: frozenset[str]) -> bool:
    """Whether ``written`` is the home country or its government: "the Republic of Poland"."""
    bare = _LEADING_STATE.sub("", written)
    return bare in home or (bare.endswith(" Government") and bare.split(" Gov")[0] in home)


def _words_of(name: str) -> tuple[str, ...]:
    every = (nation.lands + nation.peoples for nation in nations())
    return next((words for words in every if name in words), ())


@cache
def _respondent() -> regex.Pattern[str]:
    land = either(land for each in nations() for land in each.lands)
    people = either(each.peoples[0] for each in nations())
    return regex.compile(
        rf"\bagainst\s{_STATE}(?:(?P<of>{land})\b|(?P<of>{people})\s(?:Republic|Confederation))"
        rf"|\bThe\s(?P<of>{people})\sGovernment\s\(\"the"
    )
