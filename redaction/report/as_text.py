"""The report on a terminal: the verdict, what to do next, then each finding with its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from redaction.report.grouping import (
    HEADINGS,
    KINDS,
    NEXT_STEPS,
    SEVERITIES,
    FindingGroup,
    counts,
    grouped,
    plural,
)
from redaction.values import CheckResult, Severity, Verdict

_MOST_PLACES = 4
_MOST_NOTES = 5
_COLOURS = {Severity.BLOCK: "red", Severity.REVIEW: "yellow", Severity.NOTE: "cyan"}
_SIGNS = {Verdict.BLOCKED: "✗ BLOCKED", Verdict.REVIEW: "? FOR REVIEW", Verdict.CLEAR: "✓ CLEAR"}
_VERDICT_COLOURS = {Verdict.BLOCKED: "red", Verdict.REVIEW: "yellow", Verdict.CLEAR: "green"}


def print_report(results: Sequence[CheckResult], console: Console) -> None:
    """Prints each of ``results``, most serious findings first; confidential."""
    for number, result in enumerate(results):
        if number:
            console.print()
        console.print(Group(*_report(result)), soft_wrap=False)


def _report(result: CheckResult) -> Iterator[Text | Padding]:
    colour = _VERDICT_COLOURS[result.verdict]
    yield Text.assemble(
        (_SIGNS[result.verdict], f"bold {colour}"), "  ", (_clean(result.file), "bold")
    )
    found = counts(result)
    tally = ", ".join(
        f"{found[severity]} {name}"
        for severity, name in zip(SEVERITIES, ("blocked", "for review", "to note"), strict=True)
    )
    yield Text(f"{tally} · {plural(result.words, 'word')} · policy: {result.policy.title}", "dim")
    yield Text(NEXT_STEPS[result.verdict])
    for severity in SEVERITIES:
        yield from _section(result, severity)
    if result.findings:
        yield Text("\nCONFIDENTIAL: this list repeats what must not be published.", "dim")


def _section(result: CheckResult, severity: Severity) -> Iterator[Text | Padding]:
    groups = grouped(result, severity)
    if not groups:
        return
    yield Text(f"\n{HEADINGS[severity]}", f"bold {_COLOURS[severity]}")
    shown = groups[:_MOST_NOTES] if severity is Severity.NOTE else groups
    for group in shown:
        yield Padding(_headline(group), (0, 0, 0, 2))
        yield Padding(_details(group), (0, 0, 0, 4))
    if len(groups) > len(shown):
        yield Padding(Text(f"… and {len(groups) - len(shown)} more to note", "dim"), (0, 0, 0, 2))


def _headline(group: FindingGroup) -> Text:
    first = group.findings[0]
    headline = Text.assemble(
        (_clean(group.text) or _clean(first.where), f"bold {_COLOURS[group.severity]}"),
        (f"  {KINDS[group.category]}", "dim"),
    )
    if len(group.findings) > 1:
        headline.append(f"  {len(group.findings)} times", "dim")
    if group.suggestions and group.severity is not Severity.NOTE:
        headline.append("  → ", "dim").append(_clean(" or ".join(group.suggestions)))
    return headline


def _details(group: FindingGroup) -> Text:
    details = Text("\n".join(_clean(reason) for reason in group.reasons))
    return details.append(f"\n{_places(group)}", "dim")


def _places(group: FindingGroup) -> str:
    places = [f"{finding.id} {_clean(finding.where)}" for finding in group.findings[:_MOST_PLACES]]
    more = len(group.findings) - len(places)
    return "; ".join(places) + (f"; and {more} more" if more else "")


def _clean(text: str) -> str:
    """``text`` on one line without control characters, which could steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()
