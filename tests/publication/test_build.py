"""Real builds of the public site: whole or not at all, and nothing on it after its time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from publication.build import build_site
from publication.ledger import LedgerAction
from publication.report_state import PublicState
from redaction.errors import PublicationError

ON = date(2008, 3, 5)
LAST = date(2009, 3, 5)
GONE = date(2009, 3, 6)
ROOT = Path(__file__).parents[2]


Spoil = Callable[[Any], object]


def _edit(shelf: Any, file: str) -> None:
    path = shelf.folder.report_folder("2007-03") / file
    path.write_bytes(path.read_bytes() + b" ")


SPOILED: dict[str, tuple[Spoil, str]] = {
    "report edited": (lambda shelf: _edit(shelf, "report.md"), "report.md"),
    "facts edited": (lambda shelf: _edit(shelf, "publication.json"), "publication.json"),
    "report missing": (
        lambda shelf: (shelf.folder.report_folder("2007-03") / "report.md").unlink(),
        "report.md",
    ),
    "facts missing": (
        lambda shelf: (shelf.folder.report_folder("2007-03") / "publication.json").unlink(),
        "publication.json",
    ),
    "folder missing": (
        lambda shelf: shutil.rmtree(shelf.folder.report_folder("2007-03")),
        "report 2007-03",
    ),
    "second report beside it": (
        lambda shelf: (shelf.folder.report_folder("2007-03") / "report.html").write_text("<p>x"),
        "2007-03",
    ),
    "folder that nobody published": (
        lambda shelf: shutil.copytree(
            shelf.folder.report_folder("2007-03"), shelf.folder.reports / "2007-04"
        ),
        "reports/2007-04",
    ),
    "file that is foreign": (
        lambda shelf: (shelf.folder.path / "case.yaml").write_text("child:"),
        "case.yaml",
    ),
    "hidden file": (
        lambda shelf: (shelf.folder.reports / "2007-03" / ".DS_Store").write_text("x"),
        ".DS_Store",
    ),
    "link to elsewhere": (
        lambda shelf: (shelf.folder.reports / "2007-03" / "report.html").symlink_to("/etc/hosts"),
        "report.html",
    ),
    "ledger edited": (
        lambda shelf: shelf.folder.ledger.path.write_bytes(
            shelf.folder.ledger.path.read_bytes().replace(b"2008-03-05", b"2008-03-06")
        ),
        "ledger.jsonl",
    ),
    "ledger missing": (lambda shelf: shelf.folder.ledger.path.unlink(), "ledger.jsonl"),
    "board missing": (lambda shelf: shelf.folder.board_path.unlink(), "publications"),
    "board edited": (lambda shelf: shelf.folder.board_path.write_text("{}"), "board.json"),
    "key missing": (lambda shelf: shelf.folder.key_path.unlink(), "key"),
}


@pytest.mark.parametrize(("spoil", "place"), SPOILED.values(), ids=SPOILED)
def test_a_folder_that_is_not_as_the_ledger_says_builds_nothing(
    shelf: Any,
    build: Callable[..., Path],
    tree: Callable[[Path], dict[str, bytes]],
    spoil: Spoil,
    place: str,
) -> None:
    """The error names the place, and the old site is whole."""
    shelf.publish("2007-03", ON)
    site = build(ON)
    before = tree(site.parent / "site")
    spoil(shelf)
    with pytest.raises(PublicationError) as caught:
        build(date(2008, 3, 6))
    assert place in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert tree(site) == before
    beside = [".site.made.json", "publications", "site"]
    assert sorted(path.name for path in site.parent.iterdir()) == beside


def test_two_references_with_one_address_build_nothing(
    shelf: Any, build: Callable[..., Path]
) -> None:
    """ "2007/03" and "2007-03" would be the same page."""
    shelf.publish("2007-03", ON)
    shelf.publish("2007/03", ON)
    with pytest.raises(PublicationError, match="same address"):
        build(ON)


def test_fingerprints_that_went_missing_build_nothing(
    shelf: Any, build: Callable[..., Path]
) -> None:
    """Without them a forgotten copy could not be found."""
    shelf.publish("2007-03", ON)
    shelf.withdraw("2007-03", GONE)
    shelf.folder.fingerprints_path("2007-03").unlink()
    with pytest.raises(PublicationError, match="no fingerprints"):
        build(GONE)


def test_a_text_put_back_after_its_withdrawal_builds_nothing(
    shelf: Any, build: Callable[..., Path], tmp_path: Path
) -> None:
    """A restored backup does not bring a report back to life."""
    shelf.publish("2007-03", ON)
    shutil.copytree(shelf.folder.report_folder("2007-03"), tmp_path / "kept")
    shelf.withdraw("2007-03", GONE)
    shutil.copytree(tmp_path / "kept", shelf.folder.report_folder("2007-03"))
    with pytest.raises(PublicationError, match="still there"):
        build(GONE)


def test_the_boards_contacts_at_the_end_of_a_report_do_not_stop_the_site_when_its_time_is_over(
    shelf: Any, build: Callable[..., Path]
) -> None:
    """They run on as on our contact page; any other sentence of the report would be found."""
    end = "E-mail: reviews@hollinmoor-board.example, telephone 01632 960120. If you are worried"
    shelf.publish("2007-03", ON, f"# Contact\n\n{end} about a child\n".encode())
    assert (build(GONE) / "contact.html").exists()


def test_a_ledger_cut_short_since_the_last_build_builds_nothing(
    shelf: Any, build: Callable[..., Path]
) -> None:
    """The built site remembers the ledger's head."""
    shelf.publish("2007-03", ON)
    shelf.publish("2008-01", ON)
    build(ON)
    path = shelf.folder.ledger.path
    path.write_text(path.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    shutil.rmtree(shelf.folder.report_folder("2008-01"))
    with pytest.raises(PublicationError, match="recorded elsewhere"):
        build(ON)


def test_a_swap_that_fails_brings_the_old_site_back(
    shelf: Any,
    build: Callable[..., Path],
    tree: Callable[[Path], dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As when someone has the folder open."""
    shelf.publish("2007-03", ON)
    site = build(ON)
    before = tree(site)
    genuine = Path.rename

    def refusing(path: Path, target: Path) -> Path:
        if path.name == ".site.new":
            raise PermissionError(13, "Permission denied")
        return genuine(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refusing)
        with pytest.raises(PublicationError, match="site"):
            build(LAST)
    assert tree(site) == before


BUILD = """
import sys
from datetime import date
from pathlib import Path
from publication.build import build_site
build_site(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), Path(sys.argv[3]))
"""


@pytest.mark.parametrize("name", [".site.made.json", ".site.searched"])
def test_what_only_makes_the_next_build_faster_may_not_be_writable(
    shelf: Any, build: Callable[..., Path], tree: Callable[[Path], Any], tmp_path: Path, name: str
) -> None:
    """The new site is in place by then; the build after it is as right."""
    shelf.publish("2007-03", ON)
    shelf.publish("2007-04", date(2008, 4, 1), b"# Findings\n\nNobody read the whole file.\n")
    (tmp_path / name).mkdir()
    for day in (ON, date(2008, 4, 1)):
        built = tree(build(day))
        assert built == tree(build(day, "untouched"))


def test_two_builds_are_the_same_byte_for_byte(
    shelf: Any,
    tmp_path: Path,
    tree: Callable[[Path], dict[str, bytes]],
    word_report: Callable[..., bytes],
) -> None:
    """On other computers, in other time zones, from a folder with no case anywhere near it."""
    shelf.publish("2007-03", ON, word_report(), "report.docx")
    shelf.publish("2008-01", ON)
    built = []
    for number, (seed, zone) in enumerate([("1", "Pacific/Kiritimati"), ("2", "America/Adak")]):
        empty = tmp_path / f"empty-{number}"
        empty.mkdir()
        out = tmp_path / f"site-{number}"
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "HOME": str(empty),
            "LANG": "C" if number else "C.UTF-8",
        }
        arguments = [str(shelf.folder.path), ON.isoformat(), str(out)]
        ran = subprocess.run(
            [sys.executable, "-c", BUILD, *arguments],
            cwd=empty, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
        built.append(tree(out))
    assert built[0] == built[1]
    assert len(built[0]) > 10


def test_the_build_says_what_it_built(shelf: Any, tmp_path: Path) -> None:
    """States by number, the ledger's head, the number of files."""
    shelf.publish("2007-03", ON)
    shelf.publish("2006-01", date(2007, 1, 15))
    shelf.add(LedgerAction.DELAYED, "2008-01", ON, reason="A trial is on.")
    result = build_site(shelf.folder.path, date(2008, 3, 6), tmp_path / "site")
    assert [result.count(state) for state in PublicState] == [0, 1, 1, 0, 1, 0]
    assert result.ledger_head == shelf.folder.ledger.head()
    assert result.files == sum(path.is_file() for path in result.out.rglob("*"))


def test_an_empty_folder_of_publications_is_a_site_that_says_so(build: Callable[..., Path]) -> None:
    """The first day in the office."""
    site = build(ON)
    assert "No report is published at the moment" in (site / "index.html").read_text("utf-8")


def test_a_site_is_never_built_over_something_else(shelf: Any, tmp_path: Path) -> None:
    """Not over a stranger's files, not over the publications, not over a file."""
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    folder = shelf.folder.path
    for out in (precious, tmp_path / "file", folder, folder / "site", folder.parent):
        with pytest.raises(PublicationError):
            build_site(folder, ON, out)
    with pytest.raises(PublicationError, match="not a folder of publications"):
        build_site(tmp_path / "nowhere", ON, tmp_path / "site")
    assert (precious / "thesis.txt").read_text() == "x"
