"""Many links at once, by the rules of one: all of them are made, or none."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.kernel import clock, text
from app.kernel.db import transaction
from app.kernel.refusal import Refusal
from app.links.changes import Changes, columns
from app.links.models import Link
from app.links.search_column import search_text
from app.names import slug as slugs
from app.names.models import Name
from app.names.slug import SlugTaken
from app.plans import quota

TRIES, AT_ONCE = 3, 50  # rows to a statement: others have a turn in between


class OneOfMany(Exception):
    """`refusal` is what one of many was refused with; `at` says which, counted from 0."""

    def __init__(self, at: int, refusal: Refusal) -> None:
        super().__init__(at, refusal)
        self.at, self.refusal = at, refusal


async def shorten_many(account: Account, given: Sequence[Changes]) -> list[Link]:
    """Makes a link of each, in their order, in a few statements: `Link.shorten` without aliases and tags.

    Refusals: LinksRunShort, TooManyNames. Raises OneOfMany for what concerns a single one.
    """
    values = []
    for at, one in enumerate(given):
        values.append(await _columns(at, one))
        if at % AT_ONCE == 0:
            await asyncio.sleep(0)
    for _ in range(TRIES):
        try:
            async with transaction():
                await quota.take_links(account, len(given))
                return await _made(account, given, values)
        except IntegrityError:  # a name was taken between the look and the write: look again
            continue
    raise SlugTaken(given[0].get("slug", ""))


async def _columns(at: int, given: Changes) -> dict[str, object]:
    try:
        if given.get("slug"):
            slugs.checked(given["slug"])
        return await columns(given)
    except Refusal as refusal:
        raise OneOfMany(at, refusal) from None


async def _made(account: Account, given: Sequence[Changes], values: Sequence[dict[str, object]]) -> list[Link]:
    now = clock.now()
    asked = [text.trimmed(one.get("slug", "")) for one in given]
    drawn = iter(await Name.draw_many(asked.count("")))
    names = [slug or next(drawn) for slug in asked]
    if (twice := _twice(names)) is not None:
        raise OneOfMany(twice, SlugTaken(names[twice]))
    links = []
    for at, (name, value) in enumerate(zip(names, values, strict=True)):
        made = now + timedelta(microseconds=at)  # so that lists keep their order
        links.append(Link(id=uuid4(), account_id=account.id, short_code=name, created_at=made, updated_at=made,
                          search=search_text(value, [name], ()), **value))
        if at % AT_ONCE == 0:
            await asyncio.sleep(0)
    await Link.bulk_create(links, batch_size=AT_ONCE)
    try:
        await Name.claim_many(account, {link.short_code: link.id for link in links})
    except SlugTaken as refusal:
        taken = slugs.fold(str(refusal.facts["name"]))
        raise OneOfMany([slugs.fold(name) for name in names].index(taken), refusal) from None
    for link in links:
        link._saved_in_db = True  # as `create` leaves them; reading them all again takes longer than all the rest
    return links


def _twice(names: Sequence[str]) -> int | None:
    """Which name is the same as one before it."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        if (folded := slugs.fold(name)) in seen:
            return at
        seen.add(folded)
    return None
