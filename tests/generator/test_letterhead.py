"""The board's colour and logo in every document."""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from casework.model import Board
from generator.filling.fill import fill
from generator.word.letterhead import HOUSE_ACCENT, letterhead_of
from redaction.errors import CaseError

DAY = date(2008, 3, 7)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def board_of(make_case: Callable[..., Any], tmp_path: Path) -> Callable[..., Board]:
    def build(content: bytes | None = None, **changes: Any) -> Board:
        if content is not None:
            (tmp_path / "logo.png").write_bytes(content)
        board = make_case(board=changes).board
        assert isinstance(board, Board)
        return board

    return build


@pytest.fixture
def with_letterhead() -> bytes:
    """A template with a letterhead paragraph in the house colour."""
    document = Document()
    style = document.styles.add_style("Letterhead Name", 1)
    assert style.style_id == "LetterheadName"
    document.sections[0].header.paragraphs[0].style = style
    document.sections[0].header.paragraphs[0].text = "{{ name }}"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_the_logo_stands_in_the_letterhead_with_its_description(
    board_of: Any, with_letterhead: bytes, tmp_path: Path
) -> None:
    """Its words reach people who can't see it."""
    described = 'Two reeds & a "heron"'
    board = board_of(PIXEL, logo="logo.png", logo_description=described)
    letterhead = letterhead_of(board, tmp_path / "board.yaml")
    made = fill(with_letterhead, {"name": "F"}, name="t", as_of=DAY, letterhead=letterhead)
    package = zipfile.ZipFile(BytesIO(made))
    assert package.read("word/media/board-logo.png") == PIXEL
    header = package.read("word/header1.xml").decode()
    assert 'descr="Two reeds &amp; a &quot;heron&quot;"' in header
    assert "board-logo.png" in package.read("word/_rels/header1.xml.rels").decode()
    assert Document(BytesIO(made)).sections[0].header.paragraphs[0].text == "F"


def test_the_boards_colour_stands_in_for_ours(
    board_of: Any, word: Callable[..., bytes], repack: Any, tmp_path: Path
) -> None:
    """Wherever a style or a paragraph uses the house colour."""
    colour = f'<w:rPr><w:color w:val="{HOUSE_ACCENT}"/></w:rPr><w:t>'.encode()
    change = {"word/document.xml": lambda old: old.replace(b"<w:t>", colour)}
    letterhead = letterhead_of(board_of(accent_colour="#1d5c4a"), tmp_path / "board.yaml")
    template = repack(word("x"), change)
    made = fill(template, {}, name="t", as_of=DAY, letterhead=letterhead)
    xml = zipfile.ZipFile(BytesIO(made)).read("word/document.xml")
    assert b'"1D5C4A"' in xml
    assert HOUSE_ACCENT.encode() not in xml


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "can't be read"),
        (b"", "empty"),
        (b"GIF89a not really", "not a PNG or JPEG"),
        (b"<svg/>", "not a PNG or JPEG"),
        (PIXEL[:30], "damaged"),
        (b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_a_logo_that_cant_be_used_is_said(
    board_of: Any, tmp_path: Path, content: bytes | None, says: str
) -> None:
    """With the line of the profile that names it."""
    board = board_of(content, logo="logo.png")
    with pytest.raises(CaseError, match=says) as caught:
        letterhead_of(board, tmp_path / "board.yaml")
    assert caught.value.problems[0].place == "board profile, logo"
