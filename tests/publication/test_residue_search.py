"""What the search for withheld text finds, what it leaves alone, and what it remembers."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import zipfile
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from weasyprint import HTML

from publication.residue import Fingerprints, PublicTexts, fingerprints, search

KEY = bytes(range(32))
LEAK = "The café’s owner rang twice and was told that nobody could come before the Monday"
COMMON = "The panel read the report of every agency and met each of the authors."
SHORT = "Nobody asked what he wanted"
TITLE = "The winter of waiting"
PAGE = f"<h2>{SHORT}</h2><p>{COMMON} {LEAK}.</p><table><tr><td>Once more</td></tr></table>"
NONE = PublicTexts(lambda: (), lambda _: (), lambda: (), frozenset())


def marks(reference: str = "2007-03", text: str = PAGE, title: str = TITLE) -> Fingerprints:
    return fingerprints(reference, [text], [title], [b"\x89PNG the very picture"], KEY)


def places(
    folder: Path,
    withheld: tuple[Fingerprints, ...] = (),
    public: PublicTexts = NONE,
    kept: Path | None = None,
) -> set[str]:
    problems = search(folder, withheld or (marks(),), public, KEY, kept)
    said = "".join(filter(str.isalnum, str(problems).casefold()))
    for text in (LEAK, SHORT, TITLE, COMMON):
        assert "".join(filter(str.isalnum, text.casefold())) not in said, "never repeated"
    return {problem.place for problem in problems}


def picture(packed: bool) -> bytes:
    info, written = PngImagePlugin.PngInfo(), io.BytesIO()
    info.add_text("Description", LEAK.replace("’", ""), zip=packed)
    Image.new("RGB", (9, 9)).save(written, "PNG", pnginfo=info)
    return written.getvalue()


def with_exif() -> bytes:
    written, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = LEAK.replace("’", "").replace("é", "e")
    Image.new("RGB", (9, 9)).save(written, "JPEG", exif=exif)
    return written.getvalue()


def zipped(content: bytes, name: str = "a.txt") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return written.getvalue()


def named_gzip() -> bytes:
    written = io.BytesIO()
    with gzip.GzipFile(LEAK.replace("’", ""), "wb", fileobj=written) as packed:
        packed.write(b"x")
    return written.getvalue()


def pdf(source: str) -> bytes:
    made = HTML(string=source).write_pdf()
    assert isinstance(made, bytes)
    return made


def halves(before: str, after: str) -> str:
    """The sentence with every second letter between two marks."""
    return "".join(
        f"{a}{before}{b}{after}" for a, b in zip(LEAK[::2], LEAK[1::2] + " ", strict=True)
    )


HIDDEN: dict[str, bytes] = {
    "plain": LEAK.encode(),
    "capitals": LEAK.upper().encode(),
    "without accents": LEAK.replace("é", "e\u0301").encode(),
    "in tags": LEAK.replace(" ", "</span> <span>\n").encode(),
    "words part bold": halves("<b>", "</b>").encode(),
    "words part bold on new lines": halves("<b>", "</b>").replace(" ", "<br>").encode(),
    "a paragraph a word": LEAK.replace(" ", "</p><p>").encode(),
    "entities": "".join(f"&#{ord(each)};" for each in LEAK).encode(),
    "soft hyphens": "\u00ad".join(LEAK).encode(),
    "soft hyphens as entities": "&shy;".join(LEAK).encode(),
    "hyphens at line ends": halves("-\n", "").encode(),
    "quoted lines": LEAK.replace(" ", "\n> ").encode(),
    "attribute": f'<img src="a.png" alt="{LEAK}">'.encode(),
    "comment": f"<!-- {LEAK} -->".encode(),
    "comment with tags": f"<!-- {LEAK.replace('owner', '<b>owner</b>')} -->".encode(),
    "escaped markup": f"<c>{html.escape(halves('<b>', '</b>'))}</c>".encode(),
    "JSON": json.dumps([LEAK]).encode(),
    "JSON after something else": b"pagefind_dcd" + json.dumps({"a": LEAK}).encode(),
    "JSON with markup": json.dumps({"a": f"<p>{halves('<b>', '</b>')}</p>"}).encode(),
    "link": f'<a href="mailto:a@b.example?body={quote(LEAK)}">x</a>'.encode(),
    "data address": b"<img src='data:text/plain;base64," + base64.b64encode(LEAK.encode()) + b"'>",
    "UTF-16": LEAK.encode("utf-16"),
    "Latin": LEAK.replace("’", "'").encode("latin-1"),
    "gzip": gzip.compress(LEAK.encode()),
    "gzip, second stream": gzip.compress(b"x") + gzip.compress(LEAK.encode()),
    "gzip, not made smaller": gzip.compress(LEAK.encode(), 0),
    "gzip, name of the file": named_gzip(),
    "gzip in gzip": gzip.compress(gzip.compress(LEAK.encode())),
    "zip": zipped(LEAK.encode()),
    "gzip in zip in gzip": gzip.compress(zipped(gzip.compress(LEAK.encode()))),
    "name in a zip": zipped(b"", f"{LEAK}.txt"),
    "text in a picture": picture(packed=False),
    "packed text in a picture": picture(packed=True),
    "EXIF": with_exif(),
    "the picture itself": b"\x89PNG the very picture",
    "the picture in a zip": zipped(b"\x89PNG the very picture"),
    "PDF": pdf(f"<html lang=en><p>{LEAK}</p></html>"),
    "PDF title": pdf(f"<html lang=en><title>{LEAK}</title><p>x</p></html>"),
    "PDF outline": pdf(f"<html lang=en><h1>{LEAK}</h1></html>"),
    "heading": f"<h2>{SHORT}</h2>".encode(),
    "heading in bold": b"<h2>Nobody <b>asked</b> what\nhe wanted</h2>",
    "short sentence": f"First this. {SHORT}! Then that.".encode(),
    "short attribute": f"<p title='{SHORT}'>".encode(),
    "short in JSON": json.dumps({"a": SHORT}).encode(),
    "title of a page": f"<title>{TITLE} – Board</title>".encode(),
    "title in a reference": f"Board (2008) {TITLE} (2007-03).".encode(),
}


@pytest.mark.parametrize("content", HIDDEN.values(), ids=HIDDEN)
def test_withheld_text_is_found_however_it_is_hidden(tmp_path: Path, content: bytes) -> None:
    """In marks, encodings, packed files, pictures and PDF files."""
    (tmp_path / "a").write_bytes(content)
    assert places(tmp_path) == {"a"}


@pytest.mark.parametrize(
    "text",
    [
        "The café’s owner rang twice.",
        f"It was not so that {SHORT} to do",
        "Once more",
        "A report about something else, in which nobody came before the Monday at all",
    ],
)
def test_what_anyone_may_write_is_not_found(tmp_path: Path, text: str) -> None:
    """Fewer letters than 36 in a row of a long sentence; part of a sentence that is like a short
    one of the report; what stands in a cell."""
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert places(tmp_path) == set()


@pytest.mark.parametrize(
    "name", [f"{TITLE}.html", f"{LEAK}/a.txt", "the-winter-of-waiting.pdf.txt"]
)
def test_a_name_that_tells_is_found_and_not_repeated(tmp_path: Path, name: str) -> None:
    """The nearest folder is named instead."""
    path = tmp_path / "reports" / name
    path.parent.mkdir(parents=True)
    path.write_text("x")
    assert places(tmp_path) == {"reports/ (a name in it)"}


BROKEN: dict[str, bytes] = {
    "gzip": gzip.compress(LEAK.encode() * 9)[:-20],
    "zip": zipped(LEAK.encode())[:-30],
    "PDF": b"%PDF-1.7 broken",
    "gzip too deep": b"x",
}
for _ in range(12):
    BROKEN["gzip too deep"] = gzip.compress(BROKEN["gzip too deep"])


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_file_that_can_not_be_searched_is_a_problem(tmp_path: Path, content: bytes) -> None:
    """Nobody could say that nothing is left in it."""
    (tmp_path / "a").write_bytes(content)
    (problem,) = search(tmp_path, [marks()], NONE, KEY)
    assert (problem.place, "can't be searched" in problem.what) == ("a", True)


@pytest.mark.parametrize("given", ["common", "near", "every"])
def test_what_is_public_in_its_own_right_is_no_leak(tmp_path: Path, given: str) -> None:
    """The common sentence and heading may stand there; the other sentence may not."""
    texts = [f"<p>{COMMON}</p>", f"Before it: {SHORT}, and after it."]
    public = PublicTexts(
        lambda: texts if given == "common" else (),
        lambda name: texts if given == "near" and name == "a.html" else (),
        lambda: texts if given == "every" else (),
        frozenset(),
    )
    (tmp_path / "a.html").write_text(f"<h2>{SHORT}</h2><p>{COMMON} So it went on.</p>", "utf-8")
    assert places(tmp_path, public=public) == set()
    (tmp_path / "b.html").write_text(f"<p>{COMMON} {LEAK}</p>", "utf-8")
    assert places(tmp_path, public=public) == {"b.html"}


WORDS = st.lists(st.sampled_from(f"{LEAK} {COMMON} über Zoë 12 no".split()), max_size=30)
BETWEEN = st.sampled_from([" ", "\n", "<b>", "</p>\n<p>", "&nbsp;", " <!-- -->", "\u00ad", " – "])


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_36_letters_of_a_sentence_are_found_in_any_surroundings(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Wherever the piece begins and ends, whatever is around it and between its letters."""
    start = data.draw(st.integers(0, len(LEAK) - 36))
    piece = LEAK[start:]
    while sum(map(str.isalnum, piece[:-1])) >= 36 and data.draw(st.booleans()):
        piece = piece[:-1]
    parts = data.draw(st.lists(BETWEEN, min_size=len(piece), max_size=len(piece)))
    mixed = "".join(letter + part for letter, part in zip(piece, parts, strict=True))
    around = [" ".join(data.draw(WORDS)) for _ in range(2)]
    folder = tmp_path_factory.mktemp("site")
    (folder / "a.html").write_text(mixed.join(around), "utf-8")
    assert places(folder) == {"a.html"} or sum(map(str.isalnum, piece)) < 36


TEXTS = st.sampled_from([LEAK, COMMON, SHORT, f"<p>{COMMON} {LEAK}</p>", "Something else", TITLE])
STEP = st.tuples(
    st.dictionaries(st.sampled_from(["a.html", "b/c.txt", "d.json"]), TEXTS),
    st.sets(st.sampled_from([PAGE, f"<p>{COMMON}</p>", f"<p>{SHORT}.</p>"]), min_size=1),
    st.sets(st.sampled_from([COMMON, SHORT, LEAK])),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(STEP, min_size=1, max_size=5))
def test_a_search_that_remembers_finds_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[dict[str, str], set[str], set[str]]],
) -> None:
    """However files, withheld reports and public texts change from one building to the next."""
    home = tmp_path_factory.mktemp("home")
    for number, (files, withheld, free) in enumerate(steps):
        site = home / f"site-{number}"
        (site / "b").mkdir(parents=True)
        for name, text in files.items():
            (site / name).write_text(text, "utf-8")
        prints = tuple(marks(f"R{at}", text, "") for at, text in enumerate(sorted(withheld)))
        public = PublicTexts(partial(sorted, free), lambda _: (), lambda: (), frozenset())
        assert places(site, prints, public, home / "kept") == places(site, prints, public)


def test_what_is_remembered_is_not_believed_if_a_byte_of_it_changed(tmp_path: Path) -> None:
    """Whichever byte it is; nor under another key, nor of a file that was cut short."""
    site, kept = tmp_path / "site", tmp_path / "kept"
    site.mkdir()
    (site / "a.txt").write_text(LEAK, "utf-8")
    assert places(site, kept=kept) == {"a.txt"}
    whole = kept.read_bytes()
    for at in range(0, len(whole), 7):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert places(site, kept=kept) == {"a.txt"}
        kept.write_bytes(whole[:at])
        assert places(site, kept=kept) == {"a.txt"}


def test_what_left_the_site_is_not_remembered(tmp_path: Path) -> None:
    """With the next search it is gone; and all of it when nothing is withheld any more."""
    site, kept = tmp_path / "site", tmp_path / "kept"
    site.mkdir()
    (site / "a.txt").write_text("Something else", "utf-8")
    assert places(site, kept=kept) == set()
    alone = kept.read_bytes()
    (site / "b.txt").write_text(COMMON * 9, "utf-8")
    places(site, kept=kept)
    assert len(kept.read_bytes()) > len(alone)
    (site / "b.txt").unlink()
    places(site, kept=kept)
    assert kept.read_bytes() == alone
    assert search(site, (), NONE, KEY, kept) == ()
    assert not kept.exists()


@pytest.mark.parametrize("windows", ["AAAA", "not base64!", "é"])
def test_damaged_fingerprints_are_refused(windows: str) -> None:
    """They would find nothing."""
    with pytest.raises(ValueError, match="damaged"):
        Fingerprints(reference="2007-03", windows=windows, phrases=(), files=())


def test_many_files_over_the_cores_are_found_as_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number of processes shows nowhere."""
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(LEAK if number % 3 else COMMON, "utf-8")
    alone = places(tmp_path)
    monkeypatch.setattr("publication.residue.searched._FEW", 1)
    assert places(tmp_path) == alone
