"""A contact is saved as it was typed, in either form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import text
from app.kernel.destination import InvalidUrl
from app.kernel.refusal import Refusal
from app.payloads.field import MissingValue
from app.payloads.message import InvalidEmailAddress
from app.payloads.phone_number import InvalidNumber
from app.payloads.registry import KINDS
from tests.payloads import readers

VCARD, MECARD = KINDS["vcard"], KINDS["mecard"]
SARI = {
    "first": "Sari; “Ibu”",
    "last": "Wulan, S.E.",
    "company": "Batik\\Solo: Jaya",
    "job": "Pemilik",
    "phone": "021-5550123",
    "mobile": "0812-3456-789",
    "email": "sari@example.com",
    "website": "batik.example.com/toko?a=1,2;3",
    "street": "Jl. Melati 5, RT 2; blok C",
    "city": "Surakarta",
    "region": "Jawa Tengah",
    "postcode": "57111",
    "country": "Indonesia",
    "note": "Buka 9–17\nLibur: Minggu 🧵",
}
NAME = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=40).filter(
    lambda typed: bool(text.clean_line(typed, 200, "name"))
)


def test_a_vcard_holds_every_field() -> None:
    card = readers.lines(VCARD.encode(SARI))
    assert card[:2] == [("BEGIN", "VCARD"), ("VERSION", "3.0")] and card[-1] == ("END", "VCARD")
    assert dict(card)["URL"] == f"https://{SARI['website']}"
    properties = {name: readers.words(value) for name, value in card if name not in {"N", "ADR;TYPE=WORK", "URL"}}
    assert properties["FN"] == "Sari; “Ibu” Wulan, S.E."
    assert (properties["ORG"], properties["TITLE"], properties["NOTE"]) == (SARI["company"], SARI["job"], SARI["note"])
    assert (properties["TEL;TYPE=CELL"], properties["TEL;TYPE=WORK,VOICE"]) == ("+628123456789", "+62215550123")
    assert properties["EMAIL;TYPE=INTERNET"] == SARI["email"]


def test_a_vcard_keeps_the_parts_of_names_and_addresses_apart() -> None:
    card = dict(readers.lines(VCARD.encode(SARI)))
    name, place = ([readers.words(part) for part in readers.split(card[key], ";")] for key in ("N", "ADR;TYPE=WORK"))
    assert name == [SARI["last"], SARI["first"], "", "", ""]
    assert place == ["", "", *(SARI[part] for part in ("street", "city", "region", "postcode", "country"))]


def test_a_vcard_says_nothing_of_what_was_left_empty() -> None:
    card = readers.lines(VCARD.encode({"first": "Sari"}))
    assert [name for name, _ in card] == ["BEGIN", "VERSION", "N", "FN", "END"]


@given(NAME, NAME, NAME)
def test_whatever_was_typed_is_what_the_phone_saves(first: str, last: str, company: str) -> None:
    card = dict(readers.lines(VCARD.encode({"first": first, "last": last, "company": company})))
    short = MECARD.encode({"first": first, "last": last, "company": company})
    first, last, company = (KINDS["text"].encode({"text": typed}) for typed in (first, last, company))  # NFC
    assert [readers.words(part) for part in readers.split(card["N"], ";")][:2] == [last, first]
    assert readers.words(card["ORG"]) == readers.mecard(short)["ORG"] == company
    assert readers.mecard_name(short) == [last, first]


def test_a_mecard_holds_every_field_on_one_line() -> None:
    text = MECARD.encode(SARI)
    assert readers.mecard_name(text) == [SARI["last"], SARI["first"]]
    assert readers.mecard(text) == {
        "ORG": SARI["company"],
        "TEL": "+628123456789",
        "EMAIL": SARI["email"],
        "URL": f"https://{SARI['website']}",
        "ADR": SARI["street"],
        "NOTE": "Buka 9–17 Libur: Minggu 🧵",
    }
    assert MECARD.encode({"first": "Sari"}) == "MECARD:N:Sari;;"


@pytest.mark.parametrize("kind", ["vcard", "mecard"])
@pytest.mark.parametrize(
    "field, value, reason",
    [
        ("first", " ", MissingValue),
        ("mobile", "call me", InvalidNumber),
        ("email", "sari", InvalidEmailAddress),
        ("website", "ftp://example.com", InvalidUrl),
        ("website", "not a host", InvalidUrl),
    ],
)
def test_what_is_wrong_is_refused_beside_its_field(kind: str, field: str, value: str, reason: type[Refusal]) -> None:
    with pytest.raises(reason) as no:
        KINDS[kind].encode({"first": "Sari", field: value})
    assert no.value.field == field
