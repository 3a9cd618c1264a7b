"""Names of the elements of Office files, written as ``W.p`` for paragraphs and so on."""

from __future__ import annotations

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Namespace:
    """Makes full names of one namespace: ``Namespace(uri).tag`` is ``{uri}tag``."""

    def __init__(self, uri: str) -> None:
        self.uri = uri

    def __getattr__(self, name: str) -> str:
        full = f"{{{self.uri}}}{name.rstrip('_')}"
        self.__dict__[name] = full
        return full


W = Namespace(_MAIN)
R = Namespace(_RELATIONSHIPS)
A = Namespace("http://schemas.openxmlformats.org/drawingml/2006/main")
M = Namespace("http://schemas.openxmlformats.org/officeDocument/2006/math")
MC = Namespace("http://schemas.openxmlformats.org/markup-compatibility/2006")
S = Namespace("http://schemas.openxmlformats.org/spreadsheetml/2006/main")
P = Namespace("http://schemas.openxmlformats.org/presentationml/2006/main")
REL = Namespace("http://schemas.openxmlformats.org/package/2006/relationships")
CT = Namespace("http://schemas.openxmlformats.org/package/2006/content-types")

_OPEN = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"


class _Dashed(Namespace):
    """The same for names with dashes: ``N.text.change_id`` is ``{uri}change-id``."""

    def __getattr__(self, name: str) -> str:
        full = f"{{{self.uri}}}{name.rstrip('_').replace('_', '-')}"
        self.__dict__[name] = full
        return full


class OpenNames:
    """The namespaces of OpenDocument files, each ``OpenNames.text.p`` and so on."""

    office = _Dashed(_OPEN.format("office"))
    text = _Dashed(_OPEN.format("text"))
    table = _Dashed(_OPEN.format("table"))
    draw = _Dashed(_OPEN.format("drawing"))
    style = _Dashed(_OPEN.format("style"))
    fo = _Dashed(_OPEN.format("xsl-fo-compatible"))
    svg = _Dashed(_OPEN.format("svg-compatible"))
    show = _Dashed(_OPEN.format("presentation"))
    manifest = _Dashed(_OPEN.format("manifest"))
    dc = _Dashed("http://purl.org/dc/elements/1.1/")
    link = _Dashed("http://www.w3.org/1999/xlink")
