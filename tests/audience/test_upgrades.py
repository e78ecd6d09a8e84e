"""Subscribers of before the release that remembers who left."""

from aerich.utils import import_py_file
from tortoise.transactions import in_transaction

from app.audience.models import Subscriber
from app.audience.suppression import Suppression
from app.kernel.db import MAIN
from app.kernel.migration_files import LOCATION
from tests.audience.conftest import CONSENT, Forms
from tests.audience.test_views import subscriber


async def test_subscribers_stay_as_they_were_and_can_leave_for_good(forms: Forms) -> None:
    kept = await subscriber(forms.page, "rani@example.com")
    [file] = (LOCATION / "models").glob("9_*.py")
    migration = import_py_file(file)
    for way in (migration.downgrade, migration.upgrade):
        async with in_transaction(MAIN) as connection:
            await connection.execute_script((await way(connection)).replace("BEGIN;", ""))

    stored_subscriber = await Subscriber.get(id=kept.id)
    assert (
        stored_subscriber.email,
        stored_subscriber.consent,
        stored_subscriber.asked_consent,
        stored_subscriber.status,
    ) == (kept.email, CONSENT, "", "active")
    await stored_subscriber.erase()
    assert await Suppression.withdrawn(forms.page.id, kept.email)
