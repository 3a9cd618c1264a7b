"""What the model refuses, in an administrator's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from casework.model.board import Board
from casework.model.case import Case
from casework.written_dates import date_remedy
from casework.yaml_tree import Flaw, Location, YamlTree

_LONGEST_QUOTE = 60
_CLOSE_ENOUGH = 70.0
"""Similarity, of 100, from which a known name is offered for an unknown one."""
_TIME = re.compile(r"(\d{1,2})[.:](\d{2})\s*(am|pm)?", re.ASCII | re.IGNORECASE)

Sentence = tuple[str, str]
"""What is wrong, and the remedy."""


def model_flaws(model: type[Case] | type[Board], tree: YamlTree) -> list[Flaw]:
    """Everything in ``tree`` that ``model`` refuses; an empty list where it is a valid record."""
    try:
        model.model_validate(tree.values)
    except ValidationError as error:
        return [_flaw(model, tree, details) for details in error.errors(include_url=False)]
    return []


def nearest(name: str, known: Iterable[str]) -> str:
    """The remedy that names what ``name`` was probably meant to be, out of ``known``."""
    names = sorted(known)
    found = process.extractOne(name, names, score_cutoff=_CLOSE_ENOUGH)
    if found is not None:
        return f'Perhaps "{found[0]}" was meant'
    return f"Use one of: {', '.join(names)}" if names else ""


def quoted(value: object) -> str:
    """``value`` in quotation marks, cut short where it is long."""
    return f'"{shortened(value)}"'


def shortened(value: object) -> str:
    """``value`` on one line, cut short where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _flaw(model: type[BaseModel], tree: YamlTree, details: ErrorDetails) -> Flaw:
    location = tuple(part for part in details["loc"] if part != "[key]")
    if details["type"] == "extra_forbidden":
        return _unknown_field(model, location)
    if details["type"] == "missing":
        return _missing(tree, location)
    if details["input"] is None:
        return Flaw(location, "is blank", "Fill it in, or delete the line")
    what, remedy = SENTENCES.get(details["type"], _other)(details)
    return Flaw(location, what, remedy)


def _missing(tree: YamlTree, location: Location) -> Flaw:
    remedy = "Fill it in" if location in tree.lines else f'Add a line "{location[-1]}: …"'
    return Flaw(location, "is needed and not filled in", remedy)


def _unknown_field(model: type[BaseModel], location: Location) -> Flaw:
    name = str(location[-1])
    remedy = nearest(name, _known_fields(model, location[:-1]))
    return Flaw(location, f"there is no field called {quoted(name)} here", remedy)


def _known_fields(model: type[BaseModel], location: Location) -> list[str]:
    """The fields of the record at ``location`` within ``model``."""
    kind: Any = model
    for part in location:
        if isinstance(part, str):  # the number of a list's item leads nowhere else
            kind = _held(kind.model_fields[part].annotation)
    return sorted(kind.model_fields)


def _held(annotation: Any) -> Any:
    """What an annotation holds: a list's items, a dict's values, the type that may be None."""
    while get_origin(annotation) in (Union, UnionType, list, dict):
        annotation = next(
            argument for argument in reversed(get_args(annotation)) if argument is not type(None)
        )
    return annotation


def _not_a_date(details: ErrorDetails) -> Sentence:
    return f"{quoted(details['input'])} is not a date", date_remedy(str(details["input"]))


def _not_a_time(details: ErrorDetails) -> Sentence:
    written = str(details["input"])
    remedy = "Write hours and minutes, such as 14:30"
    if match := _TIME.fullmatch(written.strip()):
        hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").lower()
        hour = hour % 12 + 12 * (half == "pm") if half else hour
        if hour < 24 and minute < 60:
            remedy = f"Write it as {hour:02}:{minute:02}"
    return f"{quoted(written)} is not a time of day", remedy


def _not_text(details: ErrorDetails) -> Sentence:
    return "should be one piece of text", "Write the text on the line, after the field's name"


def _broken_text(details: ErrorDetails) -> Sentence:
    return "holds a character that does not exist", "Delete the text and type it again"


def _invisible_character(details: ErrorDetails) -> Sentence:
    return "holds a character that no one sees", "Delete the text and type it again"


def _blank_text(details: ErrorDetails) -> Sentence:
    return "is blank", "Fill it in, or delete the line"


def _not_allowed_pattern(details: ErrorDetails) -> Sentence:
    written = str(details["input"])
    if "#" in details.get("ctx", {}).get("pattern", ""):
        return f"{quoted(written)} is not a colour", 'Write it as "#1f3a5f", in double quotes'
    plain = re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-")
    example = f", such as {plain}" if plain else ""
    return (
        f"{quoted(written)} can't be used here",
        f"Use small letters, digits and hyphens only{example}",
    )


def _not_a_choice(details: ErrorDetails) -> Sentence:
    choices = re.findall(r"'([^']+)'", details["ctx"]["expected"])
    written = str(details["input"])
    return f"{quoted(written)} is not one of the choices", nearest(_plain(written), choices)


def _plain(written: str) -> str:
    return re.sub(r"[\s-]+", "_", written.strip().lower())


def _not_yes_or_no(details: ErrorDetails) -> Sentence:
    return f"{quoted(details['input'])} is neither yes nor no", "Write yes or no"


def _not_a_number(details: ErrorDetails) -> Sentence:
    return f"{quoted(details['input'])} is not a whole number", "Write digits only, such as 2"


def _too_small(details: ErrorDetails) -> Sentence:
    return f"{quoted(details['input'])} is too small", f"Write {details['ctx']['ge']} or more"


def _not_a_list(details: ErrorDetails) -> Sentence:
    return "should be a list", 'Write each entry on a line of its own that begins with "- "'


def _empty_list(details: ErrorDetails) -> Sentence:
    return "needs at least one entry", 'Add a line that begins with "- "'


def _not_fields(details: ErrorDetails) -> Sentence:
    return "should hold fields", 'Write lines such as "name: ..." under it, indented by two spaces'


def _other(details: ErrorDetails) -> Sentence:
    return f"{quoted(details['input'])} can't be used here", "Compare it with the example case"


SENTENCES: dict[str, Callable[[ErrorDetails], Sentence]] = {
    "date_parsing": _not_a_date,
    "invisible": _invisible_character,
    "date_type": _not_a_date,
    "date_from_datetime_parsing": _not_a_date,
    "date_from_datetime_inexact": _not_a_date,
    "time_parsing": _not_a_time,
    "time_type": _not_a_time,
    "string_type": _not_text,
    "string_unicode": _broken_text,
    "string_too_short": _blank_text,
    "string_pattern_mismatch": _not_allowed_pattern,
    "enum": _not_a_choice,
    "bool_parsing": _not_yes_or_no,
    "bool_type": _not_yes_or_no,
    "int_parsing": _not_a_number,
    "int_parsing_size": _not_a_number,
    "int_type": _not_a_number,
    "int_from_float": _not_a_number,
    "greater_than_equal": _too_small,
    "list_type": _not_a_list,
    "too_short": _empty_list,
    "dict_type": _not_fields,
    "model_type": _not_fields,
    "model_attributes_type": _not_fields,
}
"""Pydantic's types of error, each with the sentence for it; a test keeps the table whole."""
