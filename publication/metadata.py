"""What stands beside a published report: public facts about it, and the board's public contacts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self, TypeVar

from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from casework.kinds import ActionStatus, ReviewKind
from redaction.errors import Problem, PublicationError

if TYPE_CHECKING:
    from casework.model import Board

FACTS = "publication.json"
"""The name of the file that holds the public facts about a report."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class _Public(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PublicBoard(_Public):
    """The board as the public reaches it (``board.json``). ``website`` is the site's address."""

    name: str
    short_name: str
    area: str
    address: list[str]
    telephone: str = ""
    email: str
    website: str
    accent_colour: str = Field(default="#1f3a5f", pattern=r"^#[0-9a-fA-F]{6}$")

    @classmethod
    def of(cls, board: Board) -> Self:
        """The public part of ``board``. Raises ``PublicationError`` if it has no web address."""
        try:
            website = str(AnyHttpUrl(board.website))
        except ValidationError as error:
            raise PublicationError.because(
                "board profile, website",
                f'"{board.website}" is not a web address',
                'Write the address of the public site, such as "https://reviews.board.example/"',
            ) from error
        return cls(
            name=board.name,
            short_name=board.short_name,
            area=board.area,
            address=list(board.address),
            telephone=board.telephone,
            email=board.email,
            website=website.rstrip("/") + "/",
            accent_colour=board.accent_colour,
        )


class PublicAction(_Public):
    """What was agreed to be done about a recommendation, and how far it is."""

    what: str
    who: str
    by_when: date
    outcome: str = ""
    status: ActionStatus
    progress: str = ""


class PublicRecommendation(_Public):
    """A recommendation and its actions; ``agency`` is the kind of the one that made it itself."""

    number: str
    text: str
    agency: str = ""
    actions: list[PublicAction] = []


class Publication(_Public):
    """The public facts about one report (``publication.json``)."""

    reference: str
    title: str
    kind: ReviewKind
    procedure_title: str
    child_label: str = ""
    themes: list[str] = []
    key_issues: list[str] = []
    recommendations: list[PublicRecommendation] = []
    response: str = ""
    impact: str = ""
    further_action: str = ""
    reviewer: str = ""
    """The independent reviewer, where the procedure wants the name in public."""
    file: Annotated[str, StringConstraints(pattern=r"^report\.(docx|md|html)$")]
    """The name of the report's file beside this one."""
    sha256: Sha256
    published: date
    retention_months: int = Field(ge=1)
    retention_citation: str
    in_place_of_report: bool = False
    """Whether it is information on improvements, which is public instead of the report itself."""
    made: dict[str, Sha256] = {}
    """The files that were made of the report's file, its page, pictures and PDF, by name."""

    @property
    def suffix(self) -> str:
        """The kind of its file: ``.docx``, ``.md`` or ``.html``."""
        return Path(self.file).suffix

    @property
    def kind_title(self) -> str:
        """The kind of review in words: "Serious case review"."""
        return self.kind.value.replace("_", " ").capitalize()

    def texts(self) -> tuple[str, ...]:
        """Everything in it that a person wrote, piece by piece."""
        actions = [action for item in self.recommendations for action in item.actions]
        return tuple(
            text
            for text in (
                self.title,
                self.child_label,
                *self.themes,
                *self.key_issues,
                *(text for item in self.recommendations for text in (item.number, item.text)),
                *(item.agency for item in self.recommendations),
                *(t for act in actions for t in (act.what, act.who, act.outcome, act.progress)),
                self.response,
                self.impact,
                self.further_action,
                self.reviewer,
            )
            if text
        )

    def to_json(self) -> str:
        """The content of ``publication.json``."""
        return self.model_dump_json(indent=2) + "\n"


_Model = TypeVar("_Model", bound=BaseModel)


def read_public(model: type[_Model], path: Path) -> _Model:
    """The record in the JSON file ``path``.

    Raises ``PublicationError`` if the file is missing, unreadable or not such a record; its
    content is not repeated.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PublicationError.because(
            path, "is missing or can't be read", "Put back the folder from the last backup"
        ) from error
    return parsed(model, content, path)


def parsed(model: type[_Model], content: bytes, path: Path) -> _Model:
    """The record that ``content`` is, read from ``path``. Raises as ``read_public``."""
    try:
        return model.model_validate_json(content)
    except ValidationError as error:
        raise PublicationError(
            Problem(
                f"{path}, {'.'.join(map(str, fault['loc'])) or 'whole file'}",
                fault["msg"],
                "Put back the file from the last backup",
            )
            for fault in error.errors(include_input=False)
        ) from error
