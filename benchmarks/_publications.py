"""A folder of publications with as many invented reports as are wanted, made in seconds.

Each report has about 2,650 words of its own and shares the board's usual phrases with the others.
The PDF is one and the same small file: making real ones is measured elsewhere.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from casework.kinds import ActionStatus, ReviewKind
from publication.folder import PublicationsFolder, open_publications
from publication.ledger import LedgerAction, LedgerEntry, chained
from publication.metadata import PublicAction, Publication, PublicBoard, PublicRecommendation
from publication.page_file import PAGE, PDF, page_bytes
from publication.report.convert import convert

KEY = bytes(range(32))
FIRST_DAY = date(2024, 1, 8)
AS_OF = date(2024, 6, 28)
"""A day on which every report of the folder is public."""
BOARD = PublicBoard(
    name="Quillmere Safeguarding Children Partnership",
    short_name="QSCP",
    area="Quillmere",
    address=["Tenter House", "1 Tenter Lane", "Quillmere", "QM9 4ZZ"],
    telephone="01632 960120",
    email="reviews@quillmere-partnership.example",
    website="https://reviews.quillmere-partnership.example/",
)
_THEMES = ("Neglect", "Bruising in babies", "Supervision", "Sharing information", "Exploitation",
           "Parental mental health", "Substance misuse", "Missed appointments")  # fmt: skip
_SUBJECTS = ("the health visitor", "the school", "a duty worker", "the family's housing officer",
             "the surgery", "a neighbour", "the midwife", "the night team", "an uncle")  # fmt: skip
_VERBS = ("recorded", "did not ask about", "passed on", "was told of", "noticed", "wrote down",
          "forgot", "explained", "questioned", "closed the file on", "rang about")  # fmt: skip
_OBJECTS = ("the bruise", "the second visit", "a missed appointment", "the move", "the letter",
            "the shouting at night", "the cold rooms", "the older child's account", "the referral",
            "a change of carer", "the broken cot", "the empty cupboard")  # fmt: skip
_TIMES = ("in the first month", "before the summer", "on a third visit",
          "after the strategy meeting", "that winter", "a week later", "twice",
          "during the lockdown", "at the review")  # fmt: skip
_BEGINNINGS = ("ba", "co", "di", "fe", "gu", "ha", "lo", "mi", "ne", "po", "ru", "sa", "te", "vi")
_ENDINGS = ("n", "r", "ll", "nd", "st", "ve", "m", "ry", "ts", "ced", "low", "ning", "sty", "der")
_WORDS = [first + last for first in _BEGINNINGS for last in _ENDINGS]
"""Made-up words: real texts repeat each other less than a few phrases would."""
_SHARED = (
    "This review was carried out under the statutory guidance, to learn and not to blame.",
    "The panel thanks the family, who gave their time and spoke with great openness.",
    "Every agency named here was given the draft and was asked to correct what was wrong.",
)


def folder_of(reports: int, place: Path) -> PublicationsFolder:
    """A new folder of publications at ``place`` with that many published reports."""
    folder = open_publications(place, BOARD, KEY)
    entries: list[LedgerEntry] = []
    for number in range(reports):
        content = report_text(number).encode()
        facts, files = _package(number, content)
        _write(folder, facts, files)
        entries.append(_entry(facts, entries))
    folder.ledger.path.write_text("".join(f"{entry.line()}\n" for entry in entries))
    return folder


def correct_one(place: Path) -> None:
    """Put other words in the place of report 0 in the folder at ``place``, as a correction."""
    folder = PublicationsFolder(place)
    entries = list(folder.ledger.entries())
    facts, files = _package(0, report_text(len(entries)).encode())
    _write(folder, facts, files)
    entries.append(_entry(facts, entries, LedgerAction.CORRECTED))
    folder.ledger.path.write_text("".join(f"{entry.line()}\n" for entry in entries))


def reference(number: int) -> str:
    """The reference of report ``number``."""
    return f"Q{number:05d}"


def report_text(number: int) -> str:
    """Report ``number`` in Markdown, the same every time."""
    chance = Random(number)  # noqa: S311 - to repeat
    parts = []
    for heading in ("Summary", "What happened", "Findings", "What should change"):
        parts.append(f"# {heading}\n\n{_SHARED[number % len(_SHARED)]}\n")
        parts += [_paragraph(chance) for _ in range(6)]
    rows = (
        f"| {month} | {_sentence(chance)} | {chance.choice(_SUBJECTS)} |\n" for month in range(1, 9)
    )
    parts.append("| Month | What was known | By whom |\n| --- | --- | --- |\n" + "".join(rows))
    return "\n".join(parts)


def _paragraph(chance: Random) -> str:
    return " ".join(_sentence(chance) for _ in range(4)) + "\n"


def _sentence(chance: Random) -> str:
    phrases = map(chance.choice, (_SUBJECTS, _VERBS, _OBJECTS, _TIMES))
    own = (" ".join(chance.choices(_WORDS, k=3)) for _ in range(4))
    return f"{' '.join(f'{phrase} {each}' for phrase, each in zip(phrases, own, strict=True))}."


def _package(number: int, content: bytes) -> tuple[Publication, dict[str, bytes]]:
    chance = Random(f"facts of {number}")  # noqa: S311 - to repeat
    made = {PAGE: page_bytes(convert(content, ".md")), PDF: b"%PDF-1.7\n%%EOF\n"}
    action = PublicAction(
        what=_sentence(chance),
        who="Head of Safeguarding",
        by_when=date(2024, 9, 30),
        outcome=_sentence(chance),
        status=ActionStatus.IN_PROGRESS,
        progress=_sentence(chance),
    )
    facts = Publication(
        reference=reference(number),
        title=f"Learning from review {number}: {chance.choice(_OBJECTS)}",
        kind=chance.choice(list(ReviewKind)),
        procedure_title="Local child safeguarding practice review 2018",
        child_label="Child Q",
        themes=chance.sample(_THEMES, 3),
        key_issues=[_sentence(chance) for _ in range(4)],
        recommendations=[
            PublicRecommendation(number=str(each), text=_sentence(chance), actions=[action])
            for each in range(1, 5)
        ],
        response=_paragraph(chance),
        file="report.md",
        sha256=sha256(content).hexdigest(),
        published=FIRST_DAY + timedelta(days=number % 150),
        retention_months=12,
        retention_citation="WT2018 4.38",
        made={name: sha256(each).hexdigest() for name, each in made.items()},
    )
    return facts, {facts.file: content, **made}


def _write(folder: PublicationsFolder, facts: Publication, files: dict[str, bytes]) -> None:
    """As ``folder.placed`` does, without waiting for the disk each time."""
    place = folder.report_folder(facts.reference)
    place.mkdir(parents=True, exist_ok=True)
    for name, content in {**files, "publication.json": facts.to_json().encode()}.items():
        (place / name).write_bytes(content)


def _entry(
    facts: Publication,
    before: list[LedgerEntry],
    action: LedgerAction = LedgerAction.PUBLISHED,
) -> LedgerEntry:
    return chained(
        before[-1] if before else None,
        action=action,
        reference=facts.reference,
        on=facts.published,
        recorded=datetime.combine(FIRST_DAY, datetime.min.time(), UTC),
        by="Business manager",
        sha256=facts.sha256,
        metadata_sha256=sha256(facts.to_json().encode()).hexdigest(),
        retention_months=12,
        citation=facts.retention_citation,
    )
