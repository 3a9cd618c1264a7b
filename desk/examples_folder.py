"""Where the invented board and cases are: in the installed package, or in a checkout."""

from __future__ import annotations

from pathlib import Path


def examples_folder() -> Path:
    """The folder of the examples."""
    package = Path(__file__).resolve().parent
    installed = package / "examples"
    return installed if installed.is_dir() else package.parent / "examples"
