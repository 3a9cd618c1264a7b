"""What all parts of the case model share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""A short name by which other parts of the file refer to this one: ``mother``, ``dr-osei``."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text that, where it is given, says something."""


class Record(BaseModel):
    """A part of a case or board file: unknown fields are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
