"""The words of a procedure put into the texts of a flow chart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from casework.limits import limit_words
from casework.procedure import Procedure, Strength
from generator.context.printed import sentence

_PLACE = re.compile(r"\{(?:(words|limit|name)\.(\w+)|[^}]*)\}?")


@dataclass
class ChartWords:
    """Fills ``{words.panel}``, ``{limit.T32}`` and ``{name.chair}``.

    ``names`` are the chart's own short names for this procedure. ``unknown`` gathers what can't
    be filled.
    """

    procedure: Procedure
    names: Mapping[str, str]
    unknown: list[str] = field(default_factory=list)

    def said(self, text: str) -> str:
        """The text in the procedure's words, beginning with a capital letter."""
        return sentence(self.filled(text))

    def filled(self, text: str) -> str:
        """The text in the procedure's words."""
        return _PLACE.sub(self._filled, text)

    def limit(self, rule_id: str) -> str:
        """The limit of a rule in words: "within 1 month", "normally within 1 month"."""
        rule = next((one for one in self.procedure.rules if one.id == rule_id), None)
        if rule is None:
            self.unknown.append(f"the procedure {self.procedure.id} has no rule “{rule_id}”")
            return ""
        return (
            f"normally {limit_words(rule)}" if rule.strength is Strength.NORM else limit_words(rule)
        )

    def _filled(self, place: re.Match[str]) -> str:
        kind, name = place[1], place[2]
        if kind == "limit":
            return self.limit(name)
        if kind == "words" and name in self.procedure.words:
            return self.procedure.words[name]
        if kind == "name" and name in self.names:
            return self.filled(self.names[name])
        self.unknown.append(f"the procedure {self.procedure.id} has nothing for “{place[0]}”")
        return ""
