"""PDFs by several processes: the same order, bytes and errors as in one, and a clean end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from generator.filling.fill import fill
from generator.making import batch
from generator.making.batch import WordFile, pdfs
from redaction.errors import TemplateError

MAKER = """
import sys, time
from generator.making import batch

def files():
    content = open(sys.argv[1], "rb").read()
    while True:
        yield batch.WordFile("letter", content)

if __name__ == "__main__":
    batch.processors = lambda: 2
    for number, made in enumerate(batch.pdfs(files())):
        print(number, flush=True)
"""


@pytest.fixture
def letters(word: Callable[..., bytes]) -> list[WordFile]:
    """Letters that differ, enough for several processes."""
    names = [f"Letter {number}" for number in range(batch.FEWEST_FOR_PROCESSES + 2)]
    day = date(2008, 3, 7)
    return [WordFile(name, fill(word("{{ n }}"), {"n": name}, name=name, as_of=day))
            for name in names]  # fmt: skip


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with two processors."""
    monkeypatch.setattr(batch, "processors", lambda: 2)


@pytest.mark.usefixtures("two_processes")
def test_the_pdfs_come_in_order_with_the_bytes_of_one_process(letters: list[WordFile]) -> None:
    """However many processes set them."""
    assert list(pdfs(letters)) == [batch._pdf(letter) for letter in letters]


@pytest.mark.usefixtures("two_processes")
def test_a_bad_file_is_an_error_when_its_turn_comes(letters: list[WordFile]) -> None:
    """Those before it are whole; the error has its problems, as from one process."""
    letters[8] = WordFile("Letter 8", b"no Word file")
    coming = pdfs(letters)
    made = [next(coming) for _ in range(8)]
    assert all(content.startswith(b"%PDF-1.7") for content in made)
    with pytest.raises(TemplateError) as caught:
        next(coming)
    assert caught.value.problems[0].place == "Letter 8"
    assert caught.value.problems[0].what == "this is not a Word file"


@pytest.mark.usefixtures("two_processes")
def test_a_process_that_dies_leaves_its_work_to_this_one(
    letters: list[WordFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost, and nothing comes twice."""
    expected = [batch._pdf(letter) for letter in letters]
    monkeypatch.setattr(batch, "_begin", os.abort)
    assert list(pdfs(letters)) == expected


def test_few_pdfs_start_no_process(
    letters: list[WordFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would take longer than it saves."""
    monkeypatch.setattr(batch, "ProcessPoolExecutor", None)
    few = letters[: batch.FEWEST_FOR_PROCESSES - 1]
    assert len(list(pdfs(few))) == len(few)


@pytest.mark.usefixtures("two_processes")
def test_closing_early_ends_the_processes(letters: list[WordFile]) -> None:
    """No process is left that works for no one."""
    with closing(pdfs(letters)) as coming:
        next(coming)
    assert not _children_of(os.getpid())


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "killed"])
def test_the_processes_end_with_the_one_that_asked(
    letters: list[WordFile], tmp_path: Path, how: signal.Signals
) -> None:
    """Ctrl-C reaches all of a terminal's processes and gives one traceback; a kill reaches one."""
    (tmp_path / "letter.docx").write_bytes(letters[0].content)
    script = tmp_path / "maker.py"
    script.write_text(MAKER)
    maker = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "letter.docx")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert maker.stdout is not None
    assert maker.stdout.readline() == "0\n"
    children = _children_of(maker.pid)
    assert len(children) >= 2
    if how is signal.SIGINT:
        os.killpg(maker.pid, how)
    else:
        maker.send_signal(how)
    _, errors = maker.communicate(timeout=60)
    assert errors.count("Traceback") == (how is signal.SIGINT)
    _wait_until(lambda: not any(_is_alive(child) for child in children))


def _children_of(pid: int) -> list[int]:
    """The processes that ``pid`` started to set PDFs."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "status").read_text()
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if f"\nPPid:\t{pid}\n" in status and b"spawn_main" in command:
            found.append(int(entry.name))
    return found


def _is_alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def _wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)
