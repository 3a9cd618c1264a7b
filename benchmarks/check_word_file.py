"""How long the check of a 20-page Word file takes, beside Presidio's own engine on its text.

Presidio's engine runs with its default recognisers on a blank English pipeline: the peer does not
read Word files, and knows nothing of the case.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx

from redaction.check import Checker
from redaction.policy import STRICT
from redaction.read import read_file
from redaction.values import Identifier, ProtectedPerson, ProtectedTerms, Role

PAGES = 20
WORDS_OF_A_PAGE = 500
RUNS = 5
SENTENCES = (
    "The health visitor wrote to the surgery in March and had no answer.",
    "Sibling 1 told a teacher that there was often nothing to eat at home.",
    "Ms Okwuosa said that Tamsin had been well when she was last seen at the clinic.",
    "The strategy meeting was put off twice, and its minutes were not sent to the school.",
    "Nobody asked why the appointments of 14 May and 3 June had been missed.",
)
TERMS = ProtectedTerms(
    people=(
        ProtectedPerson("child", Role.CHILD, "Tamsin Okwuosa", ("Tam",)),
        ProtectedPerson("mother", Role.PARENT, "Ngozi Okwuosa"),
        ProtectedPerson("worker", Role.PROFESSIONAL, "Piotr Wolny"),
    ),
    schools=("Tolwick Green Primary School",),
    identifiers=(Identifier("NHS number", "999 407 2617", "child"),),
)


def twenty_pages(path: Path) -> int:
    """Write the file and return its number of words."""
    document, words = docx.Document(), 0
    while words < PAGES * WORDS_OF_A_PAGE:
        paragraph = " ".join(SENTENCES[(words + step) % len(SENTENCES)] for step in range(6))
        document.add_paragraph(paragraph)
        words += len(paragraph.split())
    document.save(str(path))
    return words


def median_seconds(action: Callable[[], object]) -> float:
    """The median wall seconds of ``action``, after one run that is not counted."""
    action()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def presidio_alone(texts: list[str]) -> Callable[[], object]:
    """Presidio's engine as it comes, over the paragraphs of the file."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class BlankEngine(SpacyNlpEngine):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"en": spacy.blank("en")}

    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    registry.remove_recognizer("EmailRecognizer")  # asks the network
    engine = AnalyzerEngine(registry=registry, nlp_engine=BlankEngine())
    return lambda: [engine.analyze(text, language="en") for text in texts]


def main() -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        words = twenty_pages(path)
        start = time.perf_counter()
        checker = Checker(TERMS, STRICT)
        checker.check(path)
        first = time.perf_counter() - start
        ours = median_seconds(lambda: checker.check(path))
        texts = [passage.text for passage in read_file(path).passages]
        peer = median_seconds(presidio_alone(texts))
    print(f"{words} words in {PAGES} pages; medians of {RUNS}")
    print(f"casereview, first check in a process: {first:.2f} s")
    print(f"casereview, reading and checking:     {ours:.2f} s, {words / ours:,.0f} words a second")
    print(f"Presidio's engine, text alone:        {peer:.2f} s, {words / peer:,.0f} words a second")
    print(f"casereview takes {ours / peer:.2f} of Presidio's time")


if __name__ == "__main__":
    main()
