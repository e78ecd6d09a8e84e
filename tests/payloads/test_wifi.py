"""A phone reads from the code the very network name and password that were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import Refusal, TooLong
from app.payloads.field import ControlCharacter, InvalidChoice, MissingValue
from app.payloads.registry import KINDS
from app.payloads.wifi import NetworkNameTooLong, OpenNetwork, WepKey, WpaPassword, format_wifi
from tests.payloads import readers

WIFI = KINDS["wifi"]
PRINTABLE = st.characters(exclude_categories=["Cs", "Cc"])
SSIDS = st.text(PRINTABLE, min_size=1, max_size=32).filter(lambda name: name.strip() and len(name.encode()) <= 32)
PASSWORDS = st.text(PRINTABLE, min_size=8, max_size=63).filter(lambda word: len(word.encode()) <= 63)


def test_a_network_is_written_as_phones_expect() -> None:
    assert format_wifi("Warung Kopi", "kopi-tubruk", "WPA") == "WIFI:T:WPA;S:Warung Kopi;P:kopi-tubruk;;"
    assert format_wifi("Toko", "", "nopass", hidden=True) == "WIFI:T:nopass;S:Toko;H:true;;"
    assert format_wifi('a;b,c:d\\e"f', "12345678", "WPA") == 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\\\e\\"f;P:12345678;;'


@given(SSIDS, PASSWORDS)
def test_whatever_was_typed_is_what_the_phone_reads(name: str, password: str) -> None:
    read = readers.wifi(WIFI.encode({"network": name, "password": password, "security": "WPA"}))
    assert read == {"T": "WPA", "S": name, "P": password}


@pytest.mark.parametrize("name", ["CAFE", "2020", "deadbeef", "A"])
def test_a_name_that_looks_hexadecimal_stands_in_quotes(name: str) -> None:
    text = format_wifi(name, "kopi-tubruk", "WPA")
    assert f'S:"{name}";' in text and readers.wifi(text)["S"] == name


def test_blanks_and_quotes_belong_to_names_and_passwords() -> None:
    text = WIFI.encode({"network": ' "Toko"', "password": " kopi  tubruk ", "security": "WPA", "hidden": "on"})
    assert readers.wifi(text) == {"T": "WPA", "S": ' "Toko"', "P": " kopi  tubruk ", "H": "true"}


@pytest.mark.parametrize(
    "security, password",
    [
        ("WPA", "12345678"),
        ("WPA", "x" * 63),
        ("WPA", "0aF" * 21 + "0"),
        ("WEP", "12345"),
        ("WEP", "abcdefghijklm"),
        ("WEP", "0123456789"),
        ("WEP", "0123456789abcdefABCDEF0123"),
        ("nopass", ""),
    ],
)
def test_every_password_a_router_takes_is_taken(security: str, password: str) -> None:
    assert readers.wifi(format_wifi("Toko", password, security)).get("P", "") == password


@pytest.mark.parametrize(
    "security, password, reason",
    [
        ("WPA", "", WpaPassword),
        ("WPA", "1234567", WpaPassword),
        ("WPA", "g" * 64, WpaPassword),
        ("WPA", "a" * 65, TooLong),
        ("WEP", "123456", WepKey),
        ("WEP", "012345678g", WepKey),
        ("WEP", "", WepKey),
        ("nopass", "secret", OpenNetwork),
        ("WPA", "pass\tword", ControlCharacter),
        ("WPA", "pass\nword", ControlCharacter),
    ],
)
def test_a_password_no_router_takes_is_refused_beside_its_field(
    security: str, password: str, reason: type[Refusal]
) -> None:
    with pytest.raises(reason) as no:
        WIFI.encode({"network": "Toko", "password": password, "security": security})
    assert no.value.field == "password"


@pytest.mark.parametrize(
    "name, reason",
    [
        ("", MissingValue),
        ("   ", MissingValue),
        ("x" * 33, TooLong),
        ("é" * 17, NetworkNameTooLong),
        ("a\x00b", ControlCharacter),
    ],
)
def test_a_name_no_router_has_is_refused_beside_its_field(name: str, reason: type[Refusal]) -> None:
    with pytest.raises(reason) as no:
        WIFI.encode({"network": name, "password": "12345678"})
    assert no.value.field == "network"


def test_security_is_one_of_the_list() -> None:
    assert WIFI.encode({"network": "Toko", "password": "12345678"}).startswith("WIFI:T:WPA;")
    with pytest.raises(InvalidChoice) as no:
        WIFI.encode({"network": "Toko", "security": "SAE"})
    assert no.value.field == "security"
