from datetime import timedelta

import pytest

from app.gateway.catalogue import route_setup
from app.gateway.catalogue.offered import offered
from app.gateway.catalogue.route_setup import RouteTerms, add_route, change_terms, find_route, switch_route
from app.gateway.catalogue.upstream import Route
from app.kernel import clock
from app.kernel.refusal import Faults
from app.operators.operator_log import OperatorAct
from tests.gateway.offering import offer_model, offer_upstream


async def ways(model: str) -> list[tuple[str, int, int]]:
    """The routes of an offered model in the order in which they are tried: upstream, priority, weight."""
    snapshot = await offered(model)
    return [(route.upstream, route.priority, route.weight) for route in snapshot.routes] if snapshot else []


async def test_routes_are_tried_by_priority_and_share_by_weight(database: str) -> None:
    model = await offer_model("small-1", await offer_upstream("one"))
    await add_route(model, await offer_upstream("two"), "", RouteTerms(2, 3))
    assert await ways("small-1") == [("one", 1, 1), ("two", 2, 3)]
    two = await Route.get(upstream__name="two").select_related("upstream")
    await change_terms(two, {"priority": 0})
    assert await ways("small-1") == [("two", 0, 3), ("one", 1, 1)]
    await change_terms(two, {"weight": 9})
    await change_terms(two, {})
    assert await ways("small-1") == [("two", 0, 9), ("one", 1, 1)]


async def test_what_changes_of_a_route_is_in_the_log_and_every_number_out_of_bounds_is_refused(database: str) -> None:
    await offer_model("small-1", await offer_upstream("one"))
    route = await find_route((await Route.get()).id)
    await change_terms(route, {"weight": 1, "first_byte": 20, "idle": 9})
    act = await OperatorAct.get(act="ai_route_changed")
    assert (act.thing, act.detail) == ("small-1", "one: first_byte 120 → 20, idle 60 → 9")
    with pytest.raises(Faults) as refused:
        await change_terms(route, {"priority": 101, "weight": -1, "first_byte": 0, "idle": 3_601})
    assert [each.field for each in refused.value.refusals] == ["priority", "weight", "first_byte", "idle"]
    assert (await Route.get()).first_byte == 20


async def test_a_route_is_there_once_and_its_name_is_one_word(database: str) -> None:
    upstream = await offer_upstream("one")
    model = await offer_model("small-1", upstream)
    with pytest.raises(route_setup.RouteExists):
        await add_route(model, upstream)
    for name in ("two words", "x" * 121):
        with pytest.raises(route_setup.InvalidUpstreamModel):
            await add_route(model, upstream, name)
    with pytest.raises(route_setup.UnknownRoute):
        await find_route(10**6)


async def test_a_route_that_is_switched_on_again_begins_with_a_closed_circuit(database: str) -> None:
    await offer_model()
    route = await find_route((await Route.get()).id)
    await Route.all().update(failures=7, open_until=clock.now() + timedelta(hours=1))
    await switch_route(route, on=False)
    assert await offered("small-1") is None
    await switch_route(route, on=True)
    stored = await Route.get()
    assert (stored.failures, stored.open_until) == (0, None)
    assert await ways("small-1") == [("stand-in of small-1", 1, 1)]
