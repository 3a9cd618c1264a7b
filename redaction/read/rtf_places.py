"""What an author calls the destinations of a Rich Text file, and what its controls stand for."""

from __future__ import annotations

HEX = frozenset(
    {
        "pict", "objdata", "datastore", "themedata", "colorschememapping", "datafield", "blipuid",
        "passwordhash", "password", "writereservhash", "svb", "fontemb",
    }
)  # fmt: skip
"""Destinations that hold bytes as hexadecimal digits."""

SEEN = {
    "header": "header", "headerl": "header (left pages)", "headerr": "header (right pages)",
    "headerf": "header (first page)", "footer": "footer", "footerl": "footer (left pages)",
    "footerr": "footer (right pages)", "footerf": "footer (first page)", "shptxt": "text box",
    "dptxbxtext": "text box", "footnote": "footnote", "mmath": "formula",
}  # fmt: skip
"""Destinations whose text is on the page."""

HIDDEN = {
    "title": "document properties: title", "subject": "document properties: subject",
    "author": "document properties: author", "manager": "document properties: manager",
    "company": "document properties: company", "operator": "document properties: last modified by",
    "category": "document properties: category", "keywords": "document properties: keywords",
    "comment": "document properties: comments", "doccomm": "document properties: comments",
    "hlinkbase": "document properties: link base", "generator": "document properties: program",
    "propname": "document properties: custom property",
    "staticval": "document properties: custom property",
    "linkval": "document properties: custom property", "docvar": "document variable",
    "atnid": "initials of an author", "atnauthor": "author of a comment", "annotation": "comment",
    "fldinst": "field instruction", "bkmkstart": "bookmark name", "bkmkend": "bookmark name",
    "revtbl": "author of a tracked change", "template": "template path",
    "stylesheet": "style name", "lsdlockedexcept": "style name", "fonttbl": "font name",
    "falt": "font name", "listname": "name of a list", "liststylename": "name of a list",
    "leveltext": "text of a list level", "pntxtb": "text of a list level",
    "pntxta": "text of a list level", "xe": "index entry", "tc": "entry of the contents", "rxe":
    "index entry", "txe": "index entry", "protusertbl": "editor of a protected range",
    "ffname": "name of a form field", "ffdeftext": "default of a form field",
    "ffhelptext": "help text of a form field", "ffstattext": "help text of a form field",
    "ffformat": "form field", "ffentrymcr": "macros", "ffexitmcr": "macros",
    "ffl": "choice of a form field", "objclass": "kind of an embedded object",
    "objname": "name of an embedded object", "mmquery": "mail merge query",
    "mmconnectstr": "mail merge source", "mmconnectstrdata": "mail merge source",
    "mmdatasource": "mail merge source", "mmheadersource": "mail merge source",
    "mmodsoudldata": "mail merge source", "mmodsoudl": "mail merge source",
    "mmodsotable": "mail merge source", "mmodsosrc": "mail merge source",
    "mmodsofilter": "mail merge source", "mmodsosort": "mail merge source",
    "mmaddfieldname": "mail merge field", "mmodsoname": "mail merge field",
    "mmodsomappedname": "mail merge field", "mmmailsubject": "mail merge subject",
    "file": "file that belongs to it", "nextfile": "file that belongs to it",
    "xmlns": "namespace", "xmlname": "custom XML", "xmlattrname": "custom XML",
    "xmlattrvalue": "custom XML", "factoidname": "smart tag", "nonshppict": "picture",
    "info": "document properties", "pgdsctbl": "style name", "levelnumbers": "text of a list level",
    "sn": "", "sv": "picture", "hl": "link target", "hlloc": "link target", "hlfr": "link target",
    "hlsrc": "link target",
}  # fmt: skip
"""Destinations out of sight, by control word."""

THROUGH = frozenset(
    {
        "rtf", "field", "fldrslt", "shppict", "object", "result", "upr", "ud", "nonshppict", "shp",
        "shpinst", "sp", "shprslt", "do", "pn", "shpgrp", "dptxbx", "listtext", "pntext", "moMath",
        "mr", "moMathPara", "cs", "s", "ts",
    }
)  # fmt: skip
"""Groups that hold other groups, or whose text belongs to the text around them."""

PROPERTIES = {
    "wzDescription": "picture description (alt text)", "wzName": "picture name",
    "wzTooltip": "link tooltip", "pihlShape": "link target", "pibName": "picture file name",
    "gtextUNICODE": "watermark", "pib": "picture", "metroBlob": "drawing data",
    "gtextFont": "font name", "fillBlipName": "picture file name",
}  # fmt: skip
"""Properties of a shape, by their name in the file."""

CODE_PAGES = {
    0: "", 1: "", 2: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab",
    134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
"""The code page of a font's character set."""

CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
    "qmspace": " ", "zwj": "", "zwnj": "", "zwbo": "", "zwnbo": "", "softline": "\n",
    "lbr": "\n", "nestcell": "\n", "nestrow": "\n",
}  # fmt: skip
SYMBOLS = {"~": " ", "-": "", "_": "-", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
PARAGRAPH_ENDS = frozenset({"par", "page", "sect", "column", "softpage"})
