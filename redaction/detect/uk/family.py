"""Recogniser of the order and pattern of brothers and sisters."""

from __future__ import annotations

from redaction.detect.pattern import LIKELY, UkPatternRecognizer
from redaction.detect.uk.numbers_in_words import NUMBER, ORDINAL

_CHILD = (
    r"(?:child(?:ren)?|sons?|daughters?|brothers?|sisters?|siblings?|boys?|girls?|twins?|triplets?"
    r"|lads?|lass(?:es)?|bab(?:y|ies)|half[-\s]?(?:brother|sister|sibling)s?|step[-\s]?"
    r"(?:brother|sister|sibling)s?)"
)
_CHILDREN = r"(?:children|sons|daughters|brothers|sisters|siblings|boys|girls)"
_ORDER = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eldest|oldest"
    r"|youngest|middle|last)"
)
_WHOSE = r"(?:her|his|their|mother's|father's|the\s(?:mother|father|couple|family|parents?)'?s?)"
_AGE = rf"(?:{NUMBER}(?!\s(?:to|and\sover)\b)(?:\s(?:years|months|weeks))?)"
_AGES = rf"{_AGE}(?:,\s{_AGE}){{0,8}},?\s(?:and|&)\s{_AGE}"
_KIN = r"(?:brother|sister|sibling)s?"
_SEXED = (
    rf"(?:an?|{NUMBER})\s(?:older\s|younger\s|little\s|half[-\s])?(?:boy|girl|son|daughter"
    rf"|brother|sister)s?"
)
_NOT_MORE = (
    r"(?!\s(?:protection|in\sneed|care|death|practice|abuse|benefit|centred|minding"
    r"|support|welfare|safeguarding|development|and\sfamil))"
)


class BirthOrderRecognizer(UkPatternRecognizer):
    """The order or number of brothers and sisters: "the second of three brothers", "his twin"."""

    ENTITY = "BIRTH_ORDER"
    NEAR_WORDS = (
        r"half[-\s]|step-?|twin|triplet|quadruplet|eldest|oldest|youngest|elder|younger|older|middle"
        r"|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
        r"|(?:first|next|last|only)[-\s](?:born|child|bab|boy|girl|son|daughter|pregnan|of\b|one|young"
        r"|eld|\w+\s(?:one|of|in)\b)"
        rf"|(?:\d{{1,2}}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:\w+\s){{0,2}}{_CHILDREN}"
        r"|one\sof\s(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"
        rf"|{_CHILD}(?:,?\s(?:\(?aged|then|who)|,|\sof|\s\()|(?:mother|father|mum|dad|parent)\s(?:of|to)\b"
        r"|family\sof\b|pregnancy|baby\sof"
    )
    PATTERNS = (
        (
            "one of several",
            rf"\b(?:{_ORDER}|elder|younger|one)(?:[-\s]born)?\s(?:\w+\s)?(?:of|in)\s(?:a\sfamily\sof\s)?(?:(?:the"
            rf"|her|his|their|a)\s)?{NUMBER}\s(?:\w+\s)?{_CHILD}\b{_NOT_MORE}",
            LIKELY,
        ),
        (
            "eldest of several",
            rf"\b(?:eldest|oldest|youngest|middle|elder|younger)\s(?:one\s)?(?:of"
            rf"|in\sa\sfamily\sof)\s(?:the\s|her\s|his\s|their\s)?{NUMBER}\b(?!\s(?:[a-z]+s|%)\b)",
            LIKELY,
        ),
        (
            "order",
            rf"\b{_WHOSE}\s(?:{_ORDER}|only)(?:[-\s]born)?\s(?:{_CHILD}|pregnancy)\b{_NOT_MORE}",
            LIKELY,
        ),
        (
            "order of the youngest",
            r"\b(?:second|third|next)[-\s](?:youngest|eldest|oldest)\b",
            LIKELY,
        ),
        (
            "order among the children of someone",
            rf"\b{_ORDER}\sof\s(?:his|her|their|the\s(?:mother|father|couple)'s)\s"
            rf"(?:{NUMBER}\s)?(?:children|siblings|brothers|sisters|sons|daughters)\b",
            LIKELY,
        ),
        (
            "order of so many",
            rf"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth)\sof\s{NUMBER}(?=[.,;:)])",
            LIKELY,
        ),
        (
            "triplets",
            r"\b(?:triplets|quadruplets|surviving\stwin|(?:the|a)\stwin(?=,\s(?:still|born)|\swho)|(?:second|first)-?born\stwin|"
            r"(?:his|her|their)\sfirst-?born)\b",
            LIKELY,
        ),
        (
            "half-sister",
            r"\b(?:an?\s)?(?:older|younger|elder)\s(?:half|step)[-\s]?(?:brother|sister)\b",
            LIKELY,
        ),
        (
            "sexes counted",
            rf"\b{NUMBER}\s(?:boys|sons|brothers|girls|daughters"
            rf"|sisters)\sand\s{NUMBER}\s(?:boys|sons|brothers|girls|daughters|sisters)\b",
            LIKELY,
        ),
        (
            "several under an age",
            rf"\b(?:two|three|four|five|six|seven|eight|nine|ten"
            rf"|[2-9])\schildren\sunder\s(?:the\sage\sof\s)?{NUMBER}\b",
            LIKELY,
        ),
        (
            "only boy among girls",
            rf"\b(?:the\s|our\s|her\s|his\s|their\s)?only\s(?:boy|girl|son|daughter|\w+\sone)\s"
            rf"(?:between|after|among|of)\s{NUMBER}\s"
            rf"(?:sisters|brothers|girls|boys|sons|daughters|cousins|grandchildren|children)\b",
            LIKELY,
        ),
        (
            "one of twins",
            r"\b(?:elder|older|younger|first|second|smaller|bigger)(?:-born)?\sof\s(?:the\s)?"
            r"(?:twins|triplets)\b|\b(?:eldest|youngest|middle)\schild\sand\sonly\s(?:boy|girl|son"
            r"|daughter)\b",
            LIKELY,
        ),
        (
            "child of a parent",
            rf"\b{_ORDER}\schild\s(?:of|to)\s(?:the|his|her|their)\s(?:mother|father|parents|couple)\b",
            LIKELY,
        ),
        (
            "one of many",
            r"\bone\sof\s(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen)(?=[;,.)\n])",
            LIKELY,
        ),
        ("middle one", r"\bthe\smiddle\sone(?=\sand|[,.;])", LIKELY),
        ("last of several", rf"\b(?:the\s)?last\sof\s{NUMBER}(?=[.,;:)])", LIKELY),
        ("only boy", r"\b(?:the\s)?only\s(?:boy|girl|son|daughter)\b", LIKELY),
        ("eldest, by itself", r"\bthe\s(?:eldest|youngest)(?=[,;]\s)", LIKELY),
        ("baby of the family", r"\bthe\sbaby\sof\sthe\sfamily\b", LIKELY),
        ("only son", r"\ban\sonly\s(?:son|daughter|boy|girl)\b", LIKELY),
        ("one of twins, alone", r"\bone\sof\s(?:the\s)?(?:twins|triplets)\b", LIKELY),
        (
            "so many pregnancies",
            r"\bher\s(?:second|third|fourth|fifth|sixth|seventh)\spregnancy\b",
            LIKELY,
        ),
        ("in a family of", rf"\b{_ORDER}\sin\sa\sfamily\sof\s{NUMBER}\b", LIKELY),
        (
            "child of a parent, in short",
            rf"\b{_ORDER}\schild\sof\s(?:mother|father|mum|dad)\b(?:,?\s{_ORDER}\sof\s(?:mother|father|mum"
            r"|dad)\b)?",
            LIKELY,
        ),
        (
            "so many eldest",
            r"\b(?:the\s)?(?:two|three|four|five|six)\s(?:eldest|oldest|youngest)\b"
            r"(?!\s(?:age|group|year))",
            LIKELY,
        ),
        (
            "boys and a girl",
            rf"\b{NUMBER}\s(?:boys|sons|girls|daughters)\sand\s(?:an?|one)\s"
            r"(?:boy|girl|son|daughter)\b",
            LIKELY,
        ),
        (
            "twins, boy and girl",
            r"\b(?:boy\sand\sgirl|girl\sand\sboy)\stwins\b|\btwin\s(?:boys|girls)"
            rf"(?:,?\saged\s{NUMBER})?\b",
            LIKELY,
        ),
        (
            "pregnant with her third",
            r"\b(?:be|expecting|pregnant\swith|carrying|having)\s\K(?:her|their)\s(?:second|third|fourth"
            r"|fifth|sixth|seventh|eighth)(?=[.,;)\n])",
            LIKELY,
        ),
        (
            "third child in so many years",
            rf"\b(?:(?:her|their|a)\s)?(?:second|third|fourth|fifth|sixth)\s(?:child|baby|pregnancy)\sin"
            rf"\s{NUMBER}\s(?:years|months)\b",
            LIKELY,
        ),
        ("only child", rf"\ban\sonly\schild\b{_NOT_MORE}", LIKELY),
        ("pregnancy", rf"\b{_WHOSE}\s{ORDINAL}\spregnancy\b", LIKELY),
        (
            "twins",
            r"\b(?:(?:her|his|identical|non-identical|fraternal)\s(?:\w+\s)?(?:twin|triplet)s?"
            r"(?:\s(?:brother|sister"
            r"|boy|girl|sibling)s?)?|(?:one|two|three|an?\s(?:pair|set)|pair|set)\sof\s"
            r"(?:the\s)?(?:twins|triplets)"
            r"|(?:twin|triplet)\s(?:brother|sister|boy|girl|sibling|son|daughter)s?|(?:was|were"
            r"|is|a|are|the|gave"
            r"\sbirth\sto)\s(?:twins?|triplets?)(?=[\s.,;]))(?!\s(?:track|room|bed|town))",
            LIKELY,
        ),
        (
            "count",
            rf"\b(?:{NUMBER}\s(?:older|younger|elder|maternal|paternal|full)\s(?:half"
            rf"|step)?[-\s]?{_KIN}"
            rf"|(?:with|has|had|and|have)\s\K{NUMBER}\s(?:half|step)[-\s]?{_KIN})\b"
            rf"(?:\sand\s(?:{NUMBER}|an?)\s(?:older|younger|elder|half|step)?[-\s]?{_KIN})?",
            LIKELY,
        ),
        (
            "parent of several",
            rf"\b(?:a\s)?(?:single\s|young\s)?(?:mother|father|mum|dad"
            rf"|parent)\s(?:of|to)\s{NUMBER}\b(?!\s(?:month|week|year|day))",
            LIKELY,
        ),
        (
            "ages of brothers and sisters",
            rf"\b(?:{NUMBER}\s)?(?:(?:older|younger|half|step)[-\s]?)?(?:brothers|sisters"
            rf"|siblings|sons|daughters|boys|girls"
            rf"|children)(?:,?\s(?:then\s|who\swere\s)?aged|\sof|,|\s\((?:aged)?)\s?{_AGES}\b"
            rf"(?!\s(?:upwards|over))",
            LIKELY,
        ),
        (
            "several, ages between",
            rf"\b{NUMBER}\s{_CHILDREN}\saged\s(?:between\s)?{NUMBER}\s(?:and|to)\s{NUMBER}\b",
            LIKELY,
        ),
        (
            "sexes and ages",
            rf"\b{_SEXED},?\s(?:of|aged)\s{_AGE}(?:(?:,\s"
            rf"|,?\sand\s){_AGE}){{0,5}},?\sand\s{_SEXED},?\s(?:of|aged)\s{_AGE}"
            rf"(?:(?:,\s|,?\sand\s){_AGE}){{0,5}}\b",
            LIKELY,
        ),
    )
