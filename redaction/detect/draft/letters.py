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
            rf"(?<=\n)[B-HJ-Z]\.?{_LINE_END}",  # a letter alone, under a mail
            r"(?<=[,;] )[B-HJ-Z](?= (?:at|not|was|has|had|is|did|up|out|said|with)\b)",  # H/V, N at
            rf"(?:(?<=[.?!)\"'] )|(?<=[.?!)\"']\n)){_SIGNED}{_LINE_END}",  # No answer. J A-C
            r"(?<=[a-z], )[\"'][A-Z][\w' ]{1,18}[\"'](?=[.,;)])",  # Terrell Day, "Tall T".
            rf"(?:{_CALLED})[:,]? [\"'(][A-Z][\w'-]{{2,20}}(?=[\"')])",  # one called "Smurf"
        ),
    )
)
_SEEN = re.compile(
    r"\b(?!(?i:vitamin|hep|hepatitis|plan|grade|group|option|type|appendix|section|level|part|school"
    r"|child|sibling|factor|strep|class|person|adult|parent|category|tier|band|team|ward)\b)"
    r"[a-z]{2,15} ([B-HJ-Z])(?= (?:seen|[a-z]{3,8}ed)\b)"
)
"""Someone to whom something is done, by a letter: "to get B seen"."""
_BRACKETED = re.compile(r"[(\[]([A-Z]{2,4})[)\]:]")
_HEADER = re.compile(r"(?m)^[> ]*(?:From|To|Cc|CC|Bcc|Sent by|Reply-To): ?([^\n]{3,300})")
_IN_HEADER = re.compile(r"\b[A-Z][\w'-]{2,20}(?:,? [A-Z][\w'-]{1,20}){1,3}")
"""Whom a mail is from or to, by whatever words: "Winter, Hope"."""
_MEASURED = re.compile(r"(?<=[.,;] )([B-HJ-Z])\.(?= \d)")
"""A child in notes: "Weighed. E. 2.02, R. 2.41."."""


def short_for(text: str, initials: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where such letters stand in ``text``; ``initials`` are those of people it names."""
    for pattern in _PATTERNS:
        yield from (hit.span() for hit in pattern.finditer(text))
    for header in _HEADER.finditer(text):
        yield from (hit.span() for hit in _IN_HEADER.finditer(text, *header.span(1)))
    yield from (hit.span(1) for hit in _SEEN.finditer(text))
    yield from (hit.span(1) for hit in _MEASURED.finditer(text) if hit[1] in initials)
    yield from _bracketed(text, initials)


def _bracketed(text: str, initials: Collection[str]) -> Iterator[tuple[int, int]]:
    """Initials in brackets, as after a post: "Overview author (RM)"; not after what they mean."""
    for hit in _BRACKETED.finditer(text):
        capitals = re.findall(r"\b[A-Z](?=[a-z])", text[max(0, hit.start() - 60) : hit.start()])
        unknown = hit[1].lower() not in listed("abbreviations")
        if (unknown or hit[1] in initials) and "".join(capitals[-len(hit[1]) :]) != hit[1]:
            yield hit.span(1)
