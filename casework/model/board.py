"""The board's profile: who it is, how it is reached, and the agencies it brings together."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from casework.model.base import Id, Record, Text

OWN_NAME = "the board's own name"


class AgencyKind(StrEnum):
    """The kinds of agency that the notification form (B&NES 2016, App 1, section 3) ticks."""

    CHILDRENS_SERVICES = "childrens_services"
    POLICE = "police"
    SCHOOL_OR_NURSERY = "school_or_nursery"
    HEALTH = "health"
    EDUCATION = "education"
    GP_SURGERY = "gp_surgery"
    OTHER = "other"


class Officer(Record):
    """A person who holds an office: a chief officer, a chair, a business manager."""

    name: Text
    post: Text
    title: str = ""
    """Mr, Mrs, Ms, Dr …: used in "Dear …"; without it the whole name is used."""
    address: list[Text] = []
    email: str = ""
    telephone: str = ""


class Agency(Record):
    """An agency of the board's area, as the board writes to it."""

    id: Id
    name: Text
    kind: AgencyKind
    chief_officer: Officer
    deputy: Officer | None = None
    """The chief officer's authorised deputy on the board."""
    representative: Officer | None = None
    """The agency's representative on the board."""


class NationalBody(Record):
    """A national body that the board notifies; kept as data because these bodies change."""

    id: Id
    name: Text
    address: list[Text] = []
    email: str = ""


class NeighbouringBoard(Record):
    """The board of a neighbouring area, with which a review may be held jointly."""

    id: Id
    name: Text
    chair: Officer | None = None


class Board(Record):
    """A safeguarding board's profile (``boards/NAME.yaml``)."""

    name: Text
    short_name: Text
    area: Text
    procedure: Id
    """The procedure the board follows: the name of a file in ``casework/procedures``."""
    address: list[Text] = Field(min_length=1)
    telephone: str = ""
    email: Text
    secure_email: str = ""
    """The mailbox for confidential forms; letters that name it can't be made without one."""
    website: str = ""
    logo: str = ""
    """A PNG or JPEG beside the profile, for the letterhead."""
    logo_description: str = ""
    """The logo in words, for people who can't see it."""
    accent_colour: str = Field(default="#1f3a5f", pattern=r"^#[0-9a-fA-F]{6}$")
    chair: Officer
    panel_chair: Officer | None = None
    """The chair of the review panel or sub-group; the board's chair where not given."""
    business_manager: Officer
    administrator: Officer
    agencies: list[Agency] = []
    national_bodies: list[NationalBody] = []
    neighbouring_boards: list[NeighbouringBoard] = []
    staff_support: str = ""
    """Where staff find support, in words that a leaflet or a letter can use."""
    complaints: str = ""
    """How to complain, in words that a leaflet or a letter can use."""
    press_office: str = ""
    """Whom the media may ring or write to."""
    safeguarding_partners: list[Text] = []
    """The three partners since 2018: the authority, the health body, the police."""
    template_folder: str = ""
    """A folder of the board's own Word templates, relative to the profile."""
    allowed_words: dict[Text, Text] = {}
    """Words that a check need not ask about, each with the reason."""
    language_model: str = ""
    """An installed spaCy model, larger than our own, that checks use for names; mostly none."""

    @property
    def harmless_words(self) -> dict[str, str]:
        """What a check need not ask about: ``allowed_words`` and what a board publishes of itself.

        Its names, its area, its agencies, and the letterhead; a person's name is none of them.
        """
        addresses = [*self.address, *self.chair.address]
        own = [
            *(self.name, self.short_name, self.area),
            *(agency.name for agency in self.agencies),
            *(self.telephone, self.email, self.secure_email, self.website),
            *(self.chair.telephone, self.chair.email),
            *(part.strip() for line in addresses for part in line.split(",")),
        ]
        return {text: OWN_NAME for text in own if text} | self.allowed_words
