"""Sets HTML as a PDF with WeasyPrint, and keeps what the next letter of a batch needs again.

Finding the fonts, reading the sheets and decoding the logo take a third of the time of a letter,
and come out the same for all letters of a board. No network, no clock.
"""

from __future__ import annotations

import gc
import logging
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Self

from generator.pdf.table_headers import scope_header_cells
from redaction.errors import TemplateError

MOST_KEPT_PICTURES = 5_000_000
"""Characters of the addresses of the pictures that are kept decoded; an address holds its bytes."""

_NO_PANGO = (
    "Install Pango. Debian and Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0. Windows: the MSYS2 package mingw-w64-x86_64-pango. "
    "macOS: brew install pango"
)

_pictures: dict[str, Any] = {}


@cache
def weasyprint() -> Any:
    """The library; ``TemplateError`` where Pango, which sets the text, is not installed."""
    try:
        import weasyprint
    except OSError as error:
        raise TemplateError.because("PDF", "the library Pango is missing", _NO_PANGO) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    gc.freeze()  # else every full collection walks the hundred thousand objects just loaded
    return weasyprint


def set_pdf(html: str, css: str, identifier: bytes, name: str) -> bytes:
    """The PDF/UA-1 of ``html`` in the house sheet and ``css``; ``TemplateError`` where it fails."""
    try:
        written = _document(html).write_pdf(
            stylesheets=[_house_sheet(), _sheet(css)],
            font_config=_fonts(),
            cache=_kept_pictures(),
            finisher=_finish,
            pdf_variant="pdf/ua-1",
            pdf_identifier=identifier,
        )
    except (ValueError, TypeError, AssertionError, KeyError, IndexError, OSError) as error:
        raise TemplateError.because(
            name, "the PDF could not be set", "Send the Word file, or save the PDF from Word"
        ) from error
    return bytes(written)


@lru_cache(maxsize=32)
def ends(html: str, css: str) -> dict[str, float]:
    """How far down each anchor of a single page is, in pixels."""
    rendered = _document(html).render(
        stylesheets=[_house_sheet(), _sheet(css)], font_config=_fonts(), cache=_kept_pictures()
    )
    return {name: place[1] for name, place in rendered.pages[0].anchors.items()}


def _document(html: str) -> Any:
    """``html`` as WeasyPrint's: pictures stand in it, and nothing is fetched from anywhere."""
    fetcher = weasyprint().urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    return weasyprint().HTML(string=html, url_fetcher=fetcher)


@cache
def _fonts() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def _house_sheet() -> Any:
    return _sheet(resources.files("generator").joinpath("house.css").read_text("utf-8"))


@lru_cache(maxsize=16)
def _sheet(css: str) -> Any:
    return weasyprint().CSS(string=css, font_config=_fonts())


def _kept_pictures() -> dict[str, Any]:
    if sum(map(len, _pictures)) > MOST_KEPT_PICTURES:
        _pictures.clear()
    return _pictures


def _finish(document: Any, pdf: Any) -> None:
    scope_header_cells(document, pdf)
    pdf.objects = [_Written.of(item) if item.free == "n" else item for item in pdf.objects]


@dataclass
class _Written:
    """An object of a PDF as its bytes: pydyf computes those of all others twice."""

    number: int
    generation: int
    data: bytes
    compressible: bool
    free: str = "n"
    offset: int = 0

    @classmethod
    def of(cls, item: Any) -> Self:
        """A pydyf object that does not change any more."""
        return cls(item.number, item.generation, item.data, item.compressible)

    @property
    def indirect(self) -> bytes:
        """The object as it stands in the file."""
        return b"%d %d obj\n%b\nendobj" % (self.number, self.generation, self.data)
