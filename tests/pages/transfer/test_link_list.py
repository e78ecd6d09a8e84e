"""Lists of links as people paste them: a title and an address in each line."""

import re

import pytest

from app.kernel import i18n
from app.links.typed_destination import SiteUnknown
from app.pages.transfer.link_list import WrongLines, check_lines, parse_pasted_links, pasted_blocks


@pytest.mark.parametrize(
    "line, pair",
    [
        ("My shop, https://shop.example/x", ("My shop", "https://shop.example/x")),
        ("My shop,https://shop.example/?a=1,2;3", ("My shop", "https://shop.example/?a=1,2;3")),
        ("My shop https://shop.example", ("My shop", "https://shop.example")),
        ("My shop|shop.example", ("My shop", "shop.example")),
        ("Toko;\tshop.example", ("Toko", "shop.example")),
        ("https://shop.example", ("", "https://shop.example")),
        ("shop.example", ("", "shop.example")),
    ],
)
def test_a_line_is_a_title_and_an_address(line: str, pair: tuple[str, str]) -> None:
    assert list(parse_pasted_links(f"\n  {line}  \n\n")) == [(2, *pair)]


@pytest.mark.parametrize(
    "line, title, url",
    [
        ("0812-3456-7890", "WhatsApp", "https://wa.me/6281234567890"),
        ("Order, 0812 3456 7890", "Order", "https://wa.me/6281234567890"),
        ("Toko 5 0812 3456 7890", "Toko 5", "https://wa.me/6281234567890"),
        ("Order: +62 812-3456-7890", "Order", "https://wa.me/6281234567890"),
        ("WA 081234567890", "WA", "https://wa.me/6281234567890"),
        ("ig @toko", "Instagram @toko", "https://www.instagram.com/toko"),
        ("Instagram: toko", "Instagram @toko", "https://www.instagram.com/toko"),
        ("@toko (TikTok)", "TikTok @toko", "https://www.tiktok.com/@toko"),
        ("Our videos, yt @toko", "Our videos", "https://www.youtube.com/@toko"),
        ("Our videos tiktok @toko", "Our videos", "https://www.tiktok.com/@toko"),
        ("Instagram https://shop.example", "Instagram", "https://shop.example"),
        ("Instagram, shop.example/x", "Instagram", "https://shop.example/x"),
        ("Promo 2026 https://shop.example", "Promo 2026", "https://shop.example"),
        ("8.8.8.8", "8.8.8.8", "https://8.8.8.8"),
        ("//shop.example", "shop.example", "https://shop.example"),
    ],
)
def test_a_line_may_have_whatever_is_taken_where_a_link_is_asked(line: str, title: str, url: str) -> None:
    block = pasted_blocks(line)[0]
    assert (block.values["title"], block.values["url"]) == (title, url)


@pytest.mark.parametrize("line", ["Toko, @toko", "@toko"])
def test_of_a_name_alone_it_is_asked_where_it_is(line: str) -> None:
    with pytest.raises(SiteUnknown):
        pasted_blocks(line)


def test_every_line_that_is_none_is_named_with_its_number() -> None:
    i18n.set_language("id")
    with pytest.raises(WrongLines) as refused:
        check_lines("My links\n\nhttps://shop.example\nToko @toko\n" + "x" * 20)
    assert re.findall(r"Baris (\d+): \S", str(refused.value)) == ["1", "4", "5"]
    assert "Baris 4: @toko ini akun di mana?" in str(refused.value)


def test_an_endless_line_of_separators_is_read_in_no_time() -> None:
    """A pattern that tries every way to part this line takes years: the suite's time-out ended the test."""
    assert not list(parse_pasted_links("," * 200_000 + "a " + "," * 200_000 + "a b"))
    for endless in ("0 " * 200_000 + "x", "0 " * 200_000, "@ig ig " * 50_000, " @" * 200_000):
        assert len(list(parse_pasted_links(endless))) == 1
