"""Which files a check of folders looks at, and what each is called in the report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from redaction.errors import RedactionError

_HEAD_BYTES = 2_000
_OWN_REPORTS = (
    b'<meta name="generator" content="casereview check">',
    b'"name": "casereview check"',
    b"CONFIDENTIAL: this list repeats what must not be published.",
)
_JSON_REPORT = (b'{\n  "file": ', b'[\n  {\n    "file": ')


@dataclass(frozen=True)
class Listed:
    """A file to check; ``name`` is what reports call it: in a folder, with its path there."""

    path: Path
    name: str


@dataclass(frozen=True)
class Listing:
    """The files to check in order, and our own reports among them, which are left out."""

    files: tuple[Listed, ...]
    own_reports: tuple[str, ...]


def listing(paths: Sequence[Path], out: Path | None) -> Listing:
    """Every file of ``paths``, folders with all that is in them; in a folder, names in order.

    Hidden files (".…", Word's lock files "~$…"), everything in ``out`` and reports of our own are
    left out of folders; a file that is named itself is always checked. Raises RedactionError where
    a folder can't be read or holds no file.
    """
    files: list[Listed] = []
    own: list[str] = []
    for path in paths:
        if not path.is_dir():
            files.append(Listed(path, path.name))
            continue
        prefix = f"{path.resolve().name}/" if len(paths) > 1 else ""
        found = [
            Listed(each, prefix + each.relative_to(path).as_posix()) for each in _files(path, out)
        ]
        own += [each.name for each in found if _is_own_report(each.path)]
        found = [each for each in found if each.name not in own]
        if not found:
            raise RedactionError.because(path, "holds no file to check", "Name another folder")
        files += found
    return Listing(tuple(files), tuple(own))


def _files(folder: Path, out: Path | None) -> Iterator[Path]:
    """All files below ``folder``, those of a folder before those of its subfolders."""
    left_out = out.resolve() if out else None

    def refuse(error: OSError) -> None:
        raise RedactionError.because(
            error.filename, "the folder can't be read", "Ask for access to it"
        ) from error

    for where, folders, names in os.walk(folder, onerror=refuse):
        here = Path(where)
        folders[:] = _in_order(name for name in folders if (here / name).resolve() != left_out)
        yield from (here / name for name in _in_order(names) if (here / name).resolve() != left_out)


def _in_order(names: Iterable[str]) -> list[str]:
    shown = [name for name in names if not name.startswith((".", "~$"))]
    return sorted(shown, key=lambda name: (name.casefold(), name))


def _is_own_report(path: Path) -> bool:
    """Whether the file begins, or a text report ends, as a report of ours does."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            file.seek(max(0, path.stat().st_size - _HEAD_BYTES))
            tail = file.read(_HEAD_BYTES)
    except OSError:
        return False
    is_json = head.startswith(_JSON_REPORT) and b'"sha256": ' in head and b'"verdict": ' in head
    return is_json or any(mark in head or mark in tail for mark in _OWN_REPORTS)
