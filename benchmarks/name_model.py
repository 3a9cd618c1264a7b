"""How many names the model that ships with the project finds, and how many of its finds are names.

Whole spans count. The invented sentences, and the names in them, were never trained on. The parts
of the public corpora are measured where ``--data`` names a folder that holds them (see
redaction/model/README.md).

    python benchmarks/name_model.py
    python benchmarks/name_model.py --data ner
    python benchmarks/name_model.py --model en_core_web_lg
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy

from redaction.model.corpora import read_corpora
from redaction.model.measure import invented, measure
from redaction.model.weights import WEIGHTS

ROUNDS = 20
LEAST_INVENTED_PERSONS = 0.9


def main() -> bool:
    """Print a row for each kind of name in each set; True if the target is met."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="the public corpora")
    parser.add_argument("--model", default=str(WEIGHTS), help="another spaCy model to measure")
    chosen = parser.parse_args()
    nlp = spacy.load(chosen.model)
    sets = {"invented sentences and names": tuple(invented(0, ROUNDS))}
    if chosen.data:
        sets |= read_corpora(chosen.data).held_out
    passed = True
    print("| text | kind | names | precision | recall | F |")
    print("|---|---|---|---|---|---|")
    for name, examples in sets.items():
        scores = measure(nlp, examples)
        for label, score in scores.by_label.items():
            print(f"| {name} | {label} | {score.true} | {score.precision:.3f} "
                  f"| {score.recall:.3f} | {score.f:.3f} |")  # fmt: skip
        if name.startswith("invented"):
            passed = scores.by_label["PERSON"].recall >= LEAST_INVENTED_PERSONS
    print(f"\ninvented persons, recall at least {LEAST_INVENTED_PERSONS}: "
          f"{'PASS' if passed else 'FAIL'}")  # fmt: skip
    return passed


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
