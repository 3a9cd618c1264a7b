"""Renames the styles of a copy whose names tell something; every use follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from redaction.anonymise.spots import Spot
from redaction.read.fold import spell_out
from redaction.read.marks import known_values
from redaction.read.names import W

_USES = (W.pStyle, W.rStyle, W.tblStyle, W.basedOn, W.next, W.link, W.numStyleLink, W.styleLink)


def style_spots(trees: list[etree._Element]) -> Iterator[Spot]:
    """A spot for each style that is not Word's own, over its name, its other names and its id.

    When anything is found in it, the style gets a number for a name. Its look stays.
    """
    uses = [use for tree in trees for use in tree.iter(*_USES)]
    styles = [style for tree in trees for style in tree.iter(W.style)]
    for number, style in enumerate(styles, 1):
        named = style.iterchildren(W.name, W.aliases)
        names = [str(style.get(W.styleId, "")), *(str(each.get(W.val, "")) for each in named)]
        if any(name not in known_values("styles") for name in names):
            text = "\n".join(dict.fromkeys(spell_out(name) for name in names))
            yield Spot(text, _renamer(style, f"Style{number}", uses))


def _renamer(
    style: etree._Element, new: str, uses: list[etree._Element]
) -> Callable[[int, int, str], None]:
    old = style.get(W.styleId)
    own_uses = [use for use in uses if use.get(W.val) == old]

    def rename(start: int, end: int, text: str) -> None:
        style.set(W.styleId, new)
        for child in style.iterchildren(W.name):
            child.set(W.val, new)
        for child in list(style.iterchildren(W.aliases)):
            style.remove(child)
        for use in own_uses:
            use.set(W.val, new)

    return rename
