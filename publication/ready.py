"""A report that may be published: everything the gate and the public page ask of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casework.clearance import Clearance, find_clearance
from casework.load import OpenCase
from casework.people import protected_terms
from casework.register import Register
from publication.folder import FORMATS
from publication.from_case import publication_of
from publication.gate import ConditionResult, Override, evaluate, unmet
from publication.metadata import Publication
from publication.report.convert import converted
from redaction.check import Checker
from redaction.errors import Problem, PublicationError
from redaction.policy import STRICT
from redaction.values import NamingPolicy, Passage, ProtectedTerms, Severity


@dataclass(frozen=True)
class ReadyReport:
    """A report that may be published: its public facts, its bytes, and what the gate found."""

    publication: Publication
    content: bytes
    results: tuple[ConditionResult, ...]

    @classmethod
    def of(
        cls,
        open_case: OpenCase,
        file: Path,
        on: date,
        register: Register,
        overrides: Mapping[str, Override],
        reason: str = "",
    ) -> ReadyReport:
        """Raises ``PublicationError`` unless everything that publication needs is there."""
        content = report_content(file)
        clearance = find_clearance(register, hashlib.sha256(content).hexdigest())
        sections, faults = main_sections(content, file.suffix)
        results = evaluate(open_case, clearance, on, overrides, sections)
        problems = [*map(_problem, unmet(results)), *faults]
        if clearance is None:
            raise PublicationError(problems if unmet(results) else [_uncleared(file), *faults])
        policy = cleared_as(open_case, clearance)
        try:
            publication = publication_of(open_case, policy, file, content, on)
        except PublicationError as error:
            raise PublicationError([*problems, *error.problems]) from error
        problems += _identifying(open_case, publication, policy, reason)
        if problems:
            raise PublicationError(problems)
        return cls(publication, content, results)


def report_content(file: Path) -> bytes:
    """The bytes of a report's file. Raises ``PublicationError`` if it is of no such kind."""
    if file.suffix.lower() not in FORMATS:
        raise PublicationError.because(
            file, f"is not {', '.join(FORMATS)}", "Publish the report's Word file"
        )
    try:
        return file.read_bytes()
    except OSError as error:
        raise PublicationError.because(
            file, "can't be read", "Check its name and that it is not open elsewhere"
        ) from error


def main_sections(content: bytes, suffix: str) -> tuple[list[str] | None, Sequence[Problem]]:
    """The headings of the report, None if it can't be read; and what keeps it from being a page."""
    try:
        report, faults = converted(content, suffix)
    except PublicationError as error:
        return None, error.problems
    return [heading.text for heading in report.contents], faults


def _uncleared(file: Path) -> Problem:
    return Problem(
        str(file),
        "nobody has cleared exactly these bytes",
        "Check the file, then have it cleared; every change of the file needs this anew",
    )


def _problem(result: ConditionResult) -> Problem:
    condition = result.condition
    what = f"{condition.requirement}: {result.explanation}"
    return Problem(f"{condition.id} ({condition.citation})", what, condition.remedy)


def cleared_as(open_case: OpenCase, clearance: Clearance) -> NamingPolicy:
    """The naming policy of the kind of document that a file was cleared as."""
    found = [item for item in open_case.procedure.policies if item.id == clearance.policy]
    return found[0] if found else STRICT


def _identifying(
    open_case: OpenCase, publication: Publication, policy: NamingPolicy, reason: str
) -> list[Problem]:
    texts = [*publication.texts(), publication.reference, *([reason] if reason else [])]
    places = identifying_places(texts, protected_terms(open_case), policy)
    return [
        Problem(
            "public page",
            f'what the case file says in "{_place(publication, texts[place])}" could identify '
            "someone",
            "Put it in words that name no one, then publish again",
        )
        for place in places
    ]


def _place(publication: Publication, text: str) -> str:
    """Where in the case file ``text`` stands, without repeating it."""
    for recommendation in publication.recommendations:
        if text in (recommendation.number, recommendation.text, recommendation.agency):
            return "recommendations"
        for action in recommendation.actions:
            if text in (action.what, action.who, action.outcome, action.progress):
                return f"recommendation {recommendation.number}, actions"
    places = {
        publication.title: "publication.title",
        publication.response: "publication.response",
        publication.impact: "publication.impact",
        publication.further_action: "publication.further_action",
        publication.child_label: "pseudonyms",
        publication.reference: "reference",
        publication.reviewer: "reviewer",
    }
    if text in publication.themes:
        return "publication.themes"
    return places.get(text, "key_issues" if text in publication.key_issues else "reason")


def identifying_places(
    texts: Sequence[str], terms: ProtectedTerms, policy: NamingPolicy
) -> tuple[int, ...]:
    """The positions of those of ``texts`` in which a check finds what must not be public."""
    passages = [Passage(text, f"text {number}", "") for number, text in enumerate(texts, start=1)]
    found = Checker(terms, policy).look(passages)
    blocked = {finding.passage for finding in found if finding.severity is Severity.BLOCK}
    return tuple(sorted(blocked))
