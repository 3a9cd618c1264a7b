"""What all tests share: property tests try the same examples every time, and have no stopwatch."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile(os.environ.get("CASEREVIEW_PROPERTIES", "repeatable"))
