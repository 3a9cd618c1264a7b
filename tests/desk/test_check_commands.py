"""``check``, ``terms``, ``anonymise`` and ``clear``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

NAMED = "Temilola was seen in March. Ms Pritchard rang the school nurse.\n"
ANONYMOUS = "Child W was seen in March 2007. Mother rang the school nurse.\n"


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A text that names two people of the case."""
    path = tmp_path / "named.txt"
    path.write_text(NAMED, "utf-8")
    return path


@pytest.fixture
def anonymous(tmp_path: Path) -> Path:
    """A text that names no one."""
    path = tmp_path / "anonymous.txt"
    path.write_text(ANONYMOUS, "utf-8")
    return path


def test_a_file_that_names_someone_is_blocked(run: Any, case: Path, named: Path) -> None:
    """The JSON has the agreed shape, and offsets that point at the text."""
    outcome = run("check", named, "--case", case, "--as", "executive-summary", "--format", "json")
    assert outcome.code == 1
    report = json.loads(outcome.out)
    assert (report["verdict"], report["policy"]) == ("blocked", "executive-summary")
    assert [finding["text"] for finding in report["findings"]] == ["Temilola", "Ms Pritchard"]
    for finding in report["findings"]:
        assert NAMED[finding["start"] : finding["end"]] == finding["text"]


def test_an_anonymous_file_is_clear(run: Any, case: Path, anonymous: Path) -> None:
    """Nothing found: exit code 0."""
    assert run("check", anonymous, "--case", case).code == 0


def test_several_files_give_one_array(run: Any, case: Path, named: Path, anonymous: Path) -> None:
    """Each file has its own object, in the order given."""
    outcome = run("check", named, anonymous, "--case", case, "--format", "json")
    assert [each["verdict"] for each in json.loads(outcome.out)] == ["blocked", "clear"]


def test_an_author_checks_with_the_terms_alone(
    run: Any, case: Path, named: Path, tmp_path: Path
) -> None:
    """The terms file finds what the case folder finds, under the same policy."""
    terms = tmp_path / "terms.json"
    assert run("terms", case, "--out", terms).code == 0
    options = ("--as", "executive-summary", "--format", "json")
    with_terms = run("check", named, "--terms", terms, *options)
    with_case = run("check", named, "--case", case, *options)
    assert with_terms.code == 1
    assert json.loads(with_terms.out) == json.loads(with_case.out)


def test_the_html_report_is_written_whole(
    run: Any, case: Path, named: Path, tmp_path: Path
) -> None:
    """The report is a file of its own, and says that it is confidential."""
    report = tmp_path / "report.html"
    assert run("check", named, "--case", case, "--format", "html", "--out", report).code == 1
    text = report.read_text("utf-8")
    assert "CONFIDENTIAL" in text.upper()
    assert "<script" not in text


def test_an_unknown_policy_is_refused_with_the_known_ones(
    run: Any, case: Path, named: Path
) -> None:
    """The error names what there is."""
    outcome = run("check", named, "--case", case, "--as", "leaflet")
    assert outcome.code == 2
    assert "executive-summary" in outcome.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.docx", b""),
        ("renamed.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
        ("broken.docx", b"PK\x03\x04 not a package"),
        ("broken.pdf", b"%PDF-1.7\nnothing else"),
    ],
)
def test_a_broken_file_is_one_clear_error(
    run: Any, case: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    """Exit code 2, the file named, no traceback."""
    path = tmp_path / name
    path.write_bytes(content)
    outcome = run("check", path, "--case", case)
    assert outcome.code == 2
    assert name in outcome.err
    assert "Traceback" not in outcome.err


def test_clearing_needs_a_reason_for_each_blocked_finding(
    run: Any, case: Path, named: Path
) -> None:
    """Without reasons nothing is recorded; with them the register says who and why."""
    command = ("clear", named, "--case", case, "--as", "executive-summary", "--by", "E. Roe")
    refused = run(*command)
    assert refused.code == 2
    assert "F1" in refused.err
    cleared = run(*command, "--waive", "F1=Agreed", "--waive", "F2=Agreed")
    assert cleared.code == 0
    register = run("register", "show", case)
    assert "cleared" in register.out
    assert "Temilola" not in register.out
    assert run("register", "verify", case).code == 0


def test_a_document_may_be_named_by_its_own_id(run: Any, case: Path, named: Path) -> None:
    """The administrator knows "exec-summary", and need not know what its policy is called."""
    outcome = run("check", named, "--case", case, "--as", "exec-summary", "--format", "json")
    assert json.loads(outcome.out)["policy"] == "executive-summary"


def test_what_cannot_be_read_as_text_is_never_clear(run: Any, case: Path, tmp_path: Path) -> None:
    """Half a character at the end of a file may hide a name."""
    torn = tmp_path / "torn.txt"
    torn.write_bytes(b"\xff\xfeT\x00e\x00m\x00i")
    assert run("check", torn, "--case", case).code == 1


def test_a_pipe_is_no_file(run: Any, case: Path, tmp_path: Path) -> None:
    """The check does not wait for ever for what never comes."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert run("check", pipe, "--case", case).code == 2


def test_a_bare_terms_file_needs_no_procedure(run: Any, named: Path, tmp_path: Path) -> None:
    """The kind of document is taken from --as; with no procedure known, no one may be named."""
    terms = tmp_path / "terms.json"
    terms.write_text('{"people": [{"role": "mother", "full_name": "Rhiannon Pritchard"}]}', "utf-8")
    outcome = run(
        *("check", named, "--terms", terms), *("--as", "overview-report", "--format", "json")
    )
    report = json.loads(outcome.out)
    assert (report["policy"], report["verdict"]) == ("overview-report", "blocked")
    blocked = [finding for finding in report["findings"] if finding["severity"] == "block"]
    assert [finding["suggestion"] for finding in blocked] == ["Mother"]


def test_the_boards_own_letterhead_is_no_question(run: Any, case: Path, tmp_path: Path) -> None:
    """Its address and mailbox are only noted; those of anyone else are for review."""
    path = tmp_path / "letterhead.txt"
    path.write_text(
        "Write to office@larkshire-lscb.example or 4 Fuller's Walk, or ring 01632 960100.\n"
        "Her mailbox was quick.fox@larkshire-post.example.\n",
        "utf-8",
    )
    outcome = run("check", path, "--case", case, "--as", "executive-summary", "--format", "json")
    severities = {
        finding["text"]: finding["severity"] for finding in json.loads(outcome.out)["findings"]
    }
    assert severities["quick.fox@larkshire-post.example"] == "review"
    assert severities["office@larkshire-lscb.example"] == "note"
    assert severities["4 Fuller's Walk"] == "note"
    assert severities["01632 960100"] == "note"


def test_without_a_case_only_what_identifies_anyone_is_found(run: Any, tmp_path: Path) -> None:
    """No error; the report says that it knew no one."""
    path = tmp_path / "letter.txt"
    path.write_text("Ring 07700 900123 about NHS number 999 000 0018.\n", "utf-8")
    outcome = run("check", path)
    assert outcome.code == 1
    assert "No case was given" in outcome.out
    assert "1 NHS number" in outcome.out
    page = run("check", path, "--format", "html").out
    assert "No case was given" in page


def test_a_case_and_a_terms_file_at_once_are_refused(run: Any, case: Path, named: Path) -> None:
    """Nobody could say which of them was looked for."""
    outcome = run("check", named, "--case", case, "--terms", named)
    assert (outcome.code, "not both" in outcome.err) == (2, True)


def test_with_everything_no_detail_may_stay(run: Any, case: Path, tmp_path: Path) -> None:
    """What a public report may keep is for review before strangers get a file."""
    path = tmp_path / "letter.txt"
    path.write_text("Child W was seen in March 2007.\n", "utf-8")
    assert run("check", path, "--case", case).code == 0
    outcome = run("check", path, "--case", case, "--as", "everything", "--format", "json")
    report = json.loads(outcome.out)
    assert (report["policy"], report["verdict"]) == ("everything", "review")
    assert "every detail counts" in report["findings"][0]["reasons"][1]


def test_the_boards_own_names_are_its_own(run: Any, case: Path, tmp_path: Path) -> None:
    """Its name, agencies and letterhead need no entry; a case's school beside them does."""
    path = tmp_path / "letterhead.txt"
    path.write_text(
        "Larkshire Local Safeguarding Children Board, chair@larkshire-lscb.example,"
        " Wool Exchange House, Larkminster\n",
        "utf-8",
    )
    outcome = run("check", path, "--case", case, "--as", "executive-summary", "--format", "json")
    report = json.loads(outcome.out)
    assert report["verdict"] == "clear"
    assert all("allowed by the board" in each["reasons"][-1] for each in report["findings"])


def test_terms_carry_what_the_board_allows(run: Any, case: Path, tmp_path: Path) -> None:
    """An author is asked about no more than the administrator; a missing reason is an error."""
    terms = tmp_path / "terms.json"
    assert run("terms", case, "--out", terms).code == 0
    written = json.loads(terms.read_text("utf-8"))
    assert written["allowed_words"]["Wool Exchange House"] == "the board's own name"
    terms.write_text(json.dumps(written | {"allowed_words": {"Fosse": "  "}}), "utf-8")
    outcome = run("check", terms, "--terms", terms)
    assert (outcome.code, "allowed_words" in outcome.err) == (2, True)
