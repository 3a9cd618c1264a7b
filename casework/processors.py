"""How many processors there are for this program's work."""

from __future__ import annotations

import os


def processors() -> int:
    """How many processors this process may use; at least 1."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
