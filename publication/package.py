"""Everything of one report that lies in its folder, made once, when it is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from publication.metadata import Publication, PublicBoard
from publication.page_file import made_of
from publication.pages.view import ReportView
from publication.pdf import report_pdf
from publication.rendering import site_folder
from publication.report.convert import convert
from publication.report_state import ReportState


@dataclass(frozen=True)
class Package:
    """The public facts of a report, and its files by name: the cleared one and what is made of it.

    The building of the site reads these and converts nothing, so that thousands of reports cost
    little and what was once looked at stays as it was.
    """

    publication: Publication
    files: Mapping[str, bytes]

    def details(self) -> dict[str, object]:
        """What the ledger says about it."""
        return {
            "sha256": self.publication.sha256,
            "metadata_sha256": sha256(self.publication.to_json().encode()).hexdigest(),
            "retention_months": self.publication.retention_months,
            "citation": self.publication.retention_citation,
        }


def packaged(
    publication: Publication, content: bytes, board: PublicBoard, state: ReportState
) -> Package:
    """The package of the report with the cleared bytes ``content``, as it is public in ``state``.

    Raises ``PublicationError`` with whatever keeps the report from becoming a page.
    """
    report = convert(content, publication.suffix)
    view = ReportView(state, board, publication, report)
    made, hashes = made_of(report, report_pdf(view, site_folder()))
    complete = publication.model_copy(update={"made": hashes})
    return Package(complete, {publication.file: content, **made})
