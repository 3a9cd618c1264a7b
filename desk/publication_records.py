"""What ``publications --format json`` prints: one record for each document, all with one shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from publication.coming import coming_days
from publication.listed import ListedReport, ListedStanding, Listing


def as_records(listing: Listing, as_of: date) -> list[dict[str, Any]]:
    """The reports, then what stays beside them; dates are ISO, ``None`` where there is none."""
    return [*_records(listing, as_of)]


def _records(listing: Listing, as_of: date) -> Iterator[dict[str, Any]]:
    for report in listing.reports:
        yield _report(report, as_of)
    for standing in listing.standing:
        yield _standing(standing)


def _report(report: ListedReport, as_of: date) -> dict[str, Any]:
    row = report.state
    days = {
        "since": row.since,
        "published": row.published,
        "updated": row.updated,
        "stays_up_through": row.last_day,
        "minimum_through": row.floor,
        "withdrawn": row.withdrawn,
    }
    coming = coming_days([row], as_of)
    return {
        **_named(report),
        "state": row.state,
        **_iso(days),
        "reason": row.reason,
        "citation": row.citation,
        "sha256": row.sha256,
        "coming": [{"on": each.on.isoformat(), "what": each.change.value} for each in coming],
    }


def _standing(standing: ListedStanding) -> dict[str, Any]:
    """It stays up without an end: nothing is to come, and no rule gives a minimum."""
    row = standing.state
    days = {
        "since": row.removed or row.since,
        "published": row.since,
        "updated": row.updated,
        "stays_up_through": None,
        "minimum_through": None,
        "withdrawn": row.removed,
    }
    return {
        **_named(standing),
        "state": standing.status,
        **_iso(days),
        "reason": row.reason,
        "citation": "",
        "sha256": row.sha256,
        "coming": [],
    }


def _named(listed: ListedReport | ListedStanding) -> dict[str, str | None]:
    return {
        "reference": listed.state.reference,
        "kind": listed.kind,
        "title": listed.title or None,
    }


def _iso(days: Mapping[str, date | None]) -> dict[str, str | None]:
    return {name: day.isoformat() if day else None for name, day in days.items()}
