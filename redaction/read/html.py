"""Reads web pages: what a visitor sees, block by block, and what the source holds besides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from redaction.read.fold import fold, spell_out
from redaction.read.gathering import Gathering
from redaction.read.plain import decode

_BLOCKS = {
    "p": "paragraph", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading",
    "h5": "heading", "h6": "heading", "li": "list item", "dt": "list item", "dd": "list item",
    "td": "table cell", "th": "table cell", "caption": "table caption", "title": "page title",
    "figcaption": "picture caption", "blockquote": "quotation", "pre": "preformatted text",
    "option": "choice", "label": "label", "button": "button", "summary": "summary",
    "legend": "legend",
}  # fmt: skip
_CONTAINERS = frozenset(
    {
        "html", "head", "body", "div", "section", "article", "main", "nav", "header", "footer",
        "aside", "table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "figure", "form",
        "fieldset", "details", "select", "textarea", "address", "hr", "center", "dialog",
    }
)  # fmt: skip
_HIDDEN_ELEMENTS = frozenset(
    ["script", "style", "template", "noscript", "head", "object", "iframe", "datalist", "noframes"]
)
_ATTRIBUTES = {
    "alt": "picture description (alt text)", "title": "tooltip", "href": "link target",
    "src": "file address", "srcset": "file address", "content": "page property",
    "value": "form value", "placeholder": "form hint", "id": "anchor name", "name": "anchor name",
    "cite": "source of a quotation", "datetime": "machine-readable date", "style": "style",
}  # fmt: skip
_GAPS = {"br": "\n", "sup": " "}
"""What stands before an element's text: the number of a footnote is no part of the word."""
_ADDRESSES = frozenset({"href", "src", "srcset", "cite", "action", "poster"})
# These hold keywords of HTML itself, or settings of layout, never words about someone.
_DULL_ATTRIBUTES = frozenset(
    {
        "lang", "dir", "charset", "width", "height", "colspan", "rowspan", "scope", "type",
        "rel", "target", "method", "http-equiv", "media", "border", "cellpadding",
        "cellspacing", "align", "valign", "viewport", "role", "tabindex", "start",
    }
)  # fmt: skip
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|"
    r"font-size\s*:\s*[01](?:px|pt)?\s*(?:;|$)|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_MARKUP = re.compile(
    r"(?-i:\blang=[\"'](?:[A-Za-z]{2}-[A-Z]{2}|[a-z]{2})[\"'])|\bhttp-equiv=[\"']?content-type|"
    r"<!doctype[^>]{0,300}>|</?[a-z][\w-]*|(?<![\w:-])[\w:-]++(?=\s{0,9}=)|&\w{1,30};",
    re.IGNORECASE,
)


def read_html(content: bytes, gathering: Gathering) -> None:
    """The visible text by block; hidden: comments, attributes, scripts, hidden elements."""
    read_html_text(decode(content), gathering, gathering.file)


def read_html_text(source: str, gathering: Gathering, part: str) -> None:
    """The same for HTML that is a part of another file."""
    first = len(gathering.passages)
    root = _parse(source)
    if root is not None:
        _Page(gathering, part).read(root)
    _add_leftovers(source, gathering, part, first)


def _parse(source: str) -> etree._Element | None:
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    try:
        return etree.fromstring(source.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


@dataclass
class _Page:
    """One walk over a page. Text collects until the block that holds it begins or ends."""

    gathering: Gathering
    part: str
    visible: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    block: str = "text"
    counts: dict[str, int] = field(default_factory=dict)

    def read(self, root: etree._Element) -> None:
        """Walk the page in document order, without recursion: depth is a stranger's choice."""
        for aside in (*root.itersiblings(preceding=True), *root.itersiblings()):
            after = isinstance(aside.tag, str)
            self._note(aside.text, "text after the page" if after else "comment in the source")
        hiding: list[etree._Element] = []
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event in ("comment", "pi"):
                self._note(element.text, "comment in the source")
                self._text(element.tail, hidden=bool(hiding))
            elif event == "start":
                if _hides(element):
                    hiding.append(element)
                self._start(element, hidden=bool(hiding))
            else:
                self._edge(element)
                self.block = "text" if element.tag in _BLOCKS else self.block
                if hiding and hiding[-1] is element:
                    hiding.pop()
                self._text(element.tail, hidden=bool(hiding))
        self._flush()

    def _start(self, element: etree._Element, *, hidden: bool) -> None:
        self._edge(element)
        tag = str(element.tag)
        self.block = _BLOCKS.get(tag, "text" if tag in _CONTAINERS else self.block)
        self._attributes(element)
        if tag in _GAPS:
            self._text(_GAPS[tag], hidden=hidden)
        if tag == "title" and getattr(element.getparent(), "tag", "head") != "head":
            self._note(element.text, "tooltip")  # of a drawing
        else:
            text = element.text
            if tag == "style" and text:
                text = text.replace("@", " ")  # its rules are no accounts of anyone
            self._text(text, hidden=hidden and tag != "title")

    def _edge(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS or tag in _CONTAINERS or tag in _HIDDEN_ELEMENTS:
            self._flush()

    def _text(self, text: str | None, *, hidden: bool) -> None:
        if text:
            (self.unseen if hidden else self.visible).append(text)

    def _flush(self) -> None:
        visible = _collapse("".join(self.visible))
        if visible:
            self.counts[self.block] = self.counts.get(self.block, 0) + 1
            where = f"{self.block} {self.counts[self.block]}"
            self.gathering.add(visible, where, self.part)
        self._note("".join(self.unseen), "hidden text")
        self.visible.clear()
        self.unseen.clear()

    def _note(self, text: str | None, where: str) -> None:
        if text and text.strip():
            self.gathering.add(text.strip(), where, self.part, hidden=True)

    def _attributes(self, element: etree._Element) -> None:
        for raw_name, raw_value in element.attrib.items():
            name, value = str(raw_name), str(raw_value)
            if name in _DULL_ATTRIBUTES or not value.strip():
                continue
            if name in _ADDRESSES:
                value = spell_out(unquote(value))
            elif name in ("id", "name", "class"):
                value = spell_out(value)
            self._note(value, _ATTRIBUTES.get(name, f"attribute {name}"))


def _hides(element: etree._Element) -> bool:
    return (
        str(element.tag) in _HIDDEN_ELEMENTS
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or (element.tag == "input" and element.get("type") == "hidden")
        or bool(_HIDING_STYLE.search(str(element.get("style", ""))))
    )


def _collapse(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _add_leftovers(source: str, gathering: Gathering, part: str, first: int) -> None:
    """Lines of the source with a capitalised word that no passage holds: the parser's gaps."""
    known = "\n".join(passage.text for passage in gathering.passages[first:])
    words = set(_WORD.findall(known))

    def is_missing(word: str) -> bool:
        if word in words or not word[:1].isupper():
            return False
        words.add(word)
        return word not in known

    lines = [
        line
        for line in source.splitlines()
        if any(map(is_missing, _WORD.findall(spell_out(unquote(_MARKUP.sub(" ", fold(line)))))))
    ]
    gathering.add_hidden(lines, "other text of the source", part)
