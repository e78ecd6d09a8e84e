"""Changes many links in a few statements: links that get the same values are written together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from tortoise.expressions import F

from app.accounts.models import Account
from app.blocklists.destination_guard import LoadedGuard
from app.kernel.db import transaction
from app.kernel.refusal import Refusal
from app.links import tagging
from app.links.all_destinations import destinations_in, forget_outdated_checks
from app.links.bulk_items import BulkItem, accepted, lock_links, refuse_taken_external_ids
from app.links.edit_columns import edit_columns, leads_elsewhere
from app.links.history.recording import recorded
from app.links.models import NAMES_AND_TAGS, Link
from app.links.schedule import check_schedule, refusing_taken_external_id
from app.links.search_column import SEARCHED_FIELDS, refresh_search_texts
from app.links.validation import Changes
from app.webhooks import outbox

ALONE = frozenset(
    {"slug", "aliases", "preview_picture_id"}
)  # keys of changes that are made link by link: each may be refused

SCHEDULE = ("opens_at", "expires_at", "next_url", "next_url_at")  # columns, as `check_schedule` takes them


async def edit_items(account: Account, items: Sequence[BulkItem], room: int) -> None:
    """Changes the link of each item that is not refused; see bulk_items.py."""
    links = await lock_links(account, items, room)
    await refuse_taken_external_ids(account, items)
    words = any(NAMES_AND_TAGS & item.changes.keys() for item in items)
    async with recorded(Link, [item.id for item in accepted(items) if item.id], names_and_tags=words):
        await _write_items(account, items, links)
    changed = await Link.filter(id__in=[item.id for item in accepted(items)]).prefetch_related("tags", "names")
    by_id = {link.id: link for link in changed}
    await forget_outdated_checks([by_id[item.id] for item in accepted(items) if leads_elsewhere(item.changes)])
    await Link.fetch_for_list(changed, "checks")
    for item in accepted(items):
        item.link = by_id[item.id]


async def _write_items(account: Account, items: Sequence[BulkItem], links: Mapping[UUID, Link]) -> None:
    """Writes the changes of the items that are not refused, and refuses further ones."""
    for item in accepted(items):
        if item.id and ALONE & item.changes.keys():
            await _edit_alone(account, item, links[item.id])
    plain = [item for item in accepted(items) if not ALONE & item.changes.keys()]
    await _write_columns(account, [(links[item.id], item) for item in plain if item.id])
    plain = accepted(plain)
    await tagging.replace_tags(
        account, {item.id: item.changes["tags"] for item in plain if item.id and "tags" in item.changes}
    )
    await refresh_search_texts([item.id for item in plain if item.id and SEARCHED_FIELDS & item.changes.keys()])
    await outbox.announce(account.id, "link.updated", [item.id for item in plain if item.id])


async def _edit_alone(account: Account, item: BulkItem, link: Link) -> None:
    """Changes one link, with its names, or refuses the item."""
    try:
        async with transaction():
            await link.edit(account, **item.changes)
    except Refusal as refusal:
        item.refusal = refusal


async def _write_columns(account: Account, edits: Sequence[tuple[Link, BulkItem]]) -> None:
    """Writes the columns of locked links, in a statement for all that get the same values; refuses wrong schedules."""
    groups: dict[str, tuple[dict[str, Any], list[BulkItem]]] = {}
    guard = await LoadedGuard.load(account)
    for link, item in edits:
        try:
            values = await edit_columns(item.changes)
            guard.check(destinations_in(values))
            after = [
                values.get(name, getattr(link, name)) for name in ("opens_at", "expires_at", "next_url", "next_url_at")
            ]
            check_schedule(*after)
        except Refusal as refusal:
            item.refusal = refusal
            continue
        groups.setdefault(_columns_of(item.changes), (values, []))[1].append(item)
    for values, items in groups.values():
        await _write_group(values, items)


async def _write_group(values: dict[str, Any], items: Sequence[BulkItem]) -> None:
    """Writes the same values into several links; refuses all where another link took the external id meanwhile."""
    update = Link.filter(id__in=[item.id for item in items]).update(version=F("version") + 1, **values)
    if not values.get("external_id"):
        await update
        return
    try:
        async with transaction():
            with refusing_taken_external_id():
                await update
    except Refusal as refusal:
        for item in items:
            item.refusal = refusal


def _columns_of(changes: Changes) -> str:
    """A text that is the same for changes that write the same values into columns."""
    return repr(sorted((key, value) for key, value in changes.items() if key != "tags"))
