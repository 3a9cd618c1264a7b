"""A YAML file as plain values, each with its line, and everything that is wrong with its form.

Built from the parser's events rather than by a loader, for three reasons: every scalar stays as it
was typed (a telephone number keeps its first 0, "no" stays a word) and the model decides what it
means; every value keeps its line; and a stranger's file can neither run a tag nor grow by aliases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.reader import ReaderError

from redaction.errors import CaseError

Location = tuple[str | int, ...]
"""Where a value is: the fields' names and, within lists, positions counted from 0."""

MAX_BYTES = 2_000_000
MAX_VALUES = 50_000
MAX_DEPTH = 12

_BLANK = frozenset({"", "~", "null"})
_SYNTAX = {
    "mapping values are not allowed": 'put the text after the first ":" in double quotes, or '
    "line this field up with its neighbours",
    "cannot start any token": "put the value in double quotes; if the line starts with a tab, "
    "use spaces instead",
    "expected <block end>": "check that this line starts as far from the left as its neighbours "
    'and that every field has its ":"',
    "could not find expected ':'": 'add the missing ":" after the field\'s name, or indent the '
    "line if it belongs to the text above",
    "found unexpected end of stream": "add the closing quote",
    "expected ',' or": "add the closing bracket or the missing comma",
    "while scanning a double-quoted scalar": "in double quotes write \\\\ for each backslash",
}
"""Parts of the parser's messages, and what to do about them."""


@dataclass(frozen=True)
class Flaw:
    """Something wrong at ``location``. ``line`` counts from 1; without it the location's line."""

    location: Location
    what: str
    remedy: str = ""
    line: int | None = None


@dataclass(frozen=True)
class YamlTree:
    """What a file holds: dicts, lists, text, and None for a blank list item.

    A field left blank is left out, so that it counts as not given.
    """

    values: dict[str, Any]
    lines: dict[Location, int]
    flaws: tuple[Flaw, ...]

    def line(self, location: Location) -> int | None:
        """The line (from 1) of ``location``, or of the nearest part of the file around it."""
        for length in range(len(location), 0, -1):
            if location[:length] in self.lines:
                return self.lines[location[:length]]
        return None


def read_yaml(path: Path) -> YamlTree:
    """The values of the YAML file at ``path``.

    Raises ``CaseError`` if the file can't be read as YAML at all: missing, too large, not text,
    not UTF-8, empty, or with broken syntax.
    """
    text = _text(path)
    try:
        tree = _Builder(path, text).tree()
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise CaseError.because(
            f"{path.name}, line {line}",
            "holds a character that can't be part of a text file",
            "Delete the line and type it again",
        ) from error
    except MarkedYAMLError as error:
        raise _syntax_error(path, error) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise CaseError.because(
            path.name, "can't be read as YAML", "Compare it with a file that works"
        ) from error
    return tree


def _text(path: Path) -> str:
    """The text of the file at ``path``.

    Raises ``CaseError`` if it is missing, larger than ``MAX_BYTES``, not text or not UTF-8.
    """
    try:
        if not path.is_file():
            raise CaseError.because(path, "is not there", "Check the path")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise CaseError.because(
            path, "can't be opened", "Check that you may read it and that it is not locked"
        ) from error
    if len(content) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise CaseError.because(path.name, f"is larger than {limit}", "Check that it is this file")
    return _decoded(path, content)


def _decoded(path: Path, content: bytes) -> str:
    save_as = 'Save it again from a text editor as "UTF-8"'
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CaseError.because(path.name, "is saved as Unicode (UTF-16)", save_as)
    if b"\0" in content:
        raise CaseError.because(path.name, "is not a text file", "Check that it is the right file")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CaseError.because(
            f"{path.name}, line {line}", "holds a letter that is not saved as UTF-8", save_as
        ) from error


def _syntax_error(path: Path, error: MarkedYAMLError) -> CaseError:
    message = f"{error.context or ''} {error.problem or ''}"
    remedies = (remedy for part, remedy in _SYNTAX.items() if part in message)
    remedy = next(remedies, "compare the line with the lines around it")
    mark = error.problem_mark or error.context_mark
    if error.context_mark is not None and "unexpected end" in message:
        mark = error.context_mark  # where the quote was opened, not the end of the file
    place = path.name if mark is None else f"{path.name}, line {mark.line + 1}"
    return CaseError.because(
        place, "the file can't be understood from here on", remedy[0].upper() + remedy[1:]
    )


class _Builder:
    """Turns one file's parser events into a tree; used once."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._events: Iterator[Any] = iter(YAML(typ="safe", pure=True).parse(text))
        self._lines: dict[Location, int] = {}
        self._flaws: list[Flaw] = []
        self._count = 0

    def tree(self) -> YamlTree:
        """Read the whole file. Raises ``CaseError`` for a file of the wrong shape or size."""
        next(self._events)  # start of stream
        values = None
        if not isinstance(next(self._events), StreamEndEvent):
            values = self._value(next(self._events), ())
        if values is None:
            raise CaseError.because(self._path.name, "is empty", "Fill it in")
        if not isinstance(values, dict):
            raise CaseError.because(
                self._path.name, "does not hold fields", 'Write lines such as "reference: 2007-03"'
            )
        next(self._events)  # end of document
        after = next(self._events)
        if isinstance(after, DocumentStartEvent):
            line = after.start_mark.line + 1
            self._flaws.append(Flaw((), 'a line "---" starts a second part', "Delete it", line))
        return YamlTree(values, self._lines, tuple(self._flaws))

    def _value(self, event: Any, location: Location) -> Any:
        self._count += 1
        if self._count > MAX_VALUES or len(location) > MAX_DEPTH:
            raise CaseError.because(
                f"{self._path.name}, line {event.start_mark.line + 1}",
                "the file holds more than any case could",
                "Check that it is the right file",
            )
        if isinstance(event, AliasEvent) or event.anchor or event.tag:
            self._flag_special(event, location)
        if isinstance(event, MappingStartEvent):
            return self._mapping(location)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(location)
        return _scalar(event) if isinstance(event, ScalarEvent) else None

    def _mapping(self, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        first_lines: dict[str, int] = {}
        for event in iter(self._next, None):
            if isinstance(event, MappingEndEvent):
                break
            line = event.start_mark.line + 1
            name = self._name(event, location)
            repeated = name in first_lines
            first = first_lines.setdefault(name, line)
            field = (*location, name)
            self._lines.setdefault(field, line)
            value = self._value(self._next(), field)
            if repeated:
                what = f"is given twice, on lines {first} and {line}"
                self._flaws.append(Flaw(field, what, "Keep one of the two", line))
            elif value is not None:
                values[name] = value
        return values

    def _name(self, event: Any, location: Location) -> str:
        if isinstance(event, ScalarEvent):
            return str(event.value)
        line = event.start_mark.line + 1
        self._value(event, (*location, "?"))
        self._flaws.append(Flaw(location, "has a field whose name is not a word", "Name it", line))
        return "?"

    def _sequence(self, location: Location) -> list[Any]:
        values: list[Any] = []
        for event in iter(self._next, None):
            if isinstance(event, SequenceEndEvent):
                break
            item = (*location, len(values))
            self._lines[item] = event.start_mark.line + 1
            values.append(self._value(event, item))
        return values

    def _next(self) -> Any:
        return next(self._events)

    def _flag_special(self, event: Any, location: Location) -> None:
        sign = "*" if isinstance(event, AliasEvent) else "&" if event.anchor else "!"
        self._flaws.append(
            Flaw(
                location,
                f'begins with "{sign}", which YAML keeps for a special purpose',
                "Put the value in double quotes",
                event.start_mark.line + 1,
            )
        )


def _scalar(event: ScalarEvent) -> str | None:
    plain = event.style is None or event.style == ""
    value: str = event.value
    return None if plain and value in _BLANK else value
