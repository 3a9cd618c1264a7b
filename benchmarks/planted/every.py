"""The planted file of every format."""

from __future__ import annotations

from functools import cache

from benchmarks.planted import (
    excel,
    mail,
    opendocument,
    outlook,
    pdf,
    powerpoint,
    richtext,
    web,
    word,
)
from benchmarks.planted.names import Planted


@cache
def planted_files() -> dict[str, Planted]:
    """One planted file for each format, by the name of the format."""
    return {
        "Word": word.planted(),
        "PDF": pdf.planted(),
        "Excel": excel.planted(),
        "PowerPoint": powerpoint.planted(),
        "OpenDocument text": opendocument.text_document(),
        "OpenDocument spreadsheet": opendocument.spreadsheet(),
        "OpenDocument presentation": opendocument.presentation(),
        "Rich Text": richtext.planted(),
        "e-mail": mail.planted(),
        "Outlook": outlook.planted(),
        "HTML": web.html(),
        "Markdown": web.markdown(),
        "CSV": web.table(),
    }
