"""Kinds that a case and the public facts about its report share: light, so that a site is too."""

from __future__ import annotations

from enum import StrEnum


class ReviewKind(StrEnum):
    """The kinds of review a board holds."""

    SERIOUS_CASE_REVIEW = "serious_case_review"
    """A serious case review (until 2019)."""
    INTERAGENCY_MANAGEMENT_REVIEW = "interagency_management_review"
    """A review by the agencies' managers (Bedfordshire 2007 §12.1)."""
    NEAR_MISS_REVIEW = "near_miss_review"
    """A brief look at what nearly went wrong (Bedfordshire 2007 §12.3)."""
    MULTI_AGENCY_REVIEW = "multi_agency_review"
    """A partnership or other multi-agency review; also a board's local case review."""
    LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW = "local_child_safeguarding_practice_review"
    """A local review under Working Together 2018."""


class ActionStatus(StrEnum):
    """How far an action is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
