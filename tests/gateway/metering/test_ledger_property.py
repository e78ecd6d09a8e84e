"""Whatever happens in whatever order, credits are what came in less what was settled, and each request ends once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as some

from app.accounts.models import Account
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.catalogue.price import Price
from app.gateway.metering import alerts, budgets, rates
from app.gateway.metering.ai_request import HUNG_UP, RESERVED, AiRequest
from app.gateway.metering.balance import PAID_BACK, PLAN, PLAN_ENDED, AiBalance, AiLedgerEntry
from app.gateway.metering.budgets import set_budget
from app.gateway.metering.call import Outcome, Reservation, Settlement
from app.gateway.metering.cost import cost_of
from app.gateway.metering.ledger import add_entry
from app.gateway.metering.plan_credits import grant_plan_credits
from app.gateway.metering.reaper import reap
from app.gateway.metering.reservation import renew, reserve
from app.gateway.metering.settlement import settle
from app.gateway.upstreams.usage import Usage
from app.kernel import clock
from app.kernel.refusal import Refusal
from app.keys.models import ApiKey
from tests import world
from tests.conftest import Clock
from tests.gateway.metering.calls import assert_books_agree, call_of, key_of, model_of

BEGIN = datetime(2026, 11, 27, 5, tzinfo=UTC)
Chance = Callable[[Random], tuple[Any, ...]]


def number(chance: Random) -> int:
    return chance.randrange(100)


def tokens(chance: Random) -> int:
    return chance.choice([0, 1, 40, 300, 1_000, 3_000])


STEPS: dict[str, tuple[int, Chance]] = {  # each with its weight, and the values that it may have
    "ask": (60, lambda chance: (number(chance), tokens(chance), tokens(chance))),
    "ask free": (3, lambda chance: (number(chance),)),
    "ask many": (4, lambda chance: (tokens(chance),)),
    "finish": (12, lambda chance: (number(chance), tokens(chance), tokens(chance))),
    "deliver": (8, lambda chance: (number(chance), tokens(chance))),
    "hang up": (6, lambda chance: (number(chance), tokens(chance))),
    "fail": (5, lambda chance: (number(chance), chance.choice([0, 0, 40]))),
    "fail over": (5, lambda chance: (number(chance), tokens(chance))),
    "lie": (5, lambda chance: (number(chance), chance.choice([-1, 10**4, 10**12]))),
    "crash": (4, lambda chance: (number(chance),)),
    "crash in settlement": (6, lambda chance: (number(chance),)),
    "settle again": (5, lambda chance: (number(chance),)),
    "reap": (3, lambda chance: ()),
    "reprice": (4, lambda chance: (number(chance),)),
    "buy": (4, lambda chance: (chance.choice([1, 10_000, 200_000, 10**9]),)),
    "refund": (4, lambda chance: (chance.choice([1, 10_000, 200_000, 10**9]),)),
    "budget": (3, lambda chance: (number(chance), chance.choice([0, 60_000, 10**6, 10**9, 10**10]))),
    "plan": (2, lambda chance: (chance.choice(["free", "starter", "free"]),)),
    "wait": (4, lambda chance: (chance.choice([5, 70, 60 * 60 * 24]),)),
    "month": (6, lambda chance: ()),
}


def draw_steps(chance: Random) -> list[tuple[Any, ...]]:
    """Returns steps in a random order."""
    weights = [weight for weight, _ in STEPS.values()]
    names = chance.choices([*STEPS], weights, k=chance.randrange(10, 70))
    return [(name, *STEPS[name][1](chance)) for name in names]


# in the middle of a settlement
DEATHS = ((budgets, "settle_statement"), (rates, "close_statement"), (alerts, "enqueue_due"))
PLAN_KINDS = (PLAN, PLAN_ENDED)


class Crash(Exception):
    """The process dies inside the transaction."""


class World:
    """An account, its keys, its requests, and our own account of what they cost."""

    def __init__(self, account: Account, keys: list[ApiKey | None], moved: Clock) -> None:
        self.account, self.keys, self.moved = account, keys, moved
        self.models: list[OfferedModel] = [
            model_of(),
            model_of(id="large", price=Price({"input": 30, "output": 70}, 900)),
        ]
        self.under_way: list[Reservation] = []
        self.reservations: list[Reservation] = []
        self.costs: dict[str, int] = {}
        self.paid, self.dearest = 0, 0

    async def step(self, action: str, *values: Any) -> None:
        """Does one thing, and checks every sum after it."""
        with suppress(Refusal):
            await getattr(self, "do_" + action.replace(" ", "_"))(*values)
        await self.check()

    async def check(self) -> None:
        """Credits are what came in less what was settled, and below zero by the reserve of one request at most."""
        await assert_books_agree(self.account)
        for request in await AiRequest.exclude(state=RESERVED):
            assert self.costs.setdefault(request.request_id, request.cost) == request.cost, "a request ended twice"
        of_plan = sum(entry.amount for entry in await AiLedgerEntry.filter(kind__in=PLAN_KINDS))
        balance = await AiBalance.of(self.account)
        assert balance.left == self.paid + of_plan - sum(self.costs.values())
        assert balance.left >= -self.dearest
        assert balance.available >= -self.dearest
        assert balance.reserved >= 0 <= balance.of_plan

    def pick(self, number: int) -> Reservation | None:
        """One of the requests under way, which is no longer then."""
        return self.under_way.pop(number % len(self.under_way)) if self.under_way else None

    async def end(self, number: int, outcome: Outcome) -> None:
        if reservation := self.pick(number):
            self.book(reservation, await settle(reservation, outcome))

    def book(self, reservation: Reservation, settlement: Settlement) -> None:
        """Compares a settlement with the price at which its request began."""
        known = self.costs.setdefault(reservation.request_id, settlement.cost)
        assert settlement.cost == known
        if settlement.new:
            exact = cost_of(settlement.usage, reservation.price)
            assert settlement.cost == exact or reservation.reserved <= settlement.cost < exact

    async def do_ask(self, number: int, input: int, output: int, *, own_key: bool = False) -> None:
        model, key = self.models[number % 2], self.keys[number % len(self.keys)]
        call = call_of(self.account, key, model=model, most=Usage(input=input, output=output), own_key=own_key)
        reservation = await reserve(call)
        self.dearest = max(self.dearest, reservation.reserved)
        self.under_way.append(reservation)
        self.reservations.append(reservation)

    async def do_ask_free(self, number: int) -> None:
        await self.do_ask(number, 100, 100, own_key=True)

    async def do_ask_many(self, tokens: int) -> None:
        asked = (self.do_ask(number, tokens, tokens) for number in range(6))
        ended = (self.end(0, Outcome(200, Usage(input=tokens))) for _ in range(len(self.under_way) // 2))
        outcomes = await asyncio.gather(*asked, *ended, return_exceptions=True)
        assert all(isinstance(outcome, Refusal | None) for outcome in outcomes), outcomes

    async def do_finish(self, number: int, input: int, output: int) -> None:
        await self.end(number, Outcome(200, Usage(input=input, output=output), delivered=output * 4))

    async def do_deliver(self, number: int, characters: int) -> None:
        if self.under_way:
            self.moved.on(timedelta(seconds=11))
            await renew(self.under_way[number % len(self.under_way)], characters)

    async def do_hang_up(self, number: int, characters: int) -> None:
        await self.end(number, Outcome(HUNG_UP, delivered=characters, first_ms=3))

    async def do_fail(self, number: int, characters: int) -> None:
        await self.end(number, Outcome(502, delivered=characters, error="provider_unavailable"))

    async def do_fail_over(self, number: int, tokens: int) -> None:
        tries = [{"upstream": "first", "status": 503, "ms": 1}, {"upstream": "second", "status": 200, "ms": 1}]
        await self.end(number, Outcome(200, Usage(cached=tokens, reasoning=5), tries=tries))

    async def do_lie(self, number: int, tokens: int) -> None:
        await self.end(number, Outcome(200, Usage(input=tokens, output=tokens), delivered=30))

    async def do_crash(self, number: int) -> None:
        self.pick(number)

    async def do_crash_in_settlement(self, number: int) -> None:
        def die(*_: Any) -> None:
            raise Crash

        if reservation := self.pick(number):
            where, name = DEATHS[number % len(DEATHS)]
            with pytest.MonkeyPatch.context() as dying, suppress(Crash):
                dying.setattr(where, name, die)
                await settle(reservation, Outcome(200, Usage(input=5)))

    async def do_settle_again(self, number: int) -> None:
        if self.reservations:
            reservation = self.reservations[number % len(self.reservations)]
            self.under_way = [each for each in self.under_way if each is not reservation]
            self.book(reservation, await settle(reservation, Outcome(200, Usage(input=7, output=7))))

    async def do_reap(self) -> None:
        await reap()
        rows = {row.request_id for row in await AiRequest.filter(state=RESERVED)}
        self.under_way = [each for each in self.under_way if each.request_id in rows]

    async def do_reprice(self, nano: int) -> None:
        self.models[0] = model_of(price=Price({"input": nano, "output": 2 * nano, "cached": 1}, 1_000, 500))

    async def do_buy(self, amount: int) -> None:
        await add_entry(self.account.id, "purchase", amount, f"order {await AiLedgerEntry.all().count()}")
        self.paid += amount

    async def do_refund(self, amount: int) -> None:
        await add_entry(self.account.id, PAID_BACK, -amount, f"refund {await AiLedgerEntry.all().count()}")
        self.paid -= amount

    async def do_budget(self, number: int, most: int) -> None:
        key = self.keys[number % len(self.keys)]
        await set_budget(self.account, most, str(key.id) if key else "", "large" if number % 2 else "")

    async def do_plan(self, plan: str) -> None:
        await Account.filter(id=self.account.id).update(plan_name=plan)
        await grant_plan_credits(self.account.id)

    async def do_month(self) -> None:
        self.moved.to(clock.start_of_next_month(self.moved.now))
        await self.do_ask(1, 40, 40)

    async def do_wait(self, seconds: int) -> None:
        self.moved.on(timedelta(seconds=seconds))


async def run_steps(moved: Clock, steps: list[tuple[Any, ...]]) -> None:
    """Begins with a new account, does the steps, and ends what died."""
    await Account.all().delete()
    moved.to(BEGIN)
    [account] = await world.crowd(1, plan="free")
    parent = await key_of(account, "agency")
    child = await key_of(account, "customer", parent_id=parent.id, tokens_per_minute=9_000)
    case = World(account, [None, parent, child], moved)
    for step in (("buy", 150_000), *steps):
        await case.step(*step)
    moved.on(timedelta(days=1))
    await case.step("reap")
    assert not await AiRequest.filter(state=RESERVED).exists()
    assert (await AiBalance.of(account)).reserved == 0


async def test_in_any_order_credits_are_purchases_less_settlements(database: str, moved: Clock) -> None:
    loop = asyncio.get_running_loop()

    def wait(work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, loop).result()

    @settings(
        max_examples=30, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
    )
    @given(some.randoms(use_true_random=True))
    def explore(chance: Random) -> None:
        steps = draw_steps(chance)
        note(steps)
        wait(run_steps(moved, steps))

    await asyncio.to_thread(explore)
