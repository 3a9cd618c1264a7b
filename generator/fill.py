"""Fill a Word template: the same template and context give the same bytes, or one clear error.

docxtpl translates Word's XML into Jinja and back; the rest of what it does (recovering from
broken XML by dropping text, unbounded Jinja, saving with the clock) is done here strictly.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from lxml import etree

from generator.controls import finish_controls
from generator.draft import mark_draft
from generator.leftovers import detach_template, fetched_from_outside, left_behind
from generator.letterhead import Letterhead, put_letterhead
from generator.pictures import DrawnPicture, put_pictures
from generator.properties import Properties, put_properties
from generator.sandbox import TemplateSandbox, refusals, render, with_counted_loops
from generator.tags import join_split_tags, loose_marks, tag_count, tags_of, unpaired_blocks
from generator.template_source import TemplateSource, finished_xml, template_source
from generator.word_package import (
    CONTENT_TYPES,
    parse_part,
    part_bytes,
    read_package,
    write_package,
)
from generator.word_xml import CONTENT_TYPE_NAMESPACE, mend
from redaction.errors import Problem, TemplateError

MOST_PART_BYTES = 5_000_000
"""Of the XML of one part; our longest template stays below two hundred thousand."""
MOST_TAGS = 3_000
"""In one part; docxtpl's translation takes time with the square of it."""

_FILLED_KINDS = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
_REMEDY = "Correct it in the Word template"

_sandbox = TemplateSandbox()


@dataclass(frozen=True)
class CompiledPart:
    """One part of a template, ready to be filled."""

    source: TemplateSource
    template: Any


@dataclass(frozen=True)
class CompiledTemplate:
    """A template, opened and checked once and then filled any number of times."""

    name: str
    sha256: str
    parts: dict[str, bytes]
    compiled: tuple[CompiledPart, ...]


def fill(
    template: bytes,
    names: Mapping[str, object],
    *,
    name: str,
    as_of: date,
    letterhead: Letterhead | None = None,
    pictures: Mapping[str, DrawnPicture] | None = None,
    draft: bool = False,
) -> bytes:
    """The Word file that ``template`` becomes with the context's ``names``.

    ``name`` is what messages call the template; ``as_of`` dates the file's properties;
    ``pictures`` are drawn for the names that the template has. With
    ``draft`` the file is marked on every page and its gaps are highlighted. Raises
    ``TemplateError`` naming the template and the paragraph.
    """
    compiled = compile_template(template, name)
    parts = dict(compiled.parts)
    for part in compiled.compiled:
        parts[part.source.part] = part_bytes(_filled(part, names, name))
    if letterhead:
        put_letterhead(parts, letterhead, name)
    if pictures:
        put_pictures(parts, pictures, name)
    if draft:
        mark_draft(parts, name)
    put_properties(parts, _properties(names, as_of, draft), name)
    return write_package(parts)


@lru_cache(maxsize=64)
def compile_template(template: bytes, name: str) -> CompiledTemplate:
    """Open, check and compile a template. ``TemplateError`` lists every fault of it."""
    parts = read_package(template, name)
    compiled: list[CompiledPart] = []
    problems = [*fetched_from_outside(parts, name)]
    detach_template(parts, name)
    for part in filled_parts(parts, name):
        try:
            source = checked_source(parts[part], part, name)
            compiled += [CompiledPart(source, _compiled(source, name))] if source else []
        except TemplateError as error:
            problems += error.problems
    if problems:
        raise TemplateError(problems)
    return CompiledTemplate(name, hashlib.sha256(template).hexdigest(), parts, tuple(compiled))


def checked_source(xml: bytes, part: str, name: str) -> TemplateSource | None:
    """The source of one part; none where it has no tags.

    ``TemplateError`` lists the tags that are not whole or not paired, and what was left behind.
    """
    root = parse_part(xml, part, name)
    if len(xml) > MOST_PART_BYTES or tag_count(root) > MOST_TAGS:
        raise TemplateError.because(name, f"its part {part} is far too long", "Shorten it")
    faults = [*left_behind(root, part, name)]
    source = None
    if tag_count(root):
        join_split_tags(root)
        broken = [*loose_marks(root, part)] or [*unpaired_blocks(tags_of(root, part))]
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
    except TemplateSyntaxError as error:
        raise _fault(name, source, error.lineno, _syntax(error, source)) from error
    except (RecursionError, ValueError) as error:
        raise _fault(name, source, None, "its tags are nested too deeply") from error
    refused = list(refusals(tree))
    if refused:
        raise TemplateError(
            Problem(f"{name}, {source.place(line)}", f"{source.tag(line)}: {what}", _REMEDY)
            for line, what in refused
        )
    return tree


def _compiled(source: TemplateSource, name: str) -> Any:
    tree = with_counted_loops(parse_source(source, name), _sandbox)
    try:
        code = _sandbox.compile(tree, filename=source.part)
        return _sandbox.template_class.from_code(_sandbox, code, _sandbox.globals)
    except TemplateSyntaxError as error:
        raise _fault(name, source, error.lineno, _syntax(error, source)) from error
    except (RecursionError, SyntaxError, MemoryError) as error:
        raise _fault(name, source, None, "its tags are nested too deeply") from error


def _filled(part: CompiledPart, names: Mapping[str, object], name: str) -> etree._Element:
    source = part.source
    try:
        rendered = render(part.template, names)
    except (UndefinedError, SecurityError, TypeError, ValueError, RecursionError) as error:
        line = _line(error, source)
        what = f"{source.tag(line)}: {error}" if source.tag(line) else str(error)
        raise _fault(name, source, line, what) from error
    root = _strict(finished_xml(rendered), source, name)
    mend(root)
    finish_controls(root)
    return root


def _strict(xml: str, source: TemplateSource, name: str) -> etree._Element:
    """The filled part as XML; where it is broken, about where it breaks."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(xml.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        column = (error.position or (1, 1))[1]
        before = xml.encode("utf-8")[:column].decode("utf-8", "ignore")
        number = before.count("<w:p>") + before.count("<w:p ")
        raise TemplateError.because(
            f"{name}, {source.place(None)}",
            f"filling it in breaks the document near paragraph {number}",
            "Look for a tag that begins in one paragraph, row or cell and ends in another",
        ) from error


def _line(error: BaseException, source: TemplateSource) -> int | None:
    """The line of the source on which rendering failed."""
    trace = error.__traceback__
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == source.part:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _fault(name: str, source: TemplateSource, line: int | None, what: str) -> TemplateError:
    return TemplateError.because(f"{name}, {source.place(line)}", what.rstrip("."), _REMEDY)


def _syntax(error: TemplateSyntaxError, source: TemplateSource) -> str:
    tag = source.tag(error.lineno)
    return f"{tag}: {error.message}" if tag else str(error.message)


def _properties(names: Mapping[str, object], as_of: date, draft: bool) -> Properties:
    document, board = names.get("document"), names.get("board")
    return Properties(
        title=str(getattr(document, "title", "")),
        author=str(getattr(board, "name", "")),
        on=as_of,
        status="Draft" if draft else "Final",
    )
