"""What a recogniser saw, before a naming policy decides what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from redaction.values import Category, Role, Severity


class Certainty(StrEnum):
    """How sure a recogniser is that it saw the identity and not an ordinary word."""

    SURE = "sure"
    """The words can hardly mean anything else."""
    DOUBTFUL = "doubtful"
    """An ordinary word, mere initials or a misspelling: a person must look."""


class Detection(NamedTuple):
    """One stretch of a text (code points ``start`` to ``end``) that could identify someone.

    ``roles`` are those of the protected people it may belong to; empty where it comes from no
    protected term. ``weight`` is its severity as long as no naming policy permits it.
    """

    entity: str
    category: Category
    weight: Severity
    start: int
    end: int
    recogniser: str
    reason: str
    suggestion: str
    roles: tuple[Role, ...] = ()
    certainty: Certainty = Certainty.SURE
    misspelt: bool = False
    """Whether it was only found as a misspelling."""
    about: str = ""
    """Whose it is, by label ("Mother"); empty where it comes from no protected term."""

    @property
    def known(self) -> bool:
        """Whether it is one of the case's own protected terms."""
        return bool(self.roles)
