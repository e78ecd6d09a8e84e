"""Creates many links at once by the rules that hold for one: all of them are created, or none."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.blocklists.destination_guard import LoadedGuard
from app.kernel import clock, text
from app.kernel.db import transaction
from app.kernel.refusal import Busy, Refusal
from app.links import tagging
from app.links.all_destinations import destinations_in
from app.links.external_id import free_external_ids
from app.links.history.recording import record_new_links
from app.links.models import Link
from app.links.preview_picture import protect_picture
from app.links.schedule import ExternalIdTaken, check_schedule
from app.links.search_column import link_search_text
from app.links.validation import Changes, check_changes, to_columns
from app.names import slug as slugs
from app.names.models import Name
from app.names.slug import SlugTaken
from app.plans import quota
from app.webhooks import outbox

TRIES, BATCH_SIZE = 3, 50  # AT_ONCE: rows per statement, so that other tasks run in between


class ItemRefused(Exception):
    """A refusal of a single item of a list; `at` is the item's index from 0, `refusal` the reason."""

    def __init__(self, at: int, refusal: Refusal) -> None:
        super().__init__(at, refusal)
        self.at, self.refusal = at, refusal


async def create_links(account: Account, items: Sequence[Changes], *, via_api: bool = False) -> list[Link]:
    """Creates one link for each item, in their order, in a few statements; works like `Link.shorten`.

    Raises: NotEnoughLinks, TooManyNames; ItemRefused for a fault of a single item; Busy when others were faster thrice.
    """
    columns, guard = [], await LoadedGuard.load(account)
    for at, item in enumerate(items):
        try:
            columns.append(await new_columns(account, item, guard))
        except Refusal as refusal:
            raise ItemRefused(at, refusal) from None
        if at % BATCH_SIZE == 0:
            await asyncio.sleep(0)
    return await insert_links(account, items, columns, via_api=via_api)


async def insert_links(
    account: Account, items: Sequence[Changes], columns: Sequence[dict[str, object]], *, via_api: bool
) -> list[Link]:
    """Creates one link for each item with its columns, which `new_columns` has checked; see `create_links`."""
    for _ in range(TRIES):
        try:
            async with transaction():
                await quota.count_new_links(account, len(items))
                return await _insert(account, items, [each | {"via_api": via_api} for each in columns])
        except IntegrityError:  # somebody took a name or an external id just now: the next try sees whose
            continue
    raise Busy


async def new_columns(account: Account, item: Changes, guard: LoadedGuard) -> dict[str, object]:
    """The columns of a new link, one of many for which the guard was loaded once.

    Raises: those of `check_changes`, `LoadedGuard.check`, `protect_picture` and `check_schedule`.
    """
    check_changes(item)
    columns = await to_columns(item)
    guard.check(destinations_in(columns))
    await protect_picture(account, item)
    moments = columns.get("opens_at"), columns.get("expires_at")
    check_schedule(*moments, columns.get("next_url", ""), columns.get("next_url_at"))
    return columns


async def _insert(account: Account, items: Sequence[Changes], values: Sequence[dict[str, object]]) -> list[Link]:
    """Inserts the links, claims their names and adds their tags; inside a transaction. Raises: ItemRefused."""
    requested = [text.trim(item.get("slug", "")) for item in items]
    drawn = iter(await Name.random_free_names(requested.count("")))
    names = [[slug or next(drawn), *item.get("aliases", ())] for slug, item in zip(requested, items, strict=True)]
    item_of_name = _items_by_name(names)
    links = await _build_links(account, names, items, values)
    await _check_external_ids(account, links)
    await Link.bulk_create(links, batch_size=BATCH_SIZE)
    link_ids = {name: link.id for link, link_names in zip(links, names, strict=True) for name in link_names}
    try:
        await Name.claim_many(account, link_ids)
    except SlugTaken as refusal:
        at = item_of_name[slugs.fold_name(str(refusal.facts["name"]))]
        raise ItemRefused(at, refusal) from None
    tags = {link.id: item["tags"] for link, item in zip(links, items, strict=True) if item.get("tags")}
    await tagging.replace_tags(account, tags, new=True)
    await record_new_links(links)
    await outbox.announce(account.id, "link.created", [link.id for link in links])
    for link in links:
        link._saved_in_db = True  # as after `create`; reloading them would take longer than the rest
    return links


async def _check_external_ids(account: Account, links: Sequence[Link]) -> None:
    """Takes the external ids of the links from deleted ones.

    Raises: ItemRefused for the first link whose id another link has, or an earlier one of them.
    """
    wanted = [link.external_id for link in links if link.external_id]
    if not wanted:
        return
    own = Link.filter(account=account)
    await free_external_ids(own, wanted)
    taken: set[Any] = set(await own.filter(external_id__in=wanted).values_list("external_id", flat=True))
    for at, link in enumerate(links):
        if link.external_id and link.external_id in taken:
            raise ItemRefused(at, ExternalIdTaken())
        taken.add(link.external_id)


async def _build_links(
    account: Account, names: Sequence[list[str]], items: Sequence[Changes], values: Sequence[dict[str, object]]
) -> list[Link]:
    """The unsaved links with these names and column values; other tasks run in between."""
    now = clock.now()
    links = []
    for at, (link_names, item, value) in enumerate(zip(names, items, values, strict=True)):
        created_at = now + timedelta(microseconds=at)  # distinct times keep the order in lists
        links.append(
            Link(
                id=uuid4(),
                account_id=account.id,
                short_code=link_names[0],
                created_at=created_at,
                updated_at=created_at,
                search=link_search_text(value, link_names, item.get("tags", ())),
                **value,
            )
        )
        if at % BATCH_SIZE == 0:
            await asyncio.sleep(0)
    return links


def _items_by_name(names: Sequence[list[str]]) -> dict[str, int]:
    """The index of the item of each folded name. Raises: ItemRefused for the first that equals one of an earlier."""
    items: dict[str, int] = {}
    for at, item_names in enumerate(names):
        for name in item_names:
            if items.setdefault(slugs.fold_name(name), at) != at:
                raise ItemRefused(at, SlugTaken(name))
    return items
