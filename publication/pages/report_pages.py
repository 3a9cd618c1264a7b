"""The pages of reports in a new site: unchanged ones are taken over, the others rendered anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from casework.processors import processors
from publication.intact import StoredReport
from publication.page_file import PDF
from publication.pages.made import MadePage
from publication.pages.render import PageJob, render
from publication.pages.view import ReportView, Site

_ALONE = 100
"""Pages up to which one process is sooner done than several."""
_BATCH = 50
"""Pages that a process is given at a time."""


def write_report_pages(
    site: Site,
    stored: Mapping[str, StoredReport],
    theme: Path,
    fresh: Path,
    old: Path,
    before: Mapping[str, MadePage],
) -> dict[str, MadePage]:
    """Write every page of a report, its pictures and its PDF into the folder ``fresh``.

    ``stored`` are the reports in the folder of publications by reference, ``theme`` the MkDocs
    project. Of the site in ``old`` a page is taken over if it is, byte for byte, the one that was
    ``made`` and would be made the same again. Returns what was made, for the next time. Raises
    ``PublicationError`` if a report can't be read, ``OSError`` if a page can't be written.
    """
    design = _digest_of_design(theme)
    keys = {view.page: _key(view, stored, design) for view in site.views if view.has_page}
    made: dict[str, MadePage] = {}
    jobs = []
    for view in site.views:
        if not view.has_page:
            continue
        known = before.get(view.page)
        if known and known.key == keys[view.page] and _taken_over(view, known, fresh, old):
            made[view.page] = known
        else:
            jobs.append(PageJob(view, _public(view, stored), fresh / view.page))
    bare = replace(site, views=())
    for job, digest in zip(jobs, _rendered(jobs, bare, theme / "mkdocs.yml"), strict=True):
        made[job.view.page] = MadePage(key=keys[job.view.page], sha256=digest)
    for view in site.published:
        _copy_files(stored[view.reference], view, fresh)
    return made


def _public(view: ReportView, stored: Mapping[str, StoredReport]) -> StoredReport | None:
    return stored[view.reference] if view.publication else None


def _rendered(jobs: Sequence[PageJob], site: Site, config: Path) -> list[str]:
    """The sha256 of each page, over all the cores if there are many."""
    if len(jobs) <= _ALONE:
        return render(jobs, site, config)
    batches = [jobs[at : at + _BATCH] for at in range(0, len(jobs), _BATCH)]
    with ProcessPoolExecutor(processors()) as pool:
        digests = pool.map(render, batches, [site] * len(batches), [config] * len(batches))
        return [digest for batch in digests for digest in batch]


def _taken_over(view: ReportView, known: MadePage, fresh: Path, old: Path) -> bool:
    """Whether the old page is as it was made; it is then in ``fresh`` too."""
    page = old / view.page
    try:
        if page.is_symlink() or sha256(page.read_bytes()).hexdigest() != known.sha256:
            return False
        target = fresh / view.page
        target.parent.mkdir(exist_ok=True)
        os.link(page, target)
    except OSError:
        return False
    return True


def _copy_files(stored: StoredReport, view: ReportView, fresh: Path) -> None:
    shutil.copyfile(stored.place / PDF, fresh / view.pdf)
    for name in stored.pictures:
        picture = (fresh / view.page).with_suffix("") / name
        picture.parent.mkdir(exist_ok=True)
        shutil.copyfile(stored.place / name, picture)


def _key(view: ReportView, stored: Mapping[str, StoredReport], design: str) -> str:
    """What stands for all that the page of ``view`` is made from."""
    facts = view.publication.to_json() if view.publication else ""
    parts = (design, view.board.model_dump_json(), repr(view.state), facts)
    return sha256("\0".join(parts).encode()).hexdigest()


def _digest_of_design(theme: Path) -> str:
    """What stands for the templates, and for the program that fills them."""
    digest = sha256()
    for folder in (theme, Path(__file__).parent):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".html", ".yml", ".py"):
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(path.read_bytes())
    return digest.hexdigest()
