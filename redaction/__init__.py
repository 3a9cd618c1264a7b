"""Finds what in a file could identify a child, a family or a professional."""
