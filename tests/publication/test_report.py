"""A cleared file as a page: what must not survive, what must, and what is sent back."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from lxml import html as lxml_html
from PIL import Image, PngImagePlugin

from publication.report.convert import convert
from publication.report.page import Report
from redaction.errors import PublicationError

MARK = "quagmire"
"""A word that stands only in what must not survive."""


def png(comment: str = "") -> bytes:
    drawn, info = io.BytesIO(), PngImagePlugin.PngInfo()
    info.add_text("Comment", comment)
    Image.new("RGB", (60, 40), "#335577").save(drawn, "PNG", pnginfo=info)
    return drawn.getvalue()


def jpeg_with_place() -> bytes:
    drawn, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = MARK
    exif[0x8825] = {1: "N", 2: (52.0, 8.0, 0.0)}
    Image.new("RGB", (60, 40), "#335577").save(drawn, "JPEG", exif=exif, comment=MARK.encode())
    return drawn.getvalue()


def data_image(content: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def everything(report: Report) -> str:
    """All that is made of a file, as text."""
    pictures = "".join(image.content.decode("latin-1") for image in report.images)
    return report.html + report.text + "".join(item.text for item in report.contents) + pictures


HOSTILE = {
    "script": f"<script>{MARK}()</script>",
    "script from elsewhere": f'<script src="https://x.example/{MARK}.js"></script>',
    "script in upper case": f"<ScRiPt>{MARK}()</sCrIpT>",
    "script never closed": f"<p>Kept</p><script>{MARK}()",
    "javascript link": f'<a href="javascript:{MARK}()">link</a>',
    "javascript link with a tab": f'<a href="java\tscript:{MARK}()">link</a>',
    "javascript link as entities": f'<a href="&#106;avascript&colon;{MARK}()">link</a>',
    "javascript link after blanks": f'<a href="  \x01javascript:{MARK}()">link</a>',
    "vbscript link": f'<a href="vbscript:{MARK}">link</a>',
    "data link": f'<a href="data:text/html,<b>{MARK}</b>">link</a>',
    "file link": f'<a href="file:///C:/Users/{MARK}/report.docx">link</a>',
    "folder link": f'<a href="..\\{MARK}\\case.docx">link</a>',
    "server link": f'<a href="//server/{MARK}">link</a>',
    "relative link": f'<a href="{MARK}/case.docx">link</a>',
    "desk link": f'<a href="https://board.sharepoint.com/{MARK}">link</a>',
    "inside link": f'<a href="http://intranet/{MARK}">link</a>',
    "address link": f'<a href="http://10.0.0.4/{MARK}">link</a>',
    "link with a password": f'<a href="https://{MARK}:secret@site.example/">link</a>',
    "tracker in a link": f'<a href="https://site.example/?utm_source={MARK}">link</a>',
    "mail with a subject": f'<a href="mailto:a@b.example?subject={MARK}">link</a>',
    "title of a link": f'<a href="https://site.example/" title="{MARK}">link</a>',
    "iframe": f'<iframe src="https://x.example/">{MARK}</iframe>',
    "object": f'<object data="https://x.example/{MARK}">{MARK}</object>',
    "embed": f'<embed src="https://x.example/{MARK}">',
    "form": f'<form action="https://x.example/{MARK}"><input value="{MARK}"></form>',
    "comment": f"<!-- {MARK} -->",
    "conditional comment": f"<!--[if mso]><p>{MARK}</p><![endif]-->",
    "processing instruction": f"<?{MARK} ?>",
    "style element": f"<style>p {{ background: url(https://x.example/{MARK}) }}</style>",
    "style attribute": f'<p style="background: url(https://x.example/{MARK})">Kept</p>',
    "on attribute": f'<p onclick="{MARK}()">Kept</p>',
    "on attribute of a picture": f'<p onmouseover={MARK}() onfocus="{MARK}()">Kept</p>',
    "on attribute glued on": f'<p/onclick="{MARK}()">Kept</p>',
    "data attribute": f'<p data-author="{MARK}">Kept</p>',
    "class": f'<p class="{MARK}">Kept</p>',
    "svg": f'<svg onload="{MARK}()"><text>{MARK}</text></svg>',
    "svg with a foreign object": f"<svg><foreignObject><p>{MARK}</p></foreignObject></svg>",
    "math": f"<math><mtext><script>{MARK}()</script></mtext></math>",
    "video": f'<video src="https://x.example/{MARK}.mp4" autoplay></video>',
    "audio": f'<audio src="https://x.example/{MARK}.mp3">{MARK}</audio>',
    "template": f"<template><p>{MARK}</p></template>",
    "noscript": f"<noscript>{MARK}</noscript>",
    "base": f'<base href="https://{MARK}.example/">',
    "refresh": f'<meta http-equiv="refresh" content="0; url=https://{MARK}.example/">',
    "linked style sheet": f'<link rel="stylesheet" href="https://{MARK}.example/x.css">',
    "hidden text": f"<p hidden>{MARK}</p>",
    "text not displayed": f'<p style="color: red; Display : None">{MARK}</p>',
    "text not visible": f'<p>Kept <span style="visibility:hidden">{MARK}</span></p>',
    "source set": f'<p><source srcset="https://x.example/{MARK}.png"></p>',
}


SENT_BACK = (
    "<iframe", "<object", "<embed", "<form", "<svg", "<math", "<video", "<audio",
)  # fmt: skip
"""A visitor of the page saw something there: it is not left out without a word."""


@pytest.mark.parametrize("fragment", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_nothing_active_or_hidden_survives(fragment: str, suffix: str) -> None:
    """The words around it stay; what a reader would miss is sent back, and not repeated."""
    content = f"<p>Before it.</p>\n\n{fragment}\n\n".encode()
    if fragment.startswith(SENT_BACK):
        with pytest.raises(PublicationError) as caught:
            convert(content, suffix)
        assert MARK not in str(caught.value)
        return
    report = convert(content, suffix)
    assert MARK not in everything(report).casefold()
    assert "Before it." in report.text


@pytest.mark.parametrize(
    "text",
    [
        f"[link](javascript:{MARK}())",
        f"[link](<java\nscript:{MARK}>)",
        f"<javascript:{MARK}>",
        f'[link](https://site.example/ "{MARK}")',
        f"[link][1]\n\n[1]: data:text/html,{MARK}",
        f"[//]: # ({MARK})",
    ],
)
def test_markdown_has_no_way_round(text: str) -> None:
    """Links, titles and references are held to the same list."""
    report = convert(f"{text}\n".encode(), ".md")
    page: Any = lxml_html.fromstring(f"<div>{report.html}</div>")
    links = page.xpath("//a")
    assert all(MARK not in value for link in links for value in link.attrib.values())
    assert f"//{MARK}" not in everything(report)


@pytest.mark.parametrize("fence", [("---", "---"), ("---", "..."), ("+++", "+++")])
def test_front_matter_stays_behind(fence: tuple[str, str]) -> None:
    """It is not part of the page that was read and cleared."""
    report = convert(f"{fence[0]}\nauthor: {MARK}\n{fence[1]}\n\nText.".encode(), ".md")
    assert (report.html, report.text) == ("<p>Text.</p>", "Text.")


@pytest.mark.parametrize(
    "source",
    [
        f"https://x.example/{MARK}.gif",
        "//x.example/pixel.gif",
        "file:///c:/photo.png",
        f"cid:{MARK}",
        f"data:image/svg+xml,<svg onload='{MARK}()'/>",
        "data:text/html;base64,PGI+",
        "data:image/png;base64,AAAA",
        "",
    ],
)
def test_a_picture_that_is_not_in_the_file_is_sent_back(source: str) -> None:
    """A tracker never becomes a request; the author is told which picture it is."""
    markup = f'<p>Text.</p><img alt="A chart" src="{source}">'
    with pytest.raises(PublicationError) as caught:
        convert(markup.encode(), ".html")
    (problem,) = caught.value.problems
    assert problem.place == "picture 1"
    assert problem.remedy


@pytest.mark.parametrize(
    ("content", "kind", "suffix"),
    [(png(MARK), "png", ".png"), (jpeg_with_place(), "jpeg", ".jpg")],
    ids=["comment in a PNG", "place in a JPEG"],
)
def test_pictures_are_drawn_anew(content: bytes, kind: str, suffix: str) -> None:
    """Description and size are kept; comments, places and thumbnails are not."""
    markup = f'<p>Text.</p><img alt="A timeline" src="{data_image(content, kind)}">'
    report = convert(markup.encode(), ".html")
    (image,) = report.images
    assert (image.width, image.height, image.name[-4:]) == (60, 40, suffix)
    assert MARK.encode() not in image.content
    redrawn = Image.open(io.BytesIO(image.content))
    assert not redrawn.getexif()
    assert f'src="{image.name}"' in report.html
    assert 'alt="A timeline"' in report.html
    assert "A timeline" in report.text


KEPT = """# What happened

## The first months

Health visitors saw the child[^1] **eleven** times, *never* together; see
[the guidance](https://guidance.example/page?part=2).

| Month | Event |
| --- | --- |
| First | Visit |

1. One
2. Two

- Point

> We kept passing it on.

[^1]: In the parent-held book only.
"""


def test_structure_survives() -> None:
    """Headings, tables, lists, quotations, notes and links are what they were."""
    report = convert(KEPT.encode(), ".md")
    page: Any = lxml_html.fromstring(f"<div>{report.html}</div>")
    headings = [(str(each.tag), each.text_content()) for each in page.xpath("//h2|//h3|//h1")]
    assert headings == [("h2", "What happened"), ("h3", "The first months"), ("h2", "Notes")]
    assert [each.text for each in report.contents] == ["What happened", "The first months", "Notes"]
    assert page.xpath("//thead//th[@scope='col']/text()") == ["Month", "Event"]
    assert page.xpath("//div[@role='region'][@tabindex='0'][@aria-label='Table 1']/table")
    assert page.xpath("//ol/li/text()")[:2] == ["One", "Two"]
    assert page.xpath("//strong/text()|//em/text()") == ["eleven", "never"]
    assert page.xpath("//blockquote/p/text()") == ["We kept passing it on."]
    assert page.xpath("//a[contains(@href, 'https')]/@href") == [
        "https://guidance.example/page?part=2"
    ]


def test_a_note_leads_there_and_back() -> None:
    """Every link inside the page has its target; the way back says what it is."""
    page: Any = lxml_html.fromstring(f"<div>{convert(KEPT.encode(), '.md').html}</div>")
    inside = [address[1:] for address in page.xpath("//a/@href") if address.startswith("#")]
    assert len(inside) == 2
    assert all(len(page.xpath(f"//*[@id='{target}']")) == 1 for target in inside)
    assert page.xpath("//a[@aria-label='Back to the text']")


def test_ids_are_unique_whatever_the_headings_say() -> None:
    """Two headings with the same words, and one that looks like an anchor of ours."""
    text = "# Findings\n\n# Findings\n\n# Section findings\n\n# …\n\n# Contents\n"
    ids = re.findall(r'id="([^"]+)"', convert(text.encode(), ".md").html)
    assert len(ids) == len(set(ids)) == 5
    assert all(each.startswith("section") for each in ids)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# One\n\n### Three\n", 'heading "Three"'),
        ("## One\n\n### Two\n\n##### Four\n", 'heading "Four"'),
        ("<table><tr><td>a</td><td>b</td></tr></table>\n", "table 1"),
        ("<table><tr><th></th><th> </th></tr><tr><td>a</td><td>b</td></tr></table>\n", "table 1"),
        (f'<img src="{data_image(png())}">\n', "picture 1"),
        (f'<img alt=" " src="{data_image(png())}">\n', "picture 1"),
    ],
)
def test_what_would_shut_readers_out_is_sent_back(text: str, place: str) -> None:
    """With its place, and how to mend it in Word."""
    with pytest.raises(PublicationError) as caught:
        convert(text.encode(), ".md")
    (problem,) = caught.value.problems
    assert problem.place == place
    assert problem.remedy.startswith("In Word: ")


def test_every_fault_is_told_at_once() -> None:
    """The author mends the report once."""
    picture = f'<img src="{data_image(png())}">'
    markup = f"<h1>One</h1><h3>Three</h3><table><tr><td>a<td>b</table>{picture}"
    with pytest.raises(PublicationError) as caught:
        convert(markup.encode(), ".html")
    assert {problem.place for problem in caught.value.problems} == {
        'heading "Three"', 'table 1, under heading "Three"', 'picture 1, under heading "Three"',
    }  # fmt: skip


def bomb() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 301_000_000)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (b"", ".docx"),
        (b"PK\x03\x04 not a package", ".docx"),
        (b"%PDF-1.7", ".docx"),
        (bomb(), ".docx"),
        (b"\xff\xfe\x00", ".md"),
        (b"\xff\xfe\x00", ".html"),
        (b"%PDF-1.7", ".pdf"),
    ],
    ids=["empty", "broken", "renamed", "bomb", "Markdown", "HTML", "PDF"],
)
def test_a_file_that_is_not_what_its_name_says_is_one_error(content: bytes, suffix: str) -> None:
    """Which says what to do."""
    with pytest.raises(PublicationError) as caught:
        convert(content, suffix)
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].remedy


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_an_empty_file_is_an_empty_page(suffix: str) -> None:
    """No traceback."""
    assert convert(b"", suffix).text == ""


def test_the_same_file_gives_the_same_page(word_report: Callable[..., bytes]) -> None:
    """Down to the names of the pictures."""
    content = word_report()
    assert convert(content, ".docx") == convert(content, ".docx")


def test_lone_text_can_not_smuggle_markup() -> None:
    """What is written as text stays text."""
    report = convert(b"&lt;script&gt;alert(1)&lt;/script&gt; comes first", ".html")
    assert "<script" not in report.html
    report = convert(b"`<script>alert(1)</script>`\n", ".md")
    assert "<script" not in report.html
