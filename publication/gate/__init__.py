"""May this report go public? Every condition of the procedure, each with what was found."""

from publication.gate.evaluate import (
    ConditionResult,
    Override,
    evaluate,
    evaluate_holding,
    unmet,
)

__all__ = ["ConditionResult", "Override", "evaluate", "evaluate_holding", "unmet"]
