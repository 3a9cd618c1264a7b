"""The pages of the public site: what they show, as values, and the text files around them."""

from publication.pages.view import ReportView, Site, site_of

__all__ = ["ReportView", "Site", "site_of"]
