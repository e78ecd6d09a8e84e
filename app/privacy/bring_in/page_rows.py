"""The bio pages of an import. They are made as drafts: whoever imports looks at them and publishes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from app.accounts.models import Account
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.names import slug as slugs
from app.names.models import Name
from app.pages.content import Content
from app.pages.json import block_input
from app.pages.models import Page
from app.pages.transfer.export_import import prepare_import, replace_picture_ids
from app.pages.transfer.import_request import PageImport, to_content
from app.privacy.bring_in.dry_run_state import ImportPlan, reason_of, suggest_names
from app.privacy.bring_in.import_row import CANNOT, HERE, MAKE, PAGE, RENAME, ImportRow
from app.privacy.bring_in.link_rows import Blocked, InTheTrash
from app.privacy.bring_in.pictures import PictureSource, picture_ids
from app.privacy.bring_in.row_schema import PageRow, read_row
from app.privacy.bring_in.undoing_names import held_names


def page_content(row: PageRow, account: Account) -> Content:
    """The content of a page, with the ids of pictures as in the file. Raises: InTheTrash, Blocked, those of a file."""
    if row.deleted_at:
        raise InTheTrash
    if row.blocked_at:
        raise Blocked
    try:
        body = PageImport.model_validate({"kliqs_page": 1, "slug": "page", "content": row.draft})
    except ValidationError as invalid:
        raise block_input.to_refusal(invalid) from None
    return to_content(body, account)


async def plan_pages(
    plan: ImportPlan, numbered: Sequence[tuple[int, dict[str, Any]]], pictures: PictureSource
) -> list[ImportRow]:
    """The rows of a batch of pages with their verdicts."""
    rows = []
    for number, raw in numbered:
        row = plan.row(PAGE, number, str(raw.get("id", "")), str(raw.get("slug", "")), str(raw.get("title", "")))
        try:
            page = read_row(PageRow, raw)
            content = page_content(page, plan.account)
            missing = len([id for id in content.pictures if id not in pictures])
            await _decide(plan, row, page, content)
            if missing and not row.reason:
                row.reason = _("Pictures that the file lacks: %(number)s") % {"number": missing}
        except Refusal as refusal:
            row.verdict, row.reason = CANNOT, reason_of(refusal)
        rows.append(row)
    return rows


async def _decide(plan: ImportPlan, row: ImportRow, page: PageRow, content: Content) -> None:
    """Gives the row of a valid page its verdict and name."""
    name = await Name.find(page.slug)
    if name and name.page_id and name.account_id == plan.account.id and name.held_at is None:
        own = await Page.owned_by(plan.account).get_or_none(id=name.page_id)
        if own and _alike(own.content, content):
            row.verdict, row.undo = HERE, {"here": str(own.id)}
            return
    verdict, folded = MAKE, slugs.fold_name(page.slug)
    try:
        slugs.check_slug(page.slug)
        if folded in plan.used or (name and not name.is_claimable_by(plan.account)):
            verdict = RENAME
    except Refusal:
        verdict = RENAME
    plan.used.add(folded)
    if verdict == RENAME:
        row.name = (await suggest_names([row.wanted], plan.used))[row.wanted]
    plan.take_room(row, verdict, _("Your plan has no room left for it."))


def _alike(own: Content, other: Content) -> bool:
    """Whether two pages are the same but for the ids of their pictures."""
    first, second = (replace_picture_ids(each, dict.fromkeys(each.pictures, "x")) for each in (own, other))
    return first == second


async def make_page(account: Account, row: ImportRow, raw: dict[str, Any], pictures: PictureSource) -> None:
    """Makes the page of a row as a draft, and records it in the same transaction.

    Pictures that the file lacks are left out. Raises: those of `page_content`, `prepare_import` and Page.make.
    """
    content, before = page_content(read_row(PageRow, raw), account), await picture_ids(account)
    files = await pictures.files(content.pictures)
    content = replace_picture_ids(content, {id: "" for id in content.pictures if id not in files})
    content = await prepare_import(account, row.name, content, files)
    own = {str(id) for id in before}
    async with transaction():
        held = await held_names(account, [row.name])
        made = await Page.make(account, row.name, content)
        undo = {"version": made.version, "held": held, "media": sorted(content.pictures - own)}
        await row.mark_made(made.id, undo)
