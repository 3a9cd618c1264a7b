"""A site with a page of every kind, built once."""

from __future__ import annotations

import base64
import io
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from casework.kinds import ActionStatus, ReviewKind
from publication.build import build_site
from publication.folder import PublicationsFolder, open_publications, placed_whole
from publication.ledger import LedgerAction
from publication.metadata import PublicAction, Publication, PublicBoard, PublicRecommendation
from publication.package import Package, packaged
from publication.standing.facts import Standing, StandingKind
from publication.standing.package import standing_package
from publication.standing.state import StandingState
from publication.standing.stored import fingerprints_file, standing_folder
from publication.state import published_state
from publication.withhold import text_fingerprints

BOARD = PublicBoard(
    name="Hollinmoor and Upper Tenterdale Safeguarding Children Partnership Board",
    short_name="HUTSCPB",
    area="Hollinmoor",
    address=["Fold House", "1 Tenter Lane", "Hollinmoor", "HM9 4ZZ"],
    telephone="01632 960120",
    email="case.reviews.office@safeguarding-partnership.hollinmoor-council.example",
    website="https://reviews.hollinmoor-board.example/",
    accent_colour="#f2c14e",
)
"""Long names and a pale colour: what a narrow page and a reader's eyes find hardest."""

TEXT = """# What happened

## The first months

Health visitors saw the child on eleven occasions[^1] and recorded bruises on three of them. See
[the guidance](https://guidance.example/a/very/long/address/that/has/no/place/to/break/at/all).

### What was known

The record said
safeguardingchildrenmultiagencyinformationsharingprotocoldocumentnumberseventeen.

| Month | Agency | What was seen | What was written | Who was told | What was done |
| --- | --- | --- | --- | --- | --- |
| First | Health visiting service | A bruise on the arm | A line in the book | Nobody | Nothing |
| Third | Housing association | Shouting at night | A note | Antisocial behaviour team | A letter |

# What should change

> We kept passing it on, and nobody held it.

1. Every bruise is discussed the same day.
2. Supervisors read the whole history.

- One protocol
- One record

<pre>A line of fixed text that is much too long for a narrow page and has to wrap there</pre>

<img alt="A timeline of four moves within one year" src="{picture}">

[^1]: Recorded in the parent-held book only.
"""


def _text() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (1400, 300), "#335577").save(drawn, "PNG")
    picture = base64.b64encode(drawn.getvalue()).decode()
    return TEXT.replace("{picture}", f"data:image/png;base64,{picture}").encode()


def _facts(reference: str, title: str, on: date, content: bytes) -> Publication:
    actions = [
        PublicAction(
            what=f"Write one bruising protocol for all agencies: step {number}",
            who="Head of Safeguarding, Hollinmoor Community Health",
            by_when=date(2008, 9, 30),
            outcome="No bruise stays with one person.",
            status=status,
            progress="41 of 60 health visitors have been trained.",
        )
        for number, status in enumerate(ActionStatus, start=1)
    ]
    return Publication(
        reference=reference,
        title=title,
        kind=ReviewKind.SERIOUS_CASE_REVIEW,
        procedure_title="Serious case review procedure 2007",
        child_label="Child W",
        themes=["Bruising in babies", "Supervision", "Sharing information between agencies"],
        key_issues=["Nobody put the parts together.", "Bruises were not discussed with a doctor."],
        recommendations=[
            PublicRecommendation(
                number="1", text="Answer every bruise in the same way.", actions=actions
            ),
            PublicRecommendation(
                number="2", text="Start from the whole history.", agency="the health service"
            ),
        ],
        response="The board accepts every finding.\n\nIt has begun.",
        impact="Bruises are discussed with a doctor on the same day.",
        further_action="The board looks again in a year.",
        reviewer="Tamsin Oyelaran-Pike",
        file="report.md",
        sha256=sha256(content).hexdigest(),
        published=on,
        retention_months=12,
        retention_citation="B&NES 2016 §8.1",
    )


def _record(folder: PublicationsFolder, action: str, reference: str, on: date, **more: Any) -> None:
    folder.ledger.append(
        LedgerAction(action),
        reference,
        on=on,
        recorded=datetime(2008, 3, 1, 9, 30, tzinfo=UTC),
        by="Business manager",
        **more,
    )


def _package(reference: str, title: str, on: date) -> Package:
    content = _text()
    facts = _facts(reference, title, on, content)
    state = published_state(reference, on, 12, facts.retention_citation)
    return packaged(facts, content, BOARD, state)


def _publish(folder: PublicationsFolder, reference: str, title: str, on: date) -> None:
    package = _package(reference, title, on)
    with folder.placed(package.publication, package.files):
        _record(folder, "published", reference, on, **package.details())


def _correct(folder: PublicationsFolder, reference: str, on: date) -> None:
    published = folder.publication(reference).published
    package = _package(reference, "Missed appointments and what they meant", published)
    with folder.placed(package.publication, package.files):
        _record(
            folder, "corrected", reference, on, reason="A figure corrected.", **package.details()
        )


def _take_down_early(folder: PublicationsFolder, reference: str) -> None:
    _publish(folder, reference, "A report with a fault", date(2008, 2, 1))
    with folder.purged(reference, text_fingerprints(folder, reference)):
        _record(
            folder, "withdrawn", reference, date(2008, 5, 20),
            reason="A passage could have shown who a child is.", authority="Chair of the board",
        )  # fmt: skip


def _place(folder: PublicationsFolder, kind: StandingKind, name: str, review: str) -> None:
    content, on = _text(), date(2008, 6, 2)
    facts = Standing(
        kind=kind,
        name=name,
        title=f"What to do when a baby has a bruise that nobody can explain: {name}",
        summary="Every bruise on a baby who can’t yet move is discussed with a doctor that day.",
        review=review,
        file="document.md",
        sha256=sha256(content).hexdigest(),
    )
    state = StandingState(facts.reference, up=True, since=on)
    package = standing_package(facts, content, ".md", BOARD, state)
    target, path = (of(folder, facts.reference) for of in (standing_folder, fingerprints_file))
    with placed_whole(target, package.files, path):
        _record(folder, "placed", facts.reference, on, **package.details())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on 1 July 2008: two reports, and of what else there may be one or two."""
    home = tmp_path_factory.mktemp("site")
    folder = open_publications(home / "publications", BOARD, bytes(range(32)))
    title = "Child W: how services answered bruises that nobody could explain"
    _publish(folder, "2006-11", "An older report", date(2007, 1, 15))
    _publish(folder, "2007-03", title, date(2008, 3, 5))
    _publish(folder, "2007-05", "Missed appointments", date(2008, 5, 6))
    _correct(folder, "2007-05", date(2008, 6, 2))
    _take_down_early(folder, "2006-14")
    _record(folder, "delayed", "2007-09", date(2008, 4, 1), reason="A trial has not ended.")
    _record(folder, "unpublished", "2007-10", date(2008, 4, 2), reason="A court forbids it.")
    _place(folder, StandingKind.LEARNING_BRIEF, "bruises", "2007-03")
    _place(folder, StandingKind.LEAFLET, "for-staff", "")
    return build_site(folder.path, date(2008, 7, 1), home / "site").out
