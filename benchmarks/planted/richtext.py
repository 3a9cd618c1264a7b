"""A Rich Text file with a different invented name in every place that can hold one."""

from __future__ import annotations

from benchmarks.planted import smallest, word_body
from benchmarks.planted.names import Name, Places, Planted, names


def planted() -> Planted:
    """The planted .rtf file."""
    register, name = names()
    content = "".join([_head(name), *_body(name), "}"]).encode("ascii")
    raw = name("binary picture")
    blob = word_body.jpeg(raw)
    content = content.replace(b"%BINARY%", b"{\\pict\\jpegblip\\bin%d " % len(blob) + blob + b"}")
    content += name("bytes after the end").encode() + b" note"
    return Planted("report.rtf", content, register, VISIBLE, HIDDEN)


def _head(name: Name) -> str:
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0"
        f"{{\\fonttbl{{\\f0\\fswiss\\fcharset0 Arial;}}{{\\f1\\fcharset238 {name('font name')};}}"
        f"{{\\f2\\fcharset128 Arial;}}}}"
        "{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue0;}"
        f"{{\\stylesheet{{\\s0 Normal;}}{{\\s1 {name('style name')};}}}}"
        f"{{\\*\\revtbl{{Unknown;}}{{{name('change author')};}}{{{name('deletion author')};}}}}"
        f"{{\\info{{\\title {name('title')}}}{{\\subject {name('subject')}}}{{\\author "
        f"{name('author')}}}{{\\manager {name('manager')}}}{{\\company {name('company')}}}"
        f"{{\\operator {name('last modified by')}}}{{\\category {name('category')}}}{{\\keywords "
        f"{name('keywords')}}}{{\\comment {name('comment property')}}}{{\\doccomm "
        f"{name('comments property')}}}{{\\hlinkbase {name('link base')}}}"
        "{\\creatim\\yr2024\\mo1\\dy2}}"
        f"{{\\*\\userprops{{\\propname {name('custom property name')}}}\\proptype30{{\\staticval "
        f"{name('custom property')}}}}}"
        f"{{\\*\\docvar{{{name('variable name')}}}{{{name('variable')}}}}}"
        f"{{\\*\\template C:\\\\{name('template path')}.dot}}"
        f"{{\\*\\generator {name('program')} 1.0;}}"
        f"{{\\*\\mailmerge{{\\*\\mmquery SELECT {name('mail merge query')}}}{{\\*\\mmdatasource "
        f"{name('mail merge source')}}}}}"
        f"{{\\*\\protusertbl{{{name('protected range')}}}}}"
        f"{{\\*\\xmlnstbl{{\\xmlns1 {name('namespace')};}}}}"
        f"{{\\*\\datastore {_hex(word_body.ole(name('custom XML')))}}}"
        f"{{\\*\\listtable{{\\list{{\\listlevel{{\\leveltext\\'05{name('list text')};}}"
        f"{{\\levelnumbers;}}}}{{\\listname {name('list name')};}}}}}}"
        f"{{\\header\\pard {name('header')}\\par}}{{\\footerf {name('footer')}\\par}}"
        f"{{\\*\\unknowndestination {name('unknown destination')}}}\n"
    )


def _body(name: Name) -> list[str]:
    split, escaped, wide = name("split over runs"), name("escapes"), name("Unicode escapes")
    hexed = "".join(f"\\'{ord(letter):02x}" for letter in escaped)
    coded = "".join(f"\\u{ord(letter)}?" for letter in wide)
    annotation = (
        f"{{\\*\\atnid {name('initials')}}}{{\\*\\atnauthor {name('comment author')}}}\\chatn"
        f"{{\\*\\annotation{{\\*\\atnref 1}}\\pard\\plain {name('comment')}\\par}}"
    )
    shape = (
        "{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn wzDescription}{\\sv "
        f"{name('alt text')}}}}}{{\\sp{{\\sn wzName}}{{\\sv {name('picture name')}}}}}{{\\sp{{\\sn "
        f"gtextUNICODE}}{{\\sv {name('watermark')}}}}}{{\\shptxt \\pard {name('text box')}\\par}}}}"
        f"{{\\shprslt x}}}}"
    )
    form = (
        f"{{\\field{{\\*\\fldinst FORMTEXT {{\\*\\formfield{{\\fftype0{{\\*\\ffname "
        f"{name('form field')}}}{{\\*\\ffdeftext {name('form default')}}}{{\\*\\ffhelptext "
        f"{name('form help')}}}{{\\*\\ffstattext {name('form status')}}}{{\\*\\ffl "
        f"{name('form choice')}}}}}}}}}{{\\fldrslt x}}}}"
    )
    word = smallest.word(f"<w:p><w:r><w:t>{name('embedded document')}</w:t></w:r></w:p>")
    embedded = (
        f"{{\\object\\objemb{{\\*\\objclass {name('object class')}}}{{\\*\\objname "
        f"{name('object name')}}}{{\\*\\objdata {_hex(name('object head').encode() + word)}}}"
        f"{{\\result {name('object result')}}}}}"
    )
    lines = [
        f"\\pard {name('body')}",
        f"{split[:3]}{{\\b {split[3:5]}}}{split[5:]}",
        hexed,
        coded,
        f"{{\\v {name('hidden text')}}} x",
        f"{{\\cf1 {name('white text')}}} x",
        f"{{\\fs2 {name('tiny text')}}} x",
        f"{{\\revised\\revauth1 {name('insertion')}}}",
        f"x {{\\deleted\\revauthdel2 {name('deletion')}}}",
        f"x {annotation}",
        f"x{{\\footnote \\pard {name('footnote')}}}",
        f'{{\\field{{\\*\\fldinst HYPERLINK "https://x.example/{name("link target")}"}}'
        f"{{\\fldrslt {name('field result')}}}}}",
        f"{{\\*\\bkmkstart {name('bookmark')}}}x{{\\*\\bkmkend {name('bookmark')}}}",
        f"x{{\\xe {name('index entry')}}}{{\\tc {name('contents entry')}}}",
        f"{shape}",
        form,
        f"{{\\pict\\jpegblip {_hex(word_body.jpeg(name('EXIF')))}}}",
        "%BINARY%",
        embedded,
        f"{{\\upr{{{name('old version')}}}{{\\*\\ud{{{name('Unicode version')}}}}}}}",
    ]
    row = f"\\trowd\\cellx4000\\intbl {name('table cell')}\\cell\\row\\pard "
    return ["\\par\n".join(lines), "\\par ", row]


def _hex(content: bytes) -> str:
    return content.hex()


VISIBLE: Places = [
    ("body", "body, paragraph 1"),
    ("split over runs", "body, paragraph 2"),
    ("escapes", "body, paragraph 3"),
    ("Unicode escapes", "body, paragraph 4"),
    ("insertion", "body, paragraph 8"),
    ("footnote", "footnote 1"),
    ("field result", "body, paragraph 12"),
    ("text box", "text box in body"),
    ("object result", "body, paragraph"),
    ("old version", "body, paragraph"),
    ("Unicode version", "body, paragraph"),
    ("table cell", "table row 1, column 1"),
    ("header", "header"),
    ("footer", "footer (first page)"),
]
HIDDEN: Places = [
    ("font name", "font name"),
    ("style name", "style name"),
    ("change author", "author of a tracked change"),
    ("deletion author", "author of a tracked change"),
    ("title", "document properties: title"),
    ("subject", "document properties: subject"),
    ("author", "document properties: author"),
    ("manager", "document properties: manager"),
    ("company", "document properties: company"),
    ("last modified by", "document properties: last modified by"),
    ("category", "document properties: category"),
    ("keywords", "document properties: keywords"),
    ("comment property", "document properties: comments"),
    ("comments property", "document properties: comments"),
    ("link base", "document properties: link base"),
    ("custom property name", "document properties: custom property"),
    ("custom property", "document properties: custom property"),
    ("program", "document properties: program"),
    ("variable name", "document variable"),
    ("variable", "document variable"),
    ("template path", "template path"),
    ("mail merge query", "mail merge query"),
    ("mail merge source", "mail merge source"),
    ("protected range", "editor of a protected range"),
    ("namespace", "namespace"),
    ("custom XML", "custom XML"),
    ("list text", "text of a list level"),
    ("list name", "name of a list"),
    ("unknown destination", "text of unknowndestination"),
    ("hidden text", "hidden text, body, paragraph 5"),
    ("white text", "hidden text, body, paragraph 6"),
    ("tiny text", "hidden text, body, paragraph 7"),
    ("deletion", "deleted text (tracked change by Zorv"),
    ("comment", "comment by Zorv"),
    ("comment author", "author of a comment"),
    ("initials", "initials of an author"),
    ("link target", "field instruction, body, paragraph 12"),
    ("bookmark", "bookmark name, body, paragraph 13"),
    ("index entry", "index entry"),
    ("contents entry", "entry of the contents"),
    ("alt text", "picture description (alt text)"),
    ("picture name", "picture name"),
    ("watermark", "watermark"),
    ("form field", "name of a form field"),
    ("form default", "default of a form field"),
    ("form help", "help text of a form field"),
    ("form status", "help text of a form field"),
    ("form choice", "choice of a form field"),
    ("EXIF", "data of the picture 1"),
    ("binary picture", "data of the picture 2"),
    ("object class", "kind of an embedded object"),
    ("object name", "name of an embedded object"),
    ("object head", "head of the embedded file 1"),
    ("embedded document", "embedded file 1: body, paragraph 1"),
    ("bytes after the end", "bytes after the end"),
]
