"""How a check does on the development documents of the Text Anonymization Benchmark.

The measures are those of the paper (Pilán et al. 2022, *The Text Anonymization Benchmark*,
Computational Linguistics 48:4): an entity counts as protected when every one of its mentions is
covered; recall is taken over direct and over quasi identifiers apart; precision is the part of the
covered words that annotators wanted covered, each annotator's judgement weighing the same.

Both modes use the naming policy "everything" (for disclosure to strangers, every detail masked):

check   every finding, as a person sees it who decides on each;
mask    the findings that `redaction.masking.sure_enough` lets through, which is what somebody gets
        who has them replaced unseen (`Checker.replacements(..., sure_only=True)`): without periods,
        counts, times of day, callings, ages, conditions of health, institutions of which a country
        has one, and words that no list knows.

    python benchmarks/court_judgments.py --data DIR            DIR holds tab-dev.json
    python benchmarks/court_judgments.py --data DIR --show     what was missed, too
    python benchmarks/court_judgments.py --data DIR --kinds    and how precise each kind is
    python benchmarks/court_judgments.py --data DIR --file tab-train.json --every 3 --from 2
                                                               only each third document
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
from redaction.masking import sure_enough
from redaction.policy import EVERYTHING
from redaction.values import Finding, Passage, ProtectedTerms

DIRECT, QUASI = "DIRECT", "QUASI"
_JOINING = frozenset(
    {"the", "a", "an", "of", "in", "at", "on", "to", "for", "and", "or", "by", "from", "with", "as"}
)
"""Words that the paper's own evaluation leaves out too: they may be covered or not."""


@dataclass
class Score:
    """Counts over all documents and annotators; words that are covered, and wanted, by kind."""

    entities: Counter[str] = field(default_factory=Counter)
    protected: Counter[str] = field(default_factory=Counter)
    covered: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def recall(self, kind: str) -> float:
        """The part of the entities of ``kind`` whose every mention is covered."""
        return self.protected[kind] / max(1, self.entities[kind])

    @property
    def precision(self) -> float:
        """The part of the covered words that was wanted."""
        return self.wanted.total() / max(1, self.covered.total())

    def lines_by_kind(self) -> Iterable[str]:
        """One line for each kind of finding, that with most unwanted words first."""
        for kind in sorted(self.covered, key=lambda kind: self.wanted[kind] - self.covered[kind]):
            covered, wanted = self.covered[kind], self.wanted[kind]
            yield f"  {kind:30} {wanted:5} of {covered:5} words wanted  {wanted / covered:.2f}"


@dataclass(frozen=True)
class Mode:
    """Which findings count, and what is asked of them."""

    name: str
    sure_only: bool
    least_direct: float
    least_quasi: float
    least_precision: float

    def spans(self, found: Iterable[Finding]) -> list[Span]:
        """Where the findings are that count in this mode."""
        return [
            Span(each.entity, each.start, each.end)
            for each in found
            if sure_enough(each) or not self.sure_only
        ]


MODES = (Mode("check", False, 1.0, 0.92, 0.60), Mode("mask", True, 0.95, 0.80, 0.85))


def main() -> bool:
    """Measure both modes; True if all targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="the folder with tab-dev.json")
    parser.add_argument("--file", default="tab-dev.json", help="another file of that folder")
    parser.add_argument("--every", type=int, default=1, help="only each so-manieth document")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first, from 0")
    parser.add_argument("--show", action="store_true", help="show what was missed")
    parser.add_argument("--kinds", action="store_true", help="show the precision of each kind")
    chosen = parser.parse_args()
    documents = json.loads((chosen.data / chosen.file).read_text("utf-8"))
    documents = documents[chosen.first :: chosen.every]
    passed = []
    for mode in MODES:
        score = _measure(mode, documents, show=chosen.show)
        passed.append(_tell(mode, score))
        if chosen.kinds:
            print("\n".join(score.lines_by_kind()))
    return all(passed)


def _measure(mode: Mode, documents: Sequence[Mapping[str, Any]], *, show: bool) -> Score:
    checker, score = Checker(ProtectedTerms(), EVERYTHING), Score()
    for document in documents:
        text = document["text"]
        spans = mode.spans(checker.look([Passage(text, "text", document["doc_id"])]))
        for annotation in document["annotations"].values():
            _count(text, annotation["entity_mentions"], spans, score, show=show)
    return score


def _tell(mode: Mode, score: Score) -> bool:
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
    for span in spans:
        for word in _telling(text, span.start, span.end):
            score.covered[span.kind] += 1
            score.wanted[span.kind] += word.start in wanted


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
