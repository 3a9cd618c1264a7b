"""Reads the headers of an e-mail: who wrote to whom, by which way, with what programs."""

from __future__ import annotations

import binascii
import re
from email.errors import MessageError
from email.message import Message
from email.policy import Compat32
from email.utils import collapse_rfc2231_value

from redaction.read.fold import spell_out
from redaction.read.gathering import Gathering
from redaction.read.marks import is_dull
from redaction.read.plain import decode_as

MAX_HEADER = 20_000
_SEEN = frozenset({"from", "to", "cc", "subject", "date", "reply-to", "sender"})
_DULL = frozenset({"mime-version", "content-transfer-encoding", "content-length", "lines"})
_SIGNED = frozenset(
    {"dkim-signature", "arc-seal", "arc-message-signature", "x-google-dkim-signature"}
)
_SIGNATURE = re.compile(r"\b(?:b|bh|h)=[^;]{0,5000}")
_PLAIN_TYPE = re.compile(
    r"(?:text|multipart|image|application|message)/[\w.+-]{1,80}"
    r"(?:;\s{0,9}(?:charset|boundary|format|delsp|type|micalg|protocol)="
    r"(?:\"[^\"]{0,100}\"|[^\s;\"]{0,100}))*;?|inline;?|attachment;?",
    re.IGNORECASE,
)
_ENCODED_WORD = re.compile(rb"=\?([\w.-]{1,40})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?\s]{0,2000})\?=")
_BETWEEN_WORDS = re.compile(rb"\?=[ \t\r\n]{1,80}(?==\?)")
_NAMES = {
    "from": "sender", "to": "recipient", "cc": "copy to", "bcc": "hidden copy to",
    "subject": "subject", "reply-to": "answer to", "received": "way of the message (Received)",
}  # fmt: skip


def bounded_policy(overflow: list[str]) -> Compat32:
    """How Python is to parse a message: with headers of bounded length.

    It takes time with the square of their length. What is beyond goes to ``overflow``.
    """

    class _Bounded(Compat32):
        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            name, value = super().header_source_parse(sourcelines)
            if len(value) > MAX_HEADER:
                overflow.append(decoded(value))
            return name, value[:MAX_HEADER]

    return _Bounded()


def read_headers(
    message: Message, part: str, gathering: Gathering, *, of_part: bool = False
) -> None:
    """Add a passage for each header; what a mail program shows at the top is visible.

    ``of_part`` says that the headers are those of a part of a message, which nobody is shown.
    """
    # In small letters the words of programs raise no doubt, and a known name is still found.
    names = (spell_out(name.replace("-", " ")).lower() for name in message)
    gathering.add_hidden(names, "names of headers", part)
    for name, raw in message.items():
        key, value = name.lower(), decoded(raw)
        if key in _DULL or (key.startswith("content-") and _PLAIN_TYPE.fullmatch(value.strip())):
            continue
        if key in _SIGNED:
            value = _SIGNATURE.sub(" ", value)
        label = _NAMES.get(key, f"header {spell_out(name)}")
        where = f"{label} of a part" if of_part else label
        if not is_dull(value.strip()):
            gathering.add(_one_line(value), where, part, hidden=of_part or key not in _SEEN)


def decoded(raw: object) -> str:
    """A header's value with its encoded words decoded, whatever is wrong with them.

    Python's own decoder takes time with the square of a header's length.
    """
    text = str(raw).encode("utf-8", errors="surrogateescape")
    text = _BETWEEN_WORDS.sub(b"?=", text)
    pieces: list[str] = []
    position = 0
    for word in _ENCODED_WORD.finditer(text):
        pieces.append(decode_as(text[position : word.start()], ""))
        pieces.append(decode_as(_word_bytes(word), word[1].decode("ascii")))
        position = word.end()
    pieces.append(decode_as(text[position:], ""))
    return "".join(pieces)


def _word_bytes(word: re.Match[bytes]) -> bytes:
    if word[2] in b"bB":
        try:
            return binascii.a2b_base64(word[3] + b"==")
        except binascii.Error:
            return word[3]
    return binascii.a2b_qp(word[3], header=True)


def _one_line(value: str) -> str:
    return " ".join(value.split())


def file_name(message: Message) -> str:
    """The name that a part would be saved under; empty when it has none."""
    try:
        name = message.get_filename()
    except (MessageError, ValueError, LookupError):
        name = None
    if name is None:
        return ""
    return _one_line(decoded(collapse_rfc2231_value(name)))
