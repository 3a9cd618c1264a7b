"""Details that together point to one family come as one finding; one alone does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaction.check import Checker
from redaction.detect.jigsaw import jigsaws
from redaction.detect.jigsaw_table import ENTITIES, JIGSAWS, Piece
from redaction.values import Category, Finding, Passage, Severity

TEXT = (
    "Child W lived in Harnmouth. Child W had Quellin syndrome. Father was a lighthouse keeper."
    " The case was QX08C01234. The family came from Ruritania, the third of five children."
    " A hearing was held on 3 May 2007. She had a brother aged 7 and a sister aged 4."
)
ENTITY_OF = {
    Piece.PLACE: ("UK_PLACE", Category.PLACE, "Harnmouth"),
    Piece.CONDITION: ("RARE_CONDITION", Category.QUASI, "Quellin syndrome"),
    Piece.OCCUPATION: ("RARE_OCCUPATION", Category.QUASI, "lighthouse keeper"),
    Piece.COURT: ("UK_COURT_REFERENCE", Category.CODE, "QX08C01234"),
    Piece.ORIGIN: ("NATIONALITY", Category.QUASI, "Ruritania"),
    Piece.FAMILY: ("BIRTH_ORDER", Category.QUASI, "third of five children"),
    Piece.MOMENT: ("UK_DATE", Category.DATE, "3 May 2007"),
}


def _finding(piece: Piece, severity: Severity = Severity.REVIEW) -> Finding:
    entity, category, text = ENTITY_OF[piece]
    start = TEXT.index(text)
    if piece is Piece.MOMENT:
        severity = Severity.NOTE
    return Finding(
        "", category, severity, text, start, start + len(text), "body, paragraph 1", "", False,
        ("seen",), ("someone",), entity=entity,
    )  # fmt: skip


def _jigsaws(*found: Finding, text: str = TEXT, hidden: bool = False) -> list[Finding]:
    return jigsaws([Passage(text, "body, paragraph 1", "", hidden)], found)


PAIRS = [
    (Piece.COURT, Piece.MOMENT),
    (Piece.CONDITION, Piece.PLACE),
    (Piece.OCCUPATION, Piece.PLACE),
    (Piece.ORIGIN, Piece.PLACE, Piece.FAMILY),
]


@pytest.mark.parametrize("pieces", PAIRS, ids=lambda pieces: " and ".join(pieces))
def test_the_pieces_together_are_one_finding(pieces: tuple[Piece, ...]) -> None:
    """It says which pieces stand where, why, what to blur, and by which source."""
    (found,) = _jigsaws(*map(_finding, pieces))
    assert (found.category, found.severity) == (Category.QUASI, Severity.REVIEW)
    assert TEXT[found.start : found.end] == found.text
    told = "; ".join(found.reasons)
    for piece in pieces:
        assert f"“{ENTITY_OF[piece][2]}” (body, paragraph 1)" in told
    assert "what to blur: " in told
    assert "P37" in told


@pytest.mark.parametrize("pieces", PAIRS, ids=lambda pieces: " and ".join(pieces))
def test_without_one_of_the_pieces_there_is_no_jigsaw(pieces: tuple[Piece, ...]) -> None:
    """Taking any one away is enough."""
    for left_out in pieces:
        assert not _jigsaws(*(_finding(piece) for piece in pieces if piece is not left_out))


def test_ages_of_two_children_with_a_place_and_a_month() -> None:
    """Their ages are no findings by themselves."""
    text = "In Harnmouth, a boy aged 7 and a 4-year-old girl. The baby died in March 2007."
    place = _finding(Piece.PLACE)
    place = Finding(**{**place.__dict__, "start": 3, "end": 12})
    (found,) = _jigsaws(place, text=text)
    assert "“boy aged 7”" in "; ".join(found.reasons)
    assert "“died in March 2007”" in "; ".join(found.reasons)
    assert not _jigsaws(text=text)
    assert not _jigsaws(place, text=text.replace(" and a 4-year-old girl", ""))
    assert not _jigsaws(place, text=text.replace("March 2007", "spring"))


def test_an_origin_with_a_place_and_a_number_of_children() -> None:
    """Where a family comes from is no finding by itself."""
    text = "The Eritrean family lived in Harnmouth, with four older brothers."
    place, order = (
        Finding(**{**_finding(piece).__dict__, "start": at, "end": at + length})
        for piece, at, length in (
            (Piece.PLACE, text.index("Harn"), 9), (Piece.FAMILY, text.index("four"), 19),
        )
    )  # fmt: skip
    (found,) = _jigsaws(place, order, text=text)
    assert "“Eritrean family”" in found.reasons[1]
    assert not _jigsaws(place, text=text)
    assert not _jigsaws(place, order, text=text.replace("Eritrean", "extended"))


def test_what_is_allowed_or_hidden_is_no_piece() -> None:
    """An allowed place is a note; hidden content goes anyway."""
    condition = _finding(Piece.CONDITION)
    assert not _jigsaws(condition, _finding(Piece.PLACE, Severity.NOTE))
    hidden = [Finding(**{**each.__dict__, "hidden": True}) for each in (condition,)]
    assert not _jigsaws(*hidden, _finding(Piece.PLACE))


def test_pieces_that_all_may_stay_are_no_jigsaw() -> None:
    """Whatever an anonymised copy replaces must break the jigsaw too."""
    text = "A boy aged 7 and a girl aged 4. The baby died in March 2007 after a hearing."
    assert not _jigsaws(_finding(Piece.MOMENT), text=text)


def test_many_pieces_are_counted_and_the_same_words_told_once() -> None:
    """A long report gets one finding, not one for each pair."""
    text = " ".join(f"Place{number}" for number in range(50)) + " Quellin Quellin"
    places = [
        Finding("", Category.PLACE, Severity.REVIEW, f"Place{n}", at := text.index(f"Place{n}"),
                at + len(f"Place{n}"), "a", "", False, ("x",), ("x",), entity="UK_PLACE")
        for n in range(50)
    ]  # fmt: skip
    at = text.index("Quellin")
    condition = Finding("", Category.QUASI, Severity.REVIEW, "Quellin", at, at + 7, "a", "", False,
                        ("x",), ("x",), entity="RARE_CONDITION")  # fmt: skip
    (found,) = _jigsaws(*places, condition, text=text)
    assert "and 47 more" in found.reasons[1]


def test_every_piece_of_every_jigsaw_can_be_found() -> None:
    """The table of entities knows each kind, or a category or pattern stands for it."""
    known = {piece for _, piece in ENTITIES} | {Piece.PLACE}
    assert {piece for jigsaw in JIGSAWS for piece in jigsaw.pieces} <= known


WHOLE = (
    "Child W had maple syrup urine disease and went to Harebell Primary School.\n"
    "A teacher of Harebell Primary School rang the clinic in March 2007.\n"
)
ANONYMOUS = (
    "Child W, aged 7, and Sibling 1, aged 4, lived with Mother. Child W had a rare metabolic"
    " condition and went to School 1. Mother was of Eastern European origin. Sibling 1 is a girl."
    " The family court made an order in March 2007, and Child W died in April 2007.\n"
)


def test_a_jigsaw_in_a_file_is_found_and_an_anonymised_copy_has_none(
    checker: Checker, tmp_path: Path
) -> None:
    """The recognisers' own findings are its pieces; what is replaced breaks it."""
    (path := tmp_path / "report.txt").write_text(WHOLE, "utf-8")
    (found,) = [each for each in checker.check(path).findings if each.entity == "JIGSAW"]
    assert "maple syrup urine disease" in found.reasons[1]
    assert "Harebell Primary School" in found.reasons[1]
    clean = WHOLE
    for each in reversed(checker.replacements([WHOLE])[0]):
        clean = clean[: each.start] + each.text + clean[each.end :]
    path.write_text(clean, "utf-8")
    assert not [each for each in checker.check(path).findings if each.entity == "JIGSAW"]


def test_a_properly_anonymised_text_is_no_jigsaw(checker: Checker, tmp_path: Path) -> None:
    """Ages in years, months without days and labels may stand together."""
    (path := tmp_path / "report.txt").write_text(ANONYMOUS, "utf-8")
    assert not [each for each in checker.check(path).findings if each.entity == "JIGSAW"]
