"""Whether the parts of a case or board file fit together: references, repeats, order of dates.

The checks read the plain values, not the model, so that they report beside the model's problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from casework.clock import KIND_DECIDED
from casework.kinds import ReviewKind
from casework.model.review import Outcome
from casework.procedure import Procedure
from casework.yaml_problems import nearest, quoted
from casework.yaml_tree import Flaw, Location, YamlTree

Pattern = tuple[str, ...]
"""Where values stand: field names, "*" for every item of a list and "@" for a dict's names."""

_PEOPLE: tuple[Pattern, ...] = (("pseudonyms", "*", "person"), ("events", "*", "person"))
_AGENCIES: tuple[Pattern, ...] = (
    ("professionals", "*", "agency"),
    ("agencies", "*", "agency"),
    ("chronologies", "*", "agency"),
    ("events", "*", "agency"),
    ("recommendations", "*", "agency"),
    ("recommendations", "*", "actions", "*", "agency"),
)
_BODIES: tuple[Pattern, ...] = (("national_requests", "*", "body"),)
_NEIGHBOURS: tuple[Pattern, ...] = (("cross_border", "board"), ("peer_challenge", "board"))
_SENT_TO: Pattern = ("events", "*", "to", "*")
_IN_ORDER: tuple[tuple[Pattern, str, str], ...] = (
    (("child",), "date_of_birth", "date_of_death"),
    (("family", "*"), "date_of_birth", "date_of_death"),
    (("terms_of_reference",), "period_from", "period_to"),
    (("proceedings", "*"), "started", "concluded"),
)
_IDS: tuple[Pattern, ...] = (("child", "id"), ("family", "*", "id"), ("professionals", "*", "id"))
_OWN_ID = "Give each its own id"
_KEEP_ONE = "Keep one of the two"
_WITHOUT_REPEATS: tuple[tuple[tuple[Pattern, ...], str], ...] = (
    (_IDS, _OWN_ID),
    ((("pseudonyms", "*", "label"),), "Give each person a label of their own"),
    ((("pseudonyms", "*", "person"),), _KEEP_ONE),
    ((("agencies", "*", "agency"),), _KEEP_ONE),
    ((("criteria", "*", "criterion"),), _KEEP_ONE),
)
_DEFAULT_CHILD_ID = "child"


def case_flaws(case: YamlTree, board: YamlTree | None, procedure: Procedure | None) -> list[Flaw]:
    """Everything in a case file that does not fit; board and procedure where they could be read."""
    people = {name for _, name in _text(case, *_IDS)}
    if "id" not in case.values.get("child", {}):
        people.add(_DEFAULT_CHILD_ID)
    flaws = _unknown(case, _PEOPLE, people, "the id of a person in this file")
    if board is not None:
        flaws += _unknown_organisations(case, board, procedure)
    if procedure is not None:
        flaws += _unknown_in_procedure(case, procedure)
        flaws += _other_kinds(case, procedure)
    for patterns, remedy in _WITHOUT_REPEATS:
        flaws += _repeats(case, patterns, remedy)
    flaws += _repeated_child_id(case)
    flaws += _reversed_dates(case)
    flaws += _stray_files(case)
    return flaws


def board_flaws(board: YamlTree) -> list[Flaw]:
    """Everything in a board profile that does not fit."""
    ids = (("agencies", "*", "id"), ("national_bodies", "*", "id"))
    return [*_repeats(board, ids, _OWN_ID), *_unexplained_words(board)]


def _unexplained_words(board: YamlTree) -> Iterator[Flaw]:
    """Allowed words left without a reason: a blank field would else count as not given."""
    given = board.values.get("allowed_words") or {}
    for location in board.lines:
        if location[:1] == ("allowed_words",) and len(location) == 2 and location[1] not in given:
            yield Flaw(location, "has no reason", "Say why a check need not ask about it")


def _at(value: Any, pattern: Pattern, location: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Every place and value under ``value`` that ``pattern`` describes."""
    if not pattern:
        yield location, value
    elif pattern[0] == "*":
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _at(item, pattern[1:], (*location, index))
    elif pattern[0] == "@":
        for name in value if isinstance(value, dict) else ():
            yield (*location, name), name
    elif isinstance(value, dict) and pattern[0] in value:
        yield from _at(value[pattern[0]], pattern[1:], (*location, pattern[0]))


def _text(tree: YamlTree, *patterns: Pattern) -> list[tuple[Location, str]]:
    found = (place for pattern in patterns for place in _at(tree.values, pattern))
    return [(location, value) for location, value in found if isinstance(value, str)]


def _unknown(
    tree: YamlTree, patterns: tuple[Pattern, ...], known: set[str], what: str
) -> list[Flaw]:
    return [
        Flaw(location, f"{quoted(name)} is not {what}", nearest(name, known))
        for location, name in _text(tree, *patterns)
        if name not in known
    ]


def _unknown_organisations(
    case: YamlTree, board: YamlTree, procedure: Procedure | None
) -> list[Flaw]:
    agencies = {name for _, name in _text(board, ("agencies", "*", "id"))}
    bodies = {name for _, name in _text(board, ("national_bodies", "*", "id"))}
    if procedure is not None:
        bodies |= set(procedure.bodies)
    neighbours = {name for _, name in _text(board, ("neighbouring_boards", "*", "id"))}
    flaws = _unknown(case, _AGENCIES, agencies, "an agency of the board")
    flaws += _unknown(case, _BODIES, bodies, "a national body of the procedure")
    flaws += _unknown(case, _NEIGHBOURS, neighbours, "a neighbouring board in the board's profile")
    bodies |= {name for _, name in _text(case, ("partner_boards", "*"))}
    what = "a national body, a partner board or an agency of the board"
    return flaws + _unknown(case, (_SENT_TO,), agencies | bodies, what)


def _unknown_in_procedure(case: YamlTree, procedure: Procedure) -> list[Flaw]:
    items = (
        *procedure.scoping_questions,
        *procedure.scheduling_items,
        *procedure.imr_items,
        *procedure.joint_items,
    )
    checks = (
        (("criteria", "*", "criterion"), procedure.criteria, "a criterion"),
        (("terms_of_reference", "answers", "@"), items, "a question of the terms of reference"),
        (("waivers", "*", "rule"), procedure.rules, "a time limit"),
    )
    flaws = []
    for pattern, entries, what in checks:
        if known := {entry.id for entry in entries}:
            flaws += _unknown(case, (pattern,), known, f"{what} of this procedure")
    return flaws


def _other_kinds(case: YamlTree, procedure: Procedure) -> list[Flaw]:
    """A kind of review, meant or decided on, that the procedure does not know."""
    flaws = []
    usual = ReviewKind.SERIOUS_CASE_REVIEW
    meant = case.values.get("kind", usual.value)
    if meant in set(ReviewKind) - set(procedure.kinds):
        flaws.append(Flaw(("kind",), _no_such_review(meant, procedure), _one_of(procedure)))
    for location, outcome in _text(case, ("decision", "outcome")):
        kind = KIND_DECIDED.get(Outcome(outcome)) if outcome in set(Outcome) else None
        if outcome != Outcome.OTHER_REVIEW and kind and kind not in procedure.kinds:
            flaws.append(Flaw(location, _no_such_review(kind, procedure), "Check the outcome"))
    return flaws


def _no_such_review(kind: str, procedure: Procedure) -> str:
    return f"{procedure.title} knows no {kind.replace('_', ' ')}"


def _one_of(procedure: Procedure) -> str:
    return f"Write one of: {', '.join(procedure.kinds)}"


def _repeats(tree: YamlTree, patterns: tuple[Pattern, ...], remedy: str) -> list[Flaw]:
    first: dict[str, Location] = {}
    flaws = []
    for location, value in _text(tree, *patterns):
        earlier = first.setdefault(value, location)
        if earlier != location:
            what = f"{quoted(value)} stands on line {tree.line(earlier)} already"
            flaws.append(Flaw(location, what, remedy))
    return flaws


def _repeated_child_id(case: YamlTree) -> list[Flaw]:
    child = case.values.get("child")
    if not isinstance(child, dict) or "id" in child:
        return []
    return [
        Flaw(location, f'"{_DEFAULT_CHILD_ID}" is the id of the child', _OWN_ID)
        for location, value in _text(case, *_IDS)
        if value == _DEFAULT_CHILD_ID
    ]


def _reversed_dates(case: YamlTree) -> list[Flaw]:
    flaws = []
    for pattern, first, second in _IN_ORDER:
        for location, record in _at(case.values, pattern):
            if not isinstance(record, dict):
                continue
            begins, ends = _date(record.get(first)), _date(record.get(second))
            if begins is not None and ends is not None and ends < begins:
                flaws.append(Flaw((*location, second), f"is before {first}", "Check both dates"))
    return flaws


def _date(written: Any) -> date | None:
    try:
        return date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None


def _stray_files(case: YamlTree) -> list[Flaw]:
    return [
        Flaw(location, f"{quoted(name)} is not in the case", "Put the file into chronologies")
        for location, name in _text(case, ("chronologies", "*", "file"))
        if PurePosixPath(name.replace("\\", "/")).is_absolute()
        or ".." in PurePosixPath(name.replace("\\", "/")).parts
        or ":" in name
    ]
