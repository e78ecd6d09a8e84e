"""What people agreed to before there was a table of consents is in it after the upgrade (migration 27)."""

from aerich.utils import import_py_file

from app.accounts.consent import AGE, NEWS, TERMS, Consent
from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock, db
from app.kernel.migration_files import LOCATION
from app.privacy import restriction
from tests import world


async def migrate(way: str, number: int) -> None:
    [file] = (LOCATION / "models").glob(f"{number}_*.py")
    async with db.transaction() as connection:
        script = await getattr(import_py_file(file), way)(connection)
        await connection.execute_script(script if "PRAGMA" in script else script.replace("BEGIN;", ""))


async def test_consents_of_before_are_kept_and_nothing_else_changes(sari: Account, budi: Account) -> None:
    user, other = await world.owner(sari), await world.owner(budi)
    now = clock.now()
    await User.filter(id=user.id).update(news_agreed_at=now)
    await User.filter(id=other.id).update(terms_seen="")
    link = await world.shorten(sari, "promo")
    for number in (57, 56, 27):  # what 57 adds refers to a table of 27; the trigger of 56 calls a function of ours
        await migrate("downgrade", number)
    for number in (27, 56, 57):
        await migrate("upgrade", number)

    rows = {(row.user_id, row.kind): row for row in await Consent.all()}
    assert rows.keys() == {(user.id, TERMS), (user.id, AGE), (user.id, NEWS), (other.id, AGE)}
    assert rows[user.id, TERMS].version == user.terms_seen
    assert (rows[user.id, AGE].agreed_at, rows[user.id, NEWS].agreed_at) == (user.age_confirmed_at, now)
    again = await User.get(id=user.id)
    assert (again.username, again.phone, again.organisation, again.delete_at) == ("", "", "", None)
    account = await Account.get(id=sari.id)
    assert (account.frozen_at, account.delete_at, account.links_used) == (None, None, 1)
    await link.refresh_from_db()
    await restriction.freeze(account, again)
