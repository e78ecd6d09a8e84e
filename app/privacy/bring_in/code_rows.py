"""The QR codes of an import. A code of a link or a page is made for what that link or page has become here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.accounts.models import Account
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, InvalidRequest, NotFound, Refusal
from app.names.models import Name
from app.names.slug import lookup_key
from app.payloads.registry import KINDS
from app.privacy.bring_in import import_row
from app.privacy.bring_in.dry_run_state import ImportPlan, reason_of
from app.privacy.bring_in.import_row import CANNOT, CODE, HERE, MAKE, RENAME, ImportRow
from app.privacy.bring_in.link_rows import InTheTrash
from app.privacy.bring_in.pictures import PictureSource, picture_ids
from app.privacy.bring_in.row_schema import CodeRow, read_row
from app.privacy.bring_in.style_rows import design_of, new_pictures
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import LINK, PAGE, QrCode
from app.qr.weaknesses import GRADES

OWNERS = {LINK: import_row.LINK, PAGE: import_row.PAGE}


class OwnerNotBroughtIn(InvalidRequest):
    """The link or page of the code is not made."""

    says = N_("Its link or page is not brought in.")


class UnknownCodeKind(InvalidRequest):
    """There is no such kind of code here."""

    says = N_("This Kliqs does not know that kind of QR code.")


async def plan_codes(plan: ImportPlan, numbered: Sequence[tuple[int, dict[str, Any]]]) -> list[ImportRow]:
    """The rows of a batch of codes with their verdicts; links and pages are planned before."""
    sources = {str(raw.get(column))[:40] for _number, raw in numbered for column in ("link_id", "page_id")}
    planned = await ImportRow.filter(run_id=plan.run.id, source__in=list(sources)) if sources else []
    owners = {(row.noun, row.source): row for row in planned}
    rows = []
    for number, raw in numbered:
        row = plan.row(CODE, number, str(raw.get("id", "")), str(raw.get("name", "")), str(raw.get("title", "")))
        try:
            await _decide(plan, row, read_row(CodeRow, raw), owners)
        except Refusal as refusal:
            row.verdict, row.reason = CANNOT, reason_of(refusal)
        rows.append(row)
    return rows


async def _decide(plan: ImportPlan, row: ImportRow, code: CodeRow, owners: dict[tuple[str, str], ImportRow]) -> None:
    """Gives the row of a code its verdict. Raises: why it cannot be made."""
    if code.deleted_at:
        raise InTheTrash
    Design.of(code.design)
    existing = QrCode.owned_by(plan.account).filter(title=code.title)
    if code.kind in OWNERS:
        owner = owners.get((OWNERS[code.kind], code.link_id or code.page_id or ""))
        if owner is None or owner.verdict not in {MAKE, RENAME, HERE}:
            raise OwnerNotBroughtIn
        row.name = owner.name
        here = owner.undo.get("here")
        is_here = bool(here) and await existing.filter(**{f"{code.kind}_id": here}).exists()
    else:
        content = _static_values(code)[1]
        row.wanted = row.name = ""
        is_here = await existing.filter(kind=code.kind, content=content).exists()
    if is_here:
        row.verdict = HERE
    else:
        plan.take_room(row, MAKE, _("Your plan has no room left for it."))


def _static_values(code: CodeRow) -> tuple[dict[str, str], str]:
    """The values and the content of a static code. Raises: UnknownCodeKind, those of the kind."""
    if (kind := KINDS.get(code.kind)) is None:
        raise UnknownCodeKind
    return kind.read(code.given), kind.encode(code.given)


async def make_code(account: Account, row: ImportRow, raw: dict[str, Any], pictures: PictureSource) -> None:
    """Makes the code of a row, and records it in the same transaction.

    Raises: OwnerNotBroughtIn, MadeAlready, those of QrCode.create_for_name and create_static.
    """
    code, before = read_row(CodeRow, raw), await picture_ids(account)
    name = await _name_of(account, row, code) if code.kind in OWNERS else None
    logo = await pictures.store(account, code.logo_id)
    look = Look(design_of(code.design, logo), logo, code.grade if code.grade in GRADES else "")
    async with transaction():
        if name:
            made = await QrCode.create_for_name(account, name, code.title, look)
        else:
            given, content = _static_values(code)
            made = await QrCode.create_static(account, code.kind, given, content, code.title, look)
        await row.mark_made(made.id, {"version": made.version, "media": new_pictures(logo, before)})


async def _name_of(account: Account, row: ImportRow, code: CodeRow) -> Name:
    """The name that the code carries: that of the file if its link has it here, else the main one.

    Raises: OwnerNotBroughtIn.
    """
    source = (code.link_id or code.page_id or "")[:40]
    owner = await ImportRow.filter(run_id=row.run_id, noun=OWNERS[code.kind], source=source).first()
    owner_id = _made_or_here(owner)
    if owner is None or owner_id is None:
        raise OwnerNotBroughtIn
    names = await Name.on_domain().filter(account_id=account.id, held_at=None, **{f"{code.kind}_id": owner_id})
    by_folded = {name.folded: name for name in names}
    chosen = by_folded.get(lookup_key(code.name)) or by_folded.get(lookup_key(owner.name))
    if chosen is None:
        raise NotFound
    return chosen


def _made_or_here(owner: ImportRow | None) -> UUID | None:
    """The id of what the row of a link or page was made into, or was here as."""
    if owner is None:
        return None
    return owner.made_id or (UUID(owner.undo["here"]) if owner.undo.get("here") else None)
