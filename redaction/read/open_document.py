"""Reads an OpenDocument package: its texts in their order, then every other part and byte."""

from __future__ import annotations

from lxml import etree

from redaction.errors import RedactionError
from redaction.read.gathering import Gathering
from redaction.read.names import OpenNames as N
from redaction.read.office import read_bytes, read_links, read_zip, xml_trees
from redaction.read.open_changes import tracked_changes
from redaction.read.open_marks import read_open_marks
from redaction.read.open_places import Spot
from redaction.read.open_story import OpenStory
from redaction.read.open_styles import OpenStyles
from redaction.read.package import Package, open_package

_TITLES = {
    "meta.xml": "", "settings.xml": "settings", "META-INF/manifest.xml": "list of parts",
    "META-INF/documentsignatures.xml": "signature",
}  # fmt: skip


def read_open_document(content: bytes, gathering: Gathering) -> None:
    """Every place of an .odt, .ods or .odp. Raises RedactionError when broken or protected."""
    package = open_package(content, gathering)
    read_open_package(package, gathering)


def read_open_package(package: Package, gathering: Gathering) -> None:
    """The same for a package that is open already, such as one in another file."""
    trees = xml_trees(package, gathering)
    manifest = trees.get("META-INF/manifest.xml")
    encrypted = N.manifest.encryption_data
    if manifest is not None and next(manifest.iter(encrypted), None) is not None:
        raise RedactionError.because(
            gathering.file,
            "it is protected by a password",
            "Open it with the password, take the password off, save it, and use that file",
        )
    body = trees.get("content.xml")
    if body is None or body.find(N.office.body) is None:
        raise RedactionError.because(
            gathering.file, "the file is broken: it has no text", "Ask for the file again"
        )
    entries = frozenset(package.parts) | {f"{name.rpartition('/')[0]}/" for name in package.parts}
    stories: dict[str, OpenStory] = {}
    for name in ("content.xml", "styles.xml", *trees):
        if name in trees and name not in stories:
            stories[name] = _read_text(name, trees, gathering)
    for entry in package.entries:
        root = trees.get(entry.name)
        if root is None or package.parts[entry.name] is not entry.content:
            read_bytes(entry, gathering)
        else:
            title = _TITLES.get(entry.name, _title(entry.name))
            read_open_marks(root, stories[entry.name], title, entries, gathering)
    read_links(package, gathering)
    read_zip(package, gathering)


def _read_text(name: str, trees: dict[str, etree._Element], gathering: Gathering) -> OpenStory:
    """Walk the text of one part; parts without text are walked in vain, at no cost."""
    folder = name.rpartition("/")[0]
    here = [f"{folder}/{each}" if folder else each for each in ("content.xml", "styles.xml")]
    styles = OpenStyles(trees[each] for each in here if each in trees)
    root = trees[name]
    story = OpenStory(gathering, name, styles, tracked_changes(root))
    place = f"object {folder}" if folder else "body"
    for container in root.iter(N.office.body):
        for change in container.iter(N.text.tracked_changes):
            _take(story, change)
        story.read(container, Spot(place, numbered=not folder))
    for container in root.iter(N.office.master_styles):
        story.read(container, Spot("page style"))
    for identifier, deletion in story.changes.items():
        if deletion.text and identifier not in story.used:
            where = f"deleted text (tracked change by {deletion.author})"
            gathering.add(deletion.text, where, name, hidden=True)
    return story


def _take(story: OpenStory, changes: etree._Element) -> None:
    """Deleted text is read where it stood, so not once more where it is kept."""
    for paragraph in changes.iter(N.text.p, N.text.h):
        story.texts.update(paragraph.iter())
        story.tails.update(paragraph.iterdescendants())


def _title(name: str) -> str:
    if name.startswith("Basic/"):
        return "macros"
    return f"object {name.rpartition('/')[0]}" if name.startswith("Object") else ""
