"""The errors of the whole program: one base, a few leaves, each listing every problem found.

They live here because ``redaction`` is the package that all others may build on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where it is, what it is, and what the person can do about it."""

    place: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        sentence = f"{self.place}: {self.what}" if self.place else self.what
        if not self.remedy:
            return sentence
        stop = "" if sentence.endswith((".", "?", "!")) else "."
        return f"{sentence}{stop} {self.remedy}"


class CasereviewError(Exception):
    """Base of every error a person may see; only the front doors catch it."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def because(cls, place: object, what: str, remedy: str = "") -> Self:
        """The error for a single problem at ``place``."""
        return cls(Problem(str(place), what, remedy))


class RedactionError(CasereviewError):
    """A file could not be read, checked or anonymised. Raised by ``redaction``."""


class CaseError(CasereviewError):
    """A case folder, case file, board profile or register is wrong. Raised by ``casework``."""


class ProcedureError(CasereviewError):
    """A board procedure's data is wrong or unknown. Raised by ``casework``."""


class TemplateError(CasereviewError):
    """A template is wrong, or data it needs is missing. Raised by ``generator``."""


class PublicationError(CasereviewError):
    """A report may not be published, or the public record is wrong. Raised by ``publication``."""
