"""The files around the pages: colours, feed, headers, and what robots and servers read."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path

from lxml import etree

from publication.metadata import Publication
from publication.pages.colour import board_css
from publication.pages.gone import APACHE, NGINX, apache_rules, nginx_rules
from publication.pages.hooks import long_date
from publication.pages.repository import repository_index
from publication.pages.standing import StandingView
from publication.pages.view import ReportView, Site

_IN_FEED = 100
"""Entries of the feed, which readers' programs fetch again and again."""
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ATOM = "http://www.w3.org/2005/Atom"

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""What a page may load: its own style sheets and pictures."""

SEARCH_POLICY = POLICY.replace(
    "style-src", "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src", 1
)
"""What the search page may load besides: the site's own script and index.

Hosts join the headers of every rule that fits a page, and a browser obeys them all: so what the
web server says allows the search, and every other page forbids it in its own words.
"""

HEADERS = f"""/*
  Content-Security-Policy: {SEARCH_POLICY}; frame-ancestors 'none'
  Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()
  Referrer-Policy: no-referrer
  Strict-Transport-Security: max-age=31536000
  X-Content-Type-Options: nosniff
/reports/*
  X-Robots-Tag: noarchive
"""
"""Headers for the web server, in the form that common hosts read from ``_headers``."""


def write_colours(site: Site, pages: Path) -> None:
    """Write the board's colours as a style sheet among the ``pages`` that MkDocs reads."""
    (pages / "assets").mkdir(exist_ok=True)
    css = board_css(site.board.accent_colour)
    (pages / "assets" / "board.css").write_text(css, encoding="utf-8")


def write_around(site: Site, out: Path) -> None:
    """Add the feed, the index and what robots and web servers read to the pages ``out``."""
    (out / "feed.xml").write_bytes(feed(site))
    (out / "_headers").write_text(HEADERS, encoding="utf-8")
    (out / "reports.json").write_text(repository_index(site), encoding="utf-8")
    (out / NGINX).write_text(nginx_rules(site, HEADERS), encoding="utf-8")
    (out / APACHE).write_text(apache_rules(site, HEADERS), encoding="utf-8")
    (out / "sitemap.xml").write_text(sitemap(site, out), encoding="utf-8")
    robots = f"User-agent: *\nDisallow:\n\nSitemap: {site.board.website}sitemap.xml\n"
    (out / "robots.txt").write_text(robots, encoding="utf-8")


def sitemap(site: Site, out: Path) -> str:
    """Every page in the folder ``out`` that may be found, with the ledger's day of its change."""
    own = sorted(path.name for path in out.glob("*.html") if path.stem not in ("404", "410"))
    changed: list[tuple[str, date | None]] = [
        *((name, None) for name in own),
        *((page.path, page.choice.changed) for page in site.lists.pages.values()),
        *((view.page, view.newest) for view in site.published),
        *((view.page, view.newest) for view in site.standing),
    ]
    home = escape(site.board.website)
    lines = [
        f"<url><loc>{home}{path}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for path, day in changed
    ]
    urls = f'<urlset xmlns="{_SITEMAP}">\n{"".join(lines)}</urlset>\n'
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + urls


def feed(site: Site) -> bytes:
    """An Atom feed of what is newest on the site; dates are from the ledger."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]
    home = site.board.website
    _add(root, "id", home)
    _add(root, "title", f"Case reviews of {site.board.name}")
    _add(root, "updated", f"{site.updated.isoformat()}T00:00:00Z")
    _add(root, "link", "", rel="self", href=f"{home}feed.xml")
    _add(root, "link", "", href=home)
    _add(_add(root, "author"), "name", site.board.name)
    shown: list[ReportView | StandingView] = [*site.published, *site.briefs, *site.leaflets]
    for view in sorted(shown, key=lambda view: view.newest, reverse=True)[:_IN_FEED]:
        if isinstance(view, StandingView):
            _standing_entry(root, view)
        else:
            _entry(root, view)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def _entry(root: etree._Element, view: ReportView) -> None:
    publication = view.publication
    if publication is None or view.state.published is None:
        return
    entry = _add(root, "entry")
    _add(entry, "id", view.address)
    _add(entry, "title", publication.title)
    _add(entry, "link", "", href=view.address)
    _add(entry, "published", f"{view.state.published.isoformat()}T00:00:00Z")
    _add(entry, "updated", f"{view.newest.isoformat()}T00:00:00Z")
    _add(entry, "summary", _summary(view, publication))


def _summary(view: ReportView, publication: Publication) -> str:
    """Kind, reference and themes; then what was changed, the newest first."""
    sentences = [f"{publication.kind_title} {view.reference}."]
    if publication.themes:
        sentences.append(f"{', '.join(publication.themes)}.")
    for day, note in reversed(view.state.corrections):
        sentences.append(f"Updated {long_date(day)}: {note}")
    return " ".join(sentences)


def _standing_entry(root: etree._Element, view: StandingView) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", view.address)
    _add(entry, "title", view.title)
    _add(entry, "link", "", href=view.address)
    _add(entry, "published", f"{view.state.since.isoformat()}T00:00:00Z")
    _add(entry, "updated", f"{view.newest.isoformat()}T00:00:00Z")
    _add(entry, "summary", f"{view.facts.kind.words}. {view.facts.summary}")


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text or None
    return child
