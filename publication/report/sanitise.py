"""What of a stranger's HTML may stand on a public page: an allow-list, and public links only."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import nh3

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LISTS = {"ul", "ol", "li", "dl", "dt", "dd"}
_TABLES = {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
_STRESSED = {"strong", "em", "b", "i", "u", "s", "del", "ins", "small", "mark", "sup", "sub"}
_WORDS = {"code", "kbd", "samp", "var", "abbr", "cite", "q", "dfn", "span", "a", "br", "img"}
_TAGS = {"p", "hr", "blockquote", "pre"} | _HEADINGS | _LISTS | _TABLES | _STRESSED | _WORDS
_ACTIVE = {"script", "style", "template", "noscript", "iframe", "object", "embed", "canvas"}
_FORMS = {"select", "textarea", "button"}
_FOREIGN = {"title", "svg", "math", "audio", "video"}
_DROPPED_WHOLE = _ACTIVE | _FORMS | _FOREIGN
"""Elements that go with all that is in them; of others that are not allowed the text stays."""

_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "id"},
    "p": {"class"},
    "ol": {"start", "type"},
    "sup": {"id"},
    "li": {"id"},
    "img": {"src", "alt", "role"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "abbr": {"title"},
}
_CLASSES = {"report-title", "report-subtitle", "caption", "form-label"}

_PRIVATE_HOSTS = (
    ".local",
    ".localhost",
    ".internal",
    ".lan",
    ".intranet",
    ".home.arpa",
    "sharepoint.com",
    "onedrive.live.com",
    "1drv.ms",
    "docs.google.com",
    "drive.google.com",
    "teams.microsoft.com",
    "protection.outlook.com",
    "dropbox.com",
)
"""Ends of host names that lead to someone's desk, or carry a person's address along."""

_AROUND = {".www.google.com/url": "q", ".safelinks.protection.outlook.com/": "url"}
"""Addresses that note who follows a link before they lead on, and where they keep the link."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
"""A host whose last part is such is an address of a computer, however it is written."""
_TRACKING = ("utm_", "mc_", "fbclid", "gclid")


_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Signs that no reader sees: controls, soft hyphens, those that turn the direction of text."""


def sanitised(markup: str) -> str:
    """``markup`` with nothing but allowed elements, attributes and public links."""
    cleaned = nh3.clean(
        markup,
        tags=_TAGS,
        clean_content_tags=_DROPPED_WHOLE,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "data"},
        strip_comments=True,
        link_rel=None,
    )
    return _UNSEEN.sub("", cleaned)


def public_link(address: str) -> str | None:
    """``address`` without trackers, or ``None`` if it is not a public web or mail address."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").rstrip(".").casefold()
    except ValueError:
        return None
    if parts.scheme == "mailto":
        return f"mailto:{parts.path}" if "@" in parts.path else None
    around = next(
        (name for end, name in _AROUND.items() if f".{host}{parts.path}".endswith(end)), ""
    )
    if around:
        inside = dict(parse_qsl(parts.query)).get(around, "")
        return public_link(inside) if len(inside) < len(address) else None
    if parts.scheme not in ("http", "https") or parts.username or not _is_public(host):
        return None
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].casefold().startswith(_TRACKING)
    ]
    return urlunsplit(parts._replace(query=urlencode(query)))


def _attribute(tag: str, name: str, value: str) -> str | None:
    value = _UNSEEN.sub("", value)
    match tag, name:
        case "a", "href":
            return value if value.startswith("#") else public_link(value)
        case "img", "src":
            return value if value.startswith("data:image/") else None
        case "p", "class":
            return value if value in _CLASSES else None
        case "img", "role":
            return value if value == "presentation" else None
        case "ol", "type":
            return value if value in tuple("1aAiI") else None
        case "ol", "start":
            return value if _is_small(value) else None
        case _, ("colspan" | "rowspan"):
            return value if _is_small(value) and 0 < int(value) < 100 else None
        case _, "dir":
            return value if value in ("ltr", "rtl") else None
        case _, "lang":
            return value if _LANGUAGE.fullmatch(value) else None
    return value


def _is_small(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) < 6


def _is_public(host: str) -> bool:
    if "." not in host or host.endswith(_PRIVATE_HOSTS):
        return False
    return not _NUMBER.fullmatch(host.rpartition(".")[2])
