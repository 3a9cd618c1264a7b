"""Finds in a text what could identify someone: Presidio's engine, offline, with our recognisers.

Importing this package is cheap; ``redaction.detect.engine`` brings in Presidio and spaCy, and is
imported when the first text is looked at. Every recogniser is an ordinary Presidio recogniser and
can be added to the registry of another pipeline.
"""
