"""The rows of a world beside its visits: accounts, links, names, tags, QR codes and bio pages.

Accounts and links have numbers from 1 on, from which everything of them follows. The database makes the rows itself, by
`INSERT … SELECT` from a series of these numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

import orjson
from tortoise import Tortoise

from app.accounts import document_versions
from app.kernel import db, passwords
from app.links.tag import Tag
from app.names.slug import ALPHABET
from app.pages.models import Page
from app.qr.design import Design
from app.visits.localtime import DAY
from app.visits.visit import key_in_visits
from tests import world
from tests.bench import world_visits
from tests.bench.world_visits import LINKS_PER_ACCOUNT, LINKS_PER_CODE, VisitPlan
from tests.pages.gallery import rich

TAGS, TAGGED = ("Kampanye", "Menu", "Promo", "Undangan", "Katalog", "Acara", "Toko", "Lowongan"), 1_000
PAGE_SLUGS = ("warung-sari", "menu-sari", "acara-sari")
HOSTS = ("www.instagram.com", "shopee.co.id", "www.tokopedia.com", "wa.me", "www.youtube.com", "example.com")
TITLES = ("Promo", "Menu", "Katalog", "Undangan", "Diskon", "Lowongan", "Acara", "Peta", "Resep", "Toko")


class Spelling(NamedTuple):
    """What the two databases write in different ways."""

    series: str
    uuid: str
    moment: str
    json: str


SPELLINGS = {
    "sqlite": Spelling(
        "WITH RECURSIVE series(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM series WHERE n < {last})",
        "printf('%08x-0000-4000-8000-%012x', {key} % 4294967296, {key})",
        "strftime('%Y-%m-%d %H:%M:%S+00:00', {seconds}, 'unixepoch')",
        "{text}",
    ),
    "postgres": Spelling(
        "WITH series AS (SELECT n FROM generate_series(CAST({first} AS BIGINT), {last}) AS n)",
        "CAST(lpad(to_hex({key} % 4294967296), 8, '0') || '-0000-4000-8000-' || lpad(to_hex({key}), 12, '0') AS UUID)",
        "to_timestamp({seconds})",
        "CAST({text} AS JSONB)",
    ),
}


def uuid_of(key: int) -> UUID:
    """Returns the UUID of a visit key of fewer than 48 bits, as `Spelling.uuid` makes it."""
    return UUID(f"{key % 2**32:08x}-0000-4000-8000-{key:012x}")


def link_name(number: int) -> str:
    """Returns the name of a link."""
    letters, rest = "", number * world_visits.NAME_FACTOR % len(ALPHABET) ** world_visits.NAME_DIGITS
    for _ in range(world_visits.NAME_DIGITS):
        rest, letter = divmod(rest, len(ALPHABET))
        letters += ALPHABET[letter]
    return f"2{letters}"  # no reserved word begins with a digit


def current_dialect() -> str:
    """Returns the dialect of the open database, a key of SPELLINGS."""
    return str(Tortoise.get_connection(db.MAIN).capabilities.dialect)


async def _run(statement: str, first: int, last: int, *values: str, **parts: str) -> None:
    """Runs an INSERT with a series of the numbers from `first` to `last`, without a time-out; `values` are those of its
    placeholders.
    """
    spelling = SPELLINGS[current_dialect()]
    async with db.transaction():
        if current_dialect() == "postgres":
            await db.query_rows("SET LOCAL statement_timeout = 0", [])
        series = spelling.series.format(first=first, last=last)
        await db.query_rows(statement.format(series=series, last=last, **parts), list(values))


def _pick(values: Iterable[str], number: str) -> str:
    """The SQL of one of some texts, by a number."""
    texts = list(values)
    cases = " ".join(f"WHEN {at} THEN '{text}'" for at, text in enumerate(texts))
    return f"CASE ({number}) % {len(texts)} {cases} END"


NAME = "CASE n WHEN 1 THEN 'Sari' WHEN 2 THEN 'Budi' ELSE 'Person ' || n END"
ACCOUNTS = """INSERT INTO accounts (id, name, language, time_zone, plan_name, links_limit, requests_limit, links_used,
        keys_used, seats_used, onboarded_at, created_at)
    {series} SELECT {id}, {name}, 'en', 'Asia/Jakarta', 'business', 10000000, 1000000000,
        CASE WHEN n = 1 THEN {links} WHEN n < {last} THEN {each} ELSE {others} - {each} * (n - 2) END,
        0, 1, {made}, {made} FROM series"""
USERS = """INSERT INTO users (id, email, name, password_hash, language, time_zone, theme, avatar_file, age_confirmed_at,
        terms_seen, created_at)
    {series} SELECT {id}, CASE n WHEN 1 THEN 'sari' WHEN 2 THEN 'budi' ELSE 'person-' || n END || '@example.com',
        {name}, CAST($1 AS VARCHAR), 'en', 'Asia/Jakarta', 'system', '', {made}, '{terms}', {made} FROM series"""
MEMBERSHIPS = """INSERT INTO memberships (user_id, account_id, role, created_at)
    {series} SELECT {id}, {id}, 'owner', {made} FROM series"""


async def fill_accounts(plan: VisitPlan) -> None:
    """Creates Sari, Budi and the owners of the other links, all with the same password, each with an account."""
    last = world_visits.account_number(plan.links + plan.others, plan.links)
    spelling, made = SPELLINGS[current_dialect()], plan.start // 1000 - 100 * DAY // 1000
    parts = {
        "id": spelling.uuid.format(key=f"({world_visits.account_key_sql('n')})"),
        "name": NAME,
        "links": str(plan.links),
        "each": str(LINKS_PER_ACCOUNT),
        "others": str(plan.others),
        "made": spelling.moment.format(seconds=made),
        "terms": document_versions.newest_date(),
    }
    await _run(ACCOUNTS, 1, last, **parts)
    await _run(USERS, 1, last, await passwords.hash_password(world.PASSWORD), **parts)
    await _run(MEMBERSHIPS, 1, last, **parts)


async def fill_pages() -> tuple[int, ...]:
    """Publishes Sari's bio pages, with every kind of block that needs no picture; returns their visit keys."""
    sari = await world.account_of("sari@example.com")
    blocks = tuple(replace(block, thumbnail="") for block in rich().blocks if not block.pictures - {block.thumbnail})
    content, pages = replace(rich(), avatar="", blocks=blocks), []
    for slug in PAGE_SLUGS:
        pages.append(await Page.make(sari, slug, content))
        await pages[-1].publish(sari)
    return tuple(key_in_visits(page.id) for page in pages)


async def fill_tags() -> list[int]:
    """Creates Sari's tags; returns their ids."""
    sari = await world.account_of("sari@example.com")
    return [(await Tag.create(account=sari, name=name, folded=name.lower())).id for name in TAGS]


LINKS = """INSERT INTO links (id, account_id, short_code, destination_url, title, description, notes, expires_at,
        forward_query, redirect_status, via_api, tracked, page_block, admitted, followed, scans, blocked_why,
        created_at, updated_at, version, search)
    {series}, named AS (SELECT n, {name} AS name, {title} || ' ' || n AS title,
        CASE WHEN n % 4 = 0 THEN 'Tautan kampanye ' || n % 24 ELSE '' END AS description,
        'https://' || {host} || '/p/' || n AS url FROM series)
    SELECT {id}, {owner}, name, url, title, description, CASE WHEN n % 10 = 0 THEN 'Untuk tim penjualan' ELSE '' END,
        CASE WHEN n % 50 = 7 THEN {expires} END, 1 = 1, 302, n % 3 = 2, 1 = 1, '', 0, 0, 0, '', {made}, {made}, 1,
        lower(title)
        || CASE WHEN n % 4 = 0 THEN {line} || lower(description) ELSE '' END
        || CASE WHEN n % 10 = 0 THEN {line} || 'untuk tim penjualan' ELSE '' END
        || {tags} || {line} || url || {line} || '/' || name
    FROM named"""
NAMES = """INSERT INTO names (domain, folded, shown, account_id, link_id, printed)
    {series}, named AS (SELECT n, {name} AS name FROM series)
    SELECT 0, name, name, {owner}, {id}, CASE WHEN n % {code} = 0 AND n <= {coded} THEN 1 ELSE 0 END FROM named"""
CODES = """INSERT INTO qr_codes (id, account_id, link_id, name_id, mark, title, kind, content, given, design, grade,
        scans, created_at, updated_at, version, search)
    {series}, named AS (SELECT n, {name} AS name FROM series WHERE n % {code} = 0)
    SELECT {id}, names.account_id, {id}, names.id, {mark}, 'Meja ' || n, 'link', '', {given}, {design}, 'good', 0,
        {made}, {made}, 1, 'meja ' || n FROM named JOIN names ON names.folded = named.name"""
TAGGING = """INSERT INTO link_tags (link_id, tag_id) {series}
    SELECT {id}, {tag} FROM series WHERE n <= {tagged} UNION ALL SELECT {id}, {others} FROM series WHERE n % 3 = 0"""


async def fill_links(plan: VisitPlan, tags: list[int]) -> None:
    """Links with their names, the tags of Sari's, and the QR codes of Sari's and Budi's."""
    last, coded = plan.links + plan.others, plan.coded_links
    parts = _link_parts(plan)
    await _run(LINKS, 1, last, **parts)
    await _run(NAMES, 1, last, coded=str(coded), **parts)
    await _run(CODES, 1, coded, **parts)
    more = " ".join(f"WHEN {at} THEN {tag}" for at, tag in enumerate(tags[1:]))
    await _run(
        TAGGING,
        1,
        plan.links,
        id=parts["id"],
        tag=str(tags[0]),
        tagged=str(TAGGED),
        others=f"CASE n % {len(tags) - 1} {more} END",
    )


def _link_parts(plan: VisitPlan) -> dict[str, str]:
    """The SQL of what the rows of links, names and codes have in common."""
    spelling, second = SPELLINGS[current_dialect()], DAY // 1000
    owner = f"CASE WHEN n <= {plan.links} THEN 1 ELSE 2 + (n - {plan.links} - 1) / {LINKS_PER_ACCOUNT} END"
    scrambled = f"n * {world_visits.NAME_FACTOR} % {len(ALPHABET) ** world_visits.NAME_DIGITS}"
    line, own = "'\n'", f"n <= {plan.links}"
    first, other = (
        f"CASE WHEN {own} AND {which} THEN {line} || {name} ELSE '' END"
        for which, name in (
            (f"n <= {TAGGED}", f"'{TAGS[0].lower()}'"),
            ("n % 3 = 0", _pick(map(str.lower, TAGS[1:]), "n")),
        )
    )
    return {
        "id": spelling.uuid.format(key=f"({world_visits.link_key_sql('n')})"),
        "owner": spelling.uuid.format(key=f"({world_visits.account_key_sql(owner)})"),
        "name": f"'2' || {world_visits.spelled(scrambled, world_visits.NAME_DIGITS)}",
        "title": _pick(TITLES, "n"),
        "host": _pick(HOSTS, "n"),
        "made": spelling.moment.format(seconds=f"{plan.start // 1000} - n * 7919 % ({60 * second})"),
        "expires": spelling.moment.format(seconds=plan.until // 1000 + 90 * second),
        "line": line,
        "tags": f"{first} || {other}",
        "code": str(LINKS_PER_CODE),
        "mark": world_visits.mark_sql("n"),
        "given": spelling.json.format(text="'{}'"),
        "design": spelling.json.format(text=f"'{orjson.dumps(Design().as_dict()).decode()}'"),
    }
