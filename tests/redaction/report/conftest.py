"""Results to report on: one with everything in it, hostile text included, and one clear one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redaction.policy import STRICT
from redaction.values import Category, CheckResult, Finding, Passage, Severity

HOSTILE = '<script>alert("x")</script> & </style></body>\x1b[31m{{ 7 * 7 }} https://evil.example'


@pytest.fixture(scope="session")
def hostile() -> str:
    """Text that would break a careless report."""
    return HOSTILE


@pytest.fixture(scope="session")
def blocked() -> CheckResult:
    """A result with blocked, doubtful, noted, hidden and unreadable findings."""
    text = f"Rhoswen came. Then {HOSTILE} and rhoswen went to Harebell School on 3 May 2007."
    passages = (Passage(text, "body, paragraph 4", "word/document.xml"),)
    at = text.index(HOSTILE)

    def finding(number: int, start: int, end: int, severity: Severity) -> Finding:
        return Finding(
            id=f"F{number}",
            category=Category.PERSON,
            severity=severity,
            text=text[start:end],
            start=start,
            end=end,
            where="body, paragraph 4",
            part="word/document.xml",
            hidden=False,
            reasons=("a first name of a parent; not allowed",),
            recognisers=("CaseIdentityRecognizer",),
            suggestion="Mother",
        )

    again, school, day = (text.index(word) for word in ("rhoswen", "Harebell", "3 May"))
    unread = replace(
        finding(6, 0, 0, Severity.REVIEW), category=Category.HIDDEN, where="picture <b>1</b>.png",
        part="word/media/1.png", hidden=True, passage=1, suggestion="", recognisers=("unread",),
        reasons=("the pixels of a picture are not read: look at it",),
    )  # fmt: skip
    findings = (
        finding(1, 0, 7, Severity.BLOCK),
        finding(2, at, at + len(HOSTILE), Severity.BLOCK),
        finding(3, again, again + 7, Severity.BLOCK),
        replace(finding(4, school, school + 15, Severity.REVIEW), category=Category.ORG),
        replace(
            finding(5, day, day + 10, Severity.NOTE),
            category=Category.DATE,
            suggestion="",
            entity="UK_DATE",
        ),
        unread,
    )
    return CheckResult(
        file=f"report {HOSTILE[:8]}.docx",
        sha256="ab" * 32,
        policy=STRICT,
        words=1234,
        passages=passages,
        findings=findings,
    )


@pytest.fixture(scope="session")
def clear(blocked: CheckResult) -> CheckResult:
    """A result without findings."""
    return replace(blocked, file="clear.txt", words=1, findings=(), passages=())
