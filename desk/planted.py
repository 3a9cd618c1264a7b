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
    return tuple(
        Planted(row["id"], row["text"], row["what"], row["where"], row["part"], row["hidden"])
        for row in rows
    )


def finding_of(planted: Planted, result: CheckResult) -> Finding | None:
    """The finding that covers ``planted`` in its part of the file, if there is one."""
    wanted = planted.text.casefold()
    for finding in result.findings:
        text = finding.text.casefold()
        if finding.part == planted.part and text and (wanted in text or text in wanted):
            return finding
    return None
