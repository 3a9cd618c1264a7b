"""``rules``: a procedure's time limits, and how its source was read where it contradicts itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desk.options import Format, FormatOption

if TYPE_CHECKING:
    from casework.procedure import Procedure


def add_to(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command()(rules)


def rules(
    procedure: Annotated[
        str, typer.Argument(metavar="[PROCEDURE]", help="Its id; without one, all are listed.")
    ] = "",
    format: FormatOption = Format.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show a procedure's time limits, each with its source, and how contradictions were read.

    Example: casereview rules bnes-2016
    """
    from casework.procedure_file import load_procedure, procedure_ids
    from desk.tables import print_procedures, print_rules

    wanted = [procedure] if procedure else procedure_ids()
    found = [load_procedure(name) for name in wanted]
    if format is Format.JSON:
        print(json.dumps([as_record(each) for each in found], indent=2, ensure_ascii=False))
    elif procedure:
        print_rules(found[0])
    else:
        print_procedures(found)


def as_record(procedure: Procedure) -> dict[str, Any]:
    """A procedure as ``rules --format json`` prints it."""
    from casework.limits import limit_sentence

    return {
        "id": procedure.id,
        "title": procedure.title,
        "source": procedure.source,
        "partial": procedure.partial,
        "rules": [
            {
                "id": rule.id,
                "citation": rule.citation,
                "action": rule.action,
                "limit": limit_sentence(rule),
                "strength": rule.strength,
                "waiver": rule.waiver,
                "note": rule.note,
            }
            for rule in procedure.rules
        ],
        "conflicts": [
            {"id": each.id, "citation": each.citation, "text": each.text, "choice": each.choice}
            for each in procedure.conflicts
        ],
    }
