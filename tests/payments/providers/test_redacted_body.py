"""The stored body of a notification has its structure, and nothing in it that is not allowed, wherever it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.payments.providers import coinpayments_words, klikqris, midtrans, practice
from app.payments.providers.redacted_body import DEEPEST, HIDDEN, LONGEST_BODY, BodyRules
from tests.payments.providers.test_redaction import HOSTILE

pytestmark = pytest.mark.heavy

RULES = {
    "klikqris": klikqris.BODY,
    "my pg": klikqris.MY_PG_BODY,
    "midtrans": midtrans.BODY,
    "coinpayments": coinpayments_words.BODY,
    "practice": practice.BODY,
}


def names_of(rules: BodyRules) -> list[str]:
    """Every name that a body may have."""
    return sorted({part for path in rules.shapes for part in path.split(".")} | set(rules.names.split()))


@st.composite
def bodies(draw: st.DrawFn, names: list[str], hostile: str) -> Any:
    """A JSON object in which a hostile text is a name, a value, and a part of either, at any depth."""
    spoiled = st.sampled_from([hostile, f"x{hostile}", f"{hostile}\n"])
    values = spoiled | st.sampled_from([None, True, 7, "PAID"])
    keys = st.sampled_from(names) | spoiled
    inner = st.recursive(values, lambda each: st.lists(each, max_size=4) | st.dictionaries(keys, each, max_size=4))
    return draw(st.dictionaries(keys, inner, min_size=1, max_size=8))


@pytest.mark.parametrize("provider", RULES)
@settings(max_examples=40)
@given(data=st.data())
def test_nothing_hostile_stays_in_a_value_or_a_name_at_any_depth(provider: str, data: st.DataObject) -> None:
    hostile = data.draw(st.sampled_from(sorted(HOSTILE.values())))
    payload = data.draw(bodies(names_of(RULES[provider]), hostile))
    kept = RULES[provider].redact(json.dumps(payload).encode(), ())
    assert hostile not in kept and json.dumps(hostile)[1:-1] not in kept
    assert list(json.loads(kept)) == [
        name if name in names_of(RULES[provider]) else f"{HIDDEN}{number}" for number, name in enumerate(payload, 1)
    ]


def test_the_structure_is_kept_and_every_value_that_is_not_allowed_is_hidden() -> None:
    body = {
        "order_id": "KLQ-01J00000000000000000000001",
        "gross_amount": "79000.00",
        "signature_key": "ab" * 64,
        "4111111111111111": {"nested": ["a", None, False, 4111111111111111]},
        "refunds": [{"refund_amount": 9000, "reason": "sorry, Budi", "bank_confirmed_at": None}],
    }
    assert json.loads(midtrans.BODY.redact(json.dumps(body).encode(), ())) == {
        "order_id": "KLQ-01J00000000000000000000001",
        "gross_amount": "79000.00",
        "signature_key": HIDDEN,
        f"{HIDDEN}4": {f"{HIDDEN}1": [HIDDEN, None, False, HIDDEN]},
        "refunds": [{"refund_amount": 9000, "reason": HIDDEN, "bank_confirmed_at": None}],
    }


def test_a_secret_in_an_allowed_value_is_hidden() -> None:
    assert json.loads(midtrans.BODY.redact(b'{"issuer": "gopay", "acquirer": "secret word"}', ("", "secret"))) == {
        "issuer": "gopay",
        "acquirer": HIDDEN,
    }


@pytest.mark.parametrize(
    "body",
    [
        b'{"refunds": [' + b",".join([b'{"refund_amount": "1.00"}'] * 100_000) + b"]}",
        b'{"refunds": ' + b"[" * 900 + b"]" * 900 + b"}",
        json.dumps({f"field {number}": number for number in range(50_000)}).encode(),
        json.dumps({"status_message": "x" * 1_000_000}).encode(),
    ],
    ids=["many", "deep", "wide", "long"],
)
def test_what_is_stored_of_a_body_is_bounded(body: bytes) -> None:
    kept = midtrans.BODY.redact(body, ())
    assert 0 < len(kept) <= LONGEST_BODY and kept.count("[") <= DEEPEST + 1


@pytest.mark.parametrize("body", [b"", b"a=1&b=2", b"[]", b'"4111111111111111"', b"\xff", b"{"])
def test_nothing_is_stored_of_a_body_that_is_no_object(body: bytes) -> None:
    assert midtrans.BODY.redact(body, ()) == ""
