"""Requests as the tests of metering make them: models with simple prices, and accounts with credits."""

from itertools import count
from typing import Any

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import CHAT
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.catalogue.price import Price
from app.gateway.metering.ai_request import RESERVED, AiRequest, AiUsage
from app.gateway.metering.balance import MICRO, PURCHASE
from app.gateway.metering.call import Call, Outcome, month_of
from app.gateway.metering.ledger import add_entry
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms, AiRate
from app.gateway.metering.reconciliation import read_books
from app.gateway.upstreams.usage import Usage
from app.kernel.clock import EARLIEST
from app.keys.models import ApiKey

_numbers = count(1)
# a token that is sent costs 10 micro-rupiah, one that comes back 20
RUPIAH_PRICE = Price({"input": 10, "output": 20, "images": 5_000_000, "milliseconds": 1_000_000}, rate=1_000, margin=0)


def model_of(**changes: Any) -> OfferedModel:
    """A model as the catalogue offers it."""
    fields: dict[str, Any] = {
        "id": "small",
        "kind": CHAT,
        "label": "Small",
        "maker": "Maker",
        "policy_url": "",
        "abilities": (),
        "context": 0,
        "max_output": 1_000,
        "options": {},
        "enabled_at": None,
        "deprecated_at": None,
        "sunset_at": None,
        "successor": "",
        "created_at": EARLIEST,
        "price": RUPIAH_PRICE,
        "routes": (),
    }
    return OfferedModel(**(fields | changes))


SMALL = model_of()
MOST = Usage(input=100, output=450)  # 10 000 micro-rupiah at RUPIAH_PRICE


def call_of(account: Account, key: ApiKey | None = None, **changes: Any) -> Call:
    """A request that costs 10 000 micro-rupiah at most."""
    fields: dict[str, Any] = {
        "source": "api" if key else "playground",
        "model": SMALL,
        "endpoint": "chat/completions",
        "streamed": True,
        "own_key": False,
        "request_id": f"air_{next(_numbers)}",
        "end_user": "",
        "most": MOST,
    }
    return Call(account, key, **(fields | changes))


async def buy(account: Account, micro: int = MICRO) -> None:
    """Buys credits."""
    assert await add_entry(account.id, PURCHASE, micro, f"order {next(_numbers)}")


def used(input: int, output: int, **changes: Any) -> Outcome:
    """The outcome of a request whose upstream says what it used."""
    return Outcome(200, Usage(input=input, output=output), delivered=output * 4, **changes)


async def key_of(account: Account, name: str = "server", **terms: Any) -> ApiKey:
    """A key of an account; with `terms` it has a row of them."""
    key = (await ApiKey.issue(account, name))[0]
    if terms:
        await AiKeyTerms.create(key_id=key.id, account_id=account.id, **terms)
    return key


async def assert_books_agree(account: Account) -> None:
    """Asserts that every sum of an account is that of its requests: credits, reserves, budgets, rates and days."""
    [books] = await read_books(account)
    assert books.agree, books
    requests = await AiRequest.owned_by(account)
    for budget in await AiBudget.filter(account_id=account.id):
        terms = await AiKeyTerms.filter(parent_id=budget.key_id or None)
        keys = {budget.key_id, *(str(of_key.key_id) for of_key in terms)}
        counted = [
            request
            for request in requests
            if month_of(request.created_at) == budget.month
            if budget.model in ("", request.model) and (not budget.key_id or str(request.key_id) in keys)
        ]
        under_way = [request for request in counted if request.state == RESERVED and budget.id in request.budget_ids]
        assert budget.used == sum(request.cost for request in counted)
        assert budget.reserved == sum(request.reserved for request in under_way)
    for rate in await AiRate.filter(account_id=account.id):
        assert rate.open == sum(request.state == RESERVED and rate.id in request.rate_ids for request in requests)
    days = await AiUsage.filter(account_id=account.id)
    assert sum(day.cost for day in days) == sum(request.cost for request in requests)
    assert sum(day.requests for day in days) == sum(request.state != RESERVED for request in requests)
