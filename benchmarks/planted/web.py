"""A web page, a Markdown file and a table with a different invented name in every place."""

from __future__ import annotations

from benchmarks.planted.names import Places, Planted, names


def html() -> Planted:
    """The planted web page."""
    register, name = names()
    split, coded = name("heading"), name("percent-coded link")
    page = f"""<!doctype html><!-- {name("comment before the page")} --><html lang="en"><head>
<title>{name("page title")}</title><meta name="author" content="{name("meta")}">
<meta property="og:title" content="{name("social preview")}"><style>.{name("style")} {{ x: y }}
</style><script type="application/ld+json">{{"author": "{name("linked data")}"}}</script></head>
<body data-note="{name("data attribute")}" class="{name("class name")}">
<h1>{split[:4]}<b>{split[4:]}</b></h1><p hidden>{name("hidden attribute")}</p>
<p style="display: none">{name("display none")}</p><p style="visibility:hidden">
{name("invisible")}</p><p>Seen <span hidden>{name("hidden span")}</span> here</p>
<!-- {name("comment")} --><img src="{name("picture file")}.png" alt="{name("alt text")}"
title="{name("tooltip")}"><a href="mailto:{coded[:4]}%{ord(coded[4]):02x}{coded[5:]}"
aria-label="{name("aria label")}">{name("link text")}</a>
<p id="{name("anchor")}">x</p><script>var a = "{name("script")}"</script>
<noscript>{name("noscript")}</noscript><template><p>{name("template")}</p></template>
<form action="{name("form address")}"><input type="hidden" value="{name("hidden field")}">
<input placeholder="{name("form hint")}"><select><option>{name("choice")}</option></select>
<textarea>{name("text area")}</textarea></form><ul><li>{name("list item")}</li></ul>
<table><caption>{name("caption")}</caption><tr><td>{name("table cell")}</td></tr></table>
<details><summary>{name("summary")}</summary><p>{name("folded text")}</p></details>
<svg><title>{name("drawing title")}</title><text>{name("drawing text")}</text></svg>
<iframe srcdoc="&lt;p&gt;{name("page in the page")}&lt;/p&gt;"></iframe></body></html>
{name("text after the page")} was here"""
    return Planted("page.html", page.encode(), register, HTML_VISIBLE, HTML_HIDDEN)


def markdown() -> Planted:
    """The planted Markdown file."""
    register, name = names()
    split = name("heading")
    page = f"""---
author: {name("front matter")}
---
# {split[:4]}**{split[4:]}**

A [{name("link text")}](https://x.example/{name("link target")} "{name("link title")}") and
![{name("alt text")}](a.png "{name("picture title")}").

<!-- {name("comment")} -->

- {name("list item")}[^1]

| a | b |
|---|---|
| {name("table cell")} | x |

<p hidden>{name("hidden HTML")}</p>

```{name("language of code")}
{name("code")} = 1
```

[unused]: https://x.example/{name("unused target")} "{name("definition")}"

[^1]: {name("footnote")}
[^2]: {name("unused footnote")}
"""
    return Planted("page.md", page.encode(), register, MARKDOWN_VISIBLE, MARKDOWN_HIDDEN)


def table() -> Planted:
    """The planted .csv file, which is read as text."""
    register, name = names()
    wide = name("zero-width letters")
    rows = f"""{name("column name")},note
{name("cell")},"{name("quoted cell")}, and more"
1,"=HYPERLINK(""https://x.example/{name("formula")}"")"
{wide[:4]}\u200b{wide[4:]},x
"""
    visible: Places = [
        (place, "text") for place in ("column name", "cell", "quoted cell", "formula")
    ]
    hidden = [("zero-width letters", "text without its invisible characters")]
    return Planted("list.csv", rows.encode(), register, visible, hidden)


HTML_VISIBLE: Places = [
    ("page title", "page title 1"),
    ("heading", "heading 1"),
    ("link text", "text"),
    ("choice", "choice 1"),
    ("text area", "text"),
    ("list item", "list item 1"),
    ("caption", "table caption 1"),
    ("table cell", "table cell 1"),
    ("summary", "summary 1"),
    ("folded text", "paragraph"),
    ("drawing text", "text"),
]
HTML_HIDDEN: Places = [
    ("comment before the page", "comment in the source"),
    ("meta", "page property"),
    ("social preview", "page property"),
    ("style", "hidden text"),
    ("linked data", "hidden text"),
    ("data attribute", "attribute data-note"),
    ("class name", "attribute class"),
    ("hidden attribute", "hidden text"),
    ("display none", "hidden text"),
    ("invisible", "hidden text"),
    ("hidden span", "hidden text"),
    ("comment", "comment in the source"),
    ("picture file", "file address"),
    ("alt text", "picture description (alt text)"),
    ("tooltip", "tooltip"),
    ("percent-coded link", "link target"),
    ("aria label", "attribute aria-label"),
    ("anchor", "anchor name"),
    ("script", "hidden text"),
    ("noscript", "hidden text"),
    ("template", "hidden text"),
    ("form address", "attribute action"),
    ("hidden field", "form value"),
    ("form hint", "form hint"),
    ("drawing title", "tooltip"),
    ("page in the page", "attribute srcdoc"),
    ("text after the page", "text after the page"),
]
MARKDOWN_VISIBLE: Places = [
    ("heading", "heading 1"),
    ("link text", "paragraph 1"),
    ("list item", "list item 1"),
    ("table cell", "table cell"),
    ("code", "preformatted text 1"),
    ("footnote", "paragraph"),
    ("unused footnote", "paragraph"),
]
MARKDOWN_HIDDEN: Places = [
    ("front matter", "front matter"),
    ("link target", "link target"),
    ("link title", "tooltip"),
    ("alt text", "picture description (alt text)"),
    ("picture title", "tooltip"),
    ("comment", "comment in the source"),
    ("hidden HTML", "hidden text"),
    ("language of code", "attribute class"),
    ("unused target", "link definition"),
    ("definition", "link definition"),
]
