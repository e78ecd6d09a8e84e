"""`kliqs reencrypt`: after it no row needs an older secret, and everything can still be read without that."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.gateway.catalogue.credentials import (
    credential_purpose,
    own_key_purpose,
    seal_credential,
    unseal_credential,
    unseal_own_key,
)
from app.gateway.catalogue.upstream import OwnUpstreamKey, Upstream
from app.gateway.contents.content_store import content_purpose, open_content
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest
from app.kernel import clock, encryption, installation
from app.kernel.installation import Installation
from app.kernel.package_files import ROOT
from app.ops.publishing_checks import check_tokens
from app.ops.reencryption import COLUMNS, reencrypt
from app.publishing.connections.connection import Connection
from app.publishing.connections.server_app import ServerApp
from app.publishing.connections.server_app_registration import server_purpose
from app.publishing.connections.token_store import decrypt_tokens, encrypt_tokens
from app.publishing.networks.network import Grant
from app.sign_in.second_factor.authenticator import Authenticator, secret_purpose
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.endpoint_values import EndpointValues
from tests import world
from tests.gateway.offering import CREDENTIAL, offer_upstream
from tests.world import SECRET

DAY = timedelta(days=1)
NEWER = "a-newer-secret-of-the-tests-longer-than-32-characters"


def use_secrets(*secrets: str) -> None:
    config = installation.current().config.model_copy(update={"secret_key": " ".join(secrets)})
    installation.use(Installation(config))


async def connection_of(account: Account, now: datetime, number: int = 1) -> Connection:
    id = uuid4()
    return await Connection.create(
        id=id,
        account_id=account.id,
        network="x",
        external_id=str(number),
        tokens=encrypt_tokens(Grant("access-one", "refresh-one", scopes=("publish",)), id),
        created_at=now,
    )


@pytest.fixture
async def sealed(sari: Account) -> Connection:
    """A row of each kind that holds a secret, encrypted under the old secret."""
    now = clock.now()
    await WebhookEndpoint.create_for(sari, EndpointValues("https://example.com/hook", ["link.created"]))
    await (await WebhookEndpoint.get()).rotate_secret()
    user = await world.owner(sari)
    secret = encryption.encrypt("JBSWY3DPEHPK3PXP", secret_purpose(user.id))
    await Authenticator.create(user=user, secret=secret, last_step=0, created_at=now)
    upstream = await offer_upstream()
    own = seal_credential("sk-own", own_key_purpose(sari.id, upstream.id))
    await OwnUpstreamKey.create(account=sari, upstream=upstream, credential=own, last_four="-own", created_at=now)
    request = await AiRequest.create(
        id=uuid4(), request_id="air_1", account=sari, model="small-1", endpoint="chat", created_at=now, alive_at=now
    )
    content = encryption.encrypt('{"request": {}, "answer": {}}', content_purpose(request.id))
    await KeptContent.create(request=request, account=sari, sealed=content, created_at=now, ends_at=now + DAY)
    hidden = encryption.encrypt('{"client_secret": "s"}', server_purpose("kopi.social"))
    await ServerApp.create(server="kopi.social", client_id="1", client_secret=hidden, created_at=now)
    return await connection_of(sari, now)


async def test_after_it_the_old_secret_is_not_needed_any_more(sealed: Connection) -> None:
    use_secrets(NEWER, SECRET)
    assert "still need an older secret" in (await check_tokens()).says
    counts = {column.name: await reencrypt(column) for column in COLUMNS}
    assert {name for name, count in counts.items() if count.renewed} == {
        "accounts at social networks",
        "apps at Mastodon servers",
        "webhook endpoints",
        "replaced secrets of webhook endpoints",
        "authenticator apps",
        "credentials of AI providers",
        "workspaces' own credentials of AI providers",
        "contents of requests to AI models",
    }
    use_secrets(NEWER)
    assert (await check_tokens()).ok
    grant = decrypt_tokens(await Connection.get(id=sealed.id))
    assert (grant.access_token, grant.refresh_token, grant.scopes) == ("access-one", "refresh-one", ("publish",))
    assert (await WebhookEndpoint.get()).readable and (await Authenticator.get()).readable
    upstream, own = await Upstream.get(), await OwnUpstreamKey.get()
    assert unseal_credential(upstream.credential, credential_purpose(upstream.id)) == CREDENTIAL
    assert unseal_own_key(own) == "sk-own"
    assert open_content(await KeptContent.get()) == {"request": {}, "answer": {}}


async def test_a_second_run_changes_nothing(sealed: Connection) -> None:
    use_secrets(NEWER, SECRET)
    for column in COLUMNS:
        await reencrypt(column)
        assert (await reencrypt(column)).renewed == 0


async def test_more_rows_than_are_read_at_once_are_all_encrypted_again(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ops.reencryption.BATCH", 3)
    for number in range(8):
        await connection_of(sari, clock.now(), number)
    use_secrets(NEWER, SECRET)
    assert (await reencrypt(COLUMNS[0])).renewed == 8


async def test_what_nobody_can_read_any_more_is_counted_and_left(sealed: Connection) -> None:
    use_secrets(NEWER)
    count = await reencrypt(COLUMNS[0])
    assert (count.renewed, count.unreadable) == (0, 1)
    assert (await Connection.get()).tokens == sealed.tokens
    assert not (await check_tokens()).ok


def test_every_module_that_encrypts_for_the_database_has_its_columns_here() -> None:
    """Forms, jobs and kept answers hold ciphertexts for a day at most."""
    for_minutes = {"settings_views", "picture_job", "reencryption", "idempotency"}
    encrypting = {
        path.stem
        for path in (ROOT / "app").rglob("*.py")
        if "encryption.encrypt(" in path.read_text() and path.stem not in for_minutes
    }
    assert encrypting == {
        *("authenticator", "endpoint", "oauth_flow", "server_app_registration", "tip_connection", "token_store"),
        *("content_store", "credentials", "ordering", "taking_tips"),
    }
    assert len(COLUMNS) == 12, "an endpoint has two, and credentials of AI providers are in two tables"
