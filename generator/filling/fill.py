"""Fill a Word template: the same template and context give the same bytes, or one clear error.

docxtpl translates Word's XML into Jinja and back; the rest of what it does (recovering from
broken XML by dropping text, unbounded Jinja, saving with the clock) is done here strictly.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from jinja2.exceptions import SecurityError, UndefinedError
from lxml import etree

from generator.controls import finish_controls
from generator.filling.compiled import CompiledPart, fault, prepared_template
from generator.filling.docxtpl_objects import OBJECT_MARK, parts_by_docxtpl
from generator.filling.draft import mark_draft
from generator.filling.sandbox import render
from generator.filling.template_source import TemplateSource, finished_xml, with_counted_columns
from generator.word.letterhead import Letterhead
from generator.word.package import MAIN_PART, part_bytes, write_package
from generator.word.pictures import DrawnPicture, put_pictures
from generator.word.properties import CORE_PART, Properties, core_part
from generator.word.xml import mend
from redaction.errors import TemplateError

_DRAWING = b":inline"


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


def _filled(part: CompiledPart, names: Mapping[str, object], name: str) -> etree._Element:
    source = part.source
    try:
        rendered = finished_xml(render(part.template, names))
    except (UndefinedError, SecurityError, TypeError, ValueError, RecursionError) as error:
        line = _line(error, part)
        what = f"{source.tag(line)}: {error}" if source.tag(line) else str(error)
        raise fault(name, source, line, what) from error
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
        raise fault(name, source, None, what) from error


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


def _properties(names: Mapping[str, object], as_of: date, draft: bool) -> Properties:
    document, board = names.get("document"), names.get("board")
    return Properties(
        title=str(getattr(document, "title", "")),
        author=str(getattr(board, "name", "")),
        on=as_of,
        status="Draft" if draft else "Final",
    )
