"""What a web page keeps from its visitors' eyes: by attribute, by style, by style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import cssselect2
import tinycss2
from lxml import html

from publication.report.tree import elements

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?![.\d])|"
    r"font-size\s*:\s*[01](?:px|pt)?\s*(?:;|!|$)|mso-hide\s*:\s*all",
    re.IGNORECASE,
)


def drop_hidden(body: html.HtmlElement) -> None:
    """Take out of a page's ``body`` the elements that no visitor sees."""
    hidden = [element for element in elements(body) if _hides_itself(element)]
    for element in [*hidden, *_hidden_by_sheets(body)]:
        if element is not body and element.getparent() is not None:
            element.drop_tree()


def _hides_itself(element: html.HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDING.search(element.get("style") or ""))


def _hidden_by_sheets(body: html.HtmlElement) -> Iterator[html.HtmlElement]:
    matcher, rules = cssselect2.Matcher(), 0
    root = body.getroottree().getroot()
    for sheet in root.iter("style"):
        for selector in _hiding_selectors(tinycss2.parse_stylesheet(sheet.text or "")):
            matcher.add_selector(selector, None)
            rules += 1
    if rules:
        for wrapper in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
            if matcher.match(wrapper):
                yield wrapper.etree_element


def _hiding_selectors(rules: Iterable[Any]) -> Iterator[Any]:
    for rule in rules:
        if rule.type == "qualified-rule" and _HIDING.search(tinycss2.serialize(rule.content)):
            try:
                yield from cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError:  # a browser leaves the rule out, too
                continue
        elif _is_for_screens(rule):
            yield from _hiding_selectors(tinycss2.parse_rule_list(rule.content))


def _is_for_screens(rule: Any) -> bool:
    if rule.type != "at-rule" or rule.at_keyword != "media" or rule.content is None:
        return False
    return "print" not in tinycss2.serialize(rule.prelude)
