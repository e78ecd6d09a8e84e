"""Keys of before are watched as ever after the upgrade (migration 47), and keep their terms."""

from aerich.utils import import_py_file

from app.accounts.models import Account
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.gateway.metering.pauses import BY_OWNER, pause_key, resume_key
from app.kernel import db
from app.kernel.migration_files import LOCATION
from tests.gateway.metering.calls import key_of


async def migrate(way: str) -> None:
    [file] = (LOCATION / "models").glob("47_*.py")
    async with db.transaction() as connection:
        script = await getattr(import_py_file(file), way)(connection)
        await connection.execute_script(script if "PRAGMA" in script else script.replace("BEGIN;", ""))


async def test_terms_of_before_stay_and_no_key_is_calm(dewi: Account) -> None:
    key = await key_of(dewi, requests_per_minute=5, models=["small"])
    await pause_key(dewi.id, key.id, BY_OWNER)
    await resume_key(dewi, key.id)
    await migrate("downgrade")
    await migrate("upgrade")

    terms = await AiKeyTerms.get(key_id=key.id)
    assert (terms.requests_per_minute, terms.models, terms.calm_until) == (5, ["small"], None)
