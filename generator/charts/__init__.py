"""Drawings for documents: flow charts from data, and the timeline of a review.

Everything here is measured in points (72 to the inch) and drawn without the system's fonts, so
that the same case gives the same picture on every machine.
"""
