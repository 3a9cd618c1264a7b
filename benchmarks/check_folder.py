"""How long the check of a folder of 200 files takes with two processes, beside one.

Peak memory is that of this process and of the largest of its workers, as the system counts it. The
processor's seconds tell what the wall clock can't on a busy machine: what two processes cost more.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

import docx
from check_word_file import SENTENCES, TERMS

from desk.check_files import Keep, check_files
from desk.folder import Listed, listing
from redaction.check import Checker
from redaction.policy import STRICT

FILES = 200
WORDS = 1_000
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
MOST_MEGABYTES = 400


def write_files(folder: Path) -> int:
    """Write the files, every other one as Word, and return their words."""
    total = 0
    for number in range(FILES):
        lines, words = [], 0
        while words < WORDS:
            line = " ".join(
                SENTENCES[(number + words + step) % len(SENTENCES)] for step in range(6)
            )
            lines.append(line)
            words += len(line.split())
        total += words
        if number % 2:
            (folder / f"{number:03}.txt").write_text("\n".join(lines), "utf-8")
            continue
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(folder / f"{number:03}.docx"))
    return total


def seconds(files: tuple[Listed, ...], processes: int) -> tuple[float, float]:
    """Wall and processor seconds of one check of ``files``, the start of engines included."""
    start, used = time.perf_counter(), processor_seconds()
    checked = check_files(Checker(TERMS, STRICT), files, Keep.PAGE, lambda _: None, processes)
    assert all(each.result is not None for each in checked)
    return time.perf_counter() - start, processor_seconds() - used


def processor_seconds() -> float:
    """What this process and its ended children took of the processor so far."""
    return sum(os.times()[:4])


def megabytes(who: int) -> float:
    """Peak resident memory so far, in MB."""
    peak = resource.getrusage(who).ru_maxrss
    return peak / 1_000 if sys.platform != "darwin" else peak / 1_000_000


def main() -> None:
    """Print medians, the speed-up and the memory."""
    with tempfile.TemporaryDirectory() as name:
        words = write_files(Path(name))
        files = listing([Path(name)], None).files
        times: dict[int, list[tuple[float, float]]] = {2: [], 1: []}
        for _ in range(ROUNDS):
            for processes, taken in times.items():
                taken.append(seconds(files, processes))
    (one, one_used), (two, two_used) = (
        [statistics.median(each) for each in zip(*times[processes], strict=True)]
        for processes in (1, 2)
    )
    worker, own = megabytes(resource.RUSAGE_CHILDREN), megabytes(resource.RUSAGE_SELF)
    print(f"{FILES} files, {words:,} words, an HTML report of each; medians of {ROUNDS}")
    print(f"one process:   {one:.1f} s, {words / one:,.0f} words a second; "
          f"{one_used:.1f} s of the processor")  # fmt: skip
    print(f"two processes: {two:.1f} s, {words / two:,.0f} words a second; "
          f"{two_used:.1f} s of the processor")  # fmt: skip
    print(f"speed-up: {one / two:.2f}; with two idle cores at most {2 * one_used / two_used:.2f}")
    print(f"peak memory: a worker {worker:.0f} MB, with one process {own:.0f} MB: "
          f"{'PASS' if max(worker, own) <= MOST_MEGABYTES else 'FAIL'}")  # fmt: skip


if __name__ == "__main__":
    main()
