"""``templates new`` and ``preview``: a board's own version, and how it looks."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from generator.templates import templates_folder

Run = Callable[..., Any]


@pytest.fixture
def board(home: Path) -> Path:
    """The profile of a board with a folder for templates of its own."""
    profile = home / "boards" / "larkshire.yaml"
    profile.write_text(profile.read_text("utf-8") + "\ntemplate_folder: own\n", "utf-8")
    return profile


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_a_boards_own_version_starts_from_ours_and_is_used(
    run: Run, board: Path, case: Path
) -> None:
    """New, changed in Word, found sound, and made from then on."""
    assert run("templates", "new", "bed-k", "--board", board).code == 0
    own = board.parent / "own" / "bed-k.docx"
    assert own.read_bytes() == (templates_folder() / "bed-k.docx").read_bytes()
    document = Document(str(own))
    document.add_paragraph("With the board's own words.")
    document.save(str(own))
    assert run("templates", "lint", "bed-k", own).code == 0
    assert run("make", "bed-k", "--case", case, "--as-of", "2007-05-20", "--to", "police").code == 0
    (made,) = (case / "documents").rglob("*bed-k-police.docx")
    assert "With the board's own words." in text_of(made)


def test_a_version_that_is_there_is_never_overwritten(run: Run, board: Path) -> None:
    """Somebody's wording is in it."""
    run("templates", "new", "bed-k", "--board", board)
    again = run("templates", "new", "bed-k", "--board", board)
    assert again.code == 2
    assert "there already" in again.err


def test_a_board_without_a_folder_is_told_what_to_add(run: Run, home: Path) -> None:
    """The line of the profile that is missing."""
    outcome = run("templates", "new", "bed-k", "--board", home / "boards" / "brockwater.yaml")
    assert outcome.code == 2
    assert "template_folder" in outcome.err


def test_a_preview_shows_the_invented_case(run: Run, tmp_path: Path) -> None:
    """As Word and as PDF."""
    word, portable = tmp_path / "look.docx", tmp_path / "look.pdf"
    assert run("templates", "preview", "bed-k", "--out", word).code == 0
    assert "{{" not in text_of(word)
    assert run("templates", "preview", "bed-k", "--out", portable).code == 0
    assert PdfReader(io.BytesIO(portable.read_bytes())).pages


def test_a_preview_of_a_faulty_template_names_the_paragraph(run: Run, tmp_path: Path) -> None:
    """As lint does."""
    own = tmp_path / "own.docx"
    document = Document()
    document.add_paragraph("Dear {{ recipient.nmae }}")
    document.save(str(own))
    outcome = run("templates", "preview", "bed-k", own, "--out", tmp_path / "look.docx")
    assert outcome.code == 2
    assert "paragraph 1" in outcome.err
    assert "did you mean" in outcome.err
    assert not (tmp_path / "look.docx").exists()


def test_a_file_in_place_of_the_template_folder_is_said(run: Any, case: Path) -> None:
    """Else the letter would go out in our words, and the board believe it is in its own."""
    board = next((case.parent.parent / "boards").glob("larkshire.yaml"))
    board.write_text(board.read_text("utf-8") + "\ntemplate_folder: own\n", "utf-8")
    (board.parent / "own").write_text("not a folder", "utf-8")
    for command in (
        ["make", "bed-h", "--case", case],
        ["templates", "new", "bed-h", "--board", board],
    ):
        outcome = run(*command)
        assert outcome.code == 2
        assert "is not a folder. Correct template_folder in larkshire.yaml" in outcome.err


def test_a_word_file_in_place_of_a_text_is_refused(run: Any, tmp_path: Path) -> None:
    """The two arguments are easily mixed up."""
    word = templates_folder() / "bed-h.docx"
    outcome = run("templates", "author", word, tmp_path / "own.docx")
    assert (outcome.code, list(tmp_path.glob("*.docx"))) == (2, [])
    assert "bed-h.docx: is not a text file" in outcome.err
