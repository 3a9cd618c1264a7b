"""The public site, built in a fresh folder, searched, and only then put in place of the old one."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import markdown

from casework.processors import processors
from publication.folder import PublicationsFolder
from publication.intact import StoredReport, stored_reports
from publication.ledger import LedgerEntry, locked
from publication.page_file import PAGE
from publication.pages import ReportView, Site, site_of
from publication.pages.files import write_around, write_colours
from publication.pages.hooks import filled
from publication.pages.list_pages import list_pages
from publication.pages.made import MadeFile, MadePage
from publication.pages.press import Press
from publication.pages.report_pages import put_report_files, report_pages
from publication.pages.standing import StandingView
from publication.pages.standing_pages import (
    put_standing_files,
    standing_pages,
    standing_views,
)
from publication.recover import recover_held
from publication.rendering import render_pages, site_folder
from publication.residue import Fingerprints, PublicTexts, plain_text, search
from publication.search_index import searchable, write_search_index
from publication.sources import sources_digest
from publication.standing.state import standing_states
from publication.standing.stored import StoredStanding, stored_standing
from publication.state import PublicState, ReportState, states
from redaction.errors import CaseError, PublicationError

_View = ReportView | StandingView

BUILD_INFO = "build.json"
"""The file by which a folder is known as a site of ours, and what it was built from."""


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


def build_site(publications: Path, as_of: date, out: Path) -> BuildResult:
    """Build the public site of the folder ``publications`` as it is on ``as_of`` into ``out``.

    Only reports that passed the gate get in. The pages are made beside ``out``, searched for
    text that is not public on that day, and swapped in whole. Raises ``PublicationError`` with
    every problem; the site at ``out`` is then as it was.
    """
    folder = PublicationsFolder(publications)
    _check_places(folder, out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with locked(out.parent), locked(folder.path):
        source = _Source.read(folder, as_of, out)
        fresh = out.with_name(f".{out.name}.new")
        try:
            made = _write(source, fresh, out)
            _search(source, fresh, folder.key(), out.with_name(f".{out.name}.searched"))
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
    return BuildResult(out, as_of, source.states, source.head, files, lacks_search)


def site_anchors(out: Path) -> dict[int, str]:
    """The ledger's head that the site now at ``out`` was built from, by its number."""
    try:
        info = json.loads((out / BUILD_INFO).read_text(encoding="utf-8"))
        number, head = int(info["ledger_entries"]), str(info["ledger_head"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {number: head} if number else {}


@dataclass(frozen=True)
class _Source:
    """What the site is made from, read and verified."""

    site: Site
    states: tuple[ReportState, ...]
    stored: Mapping[str, StoredReport]
    standing: Mapping[str, StoredStanding]
    entries: int
    head: str
    withheld: tuple[Fingerprints, ...]
    digest: str

    @classmethod
    def read(cls, folder: PublicationsFolder, as_of: date, out: Path) -> _Source:
        """Raises ``PublicationError`` if the folder is not as the ledger says."""
        entries = folder.ledger.proved(site_anchors(out))
        recover_held(folder, entries)
        now = states(entries, as_of)
        stored = stored_reports(folder, now)
        on_day = standing_states(entries, as_of)
        standing = stored_standing(folder, on_day)
        board, key = folder.board(), folder.key()
        shown = standing_views(board, on_day, now, standing)
        site = replace(site_of(board, as_of, now, stored), standing=shown)
        site = replace(site, search=searchable(site))
        withheld = (
            *folder.fingerprints(),
            *_kept_back(now, stored, key),
            *_off_the_site(site, standing, key),
        )
        digest, head = sources_digest(folder), _head(entries)
        return cls(site, now, stored, standing, len(entries), head, withheld, digest)

    def public_texts(self) -> PublicTexts:
        """Everything that may be on the site: the public documents and our own words."""
        public: list[_View] = [*self.site.published, *self.site.standing]
        by_file = {path: view for view in public for path in (view.page, view.pdf)}

        def near(path: str) -> Iterator[str]:
            return self._texts_of(by_file[path]) if path in by_file else iter(())

        def every() -> Iterator[str]:
            views: list[_View] = [*self.site.views, *self.site.standing]
            return (text for view in views for text in self._texts_of(view))

        reports = (view.publication.made for view in self.site.published if view.publication)
        made = (*reports, *(view.facts.made for view in self.site.standing))
        files = frozenset(digest for each in made for name, digest in each.items() if name != PAGE)
        return PublicTexts(self._own_words, near, every, files)

    def _texts_of(self, view: _View) -> Iterator[str]:
        if isinstance(view, StandingView):
            yield self.standing[view.reference].report().html
            yield from view.facts.texts()
            yield from (reason for _, reason in view.state.changes)
            return
        if view.publication is not None:
            yield self.stored[view.reference].report().html
            yield from view.publication.texts()
            yield view.publication.kind_title
        yield view.state.reason
        yield from (reason for _, reason in view.state.corrections)
        yield f"Report {view.reference}"

    def _own_words(self) -> Iterator[str]:
        """Our own pages as they stand, and filled in for a board that has no report.

        A report may well end in the board's contacts just as they do.
        """
        yield from (str(value) for value in self.site.board.model_dump().values())
        without = replace(self.site, views=(), standing=())
        for path in sorted(site_folder().rglob("*")):
            if path.suffix not in (".md", ".html", ".xml", ".svg", ".css", ".js"):
                continue
            text = path.read_text(encoding="utf-8")
            yield plain_text(text)
            if path.suffix == ".md":
                yield plain_text(markdown.markdown(filled(text, without)))

    def info(self) -> str:
        """The content of the file that says what the site was built from."""
        facts = {
            "as_of": self.site.as_of.isoformat(),
            "ledger_entries": self.entries,
            "ledger_head": self.head,
            "published": len(self.site.published),
            "sources": self.digest,
        }
        return json.dumps(facts, indent=2) + "\n"


def _kept_back(
    now: Sequence[ReportState],
    stored: Mapping[str, StoredReport],
    key: bytes,
) -> Iterator[Fingerprints]:
    """Fingerprints of reports that are in the folder and not public on this day."""
    for state in now:
        if state.reference not in stored or state.state is PublicState.PUBLISHED:
            continue
        yield stored[state.reference].fingerprints(key)


def _off_the_site(
    site: Site, standing: Mapping[str, StoredStanding], key: bytes
) -> Iterator[Fingerprints]:
    """Fingerprints of standing documents that are in the folder and not public on this day."""
    shown = {view.reference for view in site.standing}
    for reference, document in standing.items():
        if reference not in shown:
            yield document.fingerprints(key)


def _write(source: _Source, fresh: Path, old: Path) -> dict[str, MadePage]:
    """Write the whole site into the new folder ``fresh``; what was made, for the next time."""
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
    press = Press(source.site.board, site_folder(), fresh, old, before)
    made = press.make(report_pages(source.site, source.stored), processors())
    made |= press.make(list_pages(source.site))
    made |= press.make(standing_pages(source.site, source.standing))
    made |= write_search_index(source.site, fresh, old, before)
    put_report_files(source.site, source.stored, fresh, old)
    put_standing_files(source.site, source.standing, fresh, old)
    write_around(source.site, fresh)
    (fresh / BUILD_INFO).write_text(source.info(), encoding="utf-8")
    return made


def _search(source: _Source, fresh: Path, key: bytes, kept: Path) -> None:
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


def _head(entries: Sequence[LedgerEntry]) -> str:
    return entries[-1].hash if entries else ""
