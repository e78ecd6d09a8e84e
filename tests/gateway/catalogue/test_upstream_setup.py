import pytest

from app.gateway.catalogue.offered import offered
from app.gateway.catalogue.upstream import Upstream
from app.gateway.catalogue.upstream_setup import (
    InvalidCredential,
    InvalidUpstreamName,
    InvalidUpstreamUrl,
    UnknownUpstream,
    UpstreamExists,
    add_upstream,
    check_url,
    find_upstream,
    rotate_credential,
    switch_upstream,
)
from app.kernel import installation
from app.operators.operator_log import OperatorAct
from tests.gateway.offering import offer_model


def allow(text: str) -> None:
    """Lists hosts outside of the public Internet."""
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": text})


async def test_an_upstream_is_added_with_the_usual_address_of_its_kind_and_switched_on(database: str) -> None:
    await add_upstream("openai", "openai", "", "sk-operator", region="United States")
    upstream = await find_upstream("openai")
    assert upstream.base_url == "https://api.openai.com/v1"
    assert upstream.enabled_at
    assert upstream.region == "United States"


async def test_a_credential_is_nowhere_in_the_database_but_encrypted(database: str) -> None:
    await add_upstream("openai", "openai", "", "sk-operator")
    rows = [*await Upstream.all().values(), *await OperatorAct.all().values()]
    assert "sk-operator" not in str(rows)
    assert len(rows) == 2


async def test_a_name_is_taken_once(database: str) -> None:
    await add_upstream("openai", "openai", "", "sk-1")
    with pytest.raises(UpstreamExists):
        await add_upstream("openai", "openai", "", "sk-2")
    assert await Upstream.all().count() == 1


async def test_a_name_that_is_none_and_a_credential_that_is_none_are_refused(database: str) -> None:
    for name in ("", "Open AI", "a" * 41, "-x"):
        with pytest.raises(InvalidUpstreamName):
            await add_upstream(name, "openai", "", "")
    for credential in ("two words", "line\nbreak", "ké", "x" * 4_097):
        with pytest.raises(InvalidCredential):
            await add_upstream("openai", "openai", "", credential)
    with pytest.raises(UnknownUpstream):
        await find_upstream("openai")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://api.example",
        "https://",
        "https://user@api.example/v1",
        "https://api.example/v1?key=1",
        "https://api.example/v1#x",
        "api.example",
        "https://api.example:99999/v1",
        "https://1.2.3/v1",
        "https://a b/v1",
        "http://api.example/v1",
        "http://127.0.0.1:11434/v1",
        "https://" + "a" * 300,
    ],
)
def test_an_address_that_is_none_or_would_send_the_credential_in_the_clear_is_refused(url: str) -> None:
    with pytest.raises(InvalidUpstreamUrl):
        check_url(url)


def test_a_server_of_ones_own_may_speak_http_where_the_operator_listed_it() -> None:
    allow("127.0.0.1:11434 ollama.internal 10.0.0.0/8")
    assert check_url("http://127.0.0.1:11434/v1/") == "http://127.0.0.1:11434/v1"
    assert check_url("http://ollama.internal:8080/v1") == "http://ollama.internal:8080/v1"
    assert check_url("http://10.1.2.3") == "http://10.1.2.3"
    for url in ("http://127.0.0.1:11435/v1", "http://elsewhere.example/v1"):
        with pytest.raises(InvalidUpstreamUrl):
            check_url(url)


async def test_a_new_credential_counts_from_the_next_request_on(database: str) -> None:
    await offer_model()
    before = await offered("small-1")
    await rotate_credential(await Upstream.get(), "sk-new")
    now = await offered("small-1")
    assert before is not None
    assert now is not None
    assert [model.routes[0].target().credential for model in (before, now)] == ["sk-of-the-operator-1234", "sk-new"]


async def test_an_upstream_that_is_off_takes_its_models_with_it_until_it_is_on(database: str) -> None:
    await offer_model()
    upstream = await Upstream.get()
    await switch_upstream(upstream, on=False)
    assert await offered("small-1") is None
    await switch_upstream(upstream, on=True)
    assert await offered("small-1")


async def test_what_is_on_already_keeps_since_when_and_is_no_act_of_the_operator(database: str) -> None:
    upstream = await add_upstream("openai", "openai", "", "")
    await switch_upstream(upstream, on=True)
    assert (await Upstream.get()).enabled_at == upstream.enabled_at
    await switch_upstream(upstream, on=False)
    assert [act.act for act in await OperatorAct.all().order_by("created_at")] == [
        "ai_upstream_added",
        "ai_upstream_off",
    ]
