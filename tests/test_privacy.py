"""Nobody who follows a link can be found again: marked visitors, looked for wherever anything could be kept or told."""

import asyncio
import http.client
import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from quart import Quart

from app.accounts.models import Account
from app.analytics.share import Share
from app.kernel import db
from app.links.models import Link
from app.pages.models import Page
from app.pages.public.rendering import PLAYER_KINDS
from app.visits.recording.salt import Salts
from tests import world
from tests.client import FIREFOX, Browser, taken_in
from tests.conftest import ORIGIN, SECRET, Clock
from tests.databases import ON_BOTH, ON_ONE, Template
from tests.documents import Document
from tests.journeys import waiting
from tests.pages.gallery import rich
from tests.screens import HOME, Reader
from tests.serving import Server, environment, serving, start
from tests.waiting import wait_until

STATIC = Path(__file__).parent.parent / "static"
PASSWORD, METRICS = "kopi-pagi", "metrics-for-the-tests"
PEER, PROXIED, PROXIED_6 = "127.83.19.57", "36.66.113.187", "2001:67c:2e8:22:dad0:beef:7261:5512"
AGENT = "zzagent7261"
PERSON = f"Mozilla/5.0 (Linux; Android 14; {AGENT}) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36"
AGENTS = (PERSON, f"{AGENT}-bot/1.0 (+https://bot.example/)", "WhatsApp/2.23 " + AGENT)
UNTIL_TAKEN_IN = (AGENT, "zzlanguage902")  # an unparsed visit is parsed by what writes it into the database
NEVER = ("zzpath5512", "zzreferred8813", "zzuser4410", "zzname3381", "zzvalue4417", "zzcookie6620", "zzguess1147")
REFERRERS = (
    "https://ref.example/zzpath5512?q=zzreferred8813#zzpath5512",
    "https://zzuser4410:zzpath5512@ref.example/",
    "https://ref.example:8443/zzpath5512/@zzuser4410",
    "//zzpath5512",
    "zzpath5512",
)
QUERY = urlencode({"utm_source": "kept-source", **dict.fromkeys(("zzname3381", "gclid", "qr"), "zzvalue4417")})


def spellings(address: str) -> list[bytes]:
    """An address as it may stand somewhere: as text, as digits, as bytes; of IPv6 the network of a home too."""
    ip = ipaddress.ip_address(address)
    texts = {address, ip.exploded, ip.compressed, f"{int(ip):x}", str(int(ip))}
    if ip.version == 4:
        return [text.encode() for text in texts]
    home = ":".join(address.split(":")[:4])
    return [*(text.encode() for text in (*texts, home)), ip.packed, ip.packed[:8]]


WHO = [spelling for address in (PEER, PROXIED, PROXIED_6) for spelling in spellings(address)]


def contained_marks(text: str | bytes, marks: tuple[str, ...]) -> list[str]:
    """The addresses and the other marks that stand in something."""
    raw = text.encode() if isinstance(text, str) else text
    lower = raw.lower()
    return [mark for mark in marks if mark.encode() in lower] + [str(one) for one in WHO if one in raw or one in lower]


@dataclass
class Kept:
    """Everything that is kept: files below a directory (logs, journals, databases), and PostgreSQL's tables."""

    url: str
    directory: Path

    async def everything(self) -> dict[str, bytes]:
        files = await asyncio.to_thread(
            lambda: {
                str(path.relative_to(self.directory)): path.read_bytes()
                for path in self.directory.rglob("*")
                if path.is_file() and path.suffix != ".mmdb"
            }
        )
        return files | {name: text.encode() for name, text in (await self._tables()).items()}

    async def _tables(self) -> dict[str, str]:
        if self.url.startswith("sqlite"):
            return {}
        async with db.database_open(self.url):
            names = await db.query_rows(
                "SELECT CAST(c.oid::regclass AS text) AS name FROM pg_class c JOIN pg_namespace n "
                "ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm', 'p') "
                "AND n.nspname NOT IN ('pg_catalog', 'information_schema')",
                [],
            )
            return {
                row["name"]: "\n".join(
                    [
                        one["line"]
                        for one in await db.query_rows(f"SELECT CAST(t AS text) AS line FROM {row['name']} AS t", [])  # noqa: S608
                    ]
                )
                for row in names
            }

    async def with_marks(self, marks: tuple[str, ...]) -> dict[str, list[str]]:
        """Where any of them stands, and which."""
        return {
            name: marked
            for name, content in (await self.everything()).items()
            if (marked := contained_marks(content, marks))
        }

    async def know(self, text: str) -> bool:
        return any(text.encode() in content for content in (await self.everything()).values())


@dataclass
class Passers:
    """Marked visitors at every door of a server; `heads` are the headers they were answered with."""

    server: Server
    heads: list[str] = field(default_factory=list)

    def pass_by(self) -> int:
        """Everybody goes everywhere; returns how many visits that makes."""
        count = 0
        for number, agent in enumerate((*AGENTS, PERSON, PERSON)):
            for headers in (
                {},
                {"X-Forwarded-For": PROXIED},
                {"X-Forwarded-For": f"{PROXIED}, {PROXIED_6}"},
                {"X-Forwarded-For": f"{PROXIED}:443", "Forwarded": f"for={PROXIED}", "X-Real-IP": PROXIED},
            ):
                headers_sent = headers | {
                    "User-Agent": agent,
                    "Referer": REFERRERS[number],
                    "Accept-Language": "id-zzlanguage902",
                    "Cookie": "session=zzcookie6620",
                }
                for path, more in (("/promo", {}), ("/promo", {"Connection": "close"}), ("/%70romo", {})):
                    count += self._ask("GET", f"{path}?{QUERY}", headers_sent | more) == 302
                count += self._unlock(PASSWORD, headers_sent) == 303
        self._where_nothing_counts(headers_sent)
        return count

    def _where_nothing_counts(self, headers_sent: dict[str, str]) -> None:
        assert self._unlock("zzguess1147", headers_sent) == 422
        for path in (
            "/locked",
            "/nobody-has-this",
            "/promo+",
            "/",
            "/stats/nothing",
            "/login",
            "/docs/",
            "/%00",
            "/%zz",
            "/dashboard/links/",
            "/metrics",
        ):
            assert self._ask("GET", f"{path}?{QUERY}", headers_sent) < 500
        assert self._ask("GET", f"/api/v1/links?{QUERY}", headers_sent | {"Authorization": "Bearer zzguess1147"}) == 401
        form = {"Origin": self.server.url, "Content-Type": "application/x-www-form-urlencoded"}
        assert self._ask("POST", "/login", headers_sent | form, "email=dewi%40example.com&password=zzguess1147") == 422
        self._round_a_page(headers_sent, headers_sent | form)

    def _round_a_page(self, headers_sent: dict[str, str], form: dict[str, str]) -> None:
        """A bio page with all it leads to; a robot that fills in the trap, and a report of a page there is not."""
        for path in (
            "/rumah",
            "/rumah/event-meet.ics",
            "/rumah/contact-card.vcf",
            "/rumah/subscribe-news",
            "/rumah/card-0.png",
            "/report?page=rumah",
            "/start",
            "/robots.txt",
            "/sitemap.xml",
        ):
            assert self._ask("GET", f"{path}{'&' if '?' in path else '?'}{QUERY}", headers_sent) < 500
        trapped = "email=zzguess1147%40example.com&agreed=on&website=zzguess1147"
        assert self._ask("POST", "/rumah/subscribe-news", form, trapped) < 500
        assert self._ask("POST", "/report", form, "page=nobody-has-this&reason=spam&words=zzguess1147") < 500
        assert self._ask("GET", f"/promo?{QUERY}", headers_sent | {"Host": "zzguess1147.example"}) == 400
        assert self._ask("GET", "/promo", headers_sent | {"Content-Length": "zzguess1147"}) == 400

    def _unlock(self, password: str, headers_sent: dict[str, str]) -> int:
        form = {"Origin": self.server.url, "Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", f"/locked?{QUERY}", headers_sent | form, urlencode({"password": password}))

    def _ask(self, method: str, path: str, headers: dict[str, str], body: str | None = None) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20, source_address=(PEER, 0))
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        self.heads.append(str(answer.headers).lower())
        return answer.status


@pytest.fixture
async def env(template: Template, tmp_path: Path) -> dict[str, str]:
    return environment(
        tmp_path / "data",
        await template.fresh(tmp_path),
        KLIQS_SECRET_KEY=SECRET,
        KLIQS_TRUSTED_HOPS="1",
        KLIQS_METRICS_TOKEN=METRICS,
    )


@pytest.fixture
async def key(env: dict[str, str]) -> str:
    """The key of an account with the links `promo` and `locked`."""
    async with db.database_open(env["KLIQS_DATABASE_URL"]):
        dewi = await world.dewi()
        await world.shorten(dewi, "promo")
        await Link.shorten(dewi, url=world.DESTINATION, slug="locked", password=PASSWORD)
        await bio_page(await world.budi())
        return await world.key_of(dewi)


async def bio_page(account: Account) -> Page:
    """A page that is live, with all kinds of blocks that need no picture and play nothing."""
    ids = {"event": "meet", "contact": "card", "form": "news"}
    plain = [
        replace(block, id=ids.get(block.kind, block.id), thumbnail="")
        for block in rich().blocks
        if not block.pictures - {block.thumbnail} and block.kind not in PLAYER_KINDS
    ]
    page = await Page.make(account, "rumah", replace(rich(), avatar="", blocks=tuple(plain)))
    await page.publish(account)
    return page


async def rename(url: str, table: str, name: str) -> None:
    """While `visits` is not there nothing is taken in."""
    async with db.database_open(url):
        await db.query_rows(f"ALTER TABLE {table} RENAME TO {name}", [], on=db.visits_connection())


@ON_BOTH
async def test_no_address_is_ever_kept_and_of_the_rest_only_what_is_said(
    env: dict[str, str], key: str, tmp_path: Path
) -> None:
    url = env["KLIQS_DATABASE_URL"]
    kept = Kept(url, tmp_path)
    with serving(env) as server:
        await rename(url, "visits", "away")
        passers, log = Passers(server), tmp_path / f"server-{server.port}.log"
        count = await asyncio.to_thread(passers.pass_by)
        await asyncio.to_thread(wait_until, lambda: b"visits_not_taken_in" in log.read_bytes())
        journals = {name for name in await kept.everything() if name.startswith("data/journal/")}
        assert (await kept.with_marks(NEVER)) == {}
        assert {*(await kept.with_marks(UNTIL_TAKEN_IN))} <= journals
        assert await kept.know(AGENT), "a mark that is there is found"

        await rename(url, "away", "visits")
        await asyncio.to_thread(wait_until, lambda: not waiting(server))
        assert await kept.with_marks((*NEVER, *UNTIL_TAKEN_IN)) == {}
        assert await kept.know("ref.example") and await kept.know("kept-source")
        assert "set-cookie" not in "".join(passers.heads)
        figures = await asyncio.to_thread(lambda: dict(shown(server, key)))
        assert {
            name: marked
            for name, text in figures.items()
            if (marked := contained_marks(text, (*NEVER, *UNTIL_TAKEN_IN)))
        } == {}
        assert figures["visits.csv"].count("kept-source") == figures["visits.csv"].count("\n") - 1 == count * 3 // 5
        assert server.stop() == 0
    assert await kept.with_marks((*NEVER, *UNTIL_TAKEN_IN)) == {}


def shown(server: Server, key: str) -> Iterator[tuple[str, str]]:
    """Everything that the owner of the links, the operator and a stranger can read, by name."""
    reader = Reader(server, "dewi@example.com", world.PASSWORD)
    for who in ("human", "bot", "preview", "check"):
        for table in ("referrer", "utm_source", "browser", "language") if who == "human" else ("browser",):
            yield f"page {who} {table}", reader.get(f"{HOME}/", ("who", who), ("more", table))
        for file in ("export.csv", "export.json", "visits.csv"):
            yield file if who == "human" else f"{file} {who}", reader.get(f"{HOME}/{file}", ("who", who))
    yield "links", reader.get("/dashboard/links/")
    yield "settings", reader.get("/dashboard/settings/security")
    shared = re.search(r"/stats/[\w-]+", reader.post(f"{HOME}/share"))
    assert shared
    yield "shared", Reader(server).get(shared[0])
    dimensions = [("by", name) for name in ("referrer", "utm_source", "browser", "system", "device", "language")]
    for who in ("people", "bots", "previews", "checks"):
        for path in ("/links", "/visits", f"/statistics?{urlencode(dimensions)}"):
            url = f"{path}{'&' if '?' in path else '?'}who={who}"
            status, answer = server.api("GET", url, key)
            assert status == 200
            yield f"api {url}", str(answer)
    for path in ("/readyz", "/metrics"):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        connection.request("GET", path, headers={"Authorization": f"Bearer {METRICS}"})
        yield path, connection.getresponse().read().decode()
        connection.close()


async def left_salts() -> dict[int, str]:
    return {
        row["day"]: row["salt"]
        for row in await db.query_rows("SELECT day, salt FROM salts", [], on=db.visits_connection())
    }


async def hashes() -> list[int]:
    """What is kept of visitors, in the order of their visits."""
    return [
        row["visitor"]
        for row in await db.query_rows("SELECT visitor FROM visits ORDER BY id", [], on=db.visits_connection())
    ]


async def test_the_salt_of_a_day_that_is_over_is_nowhere(database: str, moved: Clock, tmp_path: Path) -> None:
    moved.to(datetime(2026, 11, 10, 23, 59, tzinfo=UTC))
    salts, kept = Salts(), Kept("sqlite", tmp_path)
    await salts.load()
    old, new = (salt for _, salt in sorted(salts.by_day.items()))
    assert {*(await left_salts()).values()} == {old.hex(), new.hex()}
    assert await kept.know(old.hex()) is database.startswith("sqlite")

    moved.on(timedelta(minutes=1, seconds=1))
    await salts.load()
    assert [*salts.by_day.values()] == [new]
    assert [*(await left_salts()).values()] == [new.hex()]
    assert not await kept.know(old.hex()), "neither in a free page nor in the write-ahead log"


async def test_processes_share_the_salt_of_a_day_whoever_is_first(database: str, moved: Clock) -> None:
    first, second, third = Salts(), Salts(), Salts()
    await asyncio.gather(first.load(), second.load())
    moved.on(timedelta(hours=1) if moved.now.hour < 22 else timedelta())
    await third.load()
    at = int(moved.now.timestamp() * 1000)
    who = {salts.visitor(at, PROXIED, PERSON, "id") for salts in (first, second, third)}
    assert len(who) == 1
    assert {
        first.visitor(at, *other) for other in ((PEER, PERSON, "id"), (PROXIED, FIREFOX, "id"), (PROXIED, PERSON, "en"))
    }.isdisjoint(who)


async def test_a_visitor_counts_once_a_day_and_is_somebody_else_the_next(
    app: Quart, visitor: Browser, as_sari: Browser, sari: Account, moved: Clock
) -> None:
    salts: Salts = app.extensions["redirects"].salts
    await world.shorten(sari, "promo")

    async def come(times: int) -> None:
        await salts.load()
        for _ in range(times):
            await visitor.get("/promo", headers={"Accept-Language": "id", "User-Agent": FIREFOX})
        await taken_in(app)

    def guesses(known: dict[int, str]) -> set[int]:
        """What somebody makes of the salts there are who guesses right who came."""
        text = f"\0{FIREFOX}\0id".encode()  # a test client has no address
        return {
            int.from_bytes(blake2b(text, digest_size=8, key=bytes.fromhex(salt)).digest(), "big") >> 1
            for salt in known.values()
        }

    async def counted(day: str) -> int:
        path = f"{HOME}/export.json?period=custom&from={day}&to=2026-11-11"
        body = await (await as_sari.get(path)).get_json()
        return int(body["totals"]["unique_visitors"])

    moved.to(datetime(2026, 11, 10, 16, 30, tzinfo=UTC))  # 23:30 in Jakarta: another day of hers, the same of the salt
    await come(2)
    moved.on(timedelta(hours=1))
    await come(1)
    assert {*await hashes()} <= guesses(await left_salts()), "while the day lasts, its salt tells"
    moved.to(datetime(2026, 11, 11, 1, tzinfo=UTC))
    await come(2)
    monday, monday_too, midnight, tuesday, tuesday_too = await hashes()
    assert monday == monday_too == midnight != tuesday == tuesday_too
    assert monday not in guesses(await left_salts())
    assert tuesday in guesses(await left_salts())
    assert (await counted("2026-11-10"), await counted("2026-11-11")) == (2, 1), "one of each UTC day"


async def test_processes_of_a_server_and_those_that_follow_know_a_visitor_by_one_hash(
    env: dict[str, str], key: str, dialect: str
) -> None:
    """Two at once on PostgreSQL; on either one that is killed, and the next."""
    options = ("--processes", "2") if dialect == "postgres" else ()
    day = datetime.now(UTC).date()
    server = start(env, None, *options)
    try:
        await asyncio.to_thread(come_to_all, server, 2 if options else 1)
        server.kill()
        server = start(env, server.port, *options)
        assert await asyncio.to_thread(come, server) == 302
        await asyncio.to_thread(wait_until, lambda: not waiting(server))
    finally:
        assert server.stop() == 0
    async with db.database_open(env["KLIQS_DATABASE_URL"]):
        nodes = await db.query_rows("SELECT DISTINCT id % 1024 AS node FROM visits", [], on=db.visits_connection())
        assert len(nodes) == (2 if options else 1)
        assert len({*await hashes()}) == 1 + (datetime.now(UTC).date() != day)


def come_to_all(server: Server, processes: int) -> None:
    """Comes again, each time anew, until every process has noted a visit in its journal."""
    folders = Path(server.env["KLIQS_DATA_DIR"]) / "journal"

    def come_and_look() -> bool:
        assert come(server) == 302
        noted = [
            max(((file.stat().st_size, int(file.stem) - 1) for file in folder.glob("*.jsonl")), default=(0, 0)) > (0, 0)
            for folder in folders.iterdir()
        ]
        return sum(noted) >= processes

    wait_until(come_and_look)  # one may begin to listen well after the other


def come(server: Server) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", "/promo", headers={"User-Agent": PERSON, "X-Forwarded-For": PROXIED})
    status = connection.getresponse().status
    connection.close()
    return status


def loaded(page: str) -> list[str]:
    """What a page makes a browser fetch, or sends a form to."""
    addresses = []
    for element in Document(page).elements:
        attributes = element.attributes
        names = {"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest"}
        named = element.tag == "link" and attributes.get("rel") in {"me", "canonical", "alternate"}  # said, not fetched
        names |= {"href"} if element.tag in {"link", "use", "image", "base"} and not named else set()
        addresses += [attributes[name].split()[0] for name in names & attributes.keys() if attributes[name]]
        assert not {"style", "http-equiv", "onload", "onerror"} & attributes.keys()
    return addresses


@pytest.fixture
async def doors(app: Quart, dewi: Account, budi: Account) -> list[str]:
    """Every page a stranger can come to, by its address."""
    await bio_page(budi)
    over, links = datetime(2026, 1, 1, tzinfo=UTC), {}
    for slug in ("promo", "limited", "locked", "paused", "blocked", "expired"):
        links[slug] = await Link.shorten(
            dewi,
            url=world.DESTINATION,
            slug=slug,
            click_limit=1 if slug == "limited" else None,
            password=PASSWORD if slug == "locked" else None,
        )
    await Link.filter(id=links["limited"].id).update(admitted=1)
    await Link.filter(id=links["blocked"].id).update(blocked_at=over)
    await Link.filter(id=links["expired"].id).update(expires_at=over)
    await links["paused"].pause()
    share = await Share.begin(dewi, f"link:{links['promo'].id}", link=links["promo"])
    everything = sorted(
        {rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and "<" not in rule.rule}
    )
    return [
        *everything,
        "/promo",
        "/PROMO/",
        "/%70romo",
        "/promo+",
        "/@promo",
        "/locked",
        "/locked+",
        "/limited",
        "/rumah",
        "/@rumah",
        "/rumah+",
        "/rumah/event-meet.ics",
        "/rumah/contact-card.vcf",
        "/rumah/subscribe-news",
        "/rumah/tip-tip/25000",
        "/rumah/card-0.png",
        "/report?page=rumah",
        "/audience/nothing",
        "/paused",
        "/blocked",
        "/expired",
        "/nobody-has-this",
        "/%00",
        "/static/css/stats.css",
        "/static/nothing",
        urlsplit(share.address).path,
        f"{urlsplit(share.address).path}?period=7d&lang=en&who=bot",
        "/stats/nothing",
    ]


@ON_ONE
async def test_no_public_page_sets_a_cookie_or_loads_anything_from_elsewhere(
    visitor: Browser, doors: list[str]
) -> None:
    statuses = set()
    for path in doors:
        for method in ("GET", "HEAD"):
            response = await visitor.open(path, method=method)
            statuses.add(response.status_code)
            assert "Set-Cookie" not in response.headers, path
            if response.mimetype == "text/html" and (text := await response.get_data(as_text=True)):
                assert elsewhere(loaded(text)) == [], path
                policy = response.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none'; ") and "http" not in policy.partition("form-action")[0]
    assert {200, 302, 303, 401, 404, 410, 451} <= statuses
    assert not visitor.cookie_jar


@ON_ONE
async def test_opening_a_locked_link_sets_no_cookie_right_or_wrong(visitor: Browser, doors: list[str]) -> None:
    for word, status in (("wrong", 422), (PASSWORD, 303)):
        response = await visitor.post("/locked", form={"password": word})
        assert response.status_code == status
        assert "Set-Cookie" not in response.headers


@ON_ONE
async def test_only_who_asks_for_a_language_outside_of_links_gets_a_cookie_which_says_no_more(
    visitor: Browser, doors: list[str]
) -> None:
    for path in doors:
        mark = "&" if "?" in path else "?"
        response = await visitor.get(f"{path}{mark}lang=en")
        if path.split("/")[1] in {"promo", "locked", "stats", "paused", "nobody-has-this", "@promo", "promo+", "rumah"}:
            assert "Set-Cookie" not in response.headers, path
        for cookie in response.headers.getlist("Set-Cookie"):
            assert cookie.startswith("kliqs_language=en; "), path


def test_style_sheets_load_nothing_from_elsewhere() -> None:
    sheets = [*STATIC.rglob("*.css"), *STATIC.rglob("*.svg")]
    for sheet in sheets:
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
        loaded = re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)|(?:xlink:)?href=['\"]([^'\"]+)", text)
        assert elsewhere([address for found_addresses in loaded for address in found_addresses if address]) == [], (
            sheet.name
        )
    assert len(sheets) > 5


def elsewhere(addresses: list[str]) -> list[str]:
    """Those of other hosts than ours, and what is none."""
    return [one for one in addresses if not urljoin(f"{ORIGIN}/", one).startswith((f"{ORIGIN}/", "data:"))]
