"""What the publication commands do between their arguments and ``publication``."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from casework.load import OpenCase, load_board, load_case
from casework.model import Board
from casework.people import protected_terms
from casework.procedure import Holding
from casework.register import Register
from desk.checking import allowed_words, reasons_from
from publication.folder import open_publications
from publication.gate import ConditionResult, Override, evaluate_holding, unmet
from publication.ledger import LedgerAction, LedgerEntry
from publication.metadata import PublicBoard
from publication.publish import Outlook, outlook, publish
from publication.standing.place import Wanted, place_brief, place_leaflet
from publication.withhold import hold_back
from redaction.check import Checker
from redaction.errors import PublicationError
from redaction.policy import STRICT
from redaction.values import ProtectedTerms

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


def publish_if_met(
    opened: OpenCase,
    file: Path,
    folder: Path | None,
    on: date,
    by: str,
    overrides: Mapping[str, Override],
    keep_until: date | None,
    at: datetime,
    again: str,
) -> Outlook:
    """Publish ``file`` into ``folder`` if nothing hinders it; without one, only look.

    Returns every condition as it was found, and every fault of the file as a page. Raises as
    ``publication.publish.publish`` does.
    """
    register = Register(opened.register_path)
    found = outlook(opened, file, on, register, overrides)
    if folder is not None and not found.hindered:
        target = publications_folder(folder, opened.board)
        publish(opened, file, on, by, register, target, overrides, at, keep_until, again)
    return found


def hold_back_if_met(
    opened: OpenCase,
    folder: Path,
    holding: Holding,
    reason: str,
    by: str,
    overrides: Mapping[str, Override],
    at: datetime,
) -> tuple[ConditionResult, ...]:
    """Record why a report is not public, if every condition of the procedure on that is met.

    Returns every condition as it was found. Raises as ``publication.withhold.hold_back`` does.
    """
    results = evaluate_holding(opened, holding, at.date(), overrides)
    if not unmet(results):
        hold_back(
            publications_folder(folder, opened.board),
            LedgerAction(holding.value),
            opened.case.reference,
            reason,
            by,
            Register(opened.register_path),
            at,
            protected_terms(opened),
        )
    return results


def place_standing(
    file: Path,
    case: Path | None,
    board: Path | None,
    wanted: Wanted,
    by: str,
    publications: Path,
    at: datetime,
) -> LedgerEntry:
    """Place a learning brief of ``case``, or else a leaflet of ``board``, among what is public.

    Raises as ``publication.standing.place`` does, and unless exactly one of the two is given.
    """
    if case is not None and board is None:
        opened = load_case(case)
        folder = publications_folder(publications, opened.board)
        return place_brief(opened, file, wanted, by, Register(opened.register_path), folder, at)
    if board is not None and case is None:
        profile = load_board(board)
        words = allowed_words(profile.harmless_words, None)
        checker = Checker(ProtectedTerms(), STRICT, words, profile.language_model)
        folder = publications_folder(publications, profile)
        return place_leaflet(checker, file, wanted, by, folder, at)
    raise PublicationError.because(
        "--case or --board",
        "exactly one of them says what the document is",
        "Give --case for a learning brief, --board for a leaflet",
    )


def publications_folder(path: Path, board: Board) -> Path:
    """The folder of publications at ``path``, made on first use with the board's contacts."""
    open_publications(path, PublicBoard.of(board), secrets.token_bytes(KEY_BYTES))
    return path
