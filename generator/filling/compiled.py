"""A template, opened, checked and compiled once, and then filled any number of times.

docxtpl translates Word's XML into Jinja; what a template may not do is found here, before it is
filled for the first time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from generator.filling.bounds import boundless_tags, is_monstrous
from generator.filling.leftovers import dangling, detach_template, fetched_from_outside, left_behind
from generator.filling.refusals import refusals
from generator.filling.sandbox import TemplateSandbox, bounded
from generator.filling.tags import join_split_tags, loose_marks, tag_count, tags_of, unpaired_blocks
from generator.filling.template_source import TemplateSource, template_source
from generator.filling.word_fields import fetching_fields
from generator.word.letterhead import Letterhead, put_letterhead, unguarded, unguarded_part
from generator.word.package import CONTENT_TYPES, parse_part, read_package
from generator.word.packing import PackedPart, packed
from generator.word.properties import make_room
from generator.word.xml import CONTENT_TYPE_NAMESPACE, without_repeats
from redaction.errors import Problem, TemplateError

_FILLED_KINDS = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
_REMEDY = "Correct it in the Word template"
_TOO_INVOLVED = (RecursionError, SyntaxError, MemoryError, ValueError, OverflowError)
_MARKUP = re.compile(rb"<[^>]*>")
_CELL_TAG = re.compile(rb"\{%[-+]?\s*(?:tc\s|colspan\b|hm\b|vm\b)")

_sandbox = TemplateSandbox()


@dataclass(frozen=True)
class CompiledPart:
    """One part of a template, ready to be filled."""

    source: TemplateSource
    template: Any
    columns_vary: bool
    """Whether tags leave out or repeat cells of table rows."""


@dataclass(frozen=True)
class CompiledTemplate:
    """A template, opened and checked once and then filled any number of times.

    ``parts`` are its parts without its own properties; ``packed`` holds those that no tag changes.
    """

    name: str
    parts: dict[str, bytes]
    compiled: tuple[CompiledPart, ...]
    packed: dict[str, PackedPart]


@lru_cache(maxsize=128)
def prepared_template(
    template: bytes, name: str, letterhead: Letterhead | None
) -> CompiledTemplate:
    """A template with a board's letterhead, compiled. ``TemplateError`` lists every fault of it."""
    plain = compile_template(template, name)
    parts = dict(plain.parts)
    make_room(parts, name)
    if letterhead:
        put_letterhead(parts, letterhead, name)
    compiled = []
    for part in plain.compiled:
        key = part.source.part
        if parts[key] is not plain.parts[key]:
            part = _compiled_part(parts[key], key, name) or part
        compiled.append(part)
    filled = {part.source.part for part in compiled}
    fixed = {key: unguarded_part(parts[key], key) for key in parts if key not in filled}
    ready = {key: packed(content) for key, content in fixed.items()}
    return CompiledTemplate(name, parts | fixed, tuple(compiled), ready)


@lru_cache(maxsize=128)
def compile_template(template: bytes, name: str) -> CompiledTemplate:
    """Open, check and compile a template. ``TemplateError`` lists every fault of it."""
    parts = read_package(template, name)
    compiled: list[CompiledPart] = []
    problems = [*fetched_from_outside(parts, name)]
    detach_template(parts, name)
    for part in filled_parts(parts, name):
        problems += dangling(parts, part, name)
        try:
            one = _compiled_part(parts[part], part, name)
            compiled += [one] if one else []
        except TemplateError as error:
            problems += error.problems
    if problems:
        raise TemplateError(problems)
    return CompiledTemplate(name, parts, tuple(compiled), {})


def checked_source(xml: bytes, part: str, name: str) -> TemplateSource | None:
    """The source of one part; none where it has no tags.

    ``TemplateError`` lists the tags that are not whole or not paired, and what was left behind.
    """
    root = without_repeats(parse_part(xml, part, name))
    if is_monstrous(xml, root):
        raise TemplateError.because(name, f"its part {part} is far too long", "Shorten it")
    faults = [*left_behind(root, part, name), *fetching_fields(root, part, name)]
    source = None
    if tag_count(root):
        join_split_tags(root)
        broken = (
            [*loose_marks(root, part)]
            or [*unpaired_blocks(tags_of(root, part))]
            or [*boundless_tags(root, part)]
        )
        faults += [Problem(f"{name}, {one.place}", one.what, one.remedy) for one in broken]
        source = None if faults else template_source(root, part)
    if faults:
        raise TemplateError(faults)
    return source


def filled_parts(parts: Mapping[str, bytes], name: str) -> list[str]:
    """The parts of a template that may hold tags: body, headers, footers, notes."""
    kinds = parse_part(parts[CONTENT_TYPES], CONTENT_TYPES, name)
    overrides = kinds.iter(f"{{{CONTENT_TYPE_NAMESPACE}}}Override")
    found = [
        str(override.get("PartName", "")).lstrip("/")
        for override in overrides
        if str(override.get("ContentType", "")).endswith(_FILLED_KINDS)
    ]
    return sorted(part for part in found if part in parts)


def parse_source(source: TemplateSource, name: str) -> nodes.Template:
    """The syntax tree of a part; ``TemplateError`` lists what templates may not do."""
    try:
        tree = _sandbox.parse(source.text)
        refused = list(refusals(tree))
    except TemplateSyntaxError as error:
        raise fault(name, source, error.lineno, _syntax(error, source)) from error
    except (RecursionError, ValueError) as error:
        raise _too_involved(name, source) from error
    if refused:
        raise TemplateError(
            Problem(
                f"{name}, {source.place(line)}",
                f"{source.tag(line)}: {what}" if source.tag(line) else what,
                _REMEDY,
            )
            for line, what in refused
        )
    return tree


def _compiled_part(xml: bytes, part: str, name: str) -> CompiledPart | None:
    """A part compiled; none where it has no tags."""
    source = checked_source(xml, part, name)
    if source is None:
        return None
    source = replace(source, text=unguarded(source.text))
    columns_vary = bool(_CELL_TAG.search(_MARKUP.sub(b"", xml)))
    return CompiledPart(source, _compiled(source, name), columns_vary)


def _compiled(source: TemplateSource, name: str) -> Any:
    tree = parse_source(source, name)
    try:
        code = _sandbox.compile(bounded(tree, _sandbox), filename=source.part)
    except TemplateSyntaxError as error:
        raise fault(name, source, error.lineno, _syntax(error, source)) from error
    except _TOO_INVOLVED as error:
        raise _too_involved(name, source) from error
    return _sandbox.template_class.from_code(_sandbox, code, _sandbox.globals)


def _too_involved(name: str, source: TemplateSource) -> TemplateError:
    """The error for a tag that Jinja or Python can't hold, found by trying each alone."""
    for line, (tag, _) in enumerate(source.lines, start=2):
        words = tag.strip("{%}-+ ").removeprefix("if ").removeprefix("elif ")
        try:
            _sandbox.compile(bounded(_sandbox.parse(f"{{{{ {words} }}}}"), _sandbox))
        except TemplateSyntaxError:
            continue
        except _TOO_INVOLVED:
            return fault(name, source, line, "a tag in it is far too involved")
    return fault(name, source, None, "its tags are far too involved")


def fault(name: str, source: TemplateSource, line: int | None, what: str) -> TemplateError:
    """The error for what is wrong with the tag on ``line`` of a part's source."""
    return TemplateError.because(f"{name}, {source.place(line)}", what.rstrip("."), _REMEDY)


def _syntax(error: TemplateSyntaxError, source: TemplateSource) -> str:
    tag = source.tag(error.lineno)
    return f"{tag}: {error.message}" if tag else str(error.message)
