"""What a site says it was built from: a file in it, by which it is known as one of ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

BUILD_INFO = "build.json"
"""The name of the file."""


class BuildInfo(BaseModel):
    """For which day, from how much of the ledger and from which sources a site was built."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    as_of: date
    ledger_entries: int = Field(ge=0)
    ledger_head: str
    published: int
    sources: str

    @classmethod
    def read(cls, out: Path) -> Self | None:
        """Of the site at ``out``; none if that is no site that was built here."""
        try:
            return cls.model_validate_json((out / BUILD_INFO).read_bytes())
        except (OSError, ValidationError):
            return None

    def write(self, out: Path) -> None:
        """Write it into the site at ``out``."""
        (out / BUILD_INFO).write_text(self.model_dump_json(indent=2) + "\n", encoding="utf-8")


def site_anchors(out: Path) -> dict[int, str]:
    """The ledger's head that the site now at ``out`` was built from, by its number."""
    info = BuildInfo.read(out)
    return {info.ledger_entries: info.ledger_head} if info and info.ledger_entries else {}
