"""Reads the parts of an Excel package that hold text, and says what an author calls them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from redaction.read.gathering import Gathering
from redaction.read.names import A, R, S
from redaction.read.package import Package
from redaction.read.safe_xml import local_name, number
from redaction.read.sheet import Sheet, SheetReader
from redaction.read.sheet_looks import CellLooks
from redaction.read.sheet_notes import read_comments, read_threads
from redaction.read.walks import PartWalk

Trees = Mapping[str, etree._Element]
_HIDDEN_STATES = {"hidden": "hidden sheet", "veryHidden": "hidden sheet (only a macro shows it)"}
_PLACED = frozenset({"comments", "threadedComment", "drawing", "vmlDrawing", "table", "pivotTable"})


def read_workbook(package: Package, trees: Trees, gathering: Gathering) -> dict[str, PartWalk]:
    """Read cells, comments and text boxes of a workbook; the walks, by the name of the part."""
    main = next((name for name, root in trees.items() if root.tag == S.workbook), None)
    if main is None:
        return {}
    walks: dict[str, PartWalk] = {}
    strings = _shared_strings(trees, walks)
    styles = next((root for root in trees.values() if root.tag == S.styleSheet), None)
    looks = CellLooks(
        styles, since_1904=trees[main].find(f".//{S.workbookPr}[@date1904='1']") is not None
    )
    sheets = _sheets(package, trees, main)
    for sheet in sheets:
        reader = SheetReader(sheet, strings, looks, gathering)
        walks[sheet.part] = reader.read(trees[sheet.part])
        _read_around(sheet, package, trees, gathering, walks)
    strings.read_unused(gathering)
    return walks


def _sheets(package: Package, trees: Trees, main: str) -> list[Sheet]:
    """The sheets in the order of their tabs, then those that no tab leads to."""
    links = package.related(main)
    sheets: list[Sheet] = []
    for element in trees[main].iter(S.sheet):
        link = links.get(str(element.get(R.id, "")))
        if link is not None and link.target in trees:
            state = str(element.get("state", ""))
            kind = _HIDDEN_STATES.get(state, "sheet")
            title = f"{kind} {element.get('name', '')}"
            sheets.append(Sheet(link.target, title, hidden=state in _HIDDEN_STATES))
    known = {sheet.part for sheet in sheets}
    for name, root in trees.items():
        if name not in known and root.tag in (S.worksheet, S.chartsheet, S.dialogsheet):
            sheets.append(Sheet(name, f"sheet without a tab ({name})", hidden=True))
    return sheets


@dataclass
class SharedStrings:
    """The texts that cells refer to by number, and which of them a cell showed."""

    part: str
    texts: list[str]
    used: set[int]

    def text(self, index: str) -> str:
        """The text with this number, counted from 0; empty when there is none."""
        position = number(index, -1)
        if not 0 <= position < len(self.texts):
            return ""
        self.used.add(position)
        return self.texts[position]

    def read_unused(self, gathering: Gathering) -> None:
        """Texts that stay in the file although no cell shows them any more."""
        unused = (text for position, text in enumerate(self.texts) if position not in self.used)
        gathering.add_hidden(unused, "text that no cell shows any more", self.part)


def _shared_strings(trees: Trees, walks: dict[str, PartWalk]) -> SharedStrings:
    for name, root in trees.items():
        if root.tag == S.sst:
            walk = walks[name] = PartWalk()
            texts = []
            for item in root.iter(S.si):
                texts.append(rich_text(item))
                walk.taken.add(item)
                walk.taken.update(item.iter(S.t))
            return SharedStrings(name, texts, set())
    return SharedStrings("", [], set())


def rich_text(item: etree._Element) -> str:
    """The runs of a string joined; how it is spoken follows in brackets."""
    spoken = [text.text or "" for phonetic in item.iter(S.rPh) for text in phonetic.iter(S.t)]
    inside = {text for phonetic in item.iter(S.rPh) for text in phonetic.iter(S.t)}
    runs = "".join(text.text or "" for text in item.iter(S.t) if text not in inside)
    return f"{runs} ({''.join(spoken)})" if spoken else runs


def _read_around(
    sheet: Sheet, package: Package, trees: Trees, gathering: Gathering, walks: dict[str, PartWalk]
) -> None:
    """What hangs on a sheet: comments, drawings with text boxes, tables."""
    people = _people(trees)
    for link in package.related(sheet.part).values():
        root = trees.get(link.target)
        if root is None or link.kind not in _PLACED:
            continue
        walk = walks.setdefault(link.target, PartWalk(title=sheet.title))
        if local_name(root.tag) == "comments":
            read_comments(root, link.target, sheet, gathering, walk)
        elif local_name(root.tag) == "ThreadedComments":
            read_threads(root, link.target, sheet, people, gathering, walk)
        elif link.kind == "drawing":
            _read_drawing(root, link.target, sheet, gathering, walk)
            for chart in package.related(link.target).values():
                if chart.kind in ("chart", "chartEx"):
                    number = re.search(r"(\d+)\.xml$", chart.target)
                    title = f"chart {number[1] if number else ''} on {sheet.title}"
                    walks[chart.target] = PartWalk(title=title, shown=not sheet.hidden)


def _people(trees: Trees) -> dict[str, str]:
    """Who wrote threaded comments, by id."""
    return {
        str(person.get("id", "")): str(person.get("displayName", ""))
        for root in trees.values()
        if local_name(root.tag) == "personList"
        for person in root
        if isinstance(person.tag, str)
    }


def _read_drawing(
    root: etree._Element, part: str, sheet: Sheet, gathering: Gathering, walk: PartWalk
) -> None:
    for paragraph in root.iter(A.p):
        walk.taken.update(paragraph.iter())
        text = "".join(run.text or "" for run in paragraph.iter(A.t))
        gathering.add(text, f"text box on {sheet.title}", part, hidden=sheet.hidden)
