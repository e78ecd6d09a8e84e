"""Of what a provider says only allowed facts of the right shape may be stored, whatever it says."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.payments.currencies import CURRENCIES, FractionalAmount, from_decimal, to_decimal
from app.payments.providers import coinpayments_words, klikqris, midtrans, practice
from app.payments.providers.message_fields import UnreadableField, parse_amount, parse_object, parse_time
from app.payments.providers.redaction import allowed_facts, readable_faults
from tests.subtests import as_subtests

SHAPES = {
    "klikqris": klikqris.SHAPES,
    "midtrans": midtrans.SHAPES,
    "coinpayments": coinpayments_words.SHAPES,
    "practice": practice.SHAPES,
}
HOSTILE = {
    "card number": "4111111111111111",
    "card number with blanks": "4111 1111 1111 1111",
    "card number with hyphens": "4111-1111-1111-1111",
    "masked card": "411111-1111",
    "card verification": "4111111111111111|12/29|737",
    "wallet key": "5Kb8kLf9zgWQnogidDA76MzPL6TsZZY36hWXMssSzNydYXYB9KF",
    "wallet key in hex": "e9873d79c6d87dc0fb6a5778633389f4453213303da61f20bd67fc233aa33262",
    "seed phrase": "abandon ability able about above absent absorb abstract absurd abuse access accident",
    "wallet address": "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    "server key": "SB-Mid-server-0123456789abcdef",
    "signature": "60NsOvvOwtWxtNBpkrY615Y3iPNGDAWReegr2LUwIpY=",
    "email": "budi@example.com",
    "telephone": "+62 812-3456-7890",
    "markup": "<script>alert(1)</script>",
    "lines": "PAID\r\nX-Injected: 1",
}


def filled(path: str, value: object, payload: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with a value at a dotted path."""
    payload = {} if payload is None else payload
    target = payload
    *parents, last = path.split(".")
    for parent in parents:
        target = target.setdefault(parent, {})
    target[last] = value
    return payload


@as_subtests("provider, value", product(SHAPES, HOSTILE.values()))
def test_nothing_hostile_is_stored_even_in_an_allowed_field(provider: str, value: str) -> None:
    for path in SHAPES[provider]:
        for hostile in (value, int(value) if value.isdecimal() else value, [value], {"value": value}):
            assert allowed_facts(filled(path, hostile), SHAPES[provider], ()) == {}, path


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(sorted(HOSTILE.values())),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.sampled_from("abc"), inner),
        max_leaves=20,
    ),
    st.sampled_from(sorted(SHAPES)),
)
def test_whatever_arrives_only_short_texts_of_known_names_are_kept(payload: object, provider: str) -> None:
    facts = allowed_facts(payload, SHAPES[provider], ())
    assert set(facts) <= {path.rpartition(".")[2] for path in SHAPES[provider]}
    assert all(len(value) <= 40 and not any(bad in value for bad in HOSTILE.values()) for value in facts.values())


def test_a_field_that_is_not_on_the_list_is_left_out() -> None:
    payload = {"status": "PAID", "signature": "SIG", "masked_card": "411111-1111", "via": "BCA", "nama": "Budi"}
    assert allowed_facts(payload, klikqris.SHAPES, ()) == {"status": "PAID"}


def test_a_secret_is_left_out_even_where_it_has_the_right_shape() -> None:
    shapes = klikqris.SHAPES
    assert allowed_facts({"status": "OPEN SESAME"}, shapes, ("SESAME", "")) == {}
    assert allowed_facts({"status": "OPEN"}, shapes, ("SESAME", "")) == {"status": "OPEN"}


@pytest.mark.parametrize("payload", [None, [], "text", {"errors": 7}, {"message": None}], ids=str)
def test_a_refusal_without_words_has_no_faults(payload: object) -> None:
    assert readable_faults(payload, ()) == {}


def test_faults_are_read_in_the_forms_of_all_providers() -> None:
    laravel = {"message": "The given data was invalid.", "errors": {"amount": ["Too small.", "Odd."], "url": "Bad."}}
    assert readable_faults(laravel, ()) == {"amount": ["Too small.", "Odd."], "url": ["Bad."]}
    assert readable_faults({"validation_messages": ["a is wrong", "b is wrong"]}, ()) == {
        "": ["a is wrong", "b is wrong"]
    }
    assert readable_faults({"title": "Not Found", "detail": "No invoice."}, ()) == {"": ["No invoice.", "Not Found"]}
    many = {"errors": {f"f{number}": ["x"] * 500 for number in range(500)}}
    assert len(readable_faults(many, ())) == 20 and len(readable_faults(many, ())["f0"]) == 20


@pytest.mark.parametrize("body", [b"", b"[]", b"1", b"{", b'{"a": NaN}', b"\xff", b"[" * 99_999, b'{"a":' * 9_999])
def test_what_is_no_object_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableField):
        parse_object(body)


def test_numbers_with_a_point_never_become_floats() -> None:
    payload = parse_object(b'{"a": 0.1, "b": 29000.00, "c": 1e3, "d": {"e": 1.5}}')
    assert [type(payload[name]) for name in "abc"] == [Decimal] * 3 and type(payload["d"]["e"]) is Decimal
    assert parse_amount(payload, "b", "IDR") == 29_000 and parse_amount(payload, "a", "USD") == 10


@pytest.mark.parametrize("value", [None, True, "", "-1", "1e3", "1,000", "१", "0x10", " 1", "NaN", [], "1" * 13, -1])
def test_what_is_no_amount_is_refused(value: object) -> None:
    with pytest.raises(UnreadableField):
        parse_amount({"a": value}, "a", "IDR")


@pytest.mark.parametrize(("text", "code"), [("1.5", "IDR"), ("0.001", "USD"), ("29000.01", "IDR")])
def test_a_remainder_is_refused(text: str, code: str) -> None:
    with pytest.raises(FractionalAmount):
        parse_amount({"a": text}, "a", code)
    with pytest.raises(FractionalAmount):
        from_decimal(Decimal(text), code)
    for endless in ("NaN", "Infinity"):
        with pytest.raises(FractionalAmount):
            from_decimal(Decimal(endless), code)


@given(st.integers(0, 10**12), st.sampled_from(sorted(CURRENCIES)))
def test_an_amount_is_the_same_there_and_back(amount: int, code: str) -> None:
    assert from_decimal(to_decimal(amount, code), code) == amount
    assert json.loads(json.dumps({"a": str(to_decimal(amount, code))}))["a"] == f"{to_decimal(amount, code):f}"


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("2026-11-29 07:00:00", "2026-11-29T00:00:00"),
        ("2026-11-29T07:00:00+07:00", "2026-11-29T00:00:00"),
        ("2026-11-29T00:00:00Z", "2026-11-29T00:00:00"),
        ("2024-07-01T11:04:06.8033575+00:00", "2024-07-01T11:04:06.803357"),
        (1_719_831_846, "2024-07-01T11:04:06"),
    ],
)
def test_a_time_without_a_zone_is_wib(value: object, time: str) -> None:
    when = parse_time(value, ZoneInfo("Asia/Jakarta"))
    assert when == datetime.fromisoformat(time).replace(tzinfo=UTC)


@pytest.mark.parametrize("value", [None, "", "soon", True, 10**30, "0001-01-01 00:00:00", [], "2026-13-01 00:00:00"])
def test_what_is_no_time_is_none(value: object) -> None:
    assert parse_time(value, ZoneInfo("Asia/Jakarta")) is None
