"""What of a board's profile a check need not ask about."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.load import load_board
from casework.model.board import OWN_NAME
from redaction.errors import CaseError

PROFILE = Path(__file__).parents[2] / "examples" / "boards" / "larkshire.yaml"


def test_the_boards_own_names_need_no_entry() -> None:
    """Its names, area, agencies and letterhead, with the reason; not who works there."""
    board = load_board(PROFILE)
    words = board.harmless_words
    for own in (board.name, board.short_name, board.email, board.chair.email, "4 Fuller's Walk"):
        assert words[own] == OWN_NAME
    assert {agency.name for agency in board.agencies} <= set(words)
    people = [board.chair, board.business_manager, board.administrator]
    people += [agency.chief_officer for agency in board.agencies]
    assert not {person.name for person in people} & set(words)


def test_the_boards_own_reason_wins() -> None:
    """An entry of the profile says more than ours."""
    board = load_board(PROFILE)
    assert board.harmless_words["Larkminster"] == board.allowed_words["Larkminster"]


@pytest.mark.parametrize("entry", ["Exampleton:", 'Exampleton: "  "', '" ": a reason'])
def test_an_entry_without_a_word_or_a_reason_is_an_error(entry: str, tmp_path: Path) -> None:
    """The file is refused with the place."""
    profile = PROFILE.read_text("utf-8").replace("allowed_words:\n", f"allowed_words:\n  {entry}\n")
    path = tmp_path / "larkshire.yaml"
    path.write_text(profile, "utf-8")
    with pytest.raises(CaseError, match="allowed_words"):
        load_board(path)


def test_a_language_model_is_named_in_the_profile(tmp_path: Path) -> None:
    """None, mostly."""
    assert load_board(PROFILE).language_model == ""
    path = tmp_path / "larkshire.yaml"
    path.write_text(f"{PROFILE.read_text('utf-8')}\nlanguage_model: en_core_web_lg\n", "utf-8")
    assert load_board(path).language_model == "en_core_web_lg"
