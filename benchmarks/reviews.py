"""How much of what identifies anyone in invented reviews a check finds, and how much it invents.

The texts in ``benchmarks/reviews`` are careless first drafts with every identifying mention marked,
each with a register that knows about two thirds of its people, and properly anonymised texts
(``clean-*``). ``held_out`` was not looked at while the rules were written and tuned.

    python benchmarks/reviews.py                 both parts
    python benchmarks/reviews.py open --show     what was missed, and the false alarms, with context
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from _marked import DEBATABLE, KINDS, MarkedText, Span, covered, is_found, read_marked, words_of

from redaction.check import Checker
from redaction.detect.jigsaw import jigsaws
from redaction.policy import STRICT
from redaction.terms import load_terms
from redaction.values import Finding, Passage, ProtectedTerms, Severity

TEXTS = Path(__file__).parent / "reviews"
LEAST_OF_PEOPLE, LEAST_OF_ALL, LEAST_PRECISION, MOST_ALARMS = 0.995, 0.97, 0.80, 2.0


@dataclass
class Score:
    """Counts over several texts."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    words_found: int = 0
    words_right: int = 0
    clean_words: int = 0
    alarms: int = 0

    @property
    def people(self) -> float:
        """The part of the mentions of people that was found."""
        return self.found["PERSON"] / max(1, self.marked["PERSON"])

    @property
    def all(self) -> float:
        """The part of all mentions that was found."""
        return sum(self.found.values()) / max(1, sum(self.marked.values()))

    @property
    def precision(self) -> float:
        """The part of the words in findings that are marked."""
        return self.words_right / max(1, self.words_found)

    @property
    def alarms_per_thousand(self) -> float:
        """False alarms per 1,000 words of properly anonymised text."""
        return 1000 * self.alarms / max(1, self.clean_words)

    @property
    def passed(self) -> bool:
        """Whether every target is met."""
        return (
            self.people >= LEAST_OF_PEOPLE
            and self.all >= LEAST_OF_ALL
            and self.precision >= LEAST_PRECISION
            and self.alarms_per_thousand <= MOST_ALARMS
        )


def main() -> bool:
    """Measure the parts that are asked for; True if all their targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("parts", nargs="*", default=["open", "held_out"])
    parser.add_argument("--show", action="store_true", help="show misses and false alarms")
    parser.add_argument("--texts", type=Path, default=TEXTS, help="a folder with such parts")
    chosen = parser.parse_args()
    scores = [measure(chosen.texts / part, show=chosen.show) for part in chosen.parts]
    for part, score in zip(chosen.parts, scores, strict=True):
        report(part, score)
    return all(score.passed for score in scores)


def measure(folder: Path, *, show: bool) -> Score:
    """The score over all texts of ``folder``."""
    score = Score()
    stranger = Checker(ProtectedTerms(), STRICT)
    for path in sorted(folder.glob("*.txt")):
        marked = read_marked(path)
        if path.name.startswith("clean-"):
            _count_alarms(marked, _look(stranger, marked), score, show=show)
        else:
            checker = Checker(load_terms(path.with_suffix(".json")).terms, STRICT)
            _count(marked, _look(checker, marked), score, show=show)
    return score


def report(part: str, score: Score) -> None:
    """Print the score of one part beside its targets."""
    print(f"\n{part}: {sum(score.marked.values())} marked mentions")
    for kind in KINDS:
        print(f"  {kind:7} {score.found[kind]:5} of {score.marked[kind]:5} found"
              f"  {score.found[kind] / max(1, score.marked[kind]):.4f}")  # fmt: skip
    print(f"  people {score.people:.4f} (at least {LEAST_OF_PEOPLE})")
    print(f"  all {score.all:.4f} (at least {LEAST_OF_ALL})")
    print(f"  token precision {score.precision:.3f} (at least {LEAST_PRECISION})")
    print(f"  false alarms {score.alarms} in {score.clean_words} words of clean text: "
          f"{score.alarms_per_thousand:.2f} per 1,000 (at most {MOST_ALARMS})")  # fmt: skip
    print(f"  {'PASS' if score.passed else 'FAIL'}")


def _look(checker: Checker, marked: MarkedText) -> list[Finding]:
    """The findings that ask an author to do or decide something, jigsaws among them."""
    passages = [Passage(marked.text, "text", marked.name)]
    found = checker.look(passages)
    whole = [*found, *jigsaws(passages, found)]
    return [finding for finding in whole if finding.severity is not Severity.NOTE]


def _count(marked: MarkedText, findings: Sequence[Finding], score: Score, *, show: bool) -> None:
    characters = covered(Span("", each.start, each.end) for each in findings)
    debatable = covered(span for span in marked.spans if span.kind == DEBATABLE)
    wanted = covered(span for span in marked.spans if span.kind != DEBATABLE)
    for span in marked.spans:
        if span.kind == DEBATABLE:
            continue
        score.marked[span.kind] += 1
        if is_found(marked.text, span, characters):
            score.found[span.kind] += 1
        elif show:
            print(f"{marked.name} missed {span.kind}: {_context(marked.text, span)}")
    for word in words_of(marked.text):
        if word.start in characters and word.start not in debatable:
            score.words_found += 1
            score.words_right += word.start in wanted
    if show:
        _show_alarms(marked, _false_alarms(findings, wanted | debatable))


def _count_alarms(
    marked: MarkedText, findings: Sequence[Finding], score: Score, *, show: bool
) -> None:
    alarms = _false_alarms(findings, covered(marked.spans))
    score.alarms += len(alarms)
    score.clean_words += marked.words
    if show:
        _show_alarms(marked, alarms)


def _false_alarms(findings: Iterable[Finding], marked: set[int]) -> list[Finding]:
    return [each for each in findings if not marked.intersection(range(each.start, each.end))]


def _show_alarms(marked: MarkedText, alarms: Iterable[Finding]) -> None:
    for each in alarms:
        place = Span("", each.start, each.end)
        by = "+".join(each.recognisers)
        print(f"{marked.name} alarm {each.category} ({by}): {_context(marked.text, place)}")


def _context(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - 45) : span.start], text[span.end : span.end + 30]
    return " ".join(f"{before}[[{text[span.start : span.end]}]]{after}".split())


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
