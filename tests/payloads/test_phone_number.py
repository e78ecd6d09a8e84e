"""Numbers are understood as Indonesians write them, and those of other countries with their +."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.payloads.phone_number import InvalidNumber, OtherCountry, format_dial_string, normalize_phone_number
from app.payloads.registry import KINDS


@pytest.mark.parametrize(
    "raw",
    [
        "0812-3456-789",
        "08123456789",
        "+62 812 3456 789",
        "628123456789",
        "62 812-3456-789",
        "8123456789",
        "+62 (0) 812 3456 789",
        "+62 0812 3456 789",
        "(0812) 3456.789",
        "0062 812 3456 789",
        "(+62) 812/3456/789",
        "\uff10\uff18\uff11\uff12 3456 789",
        "0812\u20113456\u2013789",
        " 0812\u00a03456\u00a0789 ",
    ],
)
def test_every_way_to_write_an_indonesian_number_is_one_number(raw: str) -> None:
    assert normalize_phone_number(raw) == "628123456789"


@pytest.mark.parametrize(
    "raw, number",
    [
        ("+65 8123 4567", "6581234567"),
        ("+1 (415) 555-2671", "14155552671"),
        ("+81 90 1234 5678", "819012345678"),
        ("0065 8123 4567", "6581234567"),
        ("+44 20 7946 0958", "442079460958"),
        ("021-555 0123", "62215550123"),
        ("+855 12 345 678", "85512345678"),
    ],
)
def test_other_countries_and_landlines_keep_their_number(raw: str, number: str) -> None:
    assert normalize_phone_number(raw) == number


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "abc",
        "0812-CALL-ME",
        "0",
        "+",
        "62",
        "0812",
        "+62",
        "12345",
        "08123456789012345",
        "++628123456789",
        "0812+3456789",
        "+0812345678",
        "+6281234567890123",
        "٠٨١٢٣٤٥٦٧٨٩",
        "0812 3456 789 ext 5",
        "08123456789;x",
        "000812345678",
        "𝟬",
        "-",
        "()",
    ],
)
def test_what_cannot_be_a_number_is_refused(raw: str) -> None:
    with pytest.raises(InvalidNumber) as no:
        normalize_phone_number(raw, "mobile")
    assert (no.value.code, no.value.field) == ("INVALID_CONTENT", "mobile")


@pytest.mark.parametrize("raw", ["6581234567", "14155552671", "4915112345678"])
def test_a_foreign_number_without_its_plus_is_told_what_it_lacks(raw: str) -> None:
    with pytest.raises(OtherCountry, match=r"\+"):
        normalize_phone_number(raw)


@pytest.mark.parametrize(
    "raw, dialled",
    [
        ("112", "tel:112"),
        ("1500-888", "tel:1500888"),
        ("14045", "tel:14045"),
        ("0812-3456-789", "tel:+628123456789"),
        ("+65 8123 4567", "tel:+6581234567"),
    ],
)
def test_a_phone_dials_whole_numbers_and_short_ones(raw: str, dialled: str) -> None:
    assert KINDS["phone"].encode({"number": raw}) == dialled


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_number_or_refused(raw: str) -> None:
    try:
        number = format_dial_string(raw)
    except InvalidNumber:
        return
    assert number.isascii() and number.removeprefix("+").isdigit() and len(number) <= 16


@given(st.from_regex(r"8[1-9][0-9]{7,9}", fullmatch=True), st.sampled_from(["0", "62", "+62", "+62 ", "62-", "+620"]))
def test_a_tidied_number_stays_as_it_is(rest: str, before: str) -> None:
    number = normalize_phone_number(before + rest)
    assert number == normalize_phone_number("+" + number) == f"62{rest}"
    assert number == normalize_phone_number(normalize_phone_number(rest))
