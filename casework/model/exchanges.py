"""What passes between the board and others: other boards, national bodies, people who ask."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from casework.model.base import Id, Record, Text


class CrossBorder(Record):
    """The part of another board in the review (Bedfordshire 2007, protocol)."""

    board: Id
    """The id of a neighbouring board in the board's profile."""
    services: str = ""
    """What the child had to do with the other area."""
    proposal: str = Field(default="", examples=["a single review to which your area contributes"])
    """What our chair proposes."""
    our_position: str = ""
    their_position: str = ""
    """Where the chairs do not agree."""


class PeerChallenge(Record):
    """A request to the chair of another board to challenge the decision."""

    board: Id
    """The id of a neighbouring board in the board's profile."""
    summary: Text
    """The case in a few words that name no one."""
    question: Text
    reply_by: date | None = None


class NationalRequest(Record):
    """A question or a challenge of a national body, and the board's answer."""

    body: Id
    on: date
    about: Text
    reply_by: date | None = None
    answer: str = ""
    enclosures: list[Text] = []
    final_decision: str = ""
    """After a challenge."""
    reasons: str = ""


class ReviewerRequest(Record):
    """A written request to the reviewer for information or a draft (SI 2018/789 reg 14)."""

    on: date
    what: Text
    why: str = ""
    by_when: date | None = None


class ReportRequest(Record):
    """Someone asked for a report that is no longer published."""

    id: Id
    name: Text
    address: list[Text] = []
    email: str = ""
    on: date
    report: Text


class Transfer(Record):
    """The hand-over of an unfinished review to new arrangements (B&NES 2019 §1)."""

    to: Text
    address: list[Text] = []
    on: date | None = None
    state: Text
    """How far the review is."""
    contents: list[Text] = []
    learning: str = ""


class SpecialistReport(Record):
    """A report that the panel commissioned from an expert."""

    id: Id
    expert: Text
    post: str = ""
    organisation: str = ""
    address: list[Text] = []
    question: Text
    due: date | None = None
