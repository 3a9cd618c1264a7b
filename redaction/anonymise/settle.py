"""Cleans the trees of the kept parts: everything that is not plain, visible content goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lxml import etree

from redaction.anonymise.fields import settle_fields
from redaction.anonymise.parts import KeptPart
from redaction.anonymise.tracked import accept_changes
from redaction.anonymise.tree import drop, unwrap
from redaction.read.names import MC, R, W
from redaction.read.safe_xml import local_name, namespace
from redaction.read.word_styles import Look, StyleSheet

_KNOWN_NAMESPACE = re.compile(
    r"http://schemas\.openxmlformats\.org/(?:wordprocessingml|drawingml|officeDocument|"
    r"markup-compatibility|schemaLibrary)/2006(?:/[a-zA-Z]+)?"
    r"|http://schemas\.microsoft\.com/office/(?:word|drawing|powerpoint|excel|office|thememl)/"
    r"(?:\d{4}/(?:\d+/)?)?(?:wordml|wordprocessing[A-Z][a-z]+|main|chart|diagram|ink|"
    r"[a-zA-Z]{2,16})(?:/[a-z]+)?"
    r"|urn:schemas-microsoft-com:(?:vml|office:(?:office|word))"
    r"|http://www\.w3\.org/XML/1998/namespace|"
)
_SETTINGS = frozenset(
    {
        "zoom", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "autoHyphenation",
        "hyphenationZone", "evenAndOddHeaders", "characterSpacingControl", "footnotePr",
        "endnotePr", "compat", "mathPr", "themeFontLang", "clrSchemeMapping", "decimalSymbol",
        "listSeparator", "updateFields", "displayBackgroundShape", "noPunctuationKerning",
        "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing",
    }
)  # fmt: skip
_WRAPPERS = frozenset({W.smartTag, W.customXml, W.sdt, W.sdtContent, W.bdo, W.dir})
_DROPPED = {
    W.commentRangeStart: "", W.commentRangeEnd: "", W.commentReference: "", W.annotationRef: "",
    W.proofErr: "", W.permStart: "protected range|protected ranges", W.permEnd: "",
    W.sdtPr: "content control (its text kept)|content controls (their text kept)",
    W.sdtEndPr: "", W.smartTagPr: "", W.customXmlPr: "", W.rsid: "", W.rsids: "",
    W.object: "", W.control: "", W.altChunk: "", W.subDoc: "linked document|linked documents",
    W.embedRegular: "", W.embedBold: "", W.embedItalic: "", W.embedBoldItalic: "",
    W.lastRenderedPageBreak: "", W.printerSettings: "",
    W.contentPart: "drawing in ink|drawings in ink",
}  # fmt: skip
_DROPPED_NAMES = frozenset({"extLst", "externalData", "userShapes", "printSettings"})
_DROPPED_ATTRIBUTES = re.compile(
    r"rsid\w*|paraId|textId|anchorId|editId|gfxdata|author|initials|docLocation|tgtFrame|spid|"
    r"connectortype|oleid"
)
_GENERIC_BOOKMARK = re.compile(r"_(?:Toc|Ref|Hlk)\d*|_GoBack|part\d+")
_REFERENCES = frozenset({"hlinkClick", "hlinkHover", "headerReference", "footerReference"})
_PICTURE_NAME = frozenset({"docPr", "cNvPr", "nvPr"})


def settle(parts: list[KeptPart], removed: Counter[str]) -> None:
    """Accept changes, flatten fields, drop what hides or tracks, in all ``parts``."""
    trees = [part.root for part in parts if part.root is not None]
    styles = StyleSheet(next((tree for tree in trees if tree.tag == W.styles), None))
    for tree in trees:
        _drop_foreign(tree, removed)
        _drop_listed(tree, removed)
        accept_changes(tree, removed)
        _drop_hidden_runs(tree, styles, removed)
        for wrapper in list(tree.iter(*_WRAPPERS)):
            unwrap(wrapper)
    bookmarks = _rename_bookmarks(trees, removed)
    for part in parts:
        if part.root is not None:
            settle_fields(part.root, bookmarks, removed)
            _settle_attributes(part.root, bookmarks)
            _settle_references(part)
            _close_cells(part.root)
            _declare_known_namespaces(part.root)


def _drop_foreign(tree: etree._Element, removed: Counter[str]) -> None:
    """Drop comments of the XML itself, and elements and attributes of unknown namespaces."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        elif not _KNOWN_NAMESPACE.fullmatch(namespace(element.tag)):
            removed["foreign element|foreign elements"] += 1
            drop(element)
    for element in tree.iter(etree.Element):
        for name in list(element.attrib):
            if not _KNOWN_NAMESPACE.fullmatch(namespace(name)):
                del element.attrib[name]


def _drop_listed(tree: etree._Element, removed: Counter[str]) -> None:
    if tree.tag == W.settings:
        for setting in list(tree):
            if local_name(setting.tag) not in _SETTINGS:
                drop(setting)
    for element in list(tree.iter(etree.Element)):
        words = _DROPPED.get(str(element.tag))
        if words is None and local_name(element.tag) not in _DROPPED_NAMES:
            continue
        if words:
            removed[words] += 1
        drop(element)


def _drop_hidden_runs(tree: etree._Element, styles: StyleSheet, removed: Counter[str]) -> None:
    for paragraph in list(tree.iter(W.p)):
        look = styles.paragraph_look(paragraph, Look())
        for run in [run for run in paragraph.iter(W.r) if _owner(run) is paragraph]:
            if styles.run_look(run, look).vanish:
                removed["stretch of hidden text|stretches of hidden text"] += 1
                drop(run)
    for row in list(tree.iter(W.tr)):
        properties = row.find(W.trPr)
        if properties is not None and properties.find(W.hidden) is not None:
            removed["hidden table row|hidden table rows"] += 1
            drop(row)


def _owner(run: etree._Element) -> etree._Element | None:
    return next(run.iterancestors(W.p), None)


def _rename_bookmarks(trees: list[etree._Element], removed: Counter[str]) -> dict[str, str]:
    """Give every bookmark with a name of its own a number instead; old name to new name."""
    names: dict[str, str] = {}
    for tree in trees:
        for bookmark in tree.iter(W.bookmarkStart):
            name = str(bookmark.get(W.name, ""))
            if not _GENERIC_BOOKMARK.fullmatch(name):
                names.setdefault(name, f"part{len(names) + 1}")
                bookmark.set(W.name, names[name])
    removed["bookmark renamed|bookmarks renamed"] += len(names)
    return names


def _settle_attributes(tree: etree._Element, bookmarks: Mapping[str, str]) -> None:
    for number, element in enumerate(tree.iter(etree.Element), 1):
        tag = local_name(element.tag)
        for name in list(element.attrib):
            if _DROPPED_ATTRIBUTES.fullmatch(local_name(name)):
                del element.attrib[name]
        if tag in _PICTURE_NAME and "name" in element.attrib:
            element.set("name", f"Picture {number}")
        if tag == "imagedata":
            for name in [name for name in element.attrib if local_name(name) == "title"]:
                del element.attrib[name]
        anchor = element.get(W.anchor)
        if anchor is not None and not _GENERIC_BOOKMARK.fullmatch(str(anchor)):
            element.set(W.anchor, bookmarks.get(str(anchor), "part0"))


def _settle_references(part: KeptPart) -> None:
    """Take out what refers to a part that the copy does not have."""
    assert part.root is not None  # noqa: S101 - narrows the type; callers checked it
    known = {*part.links, *part.outside}
    for element in list(part.root.iter(etree.Element)):
        broken = [
            name for name, value in element.attrib.items()
            if namespace(name) == R.uri and value not in known
        ]  # fmt: skip
        if not broken:
            continue
        if element.tag == W.hyperlink:
            unwrap(element)
        elif local_name(element.tag) in _REFERENCES:
            drop(element)
        else:
            for name in broken:
                del element.attrib[name]


def _close_cells(tree: etree._Element) -> None:
    """A table cell, a note, a header and a text box must end with a paragraph."""
    for container in tree.iter(W.tc, W.txbxContent, W.footnote, W.endnote, W.hdr, W.ftr):
        if not len(container) or container[-1].tag != W.p:
            etree.SubElement(container, W.p)


def _declare_known_namespaces(tree: etree._Element) -> None:
    """Keep the declarations of known namespaces that the tree or its "ignorable" list needs."""
    kept: set[str] = set()
    for element in tree.iter(etree.Element):
        for name in (MC.Ignorable, "Requires"):
            value = element.get(name)
            if value is not None:
                prefixes = [each for each in str(value).split() if _is_known(element, each)]
                kept.update(prefixes)
                element.set(name, " ".join(prefixes))
    etree.cleanup_namespaces(tree, keep_ns_prefixes=sorted(kept))


def _is_known(element: etree._Element, prefix: str) -> bool:
    uri = element.nsmap.get(prefix)
    return uri is not None and bool(_KNOWN_NAMESPACE.fullmatch(uri))
