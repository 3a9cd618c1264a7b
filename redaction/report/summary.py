"""What a check found, in one line for the top of a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from redaction.report.grouping import FindingGroup, identities
from redaction.report.words import noun, plural
from redaction.values import Category, CheckResult, Severity

_PEOPLE = {
    Severity.BLOCK: ("person named", "people named"),
    Severity.REVIEW: ("person perhaps named", "people perhaps named"),
    Severity.NOTE: ("person who may be named", "people who may be named"),
}
_STRANGERS = ("name not of the case", "names not of the case")


def summary(result: CheckResult) -> str:
    """What was found: "3 people named, 2 dates of birth, 14 exact days"; empty where nothing.

    Everyone and everything is counted once, however often it stands there. A surname that
    several share counts only where none of them is counted by another name.
    """
    groups = identities(result)
    told: Counter[tuple[str, str]] = Counter(_person(group) for group in _people(groups))
    for group in groups:
        for form in group.forms:
            first = form.findings[0]
            if first.category is not Category.PERSON or not first.text:
                told[noun(first), ""] += 1
    return ", ".join(_counted(number, *what) for what, number in told.items())


def _people(groups: Sequence[FindingGroup]) -> list[FindingGroup]:
    names = [
        group
        for group in groups
        if any(one.category is Category.PERSON and one.text for one in group.findings)
    ]
    told = {group.about for group in names}
    return [
        group
        for group in names
        if len(labels := re.split(", | or ", group.about)) == 1 or not told.intersection(labels)
    ]


def _person(group: FindingGroup) -> tuple[str, str]:
    if not group.about:
        return _STRANGERS
    people = [one for one in group.findings if one.category is Category.PERSON and one.text]
    return _PEOPLE[people[0].severity]


def _counted(number: int, one: str, several: str) -> str:
    if not several:
        return plural(number, one)
    return f"{number:,} {one if number == 1 else several}"
