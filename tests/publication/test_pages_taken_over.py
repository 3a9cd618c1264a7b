"""Pages of the site that stands go into the next one only as they were made, and never too long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from publication import site_source
from publication.build import build_site
from publication.ledger import LedgerAction
from publication.pages import press
from publication.pages.made import MadeFile
from publication.search_index import INDEX

ON = date(2008, 3, 5)
LATER = date(2008, 4, 7)
GONE = date(2009, 3, 6)
DAY = timedelta(days=1)
PAGE = "reports/2007-03.html"
OTHER = "reports/2007-04.html"

Build = Callable[..., Path]
Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def two(shelf: Any) -> Any:
    """A folder with two reports that are public."""
    shelf.publish("2007-03", ON)
    shelf.publish("2007-04", ON, keep_until=date(2012, 3, 5))
    return shelf


def test_an_unchanged_page_is_the_old_file_and_a_changed_one_is_new(two: Any, build: Build) -> None:
    """A report withdrawn changes its own page; the page of the other is taken over."""
    out = build(ON)
    before = {name: (out / name).stat().st_ino for name in (PAGE, OTHER)}
    two.withdraw("2007-03", GONE)
    out = build(GONE)
    assert before[PAGE] != (out / PAGE).stat().st_ino
    assert b"noindex" in (out / PAGE).read_bytes()
    assert before[OTHER] == (out / OTHER).stat().st_ino


def test_a_site_with_pages_taken_over_is_the_same_as_one_made_anew(
    two: Any, build: Build, tree: Tree
) -> None:
    """Byte for byte, on the same day, a day later and after a change."""
    cold = tree(build(ON))
    assert cold == tree(build(ON))
    assert tree(build(ON + DAY)) == tree(build(ON + DAY, "a-day-later"))
    two.add(LedgerAction.DELAYED, "2008-01", LATER, reason="A trial is on.")
    assert tree(build(LATER)) == tree(build(LATER, "anew"))


def test_another_version_of_the_program_makes_every_page_anew(
    two: Any, build: Build, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever file of it changed: what a page says comes from many of them."""
    out = build(ON)
    before, made = {path: path.stat().st_ino for path in out.glob("reports/*.html")}, tree(out)
    monkeypatch.setattr(site_source, "sources_digest", lambda folder: "another")
    build(ON)
    assert all(path.stat().st_ino != before[path] for path in out.glob("reports/*.html"))
    assert tree(out).keys() == made.keys()


@pytest.mark.parametrize("spoil", ["edited", "link", "missing"])
def test_what_became_of_a_page_on_the_server_is_not_carried_on(
    two: Any, build: Build, tree: Tree, spoil: str, tmp_path: Path
) -> None:
    """An edited byte, a link to elsewhere or a page that went missing: it is made anew."""
    out = build(ON)
    made = tree(out)
    page = out / PAGE
    page.unlink()
    if spoil == "edited":
        page.write_bytes(made[PAGE].replace(b"</main>", b"<b>x</b></main>"))
    elif spoil == "link":
        (tmp_path / "elsewhere").write_bytes(made[PAGE])
        page.symlink_to(tmp_path / "elsewhere")
    assert tree(build(ON)) == made
    assert not (out / PAGE).is_symlink()


def test_a_record_that_is_damaged_costs_time_and_nothing_else(
    two: Any, build: Build, tree: Tree
) -> None:
    """The record of what was made is outside the site, and is made again."""
    out = build(ON)
    made = tree(out)
    record = MadeFile.beside(out)
    assert out not in record.path.parents
    record.path.write_text('{"pages": ')
    assert tree(build(ON)) == made
    lists = {page.relative_to(out).as_posix() for page in out.glob("reports/*.html")}
    assert set(record.read()) == lists | {INDEX}


def test_many_processes_make_the_same_pages_as_one(
    two: Any, build: Build, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number of processes shows nowhere."""
    alone = tree(build(ON))
    monkeypatch.setattr(press, "_ALONE", 0)
    monkeypatch.setattr(press, "_BATCH", 1)
    assert tree(build(ON, "together")) == alone


def test_nothing_but_the_site_and_its_record_stays_behind(two: Any, tmp_path: Path) -> None:
    """No folder of work, no old site: what was withdrawn lies nowhere."""
    out = build_site(two.folder.path, ON, tmp_path / "out" / "site").out
    assert {path.name for path in out.parent.iterdir()} == {
        "site", ".site.made.json",
    }  # fmt: skip
