"""The clock: a day begins and ends in London, wherever the machine thinks it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest

from desk import options

MOMENTS = [
    ("2008-03-29T23:30:00+00:00", "2008-03-29", "+00:00"),  # the night before summer time
    ("2008-03-30T23:30:00+00:00", "2008-03-31", "+01:00"),  # 00:30 in London's summer time
    ("2008-07-01T22:59:59+00:00", "2008-07-01", "+01:00"),
    ("2008-07-01T23:00:00+00:00", "2008-07-02", "+01:00"),
    ("2008-07-02T09:30:00+10:00", "2008-07-02", "+01:00"),  # a machine in Sydney
    ("2008-10-26T00:30:00+00:00", "2008-10-26", "+01:00"),  # half past one, for the first time
    ("2008-10-26T01:30:00+00:00", "2008-10-26", "+00:00"),  # and for the second
    ("2008-12-31T23:59:59+00:00", "2008-12-31", "+00:00"),
]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the machine's clock, as the program reads it."""

    def set_clock(moment: str) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Any:
                return datetime.fromisoformat(moment).astimezone(tz)

        monkeypatch.setattr(options, "datetime", Clock)

    return set_clock


@pytest.mark.parametrize(("moment", "day", "offset"), MOMENTS)
def test_today_is_the_day_in_london(
    at: Callable[[str], None], moment: str, day: str, offset: str
) -> None:
    """And what is recorded says by how much London was ahead."""
    at(moment)
    assert options.today() == date.fromisoformat(day)
    assert options.now().timestamp() == datetime.fromisoformat(moment).timestamp()
    assert options.now().isoformat().endswith(offset)
    assert options.moment(options.today()).date() == options.today()


def test_the_nightly_job_after_midnight_in_summer_works_for_the_day_that_has_begun(
    at: Callable[[str], None], run: Callable[..., Any], home: Path
) -> None:
    """At 00:30 in London it is still yesterday in UTC; the ledger and the site say today."""
    folder, site = home / "publications", home / "site"
    at("2008-06-30T23:30:00+00:00")
    case = ("--case", home / "cases" / "2007-03", "--publications", folder)
    held = run("hold-back", *case, "--as", "delayed", "--reason", "A trial is not over")
    assert held.code == 0, held.err
    update = ("site", "update", "--publications", folder, "--out", site)
    assert run(*update).code == 0
    assert '"on":"2008-07-01"' in (folder / "ledger.jsonl").read_text("utf-8")
    assert '"as_of": "2008-07-01"' in (site / "build.json").read_text("utf-8")
    assert run(*update, "--as-of", "2008-07-02").code == 2
