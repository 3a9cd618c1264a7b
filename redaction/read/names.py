"""Names of the elements of Word files, written as ``W.p`` for paragraphs and so on."""

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
REL = Namespace("http://schemas.openxmlformats.org/package/2006/relationships")
CT = Namespace("http://schemas.openxmlformats.org/package/2006/content-types")
