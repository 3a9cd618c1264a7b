"""Reads Rich Text (RTF): the text of the page, then every destination and embedded byte."""

from __future__ import annotations

from redaction.read import rtf_places as places
from redaction.read.gathering import ExhaustedError, Gathering
from redaction.read.rtf_emit import Emitter
from redaction.read.rtf_state import FORMATS, Collector, State
from redaction.read.rtf_tables import TABLE_WORDS, Tables
from redaction.read.rtf_tokens import Token, tokens
from redaction.read.strings import readable_strings
from redaction.read.word_pieces import Piece

MAX_DEPTH = 3_000


def read_rich_text(content: bytes, gathering: Gathering) -> None:
    """Every place of an .rtf file. Raises ExhaustedError when it nests without end."""
    read_rtf(content, gathering, gathering.file)


def read_rtf(content: bytes, gathering: Gathering, part: str) -> None:
    """The same for Rich Text that is a part of another file."""
    start = content.find(b"{\\rtf")
    gathering.add_hidden(readable_strings(content[:start], 3), "bytes before the text", part)
    _Reader(content[start:], gathering, part).read()


class _Reader:
    """One pass over the tokens, with a stack of what holds in each group."""

    def __init__(self, content: bytes, gathering: Gathering, part: str) -> None:
        self._content = content
        self._gathering = gathering
        self._part = part
        self._emit = Emitter(gathering, part)
        self._state = State(Collector("body", "body", hidden=False))
        self._stack: list[State] = []
        self._pending = bytearray()
        self._skip = 0
        self._tables = Tables()

    def read(self) -> None:
        """Read to the brace that closes the file; what follows it is read as bytes."""
        for token in tokens(self._content):
            if token.brace:
                self._brace(token.brace)
                if not self._stack:
                    rest = self._content[token.end :].strip(b"\0\r\n ")
                    strings = readable_strings(rest, 3)
                    self._gathering.add_hidden(strings, "bytes after the end", self._part)
                    break
            else:
                self._token(token)
        while self._stack:
            self._brace("}")
        self._flush()
        self._emit.paragraph(self._state.collector)

    def _brace(self, brace: str) -> None:
        self._flush()
        self._skip = 0
        if brace == "{":
            if len(self._stack) >= MAX_DEPTH:
                raise ExhaustedError.because(
                    self._gathering.file, "it nests without end", "Ask for the file again"
                )
            self._stack.append(self._state)
            self._state = self._state.inside()
        elif self._stack:
            ended, self._state = self._state.collector, self._stack.pop()
            if ended is not self._state.collector:
                self._emit.ended(ended)

    def _token(self, token: Token) -> None:
        if token.word:
            self._flush_unless_text(token.word)
            self._word(token)
        elif token.symbol == "'":
            self._byte(token.text)
        elif token.symbol == "*":
            self._state.starred = True
        elif token.symbol:
            self._flush()
            self._symbol(token.symbol)
        elif token.text:
            self._text(token.text)

    def _flush_unless_text(self, word: str) -> None:
        if word not in ("u", "uc"):
            self._flush()

    def _symbol(self, symbol: str) -> None:
        if self._skip:
            self._skip -= 1
        elif symbol in "\r\n":
            self._end_paragraph("par")
        else:
            self._put(places.SYMBOLS.get(symbol, ""))

    def _byte(self, byte: bytes) -> None:
        if self._skip:
            self._skip -= 1
            return
        self._pending += byte
        self._state.fresh = False

    def _text(self, text: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        collector = self._state.collector
        self._state.fresh = False
        if collector.kind in places.HEX:
            collector.binary.append(text)
        elif collector.kind == "colortbl":
            self._tables.end_colours(text.count(b";"))
        else:
            self._pending += text

    def _flush(self) -> None:
        if self._pending:
            text = self._pending.decode(self._state.code_page, errors="replace")
            self._pending.clear()
            self._put(text)

    def _put(self, text: str) -> None:
        if not text:
            return
        state = self._state
        number = state.deleter if state.deleted else state.author
        by = self._emit.author(number) if state.deleted or state.revised else ""
        state.collector.pieces.append(Piece(text, state.sight(), by))
        state.fresh = False

    def _word(self, token: Token) -> None:
        word, number, state = token.word, token.number, self._state
        if token.binary:
            state.collector.binary.append(b"\0" + token.binary)
        elif word == "u" and number is not None:
            self._flush()
            self._put(chr(number % 0x10000))
            self._skip = state.fallback
        elif word in places.CHARACTERS:
            self._put(places.CHARACTERS[word])
        elif word in places.PARAGRAPH_ENDS or word in ("cell", "row"):
            self._end_paragraph(word)
        elif word in FORMATS:
            FORMATS[word](state, 1 if number is None else number)
        elif word in TABLE_WORDS:
            self._tables.follow(word, number or 0, state)
        elif state.fresh:
            self._destination(word)
        state.fresh = state.fresh and word in FORMATS

    def _destination(self, word: str) -> None:
        state = self._state
        around = state.collector
        if word in places.SEEN:
            hidden = around.hidden
            state.collector = Collector(word, self._emit.place(places.SEEN[word], around), hidden)
            state.plain()
        elif word in places.HIDDEN and (
            word not in _ALSO_FORMATS or state.starred or self._in(_ALSO_FORMATS[word])
        ):
            state.collector = Collector(
                word, self._emit.place(places.HIDDEN[word], around), hidden=True
            )
            state.plain()
        elif word in places.HEX or word == "colortbl":
            state.collector = Collector(word, self._emit.place(word, around), hidden=True)
        elif state.starred and word not in places.THROUGH:
            state.collector = Collector(word, f"text of {word}", hidden=True)
            state.plain()

    def _in(self, kind: str) -> bool:
        return any(each.collector.kind == kind for each in self._stack[-3:])

    def _end_paragraph(self, word: str) -> None:
        self._flush()
        self._emit.end_of_paragraph(self._state.collector, word)


_ALSO_FORMATS = {"comment": "info", "title": "info", "subject": "info", "file": "filetbl"}
