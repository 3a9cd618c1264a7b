"""One recipient of a document, and the numbered copy that a recipient may hold."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from casework.model.plans import AmendedReport

TITLES = frozenset((
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Professor", "Prof", "Reverend", "Rev", "Judge",
    "Councillor", "Cllr", "Chief", "Deputy", "Assistant", "Detective", "Commander",
    "Superintendent", "Inspector", "Sergeant", "Constable",
))  # fmt: skip
"""Words at the beginning of a name that are a title or part of a rank, and no first name."""


@dataclass(frozen=True)
class NumberedCopy:
    """One numbered copy of a document: "Copy 3 of 9", and who holds it."""

    document: str
    number: int
    of: int
    holder: str

    @property
    def label(self) -> str:
        """As the footer prints it."""
        return f"Copy {self.number} of {self.of}"


@dataclass(frozen=True)
class Recipient:
    """One recipient of a document.

    ``id`` is safe in a file name and names no one: an agency's or a person's id, ``copy-3``, or
    empty where a document is made once.
    """

    id: str = ""
    name: str = ""
    post: str = ""
    organisation: str = ""
    organisation_id: str = ""
    address: tuple[str, ...] = ()
    salutation: str = ""
    relation: str = ""
    agency: str = ""
    """The id of the agency that the document is about."""
    copy: NumberedCopy | None = None
    proceeding: int | None = None
    """The place, in the case's list, of the proceeding that the document is about."""
    amended: AmendedReport | None = None
    """The amended report that this document is."""
    first_name: str = ""

    @property
    def address_lines(self) -> tuple[str, ...]:
        """The address below the name, without a first line that says the organisation again."""
        above = {text.casefold() for text in (self.name, self.organisation) if text}
        repeats = bool(self.address) and self.address[0].strip().casefold() in above
        return self.address[1:] if repeats else self.address

    def answers_to(self, wanted: str) -> bool:
        """Whether ``wanted`` is this recipient's id or name, or their organisation."""
        own = (self.id, self.name, self.organisation, self.organisation_id)
        return wanted.strip().casefold() in {text.casefold() for text in own if text}

    def holds(self, copy: NumberedCopy) -> bool:
        """Whether a numbered copy is in this recipient's name, post or organisation."""
        return copy.holder in (self.post, self.name, self.organisation)


def salutation(name: str, title: str) -> str:
    """The words "Dear Ms Okafor" where a title or rank is known, else "Dear" and the whole name.

    A title or rank that the name begins with counts: "Dear Detective Superintendent Kessler".
    """
    title = title or _leading_title(name)
    if not title:
        return f"Dear {name}"
    return f"Dear {title} {name.removeprefix(title).split()[-1]}"


def _leading_title(name: str) -> str:
    words = name.split()
    before = takewhile(lambda word: word.rstrip(".") in TITLES, words[:-1])
    return " ".join(before)
