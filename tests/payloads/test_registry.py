"""Every kind declares what its form and its docs need, says what it was told, and refuses the rest by field."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import NotFound, Refusal, TooLong
from app.payloads.field import Field, MissingValue
from app.payloads.kind import MAX_BYTES, PayloadKind, PayloadTooLong
from app.payloads.registry import KINDS, get_kind
from tests.payloads import readers
from tests.payloads.test_contact import SARI
from tests.payloads.test_event import BAZAAR
from tests.payloads.test_message import WORDS
from tests.payloads.test_qris import shop

EXAMPLES: dict[str, dict[str, str]] = {
    "text": {"text": WORDS},
    "url": {"url": "https://example.com/batik?a=1&b=é#x"},
    "wifi": {"network": "Warung; Kopi ☕", "password": 'kopi:"tubruk"'},
    "vcard": SARI,
    "mecard": SARI,
    "email": {"email": "sari@example.com", "subject": WORDS, "message": WORDS},
    "phone": {"number": "0812-3456-789"},
    "sms": {"number": "0812-3456-789", "message": WORDS},
    "whatsapp": {"number": "0812-3456-789", "message": WORDS},
    "geo": {"latitude": "-6.175392", "longitude": "106.827153"},
    "event": BAZAAR,
    "qris": {"payload": shop()},
}
TYPED = st.text(max_size=60) | st.text(st.characters(codec=None), max_size=20)


def test_every_kind_is_here_once_with_an_example() -> None:
    assert KINDS.keys() == EXAMPLES.keys()
    assert all(get_kind(key).key == key for key in KINDS)
    with pytest.raises(NotFound):
        get_kind("bitcoin")


@pytest.mark.parametrize("key", EXAMPLES)
def test_a_scanner_reads_what_was_encoded(key: str) -> None:
    content = KINDS[key].encode(EXAMPLES[key])
    assert readers.scanned(content) == content


@pytest.mark.parametrize("key", KINDS)
def test_every_kind_can_be_shown_as_a_form(key: str) -> None:
    kind = KINDS[key]
    names = [field.name for field in kind.fields]
    assert kind.label and kind.explanation.endswith(".") and len(set(names)) == len(names)
    for field in kind.fields:
        assert re.fullmatch("[a-z_]+", field.name) and field.label
        assert bool(field.choices) == (field.input == "select")
        assert field.input in {"select", "checkbox"} or 0 < field.most <= 2048


@pytest.mark.parametrize("key", KINDS)
def test_an_empty_form_is_told_what_it_lacks(key: str) -> None:
    with pytest.raises(MissingValue) as no:
        KINDS[key].encode({})
    assert no.value.field == next(field.name for field in KINDS[key].fields if field.required)


@pytest.mark.parametrize("key", KINDS)
def test_more_than_a_field_holds_is_refused_beside_it(key: str) -> None:
    for field in KINDS[key].fields:
        if field.input not in {"select", "checkbox"}:
            with pytest.raises(TooLong) as no:
                field.read({field.name: "x" * (field.most + 1)})
            assert no.value.field == field.name


@pytest.mark.parametrize("key", KINDS)
def test_as_much_as_a_field_says_fits_into_it(key: str) -> None:
    for field in KINDS[key].fields:
        if field.input in {"text", "textarea"} and not field.choices:
            assert field.read({field.name: "x" * field.most}) == "x" * field.most


@pytest.mark.parametrize("length, fits", [(1_273, True), (1_274, False)])
def test_a_code_holds_1273_bytes(length: int, fits: bool) -> None:
    kind = PayloadKind("x", "x", "x.", (Field("text", "x", most=2_000),), lambda given: given["text"])
    if fits:
        assert len(kind.encode({"text": "x" * length})) == length
    else:
        with pytest.raises(PayloadTooLong):
            kind.encode({"text": "x" * length})


def test_more_than_a_code_holds_is_refused() -> None:
    assert len(KINDS["text"].encode({"text": "x" * 1000})) == 1000
    with pytest.raises(PayloadTooLong) as no:
        KINDS["text"].encode({"text": "🧵" * 319})
    assert no.value.facts == {"bytes": 4 * 319, "most": MAX_BYTES}
    assert KINDS["text"].encode({"text": "🧵" * 318})


@pytest.mark.parametrize("raw, answer", [("on", "on"), ("1", "on"), ("True", "on"), ("", ""), ("off", ""), ("0", "")])
def test_a_tick_is_on_or_nothing(raw: str, answer: str) -> None:
    assert Field("tick", "Tick", input="checkbox").read({"tick": raw}) == answer


@given(st.data())
def test_whatever_is_typed_is_encoded_or_refused_by_a_field(data: st.DataObject) -> None:
    kind = KINDS[data.draw(st.sampled_from(sorted(KINDS)))]
    fields = {field.name: TYPED | st.just(EXAMPLES[kind.key].get(field.name, "")) for field in kind.fields}
    try:
        content = kind.encode(data.draw(st.fixed_dictionaries(fields)))
    except PayloadTooLong:
        return
    except Refusal as no:
        assert no.field in fields, f"{no!r} of {no.field!r}"  # noqa: PT017 - either way is right
        return
    assert content and len(content.encode()) <= MAX_BYTES
