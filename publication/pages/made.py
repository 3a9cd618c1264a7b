"""What the site that stands was made of, kept outside it: which of its pages may be taken over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from casework.files import write_atomically


class MadePage(BaseModel):
    """A page: ``key`` stands for all that it was made from, ``sha256`` for what came of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    sha256: str


class _Made(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    pages: dict[str, MadePage]


@dataclass(frozen=True)
class MadeFile:
    """The file beside the site ``out``; a site that lost it is made anew, page by page."""

    path: Path

    @classmethod
    def beside(cls, out: Path) -> MadeFile:
        """The file that belongs to the site in the folder ``out``."""
        return cls(out.with_name(f".{out.name}.made.json"))

    def read(self) -> dict[str, MadePage]:
        """The pages by their paths on the site; none if the file is missing or damaged."""
        try:
            return _Made.model_validate_json(self.path.read_bytes()).pages
        except (OSError, ValidationError):
            return {}

    def write(self, pages: Mapping[str, MadePage]) -> None:
        """Keep ``pages`` for the next time. Raises ``CaseError`` if that can't be written."""
        record = _Made(pages={name: pages[name] for name in sorted(pages)})
        write_atomically(self.path, record.model_dump_json() + "\n")
