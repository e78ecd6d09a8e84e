"""Texts are counted as the networks count them."""

import pytest

from app.publishing.networks.text_counting import mastodon_length, x_length

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}\u200d\N{BOY}"


@pytest.mark.parametrize(
    "text, length",
    [
        ("", 0),
        ("Kopi pagi", 9),
        ("Hello, world! \N{WAVING HAND SIGN}", 16),  # the example of docs.x.com
        ("\N{ALIEN MONSTER}", 2),
        ("\N{HAPPY PERSON RAISING ONE HAND}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}", 2),
        ("\N{MAN}\u200d\N{MICROPHONE}", 2),
        (FAMILY, 2),
        ("\N{REGIONAL INDICATOR SYMBOL LETTER I}\N{REGIONAL INDICATOR SYMBOL LETTER D}", 2),
        ("1\ufe0f\u20e3", 2),
        ("\N{HEAVY BLACK HEART}\ufe0f", 2),
        ("\N{COPYRIGHT SIGN}", 1),
        ("好" * 140, 280),
        ("한글", 4),
        ("cafe\u0301", 4),
        ("“Kopi” – enak…", 15),
        ("https://example.com", 23),
        ("https://example.com/very/long/path?with=a&query#and-more", 23),
        ("Baca https://kliqs.id/a, lalu (http://kliqs.id/b).", 5 + 23 + 8 + 23 + 2),
        ("kliqs.id", 23),
        ("www.kopi.co.id/menu enak", 23 + 5),
        ("kopi.com dan teh.net", 23 + 5 + 23),
        ("version 2.10 of file.txt", 24),
        ("sari@kopi.com", 13),
        ("@sari #kopi", 11),
    ],
)
def test_x_counts_weights(text: str, length: int) -> None:
    assert x_length(text) == length


@pytest.mark.parametrize(
    "text, length",
    [
        ("", 0),
        ("好" * 140, 140),
        (FAMILY, 1),
        ("cafe\u0301", 4),
        ("https://example.com/very/long/path", 23),
        ("kliqs.id", 8),
        ("Halo @sari@mastodon.example, apa kabar?", len("Halo @sari, apa kabar?")),
        ("@sari", 5),
        ("a\r\nb", 3),
    ],
)
def test_mastodon_counts_graphemes_and_short_mentions(text: str, length: int) -> None:
    assert mastodon_length(text) == length


def test_the_same_text_is_counted_once_for_all_accounts() -> None:
    x_length.cache_clear()
    for _ in range(50):
        x_length("Kopi Gayo" * 7_000)
    assert x_length.cache_info().misses == 1


@pytest.mark.parametrize("sign", ["a.", "http://", "@a@", "1\ufe0f", "\N{MAN}\u200d", "a-", "/?"])
def test_counting_a_long_text_ends(sign: str) -> None:
    assert x_length(sign * 20_000) and mastodon_length(sign * 20_000)
