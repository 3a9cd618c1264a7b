"""Fills the board's Word templates from a case and makes PDF of them."""
