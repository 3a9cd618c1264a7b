"""The ledger: lines that are only added, and what shows when one of them is touched."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publication.ledger import START, Ledger, LedgerAction, LedgerEntry
from redaction.errors import PublicationError

RECORDED = datetime(2008, 2, 26, 10, 0, tzinfo=UTC)


def add(ledger: Ledger, reference: str, **details: Any) -> LedgerEntry:
    fields = {"on": date(2008, 3, 5), "recorded": RECORDED, "by": "The board’s office", **details}
    action = fields.pop("action", LedgerAction.PUBLISHED)
    return ledger.append(action, reference, **fields)


def filled(folder: Path, count: int = 3) -> Ledger:
    ledger = Ledger(folder / "ledger.jsonl")
    for number in range(1, count + 1):
        add(ledger, f"2007-{number:02}", retention_months=12, citation="B&NES 2016 §8.1")
    return ledger


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger of three lines."""
    return filled(tmp_path_factory.mktemp("written")).path.read_bytes()


def reread(folder: Path, content: bytes) -> Ledger:
    ledger = Ledger(folder / "ledger.jsonl")
    ledger.path.write_bytes(content)
    return ledger


def test_a_ledger_that_is_not_there_is_empty_and_intact(tmp_path: Path) -> None:
    """Nothing was published yet."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    assert ledger.entries() == ()
    assert ledger.verify() == ()
    assert ledger.head() == START


def test_entries_come_back_as_they_were_added(tmp_path: Path) -> None:
    """Numbered from 1, each naming the hash of the one before."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    first = add(ledger, "2007-03", sha256="a" * 64, retention_months=12)
    second = add(ledger, "2007-03", action=LedgerAction.WITHDRAWN, reason="A court’s order\n“now”")
    assert ledger.entries() == (first, second)
    assert [first.number, second.number] == [1, 2]
    assert [first.previous, second.previous] == [START, first.hash]
    assert ledger.head() == second.hash
    assert ledger.verify() == ()


def test_adding_leaves_the_lines_before_it_alone(tmp_path: Path) -> None:
    """The file only ever grows at its end."""
    ledger = filled(tmp_path)
    before = ledger.path.read_bytes()
    add(ledger, "2008-01")
    assert ledger.path.read_bytes().startswith(before)


@settings(max_examples=150, deadline=None)
@given(chosen=st.data())
def test_any_edited_byte_is_found(
    written: bytes, tmp_path_factory: pytest.TempPathFactory, chosen: st.DataObject
) -> None:
    """Whatever byte becomes whatever other byte, it is one clear error and never a traceback."""
    position = chosen.draw(st.integers(0, len(written) - 1))
    flipped = chosen.draw(st.integers(1, 255))
    edited = bytearray(written)
    edited[position] ^= flipped
    folder = tmp_path_factory.mktemp("edited")
    ledger = reread(folder, bytes(edited))
    (problem,) = ledger.verify()
    line = min(written[:position].count(b"\n") + 1, 3)
    assert problem.place in (f"ledger.jsonl, line {line}", f"ledger.jsonl, line {line + 1}")
    assert problem.remedy
    with pytest.raises(PublicationError):
        ledger.entries()
    with pytest.raises(PublicationError):
        add(ledger, "2008-01")
    assert ledger.path.read_bytes() == edited
    shutil.rmtree(folder)


@settings(max_examples=60, deadline=None)
@given(kept=st.data())
def test_a_torn_last_line_is_found(
    written: bytes, tmp_path_factory: pytest.TempPathFactory, kept: st.DataObject
) -> None:
    """A file cut anywhere but at a line's end is torn; at a line's end the anchors tell."""
    length = kept.draw(st.integers(1, len(written) - 1))
    folder = tmp_path_factory.mktemp("torn")
    head = reread(folder, written).head()
    ledger = reread(folder, written[:length])
    if written[length - 1 : length] == b"\n":
        assert ledger.verify() == ()
    else:
        assert len(ledger.verify()) == 1
    assert ledger.verify({3: head})
    shutil.rmtree(folder)


@pytest.mark.parametrize("order", [(0, 2, 1), (1, 0, 2), (2, 1, 0), (0, 0, 1), (1, 2), (0, 2)])
def test_lines_in_another_order_doubled_or_taken_out_are_found(
    written: bytes, tmp_path: Path, order: tuple[int, ...]
) -> None:
    """Each line proves the one before it."""
    lines = written.splitlines(keepends=True)
    assert len(reread(tmp_path, b"".join(lines[place] for place in order)).verify()) == 1


def test_a_forged_last_line_is_found_by_the_hash_kept_elsewhere(
    written: bytes, tmp_path: Path
) -> None:
    """Whoever can write the file can chain a new line; the register and the site remember."""
    genuine = reread(tmp_path, written)
    anchors = {entry.number: entry.hash for entry in genuine.entries()}
    forged = reread(tmp_path, b"".join(written.splitlines(keepends=True)[:2]))
    add(forged, "2007-03", action=LedgerAction.UNPUBLISHED, reason="Never happened")
    assert forged.verify() == ()
    (problem,) = forged.verify(anchors)
    assert problem.place == "ledger.jsonl, line 3"


def test_a_longer_ledger_still_holds_the_anchors_of_a_shorter_one(tmp_path: Path) -> None:
    """Adding is no forgery."""
    ledger = filled(tmp_path, 2)
    anchor = {2: ledger.head()}
    add(ledger, "2008-01")
    assert ledger.verify(anchor) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\n",
        b"null\n",
        b"[]\n",
        b"{}\n",
        b'{"number": 1}\n',
        b"\xff\xfe\n",
        b"[" * 100_000 + b"\n",
        b'{"number":' + b"9" * 10_000 + b"}\n",
    ],
    ids=["blank", "null", "list", "object", "short", "not UTF-8", "deep", "huge number"],
)
def test_a_line_that_is_no_entry_is_one_error(tmp_path: Path, content: bytes) -> None:
    """No parser's message reaches a person."""
    (problem,) = reread(tmp_path, content).verify()
    assert problem.place == "ledger.jsonl, line 1"


def test_a_refusal_before_writing_writes_nothing(tmp_path: Path) -> None:
    """What the caller checks while the ledger is locked counts."""
    ledger = filled(tmp_path)
    before = ledger.path.read_bytes()

    @contextmanager
    def refuse(entries: Any) -> Iterator[None]:
        assert [entry.number for entry in entries] == [1, 2, 3, 4]
        raise PublicationError.because("report", "may not be published")
        yield

    with pytest.raises(PublicationError, match="may not"):
        add(ledger, "2008-01", around_writing=refuse)
    assert ledger.path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.jsonl"]


@pytest.mark.parametrize("wrong", [{"by": ""}, {"retention_months": 0}, {"mood": "cheerful"}])
def test_an_entry_that_lacks_or_invents_something_is_refused(
    tmp_path: Path, wrong: dict[str, Any]
) -> None:
    """With the field named."""
    with pytest.raises(PublicationError, match="ledger entry, "):
        add(Ledger(tmp_path / "ledger.jsonl"), "2007-03", **wrong)


def _append_many(path: Path, name: str, count: int) -> None:
    for number in range(count):
        add(Ledger(path), f"{name}-{number}")


def test_two_programs_that_add_at_once_make_one_chain(tmp_path: Path) -> None:
    """Neither loses a line of the other, and the hashes fit."""
    path = tmp_path / "ledger.jsonl"
    context = multiprocessing.get_context("fork")
    programs = [
        context.Process(target=_append_many, args=(path, name, 12)) for name in ("one", "two")
    ]
    for program in programs:
        program.start()
    for program in programs:
        program.join(30)
    assert [program.exitcode for program in programs] == [0, 0]
    entries = Ledger(path).entries()
    assert [entry.number for entry in entries] == list(range(1, 25))
    assert {entry.reference for entry in entries} == {
        f"{name}-{number}" for name in ("one", "two") for number in range(12)
    }
