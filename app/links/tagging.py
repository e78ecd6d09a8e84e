"""Adds tags to links and removes them from links, for many links in one statement; finds and counts links of a tag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

import orjson
from pypika_tortoise.queries import Query, Table
from tortoise import Tortoise
from tortoise.expressions import Q, ResolveContext
from tortoise.query_utils import QueryModifier

from app.accounts.models import Account
from app.kernel import db
from app.links.tag import MAX_PER_LINK, Tag, TooManyTags, fold_tag

ROWS_OF_JSON = {
    "sqlite": "SELECT value AS id FROM json_each(${place})",
    "postgres": "SELECT jsonb_array_elements_text(${place}::jsonb)::{type} AS id",
}
TYPES = {"links": "uuid", "tags": "bigint"}
PUT_ON = """
    INSERT INTO link_tags (link_id, tag_id) SELECT l.id, t.id FROM ({links}) l CROSS JOIN ({tags}) t WHERE true
    ON CONFLICT (link_id, tag_id) DO NOTHING RETURNING link_id"""
PAIRS = {
    "sqlite": "SELECT json_extract(value, '$[0]') AS link_id, json_extract(value, '$[1]') AS tag_id FROM json_each($1)",
    "postgres": "SELECT (v->>0)::uuid AS link_id, (v->>1)::bigint AS tag_id FROM jsonb_array_elements($1::jsonb) v",
}
PUT_PAIRS = "INSERT INTO link_tags (link_id, tag_id) SELECT link_id, tag_id FROM ({pairs}) pairs"
CLEAR = "DELETE FROM link_tags WHERE link_id IN ({links})"
TAKE_OFF = "DELETE FROM link_tags WHERE link_id IN ({links}) AND tag_id IN ({tags}) RETURNING link_id"
# CROSS JOIN keeps SQLite from looking up each link of the tag.
HIDDEN = """
    (SELECT COUNT(*) FROM links l CROSS JOIN link_tags m WHERE l.account_id = t.account_id AND {which}
    AND m.link_id = l.id AND m.tag_id = t.id)"""
DELETED, ARCHIVED = "l.deleted_at IS NOT NULL", "l.archived_at IS NOT NULL AND l.deleted_at IS NULL"
COUNT_TAGGED = """
    SELECT (SELECT COUNT(*) FROM link_tags WHERE tag_id = t.id) - {hidden} AS links
    FROM tags t WHERE t.account_id = $1 AND t.folded = $2"""
TOO_MANY = "SELECT link_id FROM link_tags WHERE link_id IN ({links}) GROUP BY link_id HAVING COUNT(*) > $2 LIMIT 1"


async def add_tags(links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Adds tags to links, inside a transaction; returns the ids of the links that lacked one. Raises: TooManyTags."""
    changed = await _execute(PUT_ON, links, tags)
    too_many = TOO_MANY.format(links=sql_rows("links"))
    if changed and await db.query_rows(too_many, [json_array(map(str, changed)), MAX_PER_LINK]):
        raise TooManyTags(most=MAX_PER_LINK)
    return changed


async def remove_tags(links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Removes tags from links, inside a transaction; returns the ids of the links that had one."""
    return await _execute(TAKE_OFF, links, tags)


async def replace_tags(account: Account, names_by_link: Mapping[UUID, Sequence[str]], *, new: bool = False) -> None:
    """Replaces the tags of each of these links by those of these names, in a few statements; inside a transaction.

    `new` links have no tags yet. A link may have MAX_PER_LINK names, which is not checked here.
    """
    folded = {fold_tag(name): name for names in names_by_link.values() for name in names}
    tags = {tag.folded: tag.id for tag in await Tag.get_or_create_folded(account, folded)}
    if not new and names_by_link:
        await db.query_rows(CLEAR.format(links=sql_rows("links")), [json_array(map(str, names_by_link))])
    pairs = [(str(link), tags[fold_tag(name)]) for link, names in names_by_link.items() for name in names]
    if pairs:
        dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
        await db.query_rows(PUT_PAIRS.format(pairs=PAIRS[dialect]), [orjson.dumps(pairs).decode()])


async def _execute(sql: str, links: Sequence[UUID], tags: Sequence[Tag]) -> set[UUID]:
    """Runs a statement for these links and tags; returns the ids of the links that it changed."""
    filled = sql.format(links=sql_rows("links"), tags=sql_rows("tags", 2))
    rows = await db.query_rows(filled, [json_array(map(str, links)), json_array(tag.id for tag in tags)])
    return {UUID(str(row["link_id"])) for row in rows}


async def count_tagged(account: Account, folded: str, *, with_archived: bool) -> int:
    """Returns how many links have an account's tag, by its folded name; deleted links do not count.

    It counts the entries of the tag, and takes off those of the few links that are not listed: no link is looked at
    that is.
    """
    hidden = [HIDDEN.format(which=which) for which in (DELETED, *([ARCHIVED] * (not with_archived)))]
    rows = await db.query_rows(COUNT_TAGGED.format(hidden=" - ".join(hidden)), [str(account.id), folded])
    return int(rows[0]["links"]) if rows else 0


class HasTag(Q):
    """The condition that a link has one of an account's tags of these folded names.

    Only the table between links and tags is read, by an index; Tortoise would read every link of the tags, too.
    """

    __slots__ = ("account_id", "folded")

    def __init__(self, account: Account, folded: Sequence[str]) -> None:
        super().__init__()
        self.account_id, self.folded = account.id, folded

    def __bool__(self) -> bool:
        return True

    def resolve(self, resolve_context: ResolveContext) -> QueryModifier:
        """Returns the condition as SQL, with the values as parameters."""
        tags, tagged = Tag._meta.basetable, Table("link_tags")
        account = Tag._meta.fields_map["account_id"].to_db_value(self.account_id, Tag)
        ids = (
            Query.from_(tags).select(tags.id).where(tags.account_id == account).where(tags.folded.isin([*self.folded]))
        )
        links = Query.from_(tagged).select(tagged.link_id).where(tagged.tag_id.isin(ids))
        return QueryModifier(where_criterion=resolve_context.table["id"].isin(links))


def sql_rows(kind: str, place: int = 1) -> str:
    """A subquery for the ids of "links" or "tags" in a parameter that `json_array` made; `place` is its number."""
    dialect = Tortoise.get_connection(db.MAIN).capabilities.dialect
    return ROWS_OF_JSON[dialect].format(place=place, type=TYPES[kind])


def json_array(ids: Iterable[int | str]) -> str:
    """The ids as one parameter, however many they are."""
    return orjson.dumps(list(ids)).decode()
