"""Everything of one standing document that lies in its folder, made once, when it is placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from publication.metadata import PublicBoard
from publication.page_file import made_of
from publication.pages.standing import StandingView
from publication.pdf import typeset
from publication.rendering import site_folder
from publication.report.convert import convert
from publication.standing.facts import FACTS, Standing
from publication.standing.state import StandingState


@dataclass(frozen=True)
class StandingPackage:
    """The public facts, and the files by name: the cleared one and what is made of it."""

    facts: Standing
    files: Mapping[str, bytes]

    def details(self) -> dict[str, str]:
        """What the ledger says about it."""
        digest = sha256(self.files[FACTS]).hexdigest()
        return {"sha256": self.facts.sha256, "metadata_sha256": digest}


def standing_package(
    facts: Standing, content: bytes, suffix: str, board: PublicBoard, state: StandingState
) -> StandingPackage:
    """The package of the document with the bytes ``content``, as it is public in ``state``.

    Raises ``PublicationError`` with whatever keeps it from becoming a page.
    """
    report = convert(content, suffix)
    view = StandingView(state, board, facts, report=report)
    made, hashes = made_of(report, typeset(view, report, "standing.html", site_folder()))
    complete = facts.model_copy(update={"made": hashes})
    return StandingPackage(
        complete, {facts.file: content, FACTS: complete.to_json().encode(), **made}
    )
