"""Recogniser of account names on social networks and in games."""

from __future__ import annotations

import re

from redaction.detect.pattern import LIKELY, UkPatternRecognizer

_SITE = (
    r"facebook|instagram|snapchat|snap|insta|twitter|tik\s?tok|bebo|myspace|roblox|xbox(?: live)?"
    r"|playstation|psn|discord|twitch|youtube|whatsapp|telegram|kik|fortnite|minecraft|steam|tumblr"
    r"|reddit|messenger|msn|ask\.fm|grindr|tinder|badoo|vinted|linkedin|onlyfans"
)
_WORD = r"(?:user\s?name|user|name|handle|account|profile|page|id|gamer\s?tag|tag|login|nickname)"
_ACCOUNT = r"@?[A-Za-z0-9_][\w.#-]{2,30}\b"
_TELLING = re.compile(r"[\d_.#@]|[a-z][A-Z]")


class HandleRecognizer(UkPatternRecognizer):
    """An account on a social network or in a game: "@someone", "Snapchat username someone"."""

    ENTITY = "SOCIAL_HANDLE"
    NEAR = "@"
    NEAR_WORDS = (
        r"facebook|insta|snap|twitter|tik|bebo|myspace|roblox|xbox|playstation|psn"
        r"|discord|twitch|youtube|whatsapp|telegram|kik|fortnite|minecraft|steam|tumblr|reddit"
        r"|messenger|msn"
        r"|ask\.fm|grindr|tinder|badoo|vinted|linkedin|onlyfans|gamer|user\s?name|screen name"
        r"|online name|handle|login|skype"
    )
    PATTERNS = (
        ("handle", r"(?<![\w@./])@[A-Za-z_][\w.]{1,30}\w(?![\w@])", LIKELY),
        (
            "called an account",
            rf"\b(?:(?:{_SITE})\s{_WORD}|gamer\s?tag)(?:\s(?:is|was|of|called|under|in the name"
            rf"(?: of)?))?[\s:=,]{{1,3}}\K(?:\"[^\"\n]{{2,30}}\"|'[^'\n]{{2,30}}'|{_ACCOUNT})",
            LIKELY,
        ),
        ("as", rf"\b(?:{_SITE})\s(?:as|under|by)\s(?:the\s{_WORD}\s)?\K{_ACCOUNT}", LIKELY),
        (
            "called a user name",
            rf"\b(?:user\s?name|screen name|online name|handle|login|skype)\b(?:\s(?:is|was"
            rf"|of))?[\s:=]{{1,2}}\K"
            rf"(?:'[^'\n]{{2,30}}'|\"[^\"\n]{{2,30}}\"|live:\w{{2,30}}|{_ACCOUNT})",
            LIKELY,
        ),
        ("before the site", rf"(?<![\w.@-]){_ACCOUNT}(?=\son\s(?:{_SITE})\b)", LIKELY),
        ("after the site", rf"\b(?:{_SITE})(?:\s?:\s?|\s?\(|\s)\K{_ACCOUNT}", LIKELY),
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """What could be an ordinary word must have a digit, a dot or a line in it, or be quoted."""
        written = text[start:end]
        telling = _TELLING.search(written) and not written.isdigit()
        return (start, end) if telling or written[0] in "\"'" or name == "handle" else None
