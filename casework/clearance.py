"""A person's word that exactly these bytes may go out, with the reason for each finding let by."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from casework.register import Entry, EntryKind, Register
from redaction.errors import CaseError, Problem
from redaction.values import Category, CheckResult, Finding, Severity

REVIEW = "review"
"""The key of a reason that goes for every finding that only needed a look."""


@dataclass(frozen=True)
class Waived:
    """A finding let by. Of the text found only its sha256 is kept: others read the register."""

    finding: str
    category: Category
    where: str
    text_sha256: str
    reason: str


@dataclass(frozen=True)
class Clearance:
    """Who cleared the file with these exact bytes, when, and under which naming policy."""

    sha256: str
    file: str
    policy: str
    by: str
    on: date
    waived: tuple[Waived, ...]
    procedure: str = ""


def record_clearance(
    register: Register,
    result: CheckResult,
    by: str,
    reasons: Mapping[str, str],
    at: datetime,
    procedure: str = "",
) -> Clearance:
    """Record that ``by`` clears the file that ``result`` is about, and return the clearance.

    ``reasons`` gives a reason by finding id for every blocked finding. Findings for review need
    one each as well, or one for all of them under ``REVIEW``. Raises ``CaseError`` with
    everything that is missing or unknown; nothing is recorded then. A reason or a place that
    repeats the text found is recorded with "…" in its stead.
    """
    given = {key.strip(): reason.strip() for key, reason in reasons.items()}
    problems = [*_unknown(result, given), *_unexplained(result, given)]
    if not by.strip():
        problems.append(Problem("clearance", "does not say who clears the file", "Give a name"))
    if problems:
        raise CaseError(problems)
    clearance = Clearance(
        sha256=result.sha256,
        file=PurePath(result.file).name,
        policy=result.policy.id,
        by=by.strip(),
        on=at.date(),
        waived=tuple(_waived(result, given)),
        procedure=procedure,
    )
    register.record(EntryKind.CLEARED, clearance.file, _details(clearance), clearance.by, at)
    return clearance


def find_clearance(register: Register, sha256: str) -> Clearance | None:
    """The latest clearance of the file with these bytes; None where it was never cleared.

    Raises ``CaseError`` if the register was tampered with: nothing in it counts then.
    """
    if problems := register.verify():
        raise CaseError(problems)
    entries = register.entries(EntryKind.CLEARED)
    found = [entry for entry in entries if entry.details.get("sha256") == sha256]
    return _clearance(found[-1]) if found else None


def _reason(finding: Finding, given: Mapping[str, str]) -> str:
    shared = given.get(REVIEW, "") if finding.severity is Severity.REVIEW else ""
    return given.get(finding.id) or shared


def _unknown(result: CheckResult, given: Mapping[str, str]) -> Iterator[Problem]:
    known = {finding.id for finding in result.findings} | {REVIEW}
    for key in sorted(given.keys() - known):
        yield Problem(
            f"reason for {key}", "there is no such finding", "Take the ids from the latest check"
        )


def _unexplained(result: CheckResult, given: Mapping[str, str]) -> Iterator[Problem]:
    for finding in result.findings:
        if finding.severity is Severity.NOTE or _reason(finding, given):
            continue
        blocked = finding.severity is Severity.BLOCK
        yield Problem(
            _where(finding),
            f"finding {finding.id} ({finding.category}) "
            + ("blocks publication" if blocked else "needs a person's decision"),
            "Take it out of the file and check again, or give the reason to let it stay",
        )


def _waived(result: CheckResult, given: Mapping[str, str]) -> Iterator[Waived]:
    for finding in result.findings:
        if reason := _reason(finding, given):
            digest = hashlib.sha256(finding.text.encode("utf-8", "replace")).hexdigest()
            reason = _untold(reason, finding)
            yield Waived(finding.id, finding.category, _where(finding), digest, reason)


def _where(finding: Finding) -> str:
    return _untold(finding.where, finding)


def _untold(line: str, finding: Finding) -> str:
    """``line`` without the text found, which may be part of it: "comment by …"."""
    if not finding.text:
        return line
    return re.sub(re.escape(finding.text), "…", line, flags=re.IGNORECASE)


def _details(clearance: Clearance) -> dict[str, Any]:
    return {
        "sha256": clearance.sha256,
        "policy": clearance.policy,
        "procedure": clearance.procedure,
        "waived": [
            {
                "finding": waived.finding,
                "category": waived.category.value,
                "where": waived.where,
                "text_sha256": waived.text_sha256,
                "reason": waived.reason,
            }
            for waived in clearance.waived
        ],
    }


def _clearance(entry: Entry) -> Clearance:
    details = entry.details
    waived = (
        Waived(
            each["finding"],
            Category(each["category"]),
            each["where"],
            each["text_sha256"],
            each["reason"],
        )
        for each in details["waived"]
    )
    return Clearance(
        sha256=details["sha256"],
        file=entry.subject,
        policy=details["policy"],
        by=entry.by,
        on=entry.at.date(),
        waived=tuple(waived),
        procedure=details["procedure"],
    )
