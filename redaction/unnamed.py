"""What a check says where a report does not name someone whom it must name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from redaction.values import (
    Category,
    Finding,
    NamingPolicy,
    ProtectedPerson,
    Severity,
)

if TYPE_CHECKING:
    from redaction.read import Reading

RECOGNISER = "required names"
ENTITY = "NAME_MISSING"


def unnamed_findings(
    reading: Reading,
    found: Sequence[Finding],
    people: Iterable[ProtectedPerson],
    policy: NamingPolicy,
) -> list[Finding]:
    """One finding for everyone of ``people`` whom ``policy`` requires and no reader finds named.

    Initials, hidden places and what may be another's name do not name anyone.
    """
    named = {
        finding.about
        for finding in found
        if finding.category is Category.PERSON
        and not finding.hidden
        and not finding.reasons[0].startswith("the initials ")
    }
    missing = [each for each in people if policy.requires(each.role) and each.label not in named]
    after_all = len(reading.passages) + len(reading.unread)
    return [_finding(each, policy, after_all + at) for at, each in enumerate(missing)]


def _finding(person: ProtectedPerson, policy: NamingPolicy, place: int) -> Finding:
    return Finding(
        id="",
        category=Category.PERSON,
        severity=Severity.REVIEW,
        text="",
        start=0,
        end=0,
        where="the whole file",
        part="",
        hidden=False,
        reasons=(
            f"the {person.role.value} is not named",
            f"must be named in “{policy.title}” ({policy.citation})",
        ),
        recognisers=(RECOGNISER,),
        passage=place,
        entity=ENTITY,
        about=person.label,
    )
