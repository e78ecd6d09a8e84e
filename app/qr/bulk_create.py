"""Many QR codes at once, by the rules of one: all of them are made, or none. Inside a transaction of the caller's."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from tortoise.expressions import F

from app.accounts.models import Account
from app.kernel import clock, text
from app.links.models import Link
from app.names.models import Name
from app.names.slug import draw, fold
from app.plans import quota
from app.plans.quota import CodeLimitReached, CodesRunShort
from app.qr.look import Look
from app.qr.models import LINK, LONGEST_TITLE, QrCode, search_text
from app.visits.capture import MARK_LENGTH

AT_ONCE = 50  # rows to a statement: others have a turn in between


@dataclass(frozen=True, slots=True)
class Wanted:
    """A code to make: of `link`, or static, of a kind that says `content`."""

    title: str
    link: Link | None = None
    kind: str = LINK
    given: dict[str, str] | None = None
    content: str = ""


async def room(account: Account, count: int) -> None:
    """Makes room for `count` codes, all or none. Refusals: CodesRunShort."""
    try:
        await quota.take_codes(account, QrCode.owned_by(account).count, count)
    except CodeLimitReached as full:
        raise CodesRunShort(count=count, room=max(full.facts["limit"] - full.facts["used"], 0)) from None


async def make(account: Account, wanted: Sequence[Wanted], look: Look) -> list[UUID]:
    """Makes a code of each, in one look and a few statements; their ids in the same order.

    Refusals: CodesRunShort, TooLong. Raises IntegrityError when a mark is drawn elsewhere in the same moment.
    """
    await room(account, len(wanted))
    names = await _names([one.link for one in wanted if one.link])
    marks, shared, now = await _marks(len(wanted)), look.columns(), clock.now()
    codes = []
    for at, (one, mark) in enumerate(zip(wanted, marks, strict=True)):
        shared["created_at"] = shared["updated_at"] = now + timedelta(microseconds=at)  # so that lists keep their order
        of_link = {"link_id": one.link.id, "name_id": names[one.link.id], "mark": mark} if one.link else {}
        codes.append(QrCode(
            id=uuid4(), account_id=account.id, title=text.line(one.title, LONGEST_TITLE, "title"), kind=one.kind,
            given=one.given or {}, content=one.content, search=search_text(one.title, one.given, one.content),
            **of_link, **shared))
        if at % AT_ONCE == 0:
            await asyncio.sleep(0)
    await QrCode.bulk_create(codes, batch_size=AT_ONCE)
    return [code.id for code in codes]


async def _names(links: Sequence[Link]) -> dict[UUID, int]:
    """The id of each new link's main name, which is printed from now on."""
    if not links:
        return {}
    found = await Name.filter(link_id__in=[link.id for link in links]).values_list("link_id", "folded", "id")
    main = {link.id: fold(link.short_code) for link in links}
    names: dict[UUID, int] = {link: id for link, folded, id in found if main[link] == folded}
    await Name.filter(id__in=list(names.values())).update(printed=F("printed") + 1)
    return names


async def _marks(count: int) -> list[str]:
    """As many different marks that are free just now."""
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        fresh = {draw(MARK_LENGTH) for _ in range(count - len(drawn))}
        taken = await QrCode.filter(mark__in=list(fresh)).values_list("mark", flat=True)
        drawn |= dict.fromkeys(fresh - {str(mark) for mark in taken})
    return list(drawn)
