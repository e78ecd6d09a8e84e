"""Searches find what people read, type and paste: in any case, accent and script, and addresses in both their forms."""

import pytest

from app.kernel.search_text import (
    NAME_PREFIX,
    build_search_text,
    name_in_short_url,
    search_condition,
    typed_name_prefix,
)


@pytest.mark.parametrize(
    "text, shown",
    [
        ("CAFÉ  Étoile\n\tBüro", "cafe etoile buro"),
        ("ＳＨＯＰ", "shop"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("ЁЛКА", "елка"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁn", "fin"),
        ("", ""),
    ],
)
def test_texts_are_folded_as_people_read_them(text: str, shown: str) -> None:
    assert build_search_text([text]) == shown


def test_an_address_is_there_as_it_is_kept_and_as_it_is_read() -> None:
    search_text = build_search_text([], ["https://xn--bcher-kva.example/%C3%A9t%C3%A9%20x"])
    assert search_text.split("\n") == [
        "https://xn--bcher-kva.example/%c3%a9t%c3%a9%20x",
        "https://bucher.example/ete x",
    ]
    assert build_search_text([], ["https://example.com/a"]) == "https://example.com/a"


def test_names_stand_in_lines_of_their_own() -> None:
    assert build_search_text(["a"], names=["Promo", "sale"]) == f"a{NAME_PREFIX}promo{NAME_PREFIX}sale"


@pytest.mark.parametrize(
    "word",
    [
        "https://kliqs.test/Promo",
        "http://KLIQS.TEST/Promo?qr=x",
        "kliqs.test/Promo",
        "kliqs.test/Promo+",
        "kliqs.test/@Promo",
        "https://kliqs.test/Promo/).",
    ],
)
def test_a_pasted_short_url_is_its_name(word: str) -> None:
    assert name_in_short_url(word) == "Promo"


@pytest.mark.parametrize("word", ["/Promo", "@Promo", "/Promo,", "/@Promo"])
def test_a_name_behind_a_slash_is_typed(word: str) -> None:
    assert (typed_name_prefix(word), name_in_short_url(word)) == ("Promo", "")


@pytest.mark.parametrize(
    "word", ["promo", "https://example.com/promo", "/", "@", "/a/b", "a/promo", "promo@example.com"]
)
def test_other_words_are_words(word: str) -> None:
    assert (typed_name_prefix(word), name_in_short_url(word)) == ("", "")


def test_words_without_end_are_looked_at_no_further_than_a_search_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[int] = []

    def measured(raw: str, most: int) -> str:
        folded.append(len(raw))
        return raw

    monkeypatch.setattr("app.kernel.text.fold_for_search", measured)
    search_condition("\u0301" * 100_000 + " x" * 100_000, "search")
    search_condition("a b " + "%C3" * 100_000 + " tail", "search")
    assert folded and sum(folded) < 1_000
