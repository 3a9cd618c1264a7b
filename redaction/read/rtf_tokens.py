"""Cuts a Rich Text file into its tokens, in one pass, whatever is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,40})(-?\d{1,9})? ?"  # a control word with its number
    rb"|\\'([0-9a-fA-F]{2})"  # a byte of text
    rb"|\\([^a-zA-Z])"  # a control symbol
    rb"|([{}])"
    rb"|([^\\{}]+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One of: a control ``word`` with its ``number``, a ``symbol``, a brace, or ``text``.

    ``binary`` is what the control word ``bin`` announces.
    """

    word: str = ""
    number: int | None = None
    symbol: str = ""
    brace: str = ""
    text: bytes = b""
    binary: bytes = b""
    end: int = 0
    """Where the token ends in the file."""


def tokens(content: bytes) -> Iterator[Token]:
    """The tokens of ``content``; line ends between them are no text."""
    position = 0
    while position < len(content):
        match = _TOKEN.match(content, position)
        if match is None:
            position += 1
            continue
        position = match.end()
        word, number, byte, symbol, brace, text = match.groups()
        if word == b"bin" and number:
            size = max(0, int(number))
            binary = content[position : position + size]
            position += len(binary)
            yield Token(word="bin", binary=binary, end=position)
        elif word:
            yield Token(
                word=word.decode("ascii"),
                number=None if number is None else int(number),
                end=position,
            )
        elif byte:
            yield Token(symbol="'", text=bytes.fromhex(byte.decode("ascii")), end=position)
        elif symbol:
            yield Token(symbol=symbol.decode("latin-1"), end=position)
        elif brace:
            yield Token(brace=brace.decode("ascii"), end=position)
        else:
            plain = text.translate(None, b"\r\n\0")
            if plain:
                yield Token(text=plain, end=position)
