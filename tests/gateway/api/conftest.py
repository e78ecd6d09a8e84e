"""What tests of the API of models share."""

from collections.abc import AsyncGenerator

import pytest
from quart import Quart

from app.accounts.models import Account
from tests.gateway.api.callers import Caller, calling
from tests.gateway.api.conformance import Conformance, conforming
from tests.gateway.fake_adapter import adapter as adapter
from tests.gateway.offering import offer_model


@pytest.fixture
async def caller(app: Quart, dewi: Account) -> AsyncGenerator[Caller]:
    """Dewi's program, and a model `small-1` on offer."""
    await offer_model()
    async with calling(app, dewi) as program:
        yield program


@pytest.fixture
async def gateway(app: Quart, dewi: Account, request: pytest.FixtureRequest) -> AsyncGenerator[Conformance]:
    """The official clients, and a stand-in of the kind that a test is run with (OpenAI's where it names none)."""
    async with conforming(app, dewi, getattr(request, "param", "openai")) as conformance:
        yield conformance
