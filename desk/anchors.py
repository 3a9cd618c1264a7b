"""What is known of the ledger outside it: by the registers of cases, and by a built site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from desk.registers import register_of
from publication.anchored import remembered
from publication.build_info import site_anchors
from redaction.errors import PublicationError


def anchors_in(cases: Sequence[Path], site: Path | None) -> dict[int, str]:
    """The hashes of the ledger's lines that the cases' registers and the built site remember.

    Raises PublicationError if there is neither a case nor a site to ask, or if two of them
    remember the same line differently; CaseError for a register that is not sound.
    """
    if not cases and site is None:
        raise PublicationError.because(
            "mend",
            "nothing outside the ledger was named that could tell what is missing",
            "Add --case CASE, with the case that was dealt with last, or --site DIR",
        )
    if site is not None and not site_anchors(site):
        raise PublicationError.because(site, "is no site built here", "Name the site's folder")
    found = [site_anchors(site)] if site is not None else []
    for case in cases:
        register = register_of(case)
        register.require_sound()
        found.append(remembered(register))
    return _agreed(found)


def _agreed(found: Sequence[Mapping[int, str]]) -> dict[int, str]:
    anchors: dict[int, str] = {}
    for number, each in sorted(pair for some in found for pair in some.items()):
        if anchors.setdefault(number, each) != each:
            raise PublicationError.because(
                f"ledger, line {number}",
                "is remembered differently by two of the registers and sites named",
                "They do not belong to the same ledger; name those that do",
            )
    return anchors
