"""A design is read from forms and JSON alike, and a bad value is refused by its own name."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import Refusal
from app.qr.design import Design

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.lists(st.integers()),
    st.dictionaries(st.text(), st.text()),
)


@given(st.dictionaries(st.sampled_from(list(Design().as_dict())), ODD))
def test_whatever_is_sent_gives_a_design_or_a_refusal_that_names_its_field(values: dict[str, object]) -> None:
    read = outcome(values)
    if isinstance(read, Refusal):
        assert read.field in values and str(read)
    else:
        assert Design.of(json.loads(json.dumps(read.as_dict()))) == read


def outcome(values: dict[str, object]) -> Design | Refusal:
    try:
        return Design.of(values)
    except Refusal as refusal:
        return refusal


@pytest.mark.parametrize(
    "key, value",
    [
        ("dark", ""),
        ("dark", "red"),
        ("background", "#ffff"),
        ("pattern", "hearts"),
        ("size", 9**999),
        ("size", "9" * 9999),
        ("size", True),
        ("angle", "٣"),
        ("quiet_zone", -1),
        ("quiet_zone", 11),
        ("frame", []),
        ("words", "x" * 31),
        ("words", "日本"),
        ("words", None),
        ("logo", "perhaps"),
        ("logo_share", "12.5"),
        ("level", "x"),
        ("dpi", 5000),
    ],
)
def test_a_bad_value_is_refused_by_its_field(key: str, value: object) -> None:
    with pytest.raises(Refusal) as refused:
        Design.of({key: value})
    assert refused.value.field == key


def test_the_refusal_of_words_names_what_cannot_be_drawn() -> None:
    with pytest.raises(Refusal, match=r"日本$"):
        Design.of({"words": "Halo 日本"})


def test_a_form_and_json_say_the_same() -> None:
    form = {"dark": "ABC", "size": "300", "logo": "on", "background": "", "words": "  Pindai \n saya "}
    plain = {"dark": "#aabbcc", "size": 300, "logo": True, "background": None, "words": "Pindai saya"}
    assert Design.of(form) == Design.of(plain)


def test_what_is_left_out_stays_as_it_was() -> None:
    assert Design(pattern="dots").with_changes({"size": 300}) == Design(pattern="dots", size=300)


@pytest.mark.parametrize(
    "changes, level",
    [
        ({}, "m"),
        ({"logo": True, "logo_share": 20}, "q"),
        ({"logo": True, "logo_share": 34}, "h"),
        ({"logo": True, "level": "l"}, "l"),
    ],
)
def test_a_logo_raises_the_level_unless_one_was_chosen(changes: dict[str, object], level: str) -> None:
    assert Design.of(changes).effective_level == level


def test_a_refusal_can_always_be_sent() -> None:
    with pytest.raises(Refusal) as refused:
        Design.of({"words": "\u0378"})
    assert str(refused.value).encode().endswith(b"U+0378")


@pytest.mark.parametrize(
    "key, least, most",
    [
        ("dot_size", 40, 100),
        ("angle", 0, 359),
        ("logo_share", 10, 60),
        ("quiet_zone", 0, 10),
        ("size", 64, 4000),
        ("dpi", 36, 1200),
    ],
)
def test_a_number_is_taken_to_its_edge_and_no_further(key: str, least: int, most: int) -> None:
    for value in (least, most):
        assert getattr(Design.of({key: str(value)}), key) == value
    for value in (least - 1, most + 1):
        with pytest.raises(Refusal) as refused:
            Design.of({key: value})
        assert refused.value.field == key and str(least) in str(refused.value) and str(most) in str(refused.value)


def test_a_frame_has_room_for_30_characters() -> None:
    assert Design.of({"words": "x" * 30}).words == "x" * 30
    with pytest.raises(Refusal):
        Design.of({"words": "x" * 31})


@pytest.mark.parametrize("share, level", [(28, "q"), (29, "h")])
def test_a_logo_raises_the_level_to_h_when_q_has_no_room_left(share: int, level: str) -> None:
    assert Design(logo=True, logo_share=share).effective_level == level
