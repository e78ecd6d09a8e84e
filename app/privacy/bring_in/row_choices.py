"""What somebody chooses for the rows of a dry run: another name, or to leave a row out; and what an undo drops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.accounts.models import Account
from app.kernel.refusal import Refusal
from app.names import slug as slugs
from app.names.models import Name
from app.privacy.bring_in.dry_run_state import reason_of
from app.privacy.bring_in.import_row import LINK, MAKE, PAGE, RENAME, ImportRow
from app.privacy.bring_in.import_run import ImportRun

MOST_ROWS = 200  # of one form


def _numbers(texts: Sequence[str]) -> list[int]:
    """The ids among these texts, at most MOST_ROWS of them."""
    return [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 19][:MOST_ROWS]


async def save(run: ImportRun, account: Account, form: Mapping[str, str]) -> dict[int, str]:
    """Saves the fields `name-<id>` and `take-<id>` of the rows in `row-<id>`; returns what is wrong with names, by id.

    Rows that are valid are saved even if others are not. Nothing is changed once the import was started.
    """
    ids = _numbers([key.removeprefix("row-") for key in form if key.startswith("row-")])
    rows = await ImportRow.filter(run_id=run.id, id__in=ids, verdict__in=(MAKE, RENAME), made_at=None)
    faults = {}
    for row in rows if run.stage == "checked" else []:
        values: dict[str, object] = {"left_out": f"take-{row.id}" not in form}
        name = form.get(f"name-{row.id}", row.name)
        if row.noun in {LINK, PAGE} and name != row.name and not values["left_out"]:
            try:
                values["name"] = await _checked_name(run, account, row, name)
            except Refusal as refusal:
                faults[row.id] = reason_of(refusal)
        await ImportRow.filter(id=row.id, made_at=None).update(**values)
    return faults


async def _checked_name(run: ImportRun, account: Account, row: ImportRow, name: str) -> str:
    """The name that was typed, if it is free and no other row of the file has it. Raises: InvalidSlug, SlugTaken."""
    shown = slugs.check_slug(name)
    await Name.check_available(account, shown)
    if await ImportRow.filter(run_id=run.id, name=shown, noun__in=(LINK, PAGE)).exclude(id=row.id).exists():
        raise slugs.SlugTaken(shown)
    return shown


async def drop_used(run: ImportRun, ticked: Sequence[str]) -> None:
    """Stores which of the used rows the undo shall delete all the same."""
    if run.can_undo:
        made = ImportRow.made(run)
        await made.update(drop_used=False)
        if ids := _numbers(ticked):
            await ImportRow.made(run).filter(id__in=ids).update(drop_used=True)
