"""How long ``casereview --help`` takes, beside an empty Python program and pip's own help."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 15
COMMANDS = {
    "casereview --help": [str(Path(sys.executable).with_name("casereview")), "--help"],
    "pip --help": [sys.executable, "-m", "pip", "--help"],
    "python -c pass": [sys.executable, "-c", "pass"],
}


def seconds(command: Sequence[str]) -> float:
    """Wall seconds of one run."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print the median of each command, taken in turn."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            times[name].append(seconds(command))
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        print(f"{name:<20} median of {RUNS}: {median:.3f} s")
    ratio = medians["casereview --help"] / medians["pip --help"]
    print(f"casereview takes {ratio:.2f} of pip's time")


if __name__ == "__main__":
    main()
