"""Models at a stand-in of OpenAI's API, and credits of Budi's, for all tests of the playground."""

import pytest

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import IMAGE, VIDEO
from tests.gateway.api.callers import buy_credits
from tests.gateway.offering import CREDENTIAL, offer_model, offer_upstream
from tests.upstreams.openai_api import OpenAIApi


@pytest.fixture(autouse=True)
async def _offered(database: str, budi: Account, openai_api: OpenAIApi) -> None:
    openai_api.credential = CREDENTIAL
    upstream = await offer_upstream("openai", base_url=openai_api.base_url)
    await offer_model("chat-1", upstream)
    await offer_model("image-1", upstream, {"images": 40_000_000}, kind=IMAGE, options={"sizes": ["1024x1024"]})
    await offer_model("video-1", upstream, {"milliseconds": 100_000_000}, kind=VIDEO, options={"seconds": [4, 8]})
    await buy_credits(budi)
