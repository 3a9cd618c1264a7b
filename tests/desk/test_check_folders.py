"""Folders and several files: all are read, what can't be read is told, one summary at the end."""

from __future__ import annotations

import importlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from lxml.html import HtmlElement

from desk.check_files import Checked, Keep, check_files
from desk.folder import listing
from redaction.check import Checker
from redaction.errors import RedactionError
from redaction.policy import STRICT
from redaction.values import CheckResult, ProtectedPerson, ProtectedTerms, Role

NAMED = "Temilola was seen in March.\n"
ANONYMOUS = "Child W was seen in March 2007.\n"


TERMS = ProtectedTerms((ProtectedPerson("child", Role.CHILD, "Temilola Adekunmi"),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts that can be read, one that can't, one hidden; subfolders."""
    root = tmp_path / "drafts"
    for name, text in {
        "b.txt": NAMED,
        "A.txt": ANONYMOUS,
        "old/c.txt": NAMED,
        ".hidden.txt": NAMED,
        "~$b.docx": NAMED,
        ".git/d.txt": NAMED,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_a_folder_gives_one_array_in_the_order_of_names(run: Any, case: Path, folder: Path) -> None:
    """Hidden files are left out; files of a subfolder are told with it."""
    outcome = run("check", folder, "--case", case, "--format", "json")
    assert outcome.code == 1
    reports = json.loads(outcome.out)
    assert [(each["file"], each["verdict"]) for each in reports] == [
        ("A.txt", "clear"), ("b.txt", "blocked"), ("old/c.txt", "blocked"),
    ]  # fmt: skip


def test_a_folder_with_one_file_gives_an_array_too(run: Any, folder: Path) -> None:
    """What reads the JSON need not count files."""
    assert isinstance(json.loads(run("check", folder / "old", "--format", "json").out), list)


def test_what_can_not_be_read_is_told_and_the_rest_goes_on(
    run: Any, case: Path, folder: Path
) -> None:
    """Exit code 2, the reason on standard error, the others in the summary."""
    (folder / "aa.docx").write_bytes(b"PK\x03\x04 not a package")
    outcome = run("check", folder, "--case", case)
    assert outcome.code == 2
    assert re.search(r"^casereview: aa\.docx: .+", outcome.err, re.MULTILINE)
    assert re.search(r"^aa\.docx +✗ not checked", outcome.out, re.MULTILINE)
    assert re.search(r"^b\.txt +✗ blocked +1 +0 +0$", outcome.out, re.MULTILINE)
    assert "4 files, 2 blocked, 1 clear, 1 not checked" in outcome.out


def test_a_folder_that_is_clear_exits_with_0(run: Any, case: Path, tmp_path: Path) -> None:
    """Nothing found, everything read."""
    (tmp_path / "clear").mkdir()
    (tmp_path / "clear" / "a.txt").write_text(ANONYMOUS, "utf-8")
    assert run("check", tmp_path / "clear", "--case", case).code == 0


def test_an_empty_folder_is_no_clear_folder(run: Any, case: Path, tmp_path: Path) -> None:
    """A mistyped folder must not look as if it had been checked."""
    (tmp_path / "empty").mkdir()
    outcome = run("check", tmp_path / "empty", "--case", case)
    assert (outcome.code, "holds no file" in outcome.err) == (2, True)


def test_a_folder_of_reports_has_a_page_for_each_file_and_an_index(
    run: Any, case: Path, folder: Path
) -> None:
    """Links lead to pages; a second check replaces them and does not check them."""
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    out = folder / "reports"
    for _ in range(2):
        outcome = run("check", folder, "--case", case, "--out", out)
        assert outcome.code == 2
        page: HtmlElement = lxml.html.document_fromstring((out / "index.html").read_bytes())
        anchors = page.findall(".//tbody//a")
        links = [str(each.get("href")) for each in anchors]
        assert sorted([*links, "index.html"]) == sorted(each.name for each in out.iterdir())
        assert [each.text_content() for each in anchors] == [
            "A.txt", "b.txt", "old/c.txt",
        ]  # fmt: skip
        assert "broken.pdf" in page.text_content()
        assert "CONFIDENTIAL" in page.text_content().upper()
        assert "Temilola" in (out / links[1]).read_text("utf-8")
    assert not [each for each in folder.iterdir() if each.name.startswith(".reports")]


def test_a_folder_with_something_else_in_it_is_not_overwritten(
    run: Any, case: Path, folder: Path, tmp_path: Path
) -> None:
    """Only an empty folder, or one of our reports, is replaced; nothing is checked before."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("my page", "utf-8")
    (tmp_path / "mine" / "letter.txt").write_text("my letter", "utf-8")
    outcome = run("check", folder, "--case", case, "--out", tmp_path / "mine")
    assert outcome.code == 2
    assert (tmp_path / "mine" / "letter.txt").read_text("utf-8") == "my letter"


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif"])
def test_our_own_reports_are_left_out_and_told(
    form: str, run: Any, case: Path, folder: Path
) -> None:
    """They repeat every name; a file that is named itself is checked whatever it is."""
    report = folder / f"report.{form if form == 'html' else 'txt'}"
    run("check", folder / "b.txt", "--case", case, "--format", form, "--out", report)
    outcome = run("check", folder, "--case", case)
    assert f"Reports of our own, not checked: {report.name}" in outcome.out
    assert "3 files" in outcome.out
    assert run("check", report, "--case", case).code == 1


def test_sarif_tells_paths_within_the_folder(run: Any, case: Path, folder: Path) -> None:
    """No path of this machine."""
    outcome = run("check", folder, "--case", case, "--format", "sarif")
    (log,) = json.loads(outcome.out)["runs"]
    uris = [each["location"]["uri"] for each in log["artifacts"]]
    assert uris == ["A.txt", "b.txt", "old/c.txt"]
    assert str(folder) not in outcome.out


def test_files_of_two_folders_are_told_apart(folder: Path, tmp_path: Path) -> None:
    """Each with the name of its folder."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.txt").write_text(NAMED, "utf-8")
    names = [each.name for each in listing([folder, other], None).files]
    assert names == ["drafts/A.txt", "drafts/b.txt", "drafts/old/c.txt", "other/b.txt"]


def _found(checked: list[Checked]) -> list[CheckResult | None]:
    return [each.result for each in checked]


def test_two_processes_find_what_one_finds(folder: Path) -> None:
    """The same results in the same order, and each file is told once when it is done."""
    files = listing([folder], None).files
    told: list[str] = []
    one = check_files(Checker(TERMS, STRICT), files, Keep.PASSAGES, told.append, 1)
    two = check_files(Checker(TERMS, STRICT), files, Keep.PASSAGES, told.append, 2)
    assert _found(one) == _found(two)
    assert told == [each.name for each in files] * 2


DEADLY = """
import os, signal
from redaction.check import Checker

class Deadly(Checker):
    def check(self, path):
        if path.name == "deadly.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().check(path)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_a_process_that_dies_costs_only_its_file(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that broke it is told; the others are checked."""
    (tmp_path / "deadly_checker.py").write_text(DEADLY, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    deadly = importlib.import_module("deadly_checker").Deadly(TERMS, STRICT)
    (folder / "deadly.txt").write_text(NAMED, "utf-8")
    files = listing([folder], None).files
    checked = check_files(deadly, files, Keep.FINDINGS, lambda _: None, 2)
    assert [each.result is not None for each in checked] == [True, True, False, True]
    assert "broke off" in str(checked[2].problems[0])


def test_a_folder_that_can_not_be_looked_into_is_said(tmp_path: Path) -> None:
    """Never a silent pass."""
    if os.geteuid() == 0:
        pytest.skip("nothing is closed to root")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    with pytest.raises(RedactionError, match="can't be read"):
        listing([closed], None)


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_ctrl_c_leaves_nothing_half_written(case: Path, tmp_path: Path) -> None:
    """No report, no temporary folder, no traceback, exit code 2."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(NAMED * 400, "utf-8")
    program = "from desk.main import main; main()"
    arguments = ["check", folder, "--case", case, "--out", tmp_path / "out"]
    running = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    time.sleep(4)
    os.killpg(running.pid, signal.SIGINT)
    told = running.communicate(timeout=60)[1]
    assert running.returncode == 2, told
    assert "Traceback" not in told
    assert {each.name for each in tmp_path.iterdir()} <= {"many", "boards", "cases"}
