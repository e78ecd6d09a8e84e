"""Accounts of before: two renamed columns (migration 13), and people and accounts in one table (migration 17)."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from aerich.utils import import_py_file

from app.accounts.guest import find_guest, open_guest
from app.accounts.known_device import KnownBrowser
from app.accounts.models import Account, Membership, Session
from app.accounts.registration import make_owner
from app.accounts.roles import EDITOR, OWNER
from app.accounts.user import User
from app.kernel import clock, db
from app.kernel.migration_files import LOCATION
from app.links.models import Link
from app.privacy.erasure import NOBODY
from tests import world
from tests.world import PASSWORD

COLUMNS = 'SELECT "{}" AS age, "{}" AS onboarding FROM "accounts" ORDER BY "email"'
USERS = 17  # the migration that makes people and accounts two tables
ORDERS = {"users": "id", "accounts": "id", "memberships": "account_id", "sessions": "id", "known_browsers": "id"}
Tables = dict[str, list[dict[str, Any]]]


async def migrate(way: str, number: int) -> None:
    """Runs one migration up or down as aerich does, on rows as they are."""
    [file] = (LOCATION / "models").glob(f"{number}_*.py")
    async with db.transaction() as connection:
        script = await getattr(import_py_file(file), way)(connection)
        await connection.execute_script(script if "PRAGMA" in script else script.replace("BEGIN;", ""))


async def down_to_users() -> None:
    """Undoes all migrations after that of users, and that one."""
    files = (LOCATION / "models").glob("*_*.py")
    numbers = sorted(int(file.name.partition("_")[0]) for file in files)
    for number in reversed([number for number in numbers if number >= USERS]):
        await migrate("downgrade", number)


async def up_from_users() -> None:
    """Runs the migration of users and all after it."""
    files = (LOCATION / "models").glob("*_*.py")
    for number in sorted(int(file.name.partition("_")[0]) for file in files):
        if number >= USERS:
            await migrate("upgrade", number)


async def down_and_up() -> None:
    """Undoes the migration of users and runs it again."""
    await down_to_users()
    await up_from_users()


async def rows() -> Tables:
    """All rows of people and accounts; the ids of memberships, which an upgrade numbers anew, are left out."""
    tables = {
        table: await db.query_rows(f'SELECT * FROM "{table}" ORDER BY "{order}"', [])  # noqa: S608
        for table, order in ORDERS.items()
    }
    for membership in tables["memberships"]:
        del membership["id"]
    return tables


async def test_renamed_columns_of_accounts_keep_what_they_held(budi: Account, sari: Account) -> None:
    budi.onboarded_at = clock.now()
    await budi.save(update_fields=["onboarded_at"])
    people = [await world.owner(account) for account in (budi, sari)]
    await down_to_users()
    stored = await db.query_rows(COLUMNS.format("age_confirmed_at", "onboarded_at"), [])

    await migrate("downgrade", 13)
    assert await db.query_rows(COLUMNS.format("of_age_at", "settled_at"), []) == stored

    await migrate("upgrade", 13)
    assert await db.query_rows(COLUMNS.format("age_confirmed_at", "onboarded_at"), []) == stored
    await up_from_users()
    accounts = [await Account.get(id=account.id) for account in (budi, sari)]
    assert [account.onboarded_at for account in accounts] == [budi.onboarded_at, None]
    confirmed = [(await world.owner(account)).age_confirmed_at for account in accounts]
    assert confirmed == [user.age_confirmed_at for user in people]


@pytest.fixture
async def filled(sari: Account, budi: Account, dewi: Account) -> str:
    """People, a guest and the account NOBODY as a database has them that was upgraded; returns the guest's token."""
    _, token = await open_guest("id", "203.0.113.7")
    await Link.shorten(budi, url="https://example.com/", slug="kept")
    await world.erase(dewi)
    user = await world.owner(sari)
    columns = {"news_agreed_at": clock.now(), "avatar_id": uuid4(), "avatar_file": "a.webp", "theme": "dark"}
    await User.filter(id=user.id).update(**columns, time_zone="Asia/Jayapura")
    await User.filter(id=(await world.owner(budi)).id).update(limits_muted_at=clock.now(), terms_seen="2026-11-01")
    await Account.filter(id=sari.id).update(time_zone="Asia/Jayapura", onboarded_at=clock.now(), links_limit=7)
    await down_and_up()
    return token


async def test_after_the_upgrade_each_account_has_its_user_and_all_that_both_had(
    filled: str, sari: Account, budi: Account
) -> None:
    users = {user.email: user for user in await User.all()}
    accounts = {account.id: account for account in await Account.all()}

    assert users.keys() == {"sari@example.com", "budi@example.com"}
    assert len(accounts) == 4, "Sari's, Budi's, the guest's and NOBODY"
    memberships = {(each.user_id, each.account_id, each.role) for each in await Membership.all()}
    assert memberships == {(account.id, account.id, OWNER) for account in (sari, budi)}
    assert {user.id for user in users.values()} == {sari.id, budi.id}
    assert {id: account.seats_used for id, account in accounts.items() if account.seats_used} == {
        sari.id: 1,
        budi.id: 1,
    }
    first, second = users["sari@example.com"], users["budi@example.com"]
    assert (first.theme, first.time_zone, first.avatar_file) == ("dark", "Asia/Jayapura", "a.webp")
    assert first.avatar_id and first.news_agreed_at and first.limits_muted_at is None
    assert (second.terms_seen, second.news_agreed_at, second.theme) == ("2026-11-01", None, "system")
    assert second.limits_muted_at and accounts[sari.id].links_limit == 7 and accounts[sari.id].onboarded_at
    for email in users:
        assert await User.authenticate(email, PASSWORD, "192.0.2.1") == users[email]
    assert await world.links_used(accounts[budi.id]) == 1


async def test_guests_and_the_account_of_held_names_have_no_user(filled: str) -> None:
    guest = await find_guest(filled)

    assert guest and guest.guest and guest.seats_used == 0
    assert await Account.exists(id=NOBODY, seats_used=0) and UUID(int=0) == NOBODY
    for account in (guest, await Account.get(id=NOBODY)):
        assert await account.owners() == []
    assert not await User.filter(id__in=[guest.id, NOBODY]).exists()


@pytest.mark.usefixtures("filled")
async def test_an_undone_and_repeated_upgrade_keeps_every_row_and_every_value(sari: Account) -> None:
    user = await world.owner(sari)
    await Session.begin(user, "Firefox · Linux", sari.id)
    await KnownBrowser.record_sign_in(user.id, "a token")
    before = await rows()
    assert all(before.values())

    await down_and_up()

    assert await rows() == before


async def test_a_session_still_signs_in_and_a_known_browser_is_still_known(filled: str, sari: Account) -> None:
    user = await world.owner(sari)
    token = await Session.begin(user, "Firefox · Linux")
    assert await KnownBrowser.record_sign_in(user.id, "a token")

    await down_and_up()

    session = await Session.by_token(token)
    assert session and (session.user, session.account_id) == (user, sari.id)
    assert await KnownBrowser.known_digest(user.id, "a token")
    assert not await KnownBrowser.record_sign_in(user.id, "a token"), "it is not told of as a new one"


async def test_between_the_two_the_account_has_the_email_and_the_hash_of_its_owner(filled: str, sari: Account) -> None:
    user = await world.owner(sari)
    await down_to_users()

    people = await db.query_rows('SELECT "id", "email", "password_hash", "theme" FROM "accounts" ORDER BY "email"', [])
    of_nobody = [row for row in people if str(row["email"]).endswith("@guest.invalid")]
    assert [row["email"] for row in people if row not in of_nobody] == ["budi@example.com", "sari@example.com"]
    assert (people[-1]["password_hash"], people[-1]["theme"]) == (user.password_hash, "dark")
    assert [row["password_hash"] for row in of_nobody] == ["", ""], "by which nobody can sign in"

    await up_from_users()
    assert await find_guest(filled) and await User.all().count() == 2


async def test_members_beyond_the_first_owner_are_lost_and_nothing_breaks(sari: Account, budi: Account) -> None:
    """The tables of before have no place for them, nor for users who own nothing and their sessions."""
    first, second = await world.owner(sari), await world.owner(budi)
    await Membership.create(user=second, account=sari, role=OWNER, created_at=clock.now())
    await Account.filter(id=sari.id).update(seats_used=4)
    columns: dict[str, Any] = {"name": "Rani", "language": "id", "password_hash": first.password_hash}
    editor = await User.create(
        id=uuid4(), email="rani@example.com", age_confirmed_at=clock.now(), created_at=clock.now(), **columns
    )
    await Membership.create(user=editor, account=sari, role=EDITOR, created_at=clock.now())
    co_owner = await User.create(
        id=uuid4(), email="wati@example.com", age_confirmed_at=clock.now(), created_at=clock.now(), **columns
    )
    await Membership.create(user=co_owner, account=sari, role=OWNER, created_at=clock.now())
    another = await Account.create(name="Toko", language="id", created_at=clock.now())
    await make_owner(second, another)
    tokens = [await Session.begin(user, "Firefox") for user in (first, second, editor, co_owner)]
    await KnownBrowser.record_sign_in(editor.id, "of an editor")

    await down_and_up()

    owners = {account.name: [user.email for user in await account.owners()] for account in await Account.all()}
    assert owners["Sari"] == ["sari@example.com"] and owners["Budi"] == ["budi@example.com"]
    assert {account.seats_used for account in await Account.filter(id__in=[sari.id, budi.id])} == {1}
    assert await Account.exists(id=another.id), "what it holds is not lost"
    assert not await User.filter(email__in=["rani@example.com", "wati@example.com"]).exists()
    sessions = [await Session.by_token(token) for token in tokens]
    emails = [session.user.email if session else "" for session in sessions]
    assert emails == ["sari@example.com", "budi@example.com", "", ""], "nobody is signed in as somebody else"
    assert await User.authenticate("budi@example.com", PASSWORD, "192.0.2.1")
