"""Fills a database with many rows in a few statements, to measure lists and to explain what they ask.

One row of each kind is made the way the product makes it; SQL then copies it, with other values in some columns.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from tortoise.models import Model

from app.accounts.models import Account
from app.audience.models import Subscriber
from app.gateway.key_terms.sub_keys import NewSubKey, make_sub_key
from app.gateway.metering.balance import MICRO, PURCHASE, AiLedgerEntry
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.gateway.videos.video import AiVideo
from app.kernel import clock, db
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.keys.scopes import AI
from app.links.models import Link
from app.links.tag import Tag
from app.names.models import Name
from app.pages.content import Content
from app.pages.models import Page
from app.qr.models import QrCode
from tests.gateway.screens.usage_rows import request_of, used_on
from tests.keys.callers import past_request

SERIES = {
    "sqlite": "(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s LIMIT {count}) SELECT n FROM s)",
    "postgres": "(SELECT generate_series(1, {count}) AS n)",
}
UUID_OF = {
    "sqlite": "printf('{head}-%04x-4000-8000-%012x', {n} % 65536, {n})",
    "postgres": "('{head}-' || lpad(to_hex({n} % 65536), 4, '0') || '-4000-8000-' || lpad(to_hex({n}), 12, '0'))::uuid",
}
EARLIER = {
    "sqlite": "datetime('{now}', '-' || ({n}) || ' seconds') || '+00:00'",
    "postgres": "'{now}'::timestamptz - make_interval(secs => {n})",
}
DAY_OF = {"sqlite": "date('{now}', '-' || ({n}) || ' days')", "postgres": "('{now}'::date - ({n})::int)"}
INSERT = "INSERT INTO {table} ({columns}) SELECT {values} FROM {table} CROSS JOIN {series} AS numbers WHERE {key} = $1"
TAG = "INSERT INTO link_tags (link_id, tag_id) SELECT {link}, {tag} FROM {series} AS numbers"
HEADS = {
    "links": "a0000000",
    "qr_codes": "b0000000",
    "pages": "c0000000",
    "subscribers": "d0000000",
    "api_requests": "f0000000",
    "ai_requests": "90000000",
    "ai_videos": "80000000",
    "sub_keys": "70000000",
}


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many rows an account gets: links, half as many names of deleted ones, and so on in proportion."""

    links: int
    others: int = 300  # codes, subscribers, keys, their requests, tags, links of pages and of posts
    pages: int = 50  # the most that a plan has


async def fill_account(account: Account, dialect: str, sizes: Sizes, salt: int = 0) -> None:
    """Gives an account its rows. Of ten links, one is archived and one deleted; two of three were never followed.

    Half of the codes are of one link, and all subscribers of one page, whose slug is `rak-<salt>`.

    All links are of the same second by hundreds, as a batch makes them. `salt` keeps the ids and names of several
    accounts apart: it is a number below 16.
    """
    filling = _Filling(account, dialect, salt)
    link = await Link.shorten(account, url="https://example.com/sepatu", title="Sepatu lari")
    await filling.links(link, sizes.links)
    page = await Page.make(account, f"rak-{salt}", Content.of({}))
    await filling.others(link, page, sizes)
    await filling.tags(sizes)
    await Account.filter(id=account.id).update(links_used=sizes.links + 1)
    await account.refresh_from_db()


async def analyze() -> None:
    """Lets the database count its rows, as its own upkeep does after a while."""
    for store in {db.MAIN, db.visits_connection()}:
        await db.query_rows("VACUUM ANALYZE" if db.visits_connection() == db.MAIN else "ANALYZE", [], on=store)


class _Filling:
    def __init__(self, account: Account, dialect: str, salt: int) -> None:
        self.account, self.dialect, self.salt = account, dialect, salt
        self.now = f"{clock.now():%Y-%m-%d %H:%M:%S}"

    def id(self, table: str, n: str = "n") -> str:
        return UUID_OF[self.dialect].format(head=f"{HEADS[table][:-1]}{self.salt:x}", n=n)

    def earlier(self, seconds: str) -> str:
        return EARLIER[self.dialect].format(now=self.now, n=seconds)

    def series(self, count: int) -> str:
        return SERIES[self.dialect].format(count=count)

    async def copy(self, row: Model, count: int, **values: str) -> None:
        """Inserts `count` copies of a row, with these SQL expressions of `n` (from 1) instead of its own values."""
        meta, key = row._meta, row._meta.db_pk_column
        generated = meta.pk.generated and key not in values
        columns = [column for column in meta.fields_db_projection.values() if not (generated and column == key)]
        sql = INSERT.format(
            table=meta.db_table,
            key=key,
            columns=", ".join(f'"{column}"' for column in columns),
            values=", ".join(values.get(column, f'"{column}"') for column in columns),
            series=self.series(count),
        )
        await db.query_rows(sql, [str(row.pk) if isinstance(row.pk, UUID) else row.pk])

    async def links(self, link: Link, count: int) -> None:
        code, ended = f"'go-{self.salt}-' || n", self.earlier("n")
        await self.copy(
            link,
            count,
            id=self.id("links"),
            short_code=code,
            destination_url="'https://example.com/' || n",
            title="'Sepatu ' || n",
            search="'sepatu ' || n || ' https://example.com/' || n",
            followed="CASE WHEN n % 3 = 0 THEN n % 1000 ELSE 0 END",
            last_followed_at=f"CASE WHEN n % 3 = 0 THEN {self.earlier('n % 5000')} END",
            created_at=self.earlier("n / 100"),
            archived_at=f"CASE WHEN n % 10 = 1 THEN {ended} END",
            deleted_at=f"CASE WHEN n % 10 = 2 THEN {ended} END",
            expires_at=f"CASE WHEN n % 50 = 3 THEN {ended} END",
            paused_at=f"CASE WHEN n % 50 = 4 THEN {ended} END",
        )
        name = await Name.get(link_id=link.id)
        await self.copy(name, count, folded=code, shown=code, link_id=self.id("links"))

    async def others(self, link: Link, page: Page, sizes: Sizes) -> None:
        count = sizes.others
        code = await QrCode.create(
            id=uuid4(), account_id=self.account.id, link_id=link.id, created_at=clock.now(), updated_at=clock.now()
        )
        a_link = self.id("links", f"(n % {sizes.links} + 1)")
        owner = f'CASE WHEN n % 2 = 0 THEN {a_link} ELSE "link_id" END'
        code_values = {"id": self.id("qr_codes"), "link_id": owner, "mark": f"'m{self.salt:x}' || n"}
        await self.copy(code, count, created_at=self.earlier("n"), **code_values)
        shelf = f"'rak-{self.salt}-' || n"
        await self.copy(page, sizes.pages, id=self.id("pages"), slug=shelf, created_at=self.earlier("n"))
        tracked = {"page_id": self.id("pages", "(n % 3 + 1)"), "page_block": "'b' || n", "search": "NULL"}
        head = self.id("links").replace(HEADS["links"][:-1], "e000000")
        await self.copy(
            link, count, id=head, short_code=f"'t-{self.salt}-' || n", created_at=self.earlier("n"), **tracked
        )
        await self.links_of_posts(link, count)
        subscriber = await Subscriber.create(
            id=uuid4(),
            account_id=self.account.id,
            page_id=page.id,
            email="a@example.com",
            consent="Ya",
            language="id",
            token_digest=f"t{self.salt}",
            created_at=clock.now(),
        )
        written = {"email": "'a' || n || '@example.com'", "token_digest": f"'t{self.salt}-' || n"}
        await self.copy(subscriber, count, id=self.id("subscribers"), created_at=self.earlier("n"), **written)
        key, _ = await ApiKey.issue(self.account, f"key {self.salt}")
        revoked = {"digest": f"'d{self.salt}-' || n", "revoked_at": self.earlier("n")}
        await self.copy(key, count, id=self.id("links"), created_at=self.earlier("n"), **revoked)
        request = await past_request(key)
        answered = {"request_id": f"'r{self.salt}-' || n", "status": "CASE WHEN n % 50 = 0 THEN 404 ELSE 200 END"}
        await self.copy(request, count, id=self.id("api_requests"), created_at=self.earlier("n"), **answered)
        await self.models(key, count)

    async def models(self, key: ApiKey, count: int) -> None:
        """Requests to AI models, each with a film; what they cost on days long past; and sub-keys that have ended."""
        request = await request_of(self.account, key, model="small-1")
        request_id, at = f"'air_{self.salt}_' || n", self.earlier("n")
        values = {"request_id": request_id, "end_user": "'u' || (n % 1000)", "created_at": at, "alive_at": at}
        values["status"] = "CASE WHEN n % 50 = 0 THEN 500 ELSE 200 END"
        await self.copy(request, count, id=self.id("ai_requests"), **values)
        film = await AiVideo.create(
            id=uuid4(), account=self.account, key=key, request=request, model="small-1", created_at=clock.now()
        )
        values = {"id": self.id("ai_videos"), "request_id": self.id("ai_requests")}
        await self.copy(film, count, created_at=self.earlier("n"), **values)
        used = await used_on(self.account, clock.now().date(), 7, key_id=str(key.id))
        day = DAY_OF[self.dialect].format(now=self.now, n="n / 10")
        await self.copy(used, count, day=day, model="'m' || (n % 10)")
        entry = await AiLedgerEntry.create(
            account=self.account, kind=PURCHASE, amount=MICRO, cause=f"order:{self.salt}", created_at=clock.now()
        )
        await self.copy(entry, count, cause=f"'order:{self.salt}-' || n", created_at=self.earlier("n * 7200"))
        parent, _ = await ApiKey.issue(self.account, f"models {self.salt}", terms=KeyTerms(AI))
        sub_key, _ = await make_sub_key(parent, NewSubKey("Toko"))
        ended = {"digest": f"'s{self.salt}-' || n", "created_at": self.earlier("n"), "revoked_at": self.earlier("n")}
        await self.copy(sub_key, count, id=self.id("sub_keys"), **ended)
        await self.copy(await AiKeyTerms.get(key_id=sub_key.id), count, key_id=self.id("sub_keys"))

    async def links_of_posts(self, link: Link, count: int) -> None:
        """Links that belong to variants of posts, ten to each; no list and no count of links has them."""
        head = self.id("links").replace(HEADS["links"][:-1], "f000000")
        values = {
            "id": head,
            "short_code": f"'p-{self.salt}-' || n",
            "destination_url": "'https://example.com/p/' || n",
            "post_variant_id": self.id("pages", "(n / 10 + 1)"),
            "search": "NULL",
            "created_at": self.earlier("n"),
        }
        await self.copy(link, count, **values)

    async def tags(self, sizes: Sizes) -> None:
        tag = await Tag.create(account=self.account, name="promo", folded="promo")
        await self.copy(tag, sizes.others, name="'tag ' || n", folded="'tag ' || n")
        every_link = {"link": self.id("links"), "tag": f"{tag.id + 1} + n % {sizes.others}"}
        one_in_five = {"link": self.id("links", "n * 5"), "tag": tag.id}
        await db.query_rows(TAG.format(**every_link, series=self.series(sizes.links)), [])
        await db.query_rows(TAG.format(**one_in_five, series=self.series(sizes.links // 5)), [])
