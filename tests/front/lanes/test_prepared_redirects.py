"""Prepared redirects are the computed ones, end with every change to their link, and are never too many."""

import random
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import product
from sys import getsizeof
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from quart import Quart

from app.accounts.models import Account
from app.front.lanes import prepared_redirects
from app.front.lanes import response_bytes as bytes_of_responses
from app.front.lanes.lane_answer import LaneRequest, lane_answer, name_and_path, ruled_answer
from app.front.lanes.prepared_redirects import PreparedRedirect, PreparedRedirects, RuledRedirect
from app.front.lanes.request_head import HeadParser
from app.front.lanes.response_bytes import end_of_head, response_bytes
from app.front.redirect_service import MAX_PATHS, RedirectService, key_in_path
from app.front.request_headers import HEADERS_READ, RequestHeaders
from app.kernel import clock, installation
from app.kernel.bounded_cache import estimate_bytes
from app.kernel.surfaces import Site
from app.links.models import Link
from app.links.name_cache import PostgresLookup
from app.links.name_lookup import SqliteLookup, open_lookup
from app.links.redirect_decision import follow
from app.links.resolution import COLUMNS, UNKNOWN_NAME, Resolution, Target
from app.links.rules.choice import Choice
from app.links.rules.compiled_rules import compiled_rules
from app.links.rules.condition import OneOf, VisitorKind
from app.links.rules.rule import Destination, Rule, rules_column
from app.names.models import Name
from app.names.name_on_domain import INSTALLATION
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.visits.recording import origin, user_agent
from app.visits.recording.bot_detection import request_purpose
from app.visits.recording.capture import PlainLink
from app.visits.visit import DetailLevel, Purpose
from tests import world
from tests.client import FIREFOX
from tests.world import name_key

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
LONG_AFTER = NOW + timedelta(days=36_500)
KEY, ANNOUNCED = name_key("promo"), b"keep-alive: timeout=75\r\n"
HEAD = b"GET /promo HTTP/1.1\r\nHost: kliqs.test\r\n\r\n"
STATES: dict[str, tuple[Any, ...]] = {
    "expires_at": (None, NOW - timedelta(seconds=1), NOW + timedelta(days=1)),
    "click_limit": (None, 1, 10**6),
    "password_hash": (None, "x"),
    "paused_at": (None, NOW),
    "blocked_at": (None, NOW),
    "deleted_at": (None, NOW),
    "redirect_status": (301, 302, 307, 308),
    "forward_query": (True, False),
    "destination_url": ("https://example.com/?k=1#f", "https://example.com/" + "a" * 2000),
}
FURTHER_STATES: dict[str, tuple[Any, ...]] = {
    "expires_at": (None, NOW - timedelta(seconds=1)),
    "redirect_status": (301, 302),
    "rules": (None, rules_column([Rule("r1", (), (Destination("https://rule.example/"),))])),
    "ios_url": ("", "https://ios.example/"),
    "opens_at": (None, NOW - timedelta(days=1), NOW + timedelta(days=1)),
    "fallback_url": ("", "https://over.example/"),
    "next_url": ("", "https://next.example/"),
    "next_url_at": (None, NOW - timedelta(days=1), NOW + timedelta(days=1)),
    "append_path": (False, True),
    "has_own_preview": (False, True),
}
TARGET = Target("id", "account", "https://example.com/", 302, True, True)
CHANGES: dict[str, object] = {
    "preview_title": "Promo",
    "preview_description": "Words",
    "preview_picture_id": uuid4(),
    "account_id": None,  # that of Budi
    "destination_url": "https://example.org/elsewhere",
    "redirect_status": 308,
    "forward_query": False,
    "tracked": False,
    "expires_at": NOW + timedelta(days=10**4),
    "click_limit": 5,
    "password_hash": "x",
    "paused_at": NOW,
    "blocked_at": NOW,
    "deleted_at": NOW,
    "rules": rules_column([Rule("r1", (), (Destination("https://rule.example/"),))]),
    "ios_url": "https://ios.example/",
    "android_url": "https://android.example/",
    "opens_at": NOW + timedelta(days=10**4),
    "fallback_url": "https://over.example/",
    "next_url": "https://next.example/",
    "next_url_at": NOW + timedelta(days=10**4),
    "append_path": True,
}
NOT_ANSWERED_FROM_MEMORY = {"id", "admitted"}  # never changes; read by the click limit's own statement
HEADERS: dict[bytes, tuple[bytes | None, ...]] = {
    b"user-agent": (None, FIREFOX.encode(), b"\xff\xfe" + b"a" * 500),
    b"referer": (None, b"https://l.instagram.com/", b"https://a.example/private?x", b"nonsense", b"h" * 400),
    b"accept-language": (None, b"id,en;q=0.8", b"x" * 300),
    b"sec-fetch-dest": (None, b"document", b"Document ", b"", b"image"),
    b"sec-purpose": (None, b"prefetch"),
    b"cookie": (None, b"a=b", b"a=b; kliqs_uncounted=1"),
    b"x-forwarded-for": (None, b"103.10.66.1, 10.0.0.1"),
    b"cf-ipcountry": (None, b"id", b"XX"),
}


@pytest.fixture(autouse=True)
def _one_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Date header of all answers is that of one second."""
    monkeypatch.setattr(bytes_of_responses, "time", SimpleNamespace(time=lambda: 0.0))


def plainly(prepared: PreparedRedirect | RuledRedirect | None) -> PreparedRedirect | None:
    """What was prepared of a link without rules."""
    assert not isinstance(prepared, RuledRedirect)
    return prepared


def computed(resolved: Resolution, now: datetime) -> bytes:
    """What a request without a query gets at a time, computed."""
    head = HeadParser(HEADERS_READ)
    assert head.read(HEAD)
    answer = lane_answer(RedirectService(), resolved, LaneRequest("GET", "", "", "", head.headers), now)
    return response_bytes(answer[0], ANNOUNCED, bare=False) if answer else b""


@pytest.mark.parametrize("secure", [True, False])
def test_prepared_bytes_are_the_computed_ones_in_every_state_of_a_link(secure: bool) -> None:
    site = Site.parse("kliqs.test", bind="", secure=secure)
    installation.current().site = site
    redirects, prepared_states = PreparedRedirects(), 0
    for values in product(*STATES.values()):
        columns: dict[str, Any] = dict(zip(STATES, values, strict=True))
        resolved = Resolution(TARGET._replace(**columns), True)
        for _ in range(2):  # prepared, then taken from memory
            prepared = plainly(redirects.get_or_prepare(KEY, resolved, site))
            if prepared is not None:
                prepared_states += 1
                said = prepared.head + end_of_head(ANNOUNCED)
                assert said == computed(resolved, NOW) == computed(resolved, LONG_AFTER), values
    assert prepared_states == 2 * 4 * 2  # four statuses, with and without forwarding; none that can end


def test_prepared_bytes_are_the_computed_ones_wherever_else_a_link_leads() -> None:
    site = installation.current().site
    redirects, prepared_locations = PreparedRedirects(), set[bytes]()
    for values in product(*FURTHER_STATES.values()):
        columns: dict[str, Any] = dict(zip(FURTHER_STATES, values, strict=True))
        resolved = Resolution(TARGET._replace(**columns), True)
        prepared = redirects.get_or_prepare(KEY, resolved, site)
        assert isinstance(prepared, RuledRedirect) <= bool(columns["rules"] or columns["ios_url"])
        if isinstance(prepared, PreparedRedirect):
            said = prepared.head + end_of_head(ANNOUNCED)
            assert said == computed(resolved, clock.now()) == computed(resolved, LONG_AFTER), values
            prepared_locations.add(said.split(b"location: ")[1].split(b"\r\n")[0])
    assert prepared_locations == {b"https://example.com/", b"https://next.example/"}


def test_nothing_is_prepared_for_a_page_or_a_name_that_nobody_has() -> None:
    site = installation.current().site
    for resolved in (UNKNOWN_NAME, Resolution(None, True)):
        assert PreparedRedirects().get_or_prepare(KEY, resolved, site) is None


def test_what_was_prepared_goes_with_its_reading_and_with_its_site() -> None:
    redirects, first = PreparedRedirects(), Resolution(TARGET, True)
    site, secure = (Site.parse("kliqs.test", bind="", secure=secure) for secure in (False, True))
    before = plainly(redirects.get_or_prepare(KEY, first, site))
    second = Resolution(TARGET._replace(destination_url="https://example.org/"), True)
    after = plainly(redirects.get_or_prepare(KEY, second, site))
    assert before and after
    assert b"example.org" in after.head
    assert b"example.org" not in before.head
    again = plainly(redirects.get_or_prepare(KEY, second, secure))
    assert again
    assert b"strict-transport-security" in again.head
    assert b"strict-transport-security" not in after.head


@pytest.mark.parametrize("hops", [0, 1])
def test_a_plain_visit_is_recorded_with_the_bytes_of_the_long_way(hops: int) -> None:
    service = RedirectService(hops, b"cf-ipcountry")
    link = TARGET._replace(destination_url="https://example.com/?utm_source=x")
    plain = PlainLink(link.id, link.account_id, origin.utm_values_of_url(link.destination_url))
    plain_visits = 0
    for values in product(*HEADERS.values()):
        raw = {name: value for name, value in zip(HEADERS, values, strict=True) if value is not None}
        headers = RequestHeaders(service.kept_names, raw.items())
        line = service.plain_line(plain, "103.10.66.2", headers, NOW)
        visitor = service.visitor("GET", "103.10.66.2", "", headers)
        if line is None:
            assert visitor.purpose is not Purpose.FOLLOW or raw[b"sec-fetch-dest"] in {b"", b"Document "}
        else:
            plain_visits += 1
            assert line == service.visit_line(link, visitor, NOW, follow(link, "", NOW)), raw
    assert plain_visits > 500


@pytest.mark.parametrize("hops", [0, 1])
def test_a_visit_by_a_rule_is_answered_and_recorded_with_the_bytes_of_the_long_way(hops: int) -> None:
    user_agent.build_patterns()
    service, site = RedirectService(hops, b"cf-ipcountry"), installation.current().site
    places = (Destination("https://a.example/?utm_source=a", 50), Destination("https://b.example/", 50))
    rules = [Rule("phones", (OneOf("country", ("ID",)),), places), Rule("rest", (VisitorKind("people"),), places[1:])]
    resolved = Resolution(TARGET._replace(rules=rules_column(rules)), True)
    ruled, quick_answers = PreparedRedirects().get_or_prepare(KEY, resolved, site), 0
    assert isinstance(ruled, RuledRedirect)
    for values in product(*HEADERS.values()):
        raw = {name: value for name, value in zip(HEADERS, values, strict=True) if value is not None}
        headers = RequestHeaders(service.kept_names, raw.items())
        answer = ruled_answer(service, ruled, "103.10.66.2", headers, NOW)
        long_way = lane_answer(service, resolved, LaneRequest("GET", "103.10.66.2", "", "", headers), NOW)
        assert long_way
        if answer is not None:
            quick_answers += 1
            assert answer[0] + end_of_head(ANNOUNCED) == response_bytes(long_way[0], ANNOUNCED, bare=False)
            assert answer[1] == long_way[1], raw
    assert quick_answers > 250
    assert len(ruled.by_choice) == (4 if hops else 2)  # without a proxy nobody has a country


def test_a_request_is_plain_only_if_its_purpose_is_to_follow() -> None:
    for name in (b"purpose", b"sec-purpose", b"x-purpose", b"x-moz"):
        headers = RequestHeaders(HEADERS_READ, [(name, b"prefetch")])
        assert RedirectService().plain_line(PlainLink("id", "account", []), "", headers, NOW) is None
    assert request_purpose("GET", [], b"document") is Purpose.FOLLOW


def without_times(target: Target) -> Target:
    """SQLite tells the times of states as text; only whether there is one decides."""
    paused, blocked, deleted = (bool(at) for at in (target.paused_at, target.blocked_at, target.deleted_at))
    return target._replace(paused_at=paused, blocked_at=blocked, deleted_at=deleted)


async def current(app: Quart) -> Resolution:
    lookup = app.extensions["redirects"].lookup
    await lookup.wait_until_current()
    resolved: Resolution = lookup.get_nowait(KEY) or await lookup.find(KEY)
    return resolved


def test_every_column_that_decides_an_answer_is_walked() -> None:
    walked = {"has_own_preview" if column.startswith("preview_") else column for column in CHANGES}
    assert walked | NOT_ANSWERED_FROM_MEMORY == set(COLUMNS)


@pytest.mark.parametrize("column", CHANGES)
async def test_every_change_to_a_link_ends_what_was_kept_of_it(
    app: Quart, sari: Account, budi: Account, column: str
) -> None:
    link = await world.shorten(sari, "promo")
    redirects, site = PreparedRedirects(), installation.current().site
    before = await current(app)
    assert await current(app) is before, "what did not change is kept"
    assert redirects.get_or_prepare(KEY, before, site)

    value = budi.id if column == "account_id" else CHANGES[column]
    await Link.filter(id=link.id).update(**{column: value})

    after = await current(app)
    assert after.target
    assert without_times(after.target) == without_times(Target.of(await Link.get(id=link.id)))
    ruled = column in {"rules", "ios_url", "android_url"}
    prepared = redirects.get_or_prepare(KEY, after, site)
    assert isinstance(prepared, RuledRedirect) is ruled
    expected = computed(after, clock.now())
    if isinstance(prepared, PreparedRedirect):
        assert (prepared.head + end_of_head(ANNOUNCED), prepared.resolution) == (expected, after)
    forced = {"expires_at", "click_limit", "password_hash", "opens_at", "next_url_at"}
    assert (prepared is None) == (column in forced or column.endswith("ed_at"))


@pytest.mark.parametrize("change", ["held", "moved", "taken", "gone"])
async def test_every_change_to_a_name_ends_what_was_kept_of_it(app: Quart, sari: Account, change: str) -> None:
    await world.shorten(sari, "promo")
    other = await world.shorten(sari, "other", "https://example.org/")
    redirects, site = PreparedRedirects(), installation.current().site
    assert redirects.get_or_prepare(KEY, await current(app), site)
    names = Name.filter(folded="promo")
    steps: dict[str, Callable[[], Any]] = {
        "held": lambda: names.update(held_at=NOW),
        "moved": lambda: names.update(folded="moved"),
        "taken": lambda: names.update(link_id=other.id),
        "gone": names.delete,
    }
    await steps[change]()
    prepared = plainly(redirects.get_or_prepare(KEY, await current(app), site))
    assert prepared is None or (prepared.plain and prepared.plain.id == str(other.id))
    assert (prepared is None) == (change != "taken")


async def test_another_plan_of_the_account_changes_how_much_is_kept_of_visits_at_once(
    app: Quart, sari: Account
) -> None:
    await Account.filter(id=sari.id).update(plan_name="pro")
    blocks = (Block.new("link", {"title": "A", "url": "https://example.com/a", "note": ""}),)
    page = await Page.make(sari, "sari", Content(name="Sari", blocks=blocks))
    await page.publish(sari)
    code = (await Link.get(page_id=page.id)).short_code
    lookup = app.extensions["redirects"].lookup
    for plan, kept in (("pro", DetailLevel.ORIGIN), ("free", DetailLevel.TIME), ("pro", DetailLevel.ORIGIN)):
        await Account.filter(id=sari.id).update(plan_name=plan)
        await lookup.wait_until_current()
        for name in (name_key(code), name_key("sari")):
            resolved = lookup.get_nowait(name) or await lookup.find(name)
            assert (resolved.target or resolved.page).keeps is kept


def test_prepared_redirects_and_remembered_paths_and_referrers_are_never_too_many() -> None:
    redirects, site, service = PreparedRedirects(), installation.current().site, RedirectService()
    for number in range(prepared_redirects.MAX_PREPARED + 100):
        redirects.get_or_prepare(name_key(f"name-{number}"), Resolution(TARGET, True), site)
        service.key_in_path(INSTALLATION, f"/name-{number}".encode())
        origin.parse_origin(f"https://host-{number}.example/")
    assert 0 < len(redirects.by_name) <= prepared_redirects.MAX_PREPARED
    assert service.key_in_path.cache_info().currsize <= MAX_PATHS  # type: ignore[attr-defined]
    assert 0 < len(origin._bare_origins) <= origin.CACHE_SIZE


def test_no_path_of_a_referrer_and_no_address_outlives_its_request() -> None:
    origin._bare_origins.clear()
    assert origin.parse_origin("https://a.example/private?token=1") == "https://a.example"
    assert origin.parse_origin("https://a.example/") == origin.parse_origin("https://a.example/") == "https://a.example"
    assert list(origin._bare_origins) == ["https://a.example/"]


async def test_a_flood_of_random_names_does_not_grow_the_memory(app: Quart, sari: Account) -> None:
    await world.shorten(sari, "promo")
    service, lookup, kept = RedirectService(), app.extensions["redirects"].lookup, await current(app)
    service.key_in_path = lru_cache(1_000)(key_in_path)
    if isinstance(lookup, PostgresLookup):
        lookup.unknown.most_entries = 1_000

    def flood(seed: int) -> int:
        """Sends more wrong names than are remembered; returns the bytes in use."""
        chance = random.Random(seed)  # noqa: S311 - to be the same every time
        for _ in range(4_000):
            key = service.key_in_path(INSTALLATION, f"/{chance.randbytes(8).hex()}".encode())
            assert key
            if not lookup.get_nowait(key) and isinstance(lookup, PostgresLookup):
                lookup._store(key, UNKNOWN_NAME)
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        once = flood(1)
        assert flood(2) < 1.5 * once
        assert flood(3) < 1.5 * once
    finally:
        tracemalloc.stop()
    if isinstance(lookup, PostgresLookup):
        await lookup.wait_until_current()  # the flood may have taken longer than news are waited for
    assert (lookup.get_nowait(KEY) or await lookup.find(KEY)) is kept


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_rows_remembered_by_sqlite_are_never_too_many_nor_too_large(database: str, dewi: Account) -> None:
    names = [f"name-{number}" for number in range(12)]
    for name in names:
        await world.shorten(dewi, name, url=f"https://example.com/{name}?{'x' * 1_500}")
    async with open_lookup(database) as lookup:
        assert isinstance(lookup, SqliteLookup)
        for most_entries, most_bytes in ((5, 10**6), (100, 15_000)):
            lookup.remembered.most_entries, lookup.remembered.most_bytes = most_entries, most_bytes
            for name in (*names, *names):
                await lookup.find(name_key(name))
            assert lookup.current.keys() <= lookup.remembered.keys()
            assert list(lookup.remembered) == [name_key(name) for name in names[-len(lookup.remembered) :]]
            assert 3 <= len(lookup.remembered) <= 5


def test_prepared_redirects_are_bounded_by_their_bytes() -> None:
    redirects, site = PreparedRedirects(), installation.current().site
    redirects.by_name.most_bytes = 1_000_000
    for number in range(100):
        places = tuple(Destination(f"https://example.com/{number}-{at}?{'x' * 2_000}", 5) for at in range(20))
        large = TARGET._replace(rules=rules_column([Rule("r1", (), places)]))
        redirects.get_or_prepare(name_key(f"name-{number}"), Resolution(large, True), site)
    assert 3 <= len(redirects.by_name) <= 12
    assert name_key("name-99") in redirects.by_name


def test_what_a_link_with_rules_takes_with_all_its_destinations_is_counted_from_the_start() -> None:
    places = tuple(Destination(f"https://example.com/{number}?{'x' * 2_000}", 10) for number in range(10))
    rules = rules_column([Rule(f"r{number}", (), places) for number in range(2)])
    link, redirects = (
        TARGET._replace(rules=rules, destination_url="https://y.example/" + "y" * 400),
        PreparedRedirects(),
    )
    prepared = redirects.get_or_prepare(KEY, Resolution(link, True), installation.current().site)
    assert isinstance(prepared, RuledRedirect)
    taken = 0
    for rule in compiled_rules(rules).rules:
        for variant, url in enumerate(rule.urls):
            entry = prepared.prepared(Choice(url, link.destination_url, rule.id, variant))
            assert entry
            taken += getsizeof(entry[1]) + estimate_bytes(entry[0])
    assert len(prepared.by_choice) == 20
    assert taken < redirects.by_name.bytes < 5 * taken


def test_long_paths_are_not_remembered() -> None:
    service = RedirectService()
    for number in range(10):
        assert name_and_path(service, f"/promo/{number}/{'x' * 9_000}".encode())[0] == KEY
    assert service.key_in_path.cache_info().currsize == 0  # type: ignore[attr-defined]
    assert name_and_path(service, b"/" + b"a" * 64 + b"/") == (name_key("a" * 64), "")
