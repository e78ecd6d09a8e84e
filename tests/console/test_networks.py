"""The operator's page of social networks: apps, connections and troubles in words, and a switch that is a setting."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.console.network_facts import NetworkFacts, load_networks
from app.kernel import clock, installation
from app.kernel.config import Config
from app.kernel.publishing_settings import APP_IDS
from app.operators.operator_log import OperatorAct
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts.phases import FAILED
from tests.client import Browser
from tests.operators_at_work import HOME
from tests.payments.checkout.buying import shown
from tests.publishing import furnished
from tests.publishing.posts.stand_ins import connect

PAGE = f"{HOME}/networks"


async def facts_of(name: str) -> NetworkFacts:
    return next(each for each in await load_networks() if each.network.name == name)


def test_each_network_has_a_switch_and_what_needs_an_app_says_which_setting_names_it() -> None:
    assert all(name in Config.model_fields for name in NETWORKS)
    assert {name for name in NETWORKS if name not in APP_IDS} == {"mastodon"}


async def test_connections_are_counted_by_what_they_need(sari: Account) -> None:
    soon = clock.now() + timedelta(days=3)
    await connect(sari, "linkedin", access_ends_at=soon)  # nothing renews it
    await connect(sari, "x", access_ends_at=soon)  # renewed with its refresh token
    await connect(sari, "x", refresh_ends_at=soon)
    await connect(sari, "x", state=NEEDS_RECONNECT, trouble="permission_ended")
    await connect(sari, "x", manual=True)
    await connect(sari, "x", paused_at=clock.now())
    await connect(sari, "x", disconnected_at=clock.now())
    x, linkedin = await facts_of("x"), await facts_of("linkedin")
    assert (x.connections, x.by_hand, x.broken, x.expiring, x.paused) == (4, 1, 1, 1, 1)
    assert (linkedin.connections, linkedin.expiring, linkedin.has_app) == (1, 1, False)
    assert [number for _sentence, number in x.troubles] == [1]


async def test_the_page_says_troubles_in_words_and_which_setting_is_empty(operator: Browser, sari: Account) -> None:
    made = await furnished.build(sari, network="x", phase=FAILED, trouble="duplicate_post", due_at=clock.now())
    await Connection.filter(id=made.connection.id).update(state=NEEDS_RECONNECT, trouble="scope_missing")
    page = await shown(operator, f"{PAGE}?lang=en")
    assert "published the same one before" in page and "permission to publish is missing at X" in page
    assert "KLIQS_X_CLIENT_ID" in page and "1 waits for its owner" in page


async def test_a_network_and_all_of_publishing_are_switched_as_settings_are(
    operator: Browser, visitor: Browser
) -> None:
    for name in ("mastodon", "publishing"):
        assert (await operator.post(f"{PAGE}/{name}/actions/off")).status_code == 303
    config = installation.current().config
    assert not config.mastodon and not config.publishing and not NETWORKS["mastodon"].configured()
    page = await shown(operator, f"{PAGE}?lang=en")
    assert "Publishing is off" in page and "Off, by hand" in page
    assert (await visitor.get("/docs/publishing")).status_code == 404
    await operator.post(f"{PAGE}/publishing/actions/on")
    assert installation.current().config.publishing
    assert await OperatorAct.filter(act="setting_changed", thing="KLIQS_PUBLISHING").count() == 2
    for path in ("sign_up/actions/off", "nobody/actions/on", "mastodon/actions/eat"):
        assert (await operator.post(f"{PAGE}/{path}")).status_code in {404, 405}


async def test_a_switch_that_the_environment_sets_is_shown_and_refused(
    operator: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation.current(), "fixed", frozenset({"mastodon"}))
    assert "Set by the environment" in await shown(operator, f"{PAGE}?lang=en")
    await operator.post(f"{PAGE}/mastodon/actions/off")
    assert installation.current().config.mastodon
    assert "can only be changed there" in await shown(operator, f"{PAGE}?lang=en")
