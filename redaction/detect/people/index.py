"""All names of a case in one index, looked up word by word; misspelt ones by edit distance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from jellyfish import metaphone
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.people.names import Form, FormKind, name_forms
from redaction.detect.people.same_name import variant_forms
from redaction.values import ProtectedPerson

_SHORTEST_MISSPELT = 5
_TWO_MISTAKES_FROM = 9
_ALONE = (FormKind.GIVEN, FormKind.SURNAME, FormKind.KNOWN_AS)
_SHORTEST_SOUND = 3
"""Consonants that two names must share to sound alike; shorter ones are alike by chance."""
VARIANTS = (FormKind.VARIANT_WHOLE, FormKind.VARIANT)


class NameIndex:
    """Every form of the names of ``people``."""

    def __init__(self, people: Sequence[ProtectedPerson]) -> None:
        self._forms: dict[tuple[str, ...], list[Form]] = defaultdict(list)
        for person in people:
            for form in name_forms(person):
                self._forms[form.words].append(form)
        for words, form in _variants(people):
            # Whose own name it is goes before whose it may stand for.
            if all(other.kind in VARIANTS for other in self._forms[words]):
                self._forms[words].append(form)
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in sorted(self._forms, key=lambda words: (-len(words), words)):
            self._by_first[words[0]].append(words)
        self._misspellable = sorted(
            words[0]
            for words, forms in self._forms.items()
            if len(words) == 1 and _may_be_misspelt(forms[0])
        )
        self._similar: dict[str, str] = {}
        self._by_sound = {
            sound: name
            for name in self._misspellable
            if len(sound := metaphone(name)) >= _SHORTEST_SOUND
        }
        self._spelt = _any_of(
            words[0]
            for words, forms in self._forms.items()
            if len(words) == 1 and len(words[0]) > 2 and _named_by(forms)
        )

    def may_begin(self, word: str) -> bool:
        """Whether a form begins with ``word``, or it is the plural of one."""
        return word in self._by_first or (word[-1] == "s" and (word[:-1],) in self._forms)

    def starting_with(self, word: str) -> Sequence[tuple[str, ...]]:
        """The word sequences of all forms that begin with ``word``, longest first."""
        return self._by_first.get(word, ())

    def forms(self, words: tuple[str, ...]) -> tuple[Form, ...]:
        """The forms, of whichever people, that are written as ``words``."""
        return tuple(self._forms.get(words, ()))

    def spelt_in(self, letters: str) -> Iterator[tuple[int, tuple[Form, ...]]]:
        """Where in ``letters``, a row of letters without spaces, a name of one word begins."""
        for match in self._spelt.finditer(letters):
            yield match.start(), _named_by(self._forms[(match[1],)])

    def similar(self, word: str) -> str:
        """The name that ``word`` is a misspelling of; empty if of none.

        One mistake (a letter more, less, other, or two swapped) in names of five letters or more,
        two from nine letters on.
        """
        known = self._similar.get(word)
        if known is None:
            known = self._similar[word] = self._closest(word)
        return known

    def sounds_like(self, word: str) -> str:
        """The name of five letters or more that sounds like ``word`` (Metaphone); empty if none."""
        if len(word) < _SHORTEST_MISSPELT - 1 or kind(word) in (Kind.SAFE, Kind.EITHER):
            return ""
        return self._by_sound.get(metaphone(word), "")

    def inside(self, word: str) -> str:
        """The longest name of five letters or more that ``word`` contains; empty if none."""
        inside = [name for name in self._misspellable if name in word]
        return max(inside, key=len, default="")

    def _closest(self, word: str) -> str:
        if len(word) < _SHORTEST_MISSPELT - 1 or kind(word) in (Kind.SAFE, Kind.EITHER):
            return ""
        scorer = DamerauLevenshtein.distance
        near = process.extract(word, self._misspellable, scorer=scorer, score_cutoff=2, limit=5)
        for name, distance, _ in near:
            if distance <= (2 if len(name) >= _TWO_MISTAKES_FROM else 1):
                return name
        return ""


def _variants(people: Sequence[ProtectedPerson]) -> Iterator[tuple[tuple[str, ...], Form]]:
    for person in people:
        yield from {form.words: form for form in variant_forms(person)}.items()


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """The longest of ``words`` at each place; matches are empty, the word is group 1."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(f"(?=({'|'.join(longest_first) or '(?!)'}))")


def _named_by(forms: Iterable[Form]) -> tuple[Form, ...]:
    """``forms`` without initials, which are always written letter by letter."""
    return tuple(form for form in forms if form.kind is not FormKind.INITIALS)


def _may_be_misspelt(form: Form) -> bool:
    return form.kind in _ALONE and len(form.words[0]) >= _SHORTEST_MISSPELT and not form.ordinary
