"""Reads the parts of a PowerPoint package that hold text, and says what an author calls them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from redaction.read.gathering import Gathering
from redaction.read.names import P, R
from redaction.read.package import Package
from redaction.read.safe_xml import local_name, number
from redaction.read.slide_shapes import Canvas, read_shapes
from redaction.read.walks import PartWalk

Trees = Mapping[str, etree._Element]
_MASTERS = {
    P.sldMaster: "slide master", P.sldLayout: "slide layout", P.notesMaster: "notes master",
    P.handoutMaster: "handout master",
}  # fmt: skip


@dataclass(frozen=True)
class Slide:
    """A slide's part, its number in the show (0 when it is in none) and whether it is shown."""

    part: str
    title: str
    hidden: bool


def read_slides(package: Package, trees: Trees, gathering: Gathering) -> dict[str, PartWalk]:
    """Read slides, notes, comments and masters; the walks, by the name of the part."""
    main = next((name for name, root in trees.items() if root.tag == P.presentation), None)
    if main is None:
        return {}
    walks: dict[str, PartWalk] = {}
    canvas = _canvas(trees[main])
    authors = _authors(trees)
    for slide in _slides(package, trees, main):
        walk = walks[slide.part] = PartWalk(title=slide.title)
        read_shapes(
            trees[slide.part], slide.part, slide.title, canvas, gathering, walk, hidden=slide.hidden
        )
        for link in package.related(slide.part).values():
            root = trees.get(link.target)
            if root is None or link.target in walks:
                continue
            if root.tag == P.notes:
                title = f"speaker notes of {slide.title}"
                walk = walks[link.target] = PartWalk(title=title)
                read_shapes(root, link.target, title, None, gathering, walk, hidden=True)
            elif link.kind == "comments":
                walk = walks[link.target] = PartWalk(title=f"comments on {slide.title}")
                _read_comments(root, link.target, slide, authors, gathering, walk)
            elif link.kind in ("chart", "chartEx", "diagramData"):
                kind = "SmartArt diagram" if link.kind == "diagramData" else "chart"
                walks[link.target] = PartWalk(
                    title=f"{kind} on {slide.title}", shown=not slide.hidden
                )
    _read_masters(trees, gathering, walks)
    return walks


def _canvas(presentation: etree._Element) -> Canvas | None:
    size = presentation.find(P.sldSz)
    if size is None:
        return None
    width, height = number(size.get("cx")), number(size.get("cy"))
    return Canvas(width, height) if width and height else None


def _slides(package: Package, trees: Trees, main: str) -> list[Slide]:
    links = package.related(main)
    slides: list[Slide] = []
    for position, element in enumerate(trees[main].iter(P.sldId), 1):
        link = links.get(str(element.get(R.id, "")))
        if link is not None and link.target in trees:
            hidden = trees[link.target].get("show") in ("0", "false")
            slides.append(
                Slide(link.target, f"{'hidden ' if hidden else ''}slide {position}", hidden)
            )
    known = {slide.part for slide in slides}
    for name, root in trees.items():
        if root.tag == P.sld and name not in known:
            slides.append(Slide(name, f"slide that is not in the show ({name})", hidden=True))
    return slides


def _authors(trees: Trees) -> dict[str, str]:
    """Who wrote comments, by id, in the old and in the new list of authors."""
    return {
        str(author.get("id", "")): str(author.get("name", ""))
        for root in trees.values()
        if local_name(root.tag) in ("cmAuthorLst", "authorLst")
        for author in root
        if isinstance(author.tag, str)
    }


def _read_comments(
    root: etree._Element, part: str, slide: Slide, authors: Mapping[str, str],
    gathering: Gathering, walk: PartWalk,
) -> None:  # fmt: skip
    """Comments and replies; text stands in one element, or in paragraphs of runs."""
    for comment in root.iter():
        if local_name(comment.tag) not in ("cm", "reply"):
            continue
        author = authors.get(str(comment.get("authorId", "")), "") or "an unknown author"
        own = [
            each
            for child in comment
            if local_name(child.tag) in ("text", "txBody")
            for each in child.iter(etree.Element)
        ]
        walk.taken.update(own)
        text = "".join(each.text or "" for each in own if local_name(each.tag) in ("text", "t"))
        gathering.add(text, f"comment by {author} on {slide.title}", part, hidden=True)


def _read_masters(trees: Trees, gathering: Gathering, walks: dict[str, PartWalk]) -> None:
    """Masters and layouts: their own words show on slides, their prompts do not."""
    for name, root in trees.items():
        title = _MASTERS.get(str(root.tag), "")
        if not title or name in walks:
            continue
        shape_tree = root.find(P.cSld)
        called = "" if shape_tree is None else str(shape_tree.get("name", ""))
        title = f"{title} {called}".rstrip()
        walk = walks[name] = PartWalk(title=title)
        hidden = root.tag in (P.notesMaster, P.handoutMaster)
        read_shapes(root, name, title, None, gathering, walk, hidden=hidden, prompts=True)
