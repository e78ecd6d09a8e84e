import pytest

from app.gateway.catalogue.connection_check import check_connection
from app.gateway.catalogue.upstream import Upstream
from app.gateway.catalogue.upstream_setup import add_upstream, rotate_credential
from app.gateway.upstreams.errors import CredentialRefused, UpstreamError
from tests.gateway.offering import add_route, offer_model
from tests.upstreams.openai_api import MODELS, OpenAIApi


@pytest.fixture
def api(database: str, openai_api: OpenAIApi) -> OpenAIApi:
    """An upstream on this machine, and a database."""
    return openai_api


async def of(api: OpenAIApi, credential: str) -> Upstream:
    return await add_upstream("stand-in", "openai", api.base_url, credential)


async def test_an_upstream_says_which_models_the_credential_may_use(api: OpenAIApi) -> None:
    check = await check_connection(await of(api, api.credential))
    assert check.models == [*MODELS]
    assert check.missing == []


async def test_routes_to_models_that_it_does_not_have_are_named(api: OpenAIApi) -> None:
    upstream = await of(api, api.credential)
    model = await offer_model("chat-1", upstream)
    await add_route(model, upstream, upstream_model="chat-9")
    await add_route(model, upstream, upstream_model="chat-8", enabled_at=None)
    assert (await check_connection(upstream)).missing == ["chat-9"]


async def test_a_wrong_credential_is_a_refusal_that_does_not_show_it(api: OpenAIApi) -> None:
    upstream = await of(api, "sk-wrong")
    with pytest.raises(CredentialRefused) as refused:
        await check_connection(upstream)
    assert "sk-wrong" not in refused.value.message
    await rotate_credential(upstream, api.credential)
    assert (await check_connection(await Upstream.get())).models


async def test_an_upstream_that_does_not_answer_is_an_error(api: OpenAIApi) -> None:
    api.fault("503")
    with pytest.raises(UpstreamError):
        await check_connection(await of(api, api.credential))
