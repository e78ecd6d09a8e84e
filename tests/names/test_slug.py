"""Slugs: 3 to 64 letters, digits, - or _; the same in any case and width; reserved words are nobody's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import Refusal
from app.names import slug as slugs
from app.names.slug import InvalidSlug, ReservedSlug, SlugTaken

WORDS = [
    "admin",
    "api",
    "dashboard",
    "login",
    "favicon.ico",
    "robots.txt",
    "sitemap.xml",
    "well-known",
    "kliqs",
    "docs",
    "null",
    "health",
]


@pytest.mark.parametrize("slug", ["abc", "a-b", "A_B", "0-_", "VPS-Murah", "x" * 64, "123", "a--", "administration"])
def test_a_slug_is_kept_as_typed(slug: str) -> None:
    assert slugs.check_slug(slug) == slug
    assert slugs.check_slug(f" \t{slug}\n") == slug


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "   ",
        "ab",
        "x" * 65,
        "-abc",
        "_abc",
        "a b",
        "a.b",
        "a/b",
        "a+b",
        "a%20b",
        "abc\n\nx",
        "ab\x00c",
        "é" * 5,
        "пример",
        "ｐｒｏｍｏ",
        "ad\u200bmin",
        "abc\u200bd",
        "../etc",
        "@name",
        "abc?x",
        "\ud800abc",
        "١٢٣",
        "K\u212ait",
    ],
)
def test_anything_else_is_refused(raw: str) -> None:
    with pytest.raises(InvalidSlug) as refused:
        slugs.check_slug(raw)
    assert (refused.value.code, refused.value.field) == ("INVALID_SLUG", "slug")


@pytest.mark.parametrize("word", WORDS)
def test_reserved_words_are_refused_in_any_case_and_width(word: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) for char in word)
    for spelling in (word, word.upper(), word.title(), f" {word} ", wide, wide.upper()):
        with pytest.raises(ReservedSlug):
            slugs.check_slug(spelling)


def test_every_first_segment_of_the_app_can_be_reserved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slugs, "RESERVED", set(slugs.RESERVED))
    assert slugs.check_slug("patterns-x")
    slugs.reserve_names(["Patterns-X", ""])
    with pytest.raises(ReservedSlug):
        slugs.check_slug("patterns-x")
    assert "" not in slugs.RESERVED


def test_case_and_width_are_the_same_name() -> None:
    assert slugs.fold_name("Promo-11") == slugs.fold_name("PROMO-11") == slugs.fold_name("ｐｒｏｍｏ-11") == "promo-11"


def test_a_drawn_slug_has_no_look_alikes() -> None:
    drawn = [slugs.random_slug() for _ in range(2000)]
    assert set("".join(drawn)) == set(slugs.ALPHABET)
    assert not set("01ilo") & set("".join(drawn))
    assert {len(slug) for slug in drawn} == {7} and len(set(drawn)) == 2000
    assert len(slugs.random_slug(12)) == 12


def test_a_taken_name_comes_with_another() -> None:
    refusal = SlugTaken("x" * 64)
    assert re.fullmatch(r"x{64} is taken\. Try x{56}-[2-9a-z]{3}\.", str(refusal))
    assert slugs.check_slug(refusal.facts["other"])


@given(st.text(st.characters(codec=None)))
def test_whatever_is_typed_is_a_slug_or_refused(raw: str) -> None:
    try:
        slug = slugs.check_slug(raw)
    except Refusal:
        return
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{2,63}", slug)
    assert slug.lower() == slugs.fold_name(slug) not in slugs.RESERVED


@pytest.mark.parametrize(
    "raw, names",
    [
        ("promo).", ["promo"]),
        ("promo_", ["promo"]),
        ("promo_*", ["promo_", "promo"]),
        ("ab_).", ["ab_"]),
        ("promo", []),
        ("ab).", []),
        (").", []),
        ("a b.", []),
        ("promo)x", []),
        ("promo)\x00", []),
        ("a" * 64 + ".", ["a" * 64]),
        ("a" * 65 + ".", []),
        ("promo" + "." * 33, []),
        ("promo." * 100_000, []),
    ],
)
def test_punctuation_behind_a_name_is_no_part_of_it(raw: str, names: list[str]) -> None:
    assert slugs.names_before_punctuation(raw) == names
