"""MkDocs loads this file; what it does is in ``publication.pages.hooks``."""

from __future__ import annotations

from publication.pages.hooks import on_env, on_page_markdown

__all__ = ["on_env", "on_page_markdown"]
