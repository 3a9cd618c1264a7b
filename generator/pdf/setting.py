"""Sets HTML as a PDF with WeasyPrint, and keeps what the next letter of a batch needs again.

Finding the fonts, reading the sheets and decoding the logo take a third of the time of a letter,
and come out the same for all letters of a board. No network, no clock.
"""

from __future__ import annotations

import copy
import gc
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib import resources
from typing import Any, Self
from unicodedata import category
from xml.etree import ElementTree

from generator.pdf.table_headers import scope_header_cells
from redaction.errors import TemplateError

MOST_KEPT_PICTURES = 5_000_000
"""Characters of the addresses of the pictures that are kept decoded; an address holds its bytes."""

_NOT_SHOWN = ("Cc", "Cf", "Co", "Zs", "Zl", "Zp")
"""Control characters, spaces, and the private ones of symbol fonts: bullets of old Word files."""
_MOST_NAMED = 20
_NO_PANGO = (
    "Install Pango. Debian and Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0. Windows: the MSYS2 package mingw-w64-x86_64-pango. "
    "macOS: brew install pango"
)

_pictures: dict[str, Any] = {}
_alone = threading.Lock()
"""Held while a PDF is set: Pango's fonts, which are shared, are not made for several threads."""


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


def set_pdf(xhtml: str, css: str, identifier: bytes, name: str) -> bytes:
    """The PDF/UA-1 of ``xhtml`` in the house sheet and ``css``; ``TemplateError`` if it fails."""
    try:
        with _alone:
            written = _document(xhtml).write_pdf(
                stylesheets=[_house_sheet(), _sheet(css)],
                font_config=_fonts(),
                cache=_kept_pictures(),
                finisher=partial(_finish, name),
                pdf_variant="pdf/ua-1",
                pdf_identifier=identifier,
            )
    except (ValueError, TypeError, AssertionError, KeyError, IndexError, OSError) as error:
        raise TemplateError.because(
            name, "the PDF could not be set", "Send the Word file, or save the PDF from Word"
        ) from error
    return bytes(written)


@lru_cache(maxsize=32)
def ends(xhtml: str, css: str) -> dict[str, float]:
    """How far down each anchor of a single page is, in pixels."""
    with _alone:
        rendered = _document(xhtml).render(
            stylesheets=[_house_sheet(), _sheet(css)], font_config=_fonts(), cache=_kept_pictures()
        )
    return {name: place[1] for name, place in rendered.pages[0].anchors.items()}


def _document(xhtml: str) -> Any:
    """WeasyPrint's document: pictures stand in it, and nothing is fetched from anywhere.

    Its own constructor would look for mistakes of people's HTML in what is sound XML here, which
    takes ten times as long; these are the attributes that it sets.
    """
    library = weasyprint()
    document = library.HTML.__new__(library.HTML)
    document.base_url, document.media_type = None, "print"
    document.url_fetcher = library.urls.URLFetcher(
        allowed_protocols=("data",), allow_redirects=False
    )
    root = ElementTree.fromstring(xhtml)  # noqa: S314 - our own XML, written a moment ago
    document.wrapper_element = library.cssselect2.ElementWrapper.from_html_root(root, None)
    document.etree_element = root
    return document


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
    """The pictures of earlier letters, which need not be decoded and encoded again."""
    if sum(map(len, _pictures)) > MOST_KEPT_PICTURES:
        _pictures.clear()
    for picture in _pictures.values():
        if hasattr(picture, "get_x_object") and "get_x_object" not in vars(picture):
            picture.get_x_object = _remembered(picture.get_x_object)
    return _pictures


def _remembered(make: Callable[[bool, float], Any]) -> Callable[[bool, float], Any]:
    """``make``, which gives the stream of a picture, called once for the same arguments."""
    made: dict[tuple[bool, float], Any] = {}

    def get_x_object(interpolate: bool, dpi_ratio: float) -> Any:
        key = (interpolate, dpi_ratio)
        if key not in made:
            made[key] = make(interpolate, dpi_ratio)
        return _fresh(made[key])

    return get_x_object


def _fresh(stream: Any) -> Any:
    """The same stream for another PDF, with a number of its own to come."""
    new = copy.copy(stream)
    new.extra = copy.copy(stream.extra)
    if "SMask" in new.extra:
        new.extra["SMask"] = _fresh(new.extra["SMask"])
    return new


def _finish(name: str, document: Any, pdf: Any) -> None:
    _require_fonts(document, name)
    scope_header_cells(document, pdf)
    pdf.objects = [_Written.of(item) if item.free == "n" else item for item in pdf.objects]


def _require_fonts(document: Any, name: str) -> None:
    """Raise ``TemplateError`` where a box would be printed in place of a character."""
    codes = {code for font in document.fonts.values() for code in font.missing}
    shown = [char for char in map(chr, sorted(codes)) if category(char) not in _NOT_SHOWN]
    if shown:
        raise TemplateError.because(
            name,
            f"no font on this computer has the characters {' '.join(shown[:_MOST_NAMED])}",
            "Install a font that has them (Debian and Ubuntu: sudo apt install fonts-noto), or "
            "send the Word file",
        )


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
