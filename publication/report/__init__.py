"""A cleared report as an accessible web page: sanitised HTML, its contents list, its pictures."""
