"""Which names of strangers are one person's: "Mrs Fennick" and "Fennick" are told together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redaction.detect.words import TITLES

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)


def one_name_each(names: Iterable[str]) -> dict[str, str]:
    """For each of ``names`` the fullest one that may be the same person's.

    A name belongs to a fuller one that has all its words; where several have, to the first.
    Titles, possessives and the case of letters make no difference.
    """
    words = {name: _words(name) for name in names}
    leads: dict[str, frozenset[str]] = {}
    of_word: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for name, own in sorted(words.items(), key=lambda each: -len(each[1])):
        fuller = _with_all(own, leads, of_word)
        if fuller is None:
            leads[name] = own
            for word in own:
                of_word.setdefault(word, []).append(name)
        found[name] = fuller or name
    return found


def _with_all(
    own: frozenset[str], leads: dict[str, frozenset[str]], of_word: dict[str, list[str]]
) -> str | None:
    candidates = min((of_word.get(word, []) for word in own), key=len, default=[])
    return next((lead for lead in candidates if own <= leads[lead]), None)


def _words(name: str) -> frozenset[str]:
    words = [_POSSESSIVE.sub("", word).casefold() for word in _WORD.findall(name)]
    untitled = frozenset(word for word in words if word not in TITLES and not word.isdecimal())
    return untitled or frozenset(words)
