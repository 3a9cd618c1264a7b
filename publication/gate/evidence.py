"""What the gate looks at: the case, the clearance and the headings, on the day of publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casework.clearance import Clearance
from casework.event_words import EVENT_WORDS
from casework.happenings import Happening, first, happenings
from casework.load import OpenCase
from casework.model.case import Case
from casework.model.event_kind import EventKind
from casework.model.review import Proceeding, ProceedingKind
from casework.procedure import Procedure

Parameters = Mapping[str, object]
"""The data of one condition, as its procedure's file gives them."""


@dataclass(frozen=True)
class Found:
    """Whether a condition is met and, in a sentence, what was found; names no protected person."""

    met: bool
    explanation: str


@dataclass(frozen=True)
class Evidence:
    """Everything a condition may be tested against; ``on`` is the day of publication.

    ``sections`` are the headings of the cleared file, or None where no one has read them.
    """

    open_case: OpenCase
    clearance: Clearance | None
    on: date
    sections: Sequence[str] | None = None

    @property
    def case(self) -> Case:
        """The case."""
        return self.open_case.case

    @property
    def procedure(self) -> Procedure:
        """The procedure the case runs under."""
        return self.open_case.procedure

    @property
    def happened(self) -> tuple[Happening, ...]:
        """What will have happened by the day of publication."""
        return tuple(each for each in happenings(self.case) if each.has_come(self.on))

    def event(self, kind: EventKind) -> Found:
        """Whether an event of ``kind`` is recorded on or before the day of publication."""
        name, wanted = EVENT_WORDS[kind], day_in_words(self.on)
        earliest = first(happenings(self.case), kind)
        if earliest is None:
            return Found(False, f"Not on record: {name}. It must be there by {wanted}.")
        when = day_in_words(earliest.on)
        if earliest.on > self.on:
            return Found(False, f"Only for {when}: {name}. It must be by {wanted}.")
        return Found(True, f"On record: {name}, {when}.")

    def still_open(self, proceedings: Iterable[Proceeding]) -> tuple[Proceeding, ...]:
        """Those of ``proceedings`` that will not have ended by the day of publication."""
        return tuple(
            proceeding
            for proceeding in proceedings
            if proceeding.concluded is None or proceeding.concluded > self.on
        )

    def names(self, missing: Iterable[str]) -> str:
        """Bodies, and kinds of event in plain words, by name, in a list for a sentence."""
        return ", ".join(self._name(each) for each in missing)

    def _name(self, missing: str) -> str:
        words = {kind.value.replace("_", " "): text for kind, text in EVENT_WORDS.items()}
        return self.procedure.bodies.get(missing, words.get(missing, missing))


def day_in_words(day: date) -> str:
    """A date as people write it: "Friday 7 March 2008"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def text_parameter(parameters: Parameters, name: str) -> str:
    """The parameter ``name``, which is one text."""
    return str(parameters[name])


def texts_parameter(parameters: Parameters, name: str) -> tuple[str, ...]:
    """The parameter ``name``, which is a list of texts; empty where it is not given."""
    value = parameters.get(name, [])
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def event_parameter(parameters: Parameters, name: str = "event") -> EventKind:
    """The parameter ``name``, which is a kind of event."""
    return EventKind(text_parameter(parameters, name))


def kinds_parameter(parameters: Parameters) -> tuple[ProceedingKind, ...]:
    """The parameter ``kinds``: kinds of proceedings."""
    return tuple(ProceedingKind(kind) for kind in texts_parameter(parameters, "kinds"))


def day_parameter(parameters: Parameters, name: str) -> date:
    """The parameter ``name``, which is a day."""
    value = parameters[name]
    return value if isinstance(value, date) else date.fromisoformat(str(value))
