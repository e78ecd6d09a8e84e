"""Create many QR codes at once, by the same rules as one: either all or none. Call it inside a transaction."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from tortoise.expressions import F

from app.accounts.models import Account
from app.kernel import clock, text
from app.links.models import Link
from app.names.models import Name
from app.names.slug import fold_name, random_slug
from app.plans import quota
from app.plans.quota import CodeLimitReached, NotEnoughCodes
from app.qr.look import Look
from app.qr.models import LINK, LONGEST_TITLE, QrCode
from app.qr.search_text import build_code_search_text
from app.visits.recording.capture import PLACEMENT_LENGTH
from app.webhooks import outbox

BATCH_SIZE = 50  # rows in one statement; other tasks run between statements


@dataclass(frozen=True, slots=True)
class CodeSpec:
    """A code to create: of `link`, or a static one of kind `kind` with the content `content` and the form values
    `values`.
    """

    title: str
    link: Link | None = None
    kind: str = LINK
    values: dict[str, str] | None = None
    content: str = ""


async def reserve_codes(account: Account, count: int) -> None:
    """Reserve room for `count` codes in the account's plan, all or none. Raises: NotEnoughCodes."""
    try:
        await quota.check_room_for_codes(account, lambda: QrCode.count_owned(account), count)
    except CodeLimitReached as full:
        raise NotEnoughCodes(count=count, room=max(full.facts["limit"] - full.facts["used"], 0)) from None


async def create_codes(account: Account, specs: Sequence[CodeSpec], look: Look) -> list[UUID]:
    """Create all codes in one look with a few statements; returns their ids in the order of `specs`.

    Raises: NotEnoughCodes, TooLong, and IntegrityError when another process draws the same mark at the same moment.
    """
    await reserve_codes(account, len(specs))
    name_ids = await _print_names([spec.link for spec in specs if spec.link])
    marks, common_columns, now = await _draw_marks(len(specs)), look.columns(), clock.now()
    codes = []
    for position, (spec, mark) in enumerate(zip(specs, marks, strict=True)):
        created_at = now + timedelta(microseconds=position)  # so that lists keep their order
        common_columns |= {"created_at": created_at, "updated_at": created_at}
        link_columns = {"link_id": spec.link.id, "name_id": name_ids[spec.link.id], "mark": mark} if spec.link else {}
        codes.append(_build_code(account, spec, link_columns | common_columns))
        if position % BATCH_SIZE == 0:
            await asyncio.sleep(0)
    await QrCode.bulk_create(codes, batch_size=BATCH_SIZE)
    await outbox.announce(account.id, "qr.created", [code.id for code in codes])
    return [code.id for code in codes]


def _build_code(account: Account, spec: CodeSpec, more_columns: Mapping[str, Any]) -> QrCode:
    """An unsaved code; `more_columns` are the columns that do not follow from the spec. Raises: TooLong."""
    return QrCode(
        id=uuid4(),
        account_id=account.id,
        title=text.clean_line(spec.title, LONGEST_TITLE, "title"),
        kind=spec.kind,
        given=spec.values or {},
        content=spec.content,
        search=build_code_search_text(spec.title, spec.values, spec.content),
        **more_columns,
    )


async def _print_names(links: Sequence[Link]) -> dict[UUID, int]:
    """The id of each link's main name, by link id. The names are marked as printed."""
    if not links:
        return {}
    rows = await Name.on_domain().filter(link_id__in=[link.id for link in links]).values_list("link_id", "folded", "id")
    folded_by_link = {link.id: fold_name(link.short_code) for link in links}
    names: dict[UUID, int] = {link: id for link, folded, id in rows if folded_by_link[link] == folded}
    await Name.filter(id__in=list(names.values())).update(printed=F("printed") + 1)
    return names


async def _draw_marks(count: int) -> list[str]:
    """`count` different marks that are free at this moment."""
    marks: dict[str, None] = {}
    while len(marks) < count:
        candidates = {random_slug(PLACEMENT_LENGTH) for _ in range(count - len(marks))}
        taken = await QrCode.filter(mark__in=list(candidates)).values_list("mark", flat=True)
        marks |= dict.fromkeys(candidates - {str(mark) for mark in taken})
    return list(marks)
