"""Meetings of a case: when and where they are, who chairs them, what is on the agenda."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from casework.model.base import Record, Text


class MeetingKind(StrEnum):
    """The meetings that the procedures call for."""

    PANEL = "panel"
    """The panel or sub-group considers the case."""
    SCOPING = "scoping"
    """The scope and the terms of reference are fixed."""
    BRIEFING = "briefing"
    """The authors of the agencies' reports are briefed."""
    PRACTITIONERS = "practitioners"
    """Practitioners hear how the review goes and share what they know."""
    PRESENTATION = "presentation"
    """The authors present the agencies' reports to the panel."""
    BOARD = "board"
    """The board considers the reports."""
    JOINT_BRIEFING = "joint_briefing"
    """The chief officers of the areas of a joint review are briefed."""
    DEBRIEFING = "debriefing"
    """Practitioners hear the findings."""
    REVIEW = "review"
    """The participants of a multi-agency review meet."""


class Meeting(Record):
    """One meeting, held or planned."""

    kind: MeetingKind
    on: date
    at: time | None = None
    place: str = ""
    chair: str = ""
    agenda: list[Text] = []
    """Items beside those that the document for this meeting always has."""
    reviewer_attends: bool = False


class Interview(Record):
    """An interview of a professional by the author of an agency's report."""

    on: date
    at: time | None = None
    place: str = ""
    author: Text
    """Who interviews."""
    topics: list[Text] = []
