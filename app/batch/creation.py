"""Making a batch: one link and one code for each row, all of them in one transaction, or nothing."""

from __future__ import annotations

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.batch import packing_jobs
from app.batch.columns import LINK
from app.batch.dry_run import Plan, plan
from app.batch.models import KEPT_FOR, Batch
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, Busy, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.links.bulk_create import OneOfMany, shorten_many
from app.qr import bulk_create
from app.qr.bulk_create import Wanted
from app.qr.design import Design
from app.qr.look import Look, Said
from app.qr.render import pool
from app.qr.render.pool import Proof
from app.qr.saved_style import QrStyle

TRIES = 3


class RowsRefused(Refusal):
    code = "ROWS_REFUSED"
    says = N_("Some rows cannot be made as they are: see below. Nothing was made.")


class StyleUnreadable(Refusal):
    code, field = "QR_NOT_SCANNABLE", "style"
    says = N_("Codes in this style do not scan reliably. Choose another, or confirm that you want them all the same.")


async def look_of(account: Account, style: str) -> Look:
    """The look of a kept style, of the account's usual one where that is gone, or our own."""
    id = parse_uuid(style)
    kept = await QrStyle.owned_by(account).prefetch_related("logo").get_or_none(id=id) if id else None
    kept = kept or await QrStyle.usual(account)
    return kept.look if kept else Look(Design())


async def proof_of(account: Account, batch: Batch, planned: Plan) -> Proof:
    """The scan check of the batch's style on the longest content, which makes the finest pattern."""
    return await pool.proof(Said(planned.longest, planned.kind == LINK), await look_of(account, batch.chosen.style))


async def make(account: Account, batch: Batch, *, skip: bool = False, sure: bool = False) -> None:
    """Makes what the plan of a batch says, once: a second time does nothing. `skip` leaves refused rows out.

    Refusals: RowsRefused, LinksRunShort, CodesRunShort, TooManyNames, StyleUnreadable (unless `sure`).
    """
    if batch.made_at:
        return
    planned = await plan(account, batch.kind, batch.table.rows)
    if not planned.fine or (planned.refused and not skip):
        raise RowsRefused
    if planned.short:
        raise planned.short
    proof = await proof_of(account, batch, planned)
    if proof.verdict.grade == "bad" and not sure:
        raise StyleUnreadable
    look = await look_of(account, batch.chosen.style)
    await _until_made(account, batch, planned, Look(look.design, look.logo, proof.verdict.grade))


async def _until_made(account: Account, batch: Batch, planned: Plan, look: Look) -> None:
    for _ in range(TRIES):
        try:
            return await _make(account, batch, planned, look)
        except IntegrityError:  # a mark was drawn elsewhere in the same moment
            continue
        except OneOfMany:  # somebody took a name since the dry run
            raise RowsRefused from None
    raise Busy


async def _make(account: Account, batch: Batch, planned: Plan, look: Look) -> None:
    now, fine = clock.now(), planned.fine
    async with transaction():
        mine = Batch.filter(id=batch.id, made_at=None, typed=batch.typed)
        if not await mine.update(made_at=now, expires_at=now + KEPT_FOR):
            return
        codes = await bulk_create.make(account, await _wanted(account, planned), look)
        made = [[one.row.line, str(code)] for one, code in zip(fine, codes, strict=True)]
        await Batch.filter(id=batch.id).update(codes=made)
        await packing_jobs.enqueue(batch)
    await batch.refresh_from_db()


async def _wanted(account: Account, planned: Plan) -> list[Wanted]:
    fine = planned.fine
    if planned.kind == LINK:
        links = await shorten_many(account, [one.changes for one in fine])
        return [Wanted(one.placement, link) for one, link in zip(fine, links, strict=True)]
    return [Wanted(one.placement, kind=planned.kind, given=_given(one.row.cells), content=one.content)
            for one in fine]


def _given(cells: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in cells.items() if name != "placement"}
