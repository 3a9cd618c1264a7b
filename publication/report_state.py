"""What a report is in public on one day: the values that ``publication.state`` works out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from casework.months import first_day_after_months


class PublicState(StrEnum):
    """Where a report stands on one day."""

    SCHEDULED = "scheduled"
    """It will be published on a later day; nobody may know of it yet."""
    PUBLISHED = "published"
    """It is on the site."""
    ON_REQUEST = "on_request"
    """It was on the site; the board sends it to whoever asks."""
    UNPUBLISHED = "unpublished"
    """The board decided not to publish it."""
    DELAYED = "delayed"
    """Its publication waits."""
    SUSPENDED = "suspended"
    """A court's order keeps it off the site for now."""

    @property
    def listed(self) -> bool:
        """Whether the public list of reports shows it.

        Of a suspended report the site says nothing: an order may forbid even its mention.
        """
        return self not in (PublicState.SCHEDULED, PublicState.SUSPENDED)


@dataclass(frozen=True)
class ReportState:
    """One report on one day.

    ``last_day`` is the last day on which the report is on the site, ``floor`` the last day on
    which the procedure wants it there; the two differ where the board keeps it longer or took
    it down early. While a report is suspended, both are as if the order were lifted on the day
    asked for: a day off the site is no day in public, so each moves the floor by one. No
    procedure says whether its months run on under an order; this is the stricter reading.
    ``refusal`` is why the board decided not to publish the report, where something was published
    after that. ``sha256`` and ``metadata_sha256`` are of what is, or was last, published.
    ``text_kept`` says whether the report's text is still in the folder of publications.
    """

    reference: str
    state: PublicState
    since: date
    reason: str = ""
    refusal: str = ""
    first_published: date | None = None
    published: date | None = None
    updated: date | None = None
    floor: date | None = None
    last_day: date | None = None
    withdrawn: date | None = None
    retention_months: int | None = None
    citation: str = ""
    sha256: str = ""
    metadata_sha256: str = ""
    text_kept: bool = False
    corrections: tuple[tuple[date, str], ...] = ()

    @property
    def early(self) -> bool:
        """Whether the report came down before the procedure lets it, for the ``reason`` given."""
        if self.state is not PublicState.ON_REQUEST or self.floor is None or self.last_day is None:
            return False
        return self.last_day < self.floor

    @property
    def earliest_withdrawal(self) -> date | None:
        """The first day on which the report may come down without a special authority."""
        return None if self.floor is None else self.floor + timedelta(days=1)

    @property
    def time_is_over(self) -> bool:
        """Whether its text is to be removed, as nobody has yet: it was up as long as it had to be.

        The text of a report that was taken down and will be published again waits for its day.
        """
        return self.state is PublicState.ON_REQUEST and self.text_kept and self.withdrawn is None


def last_day_of_retention(published: date, months: int) -> date:
    """The last day on which a report stays up that must be public for ``months`` months.

    The day of publication is not counted; where the last month has no such day, it is that
    month's last day. 29 February 2024 and 12 months: 28 February 2025.
    """
    return first_day_after_months(published, months) - timedelta(days=1)
