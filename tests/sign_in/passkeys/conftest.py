"""Sari with a passkey in her authenticator, and what her browser does with it."""

import json
from typing import Any

import pytest
from quart import Quart, Response

from app.accounts.models import Account
from app.sign_in.passkeys.models import Passkey
from tests.authenticator import Authenticator
from tests.client import Browser

SECURITY = "/dashboard/settings/security"
PASSKEYS, LOGIN, CONFIRM = f"{SECURITY}/passkeys", "/login/passkey", "/dashboard/confirm/passkey"


async def options_of(browser: Browser, path: str = LOGIN) -> dict[str, Any]:
    """The options of a ceremony with a new challenge, as a script of ours gets them."""
    response = await browser.post(f"{path}/options")
    assert response.status_code == 200
    return dict(json.loads(await response.get_data(as_text=True)))


async def add(browser: Browser, authenticator: Authenticator) -> Response:
    """Adds a passkey in the settings."""
    made = authenticator.make(await options_of(browser, PASSKEYS))
    return await browser.post(PASSKEYS, form={"credential": made})


async def send(browser: Browser, answer: str, path: str = LOGIN, **form: str) -> Response:
    """Sends what an authenticator signed."""
    return await browser.post(f"{path}?lang=en", form={"credential": answer} | form)


async def text_of(response: Response) -> str:
    return await response.get_data(as_text=True)


async def is_signed_in(browser: Browser) -> bool:
    return (await browser.get(SECURITY)).status_code == 200


@pytest.fixture
async def phone(as_sari: Browser) -> Authenticator:
    """An authenticator with a passkey of Sari's."""
    authenticator = Authenticator()
    assert (await add(as_sari, authenticator)).status_code == 303
    return authenticator


@pytest.fixture
async def passkey(phone: Authenticator, sari: Account) -> Passkey:
    """Sari's passkey as it is stored."""
    return await Passkey.get()


@pytest.fixture
def stranger(app: Quart) -> Browser:
    """A browser of somebody else."""
    return app.test_client()  # type: ignore[return-value]
