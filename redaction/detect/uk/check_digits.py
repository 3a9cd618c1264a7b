"""The check digits and letters of British numbers, each with where its rule is published."""

from __future__ import annotations

from datetime import date

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"


def digits(written: str) -> str:
    """The digits of ``written``."""
    return "".join(character for character in written if character.isdigit())


def eleven(number: str) -> bool:
    """Whether ten digits end in the check digit of NHS, CHI and Health and Care numbers.

    Modulo 11 with weights 10 to 2 (*NHS Data Dictionary*, "NHS number").
    """
    if len(number) != 10:
        return False
    check = (
        -sum(
            int(digit) * weight for digit, weight in zip(number[:9], range(10, 1, -1), strict=True)
        )
        % 11
    )
    return check == int(number[9])


def begins_with_a_day(number: str) -> bool:
    """Whether a CHI number's first six digits are a day, as DDMMYY."""
    day, month, year = int(number[:2]), int(number[2:4]), int(number[4:6])
    try:
        date(2000 + year, month, day)
    except ValueError:
        return (day, month) == (29, 2)
    return True


def upn(number: str) -> bool:
    """Whether a pupil's number, 13 characters, has its letter (DfE, *Unique pupil numbers*)."""
    values = [int(digit) for digit in number[1:12]]
    last = number[12]
    if not last.isdigit() and last not in _UPN_LETTERS:
        return False
    values.append(int(last) if last.isdigit() else _UPN_LETTERS.index(last))
    total = sum(value * place for place, value in enumerate(values, start=2))
    return number[0] == _UPN_LETTERS[total % 23]


def uln(number: str) -> bool:
    """Whether a learner's number, ten digits, has its check digit (ESFA, *ULN validation*)."""
    rest = (
        sum(int(digit) * weight for digit, weight in zip(number[:9], range(10, 1, -1), strict=True))
        % 11
    )
    return rest != 0 and 10 - rest == int(number[9])


def pnc(year: str, serial: str, letter: str) -> bool:
    """Whether a PNC number has its letter: two digits of the year and seven of the serial."""
    return _PNC_LETTERS[int(year[-2:] + serial.zfill(7)) % 23] == letter.upper()


def luhn(number: str) -> bool:
    """Whether an IMEI ends in its check digit (3GPP TS 23.003, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def iban(number: str) -> bool:
    """Whether an account number of ISO 13616 has its two check digits."""
    turned = number[4:] + number[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1
