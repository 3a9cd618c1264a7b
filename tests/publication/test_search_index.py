"""The index that readers search: of chosen sections of what is public, the same each time."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from publication import search_index
from publication.build import build_site
from publication.ledger import LedgerAction
from publication.search_index import INDEX
from redaction.errors import PublicationError

ON = date(2008, 3, 5)
LATER = date(2008, 4, 7)
GONE = date(2009, 3, 6)

Build = Callable[..., Path]
Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def two(shelf: Any) -> Any:
    """A folder with two reports that are public."""
    shelf.publish("2007-03", ON)
    shelf.publish("2007-04", ON, keep_until=date(2012, 3, 5))
    return shelf


def found(site: Path) -> dict[str, dict[str, Any]]:
    """What the index holds of each page, by its address."""
    pages = {}
    for path in (site / INDEX / "fragment").iterdir():
        packed = gzip.decompress(path.read_bytes()).decode()
        page = json.loads(packed[packed.index("{") :])
        pages[page["url"]] = page
    return pages


def test_title_themes_findings_and_recommendations_are_found_and_nothing_else(
    two: Any, build: Build
) -> None:
    """Neither the report's own text nor who answers for an action, nor any other page."""
    two.add(LedgerAction.DELAYED, "2008-01", ON, reason="A trial is on.")
    pages = found(build(ON))
    assert set(pages) == {"/reports/2007-03.html", "/reports/2007-04.html"}
    page = pages["/reports/2007-03.html"]
    text = page["content"]
    for chosen in ("Supervision", "nobody put the parts together", "every unexplained bruise",
                   "Write one bruising protocol", "2007-03"):  # fmt: skip
        assert chosen in text
    for other in ("eleven occasions", "Head of Safeguarding", "accepts every finding", "Oyelaran"):
        assert other not in text
    assert page["meta"]["kind"] == "Serious case review"
    assert page["meta"]["reference"] == "2007-03"


def test_what_is_withdrawn_is_gone_from_the_index(two: Any, build: Build, tree: Tree) -> None:
    """Not one fragment of it stays, and the index is that of a site made anew."""
    build(ON)
    two.withdraw("2007-03", GONE)
    out = build(GONE)
    assert set(found(out)) == {"/reports/2007-04.html"}
    assert tree(out) == tree(build(GONE, "anew"))


def test_without_a_public_report_there_is_no_index_and_no_script(shelf: Any, build: Build) -> None:
    """Not even of the pages that are no reports."""
    out = build(ON)
    assert not (out / INDEX).exists()
    page = (out / "search.html").read_text("utf-8")
    assert "can’t be searched" in page
    assert "<script" not in page


def runs_counted(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """Pagefind's runs over pages from now on."""
    runs: list[Sequence[str]] = []
    real = search_index._run

    def counted(*arguments: str, cwd: Path, timeout: float | None = None) -> None:
        if "--site" in arguments:
            runs.append(arguments)
        real(*arguments, cwd=cwd, timeout=timeout)

    monkeypatch.setattr(search_index, "_run", counted)
    return runs


def test_an_index_of_the_same_sections_is_taken_over(
    two: Any, build: Build, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another day, and when something changes that can't be searched."""
    before = tree(build(ON) / INDEX)
    runs = runs_counted(monkeypatch)
    two.add(LedgerAction.DELAYED, "2008-01", LATER, reason="A trial is on.")
    assert tree(build(LATER) / INDEX) == before
    assert runs == []


@pytest.mark.parametrize("spoil", ["edited", "foreign", "missing", "link"])
def test_what_became_of_the_index_on_the_server_is_not_carried_on(
    two: Any, build: Build, tree: Tree, spoil: str, tmp_path: Path
) -> None:
    """It is made anew, byte for byte as it was."""
    out = build(ON)
    made = tree(out)
    page = min((out / INDEX / "fragment").iterdir())
    content = page.read_bytes()
    if spoil == "foreign":
        page.with_name("en-gb_other.pf_fragment").write_bytes(content)
    else:
        page.unlink()
    if spoil == "edited":
        page.write_bytes(content + b"\0")
    elif spoil == "link":
        (tmp_path / "elsewhere").write_bytes(content)
        page.symlink_to(tmp_path / "elsewhere")
    assert tree(build(ON)) == made
    assert not any(path.is_symlink() for path in out.rglob("*"))


def test_settings_of_the_machine_change_nothing(
    two: Any, build: Build, tree: Tree, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither Pagefind's own file and variables nor the number of threads."""
    plain = tree(build(ON))
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["h1"]\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "h1,p")
    monkeypatch.setenv("RAYON_NUM_THREADS", "1")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert tree(build(ON, "again")) == plain


def test_where_pagefind_does_not_run_the_site_has_the_list(
    two: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its program is for another machine: the system says so when it is started."""
    program = tmp_path / "pagefind"
    program.write_bytes(b"\x7fELF of another machine")
    program.chmod(0o755)
    monkeypatch.setattr(search_index, "_program", lambda: program)
    search_index.can_index.cache_clear()
    try:
        result = build_site(two.folder.path, ON, tmp_path / "site")
    finally:
        search_index.can_index.cache_clear()
    assert result.lacks_search
    assert not (result.out / INDEX).exists()
    page = (result.out / "search.html").read_text("utf-8")
    assert "can’t be searched" in page
    assert 'href="reports/index.html"' in page


@pytest.mark.parametrize("how", ["fails", "leaves out"])
def test_an_index_that_is_not_whole_leaves_the_old_site(
    two: Any, build: Build, tree: Tree, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether Pagefind says so or not."""
    out = build(ON)
    before = tree(out)
    real = search_index._run

    def spoilt(*arguments: str, cwd: Path, timeout: float | None = None) -> None:
        if how == "fails":
            raise subprocess.CalledProcessError(1, "pagefind")
        min(cwd.glob("reports/*.html")).unlink()
        real(*arguments, cwd=cwd, timeout=timeout)

    monkeypatch.setattr(search_index, "_run", spoilt)
    two.publish("2007-05", LATER)
    with pytest.raises(PublicationError, match="not made whole"):
        build(LATER)
    assert tree(out) == before
    assert not list(out.parent.glob(".*.new"))
