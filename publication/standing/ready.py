"""What a learning brief or a leaflet needs before it may stand on the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from casework.clearance import find_clearance
from casework.load import OpenCase
from casework.people import protected_terms
from casework.register import Register
from publication.folder import slug
from publication.ready import identifying_places
from publication.report_state import ReportState
from publication.standing.facts import Standing, StandingKind
from publication.standing.state import review_is_open
from redaction.check import Checker
from redaction.errors import Problem, PublicationError
from redaction.policy import STRICT
from redaction.values import Category, Finding, ProtectedTerms, Severity

_REWORD = "Put it in words that name no one"
_REWORD_OR_ALLOW = f"{_REWORD}; if it names none, add it to allowed_words in the board's profile"


def standing_facts(
    kind: StandingKind, title: str, summary: str, name: str, review: str, file: Path, content: bytes
) -> Standing:
    """The public facts; ``name``, or else the title, becomes the end of the address.

    Raises ``PublicationError`` with every fault in them.
    """
    try:
        return Standing(
            kind=kind,
            name=slug(name or title),
            title=title,
            summary=summary,
            review=review,
            file=f"document{file.suffix.lower()}",
            sha256=sha256(content).hexdigest(),
        )
    except ValidationError as error:
        raise PublicationError(
            Problem(".".join(map(str, fault["loc"])), fault["msg"], "Write it in a few words")
            for fault in error.errors(include_input=False)
        ) from error


def brief_problems(
    open_case: OpenCase,
    facts: Standing,
    register: Register,
    reports: Sequence[ReportState],
    texts: Sequence[str],
    on: date,
) -> Iterator[Problem]:
    """Why the learning brief may not be public ``on`` a day; ``texts`` are public beside it."""
    clearance = find_clearance(register, facts.sha256)
    procedure = open_case.procedure
    public = {policy.id for policy in (*procedure.policies, STRICT) if policy.public}
    if clearance is None:
        yield Problem(
            "learning brief",
            "nobody has cleared exactly these bytes",
            "Check the file, then have it cleared; every change of the file needs this anew",
        )
    elif clearance.procedure not in ("", procedure.id) or clearance.policy not in public:
        yield Problem(
            "learning brief",
            "was cleared as a kind of document that may not be public",
            "Check and clear it anew as a public one: --as public",
        )
    elif clearance.on > on:
        yield Problem("learning brief", f"is only cleared from {clearance.on}", "Wait until then")
    if not review_is_open(facts.review, reports):
        yield Problem(
            f"report {facts.review}",
            "is not public, nor is it told why it is not published",
            "Publish the report first, or record that it stays unpublished",
        )
    if identifying_places(texts, protected_terms(open_case), STRICT):
        yield Problem("title, summary or reason", "could identify someone", _REWORD)


def leaflet_problems(file: Path, checker: Checker, texts: Sequence[str]) -> Iterator[Problem]:
    """Why the leaflet ``file`` may not be public; ``texts`` are public beside it.

    ``checker`` knows no case and looks for whatever identifies anyone. What it takes for a
    person's name is refused too where it is not sure: a leaflet is about no one.
    """
    for finding in checker.check(file).findings:
        if finding.severity is Severity.BLOCK or (
            finding.severity is Severity.REVIEW and finding.category is Category.PERSON
        ):
            what = f"may identify someone ({finding.category})"
            yield Problem(f"{file.name}, {_where(finding)}", what, _REWORD_OR_ALLOW)
    if identifying_places(texts, ProtectedTerms(), STRICT):
        yield Problem("title, summary or reason", "could identify someone", _REWORD)


def report_itself(facts: Standing, reports: Sequence[ReportState]) -> Iterator[Problem]:
    """A report has its time in public; as a standing document it would have no end."""
    for state in reports:
        if state.sha256 == facts.sha256:
            yield Problem(
                f"report {state.reference}",
                "is this file itself",
                "Place a document of its own; reports get public by publishing them",
            )


def _where(finding: Finding) -> str:
    """The place without the text found, which may be part of it."""
    if not finding.text:
        return finding.where
    return re.sub(re.escape(finding.text), "…", finding.where, flags=re.IGNORECASE)
