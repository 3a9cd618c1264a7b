"""How fast the whole detection reads, beside Presidio's own engine over the same spaCy model.

The texts are the invented reviews of this folder and invented passages of the model's own making,
each a document by itself, as files are. Both sides run on one core, in turn; seconds of the
processor are counted, so that other work on the machine does not. What the model remembers of
sentences is cleared before each turn, and unused objects are looked for as seldom as by the
program. Presidio's engine has its default recognisers, without the one that asks the network.
Memory is measured in a process of its own.

    python benchmarks/detection_speed.py
    python benchmarks/detection_speed.py --rounds 9
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from random import Random

from _marked import read_marked

from desk.main import SELDOM
from redaction.detect.detector import Detector
from redaction.model.invent import Sentences
from redaction.model.weights import WEIGHTS
from redaction.values import Identifier, ProtectedPerson, ProtectedTerms, Role

REVIEWS = Path(__file__).parent / "reviews" / "open"
PASSAGES = 800
ONE_CORE = "OPENBLAS_NUM_THREADS"
"""Read once, when numpy is loaded: the benchmark starts itself again with it."""
LEAST_WORDS, LEAST_RATIO, MOST_MEGABYTES = 8_000, 3.0, 400
TERMS = ProtectedTerms(
    people=(
        ProtectedPerson("child", Role.CHILD, "Tamsin Okwuosa", ("Tam",)),
        ProtectedPerson("mother", Role.PARENT, "Ngozi Okwuosa"),
        ProtectedPerson("father", Role.PARENT, "Emeka Okwuosa"),
        ProtectedPerson("worker", Role.PROFESSIONAL, "Piotr Wolny"),
    ),
    schools=("Tolwick Green Primary School",),
    identifiers=(Identifier("NHS number", "999 407 2617", "child"),),
)


def texts() -> dict[str, list[list[str]]]:
    """The paragraphs of the documents of each kind of text."""
    reviews, clean = [], []
    for path in sorted(REVIEWS.glob("*.txt")):
        lines = [line for line in read_marked(path).text.split("\n") if line.strip()]
        (clean if path.name.startswith("clean-") else reviews).append(lines)
    passages = [each.text for each in islice(Sentences(Random(1)).passages(), PASSAGES)]  # noqa: S311
    return {
        "drafts full of names": reviews,
        "anonymised reports": clean,
        "invented passages": [passages[at : at + 50] for at in range(0, PASSAGES, 50)],
    }


def ours() -> Callable[[list[list[str]]], object]:
    """The whole detection of this project, all layers, document by document."""
    detector = Detector(TERMS)

    def detect(documents: list[list[str]]) -> object:
        detector.forget()
        return [detector.detect(paragraphs) for paragraphs in documents]

    return detect


def presidios() -> Callable[[list[list[str]]], object]:
    """Presidio's engine with its own recognisers over the same model, paragraph by paragraph."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class SameModel(SpacyNlpEngine):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"en": spacy.load(WEIGHTS)}

    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    registry.remove_recognizer("EmailRecognizer")
    engine = AnalyzerEngine(registry=registry, nlp_engine=SameModel())
    return lambda documents: [
        engine.analyze(text, language="en") for paragraphs in documents for text in paragraphs
    ]


def processor_seconds(action: Callable[[], object]) -> float:
    """Seconds of the processor that ``action`` took."""
    start = time.process_time()
    action()
    return time.process_time() - start


def megabytes() -> float:
    """The most memory that a process needs that detects in all texts and nothing else."""
    program = [sys.executable, __file__, "--memory"]
    return float(subprocess.run(program, check=True, capture_output=True, text=True).stdout)


def main() -> bool:
    """Print words a second of both, their ratio and the memory; True if all targets are met."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5, help="turns whose median is taken")
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    logging.disable(logging.WARNING)
    if os.environ.get(ONE_CORE) != "1":
        os.environ[ONE_CORE] = "1"
        os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - ourselves, again
    if chosen.memory:
        detect = ours()
        for documents in texts().values():
            detect(documents)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return True
    gc.set_threshold(SELDOM)
    sides = {"ours": ours(), "theirs": presidios()}
    every = texts()
    passed = True
    for name, documents in {
        **every,
        "all": [each for kind in every.values() for each in kind],
    }.items():
        words = sum(len(each.split()) for paragraphs in documents for each in paragraphs)
        times: dict[str, list[float]] = {side: [] for side in sides}
        for turn in range(chosen.rounds + 1):
            for side, detect in sides.items():
                took = processor_seconds(lambda: detect(documents))  # noqa: B023 - called at once
                if turn:
                    times[side].append(took)
        speeds = {side: words / statistics.median(took) for side, took in times.items()}
        ratio = speeds["ours"] / speeds["theirs"]
        print(f"{name:22} {words:6} words: {speeds['ours']:7,.0f} words a second, "
              f"Presidio's engine {speeds['theirs']:7,.0f}, {ratio:.1f} times")  # fmt: skip
        if name == "all":
            passed = speeds["ours"] >= LEAST_WORDS and ratio >= LEAST_RATIO
    memory = megabytes()
    print(f"memory at most {memory:.0f} MB (target {MOST_MEGABYTES})")
    passed = passed and memory < MOST_MEGABYTES
    print(f"at least {LEAST_WORDS} words a second and {LEAST_RATIO} times Presidio's engine on all "
          f"texts: {'PASS' if passed else 'FAIL'}")  # fmt: skip
    return passed


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
