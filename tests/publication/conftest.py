"""A folder of publications with invented reports, filled as publishing fills it."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from PIL import Image

from casework.clearance import record_clearance
from casework.kinds import ActionStatus, ReviewKind
from casework.load import OpenCase, load_case
from casework.people import protected_terms
from casework.register import Register
from publication.build import build_site
from publication.folder import PublicationsFolder, open_publications
from publication.ledger import LedgerAction, LedgerEntry
from publication.metadata import (
    PublicAction,
    Publication,
    PublicBoard,
    PublicRecommendation,
)
from publication.package import packaged
from publication.publish import publish
from publication.standing.facts import Standing, StandingKind
from publication.standing.package import standing_package
from publication.standing.place import _placing
from publication.standing.state import StandingState
from publication.state import published_state, state_of, states
from publication.withhold import text_fingerprints
from redaction.check import Checker

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


@contextmanager
def checked(entries: Sequence[LedgerEntry]) -> Iterator[None]:
    """Refuses an entry that contradicts those before it."""
    states(entries, entries[-1].on)
    yield


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
        in_place_of_report: bool = False,
    ) -> LedgerEntry:
        """Publish a report without asking the gate."""
        title = title or f"Learning from review {reference}"
        facts = publication(reference, content, on, file, title)
        facts = facts.model_copy(update={"in_place_of_report": in_place_of_report})
        before = state_of(self.folder.ledger.entries(), reference, on)
        state = published_state(reference, on, 12, "B&NES 2016 §8.1", keep_until, before)
        package = packaged(facts, content, BOARD, state)
        with self.folder.placed(package.publication, package.files):
            pass
        return self.folder.ledger.append(
            LedgerAction.PUBLISHED,
            reference,
            on=on,
            recorded=self.recorded,
            by="Business manager",
            keep_until=keep_until,
            around_writing=checked,
            **package.details(),
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
            around_writing=checked,
        )

    def withdraw(self, reference: str, on: date) -> LedgerEntry:
        """Take a report down and remove its text."""
        with self.folder.purged(reference, text_fingerprints(self.folder, reference)):
            return self.add(LedgerAction.WITHDRAWN, reference, on)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty folder of publications."""
    return Shelf(open_publications(tmp_path / "publications", BOARD, KEY))


STANDING = """# What to do

When you see a bruise, ask whether anyone else has noticed something similar before you \
close the file.

## Whom to ask

Your supervisor.
"""


@pytest.fixture
def place(shelf: Shelf) -> Callable[..., None]:
    """Puts a document into the shelf as placing does, without asking whether it may be public."""

    def put(
        reference: str,
        on: date = date(2008, 3, 5),
        review: str = "",
        reason: str = "",
        text: str = STANDING,
    ) -> None:
        kind = StandingKind.of(reference)
        content = (text + reason).encode()
        facts = Standing(
            kind=kind,
            name=reference.split("/")[1],
            title=f"What we learnt: {kind.words.lower()}",
            summary="What to do about a bruise that nobody can explain.",
            review=review,
            file="document.md",
            sha256=sha256(content).hexdigest(),
        )
        state = StandingState(reference, up=True, since=on)
        package = standing_package(facts, content, ".md", shelf.folder.board(), state)
        shelf.folder.ledger.append(
            LedgerAction.REPLACED if reason else LedgerAction.PLACED,
            reference,
            on=on,
            recorded=datetime.combine(on, time(12), UTC),
            by="Business manager",
            reason=reason,
            around_writing=_placing(shelf.folder, package),
            **package.details(),
        )

    return put


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
            properties.append(OxmlElement("w:tblHeader"))
        shape = document.add_picture(io.BytesIO(picture()))
        if described:
            shape._inline.docPr.set("descr", "A timeline of four moves")
        written = io.BytesIO()
        document.save(written)
        return written.getvalue()

    return make


@dataclass
class Office:
    """A board's office with the invented complete case, a register and no publications yet."""

    open_case: OpenCase
    register: Register
    publications: Path

    @property
    def folder(self) -> PublicationsFolder:
        """The folder of publications."""
        return PublicationsFolder(self.publications)

    def write(self, content: bytes, name: str = "report.md") -> Path:
        """A file with ``content``, not cleared."""
        path = self.publications.with_name(name)
        path.write_bytes(content)
        return path

    def clear(self, content: bytes, name: str = "report.md") -> Path:
        """A file with ``content``, checked and cleared as an executive summary."""
        path = self.write(content, name)
        policies = self.open_case.procedure.policies
        policy = next(item for item in policies if item.id == "executive-summary")
        result = Checker(protected_terms(self.open_case), policy).check(path)
        reasons = {found.id: "Looked at" for found in result.findings}
        at = datetime(2008, 2, 25, 9, tzinfo=UTC)
        procedure = self.open_case.procedure.id
        record_clearance(self.register, result, "Elfreda Okonjo-Vale", reasons, at, procedure)
        return path

    def publish(self, file: Path, on: date, **more: Any) -> LedgerEntry:
        """Publish ``file`` for the case, a week before ``on`` if nothing else is said."""
        at = more.pop("at", datetime.combine(on - timedelta(days=7), time(10), UTC))
        return publish(
            more.pop("open_case", self.open_case),
            file,
            on,
            "The board’s office",
            self.register,
            self.publications,
            {},
            at,
            **more,
        )


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """The invented case 2007-03, which meets every condition from 5 March 2008."""
    examples = Path(__file__).parents[2] / "examples"
    for name in ("boards", "cases"):
        shutil.copytree(examples / name, tmp_path / name)
    opened = load_case(tmp_path / "cases" / "2007-03")
    folder = open_publications(tmp_path / "publications", PublicBoard.of(opened.board), KEY)
    return Office(opened, Register(tmp_path / "register.db"), folder.path)


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Reads every file below a folder, by its path."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return read


@pytest.fixture
def build(shelf: Any, tmp_path: Path) -> Callable[..., Path]:
    """Builds the shelf's site for a day and returns its folder."""

    def run(as_of: date, name: str = "site") -> Path:
        return build_site(shelf.folder.path, as_of, tmp_path / name).out

    return run
