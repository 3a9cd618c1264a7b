"""What the name model is trained with, and that training gives the same model twice."""

# ruff: noqa: S311 - chance that repeats is what is tested

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redaction.errors import RedactionError
from redaction.model import train as training
from redaction.model.corpora import Corpora, read_corpora
from redaction.model.example import LABELS, Example, Span, joined, pieces
from redaction.model.invent import Sentences
from redaction.model.lists import by_heading, family_names, given_names
from redaction.model.noise import noisy
from redaction.model.people import People, is_held_out

CARD = Path(training.__file__).with_name("README.md")


def test_the_lists_hold_names_of_many_descents() -> None:
    """At least 1,500 given and 1,500 family names, none twice, under twenty or more headings."""
    for name, every in (("given_names", given_names()), ("family_names", family_names())):
        groups = by_heading(name)
        assert len(every) >= 1500
        assert len(groups) >= 20
        assert sum(map(len, groups.values())) == len(every)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000))
def test_invented_passages_are_well_marked(seed: int) -> None:
    """Labels are known, spans lie in order inside the text, no slot stays open."""
    chance = Random(seed)
    for example in islice(Sentences(chance).passages(), 20):
        for written in (example, noisy(example, chance)):
            at = 0
            for span in written.spans:
                assert at <= span.start < span.end <= len(written.text)
                assert span.label in LABELS
                at = span.end
            assert "{" not in written.text
            assert joined(pieces(written)) == written


def test_held_out_names_are_never_trained_on() -> None:
    """Measuring draws from other names than training."""
    trained, measured = People(Random(0)), People(Random(0), held_out=True)
    drawn = {trained.given() for _ in range(2000)} | {trained.family() for _ in range(2000)}
    assert not [name for name in drawn if "-" not in name and is_held_out(name)]
    assert all(
        is_held_out(part) for _ in range(200) for part in [measured.given()] if "-" not in part
    )


def test_the_corpora_are_read_with_their_labels(tmp_path: Path) -> None:
    """Titles are no part of a name, masked bodies only, and accounts are not people."""
    corpora = read_corpora(_folder(tmp_path))
    (paragraph,) = corpora.courts
    assert [paragraph.text[s.start : s.end] for s in paragraph.spans] == ["Danuta Wolny", "Tolwick"]
    social = next(one for one in corpora.general if "rang" in one.text)
    assert social.text == "@wolny rang Danuta Wolny."
    assert social.spans == (Span(12, 24, "PERSON"),)


def test_missing_corpora_are_one_clear_error(tmp_path: Path) -> None:
    """The command ends with a sentence, not with a traceback."""
    with pytest.raises(RedactionError, match="can't be read"):
        read_corpora(tmp_path)
    command = [sys.executable, "-m", "redaction.model.train", "--data", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "README.md" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_same_seed_trains_the_same_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two short trainings with one seed agree to the last bit; another seed differs."""
    monkeypatch.setattr(training, "_INVENTED", 30)
    few = (Example("Danuta rang.", (Span(0, 6, "PERSON"),)), Example("No one came.", ()))
    corpora = Corpora(courts=few, general=few, held_out={})
    first, second, other = (
        training.train(corpora, seed=seed, rounds=1).get_pipe("tok2vec").to_bytes()
        for seed in (3, 3, 4)
    )
    assert first == second
    assert first != other


def test_the_card_gives_sources_licences_and_figures() -> None:
    """Data with attribution, the command, figures for every kind of name, and limits."""
    card = CARD.read_text("utf-8")
    for needed in (
        "Text Anonymization Benchmark", "MIT", "wikigold", "WNUT 2017", "Broad Twitter Corpus",
        "CC BY 4.0", "python -m redaction.model.train", "python benchmarks/name_model.py", "Limits",
    ):  # fmt: skip
        assert needed in card
    rows = [line for line in card.splitlines() if line.startswith("|")]
    assert all(any(f"| {label} |" in row for row in rows) for label in LABELS)


def _folder(folder: Path) -> Path:
    text = "Mrs Danuta Wolny lived in Tolwick.\n"
    mentions = [("PERSON", 0, 16, "DIRECT"), ("LOC", 26, 33, "QUASI"), ("ORG", 17, 22, "NO_MASK")]
    document = {
        "text": text,
        "annotations": {
            "one": {
                "entity_mentions": [
                    {
                        "entity_type": kind,
                        "start_offset": start,
                        "end_offset": end,
                        "identifier_type": masked,
                    }
                    for kind, start, end, masked in mentions
                ]
            }
        },
    }
    for name in ("tab-train.json", "tab-dev.json"):
        (folder / name).write_text(json.dumps([document]), "utf-8")
    lines = "@\tB-PER\nwolny\tB-PER\nrang\tO\nDanuta\tB-PER\nWolny\tI-PER\n.\tO\n\n"
    for name in ("wikigold.conll.txt", "wnut17-train.conll", "wnut17-dev.conll", "btc-a.conll"):
        (folder / name).write_text(lines, "utf-8")
    return folder
