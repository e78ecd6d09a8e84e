"""The saved styles of QR codes of an import. A style whose name is there already is never replaced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.accounts.models import Account
from app.kernel import text
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.media.models import Media
from app.privacy.bring_in.dry_run_state import ImportPlan, reason_of
from app.privacy.bring_in.import_row import CANNOT, HERE, MAKE, STYLE, ImportRow
from app.privacy.bring_in.pictures import PictureSource, picture_ids
from app.privacy.bring_in.row_schema import StyleRow, read_row
from app.qr.design import Design
from app.qr.look import Look
from app.qr.saved_style import MAX_NAME_LENGTH, SavedStyle, StyleNameMissing


class StyleHere(InvalidRequest):
    """The account has a style of that name."""

    says = N_("You have a style of that name already. It stays as it is.")


async def plan_styles(plan: ImportPlan, numbered: Sequence[tuple[int, dict[str, Any]]]) -> list[ImportRow]:
    """The rows of a batch of styles with their verdicts."""
    rows = []
    existing = {style.folded for style in await SavedStyle.owned_by(plan.account)}
    for number, raw in numbered:
        row = plan.row(STYLE, number, str(raw.get("id", "")), str(raw.get("name", "")), "")
        try:
            style = read_row(StyleRow, raw)
            Design.of(style.design)
            folded = _folded(style)
            if folded in existing:
                row.verdict, row.reason = HERE, reason_of(StyleHere())
            else:
                existing.add(folded)
                plan.take_room(row, MAKE, _("You have as many styles as an account can have."))
        except Refusal as refusal:
            row.verdict, row.reason = CANNOT, reason_of(refusal)
        rows.append(row)
    return rows


def _folded(style: StyleRow) -> str:
    """The folded name of a style. Raises: TooLong, StyleNameMissing."""
    if not (name := text.clean_line(style.name, MAX_NAME_LENGTH, "name")):
        raise StyleNameMissing
    return text.fold_identifier(name, MAX_NAME_LENGTH)


async def make_style(account: Account, row: ImportRow, raw: dict[str, Any], pictures: PictureSource) -> None:
    """Makes the style of a row, and records it in the same transaction. Raises: StyleHere, those of save_look."""
    style, before = read_row(StyleRow, raw), await picture_ids(account)
    logo = await pictures.store(account, style.logo_id)
    look = Look(design_of(style.design, logo), logo)
    async with transaction():
        if await SavedStyle.owned_by(account).filter(folded=_folded(style)).exists():
            raise StyleHere
        made = await SavedStyle.save_look(account, style.name, look)
        await row.mark_made(made.id, {"design": look.design.as_dict(), "media": new_pictures(logo, before)})


def design_of(stored: dict[str, Any], logo: Media | None) -> Design:
    """The validated design of a row, without a logo where there is no picture of one. Raises: those of Design.of."""
    design = Design.of(stored)
    return design if logo or not design.logo else design.with_changes({"logo": False})


def new_pictures(logo: Media | None, before: set[Any]) -> list[str]:
    """The id of a picture in a list, if it is none of those of before."""
    return [str(logo.id)] if logo and logo.id not in before else []
