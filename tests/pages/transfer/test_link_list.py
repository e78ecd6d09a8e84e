"""Lists of links as people paste them: a title and an address in each line."""

import pytest

from app.pages.transfer.link_list import pasted


@pytest.mark.parametrize("line, pair", [
    ("My shop, https://shop.example/x", ("My shop", "https://shop.example/x")),
    ("My shop,https://shop.example/?a=1,2;3", ("My shop", "https://shop.example/?a=1,2;3")),
    ("My shop https://shop.example", ("My shop", "https://shop.example")),
    ("My shop|shop.example", ("My shop", "shop.example")), ("Toko;\tshop.example", ("Toko", "shop.example")),
    ("https://shop.example", ("", "https://shop.example")), ("shop.example", ("", "shop.example")),
])
def test_a_line_is_a_title_and_an_address(line: str, pair: tuple[str, str]) -> None:
    assert list(pasted(f"\n  {line}  \n\n")) == [pair]


def test_an_endless_line_of_separators_is_read_in_no_time() -> None:
    """A pattern that tries every way to part this line takes years: the suite's time-out ended the test."""
    assert not list(pasted("," * 200_000 + "a " + "," * 200_000 + "a b"))
