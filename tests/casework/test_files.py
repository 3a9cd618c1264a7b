"""Writing files: whole or not at all, and never over someone else's change."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casework.files import (
    overwrite_unchanged,
    read_stamped,
    remove_leftovers,
    write_atomically,
)
from redaction.errors import CaseError

SIZE = 300_000
WRITER = f"""
import sys
from pathlib import Path
from casework.files import write_atomically
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    write_atomically(path, b"a" * {SIZE})
    write_atomically(path, b"b" * {SIZE})
"""


def test_text_is_written_as_utf_8_and_bytes_as_they_are(tmp_path: Path) -> None:
    """Nothing else is left in the folder."""
    path = tmp_path / "letter.txt"
    write_atomically(path, "Siân\n")
    assert path.read_bytes() == "Siân\n".encode()
    write_atomically(path, b"\r\n\x00")
    assert path.read_bytes() == b"\r\n\x00"
    assert list(tmp_path.iterdir()) == [path]


def test_a_killed_writer_leaves_the_old_file_or_the_new_one_whole(tmp_path: Path) -> None:
    """Killed at random moments, never half a file."""
    path = tmp_path / "report.docx"
    write_atomically(path, b"a" * SIZE)
    moments = random.Random(7)  # noqa: S311 - a spread of moments, the same each time
    for _ in range(4):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0.005, 0.08))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert path.read_bytes() in (b"a" * SIZE, b"b" * SIZE)


def test_what_a_killed_writer_left_can_be_removed(tmp_path: Path) -> None:
    """Half a temporary file goes; every other file stays."""
    half = tmp_path / ".report.docx.0a1b2c3d.part"
    kept = [tmp_path / name for name in (".mine.part", "a.0a1b2c3d.part", ".report.0a1b2c3d.old")]
    for path in (half, *kept):
        path.write_bytes(b"x")
    (tmp_path / ".folder.0a1b2c3d.part").mkdir()
    remove_leftovers(tmp_path)
    assert not half.exists()
    assert all(path.exists() for path in kept)
    remove_leftovers(tmp_path / "no such folder")


def test_a_file_that_is_being_written_is_no_leftover(tmp_path: Path) -> None:
    """A second run beside the first takes nothing from it."""
    path = tmp_path / "report.docx"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        until = time.monotonic() + 1
        while time.monotonic() < until:
            remove_leftovers(tmp_path)
        assert writer.poll() is None
        writer.kill()


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """The file keeps its mode; a link still points to it."""
    path, link = tmp_path / "case.yaml", tmp_path / "link.yaml"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_very_long_name_can_be_written(tmp_path: Path) -> None:
    """As long as the file system allows for the file itself."""
    path = tmp_path / ("n" * 250 + ".docx")
    write_atomically(path, "x")
    assert path.read_text() == "x"


@pytest.mark.parametrize("place", ["missing/letter.docx", "folder"])
def test_what_cannot_be_written_is_a_case_error(tmp_path: Path, place: str) -> None:
    """A missing folder, a folder in the file's place: one clear error, nothing left behind."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(CaseError, match="can't be written"):
        write_atomically(tmp_path / place, "x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_an_unchanged_file_is_overwritten(tmp_path: Path) -> None:
    """The stamp of what was read still fits."""
    path = tmp_path / "case.yaml"
    path.write_text("one")
    content, stamp = read_stamped(path)
    overwrite_unchanged(path, content + b" two", stamp)
    assert path.read_text() == "one two"


@pytest.mark.parametrize("keep_time", [False, True])
def test_a_changed_file_is_never_overwritten(tmp_path: Path, keep_time: bool) -> None:
    """Not even if size and time are as they were."""
    path = tmp_path / "case.yaml"
    path.write_text("one")
    _, stamp = read_stamped(path)
    path.write_text("two")
    if keep_time:
        os.utime(path, ns=(stamp.mtime_ns, stamp.mtime_ns))
    with pytest.raises(CaseError, match="changed while it was being worked on"):
        overwrite_unchanged(path, "three", stamp)
    assert path.read_text() == "two"


def test_a_removed_file_is_not_brought_back(tmp_path: Path) -> None:
    """Whoever removed it had a reason."""
    path = tmp_path / "case.yaml"
    path.write_text("one")
    _, stamp = read_stamped(path)
    path.unlink()
    with pytest.raises(CaseError, match="changed while"):
        overwrite_unchanged(path, "two", stamp)
    assert not path.exists()
