"""``documents``, ``make``, ``sent``, ``copies`` and ``templates``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from casework.kinds import ReviewKind
from generator.catalogue import Form, load_catalogue

BEDFORDSHIRE = [
    name
    for name, each in load_catalogue().items()
    if "bedfordshire-2007" in each.procedures
    and each.form is Form.TEMPLATE
    and (not each.kinds or ReviewKind.SERIOUS_CASE_REVIEW in each.kinds)
]


@pytest.fixture
def bare(run: Any, home: Path) -> Path:
    """A case of which only the child's name is known."""
    folder = home / "cases" / "2026-01"
    run("new", folder, "--board", home / "boards" / "larkshire.yaml")
    path = folder / "case.yaml"
    lines = path.read_text("utf-8").splitlines()
    for at, line in enumerate(lines):
        if line.startswith("  first_name: ") and "needed" in line:
            lines[at] = "  first_name: Ifeoma"
        if line.startswith("  surname: ") and "needed" in line:
            lines[at] = "  surname: Testcase"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert run("validate", folder).code == 0
    return folder


def test_missing_data_is_listed_before_anything_is_written(run: Any, bare: Path) -> None:
    """Each gap says in which file and field to fill it in."""
    outcome = run("make", "tor-scr", "--case", bare)
    assert outcome.code == 2
    assert "Fill in child.date_of_birth in case.yaml" in outcome.err
    assert list((bare / "documents").iterdir()) == []


@pytest.mark.parametrize("document", ["tor-scr", "overview-report", "exec-summary"])
def test_a_draft_marks_its_gaps_and_is_never_sent(run: Any, bare: Path, document: str) -> None:
    """The gap stands in the document, and the register refuses to record it as sent."""
    made = run("make", document, "--case", bare, "--draft", "--pdf")
    assert made.code == 0, made.err
    word = Path(made.out.splitlines()[0])
    body = docx.Document(str(word)).element.body
    assert "MISSING" in "".join(body.itertext())
    refused = run("sent", word, "--case", bare)
    assert refused.code == 2
    assert "draft" in refused.err


def test_a_letter_goes_to_every_chief_officer_and_can_be_sent(run: Any, case: Path) -> None:
    """One Word file and PDF each; what is recorded as sent is what was made."""
    options = ("--case", case, "--as-of", "2007-04-20")
    made = run("make", "bed-h", *options, "--pdf")
    assert made.code == 0, made.err
    files = [Path(line) for line in made.out.splitlines()]
    assert sorted(path.suffix for path in files) == [".docx"] * 6 + [".pdf"] * 6
    letters = [path for path in files if path.suffix == ".docx"]
    assert run("sent", *letters, *options).code == 0
    listed = run("documents", case, "--as-of", "2007-04-20", "--format", "json")
    states = {row["id"]: row["state"] for row in json.loads(listed.out)}
    assert states["bed-h"] == "sent"
    assert set(BEDFORDSHIRE) == set(states)


def test_one_recipient_can_be_chosen(run: Any, case: Path) -> None:
    """By the id of the agency."""
    made = run("make", "bed-h", "--case", case, "--to", "police", "--as-of", "2007-04-20")
    assert [Path(line).name for line in made.out.splitlines()] == ["2007-04-20-bed-h-police.docx"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bed-hh",), "Did you mean bed-h"),
        (("bnes-app1",), "not part of the procedure"),
        (("bed-h", "--to", "polise"), "Did you mean police"),
    ],
)
def test_what_cannot_be_made_is_refused_with_a_hint(
    run: Any, case: Path, arguments: tuple[str, ...], said: str
) -> None:
    """An unknown document, another procedure's, an unknown recipient."""
    outcome = run("make", *arguments, "--case", case)
    assert outcome.code == 2
    assert said in outcome.err


def test_numbered_copies_go_out_and_come_back(run: Any, case: Path) -> None:
    """Each holder's number is in the footer, and the list says what is still out."""
    issued = run("copies", "issue", "Chief Constable", "Panel Chair", "--case", case)
    assert issued.code == 0, issued.err
    second = docx.Document(issued.out.splitlines()[1])
    assert "Copy 2 of 2" in second.sections[0].footer.paragraphs[0].text
    assert run("copies", "return", "1", "2", "--case", case).code == 0
    assert run("copies", "list", "--case", case).code == 0
    assert run("copies", "return", "7", "--case", case).code == 2


def test_a_faulty_template_of_the_board_is_explained(run: Any, home: Path) -> None:
    """Which paragraph, which field, and what was probably meant; nothing is written."""
    folder = home / "boards" / "own"
    folder.mkdir()
    template = docx.Document()
    template.add_paragraph("Dear {{ recipient.nmae }}")
    template.save(str(folder / "bed-h.docx"))
    board = home / "boards" / "larkshire.yaml"
    board.write_text(board.read_text("utf-8") + "\ntemplate_folder: own\n", "utf-8")
    case = home / "cases" / "2007-03"
    for outcome in (
        run("make", "bed-h", "--case", case),
        run("templates", "lint", "bed-h", folder / "bed-h.docx"),
    ):
        assert outcome.code in (1, 2)
        assert "paragraph 1" in outcome.out + outcome.err
        assert "did you mean “name”?" in outcome.out + outcome.err
    assert not (case / "documents").exists()


def test_a_template_makes_the_round_trip_through_its_text(run: Any, tmp_path: Path) -> None:
    """What ``text`` prints, ``author`` makes into a sound template again."""
    text, word = tmp_path / "bed-k.txt", tmp_path / "bed-k.docx"
    text.write_text(run("templates", "text", "bed-k").out, "utf-8")
    assert run("templates", "author", text, word).code == 0
    assert run("templates", "lint", "bed-k", word).code == 0


def test_a_letter_that_was_finished_in_word_is_recorded_as_edited(run: Any, case: Path) -> None:
    """People write in their letters before they send them; each is recorded once."""
    options = ("--case", case, "--as-of", "2007-04-20")
    made = run("make", "bed-h", "--to", "police", *options)
    letter = Path(made.out.splitlines()[0])
    document = docx.Document(str(letter))
    document.paragraphs[-1].add_run(" With kind regards.")
    document.save(str(letter))
    sent = run("sent", letter, *options)
    assert sent.code == 0, sent.err
    assert "edited after it was made" in sent.out
    again = run("sent", letter, *options)
    assert again.code == 2
    assert "recorded as sent on 20 April 2007" in again.err
    assert run("sent", letter, "--to", "the deputy", *options).code == 0


def test_nothing_is_recorded_where_one_of_several_files_is_wrong(run: Any, case: Path) -> None:
    """All or none: the administrator can correct it and try again."""
    options = ("--case", case, "--as-of", "2007-04-20")
    files = run("make", "bed-h", *options).out.splitlines()
    stranger = case / "documents" / "stranger.docx"
    stranger.write_bytes(b"not made here")
    assert run("sent", *files, stranger, *options).code == 2
    assert "document sent" not in run("register", "show", case).out


def test_a_document_that_is_not_wanted_yet_says_after_which_event(run: Any, bare: Path) -> None:
    """So that an office knows what to record when it has happened."""
    assert "panel_meeting" in run("documents", bare).out
