"""Requests as the tests of metering make them: models with simple prices, and accounts with credits."""

from itertools import count
from typing import Any

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import CHAT
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.catalogue.price import Price
from app.gateway.metering.balance import MICRO, PURCHASE
from app.gateway.metering.call import Call, Outcome
from app.gateway.metering.ledger import add_entry
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
