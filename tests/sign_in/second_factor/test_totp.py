"""Codes of authenticator apps: the vectors of RFC 6238, drift, and what an app reads from the QR code."""

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from app.sign_in.second_factor import totp

SECRET = base64.b32encode(b"12345678901234567890").decode()  # of RFC 6238, appendix B
NOW = datetime(2026, 11, 29, 12, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    step = totp.step_at(datetime.fromtimestamp(seconds, UTC))
    assert totp.code_at(SECRET, step, digits=8) == code
    assert totp.code_at(SECRET, step) == code[2:]


@pytest.mark.parametrize(("drift", "matches"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_phone_may_be_one_step_behind_or_ahead(drift: int, matches: bool) -> None:
    step = totp.step_at(NOW) + drift
    assert totp.matching_step(SECRET, totp.code_at(SECRET, step), NOW) == (step if matches else None)


def test_a_code_of_minutes_ago_is_told_from_a_wrong_one_but_one_of_the_future_is_not() -> None:
    past = totp.code_at(SECRET, totp.step_at(NOW - timedelta(minutes=2)))
    future = totp.code_at(SECRET, totp.step_at(NOW + timedelta(minutes=2)))
    long_ago = totp.code_at(SECRET, totp.step_at(NOW - timedelta(hours=1)))
    assert totp.minutes_late(SECRET, past, NOW) == 2
    assert totp.minutes_late(SECRET, future, NOW) is None
    assert totp.minutes_late(SECRET, long_ago, NOW) is None


def test_a_secret_has_160_bits_and_the_url_names_who_it_is_for() -> None:
    secret = totp.new_secret()
    assert len(base64.b32decode(secret)) == 20 and secret != totp.new_secret()
    url = urlsplit(totp.setup_url(secret, "sari+kopi@example.com", "Kliqs"))
    assert (url.scheme, url.netloc, unquote(url.path)) == ("otpauth", "totp", "/Kliqs:sari+kopi@example.com")
    assert parse_qs(url.query) == {"secret": [secret], "issuer": ["Kliqs"]}
