"""Time, memory and size of the public site, beside mkdocs' own theme and mkdocs-material.

Every build is a whole process, measured by the processor time of it and its children, on the same
reports. The peers' navigation is quadratic: give them fewer reports with --peer-reports, and the
ratio is said for that number. A machine that does other work shows in the wall time, not in the
processor time.
"""

from __future__ import annotations

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from _comparing import verdict
from _publications import AS_OF, correct_one, folder_of, reference, report_text

from publication.folder import slug

MB = 1_000_000
PEERS = {"mkdocs": "mkdocs", "material": "mkdocs-material"}
FULL = 5000
"""Reports at which the gain over mkdocs-material is judged; below it must only be cheaper."""
LEAST_GAIN, MOST_GROWTH = 20, 5.5
MOST_WALL, MOST_MEMORY, MOST_MEMORY_SEARCHED, MOST_OUTPUT = 20, 300, 1500, 150
"""Seconds and megabytes, for 5,000 reports; of memory without the search index and with it."""
MOST_WALL_CHANGED, MOST_CPU_CHANGED = 10, 2
MOST_WIRE = 60_000
"""Bytes of a report's page as a server sends it, with its style sheet and without its PDF."""


@dataclass(frozen=True)
class Cost:
    """Seconds, and megabytes of the largest process."""

    cpu: float
    wall: float
    memory: float

    def __str__(self) -> str:
        return f"{self.cpu:7.2f} CPU s {self.wall:7.2f} s wall {self.memory:5.0f} MB memory"


def cost(command: list[str], cwd: Path) -> Cost:
    """What ``command`` takes with its children. Stops everything if it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            sys.exit(said.read().decode())
    wall = time.perf_counter() - started
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def ours(publications: Path, out: Path, searched: bool = True) -> Cost:
    """Build the site with casereview, as the office does; or as where Pagefind does not run."""
    start = "from desk.main import main; main()"
    if not searched:
        start = f"import sys; sys.modules['pagefind_bin'] = None; {start}"
    arguments = ["--publications", publications, "--out", out, "--as-of", AS_OF.isoformat()]
    root = Path(__file__).resolve().parents[1]
    return cost([sys.executable, "-c", start, "site", "build", *map(str, arguments)], root)


def peer(theme: str, reports: int, place: Path) -> tuple[Cost, float]:
    """Build the same reports with mkdocs and ``theme``: the cost, and the output's megabytes."""
    (place / "docs").mkdir(parents=True)
    (place / "docs" / "index.md").write_text("# Case reviews\n")
    for number in range(reports):
        text = f"# Review {number}\n\n{report_text(number)}"
        (place / "docs" / f"{slug(reference(number))}.md").write_text(text)
    (place / "mkdocs.yml").write_text(f"site_name: Case reviews\ntheme: {{name: {theme}}}\n")
    return cost([sys.executable, "-m", "mkdocs", "build", "--quiet"], place), size(place / "site")


def size(folder: Path) -> float:
    """The megabytes of the files in ``folder``, PDFs apart: the peers make none."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pdf")
    return sum(path.stat().st_size for path in files) / MB


def wire(out: Path) -> int:
    """The bytes of the largest of the first hundred reports' pages, packed, with the style."""
    pages = sorted((out / "reports").glob("q*.html"))[:100]
    styles = sum(len(gzip.compress(path.read_bytes())) for path in out.rglob("*.css"))
    return styles + max(len(gzip.compress(path.read_bytes())) for path in pages)


def compared(place: Path, reports: int) -> list[bool]:
    """Print the costs of casereview and the peers on the same reports."""
    folder_of(reports, place / "publications")
    mine = ours(place / "publications", place / "out")
    print(f"{'casereview':<16}{reports:>6} reports: {mine} {size(place / 'out'):7.1f} MB output")
    passed = []
    for theme, name in PEERS.items():
        if not find_spec(theme):
            sys.exit(f"{name} is missing: pip install -r benchmarks/requirements.txt")
        theirs, output = peer(theme, reports, place / theme)
        print(f"{name:<16}{reports:>6} reports: {theirs} {output:7.1f} MB output")
        most = 1 / LEAST_GAIN if theme == "material" and reports >= FULL else 1
        passed.append(
            verdict(f"processor time beside {name} at {reports}", mine.cpu / theirs.cpu, most)
        )
    return passed


def scaled(place: Path, reports: int) -> list[bool]:
    """Print what so many reports cost, a fifth of them, and one that changed."""
    few, many = place / "few", place / "many"
    folder_of(reports // 5, few)
    folder_of(reports, many)
    fifth, cold = ours(few, place / "few-out"), ours(many, place / "many-out")
    bare = ours(many, place / "bare-out", searched=False)
    out = place / "many-out"
    print(f"{'casereview':<16}{reports // 5:>6} reports: {fifth}")
    print(f"{'casereview':<16}{reports:>6} reports: {cold} {size(out):7.1f} MB output")
    print(f"{'casereview':<16}without the index: {bare}")
    correct_one(many)
    changed = ours(many, out)
    print(f"{'casereview':<16}  one changed of them: {changed}")
    return [
        verdict("processor time for five times the reports", cold.cpu / fifth.cpu, MOST_GROWTH),
        verdict("wall seconds, cold", cold.wall, MOST_WALL),
        verdict("megabytes of memory, without the search index", bare.memory, MOST_MEMORY),
        verdict("megabytes of memory, with it", cold.memory, MOST_MEMORY_SEARCHED),
        verdict("megabytes of output", size(out), MOST_OUTPUT),
        verdict("wall seconds, one changed", changed.wall, MOST_WALL_CHANGED),
        verdict("processor seconds, one changed", changed.cpu, MOST_CPU_CHANGED),
        verdict("bytes of a page over the wire", wire(out), MOST_WIRE),
    ]


def main() -> int:
    """Print the measurements; 1 where one is over its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000, help="casereview alone")
    parser.add_argument("--peer-reports", type=int, default=200, help="beside the peers")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        passed = scaled(Path(place) / "alone", chosen.reports)
        passed += compared(Path(place) / "beside", chosen.peer_reports)
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
