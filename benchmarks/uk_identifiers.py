"""How many British identifiers our recognisers find, what else they report, and how fast.

The tables stand beside the tests (``tests/redaction/detect/uk_identifiers``): sentences with an
identifier, and look-alikes that are none. The peer is Presidio's engine with its defaults and all
its British recognisers on a blank English pipeline, on the same rows. Ordinary prose is the
project's own: its templates as text and its pages; web addresses in it are real. ``--data DIR``
adds the sentences of ``wikigold.conll.txt``; there days and named things are real too, so only
codes count as false.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer import predefined_recognizers as presidio

from generator.authoring.text import docx_text
from redaction.detect.entities import ENTITIES
from redaction.detect.pattern import THRESHOLD
from redaction.detect.pipeline import BlankEnglishEngine, NearbyWordsEnhancer
from redaction.detect.plain import plain
from redaction.detect.uk import UK_RECOGNISERS
from redaction.values import Category, Severity

PROJECT = Path(__file__).parent.parent
TABLES = PROJECT / "tests/redaction/detect/uk_identifiers"
FOUND_TARGET = 0.98
FALSE_TARGET = 1.0
SPEED_TARGET = 60_000
PIECE = 20_000

Found = list[tuple[str, int, int]]
"""Entity, start and end of each finding that a person would have to look at."""


def ours() -> Callable[[str], Found]:
    """Our recognisers in Presidio's engine; notes are left out."""
    engine = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=[kind() for kind in UK_RECOGNISERS]),
        nlp_engine=BlankEnglishEngine(),
        context_aware_enhancer=NearbyWordsEnhancer(),
        default_score_threshold=THRESHOLD,
    )

    def find(text: str) -> Found:
        results = engine.analyze(plain(text).text, language="en")
        return [(each.entity_type, each.start, each.end) for each in results]

    return find


def peer() -> Callable[[str], Found]:
    """Presidio with its default recognisers and all British ones."""
    registry = RecognizerRegistry()
    nlp = BlankEnglishEngine()
    nlp.load()
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=nlp)
    british = [getattr(presidio, name) for name in dir(presidio) if name.startswith(("Uk", "Nhs"))]
    names = {each.name for each in registry.recognizers}
    for kind in british:
        if kind.__name__ not in names:
            registry.add_recognizer(kind())
    for each in list(registry.recognizers):
        if each.name in ("EmailRecognizer", "SpacyRecognizer"):
            registry.remove_recognizer(each.name)
    registry.add_recognizer(_OfflineEmail())
    engine = AnalyzerEngine(registry=registry, nlp_engine=nlp)

    def find(text: str) -> Found:
        results = engine.analyze(text, language="en", score_threshold=THRESHOLD)
        return [(each.entity_type, each.start, each.end) for each in results]

    return find


class _OfflineEmail(presidio.EmailRecognizer):  # type: ignore[misc]
    """Presidio's, which otherwise asks the network for a list of domains."""

    def validate_result(self, pattern_text: str) -> bool:
        return True


def counts_as_found(found: Found, entity: str, start: int, end: int, *, typed: bool) -> bool:
    """Exactly the marked stretch, and as that entity where ``typed``; any overlap otherwise."""
    if typed:
        return (entity, start, end) in found
    return any(begin < end and stop > start for _, begin, stop in found)


def table(kind: str, half: str) -> list[str]:
    """The rows of one half of a table."""
    return (TABLES / f"{kind}-{half}.tsv").read_text(encoding="utf-8").splitlines()


def measure_tables(name: str, find: Callable[[str], Found], half: str) -> tuple[float, float]:
    """Print and return the shares found: whole and rightly typed, and touched at all."""
    whole = touched = 0
    rows = table("true", half)
    for row in rows:
        entity, marked = row.split("\t")
        start, end = marked.index("{"), marked.index("}") - 1
        found = find(marked.replace("{", "").replace("}", ""))
        whole += counts_as_found(found, entity, start, end, typed=True)
        touched += counts_as_found(found, entity, start, end, typed=False)
    alike = table("alike", half)
    false = sum(bool(_serious(find(text))) for text in alike)
    print(
        f"{name}, {half} half: {whole} of {len(rows)} whole and typed ({whole / len(rows):.1%}), "
        f"{touched} touched ({touched / len(rows):.1%}); {false} of {len(alike)} look-alikes "
        f"reported"
    )
    return whole / len(rows), false / len(alike)


def _serious(found: Found) -> Found:
    """Without what would be a note: entities that we have not are the peer's, and all count."""
    return [
        each
        for each in found
        if each[0] not in ENTITIES or ENTITIES[each[0]].weight is not Severity.NOTE
    ]


def own_prose() -> list[str]:
    """The words of the project's templates and pages: no case, no one's identifiers."""
    templates = sorted((PROJECT / "templates").glob("*.docx"))
    pages = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("site/pages/**/*.md")])
    texts = [docx_text(each) for each in templates]
    texts += [page.read_text(encoding="utf-8") for page in pages]
    return [_without_fields(text) for text in texts]


def _without_fields(text: str) -> str:
    """A template's text without the marks of its own language and Markdown's code."""
    return re.sub(
        r"\{\{.{0,300}?\}\}|\{%.{0,300}?%\}|```.{0,3000}?```|`[^`\n]{0,200}`",
        "",
        text,
        flags=re.DOTALL,
    )


def encyclopaedia(folder: Path) -> list[str]:
    """The sentences of wikigold, twenty a text."""
    raw = (folder / "wikigold.conll.txt").read_text(encoding="utf-8")
    sentences = [
        " ".join(line.split()[0] for line in block.splitlines() if line.strip())
        for block in raw.split("\n\n")
    ]
    return ["\n".join(sentences[at : at + 20]) for at in range(0, len(sentences), 20)]


def false_alarms(
    name: str, find: Callable[[str], Found], texts: Iterable[str], *, codes: bool, show: bool
) -> float:
    """Print and return findings per 10,000 words; of codes alone where ``codes``."""
    words = 0
    kinds: Counter[str] = Counter()
    real: Counter[str] = Counter()
    for text in texts:
        words += len(text.split())
        for entity, start, end in _serious(find(text)):
            if entity == "URL" or (codes and ENTITIES[entity].category is not Category.CODE):
                real[entity] += 1
            else:
                kinds[entity] += 1
                if show:
                    print(
                        "   ", entity, repr(text[max(0, start - 40) : start]), repr(text[start:end])
                    )
    rate = sum(kinds.values()) / words * 10_000
    print(f"{name}: {sum(kinds.values())} false alarms in {words:,} words, {rate:.2f} per 10,000; "
          f"{dict(kinds.most_common())}; counted apart: {dict(real.most_common())}")  # fmt: skip
    return rate


def words_a_second(find: Callable[[str], Found], texts: list[str]) -> float:
    """Words of ordinary prose a second of processor time, the best of five turns."""
    whole = "\n".join(texts)
    pieces = [whole[at : at + PIECE] for at in range(0, len(whole), PIECE)]
    times = []
    for _ in range(5):
        began = time.process_time()
        for piece in pieces:
            find(piece)
        times.append(time.process_time() - began)
    return len(whole.split()) / min(times)


def main() -> int:
    """Measure, print, and say whether the targets are met."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, help="a folder that holds wikigold.conll.txt")
    arguments.add_argument("--show", action="store_true", help="print each false alarm in prose")
    arguments.add_argument("--half", choices=["open", "held", "both"], default="both")
    given = arguments.parse_args()
    find = ours()
    halves = ["open", "held"] if given.half == "both" else [given.half]
    reached = [measure_tables("ours", find, half)[0] >= FOUND_TARGET for half in halves]
    theirs = peer()
    for half in halves:
        measure_tables("Presidio", theirs, half)
    prose = own_prose()
    rate = false_alarms("own prose", find, prose, codes=False, show=given.show)
    reached.append(rate <= FALSE_TARGET)
    if given.data:
        rate = false_alarms(
            "wikigold, codes", find, encyclopaedia(given.data), codes=True, show=given.show
        )
        reached.append(rate <= FALSE_TARGET)
    speed = words_a_second(find, prose)
    reached.append(speed >= SPEED_TARGET)
    print(f"{speed:,.0f} words a second of ordinary prose; target {SPEED_TARGET:,}")
    print("PASS" if all(reached) else "FAIL")
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
