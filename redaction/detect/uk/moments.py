"""Recogniser of birthdays and of times that fix a day without giving its date."""

from __future__ import annotations

from redaction.detect.pattern import LIKELY, UkPatternRecognizer
from redaction.detect.uk.numbers_in_words import NUMBER, ORDINAL

_YEAR = (
    r"(?:,?\s(?:in\s)?(?:(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\s)?"
    r"(?:19|20)\d\d)?"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_FEAST_DAY = (
    r"(?:Christmas\s(?:Day|Eve|morning)|Boxing\sDay|New\sYear'?s'?\s(?:Day|Eve)|Hogmanay"
    r"|Good\sFriday"
    r"|Maundy\sThursday|Easter\s(?:Sunday|Monday|Day)|Pancake\sDay|Shrove\sTuesday|Ash\sWednesday"
    r"|Palm\sSunday|Whit\s(?:Sunday|Monday)|(?:Mother|Father)'?s'?\sDay|Mothering\sSunday"
    r"|Hallow(?:e'?)?en"
    r"|Bonfire\sNight|Guy\sFawkes(?:'?\s(?:Night|Day))?|(?:St\.?\s)?Valentine'?s\sDay|St\.?\s"
    r"(?:Patrick|George"
    r"|David|Andrew)'?s\sDay|Burns\sNight|Remembrance\s(?:Sunday|Day)|Armistice\sDay|Eid"
    r"(?:\s[au]l[- ](?:Fitr|Adha))?"
    r"|Diwali|Vaisakhi|Yom\sKippur|Nowruz|Holi|Purim|Passover|Rosh\sHashanah|(?:spring|August|May"
    r"|early\sMay)\sbank\sholiday(?:\sMonday)?"
    r"|All\s(?:Hallows|Saints|Souls)(?:'?\s(?:Day|Eve|Night))?|Leap\sDay|(?:Midsummer"
    r"|May)'?s?\sDay|Trick\sor\sTreat\snight)"
)
_FEAST = rf"(?:{_FEAST_DAY}|Christmas|Easter|New\sYear|Ramadan|Hanukk?ah)"
_WHOSE = (
    r"(?:his|her|what\swould\shave\sbeen\s(?:his|her)|the\s(?:baby|child|boy|girl|twins"
    r"|mother|father|missus|wife|lad|lass|bairn)(?:'s|s'|')?|(?:Child"
    r"|Sibling|Baby)\s\w{1,12}'s|(?:mother|father)'s|(?-i:\p{Lu}\p{Ll}[\p{L}-]{1,20})'s)"
)
_WHO = (
    r"(?:he|she|(?:the\s)?(?:baby|child|boy|girl|twins|mother|father)(?:\s[A-Z0-9]{1,2})?|"
    r"(?:Child|Baby|Sibling)\s\w{1,12}|(?-i:\p{Lu}\p{Ll}[\p{L}-]{1,20}))"
)
_BIRTHDAY = rf"{_WHOSE}\s(?:(?:own\s)?{ORDINAL}\s)?birthday"
_LIFE = (
    rf"(?:{_WHO}\s(?:was\sborn|died|turned\s{NUMBER}|was\skilled|was\sfound|gave\sbirth)|{_WHOSE}\s"
    rf"(?:birth|death)|death(?!\s(?:certificate|rate|penalty|toll|review|overview|panel"
    rf"|notification))|the\s(?:birth|death)(?!\s(?:certificate|rate|plan|grant)))"
)
_EVENT = (
    r"(?:the\s)?(?:inquest|(?:school\s)?term\sended|Royal\sWedding|(?:(?:his|her"
    r"|their)\s)?(?:funeral|due\sdate)|(?:Queen|King"
    r"|Princess\sDiana|Prince\sPhilip)'?s?\s(?:funeral|death|coronation|"
    r"(?:Golden|Diamond|Platinum|Silver)\sJubilee)|(?:Golden|Diamond|Platinum|Silver)\sJubilee"
    r"|Brexit\s(?:vote|referendum)"
    r"|(?:EU\s)?referendum|World\sCup\s(?:final|Final)|(?:opening|closing)\s"
    r"(?:ceremony\s)?of\sthe\s(?:London\s)?Olympics"
    r"|(?:Olympics?|Games)\s(?:opening|closing)\sceremony|clocks\s(?:changed|went\s(?:back"
    r"|forward))|Grenfell\sfire|London\sbombings|Manchester\s(?:Arena\s)?(?:attack|bombing)"
    r"|coronation|general\selection|(?:first|second|third)\s(?:national\s)?lockdown)"
)
_FIXED = rf"(?:{_BIRTHDAY}|{_LIFE}|{_FEAST}|{_EVENT})"
_SPAN = r"(?:days?|nights?|weeks?|fortnight|months?|mornings?|evenings?|afternoons?|weekend|hours?)"


class FixedMomentRecognizer(UkPatternRecognizer):
    """A birthday, a feast, or a time so long before or after such a day that it fixes another."""

    ENTITY = "FIXED_MOMENT"
    NEAR_WORDS = (
        r"birthday|birth|born|was found|died|death|turned|killed|gave birth|christmas|easter"
        r"|boxing day"
        r"|new year|good friday|eve|eid|all hallows|all saints|all souls|inquest"
        r"|term ended|diwali|hallow|bonfire|guy fawkes|valentine|mother'?s'? day"
        r"|mothering|father'?s'? day|patrick'|george's|david's|andrew's|ramadan|hanuk|bank holiday"
        r"|jubilee|coronation|wedding|funeral|due date|anniversary|day of|referendum|lockdown"
        r"|olympic|world cup|grenfell|bombing"
        r"|arena|remembrance|armistice|shrove|ash wednesday|palm sunday|pancake day|hogmanay"
        r"|burns night|election|maundy|vaisakhi|yom kip|rosh h|nowruz|holi\b|purim|passover|clocks"
        r"|whit|leap day|midsummer|(?:hours|days|weeks|months) (?:after|before)\b"
    )
    PATTERNS = (
        ("feast day", rf"\b(?:(?:born\s)?on\s)?{_FEAST_DAY}\b{_YEAR}", LIKELY),
        (
            "on a birthday",
            rf"\b(?:on|the\s(?:day|eve|week|time)\sof|at|it\s(?:was|is)|[\"']?(?=the\smissus))\s?"
            rf"{_BIRTHDAY}\b{_YEAR}",
            LIKELY,
        ),
        (
            "so long before a birthday",
            rf"\b{NUMBER}\s{_SPAN}\s(?:off|short\sof|shy\sof|(?:away\s)?from|until|till|to)\s"
            rf"{_BIRTHDAY}\b",
            LIKELY,
        ),
        (
            "a birthday of so many years",
            rf"(?<!\b(?:by|before|until|till|to|from|after|beyond|approaching|reached|towards"
            rf"|of)\s)\b{_WHOSE}\s(?:own\s)?{ORDINAL}\sbirthday\b",
            LIKELY,
        ),
        (
            "so long after",
            rf"\bdied\s\K(?:{NUMBER}\s(?:hours|days|weeks)\slater|the\s(?:next|following)\s(?:day"
            r"|morning|evening|night))\b",
            LIKELY,
        ),
        (
            "so long after a birth",
            rf"\b(?:{NUMBER}\s(?:hours|days|weeks|months)|the\s(?:day|morning|night|week))\s(?:after|before)"
            r"\s(?:his|her|the|their)\s(?:(?:twin|younger|older|little|baby|half)[\s-])?(?:twins?"
            r"|bab(?:y|ies)|sister|brother|children|boys|girls|siblings?)"
            r"(?:\s(?:was|were)\sborn|\s(?:came|arrived))?(?=[\s.,;)\"'])",
            LIKELY,
        ),
        (
            "before an age",
            rf"\b{NUMBER}\s(?:days|weeks|months)\sbefore\s(?:he|she)\s(?:would\sbe|was|turned"
            rf"|would\shave\sbeen|became)\s{NUMBER}\b",
            LIKELY,
        ),
        (
            "day after a funeral",
            r"\bthe\s(?:day|night|morning|evening|week)\s(?:before|after|of)\s[\w' ]{2,40}?'s\s"
            r"(?:funeral|wedding|birthday|christening|baptism)\b",
            LIKELY,
        ),
        (
            "on someone's birthday",
            r"\bon\s(?:his|her|their|the)\s(?:\w+\s)?(?:mother|father|mum|dad|brother|sister|twins?"
            r"|nan|nana|gran|grandmother|grandfather)(?:'s|s'|')\s(?:[\w-]+\s)?birthday\b",
            LIKELY,
        ),
        ("anniversary", rf"\b(?:on\s)?the\s(?:{ORDINAL}\s)?anniversary\sof\s{_LIFE}", LIKELY),
        (
            "day of term",
            r"\b(?:on\s)?the\s(?:first|last)\sday\sof\s(?:the\s)?(?:\w+\s)?(?:term"
            r"|school\syear|summer\sholidays)\b",
            LIKELY,
        ),
        (
            "hours after",
            rf"\b(?:hours|minutes|days)\s(?:after|before)\s(?:{_LIFE}|{_BIRTHDAY})",
            LIKELY,
        ),
        (
            "before or after",
            rf"\b(?:(?:on\s)?the\s(?:very\s|next\s)?(?:{_SPAN}|{_WEEKDAY})|{NUMBER}\s{_SPAN}"
            rf"(?:\sto\sthe\sday|\sand\s{NUMBER}\s{_SPAN})?"
            rf"|an?\s{_SPAN}|{_WEEKDAY}|(?:the\s)?day)"
            rf"\s(?:before|after|following|preceding|prior\sto|of(?!\s(?:the\s)?(?:birth|death)))"
            rf"\s(?:the\s)?{_FIXED}\b{_YEAR}",
            LIKELY,
        ),
        (
            "day of an event",
            rf"\b(?:on\s)?(?:the\s)?(?:(?:first|last|second)\s)?(?:day|night|evening|morning"
            rf"|weekend|week)\sof\s{_EVENT}\b{_YEAR}",
            LIKELY,
        ),
        (
            "the day someone was born or died",
            rf"\b(?:on\s)?the\s(?:day|night|morning|evening|weekend|week)\s(?:that\s|on\swhich\s"
            rf"|when\s)?(?:{_WHO}\s(?:died|was\sborn|was\skilled|gave\sbirth|turned\s{NUMBER})"
            rf"|{_EVENT})\b",
            LIKELY,
        ),
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Not a birthday that a law or a plan speaks of: those at which one comes of age."""
        written = text[start:end].lower()
        coming_of_age = "18th" in written or "eighteenth" in written
        return (
            None
            if coming_of_age and written.startswith(("by", "before", "until"))
            else (start, end)
        )
