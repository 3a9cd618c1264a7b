"""The page of a report as a file of its own, so that no site's building converts anything."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256

from publication.report.page import Heading, Report, ReportImage
from redaction.errors import PublicationError

PAGE = "page.json"
"""The name of the file that holds a report's page."""
PDF = "report.pdf"
"""The name of the file that holds a report's PDF."""


def made_of(report: Report, pdf: bytes) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files that are made of a document, by name, and the sha256 of each."""
    pictures = {image.name: image.content for image in report.images}
    files = {PAGE: page_bytes(report), PDF: pdf, **pictures}
    return files, {name: sha256(files[name]).hexdigest() for name in sorted(files)}


def page_bytes(report: Report) -> bytes:
    """``report`` as the content of ``page.json``; its pictures are files of their own."""
    record = {
        "html": report.html,
        "contents": [asdict(heading) for heading in report.contents],
        "images": [[image.name, image.width, image.height] for image in report.images],
        "words": report.words,
    }
    return json.dumps(record, ensure_ascii=False, indent=1).encode()


def read_page(content: bytes, pictures: Mapping[str, bytes]) -> Report:
    """The report that ``page_bytes`` wrote, with the bytes of its ``pictures`` by name.

    Raises ``PublicationError`` if ``content`` is no such page.
    """
    try:
        record = json.loads(content)
        return Report(
            html=record["html"],
            contents=tuple(Heading(**heading) for heading in record["contents"]),
            images=tuple(
                ReportImage(name, pictures.get(name, b""), width, height)
                for name, width, height in record["images"]
            ),
            words=record["words"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise PublicationError.because(
            PAGE, "is not a page that was made here", "Publish a correction of the report"
        ) from error
