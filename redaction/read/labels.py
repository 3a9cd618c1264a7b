"""What an author calls the attributes and the loose texts of an Office file."""

from __future__ import annotations

LABELS = {
    "descr": "picture description (alt text)",
    "docPr name": "picture name", "docPr title": "picture title",
    "cNvPr name": "picture file name", "cNvPr title": "picture title",
    "imagedata title": "picture file name", "alt": "picture description (alt text)",
    "bookmarkStart name": "bookmark name", "tooltip": "link tooltip", "anchor": "link target",
    "Relationship Target": "link target", "alias val": "content control title",
    "tag val": "content control tag", "listItem displayText": "list item of a content control",
    "listItem value": "list item of a content control",
    "placeholder docPart": "content control placeholder",
    "author": "author of a tracked change or comment", "initials": "initials of an author",
    "person author": "person who edited the file", "presenceInfo userId": "account of an editor",
    "docVar name": "document variable", "docVar val": "document variable",
    "property name": "document properties: custom property",
    "style name": "style name", "style styleId": "style name", "aliases val": "style name",
    "fldSimple instr": "field instruction", "name val": "style name", "ddList": "form field",
    "helpText val": "help text of a form field", "statusText val": "help text of a form field",
    "default val": "default of a form field", "listEntry val": "choice of a form field",
    "textpath string": "watermark",
    "query val": "mail merge query", "connectString val": "mail merge source",
    "sheet name": "sheet name", "definedName name": "defined name of a workbook",
    "definedName comment": "defined name of a workbook", "fileSharing userName":
    "person who edited the file", "userInfo name": "person who edited the file",
    "person displayName": "author of a comment", "person userId": "account of an editor",
    "person id": "account of an editor", "protectedRange name": "name of a protected range",
    "scenario name": "scenario", "scenario user": "scenario", "scenario comment": "scenario",
    "inputCells val": "value of a scenario", "filter val": "filter of a column",
    "hyperlink location": "link target", "hyperlink display": "text of a link",
    "numFmt formatCode": "number format", "cellStyle name": "style name",
    "table name": "table name", "table displayName": "table name",
    "tableColumn name": "table column", "refreshedBy": "person who refreshed it",
    "cacheField name": "name of a column", "sheetName val": "sheet name",
    "cmAuthor name": "author of a comment", "cmAuthor initials": "initials of an author",
    "author name": "author of a comment", "author userId": "account of an editor",
    "custShow name": "name of a custom show", "section name": "name of a section",
    "tag name": "tag", "control name": "name of a form field", "cSld name": "name of a slide",
    "tblCaption val": "table description (alt text)",
    "tblDescription val": "table description (alt text)",
    "dataBinding xpath": "data binding of a content control",
    "docPart val": "content control placeholder", "customXml element": "custom XML",
    "OLEObject ProgID": "kind of an embedded object", "label name": "sensitivity label",
    "namespace": "namespace", "element name": "name of an element",
    "ed": "editor of a protected range", "uri": "address",
}  # fmt: skip
"""What an author calls an attribute, by element and attribute or by attribute alone."""

LABELLED_TEXT = {
    "title": "document properties: title", "subject": "document properties: subject",
    "creator": "document properties: author", "keywords": "document properties: keywords",
    "description": "document properties: comments", "category": "document properties: category",
    "lastModifiedBy": "document properties: last modified by",
    "contentStatus": "document properties: status", "identifier": "document properties: identifier",
    "Company": "document properties: company", "Manager": "document properties: manager",
    "Template": "document properties: template", "HyperlinkBase": "document properties: link base",
    "instrText": "field instruction", "definedName": "defined name of a workbook",
    "X509SubjectName": "signature", "X509IssuerName": "signature",
    "lpwstr": "document properties: custom property",
    "lpstr": "document properties: custom property",
}  # fmt: skip
"""The same for the texts of elements, by the element alone."""
