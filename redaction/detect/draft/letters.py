"""Letters and nicknames that stand for someone in drafts: "Mrs B says D flew", "Hi J.", "NB"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from redaction.detect.net.lists import words as listed
from redaction.detect.word_led import WordLed

_LINE_END = r"(?=[ \t]*(?:\n|\Z))"
_SIGNED = r"[A-Z](?:[A-Z]{1,3}| ?[A-Z]-[A-Z]| [A-Z])"
_KIN = r"Baba|Nana?|Nani|Gran|Granny|Grandma|Grandad|Papa|Uncle|Aunt(?:y|ie)|Abti"
_CALLED = r"(?:called|nicknamed|aka|known as|goes by|calls? (?:him|her|himself|herself|them))"
_DOES = r"(?:wrote|said|told|was|has|had|is|[a-z]{3,9}ed)\b"

_PATTERNS = (
    re.compile(r"(?<=[\"'(])[B-HJ-Z](?=[\"')]| [a-z]{3})"),  # He said that "K" had done it.
    WordLed(r"(?:says|said|asked|ask|told|Hi|Dear) ([B-HJ-Z])(?=[.,]{0,2}(?:\s|\Z)|'s\b)"),
    re.compile(r"[B-HJ-Z](?<=[a-z] .)(?='s[ ,])"),  # to J's sister
    re.compile(rf"[A-HJ-Z]\.(?:(?<=[.!?'\"] ..)|(?<=\n..))(?= {_DOES})"),  # A. wrote about it.
    WordLed(r"(?i:mrs?|ms|miss|dr)\.? [A-Za-z](?:-[A-Z])?(?=[ .,;:)'\n])(?!\.\w)"),  # miss p
    WordLed(rf"(?:{_KIN}) [A-Z]\b(?!['.]\w)"),  # Baba T
    re.compile(r"(?<=[a-z.\])] - )[A-Z]{2,4}(?=[.)\]]?[ \t]*(?:\n|\Z))"),  # left it in. - JMF
    re.compile(rf"(?<=\n)[B-HJ-Z]\.?[\"'\])]?{_LINE_END}"),  # a letter alone, under a mail
    re.compile(rf"[B-HJ-Z](?<=[.?!] .)\.[\"'\])]?{_LINE_END}"),  # the diary for 7 March. C.
    re.compile(r"(?<![\w.&])(?:[A-Z]\.){1,2}[A-Z]-[A-Z]\.?(?![\w'])"),  # T.M-S.
    re.compile(r"(?<![\w.&])[A-Z]\. ?(?:Mc|Mac|O')[A-Z][a-z]?\.(?!\w)"),  # B. McA.
    re.compile(  # H/V, N at door
        r"[B-HJ-Z](?<=[,;] .)(?= (?:at|not|was|has|had|is|did|up|out|said|with)\b)"
    ),
    re.compile(rf"(?=[A-Z])(?<=[.?!)\"'][ \n]){_SIGNED}{_LINE_END}"),  # No answer. J A-C
    re.compile(r"(?<=[a-z], )[\"'][A-Z][\w' ]{1,18}[\"'](?=[.,;)])"),  # Terrell Day, "Tall T".
    WordLed(rf"{_CALLED}[:,]? [\"'(][A-Z][\w'-]{{2,20}}(?=[\"')])"),  # one called "Smurf"
)
_SEEN = re.compile(r"[B-HJ-Z](?<=[a-z] .)(?= (?:seen|[a-z]{3,8}ed)\b)")
"""Someone to whom something is done, by a letter: "to get B seen"."""
_OF_SOMEONE = re.compile(
    r"(?<![\w'-])(?!(?:vitamin|hep|hepatitis|plan|grade|group|option|type|appendix|section|level"
    r"|part|school|child|sibling|factor|strep|class|person|adult|parent|category|tier|band|team"
    r"|ward)\b)[a-z]{2,15} \Z"
)
"""Before such a letter; it is a label's after others."""
_HEADER = re.compile(r"(?m)^[> ]*(?:From|To|Cc|CC|Bcc|Sent by|Reply-To): ?([^\n]{3,300})")
_IN_HEADER = re.compile(r"\b[A-Z][\w'-]{2,20}(?:,? [A-Z][\w'-]{1,20}){1,3}")
"""Whom a mail is from or to, by whatever words: "Winter, Hope"."""
_BRACKETED = re.compile(r"[(\[]([A-Z]{2,4})[)\]:]")
_MEASURED = re.compile(r"(?<=[.,;] )([B-HJ-Z])\.(?= \d)")
"""A child in notes: "Weighed. E. 2.02, R. 2.41."."""


def short_for(text: str, initials: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where such letters stand in ``text``; ``initials`` are those of people it names."""
    for pattern in _PATTERNS:
        yield from (hit.span(hit.lastindex or 0) for hit in pattern.finditer(text))
    for header in _HEADER.finditer(text):
        yield from (hit.span() for hit in _IN_HEADER.finditer(text, *header.span(1)))
    for hit in _SEEN.finditer(text):
        if _OF_SOMEONE.search(text, max(0, hit.start() - 20), hit.start()):
            yield hit.span()
    yield from (hit.span(1) for hit in _MEASURED.finditer(text) if hit[1] in initials)
    yield from _bracketed(text, initials)


def _bracketed(text: str, initials: Collection[str]) -> Iterator[tuple[int, int]]:
    """Initials in brackets, as after a post: "Overview author (RM)"; not after what they mean."""
    for hit in _BRACKETED.finditer(text):
        capitals = re.findall(r"\b[A-Z](?=[a-z])", text[max(0, hit.start() - 60) : hit.start()])
        unknown = hit[1].lower() not in listed("abbreviations")
        if (unknown or hit[1] in initials) and "".join(capitals[-len(hit[1]) :]) != hit[1]:
            yield hit.span(1)
