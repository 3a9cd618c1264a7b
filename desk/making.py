"""What ``make`` and ``copies issue`` share: make documents, show progress, say where they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from casework.load import OpenCase
from casework.register import Register
from desk.progress import progress
from generator.make import MadeDocument, make
from generator.plan import PlannedDocument


def make_with_progress(
    opened: OpenCase,
    planned: Sequence[PlannedDocument],
    register: Register,
    *,
    by: str,
    at: datetime,
    pdf: bool,
    draft: bool,
    out: Path | None = None,
) -> tuple[MadeDocument, ...]:
    """Make ``planned`` and print each file's path. Raises as ``generator.make.make`` does."""
    with progress("Making documents", len(planned)) as advance:
        made = make(
            opened,
            planned,
            register=register,
            by=by,
            at=at,
            pdf=pdf,
            draft=draft,
            out=out,
            progress=lambda document: advance(document.path.name),
        )
    for document in made:
        print(document.path)
        if document.pdf_path:
            print(document.pdf_path)
    return made
