"""A cleared report as an accessible web page: sanitised HTML, its contents list, its pictures."""

from publication.report.convert import Report, convert, converted
from publication.report.headings import Heading
from publication.report.images import ReportImage

__all__ = ["Heading", "Report", "ReportImage", "convert", "converted"]
