"""What a post is called on the calendar, in lists, messages and emails."""

import pytest

from app.publishing.posts.post_title import title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kopi Gayo sudah tiba. https://example.com/gayo\nPesan di sini", "Kopi Gayo sudah tiba."),
        ("https://example.com/gayo\n\nKopi Gayo", "Kopi Gayo"),
        ("https://example.com/gayo", "https://example.com/gayo"),
        ("  Kopi \t Gayo\x07 ", "Kopi Gayo"),
        ("", ""),
        ("k" * 90, "k" * 79 + "…"),
    ],
)
def test_a_post_is_called_by_its_first_words_without_addresses(text: str, title: str) -> None:
    assert title_of(text) == title
