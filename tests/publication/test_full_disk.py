"""A disk that fills up while the site is built: one clear error, and the old site still whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ON = date(2008, 3, 5)
KILOBYTES = 3000
"""The size of the disk: enough for two sites, and the second then has to fit into what is left."""
ROOT = Path(__file__).parents[2]

TRIAL = """
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from publication.build import build_site
from redaction.errors import PublicationError

def tree():
    return {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}

def fill(kilobytes_left):
    with filler.open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(bytes(1024)):
                pass
        file.truncate(max(0, file.tell() - kilobytes_left * 1024))

publications, disk, size = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
day, later = map(date.fromisoformat, sys.argv[4:])
site, filler = disk / "site", disk / "filler"
build_site(publications, day, site)
before, known = tree(), {*disk.iterdir(), disk / ".site.made.json", disk / ".site.searched"}
refused = built = 0
for left in range(0, size * 2 // 3, size // 16):
    fill(left)
    try:
        build_site(publications, later, site)
        built += 1
    except PublicationError as error:
        refused += 1
        assert "old site is as it was" in str(error), error
        assert tree() == before
    filler.unlink()
    assert {*disk.iterdir()} <= known, left
    build_site(publications, day, site)
    assert tree() == before, left
print(refused, built)
"""


def _small_disk(place: Path, command: list[str]) -> list[str] | None:
    """``command`` with a disk of its own at ``place``; none where this machine allows no such."""
    if shutil.which("unshare") is None:
        return None
    alone = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    mount = f'mount -t tmpfs -o size={KILOBYTES}k none "$0" && exec "$@"'
    whole = [*alone, "sh", "-c", mount, str(place)]
    tried = subprocess.run([*whole, "true"], capture_output=True, check=False)
    return [*whole, *command] if tried.returncode == 0 else None


def test_a_disk_that_fills_up_leaves_the_old_site_whole(shelf: Any, tmp_path: Path) -> None:
    """With nothing left, and with more and more until the new site fits."""
    shelf.publish("2007-03", ON)
    later = date(2008, 4, 1)
    shelf.publish("2007-04", later, b"# Findings\n\nNobody read the whole file.\n")
    disk = tmp_path / "disk"
    disk.mkdir()
    arguments = [shelf.folder.path, disk, KILOBYTES, ON, later]
    command = _small_disk(disk, [sys.executable, "-c", TRIAL, *map(str, arguments)])
    if command is None:
        pytest.skip("no small disk can be mounted here")
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    refused, built = map(int, ran.stdout.split())
    assert refused >= 3
    assert built >= 3
