"""Each recogniser of British identifiers: what it must see, what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

See = Callable[[str, str], list[str]]

SEEN = [
    ("UK_NHS", "{999 000 0018}", "the check digit is right"),
    ("UK_NHS", "{9990000026}", "run together"),
    ("UK_NHS", "{999-000-0034}", "hyphens"),
    ("UK_NHS", "{NHS number: 123 456 7890}", "called one, though its check digit is wrong"),
    ("UK_NHS", "{NHS no. 1234567890}", "called one, short"),
    ("UK_NINO", "{AB 12 34 56 C}", "spaced"),
    ("UK_NINO", "{AB123456C}", "run together"),
    ("UK_UPN", "{X123456700001}", "the check letter is right"),
    ("UK_UPN", "{UPN: B123456789012}", "called one, though its check letter is wrong"),
    ("UK_POSTCODE", "{HM9 4ZZ}", "two letters, a digit"),
    ("UK_POSTCODE", "{W1A 9ZZ}", "London, with a letter"),
    ("UK_POSTCODE", "{ZZ99\u00a03VZ}", "no-break space"),
    ("UK_POSTCODE", "address {hm94zz}", "small letters beside an address word"),
    ("PHONE_NUMBER", "{01632 960123}", "landline"),
    ("PHONE_NUMBER", "{07700 900 456}", "mobile"),
    ("PHONE_NUMBER", "{020 7946 0018}", "London"),
    ("PHONE_NUMBER", "{(01632) 960123}", "area in brackets"),
    ("PHONE_NUMBER", "{+44 7700 900456}", "from abroad"),
    ("PHONE_NUMBER", "{+44 (0)20 7946 0018}", "from abroad, both"),
    ("PHONE_NUMBER", "{07700-900-456}", "hyphens"),
    ("PHONE_NUMBER", "{ext. 4417}", "an extension"),
    ("EMAIL_ADDRESS", "{a.b@board.example}", "mailbox"),
    ("EMAIL_ADDRESS", "{A_B+c@sub.board.example}", "plus and subdomain"),
    ("URL", "{https://board.example/page}", "with its scheme"),
    ("URL", "{www.board.example}", "with www"),
    ("IP_ADDRESS", "{192.168.0.17}", "a computer"),
    ("SOCIAL_HANDLE", "{@quill_mum06}", "an account"),
    ("SOCIAL_HANDLE", "{bebo name: quillmum06}", "called an account"),
    ("UK_DATE", "{3 May 2007}", "day, month, year"),
    ("UK_DATE", "{03/05/07}", "numbers"),
    ("UK_DATE", "{twenty-first of June 2007}", "ordinal in words"),
    ("UK_LIFE_DATE", "born on {3 May 2007}", "the text calls it one of birth"),
    ("UK_LIFE_DATE", "DOB: {03/05/2007}", "short word of birth"),
    ("UK_LIFE_DATE", "d.o.b. {03.05.2007}", "dotted word of birth"),
    ("UK_LIFE_DATE", "she died in hospital on {3 May 2007}", "of death"),
    ("EXACT_AGE", "{aged 16 weeks}", "weeks"),
    ("EXACT_AGE", "{11 days old}", "days"),
    ("EXACT_AGE", "{seven-month-old}", "months, hyphenated"),
    ("EXACT_AGE", "{two years and three months}", "years and months"),
    ("BIRTH_ORDER", "the {second of three brothers}", "order among how many"),
    ("BIRTH_ORDER", "{her eldest child}", "order"),
    ("BIRTH_ORDER", "{his twin}", "twins"),
    ("UK_STREET_ADDRESS", "{12 Harebell Close}", "number and street"),
    ("UK_STREET_ADDRESS", "{Flat 4, 12B Harebell Close}", "flat, number, street"),
    ("UK_STREET_ADDRESS", "a house {in Harebell Avenue}", "street without number"),
    ("LOCAL_SERVICE", "{Harebell Primary School}", "school"),
    ("LOCAL_SERVICE", "{St Wenna’s Church of England Infant School}", "church school"),
    ("LOCAL_SERVICE", "{Harebell Academy}", "academy"),
    ("LOCAL_SERVICE", "{Harebell Road Surgery}", "surgery"),
    ("LOCAL_SERVICE", "{Harebell Medical Centre}", "medical centre"),
    ("LOCAL_SERVICE", "{Harebell Royal Infirmary}", "hospital"),
    ("LOCAL_SERVICE", "{Little Acorns Nursery}", "nursery"),
    ("UK_COURT_REFERENCE", "{[2007] EWHC 1234 (Fam)}", "neutral citation"),
    ("UK_COURT_REFERENCE", "{HM07C00123}", "family case"),
    ("UK_COURT_REFERENCE", "{T20071234}", "indictment"),
    ("UK_COURT_REFERENCE", "{[2008] 1 FLR 44}", "law report"),
    ("UK_PROFESSIONAL_REGISTRATION", "{SW12345}", "social worker"),
    ("UK_PROFESSIONAL_REGISTRATION", "{99A1234E}", "nurse"),
    ("UK_PROFESSIONAL_REGISTRATION", "{GMC number: 1234567}", "doctor"),
    ("UK_PROFESSIONAL_REGISTRATION", "{collar number: 4417}", "police officer"),
    ("UK_RECORD_NUMBER", "{crime number HM/4417/07}", "crime"),
    ("UK_RECORD_NUMBER", "{URN: 417362}", "unique reference"),
    ("UK_RECORD_NUMBER", "{07/123456K}", "police national computer"),
    ("UK_BANK_ACCOUNT", "{sort code 00-00-00}", "called one"),
    ("UK_BANK_ACCOUNT", "{account number: 12345678}", "called an account"),
    ("UK_BANK_ACCOUNT", "{00-00-00 12345678}", "both, in a row"),
    ("UK_VEHICLE_REGISTRATION", "{AB07 XYZ}", "car"),
    ("TITLED_NAME", "{Mrs Fennick}", "title and surname"),
    ("TITLED_NAME", "{Dr S Fennick}", "title, initial, surname"),
    ("TITLED_NAME", "{PC 4417 Fennick}", "rank and number"),
    ("TITLED_NAME", "{Miss Ayo Fennick-Bray}", "both names, double surname"),
    ("TITLED_NAME", "{Mr O'Fennick}", "apostrophe"),
    ("TITLED_NAME", "{MR FENNICK}", "capitals"),
    ("TITLED_NAME", "{DS Fennick}", "detective sergeant"),
    ("TITLED_NAME", "{Nurse Fennick}", "a post before a name"),
    ("TITLED_NAME", "{Auntie Bola}", "a relative as children say it"),
    ("TITLED_NAME", "{Mrs Ọláńrewájú}", "letters with accents"),
    ("TITLED_NAME", "Pan {Doctor Łukaszewicz-Śliwa}", "letters of another alphabet"),
    ("TITLED_NAME", "{Mr Mu\u0308ller}", "an accent as a character of its own"),
    ("LOCAL_SERVICE", "{Ysgol Tŷ-Gwyn Primary School}", "Welsh school"),
]

NOT_SEEN = [
    ("UK_NHS", "999 000 0019", "the check digit is wrong"),
    ("UK_NHS", "the NHS employs 1,300,000 people", "no number of ten digits"),
    ("UK_NINO", "BG123456A", "a prefix never given out"),
    ("UK_NINO", "room AB12", "too short"),
    ("UK_UPN", "B123456700001", "the check letter is wrong"),
    ("UK_POSTCODE", "in 2007 4th", "a year"),
    ("UK_POSTCODE", "WT2015 8.3", "a statute's short name"),
    ("UK_POSTCODE", "was 12 m away", "ordinary words"),
    ("UK_POSTCODE", "a1 2bc", "small letters without an address word"),
    ("PHONE_NUMBER", "0.05 per cent of 120000", "decimals"),
    ("PHONE_NUMBER", "2006-2007", "years"),
    ("PHONE_NUMBER", "pages 12 to 14", "pages"),
    ("EMAIL_ADDRESS", "meet @ noon", "no mailbox"),
    ("URL", "the end.The next", "a space left out"),
    ("IP_ADDRESS", "section 1.2.3", "a section"),
    ("SOCIAL_HANDLE", "a.b@board.example", "an e-mail address"),
    ("UK_DATE", "March 2007", "no day"),
    ("UK_DATE", "the second may have", "the verb"),
    ("UK_DATE", "paragraphs 8.31 and 8.32", "paragraphs"),
    ("UK_DATE", "1/2", "a fraction"),
    ("UK_LIFE_DATE", "a meeting on 3 May 2007", "no word of birth or death"),
    ("UK_LIFE_DATE", "the child was born! The meeting was on 3 May 2007", "another sentence"),
    ("EXACT_AGE", "within 15 working days", "a time limit"),
    ("EXACT_AGE", "under five years of age", "a wide age"),
    ("EXACT_AGE", "for six months", "how long"),
    ("BIRTH_ORDER", "the second of the meetings", "not children"),
    ("BIRTH_ORDER", "the first child protection conference", "not the order of birth"),
    ("BIRTH_ORDER", "one of five agencies", "agencies"),
    ("UK_STREET_ADDRESS", "3 Social Workers", "no street"),
    ("UK_STREET_ADDRESS", "in the way", "a word that is also a kind of street"),
    ("UK_STREET_ADDRESS", "moving to Park and Ride", "no name"),
    ("LOCAL_SERVICE", "the primary school", "a kind"),
    ("LOCAL_SERVICE", "The Primary School was told", "a kind, with capitals"),
    ("LOCAL_SERVICE", "Children’s Hospital", "a kind"),
    ("LOCAL_SERVICE", "Every School should", "any"),
    ("LOCAL_SERVICE", "GP Practice", "a kind"),
    ("UK_COURT_REFERENCE", "Children Act 1989", "a statute"),
    ("UK_COURT_REFERENCE", "[2007]", "a year in brackets"),
    ("UK_PROFESSIONAL_REGISTRATION", "SW1", "a postcode’s district"),
    ("UK_RECORD_NUMBER", "case 3", "a number in a row"),
    ("UK_RECORD_NUMBER", "police in 2007", "a year"),
    ("UK_BANK_ACCOUNT", "01-02-03", "a date, without a word of a bank"),
    ("UK_VEHICLE_REGISTRATION", "was 12 mum", "small letters"),
    ("TITLED_NAME", "Miss out", "a verb"),
    ("TITLED_NAME", "the Sister Act", "not a name"),
    ("TITLED_NAME", "Dr Who", "a word that no one is called"),
    ("TITLED_NAME", "Mother and Father", "roles"),
    ("TITLED_NAME", "the doctor", "a role"),
    ("TITLED_NAME", "Lord Chancellor", "an office"),
    ("TITLED_NAME", "Judge in Chambers", "an office"),
]


@pytest.mark.parametrize(("entity", "marked", "reason"), SEEN)
def test_an_identifier_is_seen_whole(see: See, entity: str, marked: str, reason: str) -> None:
    """The recogniser sees the stretch between braces, no more and no less."""
    before, _, rest = marked.partition("{")
    wanted, _, after = rest.partition("}")
    text = f"The report said {before}{wanted}{after} in one place."
    assert see(entity, text) == [wanted], reason


@pytest.mark.parametrize(("entity", "text", "reason"), NOT_SEEN)
def test_what_only_looks_like_an_identifier_is_not_seen(
    see: See, entity: str, text: str, reason: str
) -> None:
    """A recogniser leaves look-alikes alone."""
    assert see(entity, f"The report said {text} in one place.") == [], reason
