"""Readable words in bytes whose format is not understood."""

from __future__ import annotations

import re

_UTF8 = rb"(?:[\t\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){%d,}"
_LATIN = rb"[\t\x20-\x7e\xc0-\xff]{%d,}"
_WIDE_LITTLE = rb"(?:[\t\x20-\x7e\xa0-\xff]\x00|[\x00-\x7f]\x01){%d,}"
_WIDE_BIG = rb"(?:\x00[\t\x20-\x7e\xa0-\xff]|\x01[\x00-\x7f]){%d,}"
_WORDLIKE = re.compile(r"[^\W\d_]{3,}")
_VOWEL = re.compile(r"[aeiouyà-ÿ]", re.IGNORECASE)


def readable_strings(content: bytes, minimum: int = 5) -> list[str]:
    """The stretches of at least ``minimum`` characters that look like words, without repeats.

    Looks for UTF-8, Windows-1252 and both UTF-16 byte orders.
    """
    found: dict[str, None] = {}
    for pattern, encoding in (
        (_UTF8, "utf-8"), (_LATIN, "cp1252"), (_WIDE_LITTLE, "utf-16-le"), (_WIDE_BIG, "utf-16-be"),
    ):  # fmt: skip
        for match in re.finditer(pattern % minimum, content):
            text = match[0].decode(encoding, errors="ignore").strip()
            if _looks_like_words(text):
                found[text] = None
    return list(found)


def _looks_like_words(text: str) -> bool:
    words = _WORDLIKE.findall(text)
    if not any(_VOWEL.search(word) for word in words):
        return False
    plain = sum(character.isalpha() and character.isascii() for character in text)
    return plain * 2 >= len(text.replace(" ", ""))
