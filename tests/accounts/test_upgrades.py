"""Accounts of before two of their columns were renamed (migration 13)."""

from aerich.utils import import_py_file

from app.accounts.models import Account
from app.kernel import clock, db
from app.kernel.migration_files import LOCATION

COLUMNS = 'SELECT "{}" AS age, "{}" AS onboarding FROM "accounts" ORDER BY "email"'


async def migrate(way: str) -> None:
    """Runs migration 13 up or down as aerich does, on rows as they are."""
    [file] = (LOCATION / "models").glob("13_*.py")
    async with db.transaction() as connection:
        script = await getattr(import_py_file(file), way)(connection)
        await connection.execute_script(script.replace("BEGIN;", ""))


async def test_renamed_columns_of_accounts_keep_what_they_held(budi: Account, sari: Account) -> None:
    budi.onboarded_at = clock.now()
    await budi.save(update_fields=["onboarded_at"])
    rows = await db.query_rows(COLUMNS.format("age_confirmed_at", "onboarded_at"), [])

    await migrate("downgrade")
    assert await db.query_rows(COLUMNS.format("of_age_at", "settled_at"), []) == rows

    await migrate("upgrade")
    assert await db.query_rows(COLUMNS.format("age_confirmed_at", "onboarded_at"), []) == rows
    [first, second] = [await Account.get(id=account.id) for account in (budi, sari)]
    assert (first.onboarded_at, second.onboarded_at) == (budi.onboarded_at, None)
    assert (first.age_confirmed_at, second.age_confirmed_at) == (budi.age_confirmed_at, sari.age_confirmed_at)
