"""Undoes an import as a whole: what nobody used since disappears without a trace, names included.

What was used since is kept, unless its owner ticked it; then it goes to the trash as if it had been deleted by hand.
Used is a link that somebody followed, that was changed, or that another QR code carries; a page that was changed,
published or viewed; a code that was scanned or changed; a style that was changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from tortoise.expressions import F, Q
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.uuid_parser import parse_uuid
from app.kernel.yielding_transaction import run_yielding_transaction
from app.links.models import Link
from app.links.tag import Tag
from app.media import orphans
from app.media.models import Media
from app.names.models import Name
from app.pages.models import Page
from app.plans import quota
from app.privacy.bring_in.dry_run import Progress
from app.privacy.bring_in.import_row import CODE, LINK, PAGE, STYLE, ImportRow
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.bring_in.undoing_names import hold_again
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from app.visits.sealed import edits
from app.visits.visit import key_in_visits
from app.webhooks import outbox

ORDER = (CODE, PAGE, LINK, STYLE)  # codes before what they carry
BATCH_SIZE = 100
UNUSED_SINCE = clock.EARLIEST  # as old as the sweep of pictures wants those that nothing shows


async def used_rows(run: ImportRun, noun: str = "", ids: Sequence[int] = ()) -> list[ImportRow]:
    """The rows of an import that were used since they were made; with `ids`, those among these rows."""
    rows = ImportRow.made(run).filter(**({"noun": noun} if noun else {}), **({"id__in": list(ids)} if ids else {}))
    by_noun: dict[str, dict[UUID, ImportRow]] = {each: {} for each in ORDER}
    for row in await rows.order_by("id"):
        by_noun[row.noun][row.made_id or UUID(int=0)] = row
    used = [*await _used_links(run, by_noun[LINK]), *await _used_pages(by_noun[PAGE])]
    used += [*await _used_codes(by_noun[CODE]), *await _used_styles(by_noun[STYLE])]
    return sorted(used, key=lambda row: row.id)


async def _used_links(run: ImportRun, rows: dict[UUID, ImportRow]) -> list[ImportRow]:
    """The rows whose links were followed, changed, or got a QR code of their own."""
    links = await Link.filter(id__in=list(rows), deleted_at=None)
    own = ImportRow.filter(run_id=run.id, noun=CODE, made_id__not_isnull=True)
    own_codes = set(await own.values_list("made_id", flat=True)) if links else set()
    codes = await QrCode.filter(link_id__in=[link.id for link in links]).only("id", "link_id") if links else []
    carried = {code.link_id for code in codes if code.id not in own_codes}
    return [
        rows[link.id]
        for link in links
        if link.followed or link.version != rows[link.id].undo.get("version") or link.id in carried
    ]


async def _used_pages(rows: dict[UUID, ImportRow]) -> list[ImportRow]:
    pages = await Page.filter(id__in=list(rows), deleted_at=None) if rows else []
    codes = await QrCode.filter(page_id__in=list(rows), scans__gt=0).only("id", "page_id") if rows else []
    scanned = {code.page_id for code in codes}
    return [
        rows[page.id]
        for page in pages
        if page.views or page.published_at or page.version != rows[page.id].undo.get("version") or page.id in scanned
    ]


async def _used_codes(rows: dict[UUID, ImportRow]) -> list[ImportRow]:
    codes = await QrCode.filter(id__in=list(rows), deleted_at=None) if rows else []
    return [rows[code.id] for code in codes if code.scans or code.version != rows[code.id].undo.get("version")]


async def _used_styles(rows: dict[UUID, ImportRow]) -> list[ImportRow]:
    styles = await SavedStyle.filter(id__in=list(rows)) if rows else []
    return [rows[style.id] for style in styles if style.design != rows[style.id].undo.get("design")]


async def undo_import(run: ImportRun, account: Account, progress: Progress) -> None:
    """Undoes what an import made. It can be run again after a stop. Raises: those of `progress`."""
    total, done = await ImportRow.made(run).count(), 0
    for noun in ORDER:
        after = 0
        while rows := await ImportRow.made(run).filter(noun=noun, id__gt=after).order_by("id").limit(BATCH_SIZE):
            after = rows[-1].id
            await _undo_batch(run, account, noun, rows)
            done += len(rows)
            await progress(done, total)
    await ImportRun.filter(id=run.id, undone_at=None).update(undone_at=clock.now())


async def _undo_batch(run: ImportRun, account: Account, noun: str, rows: list[ImportRow]) -> None:
    """Undoes rows of one noun: the unused ones at once, the ticked ones by deleting them as a person would."""
    used = {row.id for row in await used_rows(run, noun, [row.id for row in rows])}
    unused = [row for row in rows if row.id not in used]
    if noun == LINK and unused:
        keys = [key_in_visits(row.made_id) for row in unused if row.made_id]  # of programs, which are no use
        await edits.detach_links(key_in_visits(account.id), keys)
    await run_yielding_transaction(partial(_remove_unused, account, noun, unused))
    await _forget_pictures(account, unused)
    for row in rows:
        if row.id in used and row.drop_used:
            await _delete(account, row)


async def _remove_unused(account: Account, noun: str, rows: list[ImportRow]) -> None:
    """Removes unused objects and marks their rows as undone; inside a transaction."""
    await quota.lock_account(account)
    await _remove(account, noun, rows)
    await ImportRow.filter(id__in=[row.id for row in rows]).update(undone_at=clock.now())


async def _remove(account: Account, noun: str, rows: list[ImportRow]) -> None:
    """Removes unused objects without a trace; inside a transaction."""
    ids = [row.made_id for row in rows if row.made_id]
    if noun == CODE:
        printed = (
            await QrCode.filter(id__in=ids, deleted_at=None).exclude(name_id=None).values_list("name_id", flat=True)
        )
        for name_id in printed:
            await Name.filter(id=name_id).update(printed=F("printed") - 1)
        await QrCode.filter(id__in=ids).delete()
    elif noun == STYLE:
        await SavedStyle.filter(id__in=ids).delete()
    elif noun == PAGE:
        await Name.filter(page_id__in=ids, printed=0).delete()
        await Page.filter(id__in=ids).delete()
    else:
        await _remove_links(account, ids, rows)
    for row in rows:
        await hold_again(account, row.undo.get("held", []))


async def _remove_links(account: Account, ids: list[UUID], rows: list[ImportRow]) -> None:
    """Removes links with their names and with the tags that the import made and nothing else has."""
    live = await Link.filter(id__in=ids, deleted_at=None).count()
    await outbox.announce(account.id, "link.deleted", ids)
    await Name.release(ids)
    await Link.filter(id__in=ids).delete()
    await quota.uncount_links(account, live)
    tags = [tag for row in rows for tag in row.undo.get("tags", [])]
    await Tag.owned_by(account).filter(id__in=tags).filter(Q(links__id__isnull=True)).delete() if tags else None


async def _forget_pictures(account: Account, rows: list[ImportRow]) -> None:
    """Deletes the pictures that the import stored, if nothing shows them; not inside a transaction."""
    stored = [id for row in rows for text in row.undo.get("media", []) if (id := parse_uuid(text))]
    if stored:
        await Media.owned_by(account).filter(id__in=stored).update(created_at=UNUSED_SINCE)
        for id in stored:
            await orphans.delete_if_unused(id, clock.now() - orphans.MIN_AGE)


async def _delete(account: Account, row: ImportRow) -> None:
    """Deletes a used object as a person would: it can be restored from the trash, but for a style."""
    owned: dict[str, QuerySet[Any]] = {
        LINK: Link.owned_by(account),
        PAGE: Page.owned_by(account),
        CODE: QrCode.owned_by(account),
        STYLE: SavedStyle.owned_by(account),
    }
    thing = await owned[row.noun].get_or_none(id=row.made_id)
    if row.noun == LINK and thing:
        await thing.soft_delete(account)
    elif thing:
        await (thing.delete() if row.noun == STYLE else thing.soft_delete())
    await ImportRow.filter(id=row.id).update(undone_at=clock.now())
