"""``mend`` through the command line: it asks the register and the site before it takes a line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def held(run: Callable[..., Any], home: Path) -> Path:
    """A folder of publications with one line, in the register of the case, and built from."""
    folder = home / "publications"
    case = ("--case", home / "cases" / "2007-03", "--publications", folder)
    assert run("hold-back", *case, "--as", "delayed", "--reason", "A trial").code == 0
    site = ("--publications", folder, "--out", home / "site")
    assert run("site", "build", *site).code == 0
    return folder


def test_a_torn_line_that_nobody_knows_comes_off(
    run: Callable[..., Any], home: Path, held: Path
) -> None:
    """Both the register and the site know the line before it."""
    ledger = held / "ledger.jsonl"
    whole = ledger.read_bytes()
    ledger.write_bytes(whole + whole[:50])
    refused = run("publications", "--publications", held)
    assert (refused.code, "casereview mend" in refused.err) == (2, True)
    outcome = run(
        "mend",
        "--publications",
        held,
        "--case",
        home / "cases" / "2007-03",
        "--site",
        home / "site",
    )
    assert outcome.code == 0, outcome.err
    assert "its lines: 1" in outcome.out
    assert ledger.read_bytes() == whole
    assert run("publications", "--publications", held).code == 0


@pytest.mark.parametrize("witness", [("--case", "cases/2007-03"), ("--site", "site")])
def test_a_line_that_the_register_or_the_site_knows_stays(
    run: Callable[..., Any], home: Path, held: Path, witness: tuple[str, str]
) -> None:
    """It was complete once; what is left of it may help to find the backup."""
    ledger = held / "ledger.jsonl"
    torn = ledger.read_bytes()[:-9]
    ledger.write_bytes(torn)
    option, where = witness
    outcome = run("mend", "--publications", held, option, home / where)
    assert (outcome.code, "recorded elsewhere" in outcome.err) == (2, True)
    assert ledger.read_bytes() == torn


@pytest.mark.parametrize("witness", [(), ("--site", "nowhere")])
def test_without_a_witness_nothing_is_taken_off(
    run: Callable[..., Any], held: Path, witness: tuple[str, ...]
) -> None:
    """Nobody could tell whether the line was complete."""
    ledger = held / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes()[:-9])
    outcome = run("mend", "--publications", held, *witness)
    assert outcome.code == 2
    assert "--site DIR" in outcome.err or "no site built here" in outcome.err
