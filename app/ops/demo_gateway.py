"""The AI gateway of the demo world: models at OpenRouter, and eight weeks of requests of a developer's two programs.

Models, prices and the route are real; only the operator's credential is missing, until `kliqs gateway upstream rotate`
gives one. An installation that has upstreams keeps them, and gets nothing of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import CHAT, AiPrice
from app.gateway.catalogue.model_facts import ModelFacts
from app.gateway.catalogue.model_setup import switch_on
from app.gateway.catalogue.new_model import set_up_model
from app.gateway.catalogue.price import Price
from app.gateway.catalogue.upstream import Upstream
from app.gateway.catalogue.upstream_setup import add_upstream
from app.gateway.metering.ai_request import API, HUNG_UP, PLAYGROUND, RELEASED, SETTLED, AiRequest, AiUsage
from app.gateway.metering.balance import MICRO, PURCHASE, AiBalance, AiLedgerEntry
from app.gateway.metering.budgets import set_budget
from app.gateway.metering.cost import cost_of, highest_cost_of
from app.gateway.metering.ledger import add_entry
from app.gateway.routing.model_run import new_request_id
from app.gateway.upstreams.errors import UpstreamUnreachable
from app.gateway.upstreams.usage import Usage
from app.kernel import clock, installation
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.keys.scopes import AI
from app.payments import operator_calendar
from app.payments.exchange_rate import DOLLAR, Rate, latest_rate, store_rate

UPSTREAM, ADDRESS = "openrouter", "https://openrouter.ai/api/v1"
MARGIN, RATE = 2_000, 16_400  # hundredths of a percent; rupiah a dollar, where nobody knows a newer one
DAYS, A_DAY = 56, 9
CREDITS, BUDGET = 150_000, 25_000  # whole rupiah
POLICY = "https://openrouter.ai/privacy"
ABILITIES = ("tools", "vision", "json")
COLUMNS = ("day", "key_id", "source", "model")


class DemoModel(NamedTuple):
    """A model: its name here and at the upstream, what it writes at most, and the tokens of its requests.

    `share` is how many of ten requests it gets; `key` is the name of the program that uses it, "" for the playground.
    """

    id: str
    maker: str
    there: str
    max_output: int
    sent: int
    got: int
    share: int
    key: str


MODELS = (
    DemoModel("gpt-5-mini", "OpenAI", "openai/gpt-5-mini", 128_000, 2_400, 500, 7, "bot-wa"),
    DemoModel("claude-haiku-4.5", "Anthropic", "anthropic/claude-haiku-4.5", 64_000, 9_000, 900, 2, "laporan-ai"),
    DemoModel("gemini-2.5-flash", "Google", "google/gemini-2.5-flash", 65_000, 1_500, 700, 1, ""),
)
FAILED = 502
ENDS = ((200, "", 44), (HUNG_UP, "hung_up", 3), (FAILED, UpstreamUnreachable.name, 1))  # status, error, how many of 48


async def create_demo_gateway(account: Account) -> None:
    """Sets models up, and gives an account keys, requests, credits and a budget; nothing where upstreams are."""
    if not installation.current().config.gateway or await Upstream.exists():
        return
    await _set_up_models()
    names = [model.key for model in MODELS if model.key]
    keys = {name: (await ApiKey.issue(account, name, terms=KeyTerms(scopes=AI)))[0].id for name in names}
    known, prices = latest_rate(DOLLAR), await AiPrice.all().values_list("model_id", "prices")
    rate = known.rate if known else RATE
    requests = [*_requests(account, keys, {id: Price(each, rate, MARGIN) for id, each in prices})]
    await AiRequest.bulk_create(requests)
    await AiUsage.bulk_create(_sums(requests))
    await add_entry(account.id, PURCHASE, CREDITS * MICRO, cause := f"demo {account.id}")
    await AiLedgerEntry.filter(cause=cause).update(created_at=clock.now() - timedelta(days=DAYS + 1))
    spent = sum(request.cost for request in requests)
    await AiBalance.filter(account_id=account.id).update(bought=CREDITS * MICRO - spent)
    await set_budget(account, BUDGET * MICRO)


async def _set_up_models() -> None:
    """Sets up the upstream and its models, and a rate of the dollar if nobody knows one."""
    if latest_rate(DOLLAR) is None:
        await store_rate(DOLLAR, Rate(RATE, operator_calendar.today()))
    upstream = await add_upstream(UPSTREAM, "openai", ADDRESS, "")
    for each in MODELS:
        facts = ModelFacts(each.id, CHAT, "", each.maker, POLICY, abilities=ABILITIES, max_output=each.max_output)
        model = (await set_up_model(facts, upstream, each.there)).model
        await switch_on(model, MARGIN)


def _requests(account: Account, keys: Mapping[str, UUID], prices: Mapping[str, Price]) -> Iterator[AiRequest]:
    """Yields the requests of DAYS days, the same in each demo world but for their ids; fewer at weekends."""
    random, now = Random(11), clock.now()  # noqa: S311 - believable, not secret
    for ago in range(DAYS):
        begin = now - timedelta(days=ago)
        for _number in range(A_DAY // 3 if begin.weekday() > 4 else A_DAY - ago // 12):
            [model] = random.choices(MODELS, [each.share for each in MODELS])
            at = begin - timedelta(seconds=random.randrange(1, 60_000))
            yield _request(account, keys.get(model.key), model, prices[model.id], at, random)


def _request(
    account: Account, key_id: UUID | None, model: DemoModel, price: Price, at: datetime, random: Random
) -> AiRequest:
    """Returns a request to a model, which most often went well."""
    usage = Usage(
        input=round(model.sent * random.uniform(0.3, 1.5)),
        cached=model.sent // 4,
        output=round(model.got * random.uniform(0.2, 2)),
    )
    return AiRequest(
        id=uuid4(),
        request_id=new_request_id(),
        account_id=account.id,
        key_id=key_id,
        source=API if key_id else PLAYGROUND,
        model=model.id,
        endpoint="chat",
        streamed=random.random() < 0.5,
        reserved=highest_cost_of(Usage(input=usage.input_tokens, output=4_096), price),
        price=price.as_dict(),
        created_at=at,
        **_end(usage, price, at, random),
    )


def _end(usage: Usage, price: Price, at: datetime, random: Random) -> dict[str, Any]:
    """Returns the columns of how a request ended that used so much, or would have."""
    [(status, error, _share)] = random.choices(ENDS, [share for *_end, share in ENDS])
    first, whole, failed = random.randrange(240, 900), random.randrange(1_200, 9_000), status == FAILED
    ended_at = at + timedelta(milliseconds=whole)
    return {
        "state": RELEASED if failed else SETTLED,
        "status": status,
        "error": error,
        "usage": {} if failed else usage.as_dict(),
        "cost": 0 if failed else cost_of(usage, price),
        "delivered": 0 if failed else 4 * usage.output,
        "tries": [{"upstream": UPSTREAM, "status": 0 if failed else 200, "ms": first}],
        "first_ms": None if failed else first,
        "whole_ms": whole,
        "alive_at": ended_at,
        "settled_at": ended_at,
    }


def _sums(requests: Iterable[AiRequest]) -> list[AiUsage]:
    """Returns the sums by day, key and model of requests, as their settlements would have left them."""
    sums: dict[tuple[Any, ...], AiUsage] = {}
    for request in requests:
        key = (request.created_at.date(), str(request.key_id or ""), request.source, request.model)
        usage = Usage.from_dict(request.usage)
        row = sums.setdefault(key, AiUsage(account_id=request.account_id, **dict(zip(COLUMNS, key, strict=True))))
        row.requests += 1
        row.failed += request.state == RELEASED
        row.input_tokens += usage.input_tokens
        row.output_tokens += usage.output_tokens
        row.cost += request.cost
    return [*sums.values()]
