"""Creates, changes and deletes many links of which each is refused by itself, in a few statements.

Call each function in the transaction that counts the items: limits are read there under a lock, so that they stay true.
What is done is at most `room` items, in the order of the list; all others get a refusal.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from app.accounts.models import Account
from app.blocklists.destination_guard import LoadedGuard
from app.kernel import clock
from app.kernel.refusal import N_, InvalidRequest, NotFound, Refusal
from app.keys.refusals import ApiLimitReached
from app.links.bulk_create import BATCH_SIZE, ItemRefused, insert_links, new_columns
from app.links.external_id import free_external_ids
from app.links.models import Link
from app.links.schedule import ExternalIdTaken
from app.links.validation import Changes, with_hashed_password
from app.names.models import Name
from app.names.slug import SlugTaken, fold_name
from app.plans import quota
from app.plans.quota import LinkLimitReached

MAX_PASSWORDS = 50  # in one request: hashing them takes a few seconds


class SentTwice(InvalidRequest):
    """An earlier item has the same id."""

    field, says = "id", N_("Each link may come once.")


class TooManyPasswords(InvalidRequest):
    """More than MAX_PASSWORDS items have a password. Facts: most."""

    field, says = "password", N_("At most %(most)s links with a password at once.")


@dataclass(slots=True)
class BulkItem:
    """An item of a request: the `id` of its link, what it changes, and then either `link` or `refusal`."""

    changes: Changes = field(default_factory=Changes)
    id: UUID = field(default_factory=uuid4)
    refusal: Refusal | None = None
    link: Link | None = None

    @property
    def names(self) -> list[str]:
        """The folded names that the item asks for."""
        return [fold_name(name) for name in (self.changes.get("slug", ""), *self.changes.get("aliases", ())) if name]


def accepted(items: Iterable[BulkItem]) -> list[BulkItem]:
    """The items that are not refused."""
    return [item for item in items if item.refusal is None]


async def hash_passwords(items: Sequence[BulkItem]) -> None:
    """Hashes the passwords of the items one after the other, before the transaction. Raises: Busy."""
    with_password = [item for item in accepted(items) if item.changes.get("password")]
    for item in with_password[MAX_PASSWORDS:]:
        item.refusal = TooManyPasswords(most=MAX_PASSWORDS)
    for item in with_password[:MAX_PASSWORDS]:
        try:
            item.changes = await with_hashed_password(item.changes)
        except Refusal as refusal:
            if refusal.retry_after is not None:
                raise
            item.refusal = refusal


async def create_items(account: Account, items: Sequence[BulkItem], room: int) -> None:
    """Creates a link for each item that is not refused, as far as requests and links of the plan reach.

    Raises: TooManyNames.
    """
    await quota.lock_for_more(account)
    await _refuse_duplicates(account, items)
    columns = await _check_columns(account, items)
    await account.refresh_from_db(fields=["links_used"])
    links = quota.links_usage(account)
    for at, item in enumerate(accepted(items)):
        if at >= links.limit - links.used:
            item.refusal = LinkLimitReached(used=links.limit, limit=links.limit)
        elif at >= room:
            item.refusal = requests_used_up()
    while making := accepted(items):
        try:
            changes = [item.changes for item in making]
            made = await insert_links(account, changes, [columns[item.id] for item in making], via_api=True)
        except ItemRefused as one:  # somebody else took a name just now
            making[one.at].refusal = one.refusal
            continue
        for item, link in zip(making, made, strict=True):
            item.link = link
        return


async def _check_columns(account: Account, items: Sequence[BulkItem]) -> dict[UUID, dict[str, object]]:
    """Refuses the items whose values no link can have, and returns the columns of the others by `BulkItem.id`."""
    columns, guard = dict[UUID, dict[str, object]](), await LoadedGuard.load(account)
    for at, item in enumerate(accepted(items)):
        try:
            columns[item.id] = await new_columns(account, item.changes, guard)
        except Refusal as refusal:
            item.refusal = refusal
        if at % BATCH_SIZE == 0:
            await asyncio.sleep(0)
    return columns


async def delete_items(account: Account, items: Sequence[BulkItem], room: int) -> None:
    """Deletes the links of the items; they can be restored for 30 days."""
    links = await lock_links(account, items, room)
    await Link.delete_many(account, [item.id for item in accepted(items) if item.id], clock.now())
    for item in accepted(items):
        item.link = links[item.id]


async def lock_links(account: Account, items: Sequence[BulkItem], room: int) -> dict[UUID, Link]:
    """Locks the links of the items that are not refused, and returns them by id; refuses items without a link."""
    ids = [item.id for item in accepted(items)]
    own = Link.owned_by(account).filter(id__in=ids).order_by("id")
    links = {link.id: link for link in await own.select_for_update(no_key=True)}
    seen = set[UUID]()
    for item in accepted(items):
        if item.id in seen:
            item.refusal = SentTwice()
        elif item.id not in links:
            item.refusal = NotFound(field="id")
        seen.add(item.id)
    for item in accepted(items)[room:]:
        item.refusal = requests_used_up()
    return links


async def refuse_taken_external_ids(account: Account, items: Sequence[BulkItem]) -> None:
    """Refuses items whose external id an earlier item or another link has; takes the ids from deleted links."""
    wanted = {id for item in accepted(items) if (id := item.changes.get("external_id"))}
    if not wanted:
        return
    await free_external_ids(Link.filter(account=account), wanted)
    rows = await Link.filter(account=account, external_id__in=list(wanted)).values_list("external_id", "id")
    owners = {str(external_id): UUID(str(id)) for external_id, id in rows}
    for item in accepted(items):
        external_id = item.changes.get("external_id")
        if external_id and owners.setdefault(external_id, item.id) != item.id:
            item.refusal = ExternalIdTaken()


async def _refuse_duplicates(account: Account, items: Sequence[BulkItem]) -> None:
    """Refuses new items with a name or an external id that an earlier item or another link has."""
    await refuse_taken_external_ids(account, items)
    wanted = {name for item in accepted(items) for name in item.names}
    rows = await Name.on_domain().filter(folded__in=list(wanted)) if wanted else []
    taken = {name.folded for name in rows if not name.is_claimable_by(account)}
    for item in accepted(items):
        aliases = [("aliases", name) for name in item.changes.get("aliases", ())]
        spelled = [("slug", item.changes.get("slug", "")), *aliases]
        item.refusal = next((_taken(field, name) for field, name in spelled if fold_name(name) in taken), None)
        if item.refusal is None:
            taken.update(item.names)


def _taken(field: str, name: str) -> Refusal:
    """The refusal of a taken name for a field."""
    refusal = SlugTaken(name)
    refusal.field = field
    return refusal


def requests_used_up() -> Refusal:
    """The refusal of an item for which the month has no request left."""
    return ApiLimitReached(retry_after=clock.seconds_to_month_end())
