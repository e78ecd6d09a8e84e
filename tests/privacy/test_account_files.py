"""The files of an account that is deleted go with it, of whatever package they are."""

from __future__ import annotations

from app.accounts.models import Account
from app.privacy.account_files import remove_files
from app.privacy.bring_in import file_store as imports
from app.privacy.bring_in.import_run import ImportRun
from tests.privacy import furnished
from tests.privacy.bring_in import archives


async def test_exports_and_imports_leave_no_file_behind(database: str) -> None:
    sari = await furnished.build()
    export = await archives.exported(sari)
    async with remove_files([sari.id]):
        pass
    assert export.exists(), "an account that is kept keeps its files"

    await archives.brought_in(sari, export.read_bytes())
    brought = imports.file_path((await ImportRun.get(account_id=sari.id)).id)
    assert brought.exists()
    async with remove_files([sari.id]):
        await Account.filter(id=sari.id).delete()
    assert not export.exists() and not brought.exists()
