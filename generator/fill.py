"""Fill a Word template: the same template and context give the same bytes, or one clear error.

docxtpl translates Word's XML into Jinja and back; the rest of what it does (recovering from
broken XML by dropping text, unbounded Jinja, saving with the clock) is done here strictly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from lxml import etree

from generator.bounds import boundless_tags, is_monstrous
from generator.controls import finish_controls
from generator.docxtpl_objects import OBJECT_MARK, parts_by_docxtpl
from generator.draft import mark_draft
from generator.leftovers import dangling, detach_template, fetched_from_outside, left_behind
from generator.letterhead import Letterhead, put_letterhead, unguarded, unguarded_part
from generator.packing import PackedPart, packed
from generator.pictures import DrawnPicture, put_pictures
from generator.properties import CORE_PART, Properties, core_part, make_room
from generator.sandbox import TemplateSandbox, bounded, refusals, render
from generator.tags import join_split_tags, loose_marks, tag_count, tags_of, unpaired_blocks
from generator.template_source import (
    TemplateSource,
    finished_xml,
    template_source,
    with_counted_columns,
)
from generator.word_fields import fetching_fields
from generator.word_package import (
    CONTENT_TYPES,
    MAIN_PART,
    parse_part,
    part_bytes,
    read_package,
    write_package,
)
from generator.word_xml import CONTENT_TYPE_NAMESPACE, mend, without_repeats
from redaction.errors import Problem, TemplateError

_FILLED_KINDS = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
_REMEDY = "Correct it in the Word template"
_TOO_INVOLVED = (RecursionError, SyntaxError, MemoryError, ValueError, OverflowError)
_DRAWING = b":inline"
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
    ``pictures`` are drawn for the names that the template has. With ``draft`` the file is marked
    on every page and its gaps are highlighted. Raises ``TemplateError`` naming the template and
    the paragraph.

    ``names`` may hold docxtpl's own objects too. Those that put parts into the file, such as an
    ``InlineImage``, are printed by the ``DocxTemplate`` of this template that they belong to.
    """
    ready = prepared_template(template, name, letterhead)
    parts = dict(ready.parts)
    for part in ready.compiled:
        parts[part.source.part] = part_bytes(_filled(part, names, name))
    if any(OBJECT_MARK in parts[part.source.part] for part in ready.compiled):
        parts = parts_by_docxtpl(parts, names, letterhead, name)
    if pictures and _DRAWING in parts[MAIN_PART]:
        put_pictures(parts, pictures, name)
    if draft:
        mark_draft(parts, name)
    parts[CORE_PART] = core_part(_properties(names, as_of, draft))
    return write_package(parts, ready.packed)


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
        raise _fault(name, source, error.lineno, _syntax(error, source)) from error
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
        raise _fault(name, source, error.lineno, _syntax(error, source)) from error
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
            return _fault(name, source, line, "a tag in it is far too involved")
    return _fault(name, source, None, "its tags are far too involved")


def _filled(part: CompiledPart, names: Mapping[str, object], name: str) -> etree._Element:
    source = part.source
    try:
        rendered = finished_xml(render(part.template, names))
    except (UndefinedError, SecurityError, TypeError, ValueError, RecursionError) as error:
        line = _line(error, part)
        what = f"{source.tag(line)}: {error}" if source.tag(line) else str(error)
        raise _fault(name, source, line, what) from error
    root = _strict(rendered, source, name)
    if part.columns_vary:
        root = _with_counted_columns(rendered, source, name)
    mend(root)
    finish_controls(root)
    return root


def _with_counted_columns(xml: str, source: TemplateSource, name: str) -> etree._Element:
    try:
        return with_counted_columns(xml)
    except (AttributeError, TypeError, ValueError, ZeroDivisionError) as error:
        what = "a table whose cells are repeated or left out does not say how wide its columns are"
        raise _fault(name, source, None, what) from error


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


def _line(error: BaseException, part: CompiledPart) -> int | None:
    """The line of the source on which rendering failed."""
    trace = error.__traceback__
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == part.source.part:
            line = part.template.get_corresponding_lineno(trace.tb_lineno)
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
