"""Word content controls: the fields of a form, filled in by a person and read back by a program."""

from generator.controls.finish import finish_controls, unmark_placeholders
from generator.controls.read import read_controls
from generator.controls.syntax import Control, ControlKind, pieces, show_control

__all__ = [
    "Control",
    "ControlKind",
    "finish_controls",
    "pieces",
    "read_controls",
    "show_control",
    "unmark_placeholders",
]
