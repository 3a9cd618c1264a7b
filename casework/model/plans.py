"""What the panel and the board plan: contract, media, distribution, dissemination, learning."""

from __future__ import annotations

from datetime import date, time

from casework.model.base import Id, Record, Text
from casework.model.review import Outcome


class PanelRecommendation(Record):
    """What the panel or sub-group recommends to the chair, and why."""

    outcome: Outcome
    reasons: Text
    issues: str = ""
    """A brief overview of the issues, for the chair."""
    other_review: str = ""
    """The details of a different review, where one is recommended."""
    by: Text
    on: date


class RapidReview(Record):
    """What the rapid review found (Working Together 2018, chapter 4)."""

    facts: str = ""
    immediate_action: str = ""
    """What was done at once for the safety of the children."""
    learning: list[Text] = []
    """What can be shared at once."""
    improvements: list[Text] = []
    """What might be improved."""
    national_review: str = ""
    """Whether the case is complex or of national importance, and why."""


class Contract(Record):
    """What was agreed with the independent reviewer (Bedfordshire 2007 §8.2)."""

    agreed: date | None = None
    fee: str = ""
    expenses: str = ""
    draft_due: date | None = None
    report_due: date | None = None
    meetings: list[Text] = []
    """The meetings that the reviewer attends."""
    extra_work: str = ""
    """Such as training materials."""
    delay: str = ""
    """What happens on delay or extra cost."""


class LearningPoint(Record):
    """Something learned that need not wait for the end of the review."""

    point: Text
    action: str = ""
    """What is put right."""
    audience: str = ""
    shared: str = ""
    """How it is passed on, and when."""


class Distribution(Record):
    """To whom the board makes a report, or a part of it, available."""

    what: Text
    to: Text
    condition: str = ""


class Dissemination(Record):
    """One way of passing the findings on."""

    how: Text
    audience: Text
    lead: str = ""
    by_when: date | None = None


class MediaStrategy(Record):
    """How the board answers the media, agreed before publication."""

    lead_agency: str = ""
    spokesperson: str = ""
    press_contact: str = ""
    lines: list[Text] = []
    """Lines to take."""
    holding_statement: str = ""
    embargo_until: date | None = None
    embargo_at: time | None = None
    before: str = ""
    during: str = ""
    after: str = ""


class AmendedReport(Record):
    """A report amended for another use, such as training (Bedfordshire 2007 §13)."""

    document: Id
    """The report it was made from."""
    identifier: Id
    """Printed in its footer."""
    use: Text
    changes: Text
    approved_by: Text
    on: date
