"""``reports.json``: the list of reports for national repositories, to be read by a program."""

from __future__ import annotations

import json
from typing import Any

from publication.pages.view import ReportView, Site

VERSION = 1
"""Raised when a field goes or changes its meaning; a new field does not raise it."""


def repository_index(site: Site) -> str:
    """Published reports with their facts; of any other no more than reference and status.

    Dates are ISO 8601; ``kept_until`` is the last day on this site; addresses are permanent.
    Each report has a line of its own.
    """
    index = {
        "version": VERSION,
        "publisher": site.board.name,
        "contact": site.board.email,
        "documentation": f"{site.board.website}repositories.html",
        "as_of": site.as_of.isoformat(),
    }
    head = json.dumps(index, ensure_ascii=False)[:-1]
    records = ",\n".join(json.dumps(_record(view), ensure_ascii=False) for view in site.listed)
    return f'{head}, "reports": [\n{records}\n]}}\n'


def _record(view: ReportView) -> dict[str, Any]:
    record: dict[str, Any] = {"reference": view.reference, "status": view.state.state.value}
    if view.publication is None:
        return record
    dates = {
        "first_published": view.state.first_published,
        "updated": view.state.updated,
        "kept_until": view.state.last_day,
    }
    return record | {
        "title": view.publication.title,
        "kind": view.publication.kind.value,
        "themes": list(view.publication.themes),
        "in_place_of_report": view.publication.in_place_of_report,
        "address": view.address,
        "pdf": view.board.website + view.pdf,
        **{name: day.isoformat() if day else None for name, day in dates.items()},
    }
