"""A cleared report as an accessible web page: sanitised HTML, its contents list, its pictures."""

from publication.report.convert import Report, convert, converted
from publication.report.images import ReportImage
from publication.report.structure import Heading

__all__ = ["Heading", "Report", "ReportImage", "convert", "converted"]
