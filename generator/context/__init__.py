"""The template context: everything a template may print, already formatted."""

from generator.context.build import context_for
from generator.context.fields import Context

__all__ = ["Context", "context_for"]
