"""What a code says comes back as it was, in the smallest code that holds it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.qr.design import Design
from app.qr.render.drawing import draw_code
from app.qr.render.matrix import (
    LEVELS,
    CodeCapacityExceeded,
    ContentMissing,
    ContentNotEncodable,
    encode_matrix,
    encode_short_url,
)
from app.qr.simulated_scan import is_readable, rasterize_on_white


@given(st.text(min_size=1, max_size=120), st.sampled_from(LEVELS))
@example("日本語", "q")
@example("é", "l")
@example("a\x00\x1d", "m")
@example("123", "h")
def test_any_text_is_read_as_it_was_written(text: str, level: str) -> None:
    drawing = draw_code(encode_matrix(text, level), Design(pattern="square", corners="square"))
    assert is_readable(rasterize_on_white(drawing, 4), text)


def test_a_short_url_takes_less_room_in_upper_case_and_its_mark_stays() -> None:
    code = encode_short_url("https://klq.id/promo?qr=a1b2c3", "m")
    assert code.content == "HTTPS://KLQ.ID/PROMO?qr=a1b2c3"
    assert code.version < encode_matrix("https://klq.id/promo?qr=a1b2c3", "m").version


@pytest.mark.parametrize("url", ["https://klq.id/pro_mo?qr=x", "https://klq.id/kopi-é?qr=x", "?qr=x"])
def test_an_address_that_cannot_be_upper_cased_is_left_alone(url: str) -> None:
    assert encode_short_url(url, "q").content == url


def test_other_peoples_addresses_keep_their_case() -> None:
    assert encode_matrix("https://example.com/Promo", "q").content == "https://example.com/Promo"


def test_a_better_level_is_taken_where_it_costs_no_size() -> None:
    assert (encode_matrix("abc", "l").level, encode_matrix("abc", "l").version) == ("h", 1)


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_said_is_at_least_the_level_asked_for(level: str) -> None:
    assert LEVELS.index(encode_matrix("x" * 100, level).level) >= LEVELS.index(level)


@pytest.mark.parametrize("level, most", [("l", 2953), ("m", 2331), ("q", 1663), ("h", 1273)])
def test_a_code_holds_what_the_standard_says_and_no_more(level: str, most: int) -> None:
    assert encode_matrix("x" * most, level).version == 40
    with pytest.raises(CodeCapacityExceeded):
        encode_matrix("x" * (most + 1), level)


def test_nothing_and_broken_text_are_refused() -> None:
    with pytest.raises(ContentMissing):
        encode_matrix("", "m")
    with pytest.raises(ContentNotEncodable):
        encode_matrix("\ud800", "m")
