"""What several detections of one place say together, once a policy has judged each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redaction.detect.detection import Detection
from redaction.detect.words import TITLES
from redaction.values import Severity

GRAVITY = {Severity.BLOCK: 0, Severity.REVIEW: 1, Severity.NOTE: 2}
"""The most serious first."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Judged:
    """A detection with what the policy makes of it."""

    detection: Detection
    severity: Severity
    reasons: tuple[str, ...]
    """What it is; under which rule it may not, or may, stand; whether a reader would see it."""
    permitted: bool = False


def overlapping(judged: Iterable[Judged]) -> Iterator[list[Judged]]:
    """``judged`` in groups that share characters, in order of place."""
    group: list[Judged] = []
    end = -1
    for each in sorted(judged, key=lambda each: (each.detection.start, -each.detection.end)):
        if group and each.detection.start >= end:
            yield group
            group, end = [], -1
        group.append(each)
        end = max(end, each.detection.end)
    if group:
        yield group


def without_echoes(group: list[Judged], text: str) -> list[Judged]:
    """``group`` without strangers that are someone who may be named: "Mr" before the reviewer."""
    permitted = [each.detection for each in group if each.permitted and each.detection.known]
    if not permitted:
        return group
    return [
        each
        for each in group
        if each.detection.known or not _is_echo(each.detection, permitted, text)
    ]


def _is_echo(stranger: Detection, permitted: Sequence[Detection], text: str) -> bool:
    rest = text[stranger.start : stranger.end]
    for known in permitted:
        if known.end <= stranger.start or stranger.end <= known.start:
            continue
        start = max(0, known.start - stranger.start)
        end = max(start, known.end - stranger.start)
        rest = rest[:start] + " " * len(rest[start:end]) + rest[end:]
    words = _WORD.findall(rest)
    return all(word.casefold() in TITLES or word == "s" for word in words)


def lead_order(judged: Judged) -> tuple[int, bool, int, int, str]:
    """Most serious first, then the case's own, then the longest."""
    seen = judged.detection
    length = seen.end - seen.start
    return GRAVITY[judged.severity], not seen.known, -length, seen.start, seen.reason


def stand_in_for(group: list[Judged], lead: Judged) -> Detection:
    """Whose category and words stand for the whole: an e-mail address with a name in it is one."""
    widest = max(group, key=lambda each: each.detection.end - each.detection.start).detection
    inside = widest.start <= lead.detection.start and lead.detection.end <= widest.end
    same = widest.category is lead.detection.category
    return widest if inside and not same and widest.suggestion else lead.detection


def reasons_of(group: Iterable[Judged], lead: Judged) -> tuple[str, ...]:
    """The reasons as serious as the lead's, that first; strangers' only without the case's."""
    others = [
        reason
        for each in sorted(group, key=lead_order)
        if each.severity is lead.severity and each.detection.known >= lead.detection.known
        for reason in each.reasons
    ]
    return tuple(dict.fromkeys([*lead.reasons, *others]))
