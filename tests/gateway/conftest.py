"""Stand-ins of upstreams on this machine, and connections to them."""

from collections.abc import AsyncGenerator, Iterator

import pytest

from app.gateway.upstreams.upstream_client import upstream_connections
from tests.mail.post import allow_this_machine
from tests.networks.stand_in import served
from tests.upstreams.anthropic_api import AnthropicApi
from tests.upstreams.gemini_api import GeminiApi
from tests.upstreams.openai_api import OpenAIApi


@pytest.fixture(autouse=True)
async def _connections() -> AsyncGenerator[None]:
    """Connections to upstreams are open, as in a server."""
    async with upstream_connections():
        yield


@pytest.fixture
def openai_api() -> Iterator[OpenAIApi]:
    """OpenAI's API on this machine, which may be reached."""
    allow_this_machine()
    with served(OpenAIApi()) as stand_in:
        yield stand_in


@pytest.fixture
def anthropic_api() -> Iterator[AnthropicApi]:
    """Anthropic's API on this machine, which may be reached."""
    allow_this_machine()
    with served(AnthropicApi()) as stand_in:
        yield stand_in


@pytest.fixture
def gemini_api() -> Iterator[GeminiApi]:
    """Google's Gemini API on this machine, which may be reached."""
    allow_this_machine()
    with served(GeminiApi()) as stand_in:
        yield stand_in
