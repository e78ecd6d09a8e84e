"""Renames, recolours, describes, merges and deletes tags, and updates every link that has them; each in one
transaction.

The links are locked first and the tag after them, in the same order as when a link is edited. The versions of the links
increase, because an open editor that shows the old tags would restore them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict, Unpack
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.expressions import Subquery

from app.accounts.models import Account
from app.kernel import text
from app.kernel.db import query_rows, transaction
from app.kernel.refusal import N_, Faults, InvalidRequest, NotFound, TooLong
from app.kernel.versioned_rows import get_or_refuse
from app.links import tagging
from app.links.history.recording import tags_recorded
from app.links.models import Link
from app.links.tag import COLOUR_COUNT, MAX_DESCRIPTION, MAX_LENGTH, Tag, fold_tag
from app.web.audit_target import set_audit_target

COUNT_USES = "SELECT COUNT(*) AS uses, tag_id FROM link_tags WHERE tag_id IN ({tags}) GROUP BY tag_id"
# The `+` keeps SQLite from looking each link up once for every tag.
COUNT_DELETED = """
    SELECT COUNT(*) AS uses, m.tag_id FROM links l CROSS JOIN link_tags m WHERE l.account_id = $1 AND l.page_id IS NULL
    AND l.deleted_at IS NOT NULL AND m.link_id = l.id AND +m.tag_id IN ({tags}) GROUP BY m.tag_id"""
MERGE = """
    INSERT INTO link_tags (link_id, tag_id) SELECT link_id, CAST($1 AS BIGINT) FROM link_tags WHERE tag_id = $2
    ON CONFLICT (link_id, tag_id) DO NOTHING"""


class TagNameMissing(InvalidRequest):
    """Raised for an empty name."""

    field, says = "name", N_("Give the tag a name.")


class CommaInTag(InvalidRequest):
    """Raised for a name with a comma."""

    field, says = "name", N_("A tag cannot contain a comma, because commas separate tags.")


class TagNameTaken(InvalidRequest):
    """Raised when the account has another tag of that name."""

    field, says = "name", N_("You have a tag “%(name)s” already. Merge the two instead.")


class InvalidMergeTarget(InvalidRequest):
    """Raised when the tag to merge into is missing or is the merged tag itself."""

    field, says = "into", N_("Choose another tag to merge it into.")


class UnknownColour(InvalidRequest):
    """Raised for a colour that is not 1 to 6."""

    field, says = "colour", N_("Choose one of the colours.")


async def get_owned_tag(account: Account, id: int) -> Tag:
    """The account's tag. Raises: NotFound, also for a tag of another account."""
    tag = await get_or_refuse(Tag.owned_by(account), id)
    set_audit_target(tag.name)
    return tag


async def count_links(account: Account, tags: Iterable[Tag]) -> dict[int, int]:
    """The number of links of each of these tags of an account, by tag id; deleted links are not counted.

    All uses of the tags are counted in an index, and those of deleted links taken off: so no link that exists is read.
    """
    tag_ids = [tag.id for tag in tags]
    uses = await query_rows(COUNT_USES.format(tags=tagging.sql_rows("tags")), [tagging.json_array(tag_ids)])
    deleted_links = COUNT_DELETED.format(tags=tagging.sql_rows("tags", 2))
    deleted = await query_rows(deleted_links, [str(account.id), tagging.json_array(tag_ids)])
    deleted_by_tag = {row["tag_id"]: row["uses"] for row in deleted}
    return {row["tag_id"]: row["uses"] - deleted_by_tag.get(row["tag_id"], 0) for row in uses}


class TagValues(TypedDict, total=False):
    """The requested values of a tag: an absent key keeps the present value. `colour` is 1 to 6."""

    name: str
    colour: int
    description: str


async def update_tag(account: Account, tag: Tag, **values: Unpack[TagValues]) -> None:
    """Changes name, colour and description of a tag.

    Raises: TagNameMissing, TooLong, CommaInTag, UnknownColour, all that apply at once; TagNameTaken; NotFound if the
    tag was deleted meanwhile.
    """
    columns = _columns(values)
    renamed = columns.get("name", tag.name) != tag.name
    try:
        async with transaction():
            links = await _lock_with_tag(tag) if renamed else []
            async with tags_recorded(links):
                if columns and not await Tag.owned_by(account).filter(id=tag.id).update(**columns):
                    raise NotFound
                await Link.record_tag_change(account.id, links)
    except IntegrityError:
        raise TagNameTaken(name=columns["name"]) from None
    tag.update_from_dict(columns)


def _columns(values: TagValues) -> dict[str, Any]:
    """The columns that these values set. Raises: those of `update_tag` that need no database, all at once."""
    faults, columns = Faults.gather(), dict[str, Any]()
    if "name" in values:
        with faults.catching():
            columns |= _name_columns(values["name"])
    if "colour" in values:
        with faults.catching():
            columns["colour"] = _check_colour(values["colour"])
    if "description" in values:
        with faults.catching():
            columns["description"] = text.clean_multiline(values["description"], MAX_DESCRIPTION, "description")
    faults.raise_if_any()
    return columns


def _name_columns(name: str) -> dict[str, str]:
    """The columns of a name. Raises: TagNameMissing, TooLong, CommaInTag."""
    shown = text.clean_line(name, MAX_LENGTH, "name")
    folded = text.fold_identifier(shown, MAX_LENGTH)
    if not shown:
        raise TagNameMissing
    if "," in shown:
        raise CommaInTag
    if len(folded) > 2 * MAX_LENGTH:
        raise TooLong(field="name", most=MAX_LENGTH)
    return {"name": shown, "folded": folded}


def _check_colour(colour: int) -> int:
    """The colour itself. Raises: UnknownColour."""
    if not 1 <= colour <= COLOUR_COUNT:
        raise UnknownColour
    return colour


async def merge_tags(account: Account, tag: Tag, name: str) -> Tag:
    """Adds the account's tag `name` to every link that has `tag`, deletes `tag`, and returns the other tag.

    The other tag keeps its description, and takes that of `tag` if it has none. Raises: InvalidMergeTarget, also when
    there is no tag of that name.
    """
    remaining = await Tag.owned_by(account).get_or_none(folded=fold_tag(name.strip()))
    if remaining is None or remaining.id == tag.id:
        raise InvalidMergeTarget
    async with transaction():
        links = await _lock_links(tag)
        if len(await Tag.filter(id__in=[tag.id, remaining.id]).order_by("folded").select_for_update()) < 2:
            raise InvalidMergeTarget  # one of them was deleted meanwhile
        links += await _lock_new_links(tag, links)
        async with tags_recorded(links):
            await query_rows(MERGE, [remaining.id, tag.id])
            await Tag.filter(id=remaining.id, description="").update(description=tag.description)
            await Tag.filter(id=tag.id).delete()
            await Link.record_tag_change(account.id, links)
    return remaining


async def delete_tag(tag: Tag) -> None:
    """Removes a tag from every link and deletes it."""
    async with transaction():
        links = await _lock_with_tag(tag)
        async with tags_recorded(links):
            await Tag.filter(id=tag.id).delete()
            await Link.record_tag_change(tag.account_id, links)


async def _lock_with_tag(tag: Tag) -> list[UUID]:
    """Locks the links that have a tag and the tag itself, and returns the ids of the links."""
    links = await _lock_links(tag)
    await Tag.filter(id=tag.id).select_for_update()
    return links + await _lock_new_links(tag, links)


async def _lock_links(tag: Tag) -> list[UUID]:
    """Locks the links that have a tag, deleted ones too, and returns their ids."""
    link_ids = Subquery(Tag.filter(id=tag.id, links__id__not_isnull=True).values("links__id"))
    return [link.id for link in await Link.filter(id__in=link_ids).order_by("id").select_for_update(no_key=True)]


async def _lock_new_links(tag: Tag, locked: list[UUID]) -> list[UUID]:
    """The ids of links that got the tag after `locked` were locked and before the tag was."""
    return [id for id in await _lock_links(tag) if id not in set(locked)]
