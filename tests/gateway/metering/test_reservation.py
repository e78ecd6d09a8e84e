"""What a request may cost is reserved before it is sent."""

from app.accounts.models import Account
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.gateway.metering.balance import AiBalance
from app.gateway.metering.reservation import reserve, settle
from tests.gateway.metering.calls import buy, call_of, used


async def test_a_request_reserves_what_it_may_cost_and_pays_what_it_used(dewi: Account) -> None:
    await buy(dewi)

    reservation = await reserve(call_of(dewi))

    before = await AiBalance.of(dewi)
    assert (reservation.reserved, before.reserved) == (10_000, 10_000)
    settlement = await settle(reservation, used(90, 5))
    after = await AiBalance.of(dewi)
    assert (settlement.cost, after.reserved, before.left - after.left) == (1_000, 0, 1_000)
    request = await AiRequest.get(request_id=reservation.request_id)
    assert (request.state, request.cost, request.usage) == ("settled", 1_000, {"input": 90, "output": 5})
    [sums] = await AiUsage.all()
    assert (sums.requests, sums.failed, sums.input_tokens, sums.output_tokens, sums.cost) == (1, 0, 90, 5, 1_000)
