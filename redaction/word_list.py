"""Lists of words that ship with the project: files with one entry a line, and # before remarks."""

from __future__ import annotations

from pathlib import Path


def entries_of(path: Path) -> tuple[str, ...]:
    """The entries of the list at ``path``, in order, without blank lines and remarks."""
    lines = (line.strip() for line in path.read_text("utf-8").split("\n"))
    return tuple(line for line in lines if line and line[0] != "#")
