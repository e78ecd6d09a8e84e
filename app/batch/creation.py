"""Creates a batch: one link and one code for each row, all of them in one transaction, or nothing."""

from __future__ import annotations

from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.batch import packing_jobs
from app.batch.columns import LINK
from app.batch.dry_run import Plan, plan_rows
from app.batch.models import KEPT_FOR, Batch
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, Busy, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.links.bulk_create import ItemRefused, create_links
from app.links.history.author import BATCH, writing_through
from app.qr import bulk_create
from app.qr.bulk_create import CodeSpec
from app.qr.design import Design
from app.qr.look import CodeContent, Look
from app.qr.render import pool
from app.qr.render.pool import Proof
from app.qr.saved_style import SavedStyle

CREATE_ATTEMPTS = 3


class RowsRefused(Refusal):
    """Some rows are refused, and leaving them out was not requested."""

    code = "ROWS_REFUSED"
    says = N_("Some rows cannot be created as they are: see below. Nothing was created.")


class StyleNotScannable(Refusal):
    """The style fails the scan check for this batch, and the caller has not confirmed its use."""

    code, field = "QR_NOT_SCANNABLE", "style"
    says = N_("Codes in this style do not scan reliably. Choose another, or confirm that you want them all the same.")


async def load_look(account: Account, style: str) -> Look:
    """The look of the saved style with this id; without such a style that of the default style, or our own."""
    id = parse_uuid(style)
    saved = await SavedStyle.owned_by(account).prefetch_related("logo").get_or_none(id=id) if id else None
    saved = saved or await SavedStyle.default_for(account)
    return saved.look if saved else Look(Design())


async def draw_style_proof(account: Account, batch: Batch, planned: Plan) -> Proof:
    """The scan check of the batch's style with the longest content, which makes the densest code."""
    look = await load_look(account, batch.parsed_options.style)
    return await pool.draw_proof(CodeContent(planned.longest_content, planned.kind == LINK), look)


async def create_batch(account: Account, batch: Batch, *, skip: bool = False, sure: bool = False) -> None:
    """Create the links and codes of a batch once; further calls do nothing. `skip` leaves refused rows out.

    Raises: RowsRefused, NotEnoughLinks, NotEnoughCodes, TooManyNames, and StyleNotScannable unless `sure`.
    """
    if batch.made_at:
        return
    planned = await plan_rows(account, batch.kind, batch.table.rows)
    if not planned.accepted or (planned.refused and not skip):
        raise RowsRefused
    if planned.room_refusal:
        raise planned.room_refusal
    proof = await draw_style_proof(account, batch, planned)
    if proof.verdict.grade == "bad" and not sure:
        raise StyleNotScannable
    look = await load_look(account, batch.parsed_options.style)
    await _create_with_retries(account, batch, planned, Look(look.design, look.logo, proof.verdict.grade))


async def _create_with_retries(account: Account, batch: Batch, planned: Plan, look: Look) -> None:
    """Create the rows, again when another process takes a mark at the same moment. Raises: RowsRefused, Busy."""
    for _ in range(CREATE_ATTEMPTS):
        try:
            return await _create_rows(account, batch, planned, look)
        except IntegrityError:  # another process took a mark at the same moment
            continue
        except ItemRefused:  # a name was taken since the dry run
            raise RowsRefused from None
    raise Busy


async def _create_rows(account: Account, batch: Batch, planned: Plan, look: Look) -> None:
    """Create the rows in one transaction, unless another request created or changed the batch first."""
    now, fine = clock.now(), planned.accepted
    async with transaction():
        draft = Batch.filter(id=batch.id, made_at=None, typed=batch.typed)
        if not await draft.update(made_at=now, expires_at=now + KEPT_FOR):
            return
        codes = await bulk_create.create_codes(account, await _code_specs(account, planned), look)
        codes_by_line = [[planned_row.row.line, str(code)] for planned_row, code in zip(fine, codes, strict=True)]
        await Batch.filter(id=batch.id).update(codes=codes_by_line)
        await packing_jobs.enqueue(batch)
    await batch.refresh_from_db()


async def _code_specs(account: Account, planned: Plan) -> list[CodeSpec]:
    """The codes to create; the links of a batch of short links are created here."""
    fine = planned.accepted
    if planned.kind == LINK:
        with writing_through(BATCH):
            links = await create_links(account, [row.changes for row in fine])
        return [CodeSpec(row.code_title, link) for row, link in zip(fine, links, strict=True)]
    return [
        CodeSpec(row.code_title, kind=planned.kind, values=_field_values(row.row.cells), content=row.content)
        for row in fine
    ]


def _field_values(cells: dict[str, str]) -> dict[str, str]:
    """The values of a static code's fields."""
    return {name: value for name, value in cells.items() if name != "placement"}
