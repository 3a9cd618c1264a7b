"""What stands beside a standing document: the public facts about it (``facts.json``)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from publication.metadata import Sha256

FACTS = "facts.json"
"""The name of the file that holds them."""

Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class StandingKind(StrEnum):
    """What kind of document stands on the site."""

    LEARNING_BRIEF = "learning-brief"
    """What was learnt from a review, in short, for those who work with children."""
    LEAFLET = "leaflet"
    """The board's own words about reviews; about no one case."""

    @property
    def words(self) -> str:
        """The kind in words: "Learning brief"."""
        return self.value.replace("-", " ").capitalize()

    @property
    def place(self) -> str:
        """Where such documents are on the site, and how their references begin."""
        return "briefs" if self is StandingKind.LEARNING_BRIEF else "leaflets"

    @classmethod
    def of(cls, reference: str) -> StandingKind:
        """The kind of the document that the ledger calls ``reference``: ``leaflets/staff``."""
        brief = reference.startswith(f"{cls.LEARNING_BRIEF.place}/")
        return cls.LEARNING_BRIEF if brief else cls.LEAFLET


class Standing(BaseModel):
    """The public facts about one standing document.

    ``name`` is the end of its address. ``review`` is the reference of the review that a learning
    brief was drawn from; a leaflet has none. ``made`` are the files that were made of ``file``,
    its page, pictures and PDF, by name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: StandingKind
    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Written
    summary: Written
    review: str = ""
    file: Annotated[str, StringConstraints(pattern=r"^document\.(docx|md|html)$")]
    sha256: Sha256
    made: dict[str, Sha256] = {}

    @property
    def reference(self) -> str:
        """What the ledger calls it, which is its address without the ending: ``leaflets/staff``."""
        return f"{self.kind.place}/{self.name}"

    def texts(self) -> tuple[str, ...]:
        """Everything in it that a person wrote."""
        return (self.title, self.summary)

    def to_json(self) -> str:
        """The content of ``facts.json``."""
        return self.model_dump_json(indent=2) + "\n"
