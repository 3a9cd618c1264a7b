"""Letters and nicknames that stand for someone in drafts: "Mrs B says D flew", "Hi J.", "NB"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from redaction.detect.net.lists import words as listed

_LINE_END = r"(?=[ \t]*(?:\n|\Z))"
_SIGNED = r"[A-Z](?:[A-Z]{1,3}| ?[A-Z]-[A-Z]| [A-Z])"
_KIN = r"Baba|Nana?|Nani|Gran|Granny|Grandma|Grandad|Papa|Uncle|Aunt(?:y|ie)|Abti"
_CALLED = r"\b(?:called|nicknamed|aka|known as|goes by)|\bcalls? (?:him|her|himself|herself|them)"

_PATTERNS = tuple(
    map(
        re.compile,
        (
            r"(?<=[\"'(])[B-HJ-Z](?=[\"')]| [a-z]{3})",  # He said that "K" had done it.
            r"(?:(?<=\bsays )|(?<=\bsaid )|(?<=\basked )|(?<=\bask )|(?<=\btold )|(?<=\bHi )"
            r"|(?<=\bDear ))[B-HJ-Z](?=[.,]{0,2}(?:\s|\Z)|'s\b)",  # says D flew
            r"(?<=[a-z] )[B-HJ-Z](?='s[ ,])",  # to J's sister
            r"(?:(?<=[.!?'\"] )|(?<=\n))[A-HJ-Z]\."
            r"(?= (?:wrote|said|told|was|has|had|is|[a-z]{3,9}ed)\b)",  # A. wrote about it.
            r"\b(?i:mrs?|ms|miss|dr)\.? [A-Za-z](?:-[A-Z])?(?=[ .,;:)'\n])(?!\.\w)",  # miss p
            rf"\b(?:{_KIN}) [A-Z]\b(?!['.]\w)",  # Baba T
            r"(?<=[a-z.\])] - )[A-Z]{2,4}(?=[.)\]]?[ \t]*(?:\n|\Z))",  # left it in. - JMF
            rf"(?<=\n)[B-HJ-Z]{_LINE_END}",  # a letter alone, under a mail
            rf"(?:(?<=[.?!)\"'] )|(?<=[.?!)\"']\n)){_SIGNED}{_LINE_END}",  # No answer. J A-C
            rf"(?:{_CALLED})[:,]? [\"'(][A-Z][\w'-]{{2,20}}(?=[\"')])",  # one called "Smurf"
        ),
    )
)
_BRACKETED = re.compile(r"[(\[]([A-Z]{2,4})[)\]:]")
_MEASURED = re.compile(r"(?<=[.,;] )([B-HJ-Z])\.(?= \d)")
"""A child in notes: "Weighed. E. 2.02, R. 2.41."."""


def short_for(text: str, initials: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where such letters stand in ``text``; ``initials`` are those of people it names."""
    for pattern in _PATTERNS:
        yield from (hit.span() for hit in pattern.finditer(text))
    yield from (hit.span(1) for hit in _MEASURED.finditer(text) if hit[1] in initials)
    yield from _bracketed(text, initials)


def _bracketed(text: str, initials: Collection[str]) -> Iterator[tuple[int, int]]:
    """Initials in brackets, as after a post: "Overview author (RM)"; not after what they mean."""
    for hit in _BRACKETED.finditer(text):
        capitals = re.findall(r"\b[A-Z](?=[a-z])", text[max(0, hit.start() - 60) : hit.start()])
        unknown = hit[1].lower() not in listed("abbreviations")
        if (unknown or hit[1] in initials) and "".join(capitals[-len(hit[1]) :]) != hit[1]:
            yield hit.span(1)
