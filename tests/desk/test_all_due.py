"""``make --all-due``: everything due now for everyone, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from casework.load import load_case
from casework.register import EntryKind, Register
from desk.making import SENDING

Run = Callable[..., Any]
DAY, NEXT_DAY = "2007-05-12", "2007-05-13"


@pytest.fixture
def all_due(run: Run, case: Path) -> Callable[..., Any]:
    """Runs the command on a day."""
    return lambda day, *options: run("make", "--all-due", "--case", case, "--as-of", day, *options)


def texts(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_one_folder_for_each_recipient_with_a_covering_list(all_due: Any, case: Path) -> None:
    """The list names every file that was laid out, and the files are there."""
    all_due(DAY)
    folder = case / "documents" / SENDING / DAY
    files = sorted(path for path in folder.glob("*/*.docx"))
    listed = texts(folder / "covering-list.docx")
    assert {"police", "school", "mother"} <= {path.parent.name for path in files}
    for path in files:
        assert f"{path.parent.name}/{path.name}" in listed
    assert "{{" not in listed


def test_run_again_it_makes_nothing_twice(all_due: Any, case: Path) -> None:
    """Neither files nor entries in the register."""
    all_due(DAY)
    register = Register(load_case(case).register_path)
    before = len(register.entries())
    outcome = all_due(NEXT_DAY)
    assert len(register.entries()) == before
    assert not (case / "documents" / SENDING / NEXT_DAY).exists()
    assert "unchanged" in outcome.out


def test_what_changed_is_made_again_and_named(all_due: Any, case: Path) -> None:
    """The terms of reference moved a date: the letters that print it, and only those."""
    all_due(DAY)
    path = case / "case.yaml"
    text = path.read_text("utf-8")
    assert "presentation: 2007-07-0" in text
    path.write_text(text.replace("presentation: 2007-07-0", "presentation: 2007-07-1"), "utf-8")
    outcome = all_due(NEXT_DAY)
    folder = case / "documents" / SENDING / NEXT_DAY
    made = {path.stem.removeprefix(f"{NEXT_DAY}-") for path in folder.glob("*/*.docx")}
    assert "bed-k-police" in made
    assert "bed-i-mother" not in made
    assert (
        "Made again: bed-k to police. Changed: schedule of the review: presentation" in outcome.out
    )
    assert "Made again, because this changed" in texts(folder / "covering-list.docx")


def test_what_changed_after_it_was_sent_is_only_named(run: Run, all_due: Any, case: Path) -> None:
    """A letter that went out is not laid out again by itself."""
    all_due(DAY)
    folder = case / "documents" / SENDING / DAY
    letters = list(folder.glob("*/*bed-k*.docx"))
    assert run("sent", *letters, "--case", case, "--as-of", DAY).code == 0
    path = case / "case.yaml"
    text = path.read_text("utf-8").replace("presentation: 2007-07-0", "presentation: 2007-07-1")
    path.write_text(text, "utf-8")
    outcome = all_due(NEXT_DAY)
    assert "Changed since it was sent: bed-k to police" in outcome.out
    assert not list((case / "documents" / SENDING / NEXT_DAY).glob("*/*bed-k*.docx"))


def test_what_was_not_known_when_it_was_sent_is_no_change(
    run: Run, all_due: Any, case: Path
) -> None:
    """A fact that came later makes no letter wrong: the list names only what is not so any more."""
    path = case / "case.yaml"
    known = path.read_text("utf-8")
    line = "    submission_to_national_body: 2007-09-14\n"
    assert known.count(line) == 1
    path.write_text(known.replace(line, ""), "utf-8")
    all_due(DAY)
    letters = list((case / "documents" / SENDING / DAY).glob("*/*bed-k*.docx"))
    assert run("sent", *letters, "--case", case, "--as-of", DAY).code == 0
    path.write_text(known, "utf-8")
    assert "Changed since it was sent: bed-k" not in all_due(NEXT_DAY).out


def test_what_lacks_data_is_named_and_the_rest_is_made(all_due: Any, case: Path) -> None:
    """One incomplete letter holds nothing else up; the exit code says that something is open."""
    path = case / "case.yaml"
    text = path.read_text("utf-8")
    start = text.index("link_person:\n")
    end = text.index("\n\n", start)
    path.write_text(text[:start] + text[end:], "utf-8")
    outcome = all_due(DAY)
    assert outcome.code == 1
    assert "Not made, data is missing: bed-i" in outcome.out
    made = Register(load_case(case).register_path).entries(EntryKind.DOCUMENT_MADE)
    assert "bed-k" in {entry.subject for entry in made}
    assert "bed-i" not in {entry.subject for entry in made}


@pytest.mark.parametrize("arguments", [[], ["bed-h", "--all-due"], ["--all-due", "--draft"]])
def test_it_is_either_named_documents_or_all(run: Run, case: Path, arguments: list[str]) -> None:
    """Never a guess at what was meant."""
    outcome = run("make", *arguments, "--case", case, "--as-of", DAY)
    assert outcome.code == 2
    assert "--all-due" in outcome.err


def test_the_list_covers_what_an_earlier_run_of_the_day_laid_out(all_due: Any, case: Path) -> None:
    """A run that was stopped, or a second one after more data came: still one whole list."""
    all_due(DAY)
    folder = case / "documents" / SENDING / DAY
    whole = texts(folder / "covering-list.docx")
    (folder / "covering-list.docx").unlink()
    all_due(DAY)
    assert whole == texts(folder / "covering-list.docx")
    path = case / "case.yaml"
    text = path.read_text("utf-8").replace("presentation: 2007-07-0", "presentation: 2007-07-1")
    path.write_text(text, "utf-8")
    all_due(DAY)
    listed = texts(folder / "covering-list.docx")
    for file in folder.glob("*/*.docx"):
        assert f"{file.parent.name}/{file.name}" in listed
