"""A mail server that hangs or refuses is nobody's matter but the letters': people, shops and visitors do not wait."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
from quart import Quart

from app.accounts.models import Account
from app.jobs.worker import Worker
from app.kernel import installation
from app.kernel.http_client import Limits
from app.kernel.mail_settings import ResendAccount, SmtpServer
from app.mail.models import OutgoingEmail
from tests import world
from tests.mail.post import allow_this_machine, hanging
from tests.waiting import DEADLINE

NEVER = 600  # seconds that a hanging server is waited for: longer than a test may take


@pytest.fixture(params=["hangs", "refuses", "hangs with resend"])
async def trouble(request: pytest.FixtureRequest, app: Quart, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[None]:
    monkeypatch.setattr("app.mail.smtp.TIMEOUT", NEVER)
    monkeypatch.setattr("app.mail.resend_api.LIMITS", Limits(connect=NEVER, idle=NEVER, total=NEVER))
    monkeypatch.setattr("app.mail.delivery.DRAIN", 0.1)
    allow_this_machine()
    with hanging() as port:
        at = 1 if request.param == "refuses" else port
        server = SmtpServer("127.0.0.1", at, "", "", "none", "hello@kliqs.test")
        account = ResendAccount("re_1", "hello@kliqs.test", f"http://127.0.0.1:{at}/emails")
        installation.current().mail_backend = account if "resend" in request.param else server
        async with Worker(grace=0.1).running():
            yield
        installation.current().mail_backend = None


@pytest.mark.usefixtures("trouble")
async def test_nobody_waits_for_a_mail_server(app: Quart, dewi: Account) -> None:
    key, visitor = await world.key_of(dewi), app.test_client()
    await world.shorten(dewi, "promo")
    form = {"name": "Rani", "email": "rani@example.com", "password": world.PASSWORD, "of_age": "on"}
    bearer = {"Authorization": f"Bearer {key}"}
    for status, request in (
        (303, visitor.post("/signup", form=form)),
        (303, app.test_client().post("/login", form=form | {"email": "dewi@example.com"})),
        (201, visitor.post("/api/v1/links", json={"url": world.DESTINATION}, headers=bearer)),
        (302, visitor.get("/promo")),
    ):
        async with asyncio.timeout(DEADLINE):
            assert (await request).status_code == status
    assert await OutgoingEmail.waiting().count() == 2
