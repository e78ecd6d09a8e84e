"""Tags renamed, recoloured, merged and deleted, together with every link that wears them; each in one transaction.

The links are locked first and the tag after them, in the order in which editing a link takes them. Their versions go
up, because an open editor that shows the old tags would bring them back.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.expressions import Subquery
from tortoise.functions import Count

from app.accounts.models import Account
from app.kernel import text
from app.kernel.db import rows, transaction
from app.kernel.queries import get_or_refuse
from app.kernel.refusal import N_, InvalidRequest, NotFound, TooLong
from app.links.models import Link
from app.links.tag import HUES, LONGEST, Tag, folded_tag

MERGE = """
    INSERT INTO link_tags (link_id, tag_id) SELECT link_id, CAST($1 AS BIGINT) FROM link_tags WHERE tag_id = $2
    ON CONFLICT (link_id, tag_id) DO NOTHING"""


class TagNameMissing(InvalidRequest):
    field, says = "name", N_("Give the tag a name.")


class CommaInTag(InvalidRequest):
    field, says = "name", N_("A tag has no comma in it: commas part tags.")


class TagTaken(InvalidRequest):
    field, says = "name", N_("You have a tag “%(name)s” already. Merge the two instead.")


class SameTag(InvalidRequest):
    field, says = "into", N_("Choose another tag to merge it into.")


class NoColour(InvalidRequest):
    field, says = "colour", N_("Choose one of the colours.")


async def own(account: Account, id: int) -> Tag:
    """The account's tag. Refusals: NotFound, for a stranger's too."""
    return await get_or_refuse(Tag.owned_by(account), id)


async def counts(tags: Iterable[Tag]) -> dict[int, int]:
    """How many links wear each of these tags; deleted ones are not counted."""
    found = Tag.filter(id__in=[tag.id for tag in tags], links__deleted_at=None, links__page_id=None)
    counted = await found.annotate(worn=Count("links")).values("id", "worn")
    return {row["id"]: row["worn"] for row in counted}


async def change(account: Account, tag: Tag, name: str, colour: int) -> None:
    """Gives a tag another name and colour (1 to 6). Refusals: TagNameMissing, TooLong, CommaInTag, TagTaken, NoColour,
    NotFound when it was deleted meanwhile."""
    shown = text.line(name, LONGEST, "name")
    folded = text.caseless(shown, LONGEST)
    if not shown:
        raise TagNameMissing
    if "," in shown:
        raise CommaInTag
    if len(folded) > 2 * LONGEST:
        raise TooLong(field="name", most=LONGEST)
    if not 1 <= colour <= HUES:
        raise NoColour
    try:
        async with transaction():
            links = await _locked(tag) if shown != tag.name else []
            if not await Tag.owned_by(account).filter(id=tag.id).update(name=shown, folded=folded, colour=colour):
                raise NotFound
            await Link.retagged([*links, *await _since(tag, links)] if shown != tag.name else [])
    except IntegrityError:
        raise TagTaken(name=shown) from None
    tag.name, tag.folded, tag.colour = shown, folded, colour


async def merge(account: Account, tag: Tag, name: str) -> Tag:
    """Puts another tag of the account on every link that wears this one, which is gone then; returns that other.

    Refusals: SameTag, also when there is no such tag.
    """
    into = await Tag.owned_by(account).get_or_none(folded=folded_tag(name.strip()))
    if into is None or into.id == tag.id:
        raise SameTag
    async with transaction():
        links = await _locked(tag)
        if len(await Tag.filter(id__in=[tag.id, into.id]).order_by("folded").select_for_update()) < 2:
            raise SameTag  # one of them was deleted meanwhile
        links += await _since(tag, links)
        await rows(MERGE, [into.id, tag.id])
        await Tag.filter(id=tag.id).delete()
        await Link.retagged(links)
    return into


async def delete(tag: Tag) -> None:
    """Takes a tag off every link and forgets it."""
    async with transaction():
        links = await _locked(tag)
        await Tag.filter(id=tag.id).select_for_update()
        links += await _since(tag, links)
        await Tag.filter(id=tag.id).delete()
        await Link.retagged(links)


async def _locked(tag: Tag) -> list[UUID]:
    """The links that wear a tag, deleted ones too; locked."""
    wearing = Subquery(Tag.filter(id=tag.id, links__id__not_isnull=True).values("links__id"))
    return [link.id for link in await Link.filter(id__in=wearing).order_by("id").select_for_update(no_key=True)]


async def _since(tag: Tag, before: list[UUID]) -> list[UUID]:
    """The links that came to wear the tag before it was locked."""
    return [id for id in await _locked(tag) if id not in set(before)]
