"""What runs beside the requests of a server is open while it serves."""

import pytest

from app import create_app
from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.errors import MalformedAnswer
from app.gateway.upstreams.openai_compatible import OpenAICompatible
from app.kernel.config import Config
from tests.databases import ON_ONE
from tests.kernel.sockets import GREETING, serving


@ON_ONE
async def test_a_server_keeps_connections_to_providers_of_models(config: Config) -> None:
    async with serving(GREETING) as provider:
        url = f"http://127.0.0.1:{provider.port}"
        app = create_app(config.model_copy(update={"net_allow": "127.0.0.1"}))
        async with app.test_app():
            with pytest.raises(MalformedAnswer):
                await OpenAICompatible().list_models(Target(url, "", "m"))
        with pytest.raises(RuntimeError, match="upstream_connections"):
            await OpenAICompatible().list_models(Target(url, "", "m"))
    assert [request.line for request in provider.requests] == ["GET /models"]
