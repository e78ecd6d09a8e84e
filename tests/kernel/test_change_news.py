"""On PostgreSQL every process hears at once of what another one changed: settings, models, rates, announcements."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest

from app.gateway.catalogue import route_setup
from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.offered import offered
from app.gateway.catalogue.upstream import Route
from app.kernel import clock, installation
from app.kernel.change_news import ANNOUNCEMENTS, MODELS, RATES, SETTINGS, ChangeNews
from app.kernel.installation import Installation
from app.links.name_cache import PostgresLookup
from app.operators import announcing
from app.operators.announcing import LastingAnnouncements, announcements_kept_current
from app.operators.setting_changes import change_settings
from app.payments import operator_calendar
from app.payments.exchange_rate import DOLLAR, Rate, latest_rate, rates_kept_current, store_rate
from tests.gateway.offering import offer_model
from tests.waiting import eventually

pytestmark = pytest.mark.parametrize("dialect", ["postgres"], indirect=True)
TEXTS = {"title_id": "Perawatan", "title_en": "Maintenance", "text_id": "Malam ini.", "text_en": "Tonight."}


@pytest.fixture
async def other(database: str) -> AsyncGenerator[Installation]:
    """Another process on the database, which listens; its models, rates and announcements were read already.

    It reads none of them by the clock within a test, but models.
    """
    await offer_model()
    there = Installation(installation.current().config)
    with installation.activated(there):
        lookup = await PostgresLookup.open(database)
        async with rates_kept_current(), announcements_kept_current():
            assert await offered("small-1")
            yield there
    await lookup.close()


async def test_another_process_has_what_was_changed_here_without_waiting_for_its_clock(other: Installation) -> None:
    day = operator_calendar.today()
    await AiModel.all().update(label="Renamed")
    await store_rate(DOLLAR, Rate(17_000, day))
    await announcing.announce("maintenance", TEXTS, begin=None, end=None, by_mail=False)

    async def renamed() -> bool:
        model = await offered("small-1")
        return model is not None and model.label == "Renamed"

    with installation.activated(other):
        await eventually(renamed)
        await eventually(lambda: latest_rate(DOLLAR) == Rate(17_000, day))
        await eventually(lambda: other.resource(LastingAnnouncements))
    counts = other.resource(ChangeNews).counts
    await eventually(lambda: min(counts[topic] for topic in (MODELS, RATES, ANNOUNCEMENTS)) > 1)


async def test_what_operators_set_is_news_and_a_circuit_that_opens_is_none(other: Installation) -> None:
    news = other.resource(ChangeNews)
    before = news.counts[MODELS]
    await Route.all().update(failures=5, open_until=clock.now() + timedelta(seconds=30))
    await change_settings({"publishing": "off"}, {})
    await asyncio.wait_for(news.events[SETTINGS].wait(), 30)
    assert news.counts[MODELS] == before
    await route_setup.change_terms(await Route.get().select_related("upstream"), {"weight": 2})
    await eventually(lambda: news.counts[MODELS] > before + 1)
