"""Recogniser of someone named with a title or rank."""

from __future__ import annotations

from redaction.detect.pattern import EXACT_CASE, LIKELY, UkPatternRecognizer

_NAME = r"\p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}[\p{Ll}\p{M}]+)?"


class TitledNameRecognizer(UkPatternRecognizer):
    """Someone named with a title or rank: "Mrs Okonkwo", "PC 1234 Lyle", "Dr S Patel"."""

    ENTITY = "TITLED_NAME"
    PATTERNS = (
        (
            "title and name",
            r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Revd|Cllr|Insp|Sgt|Supt|PC|DC|PS|DS|DI|DCI"
            r"|WPC|WDC|SW|HV|HHJ)\.?"
            r"|MR|MRS|MS|MISS|DR|Doctor|Professor|Reverend|Sir|Dame|Lord|Lady|Councillor"
            r"|Constable|Sergeant"
            r"|Inspector|Superintendent|Midwife|Nurse|Sister|Matron|Uncle|Aunt|Auntie|Nana"
            r"|Grandad|Imam|Pastor|Judge)"
            r"(?:\s\d{2,5})?\s(?:(?:[A-Z]\.?\s?){1,3}\s?)?"
            r"(?!(?:Act|Order|Team|Unit|Service|Services|Manager|Visitor|Child|Mother|Father"
            r"|Social|Worker"
            r"|Practitioner|Officer|Partnership|Mr|Mrs|Ms|Miss|Dr|Justice|Chancellor|Mayor"
            r"|Chief|Report|Inquiry|In|On|At|And|The|Who|Was|Is|Assistant|Consultant|Lead|Leader|Advisor"
            r"|Adviser|Specialist|Coordinator|Co-ordinator|Independent|Director|Deputy|Head|Named"
            r"|Designated|Led|Prescriber|Educator|Family|School|Constable|Superintendent|Inspector"
            r"|Sergeant|She|He|They|It|We|You|Wt|Seen|No|Not)\b)"
            r"(?!(?:\p{Lu}{3,8}|\p{Lu}{2,8}\d?)\b(?:\s-|:|\s?\())"
            r"(?!(?:January|February|March|April|May|June|July|August|September|October|November"
            r"|December)\s\d)"
            rf"(?:(?:O'|Mc|Mac|D'|Al-|El-)?{_NAME}|\p{{Lu}}{{3,}})(?:\s(?:(?:van|de|der|bin|al"
            rf"|el)\s)?(?:O'|Mc)?{_NAME})?",
            LIKELY,
        ),
    )  # fmt: skip
    FLAGS = EXACT_CASE
