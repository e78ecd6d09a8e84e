"""What came by email: installations that send, the links and codes in letters, and several people trying at once."""

import asyncio
import re
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any

from app.jobs.worker import Worker
from app.kernel import installation
from app.kernel.refusal import Refusal
from app.mail.models import OutgoingEmail
from app.sign_in.link_requests import KIND
from tests.mail.post import SERVER

SARI, NOBODY = "sari@example.com", "nobody@example.com"
FIRST = "first@example.com"  # nobody's: the first attempt of a day makes the salt of the counters


def send_mail() -> None:
    """Configures mail, as an operator does by KLIQS_SMTP_HOST; nothing leaves, because no job sends in tests."""
    installation.current().mail_backend = SERVER


async def letters(recipient: str) -> list[OutgoingEmail]:
    """All letters to somebody, the newest first, after the jobs of links are done."""
    await Worker().run_due(KIND)
    return await OutgoingEmail.filter(recipient=recipient).order_by("-created_at")


async def letter(recipient: str, kind: str) -> OutgoingEmail:
    """The newest letter of a kind."""
    return next(one for one in await letters(recipient) if one.kind == kind)


async def link(recipient: str, kind: str) -> str:
    """The path of the button in the newest letter of a kind."""
    text = (await letter(recipient, kind)).text
    return str(re.findall(r"https://kliqs\.test(/login/\w+/[\w-]{43})", text)[0])


async def code(recipient: str) -> str:
    """The code in the newest letter with one."""
    return str(re.findall(r"\b\d{6}\b", (await letter(recipient, "code")).text)[0])


async def race(tries: list[Awaitable[Any]]) -> list[Any]:
    """What those return that are not refused, all tried at once."""

    async def attempt(one: Awaitable[Any]) -> Any:
        with suppress(Refusal):
            return await one, "won"

    return [result for result in await asyncio.gather(*map(attempt, tries)) if result]
