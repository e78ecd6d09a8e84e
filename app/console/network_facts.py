"""How publishing goes at each social network: its app, its connections, and what went wrong there lately."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tortoise.expressions import Q
from tortoise.functions import Count

from app.kernel import clock, installation
from app.kernel.publishing_settings import APP_IDS
from app.operators.setting_changes import CurrentSetting, current_settings
from app.publishing.connections.connection import CONNECTED, NEEDS_RECONNECT, Connection
from app.publishing.connections.permission_expiry import SOON
from app.publishing.networks.errors import NetworkError
from app.publishing.networks.network import Network
from app.publishing.networks.registry import NETWORKS
from app.publishing.networks.trouble_sentences import trouble_sentence
from app.publishing.posts import phases
from app.publishing.posts.post_variant import PostVariant

LATELY = timedelta(days=7)
TROUBLED = (phases.RETRY, phases.FAILED, phases.NEEDS_RECONNECT, phases.UNCONFIRMED)


@dataclass(frozen=True, slots=True)
class NetworkFacts:
    """A network as the page shows it.

    `app_setting` is the environment variable that holds the id of the operator's app, "" where none is needed;
    `has_app` whether it is set. `switch` is the setting that turns the network on and off, None for one without.
    `broken` are connections that need their person, `expiring` those whose permission ends within 7 days. `troubles`
    are sentences with how often they occurred in the last 7 days, the most frequent first.
    """

    network: Network
    app_setting: str
    has_app: bool
    switch: CurrentSetting | None
    connections: int
    by_hand: int
    broken: int
    expiring: int
    paused: int
    troubles: Sequence[tuple[str, int]]

    @property
    def publishes(self) -> bool:
        """Whether posts go there by themselves."""
        return self.network.configured()


async def load_networks() -> list[NetworkFacts]:
    """Returns the networks in the order of the pages."""
    counts = await _count_connections()
    switches = {each.setting.name: each for each in await current_settings() if each.setting.group == "publishing"}
    troubles, config = await _troubles(), installation.current().config
    return [
        NetworkFacts(
            network,
            f"KLIQS_{APP_IDS[name].upper()}" if name in APP_IDS else "",
            name not in APP_IDS or bool(getattr(config, APP_IDS[name])),
            switches.get(name),
            **{key: numbers.get(name, 0) for key, numbers in counts.items()},
            troubles=[
                (trouble_sentence(key, network.label), number)
                for key, number in troubles.get(name, Counter()).most_common()
            ],
        )
        for name, network in NETWORKS.items()
    ]


async def _count_connections() -> dict[str, dict[str, int]]:
    """Returns how many connections there are of each kind, as NetworkFacts names them, by network."""
    live = Connection.filter(disconnected_at=None)
    return {
        "connections": await _count(live.filter(manual=False)),
        "by_hand": await _count(live.filter(manual=True)),
        "broken": await _count(live.filter(Q(state=NEEDS_RECONNECT) | Q(may_publish=False), manual=False)),
        "expiring": await _count(live.filter(await _ends_soon(), state=CONNECTED, manual=False)),
        "paused": await _count(live.filter(paused_at__isnull=False)),
    }


async def _count(connections: Any) -> dict[str, int]:
    """Returns how many connections there are, by network."""
    return dict(await connections.annotate(number=Count("id")).group_by("network").values_list("network", "number"))


async def _ends_soon() -> Q:
    """Returns the condition of connections whose permission ends soon, unless their person renews it."""
    now = clock.now()
    final = [name for name, network in NETWORKS.items() if not await _renews_itself(network)]
    refresh = Q(refresh_ends_at__gt=now, refresh_ends_at__lte=now + SOON)
    access = Q(access_ends_at__gt=now, access_ends_at__lte=now + SOON, refresh_ends_at=None, network__in=final)
    return refresh | access if final else refresh


async def _renews_itself(network: Network) -> bool:
    """Whether Kliqs renews permissions at a network; true for one where each server has an app of its own."""
    if network.needs_server:
        return True
    try:
        return (await network.oauth()).refreshable
    except NetworkError:
        return True


async def _troubles() -> dict[str, Counter[str]]:
    """Returns how often each trouble occurred lately: of connections, and of posts that were due; by network."""
    since = clock.now() - LATELY
    posts = PostVariant.filter(phase__in=TROUBLED, due_at__gte=since, due_at__lte=clock.now()).exclude(trouble="")
    broken = Connection.filter(disconnected_at=None, state=NEEDS_RECONNECT).exclude(trouble="")
    found: dict[str, Counter[str]] = {}
    for query in (posts, broken):
        counted: Any = query.annotate(number=Count("id")).group_by("network", "trouble")
        for network, trouble, number in await counted.values_list("network", "trouble", "number"):
            found.setdefault(network, Counter())[trouble] += number
    return found
