"""What is read of the browser that sends a request."""

import pytest

from tests.client import Browser
from tests.sign_in.letters import SARI, letter, send_mail

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148"


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (f"{WINDOWS} Safari/537.36", "Chrome · Windows"),
        (f"{WINDOWS} Safari/537.36 Edg/131.0.0.0", "Edge · Windows"),
        (f"{IPHONE} Safari/604.1", "Mobile Safari · iOS"),
        ("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox · Ubuntu"),
    ],
)
async def test_emails_name_the_browser_that_asked_for_them(visitor: Browser, agent: str, device: str) -> None:
    assert device in await mail_about(visitor, agent)


@pytest.mark.parametrize(
    "agent",
    [
        "You won, collect at evil.example/2.0 CFNetwork/902",
        "evil.example/1.0 CFNetwork/1 Darwin/1",
        "Mozilla/5.0 (compatible; https://evil.example/bot; bot)",
        "evil.example Bot/1.0",
    ],
)
async def test_no_stranger_writes_words_of_their_own_into_an_email_of_ours(visitor: Browser, agent: str) -> None:
    assert "example/" not in (text := await mail_about(visitor, agent)) and "example Bot" not in text
    assert "evil" not in text and "collect" not in text


async def mail_about(visitor: Browser, agent: str) -> str:
    """The code that a sign-up from a browser with this user agent sends to somebody's address."""
    send_mail()
    form = {"email": SARI, "name": "Sari", "password": "kopi susu gula aren", "of_age": "on"}
    await visitor.post("/signup", form=form, headers={"User-Agent": agent})
    return (await letter(SARI, "code")).text
