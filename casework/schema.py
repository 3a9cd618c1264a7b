"""The JSON Schemas of the case file and the board's profile, from which editors complete fields."""

from __future__ import annotations

import json
from typing import Any

from casework.model.board import Board
from casework.model.case import Case

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN_TEXT = ["string", "number", "boolean"]
"""Text as an editor may take it: the file's reader keeps "1" and "no" as they were typed."""
_YES_OR_NO = [True, False, "yes", "no"]
_NOTES = ("description", "default")


def case_schema() -> str:
    """The schema of ``case.yaml`` as JSON text, descriptions included; always the same bytes."""
    return _schema(Case.model_json_schema(), "A case of casereview (case.yaml)")


def board_schema() -> str:
    """The schema of a board's profile as JSON text; always the same bytes."""
    return _schema(Board.model_json_schema(), "A board's profile for casereview")


def _schema(schema: dict[str, Any], title: str) -> str:
    whole = {"$schema": _DIALECT, **_as_written(schema), "title": title}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _as_written(part: Any) -> Any:
    """``part`` of a schema, changed to what a person may write in YAML."""
    if isinstance(part, list):
        return [_as_written(each) for each in part]
    if not isinstance(part, dict):
        return part.replace("``", "`") if isinstance(part, str) else part
    written = {key: _as_written(value) for key, value in part.items() if not _noise(key, value)}
    if written.get("type") == "string" and not written.keys() & {"format", "enum", "pattern"}:
        written["type"] = _PLAIN_TEXT
    if written.get("type") == "boolean":
        written = {**_without(written, "type"), "enum": _YES_OR_NO}
    required = written.get("required", [])
    if isinstance(properties := written.get("properties"), dict):
        written["properties"] = {
            name: value if name in required else _or_blank(value)
            for name, value in properties.items()
        }
    return written


def _noise(key: str, value: Any) -> bool:
    """Pydantic's titles only repeat the field's name, and a default of null says nothing."""
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)


def _or_blank(field: dict[str, Any]) -> dict[str, Any]:
    """``field``, or nothing: a field left blank counts as not given."""
    if {"type": "null"} in field.get("anyOf", []):
        return field
    notes = {key: field[key] for key in _NOTES if key in field}
    return {**notes, "anyOf": [_without(field, *_NOTES), {"type": "null"}]}


def _without(part: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in part.items() if key not in keys}
