"""A ledger that someone rewrote: what the file shows by itself, and what only an anchor shows."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from publication.ledger import Ledger, LedgerAction, LedgerEntry, chained

LINES = 5
RECORDED = datetime(2008, 2, 26, 10, 0, tzinfo=UTC)


def chain(before: list[LedgerEntry], by: str, length: int = LINES) -> list[LedgerEntry]:
    """``before`` and new entries of ``by``, each proving the one before it."""
    entries = list(before)
    while len(entries) < length:
        entry = chained(
            entries[-1] if entries else None,
            action=LedgerAction.UNPUBLISHED,
            reference=f"2007-{len(entries) + 1:02}",
            on=date(2008, 3, 5),
            recorded=RECORDED,
            by=by,
        )
        entries.append(entry)
    return entries


GENUINE = chain([], "The board’s office")
HASHES = {entry.number: entry.hash for entry in GENUINE}
ANCHORS = st.integers(1, LINES).map(lambda number: {number: HASHES[number]})


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return Ledger(tmp_path_factory.mktemp("forged") / "ledger.jsonl")


def write(ledger: Ledger, entries: list[LedgerEntry]) -> Ledger:
    ledger.path.write_text("".join(f"{entry.line()}\n" for entry in entries), "utf-8")
    return ledger


@settings(deadline=None)
@given(order=st.lists(st.sampled_from(GENUINE), min_size=1, max_size=LINES + 1))
def test_lines_moved_doubled_or_taken_out_between_others_need_no_anchor(
    ledger: Ledger, order: list[LedgerEntry]
) -> None:
    """Any choice of genuine lines that is not the beginning of the ledger is found."""
    assume(order != GENUINE[: len(order)])
    (problem,) = write(ledger, order).verify()
    first = next(n for n, entry in enumerate(order, 1) if entry not in GENUINE[n - 1 : n])
    assert problem.place == f"ledger.jsonl, line {first}"


@settings(deadline=None)
@given(kept=st.integers(0, LINES - 1), anchor=ANCHORS)
def test_a_tail_cut_off_needs_an_anchor_of_a_line_cut_off(
    ledger: Ledger, kept: int, anchor: dict[int, str]
) -> None:
    """At a line's end, nothing in the file tells."""
    cut = write(ledger, GENUINE[:kept])
    assert cut.verify() == ()
    assert bool(cut.verify(anchor)) is (max(anchor) > kept)


@settings(deadline=None)
@given(kept=st.integers(0, LINES - 1), more=st.integers(0, 2), anchor=ANCHORS)
def test_a_consistent_forgery_needs_an_anchor_of_its_first_line_or_a_later_one(
    ledger: Ledger, kept: int, more: int, anchor: dict[int, str]
) -> None:
    """Each hash covers all lines before it, so that one anchor proves them all."""
    forged = write(ledger, chain(GENUINE[:kept], "A forger", LINES + more))
    assert forged.verify() == ()
    assert bool(forged.verify(anchor)) is (max(anchor) > kept)


@settings(max_examples=150, deadline=None)
@given(position=st.data(), flip=st.integers(1, 255))
def test_a_changed_byte_needs_no_anchor(ledger: Ledger, position: st.DataObject, flip: int) -> None:
    """Wherever it is."""
    edited = bytearray(write(ledger, GENUINE).path.read_bytes())
    edited[position.draw(st.integers(0, len(edited) - 1))] ^= flip
    ledger.path.write_bytes(edited)
    assert len(ledger.verify()) == 1
