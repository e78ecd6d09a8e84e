"""What the operator reads of a request when somebody asks about its id: how it ended and what it cost, no content."""

from typing import Any

from app.gateway.metering.ai_request import RELEASED
from app.keys.models import ApiKey
from tests import world
from tests.gateway.screens.usage_rows import kept_request, request_of
from tests.test_cli import Operator, kliqs

__all__ = ["kliqs"]


def test_a_request_is_described_by_its_id_without_what_was_sent(kliqs: Operator) -> None:
    async def make() -> str:
        account = await world.dewi()
        row = await kept_request(account, (await ApiKey.issue(account, "shop"))[0], "rahasia")
        return row.request_id

    output = kliqs.done("gateway", "request", str(kliqs.look(make)))
    for part in ("Dewi", "shop (…", "small-1", "settled, status 200", "stand-in 200 in 340 ms", "cost:       7.000000"):
        assert part in output, part
    assert "rahasia" not in output


def test_a_request_that_failed_says_which_ways_were_tried(kliqs: Operator) -> None:
    async def make() -> str:
        tries = [{"upstream": "first", "status": 503, "ms": 90}, {"upstream": "second", "status": 0, "ms": 5}]
        columns: dict[str, Any] = {
            "tries": tries,
            "status": 502,
            "state": RELEASED,
            "cost": 0,
            "usage": {},
            "error": "provider_timed_out",
        }
        return (await request_of(await world.dewi(), **columns)).request_id

    output = kliqs.done("gateway", "request", str(kliqs.look(make)))
    assert "first 503 in 90 ms → second no answer in 5 ms" in output
    assert "released, status 502, provider_timed_out" in output
    assert "used:       nothing" in output


def test_an_id_that_nobody_gave_is_refused(kliqs: Operator) -> None:
    assert "no AI request of this id" in kliqs.refused("gateway", "request", "air_nothing")
