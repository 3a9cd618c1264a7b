"""The search alone: it finds a text whatever that is wrapped into, and reads no file twice."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from publication.residue import Fingerprints, PublicTexts, Searched, fingerprints, search

KEY = bytes(range(32))
WITHHELD = "Nobody asked the older brother why he slept beside the door that whole winter"
OTHER = "The housing officer wrote to the surgery twice and never had an answer from anyone there"
TITLE = "The winter beside the door"


def withheld(reference: str = "Q1", text: str = WITHHELD, title: str = TITLE) -> Fingerprints:
    """The fingerprints of a report that is not public."""
    return fingerprints(reference, [text], [title], [b"its file"], KEY)


def public(*texts: str, files: frozenset[str] = frozenset()) -> PublicTexts:
    """Texts that may be on the site."""
    return PublicTexts(list, lambda _: [], lambda: list(texts), files)


def found(folder: Path, *sought: Fingerprints, texts: tuple[str, ...] = ()) -> set[str]:
    """The files in which something is found."""
    problems, _ = search(folder, sought or (withheld(),), public(*texts), KEY)
    return {problem.place for problem in problems}


def _zipped(content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.txt", content)
    return written.getvalue()


def _png(text: str, packed: bool) -> bytes:
    remarks = PngInfo()
    remarks.add_text("Comment", text, zip=packed)
    written = io.BytesIO()
    Image.new("RGB", (4, 4)).save(written, "PNG", pnginfo=remarks)
    return written.getvalue()


def _jpeg(text: str) -> bytes:
    picture = Image.new("RGB", (4, 4))
    exif = picture.getexif()
    exif[0x010E] = text
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif)
    return written.getvalue()


WRAPPED: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "capitals": lambda text: text.upper().encode(),
    "tags between words": lambda text: f"<p>{text.replace(' ', '</b> <b>')}</p>".encode(),
    "a word part bold": lambda text: f"<p>{text.replace('brother', 'bro<b>ther</b>')}</p>".encode(),
    "entities": lambda text: "".join(f"&#{ord(each)};" for each in text).encode(),
    "soft hyphens": lambda text: text.replace("winter", "win\u00adter").encode(),
    "broken lines": lambda text: text.replace(" ", "\n   ").encode(),
    "a remark": lambda text: f"<p>x</p><!-- {text} -->".encode(),
    "an attribute": lambda text: f'<img alt="{text}">'.encode(),
    "a link": lambda text: f'<a href="mailto:x@y.example?body={quote(text)}">x</a>'.encode(),
    "JSON": lambda text: json.dumps({"t": text.replace("e", "é")}).replace("\\u00e9", "e").encode(),
    "JSON escapes": lambda text: ('{"t": "' + text.replace("e", "\\u0065") + '"}').encode(),
    "a data address": lambda text: (
        b'<img src="data:text/plain;base64,' + base64.b64encode(text.encode()) + b'">'
    ),
    "packed": lambda text: gzip.compress(text.encode(), mtime=0),
    "packed twice": lambda text: gzip.compress(gzip.compress(text.encode(), mtime=0), mtime=0),
    "zipped": lambda text: _zipped(text.encode()),
    "a picture's remark": lambda text: _png(text, packed=False),
    "a picture's packed remark": lambda text: _png(text, packed=True),
    "a photograph's description": _jpeg,
    "a packed PDF stream's plain neighbour": lambda text: (
        b"%PDF-1.4\n% " + text.encode() + b"\n" + zlib.compress(b"x")
    ),
}


@pytest.mark.parametrize("wrap", WRAPPED.values(), ids=WRAPPED)
@pytest.mark.parametrize("name", ["page.html", ".hidden/left.over"])
def test_a_withheld_sentence_is_found(
    tmp_path: Path, name: str, wrap: Callable[[str], bytes]
) -> None:
    """Whatever it is wrapped into, wherever it lies."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(wrap(f"Before it. {WITHHELD}. After it."))
    (tmp_path / "innocent.html").write_bytes(wrap(OTHER))
    assert found(tmp_path) == {name}


@pytest.mark.parametrize("name", ["the-winter-beside-the-door.html", "The winter beside/the_door"])
def test_a_title_is_found_in_a_name(tmp_path: Path, name: str) -> None:
    """A title can identify, also as the name of a file or a folder."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("x")
    assert found(tmp_path) == {name}


def test_its_own_file_is_found_under_any_name(tmp_path: Path) -> None:
    """By its hash; not if the same file is public with another report."""
    (tmp_path / "x").write_bytes(b"its file")
    assert found(tmp_path) == {"x"}
    files = frozenset({sha256(b"its file").hexdigest()})
    assert search(tmp_path, (withheld(),), public(files=files), KEY)[0] == ()


def test_what_is_public_elsewhere_is_no_leak(tmp_path: Path) -> None:
    """Two reports may share a sentence; the public one keeps it."""
    (tmp_path / "page.html").write_text(f"<p>{WITHHELD}</p>")
    assert found(tmp_path, withheld(title=""), texts=(f"So it was. {WITHHELD}.",)) == set()


def test_the_problem_names_file_and_report_and_repeats_nothing(tmp_path: Path) -> None:
    """A message may be read by anyone."""
    (tmp_path / "page.html").write_text(WITHHELD)
    (problem,), _ = search(tmp_path, (withheld(),), public(), KEY)
    assert (problem.place, "Q1" in problem.what) == ("page.html", True)
    assert "brother" not in str(problem)


WORDS = st.sampled_from(
    ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
)
TEXTS = st.lists(WORDS, min_size=4, max_size=40).map(" ".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(st.sampled_from("abcd"), TEXTS, min_size=1),
    st.dictionaries(st.sampled_from("abcd"), TEXTS),
    st.lists(TEXTS, max_size=3),
    st.lists(TEXTS, max_size=3),
    st.lists(TEXTS, max_size=2),
)
def test_a_search_that_remembers_finds_what_a_new_one_finds(
    tmp_path: Path,
    before: dict[str, str],
    after: dict[str, str],
    first: list[str],
    later: list[str],
    shared: list[str],
) -> None:
    """Files come, go and change, and more is withheld: nothing is missed for being remembered."""
    one = [withheld(f"F{number}", text, "") for number, text in enumerate(first)]
    two = [*one, *(withheld(f"L{number}", text, "") for number, text in enumerate(later))]
    _place(tmp_path, before)
    leaked, searched = search(tmp_path, one, public(*shared), KEY)
    if leaked:  # such a site is never put in place, and nothing of the search is kept
        searched = Searched()
    stored = tmp_path.with_name(f"{tmp_path.name}.npz")
    searched.write(stored)
    _place(tmp_path, {**before, **after})
    anew, _ = search(tmp_path, two, public(*shared), KEY)
    remembering, _ = search(tmp_path, two, public(*shared), KEY, Searched.read(stored))
    assert remembering == anew


def test_a_damaged_memory_costs_only_time(tmp_path: Path) -> None:
    """It is read anew."""
    stored = tmp_path / "memory.npz"
    for content in (b"", b"PK\x03\x04 broken", b"\x00" * 300):
        stored.write_bytes(content)
        assert Searched.read(stored) == Searched()


def _place(folder: Path, files: dict[str, str]) -> None:
    for name in "abcd":
        (folder / name).unlink(missing_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)
