"""A folder of publications with invented reports, filled as publishing fills it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from PIL import Image

from casework.model.case import ReviewKind
from casework.model.review import ActionStatus
from publication.folder import PublicationsFolder, open_publications
from publication.ledger import LedgerAction, LedgerEntry
from publication.metadata import (
    PublicAction,
    Publication,
    PublicBoard,
    PublicRecommendation,
)
from publication.publish import text_fingerprints
from publication.state import states

KEY = bytes(range(32))
BOARD = PublicBoard(
    name="Hollinmoor Safeguarding Children Board",
    short_name="HSCB",
    area="Hollinmoor",
    address=["Fold House", "1 Tenter Lane", "Hollinmoor", "HM9 4ZZ"],
    telephone="01632 960120",
    email="reviews@hollinmoor-board.example",
    website="https://reviews.hollinmoor-board.example/",
    accent_colour="#5b2a6e",
)

REPORT = """# Introduction

This review considers how services worked with a family in which a young child was seriously
harmed in the spring. The panel read every agency's report and met each of the authors.

## How the review was done

Nine agencies wrote reports. The independent reviewer spoke with the child's grandmother twice.

# What happened

Health visitors saw the child on eleven occasions and recorded bruises on three of them without
asking the surgery whether anyone else had noticed something similar.[^1]

| Month | What was known | By whom |
| --- | --- | --- |
| First | A bruise on the arm | Health visitor |
| Third | Shouting at night | Housing officer |

# What should change

> We kept passing it on, and nobody held it.

- Every unexplained bruise on a baby is discussed with a paediatrician the same day.
- Supervisors read the whole chronology before they close a case.

[^1]: Recorded in the parent-held book only.
"""


def picture() -> bytes:
    """A PNG that carries a comment which may not go out."""
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), "#335577").save(drawn, "PNG")
    return drawn.getvalue()


def publication(reference: str, content: bytes, on: date, file: str, title: str) -> Publication:
    """The public facts of an invented report."""
    action = PublicAction(
        what="Write one bruising protocol for all agencies and train every health visitor in it",
        who="Head of Safeguarding, Hollinmoor Community Health",
        by_when=date(2008, 9, 30),
        outcome="No unexplained bruise on a baby stays with one person.",
        status=ActionStatus.IN_PROGRESS,
        progress="The protocol is agreed; 41 of 60 health visitors have been trained.",
    )
    done = PublicAction(
        what="Read the whole chronology in supervision before closing a case",
        who="Assistant Director, Children’s Services",
        by_when=date(2008, 6, 30),
        status=ActionStatus.DONE,
        progress="Supervision records of 50 closed cases were looked at: 48 show it.",
    )
    return Publication(
        reference=reference,
        title=title,
        kind=ReviewKind.SERIOUS_CASE_REVIEW,
        procedure_title="Serious case review procedure 2007",
        child_label="Child W",
        themes=["Bruising in babies", "Supervision", "Sharing information"],
        key_issues=[
            "Each agency held a part of the picture; nobody put the parts together.",
            "Bruises were written down, and not discussed with a doctor.",
        ],
        recommendations=[
            PublicRecommendation(
                number="1",
                text="Agencies should answer every unexplained bruise on a baby in the same way.",
                actions=[action],
            ),
            PublicRecommendation(
                number="2",
                text="Supervision should start from the whole history of a child.",
                agency="Hollinmoor Council",
                actions=[done],
            ),
        ],
        response=f"The board accepts every finding of review {reference} without reservation.",
        reviewer="Tamsin Oyelaran-Pike",
        file=file,
        sha256=sha256(content).hexdigest(),
        published=on,
        retention_months=12,
        retention_citation="B&NES 2016 §8.1",
    )


@dataclass
class Shelf:
    """A folder of publications, and the shortest ways to put something into it."""

    folder: PublicationsFolder
    recorded: datetime = field(default=datetime(2008, 3, 1, 9, 30))

    def publish(
        self,
        reference: str,
        on: date,
        content: bytes = REPORT.encode(),
        file: str = "report.md",
        title: str = "",
        keep_until: date | None = None,
    ) -> LedgerEntry:
        """Publish a report without asking the gate."""
        title = title or f"Learning from review {reference}"
        facts = publication(reference, content, on, file, title)
        self.folder.put(facts, content)
        return self.folder.ledger.append(
            LedgerAction.PUBLISHED,
            reference,
            on=on,
            recorded=self.recorded,
            by="Business manager",
            sha256=facts.sha256,
            metadata_sha256=sha256(facts.to_json().encode()).hexdigest(),
            retention_months=12,
            citation="B&NES 2016 §8.1",
            keep_until=keep_until,
            before_writing=lambda entries: states(entries, on) and None,
        )

    def add(self, action: LedgerAction, reference: str, on: date, reason: str = "") -> LedgerEntry:
        """Record an action that concerns no file."""
        return self.folder.ledger.append(
            action,
            reference,
            on=on,
            recorded=self.recorded,
            by="Business manager",
            reason=reason,
            before_writing=lambda entries: states(entries, on) and None,
        )

    def withdraw(self, reference: str, on: date) -> LedgerEntry:
        """Take a report down and remove its text."""
        marks = text_fingerprints(self.folder, reference)
        entry = self.add(LedgerAction.WITHDRAWN, reference, on)
        self.folder.purge(reference, marks)
        return entry


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty folder of publications."""
    return Shelf(open_publications(tmp_path / "publications", BOARD, KEY))


@pytest.fixture
def word_report() -> Callable[..., bytes]:
    """Makes the bytes of a Word report with a table, a picture and headings."""

    def make(header_row: bool = True, described: bool = True, deep: bool = False) -> bytes:
        document = docx.Document()
        document.add_heading("What happened", 1)
        document.add_paragraph("The family moved four times within one year of the birth.")
        document.add_heading("The first months", 3 if deep else 2)
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, ["Month", "Event", "First", "Visit"], strict=True):
            cell.text = text
        if header_row:
            properties = table.rows[0]._tr.get_or_add_trPr()
            properties.append(docx.oxml.OxmlElement("w:tblHeader"))
        shape = document.add_picture(io.BytesIO(picture()))
        if described:
            shape._inline.docPr.set("descr", "A timeline of four moves")
        written = io.BytesIO()
        document.save(written)
        return written.getvalue()

    return make
