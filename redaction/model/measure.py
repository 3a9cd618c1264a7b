"""How well a model finds names: precision, recall and F of whole spans, by kind of name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from redaction.model.example import LABELS, Example
from redaction.model.invent import Sentences


@dataclass(frozen=True)
class Score:
    """How many names there were, how many were reported, and how many of those were right."""

    true: int
    reported: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was reported that was right; 1 where nothing was reported."""
        return self.right / self.reported if self.reported else 1.0

    @property
    def recall(self) -> float:
        """The share of the names that was found; 1 where there were none."""
        return self.right / self.true if self.true else 1.0

    @property
    def f(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Scores:
    """The scores of whole spans by label, and the share of persons with any letter found."""

    by_label: dict[str, Score]
    persons_touched: float


def measure(nlp: Any, examples: Iterable[Example]) -> Scores:
    """Compare what ``nlp`` finds with what ``examples`` say."""
    true: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    right: Counter[str] = Counter()
    touched = 0
    pairs = ((example.text, example) for example in examples)
    for doc, example in nlp.pipe(pairs, as_tuples=True):
        expected = {_span(doc, span.start, span.end, span.label) for span in example.spans}
        found = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
        true.update(label for *_, label in expected)
        reported.update(label for *_, label in found)
        right.update(label for *_, label in expected & found)
        touched += sum(
            any(start < to and end > at for at, to, _ in found)
            for start, end, label in expected
            if label == LABELS[0]
        )
    return Scores(
        {label: Score(true[label], reported[label], right[label]) for label in LABELS},
        touched / true[LABELS[0]] if true[LABELS[0]] else 1.0,
    )


def invented(seed: int, rounds: int) -> list[Example]:
    """Each held-out sentence ``rounds`` times, filled with names that are never trained on."""
    sentences = Sentences(Random(seed), held_out=True)  # noqa: S311 - to repeat, not to hide
    return [example for _ in range(rounds) for example in sentences.all()]


def _span(doc: Any, start: int, end: int, label: str) -> tuple[int, int, str]:
    span = doc.char_span(start, end, label, alignment_mode="expand")
    return span.start, span.end, label
