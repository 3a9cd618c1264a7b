"""Where the trained weights lie."""

from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights")
