"""Decides what may go public when, and makes the public pages."""
