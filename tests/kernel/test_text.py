"""Text as people type it is kept without control characters and broken Unicode, and measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import text
from app.kernel.refusal import TooLong


@pytest.mark.parametrize(
    "raw, kept",
    [("  VPS   Murah \n", "VPS Murah"), ("a\x00b", "ab"), ("a\x1b[31mb", "a [31mb"), ("a\r\nb", "a b"),
     ("e\u0301", "é"),
     ("\ud800x", "?x"), ("<b>", "<b>"), ("", ""), ("a\u2028b", "a b"), ("🇮🇩", "🇮🇩")],
)
def test_a_line_is_one_line(raw: str, kept: str) -> None:
    assert text.line(raw, 80, "title") == kept


def test_prose_keeps_its_line_breaks() -> None:
    assert text.prose(" one\r\n\r\ntwo\tthree\x07\n", 80, "notes") == "one\n\ntwo three"


def test_what_is_too_long_is_refused_with_its_field() -> None:
    assert text.line("x" * 80, 80, "title")
    with pytest.raises(TooLong) as refused:
        text.line("x" * 81, 80, "title")
    assert refused.value.field == "title"
    assert str(refused.value) == "At most 80 characters, please."


@given(st.text(st.characters(codec=None)))
def test_whatever_is_typed_can_be_stored(raw: str) -> None:
    for kept in (text.line(raw, 10_000, "title"), text.prose(raw, 10_000, "notes"), text.whole(raw)):
        kept.encode()
    assert "\x00" not in text.line(raw, 10_000, "title")
    assert text.line(text.line(raw, 10_000, "title"), 10_000, "title") == text.line(raw, 10_000, "title")
