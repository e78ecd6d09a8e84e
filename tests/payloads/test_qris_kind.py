"""The QRIS form: sums as Indonesians type them, and a code that is only drawn when it is right."""

from decimal import Decimal

import pytest

from app.payloads import qris
from app.payloads.emv import InvalidQris, WrongChecksum, WrongLength
from app.payloads.qris import AmountPresent, WrongAmount, WrongFee
from app.payloads.qris_kind import parse_rupiah
from app.payloads.registry import KINDS
from tests.payloads.test_qris import shop

FORM = KINDS["qris"]


@pytest.mark.parametrize(
    "raw, value",
    [
        ("25000", 25_000),
        ("25.000", 25_000),
        ("Rp25.000", 25_000),
        ("rp 25,000", 25_000),
        ("Rp. 1.250.000", 1_250_000),
        ("0", 0),
        ("25.00", None),
        ("25,5", None),
        ("-5", None),
        ("1.2345", None),
        ("", None),
        ("lima", None),
        ("٣", None),
        ("25 000", None),
        ("9" * 14, None),
    ],
)
def test_sums_are_read_as_people_type_them(raw: str, value: int | None) -> None:
    assert parse_rupiah(raw) == value


def test_a_right_code_is_drawn_as_it_is() -> None:
    assert FORM.encode({"payload": shop()}) == shop()
    assert FORM.encode({"payload": f"\n{shop()[:50]}\r\n{shop()[50:-4]}{shop()[-4:].lower()}"}) == shop()


def test_a_code_for_an_amount_is_made() -> None:
    derived_qris = qris.parse_qris(FORM.encode({"payload": shop(), "amount": "Rp25.000", "fee": "1.000"}))
    assert (derived_qris.amount, derived_qris.tip_value) == (Decimal(25_000), Decimal(1_000))
    priced = FORM.encode({"payload": shop(), "amount": "25000"})
    assert qris.parse_qris(FORM.encode({"payload": priced, "amount": "5000", "replacing": "on"})).amount == 5_000


@pytest.mark.parametrize(
    "form_values, reason, field",
    [
        ({"amount": "0"}, WrongAmount, "amount"),
        ({"amount": "many"}, WrongAmount, "amount"),
        ({"fee": "500"}, WrongAmount, "amount"),
        ({"amount": "5000", "fee": "x"}, WrongFee, "fee"),
        ({"payload": shop()[:-1] + "x"}, WrongLength, "payload"),
        ({"payload": shop(_01="12", _54="1"), "amount": "5"}, AmountPresent, "amount"),
        ({"payload": shop().replace("SARI", "SARA")}, WrongChecksum, "payload"),
    ],
)
def test_what_is_wrong_is_refused_beside_its_field(
    form_values: dict[str, str], reason: type[InvalidQris], field: str
) -> None:
    with pytest.raises(reason) as no:
        FORM.encode({"payload": shop()} | form_values)
    assert no.value.field == field


def test_names_outside_ascii_keep_their_checksum() -> None:
    odd = shop(_59="KAFE\u0301 SARI")  # not composed: composing it would change what the checksum counts
    assert qris.parse_qris(FORM.encode({"payload": odd})).name == "KAFE\u0301 SARI"
