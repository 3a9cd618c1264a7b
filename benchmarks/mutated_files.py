"""Ten thousand damaged files: each gives findings or one clear error, in time, and never silence.

Every file starts as a valid one with a name in it, in each format that a check reads, and is then
damaged: bytes changed, cut out, doubled, moved, cut short; parts of a package renamed, emptied,
doubled, damaged inside and packed again. Counted are tracebacks (any error but the clear one),
hangs, and silent passes: a file that comes back clear although the name can still be dug out of it.

    python benchmarks/mutated_files.py [--files 10000] [--seed 1]
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import random
import re
import resource
import signal
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from _seeds import NAME, seeds

from redaction.check import Checker
from redaction.errors import RedactionError
from redaction.policy import STRICT
from redaction.values import ProtectedPerson, ProtectedTerms, Role, Verdict

LONGEST = 10
"""Seconds until a check counts as hanging; these machines are busy."""
MOST_MEGABYTES = 400
TERMS = ProtectedTerms((ProtectedPerson("mother", Role.PARENT, NAME),))
Damage = Callable[[bytes, random.Random], bytes]


class HangingError(Exception):
    """A check took too long."""


def changed_bytes(content: bytes, chance: random.Random) -> bytes:
    """Some bytes are others."""
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 2, 8, 40))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut_out(content: bytes, chance: random.Random) -> bytes:
    """A stretch is missing."""
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randrange(1, 400) :]


def doubled(content: bytes, chance: random.Random) -> bytes:
    """A stretch is there many times."""
    start = chance.randrange(len(content))
    stretch = content[start : start + chance.randrange(1, 200)]
    return content[:start] + stretch * chance.choice((2, 5, 50)) + content[start:]


def moved(content: bytes, chance: random.Random) -> bytes:
    """A stretch stands elsewhere."""
    start, target = chance.randrange(len(content)), chance.randrange(len(content))
    stretch = content[start : start + 200]
    rest = content[:start] + content[start + 200 :]
    return rest[:target] + stretch + rest[target:]


def cut_short(content: bytes, chance: random.Random) -> bytes:
    """The end is missing, as after a broken download."""
    return content[: chance.randrange(len(content))]


def with_tokens(content: bytes, chance: random.Random) -> bytes:
    """Tokens that parsers stumble over stand at some places."""
    tokens = (
        b"<", b"&", b"]]>", b"<!--", b"\0", b"\xff\xfe", b"{", b"}", b"\\bin99999999 ", b"\\u-1?",
        b"endobj", b"stream\n", b"1 0 R", b"<<", b">>", b"%%EOF", b"[" * 300, b"(" * 300,
        b"Content-Type: multipart/mixed; boundary=x\n\n", b"--x\n", b"=?utf-8?b?////?=",
        b"<w:p>" * 50, b"<table>" * 200, b"> " * 500, b"*" * 900, "\u202e".encode(),
        b"\xed\xa0\x80",
    )  # fmt: skip
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + chance.choice(tokens) + content[at:]
    return content


RAW: tuple[Damage, ...] = (changed_bytes, cut_out, doubled, moved, cut_short, with_tokens)


def damaged_package(content: bytes, chance: random.Random) -> bytes:
    """A package whose parts were damaged before it was packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for _ in range(chance.randrange(1, 3)):
        name = chance.choice(sorted(parts))
        deed = chance.randrange(5)
        if deed == 0:
            parts[chance.choice((name.upper(), f"../{name}", f"{name}.bak", "a" * 300))] = (
                parts.pop(name)
            )
        elif deed == 1:
            parts[name] = b""
        elif deed == 2:
            parts[name] = parts[chance.choice(sorted(parts))]
        elif parts[name]:
            parts[name] = chance.choice(RAW)(parts[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def damaged(content: bytes, chance: random.Random) -> bytes:
    """``content``, damaged in one or two ways."""
    if content.startswith(b"PK") and chance.random() < 0.7:
        return damaged_package(content, chance)
    return chance.choice(RAW)(content, chance)


def can_be_dug_out(content: bytes) -> bool:
    """Whether someone with a hex editor still finds the name: plain, or in a packed stretch."""
    return any(NAME.encode() in stretch for stretch in (content, *_unpacked(content)))


def _unpacked(content: bytes) -> Iterator[bytes]:
    for header in re.finditer(rb"PK\x03\x04.{22}(..)(..)", content, re.DOTALL):
        skip = int.from_bytes(header[1], "little") + int.from_bytes(header[2], "little")
        yield _inflated(content[header.end() + skip :], -zlib.MAX_WBITS)
    for stream in re.finditer(rb"stream\r?\n", content):
        yield _inflated(content[stream.end() :], zlib.MAX_WBITS)


def _inflated(packed: bytes, window: int) -> bytes:
    unpack, out = zlib.decompressobj(window), b""
    try:
        for at in range(0, min(len(packed), 200_000), 64):
            out += unpack.decompress(packed[at : at + 64], 1_000_000)
    except zlib.error:
        pass
    return out


def outcome(checker: Checker, path: Path, content: bytes) -> str:
    """What checking the damaged ``content`` came to."""
    path.write_bytes(content)
    signal.alarm(LONGEST)
    try:
        result = checker.check(path)
    except RedactionError:
        return "clear error"
    except HangingError:
        return "HANG"
    except BaseException as error:  # whatever comes out is what is counted
        return f"TRACEBACK {type(error).__name__}: {error}"[:120]
    finally:
        signal.alarm(0)
    if result.verdict is not Verdict.CLEAR:
        return "findings"
    return "SILENT PASS" if can_be_dug_out(content) else "clear, nothing left"


def work(first: int, step: int, files: int, seed: int) -> tuple[Counter[str], float, float]:
    """Outcomes of every ``step``-th file from ``first``, the longest seconds, peak megabytes."""

    def hang(*_: object) -> None:
        raise HangingError

    signal.signal(signal.SIGALRM, hang)
    checker, originals = Checker(TERMS, STRICT), seeds()
    names = sorted(originals)
    counts: Counter[str] = Counter()
    longest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        checker.check(_written(Path(folder) / "report.txt", originals["report.txt"]))
        for number in range(first, files, step):
            chance = random.Random(f"{seed}-{number}")  # noqa: S311 - repeatable damage, no secret
            name = names[number % len(names)]
            content = damaged(originals[name], chance)
            start = time.perf_counter()
            what = outcome(checker, Path(folder) / name, content)
            longest = max(longest, time.perf_counter() - start)
            counts[what] += 1
            if what[:4].isupper():
                print(f"{name}, file {number}: {what}", flush=True)
    return counts, longest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def main() -> bool:
    """Damage and check the files on every processor; True if there was none of the three."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    workers = multiprocessing.cpu_count()
    tasks = [(first, workers, chosen.files, chosen.seed) for first in range(workers)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        found = pool.starmap(work, tasks)
    counts = sum((each[0] for each in found), Counter[str]())
    for what, number in counts.most_common():
        print(f"{number:6} {what}")
    longest, megabytes = max(each[1] for each in found), max(each[2] for each in found)
    passed = not any(what[:4].isupper() for what in counts) and megabytes < MOST_MEGABYTES
    print(f"longest {longest:.2f} s, at most {megabytes:.0f} MB: {'PASS' if passed else 'FAIL'}")
    return passed


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
