"""How fast and how surely withheld text is found on a site of 5,000 reports, beside grep.

The site has a page and a packed search fragment for each report, all of them with the same
procedure phrases; sentences of 200 other reports, which are withheld and share those phrases
too, are planted in it. grep is given the same sentences in clear, which nobody has any more once
a text is deleted; it can't see into packed files, and encodings and marks hide a sentence from it.

    python benchmarks/residue_search.py [--reports 5000]
"""

from __future__ import annotations

import argparse
import base64
import gzip
import html
import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

from PIL import Image, PngImagePlugin

from publication.residue import Fingerprints, PublicTexts, fingerprints, search

KEY = bytes(range(32))
MOST_SECONDS, MOST_CHANGED_SECONDS, MOST_MEGABYTES = 20.0, 2.0, 300.0
WITHHELD, PLANTED = 200, 50
PHRASES = [
    "This review was carried out under the procedure of the board and its statutory guidance.",
    "The panel met each of the authors and read the report of every agency in full.",
    "Information was held by several agencies and no agency had the whole picture.",
    "Supervision should start from the whole history of the child and not from the last visit.",
    "If you are worried about a child, tell the children’s services of the council.",
    "What should change in future",
]
PAGE = """<!doctype html><html lang="en-GB"><head><title>{title}</title>
<link rel="stylesheet" href="../assets/site.css"></head><body><nav aria-label="Main"><ul>
<li><a href="../index.html">Home</a></li><li><a href="index.html">Reports</a></li></ul></nav>
<main id="content" class="wrap"><h1>{title}</h1>{body}</main>
<footer><a href="mailto:reviews@board.example?subject=Report%20{title}">Ask</a></footer></body>
</html>"""


def words(random_: random.Random) -> list[str]:
    """4,000 invented words of two to four syllables."""
    syllables = [c + v for c in "bcdfghjklmnprstvwz" for v in ("a", "e", "i", "o", "u", "é", "ou")]
    return ["".join(random_.choices(syllables, k=random_.randint(1, 4))) for _ in range(4000)]


def sentences(random_: random.Random, vocabulary: list[str]) -> list[str]:
    """The sentences of one report of about 2,650 words, the common phrases among them."""
    own = [
        " ".join(random_.choices(vocabulary, k=random_.randint(12, 26))).capitalize() + "."
        for _ in range(136)
    ]
    for phrase in PHRASES:
        own.insert(random_.randrange(len(own)), phrase)
    return own


def page(title: str, text: list[str], leak: str = "") -> str:
    """The page of a report; ``leak`` is HTML that should not be in it."""
    paragraphs = [" ".join(text[start : start + 4]) for start in range(0, len(text), 4)]
    body = "\n".join(f"<p>{html.escape(each)} <strong>Noted</strong></p>" for each in paragraphs)
    return PAGE.format(title=title, body=body + leak)


def picture(text: str, packed: bool) -> bytes:
    """A PNG file with ``text`` in a chunk."""
    info, written = PngImagePlugin.PngInfo(), io.BytesIO()
    info.add_text("Description", text, zip=packed)
    Image.new("RGB", (40, 30), "#335577").save(written, "PNG", pnginfo=info)
    return written.getvalue()


def pdf(text: str, attributes: str = "") -> bytes:
    """A PDF file with ``text`` on its page, or in its properties."""
    from weasyprint import HTML

    made = HTML(string=f"<html lang=en><head>{attributes}</head><p>{text}</p></html>").write_pdf()
    assert made is not None
    return made


def zipped(content: bytes) -> bytes:
    """A ZIP file with ``content`` in it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes.txt", content)
    return written.getvalue()


HIDING: dict[str, Callable[[str], bytes]] = {
    "plain.txt": lambda text: text.encode(),
    "upper.css": lambda text: f"/* {text.upper()} */".encode(),
    "comment.html": lambda text: f"<p>x</p><!-- {text.replace(' ', ' <b>', 1)} -->".encode(),
    "attribute.html": lambda text: f'<img src="a.png" alt="{html.escape(text)}">'.encode(),
    "tags.html": lambda text: text.replace(" ", "</span> <span class=x>\n").encode(),
    "bold.html": lambda text: "".join(f"{a}<b>{b}</b>" for a, b in pairs(text)).encode(),
    "blocks.html": lambda text: text.replace(" ", "</p><p>").encode(),
    "entities.html": lambda text: "".join(f"&#{ord(each)};" for each in text).encode(),
    "escaped.xml": lambda text: f"<c>{html.escape(text.replace(' ', ' <i>x</i>', 0))}</c>".encode(),
    "softened.html": lambda text: "\u00ad".join(text).encode(),
    "shy.html": lambda text: "&shy;".join(text).encode(),
    "lines.md": lambda text: text.replace(" ", "\n> ").encode(),
    "hyphens.txt": lambda text: "".join(f"{a}-\n{b}" for a, b in pairs(text)).encode(),
    "escapes.json": lambda text: json.dumps({"a": [text]}).encode(),
    "all-escapes.json": lambda text: json.dumps(
        {"a": "".join(f"\\u{ord(each):04x}" for each in text)}
    ).replace("\\\\", "\\").encode(),
    "html.json": lambda text: json.dumps({"a": f"<p>{text.replace(' ', '&nbsp;')}</p>"}).encode(),
    "link.html": lambda text: f'<a href="mailto:a@b.example?body={quote(text)}">x</a>'.encode(),
    "data.html": lambda text: b'<img src="data:text/plain;base64,'
    + base64.b64encode(text.encode()) + b'">',
    "utf16.txt": lambda text: text.encode("utf-16"),
    "latin.txt": lambda text: text.encode("latin-1"),
    "packed.gz": lambda text: gzip.compress(text.encode()),
    "twice.gz": lambda text: gzip.compress(gzip.compress(text.encode())),
    "packed.zip": lambda text: zipped(text.encode()),
    "zip.gz": lambda text: gzip.compress(zipped(gzip.compress(text.encode()))),
    "chunk.png": lambda text: picture(text, packed=False),
    "packed-chunk.png": lambda text: picture(text, packed=True),
    "page.pdf": pdf,
    "title.pdf": lambda text: pdf("x", f"<title>{text}</title>"),
    "data.pdf": lambda text: pdf(
        f'<svg width="9" height="9"><text x="900" y="900">{text}</text></svg>'
    ),
    ".hidden/.old": lambda text: text.encode(),
}  # fmt: skip


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """``text`` two characters at a time."""
    yield from ((text[at : at + 1], text[at + 1 : at + 2]) for at in range(0, len(text), 2))


def write_site(folder: Path, reports: list[list[str]], leaks: list[str]) -> set[str]:
    """Write the site with ``leaks`` in it; the names of the files that hold one."""
    planted = set()
    for part in ("reports", "pagefind", "odd/.hidden"):
        (folder / part).mkdir(parents=True)
    step = max(1, len(reports) // PLANTED)
    for number, text in enumerate(reports):
        here = leaks[number // step] if number % step == 0 and number // step < PLANTED else ""
        name, fragment = f"reports/{number}.html", f"pagefind/{number}.pf_fragment"
        (folder / name).write_text(page(f"R{number}", text, f"<p>{here}</p>"), "utf-8")
        content = json.dumps(
            {"url": name, "content": " ".join([*text[:60], here])}, ensure_ascii=False
        )
        (folder / fragment).write_bytes(gzip.compress(b"pagefind_dcd" + content.encode(), 1))
        planted |= {name, fragment} if here else set()
    for (name, hide), leak in zip(HIDING.items(), leaks[PLANTED:], strict=False):
        (folder / "odd" / name).write_bytes(hide(leak))
        planted.add(f"odd/{name}")
    return planted


def withheld_reports(texts: list[list[str]]) -> list[Fingerprints]:
    """The fingerprints of withheld reports."""
    return [
        fingerprints(f"W-{number}", [" ".join(text)], [f"Title {number}"], [], KEY)
        for number, text in enumerate(texts)
    ]


def public(reports: list[list[str]]) -> PublicTexts:
    """What may be on the site."""

    def near(path: str) -> list[str]:
        name = Path(path).stem
        return [" ".join(reports[int(name)])] if name.isdigit() else []

    return PublicTexts(lambda: [*PHRASES, PAGE], near, lambda: map(" ".join, reports), frozenset())


def grep(folder: Path, leaks: list[str]) -> set[str]:
    """The files in which grep finds one of ``leaks``, given in clear."""
    patterns = folder.with_name("patterns")
    patterns.write_text("\n".join(leaks), "utf-8")
    found = subprocess.run(
        ["grep", "-rlF", "-f", str(patterns), str(folder)],  # noqa: S607
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {Path(line).relative_to(folder).as_posix() for line in found.stdout.splitlines()}


def timed(action: Callable[[], set[str]]) -> tuple[set[str], float, float]:
    """What ``action`` found, its wall seconds and its CPU seconds."""
    start, cpu = time.perf_counter(), _cpu()
    found = action()
    return found, time.perf_counter() - start, _cpu() - cpu


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> int:
    """Print what was found and how long it took; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=5000)
    count = parser.parse_args().reports
    random_ = random.Random(7)  # noqa: S311
    vocabulary = words(random_)
    with tempfile.TemporaryDirectory() as place:
        folder, kept = Path(place) / "site", Path(place) / "kept"
        withheld_texts = [sentences(random_, vocabulary) for _ in range(WITHHELD)]
        marks = withheld_reports(withheld_texts)
        leaks = [
            max((line for line in text if line not in PHRASES), key=len) for text in withheld_texts
        ]
        reports = [sentences(random_, vocabulary) for _ in range(count)]
        planted = write_site(folder, reports, leaks)

        def ours(withheld: list[Fingerprints] = marks) -> set[str]:
            return {each.place for each in search(folder, withheld, public(reports), KEY, kept)}

        passed = compare(ours, folder, leaks, planted)
        for path in planted:
            (folder / path).unlink()
        (folder / "reports" / "1.html").write_text(page("R1", [*reports[1], "Changed."]), "utf-8")
        found, wall, cpu = timed(ours)
        print(f"one report changed: {wall:.2f} s, {cpu:.2f} CPU s, {len(found)} false")
        passed &= not found and cpu <= MOST_CHANGED_SECONDS
        print(f"kept beside the site: {kept.stat().st_size / 1e6:.0f} MB")
    print("PASS" if passed else "FAIL")
    return 0 if passed else 1


def compare(
    ours: Callable[[], set[str]], folder: Path, leaks: list[str], planted: set[str]
) -> bool:
    """Print both searches; whether ours found exactly what was ``planted``, in time."""
    found, wall, cpu = timed(ours)
    memory = max(
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    again, again_wall, again_cpu = timed(ours)
    by_grep, grep_wall, grep_cpu = timed(lambda: grep(folder, leaks))
    print(f"{len(planted)} of {sum(1 for _ in folder.rglob('*'))} files hold a withheld sentence")
    for name, each, seconds, used in (
        ("casereview", found, wall, cpu),
        ("casereview again", again, again_wall, again_cpu),
        ("grep -F, in clear", by_grep, grep_wall, grep_cpu),
    ):
        print(f"{name:<18} found {len(each & planted):>4}, false {len(each - planted):>3}, "
              f"{seconds:6.2f} s, {used:6.2f} CPU s")  # fmt: skip
    print(
        f"memory at most {memory:.0f} MB; not found: {sorted(planted - found)}; "
        f"false: {sorted((found | by_grep) - planted)}"
    )
    exact = found == again == planted
    return exact and wall <= MOST_SECONDS and memory <= MOST_MEGABYTES


if __name__ == "__main__":
    sys.exit(main())
