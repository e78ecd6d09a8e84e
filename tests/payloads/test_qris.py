"""A QRIS is read to the letter, what is wrong with one is named, and one for an amount is right for every bank."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import Refusal
from app.payloads import emv, qris
from app.payloads.emv import (
    ChecksumMissing,
    DataAfterChecksum,
    DuplicateTag,
    InvalidQris,
    MalformedObject,
    PayloadTruncated,
    WrongChecksum,
    WrongLength,
)
from app.payloads.qris import (
    AmountPresent,
    Merchant,
    MissingPart,
    NationalPartMissing,
    NotQris,
    OtherCountry,
    WrongAmount,
    WrongFee,
    WrongValue,
)


def tlv(*objects: tuple[str, str]) -> str:
    return "".join(f"{tag}{len(value):02}{value}" for tag, value in objects)


def crc(data: bytes) -> str:
    """CRC-16/CCITT-FALSE bit by bit, as ISO/IEC 13239 has it with its register begun at ones."""
    register = 0xFFFF
    for byte in data:
        register ^= byte << 8
        for _ in range(8):
            register = (register << 1) ^ 0x1021 if register & 0x8000 else register << 1
            register &= 0xFFFF
    return f"{register:04X}"


def sealed(text: str) -> str:
    return f"{text}6304{crc(f'{text}6304'.encode())}"


ACQUIRER = tlv(("00", "ID.CO.BANKKITA.WWW"), ("01", "936000140000000001"), ("02", "885000000001"), ("03", "UMI"))
NATIONAL = tlv(("00", "ID.CO.QRIS.WWW"), ("02", "ID1020000000001"), ("03", "UMI"))
PARTS = {
    "00": "01",
    "01": "11",
    "26": ACQUIRER,
    "51": NATIONAL,
    "52": "5651",
    "53": "360",
    "58": "ID",
    "59": "BATIK SARI",
    "60": "SURAKARTA",
    "61": "57111",
    "62": tlv(("07", "A01")),
}


def shop(**changed: str | None) -> str:
    """A static QRIS; `_54="5000"` sets a part, None takes it out."""
    parts = PARTS | {tag.strip("_"): value for tag, value in changed.items()}
    return sealed(tlv(*sorted((tag, value) for tag, value in parts.items() if value is not None)))


@pytest.mark.parametrize("text, expected", [("123456789", "29B1"), ("", "FFFF"), ("A", "B915")])
def test_the_checksum_is_the_published_one(text: str, expected: str) -> None:
    assert emv.compute_checksum(text) == expected


@given(st.text(max_size=40))
def test_the_checksum_is_that_of_the_bits(text: str) -> None:
    assert emv.compute_checksum(text) == crc(text.encode())


def test_everything_a_shop_says_is_read() -> None:
    merchant = qris.parse_qris(shop(_64=tlv(("00", "ID"), ("01", "Batik Sari"), ("02", "Solo"))))
    assert merchant == Merchant(
        name="BATIK SARI",
        city="SURAKARTA",
        postal_code="57111",
        country="ID",
        category="5651",
        nmid="ID1020000000001",
        acquirers=(qris.Acquirer("ID.CO.BANKKITA.WWW", "936000140000000001", "885000000001", "UMI"),),
        static=True,
        amount=None,
        tip="",
        tip_value=None,
        additional={"07": "A01"},
        local={"00": "ID", "01": "Batik Sari", "02": "Solo"},
    )


@pytest.mark.parametrize(
    "parts, tip, value",
    [
        ({}, "", None),
        ({"_55": "01"}, "asked", None),
        ({"_55": "02", "_56": "1000"}, "fixed", Decimal(1000)),
        ({"_55": "03", "_57": "2.5"}, "percent", Decimal("2.5")),
    ],
)
def test_a_tip_is_read_with_its_value(parts: dict[str, str], tip: str, value: Decimal | None) -> None:
    merchant = qris.parse_qris(shop(**parts))
    assert (merchant.tip, merchant.tip_value) == (tip, value)


@pytest.mark.parametrize("amount", ["1", "25000", "25000.00", "25000."])
def test_an_amount_is_read(amount: str) -> None:
    merchant = qris.parse_qris(shop(_01="12", _54=amount))
    assert (merchant.static, merchant.amount) == (False, Decimal(amount))


def test_a_pasted_code_may_bring_line_breaks_and_a_small_checksum() -> None:
    payload = shop()
    wrapped = f"  {payload[:40]}\r\n{payload[40:80]}\n{payload[80:-4]}{payload[-4:].lower()} \n"
    assert qris.parse_qris(wrapped) == qris.parse_qris(payload)


@pytest.mark.parametrize(
    "payload, reason, message",
    [
        ("", NotQris, "000201"),
        ("https://example.com", NotQris, "000201"),
        ("WIFI:S:x;;", NotQris, "000201"),
        (shop()[:60], PayloadTruncated, "Part|part"),
        (shop()[:-4], PayloadTruncated, "part 63"),
        (shop()[:-2], PayloadTruncated, "part 63"),
        (shop()[:-8], ChecksumMissing, "checksum"),
        (shop()[:-6], PayloadTruncated, "part 63"),
        (f"{shop()}99", DataAfterChecksum, "last"),
        (f"{shop()}9902ab", DataAfterChecksum, "last"),
        (f"{shop()}junk", DataAfterChecksum, "last"),
        ("000201junk", MalformedObject, "character 7 "),
        ("000201", ChecksumMissing, "cut off"),
        (f"{shop()[:-4]}xxxx", WrongLength, "63"),
        (shop().replace("BATIK SARI", "BATIK SARA"), WrongChecksum, "should be"),
        (sealed(tlv(*PARTS.items(), ("59", "TWICE"))), DuplicateTag, "Part 59"),
        (shop(_51=tlv(("00", "ID.CO.QRIS.WWW"), ("02", "ID1"), ("02", "ID2"))), DuplicateTag, r"Part 51\.02"),
        (shop(_51=NATIONAL[:-1]), WrongLength, r"Part 51\b"),
        (shop(_62="ab01x"), WrongLength, r"Part 62\b"),
        (shop(_53="36"), WrongLength, "Part 53"),
        (shop(_52="565"), WrongLength, "Part 52"),
        (sealed(tlv(*PARTS.items()) + "6500"), WrongLength, "Part 65"),
        (shop(_01="13"), WrongValue, "13"),
        (shop(_53="702", _58="SG"), OtherCountry, "702.*SG"),
        (shop(_58="MY"), OtherCountry, "MY"),
        (shop(_59=None), MissingPart, "Part 59"),
        (shop(_60=None), MissingPart, "Part 60"),
        (shop(_26=tlv(("01", "x"))), MissingPart, r"Part 26\.00"),
        (shop(_51=None), NationalPartMissing, "ID.CO.QRIS.WWW"),
        (shop(_54="1,5"), WrongValue, "1,5"),
        (shop(_54="1.234"), WrongValue, "1.234"),
        (shop(_55="02"), MissingPart, "56"),
        (shop(_55="04"), WrongValue, "04"),
        (shop(_54="٣"), WrongValue, "٣"),
    ],
)
def test_what_is_wrong_is_named(payload: str, reason: type[InvalidQris], message: str) -> None:
    with pytest.raises(InvalidQris) as no:
        qris.parse_qris(payload)
    assert (type(no.value), no.value.code, no.value.field) == (reason, "INVALID_QRIS", "payload")
    assert re.search(message, str(no.value))


def test_a_wrong_checksum_says_what_was_expected_and_found() -> None:
    right = shop()
    with pytest.raises(WrongChecksum) as no:
        qris.parse_qris(right[:-4] + "0000")
    assert no.value.facts == {"expected": right[-4:], "found": "0000"}


@given(st.integers(8, 180), st.characters(min_codepoint=32, max_codepoint=126))
def test_one_changed_letter_never_goes_unnoticed(place: int, letter: str) -> None:
    right = shop()
    place %= len(right)
    spoilt = right[:place] + letter + right[place + 1 :]
    if spoilt.upper() != right.upper():
        with pytest.raises(InvalidQris):
            qris.parse_qris(spoilt)


@given(st.integers(6, 200))
def test_no_part_of_a_code_passes_for_the_whole(length: int) -> None:
    right = shop()
    if length < len(right):
        with pytest.raises(InvalidQris):
            qris.parse_qris(right[:length])


@given(st.text() | st.text("0123456789").map(lambda rest: f"000201{rest}").map(sealed))
def test_whatever_is_pasted_is_read_or_refused(payload: str) -> None:
    try:
        merchant = qris.parse_qris(payload)
    except InvalidQris:
        return
    assert merchant.country == "ID"


def test_a_static_code_becomes_one_for_an_amount() -> None:
    derived = qris.add_amount(shop(), 25_000)
    assert derived == shop(_01="12", _54="25000")
    assert (qris.parse_qris(derived).amount, qris.parse_qris(derived).static) == (Decimal(25_000), False)


def test_a_fee_is_fixed_and_takes_the_place_of_a_tip() -> None:
    assert qris.add_amount(shop(), 25_000, fee=1_500) == shop(_01="12", _54="25000", _55="02", _56="1500")
    qris_text = shop(_55="03", _57="5")
    assert qris.add_amount(qris_text, 25_000, fee=1_500) == shop(_01="12", _54="25000", _55="02", _56="1500")
    assert qris.add_amount(qris_text, 25_000) == shop(_01="12", _54="25000", _55="03", _57="5")


def test_parts_in_an_order_of_their_own_keep_it() -> None:
    odd = sealed(tlv(("00", "01"), *[(tag, PARTS[tag]) for tag in ("58", "59", "60", "26", "51", "53", "52")]))
    tags = list(emv.parse_objects(qris.add_amount(odd, 5_000)))
    assert [tag for tag in tags if tag not in {"01", "54"}] == ["00", "58", "59", "60", "26", "51", "53", "52", "63"]
    assert qris.parse_qris(qris.add_amount(odd, 5_000)).amount == 5_000


def test_an_amount_is_only_replaced_when_that_is_wanted() -> None:
    priced = qris.add_amount(shop(), 25_000)
    with pytest.raises(AmountPresent) as no:
        qris.add_amount(priced, 30_000)
    assert no.value.field == "amount" and "25" in str(no.value)
    assert qris.add_amount(priced, 30_000, replacing=True) == qris.add_amount(shop(), 30_000)


@pytest.mark.parametrize(
    "rupiah, fee, reason, field",
    [
        (0, 0, WrongAmount, "amount"),
        (-1, 0, WrongAmount, "amount"),
        (10_000_001, 0, WrongAmount, "amount"),
        (1, -1, WrongFee, "fee"),
        (1, 10_000_000, WrongFee, "fee"),
    ],
)
def test_sums_nobody_can_pay_are_refused(rupiah: int, fee: int, reason: type[Refusal], field: str) -> None:
    with pytest.raises(reason) as no:
        qris.add_amount(shop(), rupiah, fee=fee)
    assert no.value.field == field
    assert qris.parse_qris(qris.add_amount(shop(), 10_000_000)).amount == 10_000_000


@given(st.integers(1, 10_000_000), st.integers(0, 9_999_999))
def test_every_amount_and_fee_come_back(rupiah: int, fee: int) -> None:
    merchant = qris.parse_qris(qris.add_amount(shop(), rupiah, fee=fee))
    assert (merchant.amount, merchant.tip_value) == (Decimal(rupiah), Decimal(fee) if fee else None)


def test_broken_unicode_is_a_wrong_checksum_and_not_a_crash() -> None:
    with pytest.raises(emv.WrongChecksum):
        qris.parse_qris("000201\ud8006304ABCD")
