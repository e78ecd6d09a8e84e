"""What the doctor says of the AI gateway."""

from datetime import timedelta

from app.gateway.catalogue.model_setup import set_prices
from app.gateway.catalogue.upstream import Route, Upstream
from app.kernel import clock, installation
from app.kernel.config import Config
from app.ops.gateway_checks import check_gateway
from app.payments.exchange_rate import ExchangeRate
from tests.conftest import Clock
from tests.gateway.offering import offer_model, offer_upstream
from tests.world import SECRET

NEWER = "a-newer-secret-of-the-tests-longer-than-32-characters"


async def findings(config: Config) -> dict[str, bool]:
    return {finding.says: finding.ok async for finding in check_gateway(config)}


async def wrong(config: Config) -> list[str]:
    """The sentences of what is wrong."""
    return [says for says, ok in (await findings(config)).items() if not ok]


async def test_where_nothing_is_set_up_or_it_is_off_one_sentence_says_so(database: str, config: Config) -> None:
    assert await findings(config) == {"The AI gateway has no provider: kliqs gateway upstream add.": True}
    off = config.model_copy(update={"gateway": False})
    assert await findings(off) == {"The AI gateway is off (KLIQS_GATEWAY).": True}


async def test_a_gateway_that_is_well_says_how_many_models_it_offers(database: str, config: Config) -> None:
    await offer_model()
    assert await findings(config) == {"1 AI model is offered.": True}


async def test_a_rate_that_is_too_old_or_missing_is_wrong(database: str, config: Config, moved: Clock) -> None:
    await offer_model()
    day = (await ExchangeRate.get()).day
    moved.on(timedelta(days=8))
    (old,) = await wrong(config)
    assert f"the rate of the dollar of {day} is older than 7 days" in old
    await ExchangeRate.all().delete()
    (missing,) = await wrong(config)
    assert "is not set: kliqs payments rate set" in missing


async def test_a_provider_without_credential_is_wrong_unless_it_may_need_none(database: str, config: Config) -> None:
    await offer_model()
    await offer_upstream("claude", "anthropic")
    await Upstream.all().update(credential="")
    assert await wrong(config) == ["claude has no credential: kliqs gateway upstream rotate claude."]


async def test_credentials_that_no_secret_opens_are_counted(database: str, config: Config) -> None:
    await offer_model()
    installation.current().secret_keys = [NEWER, SECRET]
    assert any("still needs an older secret" in says for says in await findings(config))
    installation.current().secret_keys = [NEWER]
    (unreadable,) = await wrong(config)
    assert unreadable.startswith("1 credential of an AI provider needs a secret")


async def test_a_model_without_route_and_a_route_that_keeps_failing_are_wrong(database: str, config: Config) -> None:
    await offer_model("one")
    await offer_model("two")
    await Route.filter(model_id="one").update(enabled_at=None)
    await Route.filter(model_id="two").update(failures=5, open_until=clock.now() + timedelta(seconds=30))
    stranded, broken = await wrong(config)
    assert stranded == "one is on and has no route that is on: kliqs gateway route add."
    assert "of two to stand-in of two is not used: it failed 5 times in a row." in broken


async def test_an_assistants_model_that_is_not_offered_is_wrong(database: str, config: Config) -> None:
    await offer_model()
    assert await wrong(config.model_copy(update={"gateway_assistant_model": "small-1"})) == []
    (finding,) = await wrong(config.model_copy(update={"gateway_assistant_model": "gone"}))
    assert finding.startswith("KLIQS_GATEWAY_ASSISTANT_MODEL is gone, which is not offered")


async def test_prices_that_the_list_has_otherwise_are_named_but_not_those_that_the_operator_typed(
    database: str, config: Config
) -> None:
    openai = await offer_upstream("openai", base_url="https://api.openai.com/v1")
    model = await offer_model("gpt-4.1-mini", openai)
    assert any("genai-prices has other prices or sizes of gpt-4.1-mini" in says for says in await findings(config))
    await set_prices(model, {"input": 1})
    assert not any("genai-prices" in says for says in await findings(config))
