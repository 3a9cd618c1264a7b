"""However a name is cut up, a reading has it whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaction.read import read_content
from redaction.read.fold import fold, fold_with_origins, spell_out

NAME = "Zorvbanldin"
FORMATS = ["", "<w:b/>", '<w:color w:val="123456"/>', "<w:vanish w:val='0'/>"]


@given(
    cuts=st.sets(st.integers(1, len(NAME) - 1)),
    looks=st.lists(st.sampled_from(FORMATS), min_size=12, max_size=12),
    between=st.sampled_from(
        ["", "<w:proofErr w:type='spellStart'/>", "<w:bookmarkEnd w:id='1'/>", "<!-- x -->"]
    ),
)
def test_a_name_split_over_any_runs_is_found(
    cuts: set[int], looks: list[str], between: str, simple_word: Callable[[str], bytes]
) -> None:
    """Runs, their formats and what stands between them do not matter."""
    bounds = [0, *sorted(cuts), len(NAME)]
    runs = [
        f"<w:r><w:rPr>{look}</w:rPr><w:t>{NAME[start:end]}</w:t></w:r>"
        for start, end, look in zip(bounds, bounds[1:], looks, strict=False)
    ]
    content = simple_word(f"<w:p>{between.join(runs)}</w:p>")
    assert NAME in [each.text for each in read_content("a.docx", content).passages]


@pytest.mark.parametrize(
    ("middle", "where"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>anl</w:t></w:r>", "hidden text"),
        ('<w:del w:author="B"><w:r><w:delText>anl</w:delText></w:r></w:del>', "deleted text"),
    ],
)
def test_a_name_half_seen_and_half_hidden_is_found(
    middle: str, where: str, simple_word: Callable[[str], bytes]
) -> None:
    """The hidden half is given with the letters that touch it."""
    runs = f"<w:r><w:t>by Zorvb</w:t></w:r>{middle}<w:r><w:t>din now</w:t></w:r>"
    passages = read_content("a.docx", simple_word(f"<w:p>{runs}</w:p>")).passages
    found = [each for each in passages if NAME in each.text]
    assert [(each.text, each.hidden) for each in found] == [(NAME, True)]
    assert found[0].where.startswith(where)


def test_a_name_cut_by_an_insertion_is_found(simple_word: Callable[[str], bytes]) -> None:
    """Rejecting the tracked change brings the name back."""
    inserted = '<w:ins w:author="B"><w:r><w:t>x</w:t></w:r></w:ins>'
    runs = f"<w:r><w:t>Zorv</w:t></w:r>{inserted}<w:r><w:t>banldin</w:t></w:r>"
    passages = read_content("a.docx", simple_word(f"<w:p>{runs}</w:p>")).passages
    assert [each.where for each in passages if each.text == NAME] == [
        "text before a tracked insertion, body, paragraph 1"
    ]


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """A folded text is in its final form."""
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="utf-8")))
def test_every_folded_code_point_knows_where_it_came_from(text: str) -> None:
    """Origins are within the original and never go back."""
    folded = fold_with_origins(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True)
    )


@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        ("Zorvbann_note", "Zorvbann note"),
        ("ZorvbannReport2", "Zorvbann Report 2"),
        ("McDonald", "McDonald"),
        ("AB123CD", "AB123CD"),
        ("zo\u00adrv", "zorv"),
    ],
)
def test_identifiers_are_spelt_out(identifier: str, words: str) -> None:
    """A name inside an identifier stands as a word of its own."""
    assert spell_out(identifier) == words
