"""What a check says about the parts of a file that nobody but a person can look into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redaction.values import Category, Finding, Severity

if TYPE_CHECKING:
    from redaction.read import Reading
    from redaction.read.reading import Unread


def unread_findings(reading: Reading) -> list[Finding]:
    """One finding for each thing in ``reading`` that could not be read.

    A picture can be looked at by a person, so it is for review, or only a note where a program
    read what is written in it; what can't be opened blocks.
    """
    return [
        _finding(unread, len(reading.passages) + at) for at, unread in enumerate(reading.unread)
    ]


def _finding(unread: Unread, place: int) -> Finding:
    picture = "picture" in unread.why  # a file's own name, in the place, may say anything
    remedy = "look at it, or take it out" if picture else "take it out, or open it and check it"
    return Finding(
        id="",
        category=Category.HIDDEN,
        severity=_severity(unread, picture=picture),
        text="",
        start=0,
        end=0,
        where=unread.where,
        part=unread.part,
        hidden=True,
        reasons=(f"{unread.why}: {remedy}",),
        recognisers=("unread",),
        suggestion="",
        passage=place,
    )


def _severity(unread: Unread, *, picture: bool) -> Severity:
    if unread.looked:
        return Severity.NOTE
    return Severity.REVIEW if picture else Severity.BLOCK
