"""What the benchmarks share: fair turns, medians, and a verdict that a script can read."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def medians(actions: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median wall seconds of each action, taken in turn (A B A B), the first not counted."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for turn in range(rounds + 1):
        for name, action in actions.items():
            start = time.perf_counter()
            action()
            if turn:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def verdict(what: str, ratio: float, most: float) -> bool:
    """Print whether a ratio keeps within its target, and return it."""
    passed = ratio <= most
    print(f"{what}: {ratio:.3f} (1/{1 / ratio:.1f}); target at most {most:.3f}: "
          f"{'PASS' if passed else 'FAIL'}")  # fmt: skip
    return passed
