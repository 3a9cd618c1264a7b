"""What is wrong with a template, in an administrator's words, before anyone fills it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casework.procedure_file import load_procedure
from generator.authoring.fields_used import FieldUses, field_uses
from generator.catalogue import DocumentType
from generator.filling.compiled import checked_source, compile_template, filled_parts, parse_source
from generator.filling.template_source import TemplateSource
from generator.word.package import read_package
from redaction.errors import Problem, TemplateError

_REMEDY = "Correct it in the Word template"


def lint(template: bytes, name: str, document: DocumentType | None = None) -> tuple[Problem, ...]:
    """Every fault of a Word template; nothing where it is sound.

    ``name`` is the file's name. With ``document`` the fields are compared with what the
    catalogue says this document needs, and the words and rules with its procedures.
    """
    try:
        parts = read_package(template, name)
        compile_template(template, name)
    except TemplateError as error:
        return error.problems
    problems: list[Problem] = []
    sources = list(_sources(parts, name))
    for source in sources:
        uses = field_uses(parse_source(source, name))
        problems += _unknown(source, uses, name)
        if document:
            problems += _not_of_the_procedure(source, uses, name, document)
    if document:
        problems += _never_printed(fields_used(template, name), name, document)
    return tuple(dict.fromkeys(problems))


def fields_used(template: bytes, name: str) -> frozenset[str]:
    """The dotted paths of all fields that a template uses, members of lists by the list's name.

    Raises ``TemplateError`` where the template can't be read or compiled.
    """
    used: set[str] = set()
    for source in _sources(read_package(template, name), name):
        used |= {use.path for use in field_uses(parse_source(source, name)).used}
    return frozenset(used)


def _sources(parts: Mapping[str, bytes], name: str) -> Iterator[TemplateSource]:
    for part in filled_parts(parts, name):
        source = checked_source(parts[part], part, name)
        if source:
            yield source


def _unknown(source: TemplateSource, uses: FieldUses, name: str) -> Iterator[Problem]:
    for use in uses.unknown:
        near = f"; did you mean “{use.near}”?" if use.near else ""
        what = f"{source.tag(use.line)}: there is no field “{use.path}”{near}"
        yield Problem(f"{name}, {source.place(use.line)}", what, _REMEDY)


def _not_of_the_procedure(
    source: TemplateSource, uses: FieldUses, name: str, document: DocumentType
) -> Iterator[Problem]:
    """Words and rules that one of the document's procedures doesn't have."""
    for procedure_id in document.procedures:
        procedure = load_procedure(procedure_id)
        rules = {rule.id for rule in procedure.rules}
        for use in uses.used:
            owner, _, key = use.path.partition(".")
            known = {"words": set(procedure.words), "due": rules, "due_text": rules}.get(owner)
            if key and known is not None and key not in known:
                what = f"{source.tag(use.line)}: the procedure {procedure_id} has no “{key}”"
                yield Problem(f"{name}, {source.place(use.line)}", what,
                              f"Known: {', '.join(sorted(known))}")  # fmt: skip


def _never_printed(used: frozenset[str], name: str, document: DocumentType) -> Iterator[Problem]:
    for path in document.fields:
        if not any(use == path or path.startswith(f"{use}.") or use.startswith(f"{path}.")
                   for use in used):  # fmt: skip
            yield Problem(
                name,
                f"the document needs the field “{path}”, and the template never prints it",
                f"Put {{{{ {path} }}}} where it belongs",
            )
