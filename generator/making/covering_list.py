"""The covering list of what is to be sent: one parcel for each recipient, as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from generator.authoring.author import HOUSE_STYLE, author
from generator.context import context_for
from generator.context.printed import DateText, joined
from generator.filling.fill import fill
from generator.templates import templates_folder
from generator.word.letterhead import letterhead_of

if TYPE_CHECKING:
    from casework.load import OpenCase
    from generator.making.changes import Change
    from generator.plan import PlannedDocument

NAME = "covering-list.docx"
_TEXT = "covering_list.txt"
_TITLE = "Covering list"
NO_ONE_NAMED = "Not made out to anyone"


@dataclass(frozen=True)
class CoveringItem:
    """One document in a parcel; ``file`` is its path below the folder of the parcels."""

    title: str
    file: str
    due: str
    changed: str


@dataclass(frozen=True)
class Parcel:
    """What goes to one recipient."""

    number: str
    name: str
    post: str
    organisation: str
    address_line: str
    items: tuple[CoveringItem, ...]


def covering_list(
    open_case: OpenCase,
    sending: Sequence[tuple[PlannedDocument, Change]],
    due: Mapping[str, date | None],
) -> bytes:
    """The Word file that lists ``sending``, in the house style with the board's letterhead.

    ``sending`` holds each document with what changed since it was last made, at least one.
    ``due`` is the last day by document id.
    """
    first = sending[0][0]
    context = context_for(open_case, first)
    names = context.names() | {
        "document": replace(context.document, title=_TITLE),
        "parcels": _parcels(sending, due, open_case.procedure.words),
    }
    return fill(
        _template(),
        names,
        name=NAME,
        as_of=first.as_of,
        letterhead=letterhead_of(open_case.board, open_case.board_path),
    )


def _parcels(
    sending: Sequence[tuple[PlannedDocument, Change]],
    due: Mapping[str, date | None],
    words: Mapping[str, str],
) -> tuple[Parcel, ...]:
    ids = dict.fromkeys(planned.folder for planned, _ in sending)
    return tuple(
        _parcel(number, [one for one in sending if one[0].folder == folder], due, words)
        for number, folder in enumerate(ids, start=1)
    )


def _parcel(
    number: int,
    sending: Sequence[tuple[PlannedDocument, Change]],
    due: Mapping[str, date | None],
    words: Mapping[str, str],
) -> Parcel:
    recipient = sending[0][0].recipient
    return Parcel(
        number=str(number),
        name=recipient.name or NO_ONE_NAMED,
        post=recipient.post,
        organisation=recipient.organisation if recipient.organisation != recipient.name else "",
        address_line=joined(recipient.address_lines),
        items=tuple(
            CoveringItem(
                planned.document.titled(words),
                planned.file_name,
                DateText(due.get(planned.document.id)),
                change.described(),
            )
            for planned, change in sending
        ),
    )


@cache
def _template() -> bytes:
    text = resources.files("generator.making").joinpath(_TEXT).read_text("utf-8")
    return author(text, (templates_folder() / HOUSE_STYLE).read_bytes())
