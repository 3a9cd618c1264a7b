"""The fields of meetings, plans and exchanges that a template may use (see ``fields``)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.context.printed import NO_DATE, DateText


@dataclass(frozen=True)
class MeetingFields:
    """A meeting; ``day`` is "Friday 7 March 2008", ``time`` "2.30 pm"."""

    on: DateText = NO_DATE
    day: str = ""
    time: str = ""
    place: str = ""
    chair: str = ""
    agenda: tuple[str, ...] = ()
    reviewer_attends: str = ""


@dataclass(frozen=True)
class InterviewFields:
    """The interview to which this document's recipient is invited, or of which it is the record."""

    on: DateText = NO_DATE
    day: str = ""
    time: str = ""
    place: str = ""
    author: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class PanelRecommendationFields:
    """What the panel recommends; the outcome as in the chair's decision."""

    outcome: str = ""
    outcome_in_words: str = ""
    reasons: str = ""
    issues: str = ""
    other_review: str = ""
    by: str = ""
    on: DateText = NO_DATE


@dataclass(frozen=True)
class RapidReviewFields:
    """What the rapid review found."""

    facts: str
    immediate_action: str
    learning: tuple[str, ...]
    improvements: tuple[str, ...]
    national_review: str


@dataclass(frozen=True)
class ContractFields:
    """What was agreed with the independent reviewer."""

    agreed: DateText = NO_DATE
    fee: str = ""
    expenses: str = ""
    draft_due: DateText = NO_DATE
    report_due: DateText = NO_DATE
    meetings: tuple[str, ...] = ()
    extra_work: str = ""
    delay: str = ""


@dataclass(frozen=True)
class ReviewerRequestFields:
    """The latest written request to the reviewer."""

    on: DateText = NO_DATE
    what: str = ""
    why: str = ""
    by_when: DateText = NO_DATE


@dataclass(frozen=True)
class LearningFields:
    """A learning point."""

    point: str
    action: str
    audience: str
    shared: str


@dataclass(frozen=True)
class DistributionFields:
    """To whom a report, or a part of it, is available."""

    what: str
    to: str
    condition: str


@dataclass(frozen=True)
class DisseminationFields:
    """A way of passing the findings on."""

    how: str
    audience: str
    lead: str
    by_when: DateText


@dataclass(frozen=True)
class MediaFields:
    """The media strategy. ``embargo`` is "7 March 2008, 10 am"."""

    lead_agency: str
    spokesperson: str
    press_contact: str
    lines: tuple[str, ...]
    holding_statement: str
    embargo: str
    before: str
    during: str
    after: str


@dataclass(frozen=True)
class WaiverFields:
    """A time limit that was changed; ``action`` and ``citation`` are its rule's."""

    rule: str
    action: str
    citation: str
    agreed_by: str
    on: DateText
    reason: str
    new_date: DateText


@dataclass(frozen=True)
class CrossBorderFields:
    """The part of another board in the review."""

    board: str = ""
    services: str = ""
    proposal: str = ""
    our_position: str = ""
    their_position: str = ""


@dataclass(frozen=True)
class PeerChallengeFields:
    """A request to another board's chair to challenge the decision."""

    board: str = ""
    summary: str = ""
    question: str = ""
    reply_by: DateText = NO_DATE


@dataclass(frozen=True)
class NationalRequestFields:
    """The latest question or challenge of a national body, and the answer."""

    body: str = ""
    on: DateText = NO_DATE
    about: str = ""
    reply_by: DateText = NO_DATE
    answer: str = ""
    enclosures: tuple[str, ...] = ()
    final_decision: str = ""
    reasons: str = ""


@dataclass(frozen=True)
class ReportRequestFields:
    """The request for a report that this document answers."""

    on: DateText = NO_DATE
    report: str = ""


@dataclass(frozen=True)
class TransferFields:
    """The hand-over of an unfinished review."""

    to: str = ""
    on: DateText = NO_DATE
    state: str = ""
    contents: tuple[str, ...] = ()
    learning: str = ""


@dataclass(frozen=True)
class SpecialistFields:
    """The report that the panel commissioned from this document's recipient."""

    expert: str = ""
    post: str = ""
    organisation: str = ""
    question: str = ""
    due: DateText = NO_DATE


@dataclass(frozen=True)
class CopyFields:
    """A numbered copy that is out: "Copy 3 of 9", and who holds it."""

    document: str
    label: str
    holder: str


@dataclass(frozen=True)
class TermFields:
    """A term of the procedure's glossary."""

    term: str
    meaning: str
    citation: str


@dataclass(frozen=True)
class ChecklistItemFields:
    """An item of the procedure's checklist; ``ticked`` is ☒ or ☐, ``on`` the day it was done."""

    id: str
    text: str
    citation: str
    ticked: str
    on: DateText


@dataclass(frozen=True)
class ChecklistGroupFields:
    """A section of the checklist."""

    title: str
    items: tuple[ChecklistItemFields, ...]


@dataclass(frozen=True)
class DeadlineFields:
    """One deadline as it stands on the document's day; ``standing`` in words."""

    rule: str
    action: str
    citation: str
    limit: str
    due: DateText
    standing: str
