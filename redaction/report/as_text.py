"""The report on a terminal: the verdict, what to do next, then each identity with its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from redaction.decide import RULES
from redaction.report.grouping import (
    HEADINGS,
    HIDDEN,
    NEXT_STEPS,
    NO_CASE,
    SEVERITIES,
    FindingGroup,
    WrittenForm,
    counts,
    identities,
)
from redaction.report.summary import summary
from redaction.report.words import place, plural
from redaction.values import CheckResult, Finding, Severity, Verdict

_MOST_PLACES = 4
_MOST_NOTES = 5
_COLOURS = {Severity.BLOCK: "red", Severity.REVIEW: "yellow", Severity.NOTE: "cyan"}
_SIGNS = {Verdict.BLOCKED: "✗ BLOCKED", Verdict.REVIEW: "? FOR REVIEW", Verdict.CLEAR: "✓ CLEAR"}
_VERDICT_COLOURS = {Verdict.BLOCKED: "red", Verdict.REVIEW: "yellow", Verdict.CLEAR: "green"}
_OTHERWISE = {Severity.REVIEW: "for review", Severity.NOTE: "to note"}


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
    if result.findings:
        yield Text(f"Found: {_clean(summary(result))}.")
    yield Text(NEXT_STEPS[result.verdict])
    if not result.knows_case:
        yield Text(NO_CASE, "yellow")
    found_here = identities(result)
    for severity in SEVERITIES:
        yield from _section([each for each in found_here if each.severity is severity], severity)
    if any(finding.hidden for finding in result.findings):
        yield Text(f"\n{HIDDEN}", "dim")
    if result.findings:
        yield Text("\nCONFIDENTIAL: this list repeats what must not be published.", "dim")


def _section(groups: Sequence[FindingGroup], severity: Severity) -> Iterator[Text | Padding]:
    if not groups:
        return
    yield Text(f"\n{HEADINGS[severity]}", f"bold {_COLOURS[severity]}")
    rule = _rule_of_all(groups)
    if rule:
        yield Text(f"{rule[:1].upper()}{rule[1:]}.")
    shown = groups[:_MOST_NOTES] if severity is Severity.NOTE else groups
    for group in shown:
        yield _indented(2, _headline(group))
        yield from _details(group, rule)
    if len(groups) > len(shown):
        yield _indented(2, Text(f"… and {len(groups) - len(shown)} more to note", "dim"))


def _rule_of_all(groups: Sequence[FindingGroup]) -> str:
    """The rule that is told for several of ``groups``, and no other is: it need not be repeated."""
    rules = {
        reason
        for group in groups
        for form in group.forms
        for reason in (*group.reasons, *form.reasons)
        if reason.startswith(RULES)
    }
    return rules.pop() if len(rules) == 1 and len(groups) > 1 else ""


def _headline(group: FindingGroup) -> Text:
    headline = Text.assemble(
        (_clean(group.title or group.findings[0].where), f"bold {_COLOURS[group.severity]}"),
        (f"  {group.kind}", "dim"),
    )
    if len(group.findings) > 1:
        headline.append(f"  {len(group.findings)} times", "dim")
    return headline.append(_instead(group.suggestions, group.severity))


def _instead(suggestions: Sequence[str], severity: Severity) -> Text:
    if not suggestions or severity is Severity.NOTE:
        return Text()
    return Text.assemble(("  → ", "dim"), _clean(" or ".join(suggestions)))


def _details(group: FindingGroup, rule: str) -> Iterator[Text | Padding]:
    alone = len(group.forms) == 1 and group.forms[0].text != group.title
    for reason in () if alone else group.reasons:
        if reason != rule:
            yield _indented(4, Text(_clean(reason)))
    shown = group.forms[:_MOST_NOTES] if group.severity is Severity.NOTE else group.forms
    for form in shown:
        where = Text(_places(form), "dim")
        words = _words(form, group, rule, group.reasons if alone else ())
        if form.text == group.title and not form.reasons:
            yield _indented(6, where)
        elif words.plain == _clean(form.text):
            yield _indented(4, words.append("  ").append(where))
        else:
            yield _indented(4, words)
            yield _indented(6, where)
    if len(group.forms) > len(shown):
        yield _indented(4, Text(f"… and {len(group.forms) - len(shown)} more", "dim"))


def _words(form: WrittenForm, group: FindingGroup, rule: str, reasons: Sequence[str]) -> Text:
    """One form of an identity, with what is true of this form alone."""
    words = Text.assemble((_clean(form.text), "bold"))
    if form.severity is not group.severity:
        words.append(f"  {_OTHERWISE[form.severity]}", _COLOURS[form.severity])
    own = "; ".join(_clean(reason) for reason in (*reasons, *form.reasons) if reason != rule)
    return words.append(f"  {own}" if own else "").append(_instead(form.suggestions, form.severity))


def _indented(by: int, text: Text) -> Padding:
    return Padding(text, (0, 0, 0, by), expand=False)


def _places(form: WrittenForm) -> str:
    places = [_place(finding) for finding in form.findings[:_MOST_PLACES]]
    more = len(form.findings) - len(places)
    return "; ".join(places) + (f"; and {more} more" if more else "")


def _place(finding: Finding) -> str:
    return f"{finding.id} {_clean(place(finding))}" + (" (hidden)" if finding.hidden else "")


def _clean(text: str) -> str:
    """``text`` on one line without control characters, which could steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()
