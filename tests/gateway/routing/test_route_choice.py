"""The order in which routes are tried."""

from collections import Counter
from dataclasses import dataclass

from app.gateway.routing.route_choice import choose_routes


@dataclass(frozen=True)
class Way:
    name: str
    priority: int = 1
    weight: int = 1
    region: str = "us"
    upstream_id: int = 1


def names(routes: list[Way]) -> str:
    return "".join(route.name for route in routes)


def test_a_lower_priority_is_tried_first_whatever_the_weights() -> None:
    ways = [Way("b", priority=2, weight=100), Way("a", priority=1, weight=1), Way("c", priority=3)]
    assert {names(choose_routes(ways, {})) for _ in range(50)} == {"abc"}


def test_routes_of_the_same_priority_share_as_their_weights_say() -> None:
    ways = [Way("a", weight=3), Way("b", weight=1)]
    firsts = Counter(names(choose_routes(ways, {}))[0] for _ in range(4_000))
    assert 0.7 < firsts["a"] / 4_000 < 0.8, "three of four"


def test_a_route_without_weight_is_tried_after_those_with_one() -> None:
    ways = [Way("b", weight=0), Way("a", weight=1)]
    assert {names(choose_routes(ways, {})) for _ in range(50)} == {"ab"}


def test_only_routes_in_the_region_that_the_client_names_are_tried() -> None:
    ways = [Way("a", region="eu"), Way("b", region="US"), Way("c", region="")]
    assert names(choose_routes(ways, {}, "EU")) == "a"
    assert choose_routes(ways, {}, "asia") == []


def test_a_workspace_with_its_own_key_uses_no_other_route() -> None:
    ways = [Way("a", upstream_id=1), Way("b", upstream_id=2, priority=9)]
    assert names(choose_routes(ways, {2: "its own"})) == "b"
    assert sorted(names(choose_routes(ways, {3: "of an upstream without a route"}))) == ["a", "b"]
