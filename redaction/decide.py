"""From detections to findings: what the naming policy of this document says about each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from redaction.allowed import AllowedWords, Pardon
from redaction.detect.detection import Certainty, Detection
from redaction.merging import (
    GRAVITY,
    Judged,
    lead_order,
    overlapping,
    reasons_of,
    stand_in_for,
    without_echoes,
)
from redaction.values import (
    Category,
    Finding,
    NamingPolicy,
    Passage,
    Role,
    Severity,
    Treatment,
)

RULES = ("not allowed in ", "may be named in ", "must be named in ", "every detail counts in ")
"""How the reasons begin that tell the rule of a naming policy."""
_LINE_END = re.compile(r"\r\n?|\n")
_NEVER_IN_HIDDEN = frozenset({Category.PERSON, Category.CODE, Category.PLACE})
"""A date of a life is blocked anyway; other days of a file's insides are mostly its own."""
HIDDEN_REASON = "a reader would not see this, anyone who opens the file's insides can"


def judge(detection: Detection, policy: NamingPolicy, *, hidden: bool) -> Judged:
    """What ``policy`` makes of ``detection``; in hidden content identities are always blocked."""
    rule = f"“{policy.title}” ({policy.citation})"
    if _permitted(detection, policy):
        reasons_to_stay = (detection.reason, f"may be named in {rule}")
        return Judged(detection, Severity.NOTE, reasons_to_stay, permitted=True)
    severity, reasons = detection.weight, [detection.reason]
    if detection.known and severity is Severity.BLOCK:
        reasons.append(f"not allowed in {rule}")
    elif policy.every_detail and severity is Severity.NOTE:
        severity = Severity.REVIEW
        reasons.append(f"every detail counts in {rule}")
    if hidden and severity is not Severity.NOTE:
        doubtful = detection.certainty is Certainty.DOUBTFUL
        if detection.category in _NEVER_IN_HIDDEN and not doubtful:
            severity = Severity.BLOCK
        reasons.append(HIDDEN_REASON)
    return Judged(detection, severity, tuple(reasons))


def findings(
    passages: Sequence[Passage],
    detections: Sequence[Sequence[Detection]],
    policy: NamingPolicy,
    allowed: AllowedWords,
) -> list[Finding]:
    """The findings of a document, without ids, in order of place.

    Detections that overlap become one finding: the most serious one leads, its reasons and all
    recognisers are kept. A finding inside an ``allowed`` phrase becomes a note, but never one of
    the case's own protected terms.
    """
    found: list[Finding] = []
    for number, (passage, seen) in enumerate(zip(passages, detections, strict=True)):
        judged = [judge(detection, policy, hidden=passage.hidden) for detection in seen]
        pardons = allowed.places(passage.text) if judged else ()
        lines = _line_ends(passage.text) if judged else ()
        for group in overlapping(judged):
            finding = _finding(without_echoes(group, passage.text), passage, number, pardons)
            line = bisect_right(lines, finding.start) + 1 if lines else 0
            found.append(replace(finding, line=line))
    return found


def numbered(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """``found`` with the ids F1, F2 … in order of severity, then place."""
    ordered = sorted(
        found,
        key=lambda finding: (
            GRAVITY[finding.severity],
            finding.passage,
            finding.start,
            finding.end,
        ),
    )
    return tuple(replace(finding, id=f"F{number}") for number, finding in enumerate(ordered, 1))


def _line_ends(text: str) -> list[int]:
    return [hit.end() for hit in _LINE_END.finditer(text)]


def _finding(
    group: list[Judged], passage: Passage, number: int, pardons: Sequence[Pardon]
) -> Finding:
    lead = min(group, key=lead_order)
    start = min(each.detection.start for each in group)
    end = max(each.detection.end for each in group)
    text = passage.text[start:end]
    severity, reasons = lead.severity, reasons_of(group, lead)
    stand_in = stand_in_for(group, lead)
    pardon = next((each for each in pardons if each.start <= start and end <= each.end), None)
    if pardon and all(_pardonable(each.detection) for each in group):
        severity, reasons = Severity.NOTE, (*reasons, f"allowed by the board: {pardon.reason}")
    return Finding(
        id="",
        category=stand_in.category,
        severity=severity,
        text=text,
        start=start,
        end=end,
        where=passage.where,
        part=passage.part,
        hidden=passage.hidden,
        reasons=reasons,
        recognisers=tuple(sorted({each.detection.recogniser for each in group})),
        suggestion=stand_in.suggestion,
        passage=number,
        entity=stand_in.entity,
        about=lead.detection.about,
        kinds=tuple(sorted({each.detection.entity for each in group})),
    )


def _pardonable(detection: Detection) -> bool:
    """No allowed word silences a term of the case; but it is no misspelling of one."""
    misspelt = detection.misspelt and detection.certainty is Certainty.DOUBTFUL
    return misspelt or not detection.known


def _permitted(detection: Detection, policy: NamingPolicy) -> bool:
    if detection.known:
        return all(_allows(policy, role, detection) for role in detection.roles)
    return not policy.public and policy.permits(Role.CHILD)


def _allows(policy: NamingPolicy, role: Role, detection: Detection) -> bool:
    if policy.permits(role):
        return True
    initials = detection.reason.startswith("the initials ")
    return initials and policy.treatment(role) is Treatment.INITIALS
