"""Reports of checks: JSON and SARIF for programs, text for a terminal, HTML to read.

These, and nothing else, repeat protected terms; they are confidential.
"""

from redaction.report.as_html import IndexRow, html_index, html_report
from redaction.report.as_json import json_report
from redaction.report.as_sarif import sarif_report
from redaction.report.as_text import print_report

__all__ = ["IndexRow", "html_index", "html_report", "json_report", "print_report", "sarif_report"]
