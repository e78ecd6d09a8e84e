"""The end of a permission: told seven days before, in a mail and on the page, once for each end."""

from datetime import timedelta

from app.accounts.models import Account
from app.accounts.user import User
from app.mail.models import OutgoingEmail
from app.publishing.connections.connection import Connection
from app.publishing.connections.permission_expiry import SOON, permission_end, send_reminders
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.networks.oauth_server import Practice
from tests.publishing.connections.conftest import HOME, begin, come_back, connect, text_of

DAYS = 86_400


async def mails() -> list[str]:
    return [mail.subject for mail in await OutgoingEmail.filter(kind="connections").order_by("created_at")]


async def connect_for(days: int, browser: Browser, network: Practice) -> Connection:
    """A connection that nobody but the person can renew, for so many days."""
    network.manners = {"refreshable": False}
    network.server.authorization.access_seconds = days * DAYS
    return await connect(browser, network)


async def test_a_permission_that_ends_is_told_seven_days_before_once(
    as_sari: Browser, sari: Account, network: Practice, moved: Clock
) -> None:
    connection = await connect_for(60, as_sari, network)
    assert await permission_end(connection) == connection.access_ends_at
    moved.on(timedelta(days=52, hours=23))
    await send_reminders()
    assert await mails() == []
    moved.on(timedelta(hours=1))
    for _ in range(3):
        await send_reminders()
        moved.on(timedelta(days=1))
    [subject] = await mails()
    assert subject.startswith("Reconnect Nusantara Kopi on Practice before ")
    as_sari.sign_in(await world.begin_session(sari))  # the one of two months ago is over
    page = await text_of(await as_sari.get(HOME))
    assert "Ends in 4 days" in page and "Practice lets an app in for a limited time. Reconnect before" in page


async def test_the_mail_is_in_the_language_of_each_owner(as_sari: Browser, network: Practice, moved: Clock) -> None:
    await connect_for(5, as_sari, network)
    await User.all().update(language="id")
    await send_reminders()
    assert (await mails())[0].startswith("Hubungkan lagi")


async def test_after_a_reconnect_the_next_end_is_told_too(
    as_sari: Browser, sari: Account, network: Practice, moved: Clock
) -> None:
    connection = await connect_for(60, as_sari, network)
    moved.on(timedelta(days=55))
    await send_reminders()
    as_sari.sign_in(await world.begin_session(sari))
    await come_back(as_sari, network.server.visit(await begin(as_sari, f"{HOME}/{connection.id}/reconnect")))
    await send_reminders()
    assert len(await mails()) == 1 and "Ends in" not in await text_of(await as_sari.get(HOME))
    moved.on(timedelta(days=55))
    await send_reminders()
    assert len(await mails()) == 2


async def test_what_renews_itself_has_no_end_and_no_mail(as_sari: Browser, network: Practice) -> None:
    connection = await connect(as_sari, network)
    assert connection.access_ends_at is not None and await permission_end(connection) is None
    await send_reminders()
    assert await mails() == []
    assert "Renews itself until you disconnect." in await text_of(await as_sari.get(HOME))


async def test_the_end_of_a_refresh_token_counts(as_sari: Browser, network: Practice, moved: Clock) -> None:
    connection = await connect(as_sari, network)
    end = moved.now + SOON
    await Connection.filter(id=connection.id).update(refresh_ends_at=end)
    await connection.refresh_from_db()
    assert await permission_end(connection) == end
    await send_reminders()
    assert len(await mails()) == 1


async def test_frozen_accounts_get_no_mail(as_sari: Browser, sari: Account, network: Practice, moved: Clock) -> None:
    await connect_for(5, as_sari, network)
    await Account.filter(id=sari.id).update(frozen_at=moved.now)
    await send_reminders()
    assert await mails() == []
