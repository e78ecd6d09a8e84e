"""Dewi is the developer: most of these tests are about her keys."""

from typing import cast

import pytest
from quart import Quart

from app.accounts.models import Account
from tests import world
from tests.client import Browser


@pytest.fixture
async def as_dewi(app: Quart, dewi: Account) -> Browser:
    client = cast(Browser, app.test_client())
    client.sign_in(await world.begin_session(dewi))
    return client
