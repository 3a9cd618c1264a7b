"""How a check does on the development documents of the Text Anonymization Benchmark.

The measures are those of the paper (Pilán et al. 2022, *The Text Anonymization Benchmark*,
Computational Linguistics 48:4): an entity counts as protected when every one of its mentions is
covered; recall is taken over direct and over quasi identifiers apart; precision is the part of the
covered words that annotators wanted covered, each annotator's judgement weighing the same.

    python benchmarks/court_judgments.py --data DIR        DIR holds tab-dev.json
    python benchmarks/court_judgments.py --data DIR --show what was missed
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from _marked import Span, covered, words_of

from redaction.check import Checker
from redaction.policy import STRICT
from redaction.values import Finding, NamingPolicy, Passage, ProtectedTerms, Severity

DIRECT, QUASI = "DIRECT", "QUASI"
_JOINING = frozenset(
    {"the", "a", "an", "of", "in", "at", "on", "to", "for", "and", "or", "by", "from", "with", "as"}
)
"""Words that the paper's own evaluation leaves out too: they may be covered or not."""


@dataclass
class Score:
    """Counts over all documents and annotators."""

    entities: Counter[str] = field(default_factory=Counter)
    protected: Counter[str] = field(default_factory=Counter)
    covered: int = 0
    wanted: int = 0

    def recall(self, kind: str) -> float:
        """The part of the entities of ``kind`` whose every mention is covered."""
        return self.protected[kind] / max(1, self.entities[kind])

    @property
    def precision(self) -> float:
        """The part of the covered words that was wanted."""
        return self.wanted / max(1, self.covered)


@dataclass(frozen=True)
class Mode:
    """A way to check: with which policy, which findings count, and what is asked of it."""

    name: str
    policy: NamingPolicy
    severities: frozenset[Severity]
    least_direct: float
    least_quasi: float
    least_precision: float

    def spans(self, found: Iterable[Finding]) -> list[Span]:
        """Where the findings are that count in this mode."""
        return [
            Span(each.category, each.start, each.end)
            for each in found
            if each.severity in self.severities
        ]


MODES = (
    Mode("check", STRICT, frozenset(Severity), 1.0, 0.92, 0.60),
    Mode("mask", STRICT, frozenset({Severity.BLOCK, Severity.REVIEW}), 0.0, 0.0, 0.85),
)


def main() -> bool:
    """Measure both modes; True if all targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="the folder with tab-dev.json")
    parser.add_argument("--file", default="tab-dev.json", help="another file of that folder")
    parser.add_argument("--show", action="store_true", help="show what was missed")
    chosen = parser.parse_args()
    documents = json.loads((chosen.data / chosen.file).read_text("utf-8"))
    passed = [_measure(mode, documents, show=chosen.show) for mode in MODES]
    return all(passed)


def _measure(mode: Mode, documents: Sequence[Mapping[str, Any]], *, show: bool) -> bool:
    checker, score = Checker(ProtectedTerms(), mode.policy), Score()
    for document in documents:
        text = document["text"]
        spans = mode.spans(checker.look([Passage(text, "text", document["doc_id"])]))
        for annotation in document["annotations"].values():
            _count(text, annotation["entity_mentions"], spans, score, show=show)
    direct, quasi = score.recall(DIRECT), score.recall(QUASI)
    passed = (
        direct >= mode.least_direct
        and quasi >= mode.least_quasi
        and score.precision >= mode.least_precision
    )
    print(
        f"{mode.name}: direct {direct:.3f} (at least {mode.least_direct}) of "
        f"{score.entities[DIRECT]}, quasi {quasi:.3f} (at least {mode.least_quasi}) of "
        f"{score.entities[QUASI]}, precision {score.precision:.3f} (at least "
        f"{mode.least_precision}): {'PASS' if passed else 'FAIL'}"
    )
    return passed


def _count(
    text: str,
    mentions: Sequence[Mapping[str, Any]],
    spans: Sequence[Span],
    score: Score,
    *,
    show: bool,
) -> None:
    characters = covered(spans)
    entities: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    wanted: set[int] = set()
    for mention in mentions:
        if mention["identifier_type"] in (DIRECT, QUASI):
            entities[mention["entity_id"]].append(mention)
            wanted.update(range(mention["start_offset"], mention["end_offset"]))
    for each in entities.values():
        kind = DIRECT if any(one["identifier_type"] == DIRECT for one in each) else QUASI
        score.entities[kind] += 1
        missed = [one for one in each if not _is_covered(text, one, characters)]
        score.protected[kind] += not missed
        if missed and show:
            print(f"missed {kind} {missed[0]['entity_type']}: {missed[0]['span_text']!r}")
    for word in _telling(text, 0, len(text)):
        if word.start in characters:
            score.covered += 1
            score.wanted += word.start in wanted


def _is_covered(text: str, mention: Mapping[str, Any], characters: set[int]) -> bool:
    telling = list(_telling(text, mention["start_offset"], mention["end_offset"]))
    return all(characters.issuperset(range(word.start, word.end)) for word in telling)


def _telling(text: str, start: int, end: int) -> Iterable[Span]:
    return (
        word
        for word in words_of(text, start, end)
        if text[word.start : word.end].lower() not in _JOINING
    )


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
