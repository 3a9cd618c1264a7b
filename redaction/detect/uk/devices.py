"""Recognisers of addresses and numbers of computers and telephones."""

from __future__ import annotations

import ipaddress

from redaction.detect.pattern import LIKELY, SURE, UkPatternRecognizer, called
from redaction.detect.uk.check_digits import digits, luhn

_OCTETS = r"\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)"


class IpAddressRecognizer(UkPatternRecognizer):
    """An IP address of either version; a short one ("1.2.3.4") only where it is called one."""

    ENTITY = "IP_ADDRESS"
    NEAR = r"\d\.\d{1,3}\.\d|::|[0-9a-fA-F]:[0-9a-fA-F]{1,4}:"
    PATTERNS = (
        ("called an IP address", called(r"IP(?: ?address)?", _OCTETS), SURE),
        ("version 4", rf"(?<![\w.]){_OCTETS}", LIKELY),
        (
            "version 6",
            r"(?<![\w:.])(?:[0-9a-f]{1,4}:){1,7}(?::(?:[0-9a-f]{1,4}"
            r"(?::[0-9a-f]{1,4}){0,6})?|[0-9a-f]{1,4})(?![\w:])",
            SURE,
        ),
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Only what Python's own reader takes for an address."""
        written = text[start:end]
        try:
            ipaddress.ip_address(written)
        except ValueError:
            return None
        return None if name == "version 4" and len(digits(written)) < 8 else (start, end)


class DeviceNumberRecognizer(UkPatternRecognizer):
    """A MAC address, or an IMEI that is called one or has its check digit."""

    ENTITY = "DEVICE_NUMBER"
    NEAR = r"[0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-]|\d{2}[ -]?\d{6}[ -]?\d{6}"
    PATTERNS = (
        (
            "MAC address",
            r"(?<![\w:-])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:-])|(?<![\w:-])"
            r"(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?![\w:-])",
            SURE,
        ),
        ("called an IMEI", called("IMEI", r"\d{2}[ \-]?\d{6}[ \-]?\d{6}[ \-]?\d\b"), SURE),
        ("IMEI", r"(?<![\w./-])\d{15}(?![\w/-])", LIKELY),
    )

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Fifteen digits that nothing calls an IMEI must have the check digit of one."""
        return (start, end) if name != "IMEI" or luhn(text[start:end]) else None
