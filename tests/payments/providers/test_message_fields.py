"""What a provider writes, and what of it is taken."""

import pytest
import segno

from app.payments.providers.message_fields import LONGEST_CODE, is_code_text, is_web_url


@pytest.mark.parametrize("text", ["", "\ud800", "a\nb", "😀" * 600, "x" * (LONGEST_CODE + 1), None, 5])
def test_what_cannot_be_stored_or_drawn_is_no_code(text: object) -> None:
    assert not is_code_text(text)


def test_the_longest_code_is_drawn() -> None:
    text = "😀" * (LONGEST_CODE // 4)
    assert is_code_text(text)
    segno.make_qr(text, error="m")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "//evil.example", "https://pay.example@evil.example/", "data:text/html,x", "\nhttps:"],
)
def test_no_address_of_a_provider_leads_a_browser_astray(url: str) -> None:
    assert not is_web_url(url)
