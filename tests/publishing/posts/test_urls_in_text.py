"""Addresses in texts are found as social networks find them."""

import pytest

from app.publishing.posts.urls_in_text import MOST_URLS, find_urls, remove_urls, replace_urls, split_text


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Lihat https://example.com/a.", ["https://example.com/a"]),
        ("(https://example.com/a)", ["https://example.com/a"]),
        ("https://en.wikipedia.org/wiki/Kopi_(minuman)", ["https://en.wikipedia.org/wiki/Kopi_(minuman)"]),
        (
            "„https://example.com/a“ dan HTTP://EXAMPLE.COM/b?x=1#y!",
            ["https://example.com/a", "HTTP://EXAMPLE.COM/b?x=1#y"],
        ),
        ("https://example.com/a https://example.com/a", ["https://example.com/a"]),
        ("example.com ftp://example.com xhttps://example.com https:// http://.", []),
        ("https://example.com/kopi→", ["https://example.com/kopi→"]),
    ],
)
def test_addresses_end_where_the_sentence_goes_on(text: str, addresses: list[str]) -> None:
    assert find_urls(text) == addresses


def test_replacing_touches_nothing_but_whole_addresses() -> None:
    text = "https://example.com/a, https://example.com/ab https://example.com/a"

    assert replace_urls(text, {"https://example.com/a": "S"}) == "S, https://example.com/ab S"


def test_removing_leaves_no_double_blanks() -> None:
    assert remove_urls("Satu https://example.com dua\nhttps://example.com/tiga") == "Satu dua"


def test_a_text_splits_into_parts_that_make_it_again() -> None:
    text = "Hai @budi, lihat https://example.com/#a. #kopi_gayo a#b x@y.id"

    parts = split_text(text)

    assert "".join(part for _, part in parts) == text
    assert [part for kind, part in parts if kind == "tag"] == ["@budi", "#kopi_gayo"]
    assert [part for kind, part in parts if kind == "address"] == ["https://example.com/#a"]


def test_no_more_addresses_are_looked_at_than_a_text_may_have() -> None:
    text = " ".join(f"https://example.com/{number}" for number in range(500))

    assert len(find_urls(text)) == MOST_URLS
