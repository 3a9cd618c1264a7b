"""Whether a document has changed since it was last made, and which of its fields did.

The register keeps, with every document that was made, a short digest of each field that its
template prints. Compared with those of today they say what changed without the register holding
what a field said. The document's own date is left out: a letter is not another letter because it
is made on another day. The digests name changes to the office; they are no protection, and the
register is as confidential as the case.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from casework.register import Entry, EntryKind
from generator.authoring.lint import fields_used
from generator.context import Context
from generator.missing import GapRecord, label_of
from generator.plan import PlannedDocument
from generator.word.letterhead import Letterhead

DATE = "document.date"
"""The field that does not count: the day on which the document is made."""
TEMPLATE, LETTERHEAD = "template", "letterhead"
"""What else a document is made of, named among the fields that changed."""
_DIGITS = 8
"""Of each field's digest: enough to see that it changed, too few to tell much of what it says."""


class ChangeKind(StrEnum):
    """How a document stands to the one that was last made for the same recipient."""

    NEW = "new"
    """None was made yet."""
    UNCHANGED = "unchanged"
    """It would say the same, apart from its date."""
    CHANGED = "changed"
    """It would say something else, or look different."""


@dataclass(frozen=True)
class Change:
    """How a document differs from the one that was last made, ``last`` in the register.

    ``fields`` are the dotted paths of the fields whose values changed; ``template`` and
    ``letterhead`` among them stand for those themselves. It may be empty although the document
    changed: then its making was recorded before the register kept fields.
    """

    kind: ChangeKind
    fields: tuple[str, ...] = ()
    last: Entry | None = None

    def described(self) -> str:
        """What changed, in an administrator's words; empty unless something did."""
        return "; ".join(map(label_of, self.fields))


@dataclass(frozen=True)
class Fingerprint:
    """What a document says, in digests: the whole, and every printed field of ``paths``."""

    content: str
    template: str
    letterhead: str
    paths: tuple[str, ...]
    digests: str
    """Those of the fields, one after the other."""

    def details(self) -> dict[str, Any]:
        """As the register keeps it."""
        return {
            "content_sha256": self.content,
            "template_sha256": self.template,
            "letterhead_sha256": self.letterhead,
            "fields": self.fields(),
        }

    def fields(self) -> dict[str, str]:
        """The digest of every field by its path."""
        at = range(0, len(self.digests), _DIGITS)
        pieces = [self.digests[start : start + _DIGITS] for start in at]
        return dict(zip(self.paths, pieces, strict=True))


def fingerprint(
    planned: PlannedDocument,
    context: Context,
    template: bytes,
    letterhead: Letterhead,
) -> Fingerprint:
    """The fingerprint of a document that is about to be made."""
    paths = _printed(template, planned.template, tuple(planned.document.fields))
    names = context.names()
    salt = _salt(planned)
    values = [_canonical(_at(names, path.split("."))) for path in paths]
    look = (_sha256(template), _letterhead_digest(letterhead))
    return Fingerprint(
        content=_sha256(_json([salt, *look, paths, values])),
        template=look[0],
        letterhead=look[1],
        paths=paths,
        digests="".join(map(_digest, [salt] * len(paths), paths, values)),
    )


def change_since(
    entries: Iterable[Entry], planned: PlannedDocument, made_of: Fingerprint, *, draft: bool = False
) -> Change:
    """How a document with this fingerprint differs from the last one in the register's entries.

    Compared is the last one of the same document, recipient and layout, drafts with drafts. Its
    day, its folder and its file don't matter.
    """
    last = last_made(entries, planned, draft=draft)
    if last is None:
        return Change(ChangeKind.NEW)
    if last.details.get("content_sha256") == made_of.content:
        return Change(ChangeKind.UNCHANGED, last=last)
    return Change(ChangeKind.CHANGED, _changed(last.details, made_of.details()), last)


def corrections(planned: PlannedDocument, change: Change) -> tuple[str, ...]:
    """Of the fields that changed, those that said something else when the document was made.

    What was not known then makes no letter wrong, and neither does a new template or letterhead.
    """
    before = change.last.details.get("fields", {}) if change.last else {}
    salt = _salt(planned)
    return tuple(
        path
        for path in change.fields
        if path in before and before[path] not in (_digest(salt, path, ""), _digest(salt, path, []))
    )


def last_made(
    entries: Iterable[Entry], planned: PlannedDocument, *, draft: bool = False
) -> Entry | None:
    """The last time the same document was made for the same recipient in the same layout."""
    wanted = (planned.document.id, planned.recipient.id, planned.variant, draft)
    made = [
        entry
        for entry in entries
        if entry.kind is EntryKind.DOCUMENT_MADE
        and wanted
        == (
            entry.subject,
            entry.details.get("recipient", ""),
            entry.details.get("variant", ""),
            bool(entry.details.get("draft")),
        )
    ]
    return made[-1] if made else None


def _changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, ...]:
    if "fields" not in before:
        return ()
    parts = [
        part
        for part in (TEMPLATE, LETTERHEAD)
        if before.get(f"{part}_sha256") != now[f"{part}_sha256"]
    ]
    known = before["fields"]
    fields = [path for path, digest in now["fields"].items() if known.get(path, digest) != digest]
    return (*parts, *fields)


@lru_cache(maxsize=128)
def _printed(template: bytes, name: str, declared: tuple[str, ...]) -> tuple[str, ...]:
    """The fields that a document prints or needs, without those that only lead to others."""
    paths = {*fields_used(template, name), *declared} - {DATE}
    return tuple(sorted(path for path in paths if not any(p.startswith(f"{path}.") for p in paths)))


def _salt(planned: PlannedDocument) -> str:
    return f"{planned.document.id}/{planned.recipient.id}"


def _digest(salt: str, path: str, value: Any) -> str:
    return _sha256(_json([salt, path, value]))[:_DIGITS]


def _at(value: object, steps: Sequence[str]) -> Any:
    """What is at the end of the steps; for a list, what is there in each of its members."""
    if not steps or isinstance(value, GapRecord):
        return value
    if isinstance(value, tuple | list):
        return [_at(member, steps) for member in value]
    inner = value.get(steps[0]) if isinstance(value, Mapping) else getattr(value, steps[0], None)
    return _at(inner, steps[1:])


def _canonical(value: Any) -> Any:
    """A value of the context as JSON holds it."""
    if isinstance(value, GapRecord | str):
        return str(value)
    if dataclasses.is_dataclass(value):
        return {one.name: _canonical(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _canonical(value[key]) for key in value}
    if isinstance(value, list | tuple):
        return [_canonical(member) for member in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


@lru_cache(maxsize=16)
def _letterhead_digest(letterhead: Letterhead) -> str:
    logo = letterhead.logo
    shown = [logo.format, logo.width, logo.height, logo.description] if logo else []
    content = logo.content if logo else b""
    return _sha256(_json([letterhead.accent, *shown]) + content)


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
