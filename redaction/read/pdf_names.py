"""What an author calls the entries of PDF dictionaries, and which names every PDF has."""

from __future__ import annotations

import re
from functools import cache

from pypdf import constants
from pypdf.generic import DictionaryObject

from redaction.read.marks import known_values

LABELS = {
    "/ActualText": "replacement text (ActualText)", "/Alt": "picture description (alt text)",
    "/E": "expansion of an abbreviation", "/Contents": "annotation", "/RC": "annotation",
    "/Subj": "subject of an annotation", "/OverlayText": "text over a redaction",
    "/URI": "link target", "/JS": "JavaScript", "/TU": "tooltip of a form field",
    "/TM": "name of a form field", "/V": "content of a form field",
    "/DV": "content of a form field", "/Opt": "choice of a form field", "/UF": "attachment name",
    "/F": "attachment name", "/Desc": "attachment description", "/Reason": "signature",
    "/Location": "signature", "/ContactInfo": "signature", "/Names": "named destination",
    "/Limits": "named destination", "/Dest": "named destination", "/D": "named destination",
    "/P": "page label", "/Title": "title", "/Author": "author", "/Subject": "subject",
    "/Keywords": "keywords", "/Info": "output profile", "/XFA": "form data",
    "/PieceInfo": "private data of a program", "/Cert": "signature", "/T": "title",
}  # fmt: skip
"""Labels by key alone."""

_STRUCTURE = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry "
    "Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form Artifact Strong Em Title "
    "FENote Sub Aside DocumentFragment Footnote Endnote Textbody Heading Row Column Both Normal"
)
_GENERAL = (
    "Type Subtype Length Filter FlateDecode DCTDecode DecodeParms Predictor Columns Colors Root "
    "Size Index W Prev ID Info Catalog Pages Page Kids Count Parent Resources MediaBox CropBox "
    "BleedBox TrimBox ArtBox Rotate Contents Font XObject ExtGState ColorSpace Pattern Shading "
    "ProcSet PDF Text ImageB ImageC ImageI Properties StructParents StructParent Tabs Annots "
    "Group Transparency CS DeviceRGB DeviceGray DeviceCMYK CalRGB CalGray Lab ICCBased Indexed "
    "Separation DeviceN TrueType Type0 Type1 Type3 CIDFontType0 CIDFontType2 BaseFont Encoding "
    "WinAnsiEncoding MacRomanEncoding PDFDocEncoding StandardEncoding Identity-H Identity-V "
    "ToUnicode DescendantFonts FontDescriptor FontName FontFamily FontStretch FontWeight Flags "
    "FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth "
    "MissingWidth FontFile FontFile2 FontFile3 CharSet CIDSystemInfo Registry Ordering Supplement "
    "CIDToGIDMap Identity DW DW2 W2 Widths FirstChar LastChar Differences Image Width Height "
    "BitsPerComponent ImageMask Mask SMask Decode Interpolate Intent Metadata XML Form FormType "
    "BBox Matrix StructTreeRoot StructElem ParentTree ParentTreeNextKey RoleMap ClassMap IDTree "
    "Nums MarkInfo Marked Suspects Lang ViewerPreferences DisplayDocTitle Outlines First Last Next "
    "Dest Dests Names Limits XYZ Fit FitH FitV FitR FitB GoTo GoToR URI Action Link Border Rect "
    "Highlight Popup FreeText StrikeOut Underline Squiggly Stamp Ink Line Square Circle Polygon "
    "FileAttachment Widget Redact Caret Watermark Sound Movie Screen QuadPoints AP DA DR Fields "
    "NeedAppearances SigFlags AcroForm FT Tx Btn Ch Sig FT MK BC BG CA Off Yes On AS OCG OCGs "
    "OCProperties OCMD OFF ON Order RBGroups Usage Print View Export Creator Event State BaseState "
    "EmbeddedFile EmbeddedFiles Filespec AFRelationship Params ModDate CreationDate CheckSum "
    "OpenAction JavaScript PageLabels PageMode UseNone UseOutlines PageLayout OneColumn SinglePage "
    "OutputIntents OutputIntent GTS_PDFA1 GTS_PDFX OutputConditionIdentifier RegistryName "
    "DestOutputProfile Version Extensions ADBE BaseVersion ExtensionLevel Producer Title Author "
    "Subject Keywords Trapped True False Unknown PTEX Fullbanner XRef ObjStm Extends Linearized "
    "Encrypt Standard StmF StrF StdCF CF CFM AESV2 AESV3 V2 AuthEvent DocOpen EFOpen Perms "
    "EncryptMetadata Luminosity Alpha Isolated Knockout BM SA OP op OPM ca AIS TK HT TR2 UCR2 BG2 "
    "Multiply Screen Overlay Darken Lighten Compatible Functions FunctionType Domain Range Bounds "
    "Encode BitsPerSample ShadingType Coords Extend Background PatternType PaintType TilingType "
    "XStep YStep Scope TableScope RowSpan ColSpan Headers Summary ListNumbering Placement Block "
    "Inline WritingMode LrTb SpaceBefore SpaceAfter StartIndent EndIndent TextIndent TextAlign "
    "Start End Center Justify TextDecorationType LineHeight Color OBJR MCR MCID Pg Obj Stm StmOwn "
    "DocChecksum WhitePoint lab-d50 lab-d65 Length1 Length2 Length3 "
    "Attached Pagination Layout Bottom Top Header Footer Page Type1C CIDFontType0C OpenType "
    "ActualText Alt Artifact BDC EMC Contents PieceInfo LastModified Private Thumb VP Measure UR3 "
    "Lastmodified Desc UF EF Filespec Data Source Alternative Supplement Unspecified Prefix "
    "PrintScaling Duplex HideToolbar HideMenubar FitWindow CenterWindow NonFullScreenPageMode "
    "Direction L2R R2L AppDefault FieldMDP SigRef TransformMethod TransformParams DocMDP Rendition "
    "NS Namespace Namespaces RoleMapNS Phoneme PhoneticAlphabet AuxiliaryNames CharProcs N R D "
    "Subj Popup Open Comment Note Help Insert Key NewParagraph Paragraph NM IRT RT StateModel "
    "ProcSet ImageB Black White ColorTransform Colorants Process Components All None Default Sect"
)
_SHORT = re.compile(r"[A-Za-z]{1,2}|[A-Za-z]{1,4}\d+|\d[\d.-]*|[\W\d_]+|(?:Image|Font|Form)\d+")
_DIGEST = re.compile(r"[0-9A-Fa-f]{16,}")
_FONT_KEYS = frozenset({"/BaseFont", "/FontName", "/FontFamily"})
_FONT_STYLE = re.compile(
    r"^[A-Z]{6}\+|[-,]?(?:Bold|Italic|Oblique|Regular|Medium|Light|Book|MT|PS)"
)


@cache
def _usual_names() -> frozenset[str]:
    names = {*_GENERAL.split(), *_STRUCTURE.split()}
    for holder in vars(constants).values():
        if isinstance(holder, type):
            values = [str(value) for value in vars(holder).values() if isinstance(value, str)]
            names.update(value[1:] for value in values if value.startswith("/"))
    return frozenset(names)


@cache
def _fonts() -> frozenset[str]:
    return frozenset(name.replace(" ", "") for name in known_values("fonts"))


def is_usual_name(name: str, key: str) -> bool:
    """Whether a name, the value of ``key``, is one of PDF's own, a number or a known font."""
    if key in _FONT_KEYS:
        return _FONT_STYLE.sub("", name).replace("-", "").replace(" ", "") in _fonts()
    if _DIGEST.fullmatch(name):
        return True
    return name in _usual_names() or bool(_SHORT.fullmatch(name))


def label_of(dictionary: DictionaryObject, key: str) -> str:
    """What an author calls the entry ``key`` of ``dictionary``; empty when nothing special."""
    if key == "/Title":
        return "bookmark (outline)" if "/Parent" in dictionary else "title"
    if key in ("/N", "/V") and "/N" in dictionary and "/V" in dictionary:
        return "property of a part of the structure"
    if key == "/T":
        return _title_label(dictionary)
    if key == "/Name":
        kind = dictionary.get("/Type")
        return {"/OCG": "layer name", "/Sig": "signature"}.get(str(kind), "")
    if key == "/P" and "/Type" in dictionary:
        return ""
    return LABELS.get(key, "")


def _title_label(dictionary: DictionaryObject) -> str:
    if dictionary.get("/Subtype") == "/Widget" or "/FT" in dictionary:
        return "name of a form field"
    if dictionary.get("/Type") == "/StructElem" or "/S" in dictionary:
        return "title of a part of the structure"
    return "author of an annotation"
