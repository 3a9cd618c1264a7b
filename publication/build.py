"""The public site, built in a fresh folder, searched, and only then put in place of the old one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casework.processors import processors
from publication.build_info import BUILD_INFO
from publication.folder import PublicationsFolder
from publication.ledger import locked
from publication.pages.files import write_around, write_colours
from publication.pages.list_pages import list_pages
from publication.pages.made import MadeFile, MadePage
from publication.pages.press import Press
from publication.pages.report_pages import put_report_files, report_pages
from publication.pages.standing_pages import put_standing_files, standing_pages
from publication.rendering import render_pages, site_folder
from publication.report_state import PublicState, ReportState
from publication.residue import search
from publication.search_index import write_search_index
from publication.site_source import SiteSource
from redaction.errors import CaseError, PublicationError

STEPS = (
    "reading what was published",
    "making the pages",
    "indexing them for readers",
    "looking for what is not public",
    "putting the site in place",
)
"""What building goes through."""
Said = Callable[[str], None]


@dataclass(frozen=True)
class BuildResult:
    """What was built: where, for which day, from which ledger, and how many files."""

    out: Path
    as_of: date
    states: tuple[ReportState, ...]
    ledger_head: str
    files: int
    lacks_search: bool
    """Whether readers can't search the reports, as Pagefind does not run on this machine."""

    def count(self, state: PublicState) -> int:
        """How many reports are in ``state`` on this day."""
        return sum(report.state is state for report in self.states)


def build_site(
    publications: Path, as_of: date, out: Path, said: Said = lambda step: None
) -> BuildResult:
    """Build the public site of the folder ``publications`` as it is on ``as_of`` into ``out``.

    Only reports that passed the gate get in. The pages are made beside ``out``, searched for
    text that is not public on that day, and swapped in whole. ``said`` is told each of ``STEPS``
    as it begins. Raises ``PublicationError`` with every problem; the site at ``out`` is then as
    it was.
    """
    folder = PublicationsFolder(publications)
    _check_places(folder, out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with locked(out.parent), locked(folder.path):
        said(STEPS[0])
        source = SiteSource.read(folder, as_of, out)
        fresh = out.with_name(f".{out.name}.new")
        try:
            made = _write(source, fresh, out, said)
            said(STEPS[3])
            _search(source, fresh, folder.key(), out.with_name(f".{out.name}.searched"))
            said(STEPS[4])
            _swap(fresh, out)
            with suppress(CaseError):  # the next build is slower then, and no less right
                MadeFile.beside(out).write(made)
        except OSError as error:
            raise PublicationError.because(
                out,
                f"can't be written: {(error.strerror or type(error).__name__).lower()}",
                "The old site is as it was. Check that there is room and that you may change it",
            ) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    files = sum(len(names) for _, _, names in os.walk(out))
    lacks_search = bool(source.site.published) and not source.site.search
    return BuildResult(out, as_of, source.states, source.info.ledger_head, files, lacks_search)


def _write(source: SiteSource, fresh: Path, old: Path, said: Said) -> dict[str, MadePage]:
    """Write the whole site into the new folder ``fresh``; what was made, for the next time."""
    said(STEPS[1])
    shutil.rmtree(fresh, ignore_errors=True)
    work = fresh / ".work"
    shutil.copytree(site_folder() / "pages", work)
    write_colours(source.site, work)
    pages = fresh / ".pages"
    render_pages(source.site, work, pages)
    shutil.rmtree(work)
    for path in sorted(pages.iterdir()):
        path.rename(fresh / path.name)
    pages.rmdir()
    # MkDocs packs the sitemap with the time of day in it; web servers pack by themselves.
    (fresh / "sitemap.xml.gz").unlink()
    before = MadeFile.beside(old).read()
    press = Press(source.site.board, source.info.sources, site_folder(), fresh, old, before)
    made = press.make(report_pages(source.site, source.stored), processors())
    made |= press.make(list_pages(source.site))
    made |= press.make(standing_pages(source.site, source.standing))
    put_report_files(source.site, source.stored, fresh, old)
    put_standing_files(source.site, source.standing, fresh, old)
    write_around(source.site, fresh)
    source.info.write(fresh)
    said(STEPS[2])
    return made | write_search_index(source.site, fresh, old, before)


def _search(source: SiteSource, fresh: Path, key: bytes, kept: Path) -> None:
    """Raise ``PublicationError`` if something in ``fresh`` may not be public."""
    problems = search(fresh, source.withheld, source.public_texts(), key, kept)
    if problems:
        raise PublicationError(problems)


def _swap(fresh: Path, out: Path) -> None:
    """Put ``fresh`` in place of ``out``; if that fails, the old site is back."""
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _check_places(folder: PublicationsFolder, out: Path) -> None:
    """Raises ``PublicationError`` unless ``out`` may be replaced and ``folder`` is one of ours."""
    if not folder.board_path.is_file():
        raise PublicationError.because(
            folder.path, "is not a folder of publications", "Publish a report first"
        )
    source, target = folder.path.resolve(), out.resolve()
    if source == target or source in target.parents or target in source.parents:
        raise PublicationError.because(
            out, "overlaps the folder of publications", "Build into a folder of its own"
        )
    if out.exists() and not out.is_dir():
        raise PublicationError.because(out, "is a file", "Name another folder")
    if out.exists() and any(out.iterdir()) and not (out / BUILD_INFO).is_file():
        raise PublicationError.because(
            out, "holds something that is not a site built here", "Name another folder"
        )
