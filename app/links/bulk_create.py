"""Creates many links at once by the rules that hold for one: all of them are created, or none."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.kernel import clock, text
from app.kernel.db import transaction
from app.kernel.refusal import Refusal
from app.links.history.recording import record_new_links
from app.links.models import Link
from app.links.search_column import link_search_text
from app.links.validation import Changes, to_columns
from app.names import slug as slugs
from app.names.models import Name
from app.names.slug import SlugTaken
from app.plans import quota

TRIES, BATCH_SIZE = 3, 50  # AT_ONCE: rows per statement, so that other tasks run in between


class ItemRefused(Exception):
    """A refusal of a single item of a list; `at` is the item's index from 0, `refusal` the reason."""

    def __init__(self, at: int, refusal: Refusal) -> None:
        super().__init__(at, refusal)
        self.at, self.refusal = at, refusal


async def create_links(account: Account, items: Sequence[Changes]) -> list[Link]:
    """Creates one link for each item, in their order, in a few statements.

    Works like `Link.shorten`, but without aliases and tags. Raises: NotEnoughLinks, TooManyNames; ItemRefused for a
    fault
    of a single item.
    """
    values = []
    for at, item in enumerate(items):
        values.append(await _columns(at, item))
        if at % BATCH_SIZE == 0:
            await asyncio.sleep(0)
    for _ in range(TRIES):
        try:
            async with transaction():
                await quota.count_new_links(account, len(items))
                return await _insert(account, items, values)
        except IntegrityError:  # somebody took a name between reading and writing: try again
            continue
    raise SlugTaken(items[0].get("slug", ""))


async def _columns(at: int, item: Changes) -> dict[str, object]:
    """The column values of the item at index `at`. Raises: ItemRefused."""
    try:
        if item.get("slug"):
            slugs.check_slug(item["slug"])
        return await to_columns(item)
    except Refusal as refusal:
        raise ItemRefused(at, refusal) from None


async def _insert(account: Account, items: Sequence[Changes], values: Sequence[dict[str, object]]) -> list[Link]:
    """Inserts the links and claims their names; inside a transaction. Raises: ItemRefused."""
    requested = [text.trim(item.get("slug", "")) for item in items]
    drawn = iter(await Name.random_free_names(requested.count("")))
    names = [slug or next(drawn) for slug in requested]
    if (duplicate := _index_of_duplicate(names)) is not None:
        raise ItemRefused(duplicate, SlugTaken(names[duplicate]))
    links = await _build_links(account, names, values)
    await Link.bulk_create(links, batch_size=BATCH_SIZE)
    try:
        await Name.claim_many(account, {link.short_code: link.id for link in links})
    except SlugTaken as refusal:
        taken = slugs.fold_name(str(refusal.facts["name"]))
        raise ItemRefused([slugs.fold_name(name) for name in names].index(taken), refusal) from None
    await record_new_links(links)
    for link in links:
        link._saved_in_db = True  # as after `create`; reloading them would take longer than the rest
    return links


async def _build_links(account: Account, names: Sequence[str], values: Sequence[dict[str, object]]) -> list[Link]:
    """The unsaved links with these names and column values; other tasks run in between."""
    now = clock.now()
    links = []
    for at, (name, value) in enumerate(zip(names, values, strict=True)):
        created_at = now + timedelta(microseconds=at)  # distinct times keep the order in lists
        links.append(
            Link(
                id=uuid4(),
                account_id=account.id,
                short_code=name,
                created_at=created_at,
                updated_at=created_at,
                search=link_search_text(value, [name], ()),
                **value,
            )
        )
        if at % BATCH_SIZE == 0:
            await asyncio.sleep(0)
    return links


def _index_of_duplicate(names: Sequence[str]) -> int | None:
    """The index of the first name that equals an earlier one; None if all are different."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        if (folded := slugs.fold_name(name)) in seen:
            return at
        seen.add(folded)
    return None
