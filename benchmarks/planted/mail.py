"""An e-mail with a different invented name in every place that can hold one."""

from __future__ import annotations

import base64
import binascii

from benchmarks.planted import smallest, word_body
from benchmarks.planted.names import Name, Places, Planted, names
from benchmarks.planted.packages import zipped


def planted() -> Planted:
    """The planted .eml file."""
    register, name = names()
    return Planted("note.eml", _message(name), register, VISIBLE, HIDDEN)


def _coded(text: str) -> str:
    return f"=?utf-8?b?{base64.b64encode(text.encode()).decode()}?="


def _headers(name: Name) -> list[str]:
    split = name("encoded subject")
    return [
        f"Received: from {name('Received host')}.x.example by mx.x.example for "
        f"<{name('Received mailbox')}@x.example>; Wed, 3 Jan 2024 10:00:00 +0000",
        f"Return-Path: <{name('return path')}@x.example>",
        f"From: {name('sender')} <{name('sender address')}@x.example>",
        f"To: =?iso-8859-1?q?{name('recipient')}?= <a@x.example>",
        f"Cc: {name('copy')} <b@x.example>",
        f"Bcc: {name('hidden copy')} <c@x.example>",
        f"Reply-To: {name('answer to')} <d@x.example>",
        f"Subject: {_coded(split[:4])} {_coded(split[4:])}",
        "Date: Wed, 3 Jan 2024 10:00:00 +0000",
        f"Message-ID: <1.{name('message id')}@x.example>",
        f"In-Reply-To: <2.{name('answered message')}@x.example>",
        f"Thread-Topic: {name('thread topic')}",
        f"Organization: {name('organisation')}",
        f"X-Mailer: {name('mail program')} 1.0",
        f"X-Originating-User: {name('X header')}",
        f"{name('header name')}-Note: yes",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="outer"',
    ]


def _message(name: Name) -> bytes:
    word = smallest.word(f"<w:p><w:r><w:t>{name('attached Word file')}</w:t></w:r></w:p>")
    packed = zipped({f"{name('name in a zip')}.txt": f"About {name('file in a zip')} here"})
    uu = _uuencoded(name("uuencoded file").encode() + b" was here", name("uuencoded name"))
    plain = name("plain text")
    soft = name("soft line break")
    inner = (
        f"From: {name('sender of an attached message')} <e@x.example>\r\n"
        f"Subject: {name('subject of an attached message')}\r\nContent-Type: text/plain\r\n\r\n"
        f"{name('text of an attached message')} wrote"
    ).encode()
    parts = [
        _part(
            'text/plain; charset="utf-8"',
            f"{plain} and {soft[:4]}=\r\n{soft[4:]} came\r\n{uu}".encode(),
            "quoted-printable",
            raw=True,
        ),
        _part('text/html; charset="utf-8"', _page(name).encode(), "base64"),
        _part("application/vnd.openxmlformats", word, "base64", f"{name('attachment name')}.docx"),
        _part("application/zip", packed, "base64", "all.zip"),
        _part("text/plain", name("attached text").encode() + b" 999", "base64", "notes.txt"),
        _part("text/csv", f"name\r\n{name('attached table')}".encode(), "base64", "list.csv"),
        _part("image/jpeg", word_body.jpeg(name("EXIF")), "base64", "image001.jpg"),
        _part("text/calendar", f"ATTENDEE;CN={name('invitation')}".encode(), "base64"),
        _part("message/rfc822", inner, "8bit", raw=True),
        _part("application/ms-tnef", name("winmail").encode(), "base64", "winmail.dat"),
        (
            "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; "
            f"filename*=utf-8''{name('name with a character set')}.txt\r\nContent-Description: "
            f"{name('description of a part')}\r\nContent-ID: <{name('id of a part')}@x.example>"
            "\r\n\r\nx y z"
        ).encode(),
    ]
    head = "\r\n".join(_headers(name)).encode()
    body = b"".join(b"\r\n--outer\r\n" + part for part in parts)
    return (
        head + b"\r\n\r\n" + name("text before the parts").encode() + body
        + b"\r\n--outer--\r\n" + name("text after the parts").encode()
    )  # fmt: skip


def _part(
    kind: str, content: bytes, encoding: str, attached: str = "", *, raw: bool = False
) -> bytes:
    lines = [f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}"]
    if attached:
        lines.append(f'Content-Disposition: attachment; filename="{attached}"')
    body = content if raw else base64.encodebytes(content)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def _uuencoded(content: bytes, called: str) -> str:
    line = binascii.b2a_uu(content).decode().strip("\n")
    return f"\r\nbegin 644 {called}.txt\r\n{line.replace('=', '=3D')}\r\n`\r\nend\r\n"


def _page(name: Name) -> str:
    return (
        f"<html><head><title>{name('title of the page')}</title></head><body><p>"
        f"{name('text of the page')}</p><p style='display:none'>{name('hidden in the page')}</p>"
        f"<!-- {name('comment in the page')} --><a href='https://x.example/"
        f"{name('link in the page')}'>here</a><img alt='{name('alt text in the page')}' "
        f"src='cid:1'></body></html>"
    )


VISIBLE: Places = [
    ("sender", "sender"),
    ("sender address", "sender"),
    ("recipient", "recipient"),
    ("copy", "copy to"),
    ("answer to", "answer to"),
    ("encoded subject", "subject"),
    ("plain text", "message"),
    ("soft line break", "message"),
    ("title of the page", "message as a web page: page title 1"),
    ("text of the page", "message as a web page: paragraph 1"),
    ("attachment name", "attachment name"),
    ("uuencoded name", "attachment name"),
    ("name with a character set", "attachment name"),
]
HIDDEN: Places = [
    ("Received host", "way of the message (Received)"),
    ("Received mailbox", "way of the message (Received)"),
    ("return path", "header Return-Path"),
    ("hidden copy", "hidden copy to"),
    ("message id", "header Message-ID"),
    ("answered message", "header In-Reply-To"),
    ("thread topic", "header Thread-Topic"),
    ("organisation", "header Organization"),
    ("mail program", "header X-Mailer"),
    ("X header", "header X-Originating-User"),
    ("header name", "names of headers"),
    ("hidden in the page", "message as a web page: hidden text"),
    ("comment in the page", "message as a web page: comment in the source"),
    ("link in the page", "message as a web page: link target"),
    ("alt text in the page", "message as a web page: picture description"),
    ("attached Word file", "body, paragraph 1"),
    ("name in a zip", "attachment all.zip: file name in package"),
    ("file in a zip", "attachment all.zip: part Zorv"),
    ("attached text", "attachment notes.txt"),
    ("attached table", "attachment list.csv"),
    ("EXIF", "data of the attachment image001.jpg"),
    ("invitation", "attachment "),
    ("sender of an attached message", "attached message: sender"),
    ("subject of an attached message", "attached message: subject"),
    ("text of an attached message", "attached message: message"),
    ("winmail", "winmail.dat"),
    ("uuencoded file", "attachment Zorv"),
    ("description of a part", "header Content-Description of a part"),
    ("id of a part", "header Content-ID of a part"),
    ("text before the parts", "text before the parts"),
    ("text after the parts", "text after the parts"),
]
