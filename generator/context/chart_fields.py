"""The fields of drawn documents: a flow chart in words, and the milestones of the review."""

from __future__ import annotations

from dataclasses import dataclass

from generator.context.printed import DateText


@dataclass(frozen=True)
class ChartStepFields:
    """A step of a flow chart in words; ``onward`` says where it goes on, unless to the next."""

    number: str
    text: str
    actor: str
    onward: str


@dataclass(frozen=True)
class ChartFields:
    """The flow chart that the document is; all empty in other documents."""

    title: str = ""
    citation: str = ""
    note: str = ""
    limits: tuple[str, ...] = ()
    """The time limits that the chart's brackets show."""
    steps: tuple[ChartStepFields, ...] = ()


@dataclass(frozen=True)
class MilestoneFields:
    """A milestone of the review; ``how`` it stands in words, ``rule`` with its paragraph."""

    number: str
    date: DateText
    what: str
    how: str
    rule: str


@dataclass(frozen=True)
class TimelineFields:
    """The milestones in the order of their days, and in words those that have none yet."""

    milestones: tuple[MilestoneFields, ...] = ()
    undated: tuple[str, ...] = ()
