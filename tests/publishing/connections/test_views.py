"""The accounts page: who may do what, what is not set up, reminders by hand, and nothing of it when it is off."""

import html
import re

import pytest
from quart import Quart

from app.accounts.models import Account
from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.accounts.user import User
from app.jobs import Job
from app.kernel import clock, db, installation
from app.mail.models import OutgoingEmail
from app.media.models import Media
from app.publishing.connections import picture_job
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.connections.token_store import decrypt_tokens
from app.publishing.needs_person import count_waiting_for_person
from app.publishing.networks.client import NetworkClient
from app.publishing.posts.phases import FAILED, PLANNED, REMINDER, UNCONFIRMED
from tests.client import Browser
from tests.members import as_member
from tests.networks.oauth_server import CLIENT_SECRET, Practice
from tests.publishing.connections.conftest import HOME, begin, come_back, connect, notices, text_of, work
from tests.publishing.connections.test_connect_accounts import plan_post

FRAGMENT = {"HX-Request": "true"}
ADDRESSES = [HOME, f"{HOME}/by-hand/practice", f"{HOME}/connect/practice", "/publish/oauth/practice/callback"]


async def test_before_the_first_account_the_page_says_what_there_is(as_sari: Browser, network: Practice) -> None:
    page = await text_of(await as_sari.get(HOME))
    assert "No account yet." in page and "Connect another account" in page and "0 of the 5 accounts" in page


async def test_a_network_that_is_not_set_up_has_no_dead_button(as_sari: Browser, network: Practice) -> None:
    network.is_set_up = False
    page = await text_of(await as_sari.get(HOME))
    assert "Not set up" in page and f"{HOME}/connect/practice" not in page
    assert "which only the operator of this Kliqs can register" in page
    assert f"{HOME}/by-hand/practice" in page
    await as_sari.post(f"{HOME}/connect/practice")
    assert "Practice is not set up here." in await notices(as_sari)


async def test_the_operator_is_led_to_how_it_is_set_up(as_sari: Browser, sari: Account, network: Practice) -> None:
    network.is_set_up = False
    await User.all().update(operator_since=clock.now(), email_verified_at=clock.now())
    page = await text_of(await as_sari.get(HOME))
    assert "How to set it up" in page and "/docs/" in page


@pytest.mark.parametrize("role", [VIEWER, EDITOR, OWNER])
async def test_owners_connect_and_the_others_see(
    app: Quart, as_sari: Browser, sari: Account, network: Practice, role: str
) -> None:
    connection = await connect(as_sari, network)
    member = await as_member(app, sari, role)
    page = await text_of(await member.get(f"{HOME}?lang=en"))
    assert "Nusantara Kopi" in page and f'href="{HOME}/{connection.id}/times/"' in page
    assert (f"{HOME}/{connection.id}/disconnect" in page) == ("/connect/practice" in page) == (role == OWNER)
    for path in (f"{HOME}/{connection.id}/disconnect", f"{HOME}/connect/practice", f"{HOME}/by-hand/practice"):
        status = (await member.post(path, form={"name": "@x"})).status_code
        assert (status == 403) == (role != OWNER), path


async def test_when_publishing_is_off_there_is_nothing_of_it(as_sari: Browser, network: Practice) -> None:
    assert "Publishing" in await text_of(await as_sari.get("/dashboard/links/"))
    current = installation.current()
    current.config = current.config.model_copy(update={"publishing": False})
    assert 'href="/dashboard/publishing' not in await text_of(await as_sari.get("/dashboard/links/"))
    for path in ADDRESSES:
        assert (await as_sari.get(path)).status_code == 404, path
    assert (await as_sari.post(f"{HOME}/by-hand/practice", form={"name": "@x"})).status_code == 404
    assert await Connection.all().count() == 0


async def test_an_account_by_hand_needs_no_app_and_no_permission(as_sari: Browser, network: Practice) -> None:
    network.is_set_up = False
    page = await text_of(await as_sari.get(f"{HOME}/by-hand/practice"))
    assert "Reminders for Practice" in page
    response = await as_sari.post(f"{HOME}/by-hand/practice", form={"name": " @Nusantara.Kopi "})
    assert response.headers["Location"] == HOME
    connection = await Connection.get()
    assert (connection.manual, connection.handle, connection.tokens) == (True, "@Nusantara.Kopi", "")
    page = await text_of(await as_sari.get(HOME))
    assert "Kliqs reminds you at the planned time" in page and "Reconnect" not in page


@pytest.mark.parametrize(
    ("name", "says", "status"),
    [
        ("", "Write the name of the account", 422),
        (" @ ", "Write the name", 422),
        ("x" * 101, "100", 400),
        ("@KOPI", "already", 422),
    ],
)
async def test_a_refused_name_is_shown_again_beside_its_field(
    as_sari: Browser, network: Practice, name: str, says: str, status: int
) -> None:
    await as_sari.post(f"{HOME}/by-hand/practice", form={"name": "@kopi"})
    page = await text_of(await as_sari.post(f"{HOME}/by-hand/practice", form={"name": name}), status)
    assert says in page and 'aria-invalid="true"' in page and f'value="{html.escape(name)}"' in page
    assert await Connection.all().count() == 1


async def test_the_dialog_and_the_page_ask_the_same(as_sari: Browser, network: Practice) -> None:
    connection = await connect(as_sari, network)
    path = f"{HOME}/{connection.id}/disconnect"
    words = "The permission is given back to Practice and our tokens are wiped."
    assert words in await text_of(await as_sari.get(path))
    fragment = await text_of(await as_sari.get(path, headers=FRAGMENT))
    assert words in fragment and "<html" not in fragment
    answer = await as_sari.post(path, headers=FRAGMENT)
    assert answer.headers["HX-Redirect"] == HOME


async def test_the_number_beside_publishing_counts_what_needs_a_person_and_nothing_else(
    as_sari: Browser, as_budi: Browser, sari: Account, network: Practice
) -> None:
    connection = await connect(as_sari, network)
    for phase in (PLANNED, FAILED, UNCONFIRMED, REMINDER):
        await plan_post(connection, phase)
    assert await count_waiting_for_person(sari.id) == 3
    await Connection.filter(id=connection.id).update(state=NEEDS_RECONNECT)
    assert await count_waiting_for_person(sari.id) == 4
    page = await text_of(await as_sari.get("/dashboard/links/"))
    assert '<span class="nav__mark" aria-hidden="true">4</span>' in page and "4 things need you" in page
    assert "nav__mark" not in await text_of(await as_budi.get("/dashboard/links/"))


async def test_the_picture_of_the_account_becomes_one_of_ours(
    as_sari: Browser, sari: Account, network: Practice
) -> None:
    network.server.people[0]["picture"] = "/picture.png"
    await connect(as_sari, network)
    [job] = await Job.filter(kind=picture_job.KIND)
    assert "127.0.0.1" not in str(job.payload), "an address of a picture may be signed"
    await work()
    connection, media = await Connection.get(), await Media.get()
    assert connection.picture_id == media.id and media.account_id == sari.id
    page = await text_of(await as_sari.get(HOME))
    assert f'src="{media.src(160)}"' in page and network.server.origin not in page


async def test_what_is_disconnected_while_its_picture_is_fetched_keeps_none(
    as_sari: Browser, network: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = picture_job._fetch

    async def forget_meanwhile(url: str) -> bytes:
        await Connection.all().update(disconnected_at=clock.now())
        return await fetch(url)

    network.server.people[0]["picture"] = "/picture.png"
    await connect(as_sari, network)
    monkeypatch.setattr(picture_job, "_fetch", forget_meanwhile)
    await work()
    assert (await Connection.get()).picture_id is None and not await Media.exists()


@pytest.mark.parametrize("trouble", ["not json", "403", "drop"])
async def test_a_picture_that_cannot_be_fetched_stops_nothing(
    as_sari: Browser, network: Practice, trouble: str
) -> None:
    network.server.people[0]["picture"] = "/picture.png"
    network.server.trouble(trouble, "/picture.png", times=20)
    await connect(as_sari, network)
    await work()
    assert (await Connection.get()).picture_id is None
    assert "Nusantara Kopi" in await text_of(await as_sari.get(HOME))


async def test_no_token_is_on_a_page_in_a_log_or_in_what_is_printed(
    as_sari: Browser, network: Practice, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the consent to the end: pages, logs, mails, jobs and the words of objects."""
    connection = await connect(as_sari, network)
    grant = decrypt_tokens(connection)
    table, [account] = await network.oauth(), await network.accounts(_client(grant.access_token), grant)
    pages = [await text_of(await as_sari.get(path)) for path in (HOME, f"{HOME}/{connection.id}/disconnect")]
    back = network.server.visit(await begin(as_sari, f"{HOME}/{connection.id}/reconnect"))
    network.server.trouble("500", "/token")
    await come_back(as_sari, back)
    await as_sari.post(f"{HOME}/{connection.id}/disconnect")
    await work()
    printed = capsys.readouterr()
    everything = [*pages, printed.out, printed.err, caplog.text, repr(grant), repr(table), repr(account)]
    everything += [repr(connection), connection.tokens, repr(_client(grant.access_token))]
    everything += [str(await Job.all().values()), *[mail.text for mail in await OutgoingEmail.all()]]
    code = re.findall(r"code=([^&]+)", back)[0]
    for secret in (grant.access_token, grant.refresh_token, CLIENT_SECRET, code):
        assert not [text for text in everything if secret in text]


def _client(token: str) -> NetworkClient:
    return NetworkClient(token)


async def test_a_dump_of_the_database_holds_no_token(as_sari: Browser, network: Practice, database: str) -> None:
    grant = decrypt_tokens(await connect(as_sari, network))
    for table in ("connections", "connect_flows", "jobs", "audit_entries", "security_events", "letters"):
        dump = str(await db.query_rows(f"SELECT * FROM {table}", []))  # noqa: S608
        assert grant.access_token not in dump and grant.refresh_token not in dump, table
