"""Keys of before there were scopes may do everything after the upgrade (migration 36), and are as they were."""

from aerich.utils import import_py_file

from app.accounts.models import Account
from app.kernel import db
from app.kernel.migration_files import LOCATION
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey, KeyUsage, LoggedRequest, MonthlyUsage
from app.keys.rotation import replace_key
from tests.keys.callers import past_request


async def migrate(way: str) -> None:
    [file] = (LOCATION / "models").glob("36_*.py")
    async with db.transaction() as connection:
        script = await getattr(import_py_file(file), way)(connection)
        await connection.execute_script(script if "PRAGMA" in script else script.replace("BEGIN;", ""))


async def test_keys_of_before_keep_all_scopes(sari: Account) -> None:
    key, raw = await ApiKey.issue(sari, "old", terms=KeyTerms("links:read", "203.0.113.0/24", 90))
    await past_request(key)
    async with MonthlyUsage.counted_request(await ApiKey.authenticate(raw)):
        pass
    await migrate("downgrade")
    await migrate("upgrade")

    old = await ApiKey.authenticate(raw)
    assert (old.name, old.scopes, old.networks, old.expires_at, old.replaced_at) == ("old", "*", "", None, None)
    assert (await KeyUsage.get()).requests == 1
    assert await LoggedRequest.all().count() == 0
    new, _ = await replace_key(old)
    assert new.has_every_scope
