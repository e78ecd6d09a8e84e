"""Live feeds: they end with their session, there are not too many, and they share their look at the database."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack, ExitStack, aclosing, asynccontextmanager, contextmanager
from datetime import timedelta

import pytest

from app.accounts import stream_seats
from app.accounts.models import Account, Session
from app.analytics import live_feed, live_poller
from app.analytics.live_feed import FeedItem
from app.analytics.report_selection import ReportSelection
from app.analytics.subject import Subject
from app.visits.reports import visit_list
from app.visits.visit import Kind, Who
from tests import world
from tests.analytics.conftest import Visited
from tests.client import Browser
from tests.conftest import Clock
from tests.waiting import DEADLINE, eventually

HOME, HX = "/dashboard/analytics", {"HX-Request": "true", "HX-Request-Type": "partial", "Accept-Language": "en"}
Stream = AsyncGenerator[str]


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks many times a second; an event is its visit's id, drawn by no template."""

    async def drawn(item: FeedItem, last: int) -> str:
        return f"id: {item.id}\n\n"

    monkeypatch.setattr(stream_seats, "POLL_INTERVAL", 0.01)
    monkeypatch.setattr(live_feed, "_event", drawn)


async def session_of(account: Account) -> Session:
    session = await Session.by_token(await world.begin_session(account, "Firefox · Linux"))
    assert session
    return session


@asynccontextmanager
async def begin(
    account: Account, session: Session, choice: ReportSelection | None = None, after: int = 0
) -> AsyncGenerator[Stream]:
    """A stream that has begun, with its first event read; it is closed with the block."""
    seat = stream_seats.take_seat(session, account)
    async with aclosing(live_feed.stream_events(Subject(account), choice or ReportSelection(), after, seat)) as stream:
        assert await anext(stream) == "retry: 2000\n\n"
        yield stream


@contextmanager
def seats_taken(account: Account, session: Session, number: int) -> Iterator[None]:
    """So many seats without a stream, which are free again after the block."""
    with ExitStack() as stack:
        for _ in range(number):
            stack.callback(stream_seats.free_seat, stream_seats.take_seat(session, account))
        yield


async def ends(stream: Stream) -> bool:
    """Whether a stream that has begun comes to its end by itself."""
    async with asyncio.timeout(DEADLINE):
        async for _ in stream:
            pass
    return True


async def goes_on(stream: Stream) -> bool:
    """Whether nothing ends a stream for some looks of the watch."""
    waiting = asyncio.ensure_future(anext(stream, None))
    for _ in range(10):
        await asyncio.sleep(stream_seats.POLL_INTERVAL)
    alive = not waiting.done()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    return alive


async def test_a_feed_goes_on_while_its_session_lives(budi: Account) -> None:
    async with begin(budi, await session_of(budi)) as stream:
        assert await goes_on(stream)


@pytest.mark.parametrize("how", ["here", "elsewhere", "expiry", "password", "user"])
async def test_a_feed_ends_with_its_session(budi: Account, moved: Clock, how: str) -> None:
    here, other = await session_of(budi), await session_of(budi)
    async with begin(budi, here) as stream:
        if how == "here":
            await here.delete()
        elif how == "elsewhere":
            await (await world.owner(budi)).sign_out_everywhere(but=other)
        elif how == "expiry":
            moved.to(here.expires_at + timedelta(seconds=1))
        elif how == "password":
            await (await world.owner(budi)).set_password("another horse battery")
        else:
            await (await world.owner(budi)).delete()
        assert await ends(stream)
        assert not stream_seats._seats


async def test_signing_out_ends_no_other_sessions_feed(budi: Account) -> None:
    here, other = await session_of(budi), await session_of(budi)
    async with begin(budi, here) as gone, begin(budi, other) as kept:
        await here.delete()
        assert await ends(gone)
        assert await goes_on(kept)


async def test_an_account_has_ten_feeds_and_another_account_its_own(budi: Account, sari: Account) -> None:
    session, theirs = await session_of(budi), await session_of(sari)
    with seats_taken(budi, session, stream_seats.MAX_STREAMS - 1):
        async with begin(budi, session):
            with pytest.raises(stream_seats.TooManyStreams):
                stream_seats.take_seat(await session_of(budi), budi)
            with seats_taken(sari, theirs, 1):
                pass
        with seats_taken(budi, session, 1):
            pass


async def test_a_seat_nobody_sat_down_on_is_free_again(budi: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    session = await session_of(budi)
    with seats_taken(budi, session, stream_seats.MAX_STREAMS):
        monkeypatch.setattr(stream_seats, "SEAT_TIMEOUT", -1.0)
        with seats_taken(budi, session, 1):
            pass
        assert not stream_seats._seats


async def test_the_eleventh_is_refused_kindly(as_budi: Browser, budi: Account) -> None:
    with seats_taken(budi, await session_of(budi), stream_seats.MAX_STREAMS):
        response = await as_budi.get(f"{HOME}/feed", headers=HX)
    text = await response.get_data(as_text=True)
    assert response.status_code == 429  # after which htmx's extension does not ask again
    assert int(response.headers["Retry-After"]) > 0
    assert "10 of your open pages" in text


async def test_streams_of_one_scope_share_one_look_at_the_database(
    budi: Account, visited: Visited, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, session, looks = await world.shorten(budi, "promo"), await session_of(budi), []
    old = await visited(link, ago=timedelta(hours=1))
    latest = visit_list.latest

    async def counted(*arguments: object, **named: object) -> object:
        visits = await latest(*arguments, **named)  # type: ignore[arg-type]
        looks.append(arguments)
        return visits

    monkeypatch.setattr(visit_list, "latest", counted)
    monkeypatch.setattr(stream_seats, "POLL_INTERVAL", 60.0)
    choices = [
        ReportSelection(),
        ReportSelection().with_value("country", "ID"),
        ReportSelection().with_value("network", "facebook"),
        ReportSelection().with_value("kind", "scan"),
        ReportSelection(who=Who.BOT),
    ]
    async with AsyncExitStack() as stack:
        begun = [begin(budi, session, choice, old.id) for choice in choices * 2]
        streams = [await stack.enter_async_context(stream) for stream in begun]
        [poller] = live_poller._pollers.values()
        await eventually(lambda: looks)  # the poller's first, which finds nothing
        made = [
            await visited(link, country="ID"),
            await visited(link, referrer="l.facebook.com"),
            await visited(link, kind=Kind.SCAN),
            await visited(link, who=Who.BOT),
            await visited(link, kind=Kind.VIEW),
        ]
        await poller.look()
        ids = [visit.id for visit in made]
        expected = [ids[:3], ids[:1], ids[1:2], ids[2:3], ids[3:4]] * 2
        for stream, wanted in zip(streams, expected, strict=True):
            assert [int((await anext(stream)).partition("\n")[0].removeprefix("id: ")) for _ in wanted] == wanted
        assert len(looks) == 2
    assert not live_poller._pollers
    assert not stream_seats._seats


async def test_who_comes_late_misses_nothing_and_sees_nothing_twice(budi: Account, visited: Visited) -> None:
    link, session = await world.shorten(budi, "promo"), await session_of(budi)
    old, mid = await visited(link, ago=timedelta(hours=2)), await visited(link, ago=timedelta(hours=1))
    async with begin(budi, session, after=mid.id) as early, begin(budi, session, after=old.id) as late:
        new = await visited(link)
        assert (await anext(early)).startswith(f"id: {new.id}\n")
        assert (await anext(late)).startswith(f"id: {mid.id}\n")
        assert (await anext(late)).startswith(f"id: {new.id}\n")


async def test_an_id_of_days_to_come_hides_no_news(budi: Account, visited: Visited) -> None:
    link, session = await world.shorten(budi, "promo"), await session_of(budi)
    async with begin(budi, session, after=2**63 - 1), begin(budi, session) as plain:
        new = await visited(link)
        assert (await anext(plain)).startswith(f"id: {new.id}\n")


async def test_a_visit_that_another_machine_takes_in_late_is_shown_and_only_once(
    budi: Account, visited: Visited, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[int, int]] = []

    async def draw(item: FeedItem, last: int) -> str:
        drawn.append((item.id, last))
        return ""

    monkeypatch.setattr(live_feed, "_event", draw)
    link, session = await world.shorten(budi, "promo"), await session_of(budi)
    old = await visited(link, ago=timedelta(seconds=2))
    async with begin(budi, session, after=old.id) as stream:
        young = await visited(link)
        await anext(stream)
        late = await visited(link, ago=timedelta(seconds=3))
        await anext(stream)
        new = await visited(link)
        await anext(stream)
    assert drawn == [(young.id, young.id), (late.id, young.id), (new.id, new.id)]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", 3),
        ("?country=ID", 1),
        ("?country.not=ID", 2),
        ("?browser=Chrome&country=ID", 1),
        ("?network=facebook", 1),
        ("?kind=scan", 1),
        ("?who=bot", 1),
        ("?who=bot&country=ID", 0),
        ("?period=24h", 2),
        ("?kind=view", 1),
    ],
)
async def test_happening_now_follows_every_filter_of_the_page(
    as_budi: Browser, budi: Account, visited: Visited, query: str, shown: int
) -> None:
    link = await world.shorten(budi, "promo")
    await visited(link, country="ID", browser="Chrome", referrer="m.facebook.com")
    await visited(link, country="SG", kind=Kind.SCAN)
    await visited(link, ago=timedelta(days=3))
    await visited(link, who=Who.BOT)
    await visited(link, kind=Kind.VIEW)
    page = await (await as_budi.get(f"{HOME}/{query}")).get_data(as_text=True)
    assert page.count('<li class="feed__row">') == shown


async def test_bots_listed_are_the_bots_counted(as_budi: Browser, budi: Account, visited: Visited) -> None:
    link = await world.shorten(budi, "promo")
    for kind in (Kind.CLICK, Kind.CLICK, Kind.SCAN, Kind.VIEW, Kind.VIEW):
        await visited(link, kind=kind, who=Who.BOT)
    page = await (await as_budi.get(f"{HOME}/?who=bot")).get_data(as_text=True)
    assert page.count('<li class="feed__row">') == 3
    assert 'Bots <span class="stats__count num">3<' in page
