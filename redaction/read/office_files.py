"""Reads Word, Excel and PowerPoint files: refuses what is none, then walks the whole package."""

from __future__ import annotations

from redaction.errors import RedactionError
from redaction.read.gathering import Gathering
from redaction.read.names import P, S, W
from redaction.read.office import read_package
from redaction.read.package import open_package
from redaction.read.safe_xml import UnsafeXmlError, parse_xml


def read_word(content: bytes, gathering: Gathering) -> None:
    """Every place of a .docx package. Raises RedactionError when it is broken or a bomb."""
    _read(content, gathering, W.document, W.body)


def read_excel(content: bytes, gathering: Gathering) -> None:
    """Every place of an .xlsx package. Raises RedactionError when it is broken or a bomb."""
    _read(content, gathering, S.workbook, S.sheets)


def read_powerpoint(content: bytes, gathering: Gathering) -> None:
    """Every place of a .pptx package. Raises RedactionError when it is broken or a bomb."""
    _read(content, gathering, P.presentation, P.sldIdLst)


def _read(content: bytes, gathering: Gathering, root_tag: str, needed: str) -> None:
    package = open_package(content, gathering)
    main = package.main_part
    broken = main is None or main not in package.parts
    if not broken:
        try:
            root = parse_xml(package.parts[str(main)])
        except UnsafeXmlError as error:
            raise RedactionError.because(
                gathering.file, f"its text can't be read: {error}", "Ask for the file again"
            ) from error
        broken = root.tag != root_tag or root.find(needed) is None
    if broken:
        raise RedactionError.because(
            gathering.file, "the file is broken: it has no text", "Ask for the file again"
        )
    read_package(package, gathering)
