"""The office's list of publications: reports and what stays beside them, by kind and title."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from publication.ledger import LedgerAction
from publication.listed import ListedKind, Listing, StandingStatus
from publication.standing.place import remove

ON = date(2008, 3, 5)
LATER = date(2008, 6, 2)
AFTER = date(2008, 9, 1)
BRIEF = "briefs/bruises"
LEAFLET = "leaflets/for-staff"


@pytest.mark.parametrize(
    ("instead", "kind"),
    [(False, ListedKind.REPORT), (True, ListedKind.IMPROVEMENT_INFORMATION)],
)
def test_a_report_has_its_title_while_its_text_is_kept(
    shelf: Any, instead: bool, kind: ListedKind
) -> None:
    """A title can identify: once the text is removed, the reference alone is left."""
    shelf.publish("2007-03", ON, title="Missed appointments", in_place_of_report=instead)
    (report,) = Listing.read(shelf.folder, ON).reports
    assert (report.title, report.kind) == ("Missed appointments", kind)
    shelf.withdraw("2007-03", date(2009, 6, 1))
    (report,) = Listing.read(shelf.folder, date(2009, 6, 1)).reports
    assert (report.title, report.kind) == ("", ListedKind.REPORT)


def test_what_stays_is_listed_with_kind_title_and_the_day_it_went(
    shelf: Any, place: Callable[..., None]
) -> None:
    """Placed for years; removed, the reason stays; before its day it is to come."""
    place(BRIEF, ON)
    place(LEAFLET, LATER)
    remove(
        shelf.folder.path, LEAFLET, "Out of date", "Office", datetime(2008, 9, 1, 12, tzinfo=UTC)
    )
    found = {
        day: [
            (each.state.reference, each.status) for each in Listing.read(shelf.folder, day).standing
        ]
        for day in (ON, LATER, AFTER)
    }
    assert found == {
        ON: [(BRIEF, StandingStatus.PLACED), (LEAFLET, StandingStatus.SCHEDULED)],
        LATER: [(BRIEF, StandingStatus.PLACED), (LEAFLET, StandingStatus.PLACED)],
        AFTER: [(BRIEF, StandingStatus.PLACED), (LEAFLET, StandingStatus.REMOVED)],
    }
    brief, leaflet = Listing.read(shelf.folder, AFTER).standing
    assert (brief.kind, brief.title) == (
        ListedKind.LEARNING_BRIEF,
        "What we learnt: learning brief",
    )
    assert (leaflet.kind, leaflet.title, leaflet.state.reason) == (
        ListedKind.LEAFLET,
        "",
        "Out of date",
    )


@pytest.mark.parametrize(
    ("until", "status"), [(LATER, StandingStatus.WAITS), (AFTER, StandingStatus.PLACED)]
)
def test_a_brief_waits_while_a_court_suspends_its_report(
    shelf: Any, place: Callable[..., None], until: date, status: StandingStatus
) -> None:
    """The list does not say of it that it is on the site."""
    shelf.publish("2007-03", ON)
    place(BRIEF, ON, review="2007-03")
    for action, on in ((LedgerAction.SUSPENDED, LATER), (LedgerAction.LIFTED, AFTER)):
        shelf.folder.ledger.append(
            action,
            "2007-03",
            on=on,
            recorded=datetime(2008, 3, 1, 12, tzinfo=UTC),
            by="Board",
            reason="An interim order",
            authority="The High Court",
        )
    (brief,) = Listing.read(shelf.folder, until).standing
    assert brief.status is status


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_a_damaged_folder_is_listed_without_its_titles(
    shelf: Any, place: Callable[..., None], damage: str
) -> None:
    """What the ledger does not name is not repeated; the rest of the list is there."""
    shelf.publish("2007-03", ON, title="Missed appointments")
    place(LEAFLET, ON)
    for path in (
        *shelf.folder.path.rglob("publication.json"),
        *shelf.folder.path.rglob("facts.json"),
    ):
        if damage == "gone":
            path.unlink()
        else:
            path.write_text(path.read_text("utf-8").replace("title", "name"), "utf-8")
    listing = Listing.read(shelf.folder, ON)
    told = [(each.state.reference, each.title) for each in listing.reports]
    told += [(each.state.reference, each.title) for each in listing.standing]
    assert told == [("2007-03", ""), (LEAFLET, "")]
