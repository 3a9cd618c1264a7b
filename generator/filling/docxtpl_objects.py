"""What only docxtpl itself can print: its objects that put parts into the file, such as pictures.

Such an object belongs to a ``DocxTemplate``, and adds its picture or document to that one's file.
So that one fills the template, with our bounds, and without recovering from broken XML by dropping
text.
"""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Mapping

from docxtpl import DocxTemplate
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from lxml import etree

from generator.filling.sandbox import PRINTED_BY_DOCXTPL, CheckedSandbox, with_budget
from generator.word.letterhead import Letterhead, put_letterhead, unguarded_part
from generator.word.package import read_package
from generator.word.properties import make_room
from redaction.errors import TemplateError

OBJECT_MARK = PRINTED_BY_DOCXTPL.encode()
"""Stands in a filled part where such an object is to be printed."""
_checked_sandbox = CheckedSandbox()


def parts_by_docxtpl(
    parts: dict[str, bytes],
    names: Mapping[str, object],
    letterhead: Letterhead | None,
    name: str,
) -> dict[str, bytes]:
    """The parts of the file as docxtpl makes it, with the letterhead.

    ``parts`` is the file without its objects: what is returned where there are none after all.
    Raises ``TemplateError`` where docxtpl can't print them.
    """
    docxtpl = _docxtpl_of(names)
    if docxtpl is None:
        return parts
    try:
        content = _filled(docxtpl, with_budget(names))
    except (
        UndefinedError, SecurityError, TemplateSyntaxError, etree.XMLSyntaxError,
        AttributeError, TypeError, ValueError, LookupError, OSError, RecursionError,
    ) as error:  # fmt: skip
        raise TemplateError.because(
            name,
            f"docxtpl can't print one of its objects ({error})",
            "Look at the tag that prints it, and at the picture or document itself",
        ) from error
    made = read_package(content, name)
    make_room(made, name)
    if letterhead:
        put_letterhead(made, letterhead, name)
    return {part: unguarded_part(made[part], part) for part in made}


def _docxtpl_of(value: object) -> DocxTemplate | None:
    """The ``DocxTemplate`` of the first object in ``value`` that belongs to one."""
    if isinstance(value, Mapping):
        value = tuple(value.values())
    elif dataclasses.is_dataclass(value):
        value = [getattr(value, field.name) for field in dataclasses.fields(value)]
    if isinstance(value, list | tuple):
        return next((found for one in value if (found := _docxtpl_of(one)) is not None), None)
    owner = None if isinstance(value, str) else getattr(value, "tpl", None)
    return owner if isinstance(owner, DocxTemplate) else None


def _filled(docxtpl: DocxTemplate, names: Mapping[str, object]) -> bytes:
    """The steps of ``DocxTemplate.render``, with the body read strictly."""
    docxtpl.render_init()
    body = docxtpl.build_xml(names, _checked_sandbox)
    etree.fromstring(body)
    tree = docxtpl.fix_tables(body)
    docxtpl.fix_docpr_ids(tree)
    docxtpl.map_tree(tree)
    for kind in (docxtpl.HEADER_URI, docxtpl.FOOTER_URI):
        for key, xml in docxtpl.build_headers_footers_xml(names, kind, _checked_sandbox):
            docxtpl.map_headers_footers_xml(key, xml)
    docxtpl.render_footnotes(names, _checked_sandbox)
    docxtpl.is_rendered = True
    buffer = io.BytesIO()
    docxtpl.save(buffer)
    return buffer.getvalue()
