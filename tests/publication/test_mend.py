"""A ledger torn by a power cut: mended where nothing complete is lost, and refused otherwise."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from publication.ledger import LedgerAction
from publication.mend import mend_ledger
from redaction.errors import PublicationError

HELD = (LedgerAction.DELAYED, LedgerAction.UNPUBLISHED, LedgerAction.DELAYED)


@pytest.fixture
def written(shelf: Any) -> bytes:
    """A ledger of three lines, and its bytes."""
    for number, action in enumerate(HELD, start=1):
        shelf.add(action, f"2007-{number:02}", date(2008, 3, 5), "A trial")
    content: bytes = shelf.folder.ledger.path.read_bytes()
    return content


def test_every_torn_end_comes_off_and_is_kept_beside_the_folder(
    shelf: Any, written: bytes, tmp_path: Path
) -> None:
    """Wherever the last line is torn, the lines before it stay, and the torn bytes too."""
    path = shelf.folder.ledger.path
    start = written[:-1].rindex(b"\n") + 1
    for cut in (*range(start + 1, len(written) - 1, 41), len(written) - 2):
        path.write_bytes(written[:cut])
        with pytest.raises(PublicationError, match=r"line 3: is torn off.*casereview mend"):
            shelf.folder.ledger.entries()
        mended = mend_ledger(shelf.folder.path, {2: shelf_hash(written, 2)})
        assert (mended.lines, path.read_bytes()) == (2, written[:start])
        assert mended.kept is not None
        assert mended.kept.parent == tmp_path
        assert mended.kept.read_bytes() == written[start:cut]


def shelf_hash(written: bytes, number: int) -> str:
    """The hash of a line, as it was recorded elsewhere."""
    import json

    found: str = json.loads(written.splitlines()[number - 1])["hash"]
    return found


def test_a_line_that_was_complete_is_not_taken_off(shelf: Any, written: bytes) -> None:
    """An anchor says that it was; then only a backup helps, and nothing is changed."""
    path = shelf.folder.ledger.path
    path.write_bytes(written[:-20])
    with pytest.raises(PublicationError, match=r"line 3: .*recorded elsewhere.*backup") as refused:
        mend_ledger(shelf.folder.path, {3: shelf_hash(written, 3)})
    assert len(refused.value.problems) == 1
    assert path.read_bytes() == written[:-20]


def test_a_line_that_lacks_its_end_only_gets_it(shelf: Any, written: bytes, tmp_path: Path) -> None:
    """Nothing is lost of it, whatever the anchors know of it."""
    path = shelf.folder.ledger.path
    for anchors in ({}, {3: shelf_hash(written, 3)}):
        path.write_bytes(written[:-1])
        assert len(shelf.folder.ledger.verify(anchors)) == 1
        assert mend_ledger(shelf.folder.path, anchors).kept is None
        assert path.read_bytes() == written
    assert [each.name for each in tmp_path.iterdir()] == ["publications"]


def test_a_whole_ledger_stays_as_it_is(shelf: Any, written: bytes) -> None:
    """Also the second time."""
    assert mend_ledger(shelf.folder.path, {}).lines == 3
    assert shelf.folder.ledger.path.read_bytes() == written


@pytest.mark.parametrize("edit", [(b"A trial", b"A trick"), (b"2007-01", b"2007-09")])
def test_a_forged_line_before_the_torn_one_is_not_mended(
    shelf: Any, written: bytes, edit: tuple[bytes, bytes]
) -> None:
    """Mending must not bless it."""
    forged = written.replace(*edit, 1)[:-20]
    shelf.folder.ledger.path.write_bytes(forged)
    with pytest.raises(PublicationError, match="line 1: was changed"):
        mend_ledger(shelf.folder.path, {})
    assert shelf.folder.ledger.path.read_bytes() == forged
