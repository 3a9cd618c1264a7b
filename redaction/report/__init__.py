"""Reports of checks: JSON for programs, text for a terminal, HTML for the author's desk.

These three, and nothing else, repeat protected terms; they are confidential.
"""

from redaction.report.as_html import html_report
from redaction.report.as_json import json_report
from redaction.report.as_text import print_report

__all__ = ["html_report", "json_report", "print_report"]
