"""Compares what a check found with what was planted in the invented summary."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from redaction.values import CheckResult, Finding


@dataclass(frozen=True)
class Planted:
    """One identity planted on purpose: its text, and where it stands, for people and by part."""

    id: str
    text: str
    what: str
    where: str
    part: str
    hidden: bool


def planted_identities(path: Path) -> tuple[Planted, ...]:
    """What ``planted.toml`` says was planted."""
    rows = tomllib.loads(path.read_text("utf-8"))["planted"]
    return tuple(Planted(**row) for row in rows)


def finding_of(planted: Planted, result: CheckResult) -> Finding | None:
    """The finding of exactly ``planted``, else one around it, in its part of the file.

    A part may hold the same text twice: the place, and whether it is seen, tell them apart.
    """
    wanted = planted.text.casefold()
    near = [
        finding
        for finding in result.findings
        if finding.part == planted.part
        and finding.hidden == planted.hidden
        and wanted in finding.text.casefold()
    ]
    return max(near, key=lambda finding: _likeness(planted, finding), default=None)


def _likeness(planted: Planted, finding: Finding) -> tuple[bool, int]:
    """How well a finding fits: of exactly the text, and in a place of the same words."""
    words = set(planted.where.split()) & set(finding.where.replace(",", "").split())
    return finding.text.casefold() == planted.text.casefold(), len(words)
