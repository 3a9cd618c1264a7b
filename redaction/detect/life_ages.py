"""Ages in days, weeks or months that are those of one of the case's people at death."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from redaction.detect.uk.numbers_in_words import NUMBER, whole_number
from redaction.values import ProtectedPerson

_AGE = re.compile(
    rf"\b(?:aged?|at|was|age of)\s(?:(?:just|only|about|nearly|almost)\s)?(?P<said>{NUMBER})"
    rf"\s(?P<unit>day|week|month)s?(?:\s(?:old|of age))?\b"
    rf"|\b(?P<old>{NUMBER})[-\s](?P<kind>day|week|month)s?[-\s](?:old|of age)\b",
    re.IGNORECASE,
)


def ages_at_death(text: str, person: ProtectedPerson) -> Iterator[tuple[int, int]]:
    """Where ``text`` gives the age at which ``person`` died, in whole days, weeks or months."""
    born, died = person.date_of_birth, person.date_of_death
    if born is None or died is None or died < born:
        return
    age = {"day": (died - born).days, "week": (died - born).days // 7, "month": _months(born, died)}
    for hit in _AGE.finditer(text):
        said, unit = (hit["said"], hit["unit"]) if hit["said"] else (hit["old"], hit["kind"])
        if whole_number(said) == age[unit.lower()]:
            yield hit.span("said" if hit["said"] else "old")[0], hit.end()


def _months(born: date, died: date) -> int:
    return (died.year - born.year) * 12 + died.month - born.month - (died.day < born.day)
