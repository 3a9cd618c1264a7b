"""Where a person fills in what a document needs to know of its recipient."""

from __future__ import annotations

from generator.catalogue import Recipients
from generator.plan import PlannedDocument

CASE_FILE, BOARD_FILE = "case.yaml", "board profile"

_IN_CASE = {
    Recipients.PANEL_MEMBERS: "panel",
    Recipients.REFERRER: "referral",
    Recipients.REVIEWER: "reviewer",
    Recipients.PRACTITIONERS: "professionals.{id}",
    Recipients.INTERVIEWEES: "professionals.{id}",
    Recipients.COURTS: "proceedings",
    Recipients.PARALLEL_REVIEWS: "proceedings",
    Recipients.HOMICIDE_REVIEWS: "proceedings",
    Recipients.INVESTIGATORS: "proceedings",
    Recipients.REQUESTERS: "report_requests.{id}",
    Recipients.SPECIALISTS: "specialist_reports.{id}",
    Recipients.SUCCESSORS: "transfer",
}
"""The part of the case file that says who these recipients are."""

_OTHER_NAMES = {"proceedings.name": "proceedings.contact", "transfer.name": "transfer.to"}


def recipient_place(field: str, planned: PlannedDocument) -> tuple[str, str]:
    """The file, and the place in it, of a ``field`` (``address``) of the recipient."""
    recipient, kind = planned.recipient, planned.document.recipients
    if recipient.relation:
        return CASE_FILE, f"family.{recipient.id}.{field}"
    if kind is Recipients.AGENCIES and field in ("name", "post", "salutation"):
        author = "samr_author_post" if field == "post" else "samr_author"
        return CASE_FILE, f"agencies.{recipient.agency}.{author}"
    if recipient.id and recipient.id == recipient.organisation_id and not recipient.agency:
        return BOARD_FILE, f"national_bodies.{recipient.id}.{field}"
    if kind in _IN_CASE:
        place = f"{_IN_CASE[kind].format(id=recipient.id)}.{field}"
        return CASE_FILE, _OTHER_NAMES.get(place, place)
    if not recipient.organisation_id:
        return BOARD_FILE, f"chair.{field}"
    return BOARD_FILE, f"agencies.{recipient.organisation_id}.chief_officer.{field}"
