"""Reads the headers of an e-mail: who wrote to whom, by which way, with what programs."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import Header, decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value

from redaction.read.fold import spell_out
from redaction.read.gathering import Gathering
from redaction.read.marks import is_dull

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
_NAMES = {
    "from": "sender", "to": "recipient", "cc": "copy to", "bcc": "hidden copy to",
    "subject": "subject", "reply-to": "answer to", "received": "way of the message (Received)",
}  # fmt: skip


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
    """A header's value with its encoded words decoded, whatever is wrong with them."""
    text = str(raw) if isinstance(raw, str) else _unencoded(raw)
    try:
        pieces = decode_header(text)
    except (MessageError, ValueError):
        return text
    return "".join(_decoded_piece(piece, charset) for piece, charset in pieces)


def _unencoded(raw: object) -> str:
    """A header that holds raw bytes beyond ASCII, which the parser keeps as a Header."""
    if isinstance(raw, Header):
        chunks = [piece for piece, _ in decode_header(raw)]
        joined = b"".join(each if isinstance(each, bytes) else each.encode() for each in chunks)
        return _decoded_piece(joined, None)
    return str(raw)


def _decoded_piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    for known in (charset, "utf-8", "cp1252"):
        try:
            if known and known != "unknown-8bit":
                return piece.decode(known)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return piece.decode("cp1252", errors="replace")


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
