"""Documents survive a process that is killed while it makes them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "random_kills.py"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed workers are forked")
def test_kills_at_random_moments_do_no_harm() -> None:
    """Nothing lost, nothing half-written, the register verifies; the benchmark does a thousand."""
    run = subprocess.run(
        [sys.executable, str(BENCHMARK), "--kills", "15"], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "no harm by any kill: PASS" in run.stdout
