"""The request log keeps no secret, wherever it is in a body or an address."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.keys.logged_request import LONGEST_BODY, LONGEST_PATH
from app.keys.request_masking import LONGEST_READ, MASK, NOT_JSON, TOO_LONG, is_secret_name, mask_body, mask_path

SECRET = "hunter2-hunter2"
KEY = "kliqs_sk_live_" + "x" * 38


def masked(value: Any) -> Any:
    return json.loads(mask_body(json.dumps(value).encode()))


NAMES = """password newPassword given-password wifi_password api_key apikey ACCESS_TOKEN clientSecret webhook_secret
    Authorization pin dbpassword otp credentials passphrase"""


@pytest.mark.parametrize("name", NAMES.split())
def test_a_secret_is_known_by_the_name_of_its_field(name: str) -> None:
    assert is_secret_name(name)
    assert masked({"a": [{name: SECRET}]}) == {"a": [{name: MASK}]}
    assert SECRET not in mask_path("/api/v1/links", f"{name}={SECRET}&q=sepatu")


@pytest.mark.parametrize(
    "name", ["url", "slug", "title", "monkey", "keyword", "spinning", "author", "idempotent", "note"]
)
def test_other_fields_are_kept(name: str) -> None:
    assert not is_secret_name(name)
    assert masked({name: "value"}) == {name: "value"}


def test_the_secrets_that_a_qr_code_declares_are_known() -> None:
    from app.payloads import registry  # noqa: F401 - its declarations register the names

    assert masked({"content": {"ssid": "Kopi", "password": SECRET}}) == {"content": {"ssid": "Kopi", "password": MASK}}


def test_whether_there_is_a_secret_is_kept() -> None:
    assert masked({"password": None, "has_password": True}) == {"password": None, "has_password": True}


def test_a_key_or_secret_of_ours_is_kept_nowhere() -> None:
    assert KEY not in mask_body(json.dumps({"title": f"my key is {KEY}!"}).encode())
    assert "whsec_" not in mask_body(json.dumps({"note": "whsec_" + "A" * 32}).encode())
    assert KEY not in mask_path(f"/api/v1/links/{KEY}", "")


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (b"", ""),
        (b"{", NOT_JSON),
        (b"\xff\xfe", NOT_JSON),
        (b"[" * 10_000, NOT_JSON),
        (b'"' + b"x" * LONGEST_READ + b'"', TOO_LONG),
        (b"null", "null"),
        (b'"\\ud800"', '"?"'),
        (b'{"\\u0000": "\\u0000"}', '{"\\u0000": "\\u0000"}'),
    ],
)
def test_what_cannot_be_masked_is_not_kept(raw: bytes, kept: str) -> None:
    assert mask_body(raw) == kept


@given(st.recursive(st.none() | st.booleans() | st.text(), lambda inner: st.dictionaries(st.text(), inner)))
def test_what_is_kept_fits_its_column_and_both_databases(value: Any) -> None:
    kept = mask_body(json.dumps({"x": value}).encode())
    assert len(kept) <= LONGEST_BODY and "\x00" not in kept
    kept.encode()


@given(st.text(max_size=600), st.text(max_size=600))
def test_a_path_fits_its_column_and_both_databases(path: str, query: str) -> None:
    kept = mask_path(path, query)
    assert len(kept) <= LONGEST_PATH and "\x00" not in kept
    kept.encode()


def test_a_secret_right_behind_an_escape_is_found() -> None:
    assert KEY not in mask_body(json.dumps({"description": f"key:\n{KEY}\t{KEY}", f"my_{KEY}": 1}).encode())
    assert KEY not in mask_path("/api/v1/links", f"q=key%3D{KEY}&{KEY}=1")
    assert "+/secret" not in mask_path("/x", "q=whsec_aaaa%2Bbbbb%2F%2B/secret")


def test_a_body_that_is_nested_too_deeply_is_not_kept_and_breaks_nothing() -> None:
    assert mask_body(b"[" * 600 + b"]" * 600) in (NOT_JSON, "[" * 600 + "]" * 600)
