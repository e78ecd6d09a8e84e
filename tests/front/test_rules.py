"""Links with rules: every way answers what the simulator shows; times, ends, paths, apps, limits and passwords."""

import asyncio
import re
from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quart import Quart

from app.accounts.models import Account
from app.front.redirect_service import RedirectService
from app.front.request_headers import HEADERS_READ
from app.links.models import Link
from app.links.rule_simulation import facts_of_headers, simulate
from app.links.rules.rule import rules_column
from app.links.rules.validation import parse_rules, stored_rules
from app.visits.recording import user_agent
from tests.client import FIREFOX, Browser, taken_in
from tests.conftest import Clock
from tests.databases import ON_ONE
from tests.links.rules.test_choice import ANDROID, BOT, IPHONE, MAC, PREVIEW, TABLET, WINDOWS
from tests.ways import Ways, ways
from tests.world import name_key

OWN, HERE = "https://own.example/base?k=1#f", "https://rule.example/"
NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
CONDITIONS: list[dict[str, Any]] = [
    {"kind": "device", "values": ["phone"]},
    {"kind": "device", "values": ["tablet", "desktop"]},
    {"kind": "system", "values": ["iOS", "Windows"]},
    {"kind": "browser", "values": ["Chrome", "Firefox"]},
    {"kind": "country", "values": ["ID", "SG"]},
    {"kind": "city", "values": ["Surabaya"]},
    {"kind": "referrer", "values": ["instagram.com"]},
    {"kind": "language", "values": ["en"], "match": "first"},
    {"kind": "language", "values": ["en-GB", "id"], "match": "any"},
    {"kind": "query", "name": "ref", "test": "is", "value": "katalog"},
    {"kind": "query", "name": "ref", "test": "present"},
    {"kind": "query", "name": "ref", "test": "empty"},
    {"kind": "weekday", "values": ["fri", "sat"], "zone": "Asia/Jayapura"},
    {"kind": "time", "from": "22:00", "until": "02:00", "zone": "Asia/Jakarta", "days": ["fri"]},
    {"kind": "time", "from": "08:00", "until": "20:00", "zone": "Europe/Berlin"},
    {"kind": "period", "from": "2026-11-28T12:00:00Z"},
    {"kind": "visitor", "value": "people"},
    {"kind": "visitor", "value": "scans"},
]
PLACES = [
    [{"url": "https://one.example/"}],
    [{"url": "https://two.example/x?ref=own", "weight": 70}, {"url": "https://three.example", "weight": 30}],
    [{"url": "https://a.example/#z", "weight": 0}, {"url": "https://b.example", "weight": 100}],
]
RULES = st.lists(
    st.builds(
        lambda when, to, on: {"when": when, "to": to, "on": on},
        st.lists(st.sampled_from(CONDITIONS), max_size=3),
        st.sampled_from(PLACES),
        st.sampled_from([True, True, True, False]),
    ),
    min_size=1,
    max_size=6,
)
COLUMNS = st.fixed_dictionaries(
    {
        "redirect_status": st.sampled_from([301, 302, 307, 308]),
        "forward_query": st.booleans(),
        "append_path": st.booleans(),
        "ios_url": st.sampled_from(["", "https://ios.example/", "myapp://open"]),
        "android_url": st.sampled_from(["", "https://android.example/a?b=c", "myapp://open"]),
        "next_url": st.just("https://next.example/"),
        "next_url_at": st.sampled_from([None, NOON, NOON + timedelta(hours=3)]),
        "opens_at": st.sampled_from([None, None, NOON]),
        "expires_at": st.sampled_from([None, None, NOON + timedelta(hours=6)]),
        "fallback_url": st.sampled_from(["", "https://over.example/"]),
    }
)
HEADERS: dict[str, list[str]] = {
    "User-Agent": ["", FIREFOX, IPHONE, ANDROID, TABLET, WINDOWS, MAC, BOT, PREVIEW],
    "Accept-Language": ["", "id-ID,id;q=0.9,en;q=0.8", "en-GB", "en;q=0, id", "*"],
    "Referer": ["", "https://l.instagram.com/", "https://kliqs.test/a", "nonsense"],
    "CF-IPCountry": ["", "ID", "sg", "XX"],
    "X-Forwarded-For": ["103.10.66.1", "103.10.66.2", "203.0.113.9", "2001:db8::1"],
}
PATHS = ["", "", "/", "/more", "/a/b/", "//evil.example", "/../x", "/%2e%2e", "/x%20y", "/event-1.ics", "/x" * 9]
REQUESTS = st.builds(
    lambda method, path, query, headers: (method, path, query, headers),
    st.sampled_from(["GET", "GET", "HEAD"]),
    st.sampled_from(PATHS),
    st.sampled_from(["", "ref=katalog", "ref", "ref=x&qr=ab3de", "utm_source=a&k=2", "%72ef=katalog", "qr"]),
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in HEADERS.items()}),
)


Request = tuple[str, str, str, dict[str, str]]  # method, path behind the name, query, headers


@pytest.fixture
async def town(app: Quart, moved: Clock, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Ways]:
    """The three ways to an app behind a proxy that tells the country."""
    service: RedirectService = app.extensions["redirects"]
    monkeypatch.setattr(service, "hops", 1)
    monkeypatch.setattr(service, "country_header", b"cf-ipcountry")
    monkeypatch.setattr(service, "kept_names", HEADERS_READ | {b"cf-ipcountry"})
    user_agent.build_patterns()
    async with ways(app) as all_ways:
        yield all_ways


async def change(app: Quart, link: Link, **columns: Any) -> Link:
    """Writes columns of a link and waits until every way knows them."""
    await Link.filter(id=link.id).update(**columns)
    lookup = app.extensions["redirects"].lookup
    await lookup.wait_until_current()
    await lookup.find(name_key("kopi"))
    return await Link.get(id=link.id)


def request_bytes(method: str, path: str, query: str, headers: dict[str, str]) -> bytes:
    """A request for the link as it is sent, without empty headers."""
    target = f"/kopi{path}{'?' * bool(query)}{query}"
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return "\r\n".join(
        [f"{method} {target} HTTP/1.1", "Host: kliqs.test", *lines, "Connection: close", "", ""]
    ).encode()


def status_and_location(answer: bytes) -> tuple[int, str]:
    """The status of an answer and where it redirects to."""
    location = re.search(rb"(?i)\r\nlocation: ([^\r]*)", answer)
    return int(answer.split()[1]), location[1].decode() if location else ""


async def shown(app: Quart, link: Link, request: Request, now: datetime) -> tuple[int, str]:
    """What the simulator shows for a request."""
    _, path, query, headers = request
    agent, languages, referrer = (headers[name] for name in ("User-Agent", "Accept-Language", "Referer"))
    service = app.extensions["redirects"]
    country = headers["CF-IPCountry"].upper() if headers["CF-IPCountry"] != "XX" else ""
    country = country or service.databases.find(headers["X-Forwarded-For"])[0]
    facts = await facts_of_headers(
        now, agent=agent, languages=languages, referrer=referrer, query=query, country=country
    )
    number = service.salts.visitor(int(now.timestamp() * 1000), headers["X-Forwarded-For"], agent, languages)
    decision = simulate(link, replace(facts, visitor=number), path.removesuffix("/") if path == "/" else path).decision
    return decision.status, decision.location


@ON_ONE
async def test_the_simulator_and_all_ways_agree_on_every_rule_and_request(
    app: Quart, town: Ways, sari: Account, moved: Clock
) -> None:
    moved.to(NOON)
    link = await Link.shorten(sari, url=OWN, slug="kopi")
    loop, seen = asyncio.get_running_loop(), set[int]()

    async def check(rules: list[dict[str, Any]], columns: dict[str, Any], requests: list[Any], hours: int) -> None:
        moved.to(NOON + timedelta(hours=hours))
        changed = await change(app, link, rules=stored_rules(rules), **columns)
        for request in requests:
            sent = request_bytes(*request)
            answers = await town.answers(sent)
            assert answers["protocol"] == answers["asgi"] == answers["quart"], (sent, answers)
            wanted = await shown(app, changed, request, NOON + timedelta(hours=hours))
            assert status_and_location(answers["quart"]) == wanted, sent
            seen.add(wanted[0])

    @settings(max_examples=100, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    @given(RULES, COLUMNS, st.lists(REQUESTS, min_size=2, max_size=4), st.sampled_from([-5, 0, 2, 4, 7]))
    def agree(rules: list[dict[str, Any]], columns: dict[str, Any], requests: list[Any], hours: int) -> None:
        asyncio.run_coroutine_threadsafe(check(rules, columns, requests, hours), loop).result()

    await asyncio.to_thread(agree)
    assert {200, 302, 307, 404} <= seen


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_what_is_not_everybodys_is_never_permanent_or_cached(
    app: Quart, town: Ways, sari: Account, status: int
) -> None:
    link = await Link.shorten(sari, url=OWN, slug="kopi", redirect_status=status)
    get = request_bytes("GET", "", "", {"User-Agent": IPHONE})
    plain = (await town.answers(get))["protocol"]
    assert status_and_location(plain) == (status, OWN)
    assert b"\r\nvary:" not in plain
    temporary = {301: 302, 308: 307}.get(status, status)
    for columns in (
        {"rules": rules_column(parse_rules([{"to": [{"url": HERE}]}]))},
        {"rules": None, "ios_url": HERE},
        {"ios_url": "", "next_url": HERE, "next_url_at": NOON + timedelta(days=9)},
    ):
        await change(app, link, **columns)
        answers = await town.answers(get)
        assert answers["protocol"] == answers["asgi"] == answers["quart"]
        assert status_and_location(answers["quart"])[0] == temporary, columns
        assert b"\r\ncache-control: private, no-store\r\n" in answers["quart"]
        assert (b"\r\nvary: *\r\n" in answers["quart"]) == ("next_url" not in columns)


async def test_links_with_rules_are_answered_before_hypercorn(app: Quart, town: Ways, sari: Account) -> None:
    rules = [{"when": [{"kind": "device", "values": ["phone"]}], "to": [{"url": HERE}]}]
    await Link.shorten(sari, url=OWN, slug="kopi", rules=rules, append_path=True)
    await app.extensions["redirects"].lookup.wait_until_current()
    await app.extensions["redirects"].lookup.find(name_key("kopi"))
    for path in ("", "/more"):
        before = town.connections.answered
        reader, writer = await asyncio.open_connection("127.0.0.1", town.ports["protocol"])
        writer.write(f"GET /kopi{path} HTTP/1.1\r\nHost: kliqs.test\r\nUser-Agent: {IPHONE}\r\n\r\n".encode())
        answer = await reader.readuntil(b"\r\n\r\n")
        writer.close()
        assert status_and_location(answer) == (302, HERE.removesuffix("/") + (path or "/"))
        assert town.connections.answered == before + 1


async def test_before_it_opens_a_link_says_when_and_leads_nowhere(
    visitor: Browser, app: Quart, sari: Account, moved: Clock
) -> None:
    moved.to(NOON)
    opens = NOON + timedelta(hours=30)
    await Link.shorten(sari, url=OWN, slug="kopi", opens_at=opens, password="rahasia", click_limit=1)
    for language, words in (("id", ("belum dibuka", "30 Nov 2026, 01.00 WIB")), ("en", ("not open yet", "01:00 WIB"))):
        page = await visitor.get("/kopi?a=1", headers={"Accept-Language": language})
        html = await page.get_data(as_text=True)
        assert page.status_code == 200
        assert all(word in html for word in words)
        assert 'data-opens-in="108001"' in html
        assert 'href="/kopi?a=1"' in html
        assert "own.example" not in html
        assert page.headers["Cache-Control"] == "private, no-store"
        assert "opening" in page.headers["Content-Security-Policy"]
    assert (await visitor.post("/kopi", form={"password": "rahasia"})).status_code == 200
    assert (await visitor.get("/kopi+")).status_code == 200
    assert await taken_in(app) == 0
    moved.to(opens)
    assert "rahasia" not in await (await visitor.get("/kopi")).get_data(as_text=True)
    answer = await visitor.post("/kopi", form={"password": "rahasia"})
    assert (answer.status_code, answer.headers["Location"]) == (303, OWN)


async def test_after_its_end_a_link_leads_to_its_fallback_uncounted(
    visitor: Browser, app: Quart, sari: Account, moved: Clock
) -> None:
    moved.to(NOON)
    over = "https://over.example/x?y=1"
    ending = await Link.shorten(sari, url=OWN, slug="ending", fallback_url=over, expires_at=NOON + timedelta(hours=1))
    limited = await Link.shorten(sari, url=OWN, slug="limited", fallback_url=over, click_limit=1, redirect_status=301)
    for slug in ("ending", "limited"):
        assert (await visitor.get(f"/{slug}")).headers["Location"] == OWN
    moved.to(NOON + timedelta(hours=1))
    for slug in ("ending", "limited"):
        for answer in (await visitor.get(f"/{slug}?a=2"), await visitor.head(f"/{slug}?a=2")):
            assert (answer.status_code, answer.headers["Location"]) == (302, "https://over.example/x?y=1&a=2")
        assert (await visitor.post(f"/{slug}")).status_code == 303
    assert await taken_in(app) == 2
    assert [(await Link.get(id=link.id)).followed for link in (ending, limited)] == [1, 1]
    await Link.filter(id=ending.id).update(paused_at=NOON)
    assert (await visitor.get("/ending")).status_code == 410


async def test_rules_lead_through_passwords_click_limits_and_qr_codes(
    visitor: Browser, app: Quart, sari: Account
) -> None:
    rules: list[dict[str, Any]] = [
        {"when": [{"kind": "visitor", "value": "scans"}], "to": [{"url": "https://scan.example/"}]},
        {"when": [{"kind": "browser", "values": ["Firefox"]}], "to": [{"url": HERE}]},
    ]
    await Link.shorten(sari, url=OWN, slug="locked", rules=rules, password="rahasia", append_path=True)
    page = await visitor.get("/locked/more")
    assert page.status_code == 200
    assert "rule.example" not in await page.get_data(as_text=True)
    wrong = await visitor.post("/locked/more", form={"password": "falsch"})
    assert wrong.status_code == 422
    answer = await visitor.post("/locked/more?qr=", form={"password": "rahasia"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "https://scan.example/more")
    foreign = await visitor.post("/locked/more", form={"password": "rahasia"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403
    limited = await Link.shorten(sari, url=OWN, slug="limited", rules=rules, click_limit=2, redirect_status=308)
    assert (await visitor.get("/limited")).headers["Location"] == HERE
    scan = await visitor.get("/limited?qr")
    assert (scan.status_code, scan.headers["Location"]) == (307, "https://scan.example/")
    assert (await visitor.get("/limited")).status_code == 410
    assert (await Link.get(id=limited.id)).admitted == 2
    assert await taken_in(app) == 3


async def test_an_app_without_the_web_gets_a_page_with_both_ways(visitor: Browser, app: Quart, sari: Account) -> None:
    await Link.shorten(
        sari, url=OWN, slug="kopi", title="Kopi <b>", ios_url="myapp://p/1", android_url="myapp://p/2", append_path=True
    )
    ios = await visitor.get("/kopi?a=1", headers={"User-Agent": IPHONE})
    html = await ios.get_data(as_text=True)
    assert ios.status_code == 200
    assert 'href="myapp://p/1?a=1"' in html
    assert 'href="https://own.example/base?k=1&amp;a=1#f"' in html
    assert "Kopi &lt;b&gt;" in html
    assert "<script" not in html
    assert "refresh" not in html.lower()
    android = await (await visitor.get("/kopi/x", headers={"User-Agent": ANDROID})).get_data(as_text=True)
    assert 'href="intent://p/2/x#Intent;scheme=myapp;S.browser_fallback_url=https%3A%2F%2Fown.example' in android
    assert (await visitor.get("/kopi", headers={"User-Agent": MAC})).headers["Location"] == OWN
    assert await taken_in(app) == 3


async def test_the_preview_shows_where_this_visitor_would_be_led(visitor: Browser, app: Quart, sari: Account) -> None:
    rules = [{"when": [{"kind": "system", "values": ["iOS"]}], "to": [{"url": HERE}]}]
    await Link.shorten(sari, url=OWN, slug="kopi", rules=rules)
    ios = await (await visitor.get("/kopi+", headers={"User-Agent": IPHONE})).get_data(as_text=True)
    other = await (await visitor.get("/kopi+", headers={"User-Agent": MAC})).get_data(as_text=True)
    assert "rule.example" in ios
    assert "own.example" in other
    assert "data-depends" in ios
    assert await taken_in(app) == 0


@pytest.mark.parametrize("path", ["/x", "/event-1.ics", "/tip-1/5", "/card-1.png", "/subscribe-1", "/x/y/"])
async def test_a_further_path_is_added_only_where_the_link_wants_it(
    visitor: Browser, app: Quart, sari: Account, path: str
) -> None:
    await Link.shorten(sari, url="https://own.example", slug="adds", append_path=True)
    await Link.shorten(sari, url="https://own.example", slug="plain")
    assert (await visitor.get(f"/adds{path}")).headers["Location"] == f"https://own.example{path}"
    assert (await visitor.get(f"/plain{path}")).status_code == 404
    assert (await visitor.get(f"/nobody{path}")).status_code == 404
    assert (await visitor.post(f"/adds{path}")).status_code == 405
