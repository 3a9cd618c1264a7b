"""Adds an event to a case file, so that nobody has to edit it by hand to say what happened."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from casework.files import overwrite_unchanged, read_stamped, write_atomically
from casework.load import CASE_FILE, load_case
from casework.model.review import Event
from redaction.errors import CaseError, Problem

_LIST = "events"
_INDENT = 2


def record_event(case_path: Path, event: Event) -> str:
    """Add ``event`` to the list of events of the case at ``case_path``; return the line added.

    Everything else in the file stays as it was, notes and all. The case must be valid before and
    after. Raises ``CaseError`` with every problem; the file is then as it was.
    """
    opened = load_case(case_path)
    if event in opened.case.events:
        raise CaseError.because(
            CASE_FILE, "this event is recorded already", "Nothing to do; look under events"
        )
    content, stamp = read_stamped(opened.path)
    text = content.decode("utf-8-sig")
    line = _line(event)
    changed = _with_line(text, line, opened.path.name)
    _check(opened.path, changed)
    overwrite_unchanged(opened.path, changed, stamp)
    return line


def _line(event: Event) -> str:
    """The event as one line of YAML, in the order of its fields."""
    facts = event.model_dump(mode="json", exclude_defaults=True)
    if "at" in facts:
        facts["at"] = facts["at"][:5]
    return "- {" + ", ".join(f"{name}: {_scalar(fact)}" for name, fact in facts.items()) + "}"


def _scalar(fact: object) -> str:
    if isinstance(fact, list):
        return "[" + ", ".join(map(str, fact)) + "]"
    plain = str(fact)
    safe = plain.replace("-", "").replace("_", "").isalnum()
    return plain if safe else json.dumps(plain, ensure_ascii=False)


def _with_line(text: str, line: str, name: str) -> str:
    """The file's text with ``line`` as the last of its events."""
    lines = text.splitlines(keepends=True)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += newline
    key, events = _events(text)
    if key is None:
        added = [f"{newline}{_LIST}:{newline}", f"{' ' * _INDENT}{line}{newline}"]
        return "".join([*lines, *added])
    if isinstance(events, SequenceNode) and events.value:
        if events.flow_style:
            raise CaseError.because(
                f"{name}: {_LIST}", "the events stand on one line", "Write each on its own line"
            )
        at, indent = _end_of(events.value[-1]), events.start_mark.column
    else:
        at, indent = key.start_mark.line + 1, _INDENT
        lines[at - 1] = f"{_LIST}:{newline}"
    return "".join([*lines[:at], f"{' ' * indent}{line}{newline}", *lines[at:]])


def _events(text: str) -> tuple[Node | None, Node | None]:
    """The key and the value of the list of events."""
    root = YAML(typ="rt").compose(text)
    if isinstance(root, MappingNode):
        for key, value in root.value:
            if key.value == _LIST:
                return key, value
    return None, None


def _end_of(node: Node) -> int:
    """The line after the last line of ``node``, which holds something."""
    if isinstance(node, SequenceNode | MappingNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end_of(last[1] if isinstance(last, tuple) else last)
    end = node.end_mark
    return int(end.line + (end.column > 0))


def _check(path: Path, text: str) -> None:
    """Raise ``CaseError`` unless the changed text is a valid case."""
    trial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        write_atomically(trial, text)
        load_case(trial)
    except CaseError as error:
        raise CaseError(
            Problem(problem.place.replace(trial.name, path.name), problem.what, problem.remedy)
            for problem in error.problems
        ) from error
    finally:
        trial.unlink(missing_ok=True)
