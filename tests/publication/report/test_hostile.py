"""What strangers put into a report: none of it runs, asks for anything, or comes to light."""

from __future__ import annotations

import base64
import contextlib
import time
from typing import Any

import pytest
import tinyhtml5
from playwright.sync_api import Request

from publication.report.convert import convert
from redaction.errors import PublicationError
from tests.browsing import CHROMIUM, chromium

MARK = "quagmire"
"""A word that stands only in what must not survive."""
SECONDS = 8.0
"""A report of 500 pages takes less; something made to exhaust the computer must, too."""
RUN = f"document.title='{MARK}'"
ELSEWHERE = f"https://{MARK}.example/x"

LINKS = [
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"java&NewLine;script:{RUN}",
    f"java&#10;script:{RUN}",
    f"&#0000106avascript:{RUN}",
    f"&#x6A;avascript&colon;{RUN}",
    f"  javascript:{RUN}",
    f"\x01javascript:{RUN}",
    f"\u202ejavascript:{RUN}",
    f"java\u200bscript:{RUN}",
    f"javascript&#58;//%0A{RUN}",
    f"jav\x00ascript:{RUN}",
    f"view-source:javascript:{RUN}",
    f"vbscript:MsgBox({MARK})",
    f"livescript:{MARK}",
    f"data:text/html,<script>{RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD5xdWFnbWlyZTwvc2NyaXB0Pg==",
    f"data:image/svg+xml,<svg onload={RUN}>",
    f"blob:https://x.example/{MARK}",
    f"filesystem:https://x.example/{MARK}",
    f"about:blank#{MARK}",
    f"feed:javascript:{RUN}",
    f"file:///c:/{MARK}.docx",
    f"ftp://x.example/{MARK}",
    f"\\\\server\\{MARK}",
    f"//{MARK}.example/",
    f"/{MARK}",
    f"?{MARK}",
    f"http://127.1/{MARK}",
    f"http://[::1]/{MARK}",
    f"http://0x7f000001/{MARK}",
    f"http://board.local/{MARK}",
    f"https://eur01.safelinks.protection.outlook.com/?url={MARK}",
    f"https://board.sharepoint.com./{MARK}",
    f"https://x.example/?utm_source={MARK}&UTM_ID={MARK}&fbclid={MARK}",
    f"tel:{MARK}",
    f"http:{MARK}",
    f"https:///{MARK}",
    f"http://x.example:{MARK}/",
]

FRAGMENTS = [
    f"<script>{RUN}</script>",
    f"<script/x>{RUN}</script>",
    f"<script\n>{RUN}</script\n>",
    f"<<script>{RUN}//<</script>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f'<script src="{ELSEWHERE}.js"></script>',
    f"<script type=module>{RUN}",
    f"<SCRIPT SRC={ELSEWHERE}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><script href='{ELSEWHERE}'/></svg>",
    f"<svg><a xlink:href='javascript:{RUN}'><text>{MARK}</text></a></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><set attributeName=href to=javascript:{RUN}></svg>",
    f"<svg><use href='data:image/svg+xml,{MARK}'/></svg>",
    f"<svg><style><img src=x onerror={RUN}></style></svg>",
    f"<math><mtext><table><mglyph><style><img src onerror={RUN}>",
    f"<math href=javascript:{RUN}>{MARK}</math>",
    f"<math><annotation-xml encoding=text/html><img src=x onerror={RUN}></math>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'></noscript>",
    f"<textarea><img title='</textarea><img src=x onerror={RUN}>'></textarea>",
    f"<title><img title='</title><img src=x onerror={RUN}>'></title>",
    f"<style><img title='</style><img src=x onerror={RUN}>'></style>",
    f"<xmp><p title='</xmp><img src=x onerror={RUN}>'></xmp>",
    f"<noembed><p title='</noembed><img src=x onerror={RUN}>'></noembed>",
    f"<template><script>{RUN}</script></template>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"<!-- {MARK} --!><p>x</p>",
    f"<![CDATA[<img src=x onerror={RUN}>]]>",
    f"<?xml-stylesheet href='{ELSEWHERE}'?>",
    f"<!DOCTYPE html [<!ENTITY x '{MARK}'>]>",
    f"<!ENTITY xxe SYSTEM 'file:///{MARK}'>",
    f"<img src=x onerror={RUN}>",
    f'<img src="x` `<script>{RUN}</script>"` `>',
    f"<img/src/onerror={RUN}>",
    f'<img src="{ELSEWHERE}.gif" width=1 height=1>',
    f'<img srcset="{ELSEWHERE}.png 2x">',
    f'<picture><source srcset="{ELSEWHERE}.png"></picture>',
    f'<img lowsrc="{ELSEWHERE}" dynsrc="{ELSEWHERE}">',
    f'<p background="{ELSEWHERE}" onclick={RUN}>x</p>',
    f"<p onmouseover={RUN} onfocus={RUN} tabindex=0 autofocus>x</p>",
    f"<p onpointerrawupdate={RUN} onbeforetoggle={RUN} popover>x</p>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<body onload={RUN}>",
    f"<body background='{ELSEWHERE}'>",
    f"<iframe src='{ELSEWHERE}'></iframe>",
    f"<iframe srcdoc='<script>{RUN}</script>'></iframe>",
    f"<frameset onload={RUN}><frame src='{ELSEWHERE}'></frameset>",
    f"<object data='{ELSEWHERE}'></object>",
    f"<embed src='{ELSEWHERE}'>",
    f"<applet code='{ELSEWHERE}'></applet>",
    f"<form action='{ELSEWHERE}'><button>x</button></form>",
    f"<form><input formaction=javascript:{RUN} type=image src='{ELSEWHERE}'></form>",
    f"<form id=x></form><button form=x formaction=javascript:{RUN}>x</button>",
    f"<isindex action=javascript:{RUN}>",
    f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    f"<meta http-equiv=Set-Cookie content='{MARK}'>",
    f"<base href='{ELSEWHERE}/'>",
    f"<link rel=stylesheet href='{ELSEWHERE}.css'>",
    f"<link rel=prefetch href='{ELSEWHERE}'><link rel=dns-prefetch href='//{MARK}.example'>",
    f"<link rel=import href='{ELSEWHERE}'>",
    f"<style>@import '{ELSEWHERE}.css';</style>",
    f"<style>@font-face{{font-family:x;src:url({ELSEWHERE})}} p{{font-family:x}}</style>",
    f"<style>p::after{{content:'{MARK}'}}</style>",
    f"<p style=\"background:url({ELSEWHERE})\">x</p>",
    f"<p style=\"width:expression({RUN})\">x</p>",
    f"<p style=\"-moz-binding:url({ELSEWHERE})\">x</p>",
    f"<p style=\"behavior:url({ELSEWHERE})\">x</p>",
    f"<p style=\"list-style-image:url({ELSEWHERE})\">x</p>",
    f"<a ping='{ELSEWHERE}' href='https://ok.example/'>x</a>",
    f"<a target='{MARK}' rel=opener href='https://ok.example/'>x</a>",
    f"<a download='{MARK}' href='https://ok.example/'>x</a>",
    f"<a attributionsrc='{ELSEWHERE}' href='https://ok.example/'>x</a>",
    f"<video src='{ELSEWHERE}' poster='{ELSEWHERE}' onerror={RUN}></video>",
    f"<video><source onerror={RUN} src=x></video>",
    f"<audio src='{ELSEWHERE}' onerror={RUN}></audio>",
    f"<bgsound src='{ELSEWHERE}'>",
    f"<canvas>{MARK}</canvas>",
    f"<portal src='{ELSEWHERE}'></portal>",
    f"<custom-element onclick={RUN} data-x={MARK}>x</custom-element>",
    f"<p is='{MARK}' slot='{MARK}' part='{MARK}' itemprop='{MARK}'>x</p>",
    f"<p xmlns='{MARK}' xml:base='{ELSEWHERE}'>x</p>",
    f"<table background='{ELSEWHERE}'><tr><th>a</th><th>b</th></tr><tr><td>1<td>2</table>",
    f"<blockquote cite='{ELSEWHERE}'>x</blockquote>",
    f"<q cite='{ELSEWHERE}'>x</q>",
    f"<del cite='{ELSEWHERE}' datetime='{MARK}'>x</del>",
    f"<map name={MARK}><area href='javascript:{RUN}'></map>",
    f"<dialog open onclose={RUN}>x</dialog>",
    f"<keygen autofocus onfocus={RUN}>",
    f"<p id={MARK} name={MARK} class={MARK} title={MARK} data-{MARK}=1>x</p>",
    f"<abbr title='{MARK}' style=\"display:none\">x</abbr>",
    "<p id=body></p><p id=document></p><p id=createElement></p><p id=contents></p>",
    f"<p>a<!--{MARK}-->b</p>",
    f"<p hidden=until-found>{MARK}</p>",
    f"<p style='font-size:0'>{MARK}</p>",
    f"<p style='opacity:0'>{MARK}</p>",
    f"<p style='mso-hide:all'>{MARK}</p>",
    f"<style>.{MARK} {{ display: none }}</style><p class={MARK}>{MARK}</p>",
    f"<style>@media screen {{ p.z {{ visibility: hidden }} }}</style><p class=z>{MARK}</p>",
    f"<style>p:nth-child(n+1) > b.z {{ display:none }}</style><p><b class=z>{MARK}</b></p>",
    "<p>\x00\x08\x0b\x1b\x7f</p>",
    "a\x01b <p>c</p> d\x1fe \ufffff &#1; &#xFFFF; &#xD800; &#0;",
    "<p>\u202eesrever\u202c \u2066x\u2069 \ufeff</p>",
    "<table><tr><th colspan=99999999>a</th><th rowspan=99999999>b</th></tr><tr><td>1</table>",
    "<ol start=99999999999 type=x reversed><li value=9>x</li></ol>",
    "<p lang='\"><script>' dir=x>x</p>",
    f"<p>&lt;script&gt;{RUN.replace(MARK, 'x')}&lt;/script&gt;</p>",
    "<p>&amp;lt;script&amp;gt;</p>",
]  # fmt: skip

EXHAUSTING = {
    "nested 10,000 deep": "<div>" * 10_000 + "x",
    "lists 10,000 deep": "<ul><li>" * 10_000 + "x",
    "emphasis 10,000 deep": "<b>" * 10_000 + "x",
    "quotations 10,000 deep": "> " * 10_000 + "x",
    "unclosed tags": "<p " * 50_000,
    "unclosed comments": "<!--" * 50_000,
    "unclosed CDATA": "<![CDATA[" * 50_000,
    "attributes": "<p " + "".join(f"a{number}=1 " for number in range(50_000)) + ">x</p>",
    "brackets": "[" * 50_000,
    "links half made": "[a](" * 20_000,
    "stars": "*a " * 50_000,
    "stars and lines": "**a_" * 20_000,
    "ticks": "`" * 50_000 + "a",
    "ampersands": "&" * 100_000,
    "entities": "&#" * 50_000,
    "pipes": "|" * 100_000 + "\n" + "|-" * 50_000,
    "one line of 50 MB": "word " * 10_000_000,
    "one word of 5 MB": "w" * 5_000_000,
    "blank lines": "\n" * 500_000,
    "footnotes": "".join(f"x[^{n}]\n\n[^{n}]: y\n\n" for n in range(3_000)),
    "hashes": "#" * 200_000,
    "front matter never closed": "---\n" + "a: b\n" * 50_000,
}


def converted(fragment: str, suffix: str) -> str:
    """The page, or nothing if the report is sent back, which is as good."""
    text = f"<p>Before it.</p>\n\n{fragment}\n\n"
    with contextlib.suppress(PublicationError):
        report = convert(text.encode(), suffix)
        assert "Before it." in report.text
        return report.html
    with pytest.raises(PublicationError) as caught:
        convert(text.encode(), suffix)
    assert all(problem.place and problem.what for problem in caught.value.problems)
    assert MARK not in str(caught.value)
    return ""


def as_links() -> list[str]:
    return [f'<a href="{link}">read</a>' for link in LINKS]


ALLOWED = {
    "*": {"lang", "dir"},
    "a": {"href", "id", "aria-label"},
    "img": {"src", "alt", "width", "height"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "p": {"class"},
    "ol": {"start", "type", "class"},
    "li": {"id"},
    "sup": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "abbr": {"title"},
} | {f"h{level}": {"id"} for level in range(2, 7)}
ELEMENTS = frozenset(
    {
        "html", "head", "body", "div", "p", "hr", "blockquote", "pre", "ul", "ol", "li", "dl",
        "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a",
        "strong", "em", "b", "i", "u", "s", "del", "ins", "small", "mark", "sup", "sub", "span",
        "code", "kbd", "samp", "var", "abbr", "cite", "q", "dfn", "br", "img",
        "h2", "h3", "h4", "h5", "h6",
    }
)  # fmt: skip


@pytest.mark.parametrize("suffix", [".html", ".md"])
@pytest.mark.parametrize("fragment", [*FRAGMENTS, *as_links()])
def test_a_hostile_fragment_is_harmless_or_sent_back(fragment: str, suffix: str) -> None:
    """As a browser reads the page: only what is allowed, and no word that was hidden."""
    page = converted(fragment, suffix)
    for element in tinyhtml5.parse(page, namespace_html_elements=False).iter():
        assert element.tag in ELEMENTS
        allowed = ALLOWED["*"] | ALLOWED.get(element.tag, set())
        assert set(element.attrib) <= allowed
        assert element.get("href", "#").startswith(("#", "https://", "http://", "mailto:"))
        assert MARK not in "".join(element.attrib.values())
    assert "\u202e" not in page


def test_there_are_a_hundred_of_them() -> None:
    """Each another one."""
    assert len({*FRAGMENTS, *as_links()}) >= 140


@pytest.mark.parametrize("suffix", [".html", ".md"])
@pytest.mark.parametrize("text", EXHAUSTING.values(), ids=EXHAUSTING)
def test_nothing_exhausts_the_computer(text: str, suffix: str) -> None:
    """One clear error, or a page, and soon."""
    started = time.process_time()
    with contextlib.suppress(PublicationError):
        convert(text.encode(), suffix)
    assert time.process_time() - started < SECONDS


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_in_a_browser_nothing_runs_and_nothing_is_asked_for() -> None:
    """All of it on a single page, without the site's policy that would forbid it anyway."""
    pages = [
        converted(each, kind) for each in [*FRAGMENTS, *as_links()] for kind in (".html", ".md")
    ]
    page_itself = f"<!doctype html><title>quiet</title>{''.join(pages)}"
    asked: list[str] = []
    with chromium() as browser:
        page = browser.new_page()

        def noted(request: Request) -> None:
            asked.append(request.url)

        page.on("request", noted)
        page.set_content(page_itself)
        for link in page.query_selector_all("a"):
            link.dispatch_event("mouseover")
        page.wait_for_timeout(300)
        title: Any = page.title()
    assert (title, asked) == ("quiet", [])


def test_a_program_is_never_started_to_draw_a_picture() -> None:
    """PostScript is a program; Pillow would hand it to one."""
    drawn = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EOF\n"
    address = f"data:image/eps;base64,{base64.b64encode(drawn).decode()}"
    with pytest.raises(PublicationError, match="picture 1"):
        convert(f'<p>x</p><img alt="A chart" src="{address}">'.encode(), ".html")
