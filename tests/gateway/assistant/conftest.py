"""The operator's model at a stand-in of OpenAI's API, and credits of Budi's, for all tests of suggestions."""

import pytest

from app.accounts.models import Account
from app.kernel import installation
from tests.gateway.api.callers import buy_credits
from tests.gateway.offering import CREDENTIAL, offer_model, offer_upstream
from tests.upstreams.openai_api import OpenAIApi


@pytest.fixture(autouse=True)
async def _offered(app: object, budi: Account, openai_api: OpenAIApi) -> None:
    openai_api.credential = CREDENTIAL
    upstream = await offer_upstream("openai", base_url=openai_api.base_url)
    await offer_model("chat-1", upstream, abilities=["vision"])
    await buy_credits(budi)
    choose("chat-1")


def choose(model: str) -> None:
    """The operator chooses the model that writes suggestions; "" for none."""
    current = installation.current()
    current.config = current.config.model_copy(update={"gateway_assistant_model": model})
