"""Messages arrive on the phone as they were typed: blanks, line breaks, emoji and all."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.payloads.message import InvalidEmailAddress, format_mailto, format_smsto, format_whatsapp_url
from app.payloads.phone_number import InvalidNumber
from app.payloads.registry import KINDS
from tests.payloads import readers

WORDS = "Halo kak, mau pesan 2 batik & 50% diskon?\nUkuran: L+M; tanya #1 🧵 — terima kasih"
TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=80)


@given(TYPED, TYPED)
def test_an_email_says_what_was_typed(subject: str, body: str) -> None:
    text = format_mailto("sari@example.com", subject, body)
    wanted = {name: value for name, value in {"subject": subject, "body": body}.items() if value}
    assert readers.mailto(text) == ("sari@example.com", wanted) and text.isascii()


def test_an_email_breaks_its_lines_as_the_rfc_says() -> None:
    assert format_mailto("sari@example.com", "", "a\nb c") == "mailto:sari@example.com?body=a%0D%0Ab%20c"
    assert format_mailto("sari@example.com") == "mailto:sari@example.com"


@pytest.mark.parametrize(
    "raw, to",
    [
        ("a+b@example.com", "a%2Bb@example.com"),
        ("a/b&c=d?e@example.com", "a%2Fb%26c%3Dd%3Fe@example.com"),
        ("50%off@example.com", "50%25off@example.com"),
        ("sari@bücher.example.com", "sari@xn--bcher-kva.example.com"),
    ],
)
def test_an_address_survives_whatever_it_may_hold(raw: str, to: str) -> None:
    assert format_mailto(raw) == f"mailto:{to}"


@pytest.mark.parametrize(
    "raw",
    [
        "sari",
        "sari@",
        "@example.com",
        "a b@example.com",
        "sari@example",
        "a@b@example.com",
        "sari@example.com?cc=budi@example.com",
        "Sari <sari@example.com>",
    ],
)
def test_what_is_no_address_is_refused(raw: str) -> None:
    with pytest.raises(InvalidEmailAddress) as no:
        KINDS["email"].encode({"email": raw})
    assert no.value.field == "email"


@given(TYPED)
def test_a_text_message_says_what_was_typed(words: str) -> None:
    scheme, number, *words_sent = format_smsto("0812-3456-789", words).split(":", 2)
    assert (scheme, number) == ("SMSTO", "+628123456789")
    assert words_sent == ([words] if words else [])


@given(TYPED)
def test_a_chat_opens_with_what_was_typed(words: str) -> None:
    url = urlsplit(format_whatsapp_url("0812-3456-789", words))
    assert (url.scheme, url.netloc, url.path, url.fragment) == ("https", "wa.me", "/628123456789", "")
    assert parse_qs(url.query, keep_blank_values=True).get("text", [""]) == [words]


def test_a_chat_is_written_as_whatsapp_says() -> None:
    assert (
        format_whatsapp_url("0812-3456-789", "Halo & hai 🧵")
        == "https://wa.me/628123456789?text=Halo%20%26%20hai%20%F0%9F%A7%B5"
    )
    assert format_whatsapp_url("+65 8123 4567") == "https://wa.me/6581234567"


def test_a_chat_needs_a_whole_number() -> None:
    with pytest.raises(InvalidNumber):
        format_whatsapp_url("112")


@pytest.mark.parametrize("kind", ["whatsapp", "sms"])
def test_line_breaks_and_emoji_pass_through_the_form(kind: str) -> None:
    text = KINDS[kind].encode({"number": "0812-3456-789", "message": WORDS.replace("\n", "\r\n")})
    assert WORDS in unquote(text)
