"""What a check says about the parts of a file that nobody but a person can look into."""

from __future__ import annotations

from redaction.read.reading import Reading, Unread, UnreadKind
from redaction.values import Category, Finding, Severity

_LOOK = "look at it, or take it out"
_MEANING = {
    UnreadKind.SEALED: (Severity.BLOCK, "take it out, or open it and check it"),
    UnreadKind.PICTURE: (Severity.REVIEW, _LOOK),
    UnreadKind.SKIMMED: (Severity.NOTE, _LOOK),
}


def unread_findings(reading: Reading) -> list[Finding]:
    """One finding for each thing in ``reading`` that could not be read.

    Each is as serious as its kind: what can't be opened blocks.
    """
    return [
        _finding(unread, len(reading.passages) + at) for at, unread in enumerate(reading.unread)
    ]


def _finding(unread: Unread, place: int) -> Finding:
    severity, remedy = _MEANING[unread.kind]
    return Finding(
        id="",
        category=Category.HIDDEN,
        severity=severity,
        text="",
        start=0,
        end=0,
        where=unread.where,
        part=unread.part,
        hidden=True,
        reasons=(f"{unread.why}: {remedy}",),
        recognisers=("unread",),
        entity=f"UNREAD_{unread.kind.name}",
        suggestion="",
        passage=place,
    )
