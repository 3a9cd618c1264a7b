"""What a reader's browser searches: an index of chosen sections of the public reports, no more.

Pagefind makes it from documents of our own that hold these sections alone. So the whole text of a
report, and whatever is not public, can't come into it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, Self

from publication.metadata import Publication
from publication.pages.made import MadePage
from publication.pages.view import Site
from redaction.errors import PublicationError

INDEX = "pagefind"
"""The folder of the index on the site, and its name in the record of what was made."""

_UNUSED = ("pagefind-*.js", "pagefind-*.css", "wasm.unknown.pagefind")
"""What Pagefind adds for sites that show its own search form, or that have no language."""
_SECONDS_TO_START = 30
_LEAST_ROOM = 256_000
"""Bytes free on the disk, more than any file of an index has: Pagefind is silent of a full disk."""


@cache
def can_index() -> bool:
    """Whether Pagefind's program runs on this machine: it is made for the usual ones only."""
    try:
        _run("--version", cwd=Path.cwd(), timeout=_SECONDS_TO_START)
    except (ImportError, OSError, subprocess.SubprocessError):
        return False
    return True


def searchable(site: Site) -> bool:
    """Whether the site gets an index: there is something to find, and Pagefind runs."""
    return bool(site.published) and can_index()


def write_search_index(
    site: Site, fresh: Path, old: Path, before: Mapping[str, MadePage]
) -> dict[str, MadePage]:
    """Write the index of the public reports into the new site ``fresh``; what was made.

    That of the site in ``old`` is taken over if it is, byte for byte, the one that was made
    ``before`` and would be made the same again. A site that is not searched gets none. Raises
    ``PublicationError`` if Pagefind fails, ``OSError`` if a file can't be written.
    """
    if not site.search:
        return {}
    found = {view.page: _Found.of(view.publication) for view in site.published if view.publication}
    key = _key(found)
    known = before.get(INDEX)
    if known and known.key == key and _taken_over(known, fresh, old):
        return {INDEX: known}
    _make(found, fresh)
    return {INDEX: MadePage(key=key, sha256=_digest(fresh / INDEX))}


class _Found(NamedTuple):
    """What can be found of a report."""

    reference: str
    kind: str
    title: str
    paragraphs: tuple[str, ...]

    @classmethod
    def of(cls, facts: Publication) -> Self:
        """Its themes, findings and recommendations are the paragraphs."""
        recommended = [
            text
            for item in facts.recommendations
            for text in (item.text, *(action.what for action in item.actions))
        ]
        paragraphs = (*facts.themes, *facts.key_issues, *recommended)
        return cls(facts.reference, facts.kind_title, facts.title, paragraphs)

    def document(self) -> str:
        """The page that Pagefind reads."""
        paragraphs = "".join(f"<p>{escape(text)}</p>" for text in self.paragraphs)
        return (
            f'<!doctype html><html lang="en-GB" data-pagefind-meta="kind:{escape(self.kind)}">'
            f"<body data-pagefind-body><h1>{escape(self.title)}</h1>{paragraphs}"
            f'<p data-pagefind-meta="reference">{escape(self.reference)}</p>'
            "</body></html>\n"
        )


def _make(found: Mapping[str, _Found], fresh: Path) -> None:
    """Let Pagefind index the documents of ``found``, each by its path on the site."""
    work = fresh / ".sections"
    for path, report in found.items():
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text(report.document(), encoding="utf-8")
    index = fresh / INDEX
    try:
        _run("--site", ".", "--output-path", str(index.resolve()), cwd=work)
    except subprocess.CalledProcessError as error:
        raise _failed() from error
    if shutil.disk_usage(index).free < _LEAST_ROOM:
        raise _failed()
    shutil.rmtree(work)
    if len(list((index / "fragment").glob("*"))) != len(found):
        raise _failed()
    for pattern in _UNUSED:
        for unused in index.glob(pattern):
            unused.unlink()


def _failed() -> PublicationError:
    return PublicationError.because(
        "search index",
        "was not made whole by Pagefind",
        "The old site is as it was. Check that there is room on the disk, then build again",
    )


def _program() -> Path:
    from pagefind_bin import get_executable  # missing where it was not made for the machine

    return Path(get_executable()).resolve()


def _run(*arguments: str, cwd: Path, timeout: float | None = None) -> None:
    """Run Pagefind's program; no setting of the machine's reaches it."""
    subprocess.run(  # noqa: S603 - the program is a dependency's, the arguments are ours
        [str(_program()), *arguments],
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if "PAGEFIND" not in name.upper()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=timeout,
    )


def _taken_over(known: MadePage, fresh: Path, old: Path) -> bool:
    """Whether the old index is as it was made; it is then in ``fresh`` too."""
    try:
        if (old / INDEX).is_symlink() or _digest(old / INDEX) != known.sha256:
            return False
        shutil.copytree(old / INDEX, fresh / INDEX, copy_function=os.link)
    except OSError:
        shutil.rmtree(fresh / INDEX, ignore_errors=True)
        return False
    return True


def _key(found: Mapping[str, _Found]) -> str:
    """What stands for all that the index is made from: the sections, and the program."""
    digest = sha256(version("pagefind_bin").encode() + Path(__file__).read_bytes())
    digest.update(json.dumps(found, sort_keys=True).encode())
    return digest.hexdigest()


def _digest(index: Path) -> str:
    """What stands for every file of an index. Raises ``OSError`` if one is a link to elsewhere."""
    digest = sha256()
    for path in _files(str(index)):
        content = Path(path).read_bytes()
        digest.update(f"{path[len(str(index)) :]}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(folder: str) -> Iterator[str]:
    """Every file in ``folder`` in order. Raises ``OSError`` if one is a link."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_symlink():
            raise OSError("a link in the search index")
        if entry.is_dir():
            yield from _files(entry.path)
        else:
            yield entry.path
