"""Text as people type it: bounded first, then without what nobody sees, and compared as people read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import text
from app.kernel.refusal import TooLong

MARKS = "e" + "\u0301\u0316" * 50_000


@pytest.mark.parametrize(
    "raw, kept",
    [
        ("  VPS   Murah \n", "VPS Murah"),
        ("a\x00b", "ab"),
        ("a\x1b[31mb", "a [31mb"),
        ("a\r\nb", "a b"),
        ("e\u0301", "é"),
        ("\ud800x", "?x"),
        ("<b>", "<b>"),
        ("", ""),
        ("a\u2028b", "a b"),
        ("🇮🇩", "🇮🇩"),
    ],
)
def test_a_line_is_one_line(raw: str, kept: str) -> None:
    assert text.clean_line(raw, 80, "title") == kept


@pytest.mark.parametrize(
    "shown",
    ["Ibu 👩‍🍳", "👩🏽‍🚀", "🏳️‍🌈", "🧔‍♂️", "❤️ kopi", "☎︎", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🫨", "می‌خواهم", "क्‍ष", "葛󠄀", "שלום", "שָׁלוֹם", "Đặng"],
)
def test_what_is_seen_stays(shown: str) -> None:
    assert text.clean_line(shown, 80, "name") == shown
    assert text.clean_multiline(shown, 80, "bio") == shown


@pytest.mark.parametrize(
    "raw, kept",
    [
        ("\u200bSari\ufeff", "Sari"),
        ("Sa\u200bri", "Sari"),
        ("Sa\u202eri", "Sari"),
        ("\u2066Sari\u2069", "Sari"),
        ("Sa\u00adri", "Sari"),
        ("Sa\ue000ri", "Sari"),
        ("Sa\U000f0000ri", "Sari"),
        ("Sa\u2060ri", "Sari"),
        ("Sa\u200dri", "Sari"),
        ("Sa\u200cri", "Sari"),
        ("Sa\ufe0fri", "Sari"),
        ("Sa\U000e0041ri", "Sari"),
        ("\u3164", ""),
        ("\u2800 \u200b", ""),
        ("\u200d\ufe0f", ""),
        ("Sari\u3164Dewi", "Sari Dewi"),
        ("👩\u200d", "👩"),
        ("\u200d🍳", "🍳"),
        ("a \u200b b", "a b"),
    ],
)
def test_what_nobody_sees_goes(raw: str, kept: str) -> None:
    assert text.clean_line(raw, 80, "name") == kept
    assert text.clean_multiline(raw, 80, "bio") == kept.replace("a b", "a  b" if "\u200b b" in raw else "a b")


def test_prose_keeps_its_line_breaks() -> None:
    assert text.clean_multiline(" one\r\n\r\ntwo\tthree\x07\n", 80, "notes") == "one\n\ntwo three"


def test_what_is_too_long_is_refused_with_its_field() -> None:
    assert text.clean_line("x" * 80, 80, "title")
    with pytest.raises(TooLong) as refused:
        text.clean_line("x" * 81, 80, "title")
    assert refused.value.field == "title"
    assert str(refused.value) == "At most 80 characters, please."


def test_what_shrinks_to_its_bound_is_taken() -> None:
    assert text.clean_line("e\u0301" * 80, 80, "title") == "é" * 80
    assert text.clean_line(" " * 100_000 + "x" + " " * 100_000, 1, "title") == "x"


def test_a_search_is_cut_and_never_refused_however_normalisation_lengthens_it(normalised: list[int]) -> None:
    assert text.cut_line(" kopi\tsusu" + "x" * 200, 12) == "kopi susuxx"
    assert text.cut_line("a b", 2) == "a"
    for letter in ("\u0958", "\U0001d15f", "\ufb2c"):  # NFC makes two or three of each
        assert len(text.cut_line(letter * 200, 100)) == 100, letter
    assert len(text.cut_line(MARKS, 100)) <= 100 and max(normalised) <= 100


@pytest.mark.parametrize("clean", [text.clean_line, text.clean_multiline])
def test_what_is_too_long_is_refused_before_any_work(clean: object, normalised: list[int]) -> None:
    with pytest.raises(TooLong):
        clean(MARKS, 200, "title")  # type: ignore[operator]
    assert not normalised


def test_no_letter_carries_more_than_thirty_marks() -> None:
    assert len(text.normalize(MARKS, 1_000_000, "NFD")) == 31
    assert len(text.fold_for_search("a" + MARKS, 1_000_000)) == 2
    joined = "a" + ("\u0f74\u0f72" * 15 + "\u034f") * 2000  # a mark that parts the runs, and is taken off
    assert len(text.fold_for_search(joined, 1_000_000)) == 31


@pytest.mark.parametrize(
    "raw, folded",
    [
        ("Kopi SÉNJA", "kopi senja"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        ("Ørsted", "orsted"),
        ("ΟΔΥΣΣΕΎΣ", "οδυσσευσ"),
        ("МОСКВА", "москва"),
        ("Ёлка", "елка"),
        ("Ｋｌｉｑｓ", "kliqs"),
        ("İstanbul", "istanbul"),
        ("ĐẶNG", "dang"),
        ("ﬁlm", "film"),
        ("\u200bpromo\ufeff", "promo"),
        ("ｶﾞ", "ガ"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_texts_are_compared_as_people_read_them(raw: str, folded: str) -> None:
    assert text.fold_for_search(raw, 200) == folded == text.fold_for_search(folded, 200)


@given(st.text(st.characters(codec=None)))
def test_whatever_is_typed_can_be_stored(raw: str) -> None:
    for kept in (text.clean_line(raw, 10_000, "title"), text.clean_multiline(raw, 10_000, "notes"), text.storable(raw)):
        kept.encode()
        assert "\0" not in kept
    text.replace_surrogates(raw).encode()
    assert text.is_single_line(text.clean_line(raw, 10_000, "title"))


HIDDEN = st.text(
    st.sampled_from("ab é👩🍳❤\ufe0f\u200d\u200c\u200b\u202e\ue000\u0301\u3164\x00\n\u094dمक🏴\U000e0067\U000e007f")
)


@given(HIDDEN | st.text(st.characters(codec=None)))
def test_clean_text_stays_as_it_is(raw: str) -> None:
    line, prose = text.clean_line(raw, 10_000, "title"), text.clean_multiline(raw, 10_000, "notes")
    assert text.clean_line(line, 10_000, "title") == line
    assert text.clean_multiline(prose, 10_000, "notes") == prose


@pytest.mark.parametrize(
    "raw, one", [("Sari", True), ("👩‍🍳", True), ("a\nb", False), ("a\x00b", False), ("a\u2028b", False)]
)
def test_a_single_line_has_no_control_character(raw: str, one: bool) -> None:
    assert text.is_single_line(raw) is one
