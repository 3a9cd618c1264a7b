"""What ``publish`` does between its arguments and ``publication``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from casework.load import load_case
from casework.register import Register
from desk.checking import reasons_from
from publication.gate import ConditionResult, Override
from publication.publish import conditions_for
from publication.publish import publish as publish_report
from redaction.errors import PublicationError


def publish_file(
    file: Path,
    case: Path,
    publications: Path,
    *,
    on: date,
    by: str,
    keep_until: date | None,
    overrides: Sequence[str],
    chair: str,
    dry_run: bool,
    at: datetime,
) -> tuple[tuple[ConditionResult, ...], str | None]:
    """Every condition as it was found, and the reference published, if all were met."""
    if overrides and not chair:
        raise PublicationError.because(
            "--chair", "an override needs the Chair's name", 'Add --chair "NAME"'
        )
    reasons = reasons_from(overrides, "--override")
    granted = {name: Override(chair, reason) for name, reason in reasons.items()}
    opened = load_case(case)
    register = Register(opened.register_path)
    results = conditions_for(opened, file, register, on, granted)
    if dry_run or any(not result.met and result.override is None for result in results):
        return results, None
    publish_report(
        opened,
        file,
        on=on,
        by=by,
        register=register,
        publications=publications,
        overrides=granted,
        keep_until=keep_until,
        at=at,
    )
    return results, opened.case.reference
