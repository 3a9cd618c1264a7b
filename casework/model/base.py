"""What all parts of the case model share."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""A short name by which other parts of the file refer to this one: ``mother``, ``dr-osei``."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text that, where it is given, says something."""

_WRITTEN = {
    date: ("date_parsing", re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)),
    time: ("time_parsing", re.compile(r"\d{2}:\d{2}(:\d{2})?", re.ASCII)),
}


_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Control characters, and those that turn the reading order or that no one sees."""


class Record(BaseModel):
    """A part of a case or board file: unknown fields are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    @field_validator("*", mode="before")
    @classmethod
    def _written_in_full(cls, value: Any, info: ValidationInfo) -> Any:
        """Refuse invisible characters, and what pydantic would guess a date or a time from."""
        written = value if isinstance(value, list) else [value]
        if any(_INVISIBLE.search(text) for text in written if isinstance(text, str)):
            raise PydanticCustomError("invisible", "holds a character that no one sees")
        if not isinstance(value, str) or info.field_name is None:
            return value
        annotation = cls.model_fields[info.field_name].annotation
        for kind, (error, form) in _WRITTEN.items():
            if annotation in (kind, kind | None) and not form.fullmatch(value):
                raise PydanticCustomError(error, "not a date or time as the file writes them")
        return value
