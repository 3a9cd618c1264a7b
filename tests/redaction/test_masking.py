"""Which findings are masked unseen, and which a person decides on."""

from __future__ import annotations

import pytest

from redaction.check import Checker
from redaction.detect.entities import ENTITIES
from redaction.masking import DEBATABLE, sure_enough
from redaction.policy import EVERYTHING
from redaction.values import Passage, ProtectedTerms


@pytest.fixture(scope="module")
def checker() -> Checker:
    """A checker of every detail that knows no case."""
    return Checker(ProtectedTerms(), EVERYTHING)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("She was born in 1963.", "She was born in [year]."),
        ("He had two months to appeal.", "He had two months to appeal."),
        (
            "A fine of EUR 4,000 was due within ten days.",
            "A fine of [sum] was due within ten days.",
        ),
        ("The Supreme Court heard Mr B.C. about it.", "The Supreme Court heard [name] about it."),
    ],
)
def test_only_what_is_sure_enough_is_replaced(checker: Checker, text: str, masked: str) -> None:
    """A time limit and a court of which there is one stay for a person to decide on."""
    (replaced,) = checker.replacements([text], sure_only=True)
    for each in reversed(replaced):
        text = text[: each.start] + each.text + text[each.end :]
    assert text == masked


def test_without_the_wish_everything_is_replaced(checker: Checker) -> None:
    """The whole checks clear again."""
    (replaced,) = checker.replacements(["He had two months to appeal."])
    assert [each.text for each in replaced] == ["[period]"]


def test_a_debatable_finding_that_holds_a_sure_one_goes_with_it(checker: Checker) -> None:
    """Someone's title with a name in it, a period with a day in it."""
    (found,) = checker.look([Passage("the two weeks from 3 June 2011 to 5 July 2011", "text", "")])[
        -1:
    ]
    assert sure_enough(found)


def test_every_debatable_kind_is_a_kind() -> None:
    """A name that is misspelt here would be masked for ever."""
    assert set(ENTITIES) >= DEBATABLE
