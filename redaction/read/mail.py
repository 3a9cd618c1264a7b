"""Reads an e-mail as it was sent: its headers, the message in every version, its attachments."""

from __future__ import annotations

import email
from email.message import Message

from redaction.read.embedded import is_known, read_embedded
from redaction.read.gathering import ExhaustedError, Gathering
from redaction.read.html import read_html_text
from redaction.read.mail_headers import bounded_policy, file_name, read_headers
from redaction.read.mail_text import body_text, unpacked_uu
from redaction.read.package import MAX_ENTRIES
from redaction.read.strings import readable_strings

MAX_BOUNDARIES = 500
"""Each part of a message can be another one with parts; programs nest three or four."""
_ENCRYPTED = frozenset(
    {"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"}
)
_CODINGS = frozenset(
    {"", "7bit", "8bit", "binary", "base64", "quoted-printable", "x-uuencode", "uuencode", "uue",
     "x-uue"}
)  # fmt: skip
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_SIGNATURE = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature"})


def read_mail(content: bytes, gathering: Gathering) -> None:
    """Every place of an .eml file. Raises ExhaustedError when its parts nest without end."""
    read_message(content, gathering, gathering.file)


def read_message(content: bytes, gathering: Gathering, part: str) -> None:
    """The same for a message that is a part of another file."""
    if content.lower().count(b"boundary") > MAX_BOUNDARIES:
        raise _endless(gathering)
    overflow: list[str] = []
    try:
        start = content.lstrip(b"\xef\xbb\xbf\r\n \t")
        message = email.message_from_bytes(start, policy=bounded_policy(overflow))
        _Mail(gathering, part).read(message)
        gathering.add_hidden(overflow, "rest of a very long header", part)
    except RecursionError as error:
        raise _endless(gathering) from error


def _endless(gathering: Gathering) -> ExhaustedError:
    return ExhaustedError.because(
        gathering.file, "it is a message in a message without end", "Ask for the message again"
    )


class _Mail:
    """One message. ``part`` says which file it is in; parts of it are numbered after that."""

    def __init__(self, gathering: Gathering, part: str) -> None:
        self._gathering = gathering
        self._part = part
        self._count = 0
        self._attachments = 0

    def read(self, message: Message) -> None:
        """Add the headers and everything below them."""
        read_headers(message, self._part, self._gathering)
        self._body(message, top=True)

    def _body(self, message: Message, *, top: bool) -> None:
        self._count += 1
        if self._count > MAX_ENTRIES:
            raise ExhaustedError.because(
                self._gathering.file, "it holds too many parts", "Ask for the message again"
            )
        if not top:
            read_headers(message, self._part, self._gathering, of_part=True)
        kind = message.get_content_type()
        if kind == "message/rfc822":
            self._attached_message(message)
        elif message.is_multipart():
            self._parts(message)
        else:
            self._leaf(message, kind)

    def _parts(self, message: Message) -> None:
        for label, text in (("before", message.preamble), ("after", message.epilogue)):
            if text and text.strip() != "This is a multi-part message in MIME format.":
                where = f"text {label} the parts of the message"
                self._gathering.add(text, where, self._part, hidden=True)
        for piece in message.get_payload():
            if isinstance(piece, Message):
                self._body(piece, top=False)

    def _attached_message(self, message: Message) -> None:
        self._name(message)
        with self._gathering.inside("attached message", self._part) as allowed:
            for inner in message.get_payload() if allowed else ():
                if isinstance(inner, Message):
                    _Mail(self._gathering, self._part).read(_decoded(inner, message))

    def _leaf(self, message: Message, kind: str) -> None:
        name = self._name(message)
        content = _content(message)
        disposed = message.get_content_disposition() == "attachment"
        why = _why_unread(message, kind, content)
        if why:
            self._gathering.unread(f"attachment {name}" if name else "message", self._part, why)
        if kind in _TNEF or name.lower() == "winmail.dat":
            why = "it is a winmail.dat file of Outlook, which can't be read"
            self._gathering.unread(f"attachment {name}".rstrip(), self._part, why)
            self._gathering.add_hidden(readable_strings(content), "winmail.dat", self._part)
        elif kind == "text/plain" and not disposed and not name:
            self._plain(message, content)
        elif kind == "text/html" and not disposed and not name:
            with self._gathering.named("message as a web page"):
                read_html_text(body_text(content, message), self._gathering, self._part)
        elif content:
            self._attachment(content, name, kind, message)

    def _plain(self, message: Message, content: bytes) -> None:
        text = body_text(content, message)
        self._gathering.add(text, "message", self._part)
        for name, packed in unpacked_uu(text):
            self._gathering.add(name, "attachment name", self._part)
            self._attachment(packed, name, "", message)

    def _attachment(self, content: bytes, name: str, kind: str, message: Message) -> None:
        self._attachments += 1
        where = f"attachment {name or self._attachments}"
        if kind.startswith("text/") and kind != "text/html":
            content = body_text(content, message).encode()
        if not is_known(content) and kind not in _SIGNATURE:
            self._gathering.unread(where, self._part, "it is of a kind that can't be read")
        self._gathering.unpack(len(content))
        read_embedded(content, where, self._part, self._gathering)

    def _name(self, message: Message) -> str:
        name = file_name(message)
        self._gathering.add(name, "attachment name", self._part)
        return name


def _why_unread(message: Message, kind: str, content: bytes) -> str:
    """Why a part of a message can't be read as what it is; empty when it can."""
    if kind in _ENCRYPTED or b"-----BEGIN PGP MESSAGE-----" in content:
        return "it is encrypted"
    if kind.startswith("multipart/") and content.strip():
        return "its parts can't be told apart"
    if str(message.get("Content-Transfer-Encoding", "")).strip().lower() not in _CODINGS:
        return "it is coded in a way that isn't known"
    return ""


def _decoded(inner: Message, outer: Message) -> Message:
    """An attached message that was coded as a whole, which the standard forbids, decoded."""
    coding = str(outer.get("Content-Transfer-Encoding", "")).strip().lower()
    text = inner.get_payload()
    if coding not in ("base64", "quoted-printable") or inner.keys() or not isinstance(text, str):
        return inner
    carrier = Message()
    carrier["Content-Transfer-Encoding"] = coding
    carrier.set_payload(text)
    return email.message_from_bytes(_content(carrier), policy=bounded_policy([]))


def _content(message: Message) -> bytes:
    content = message.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
