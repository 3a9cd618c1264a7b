"""What the site is made from on one day: read, proved against the ledger, and what is withheld."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import markdown

from publication.build_info import BuildInfo, site_anchors
from publication.folder import PublicationsFolder
from publication.intact import StoredReport, stored_reports
from publication.page_file import PAGE
from publication.pages import ReportView, Site, site_of
from publication.pages.hooks import filled
from publication.pages.standing import StandingView
from publication.pages.standing_pages import standing_views
from publication.recover import recover_held
from publication.rendering import site_folder
from publication.report_state import PublicState, ReportState
from publication.residue import Fingerprints, PublicTexts, plain_text
from publication.search_index import searchable
from publication.sources import sources_digest
from publication.standing.state import standing_states
from publication.standing.stored import StoredStanding, stored_standing
from publication.state import states

_View = ReportView | StandingView


@dataclass(frozen=True)
class SiteSource:
    """What the site is made from, read and verified."""

    site: Site
    states: tuple[ReportState, ...]
    stored: Mapping[str, StoredReport]
    standing: Mapping[str, StoredStanding]
    withheld: tuple[Fingerprints, ...]
    info: BuildInfo

    @classmethod
    def read(cls, folder: PublicationsFolder, as_of: date, out: Path) -> SiteSource:
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
        info = BuildInfo(
            as_of=as_of,
            ledger_entries=len(entries),
            ledger_head=entries[-1].hash if entries else "",
            published=len(site.published),
            sources=sources_digest(folder),
        )
        return cls(site, now, stored, standing, withheld, info)

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
        yield from (view.state.reason, view.state.refusal)
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
