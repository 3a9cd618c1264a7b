"""What the publication commands do between their arguments and ``publication``."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from casework.model import Board
from desk.checking import reasons_from
from publication.folder import open_publications
from publication.gate import Override
from publication.metadata import PublicBoard
from redaction.errors import PublicationError

KEY_BYTES = 32


def overrides_from(pairs: Sequence[str], chair: str) -> dict[str, Override]:
    """The conditions that ``chair`` overrides, from "ID=REASON" each.

    Raises PublicationError without the Chair's name, RedactionError for one without a reason.
    """
    if pairs and not chair.strip():
        raise PublicationError.because(
            "--override", "an override needs the Chair's name", 'Add --chair "NAME"'
        )
    reasons = reasons_from(pairs, "--override")
    return {name: Override(chair, reason) for name, reason in reasons.items()}


def publications_folder(path: Path, board: Board) -> Path:
    """The folder of publications at ``path``, made on first use with the board's contacts."""
    open_publications(path, PublicBoard.of(board), secrets.token_bytes(KEY_BYTES))
    return path
