"""A workspace's own keys at providers: its requests there are made with them and cost no credits.

The operator says which providers take them (`Upstream.own_keys`). A key is encrypted, and nobody is shown it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.accounts.models import Account
from app.gateway.catalogue.credentials import own_key_purpose, seal_credential
from app.gateway.catalogue.upstream import OwnUpstreamKey, Route, Upstream
from app.gateway.catalogue.upstream_setup import MAX_CREDENTIAL
from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.errors import CredentialRefused, UpstreamError
from app.gateway.upstreams.registry import ADAPTERS
from app.kernel import clock
from app.kernel.db import query_rows, transaction
from app.kernel.refusal import N_, EditedElsewhere, NotFound, Refusal
from app.kernel.secrets import hmac_digests
from app.kernel.setting_checks import is_plain
from app.kernel.throttle import Throttle

PATIENCE, LEAST = 15, 8  # seconds for the provider's answer; letters of a key
attempts = Throttle("own keys for providers by account", 20, 3_600)  # each asks a provider
FIELD = "provider_key"
SAVE = """INSERT INTO ai_own_keys (account_id, upstream_id, credential, last_four, created_at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (account_id, upstream_id) DO UPDATE SET credential = excluded.credential,
        last_four = excluded.last_four, created_at = excluded.created_at
    RETURNING id"""


class InvalidOwnKey(Refusal):
    """The key is empty, too long, or has blanks or letters that no header can have."""

    code, field, says = "INVALID_OWN_KEY", FIELD, N_("Paste the key as the provider shows it, in one piece.")


class OwnKeyRefused(Refusal):
    """The provider does not take the key."""

    code, field = "OWN_KEY_REFUSED", FIELD
    says = N_("The provider does not accept this key. See there whether it is active and may list models.")


class ProviderSilent(Refusal):
    """The provider did not answer when it was asked whether it takes the key."""

    code, field = "PROVIDER_SILENT", FIELD
    says = N_("The provider does not answer, so the key was not saved. Try again in a moment.")


class ProviderChanged(EditedElsewhere):
    """The operator moved the provider after the form was opened, or it takes no own keys any more."""

    field = ""
    says = N_(
        "The operator changed this provider in the meantime, so the key was not saved. "
        "Ask whether it still takes this one."
    )


@dataclass(frozen=True, slots=True)
class OwnKeyPlace:
    """A provider that takes a workspace's own key, with the models that run there, and the key that is set."""

    upstream: Upstream
    models: list[str]
    last_four: str = ""
    set_at: datetime | None = None

    @property
    def mark(self) -> str:
        """A mark of the provider's address for the form, which tells nobody the address (see `save_own_key`)."""
        return _marks(self.upstream)[0]


async def list_places(account: Account) -> list[OwnKeyPlace]:
    """Returns the providers that take own keys, by name, and those that have one and take none any more."""
    keys = {key.upstream_id: key for key in await OwnUpstreamKey.filter(account_id=account.id)}
    upstreams = await Upstream.all().order_by("name")
    shown = [each for each in upstreams if (each.own_keys and each.enabled_at) or each.id in keys]
    routes = Route.filter(upstream_id__in=[each.id for each in shown], enabled_at__isnull=False)
    on = routes.filter(model__enabled_at__isnull=False).order_by("model_id")
    pairs = await on.values_list("upstream_id", "model_id") if shown else []
    return [
        OwnKeyPlace(
            each,
            list(dict.fromkeys(model for upstream_id, model in pairs if upstream_id == each.id)),
            keys[each.id].last_four if each.id in keys else "",
            keys[each.id].created_at if each.id in keys else None,
        )
        for each in shown
    ]


async def has_places(account: Account) -> bool:
    """Whether the workspace has an own key, or a provider takes one."""
    takers = Upstream.filter(own_keys=True, enabled_at__isnull=False)
    return await takers.exists() or await OwnUpstreamKey.filter(account_id=account.id).exists()


async def save_own_key(account: Account, upstream: Upstream, credential: str, *, seen: str = "") -> None:
    """Stores a workspace's key for a provider, or another one in its place, once the provider has accepted it.

    `seen` is the mark of the form in which the key was typed, "" where there was no form. Raises: NotFound where the
    provider takes none; InvalidOwnKey, OwnKeyRefused, ProviderSilent, TooManyAttempts; ProviderChanged if the
    provider has moved since, so that no other server gets the key, not even to try it.
    """
    if not upstream.own_keys or upstream.enabled_at is None:
        raise NotFound
    credential = credential.strip()
    if len(credential) < LEAST or not is_plain(credential, MAX_CREDENTIAL):
        raise InvalidOwnKey
    if seen and seen not in _marks(upstream):
        raise ProviderChanged
    await attempts.attempt(str(account.id))
    await _check_accepted(upstream, credential)
    sealed = seal_credential(credential, own_key_purpose(account.id, upstream.id))
    async with transaction():
        takers = Upstream.filter(id=upstream.id, base_url=upstream.base_url, own_keys=True, enabled_at__isnull=False)
        if not await takers.select_for_update(no_key=True).only("id").first():  # whoever moves it waits, or was faster
            raise ProviderChanged
        await query_rows(SAVE, [str(account.id), upstream.id, sealed, credential[-4:], clock.now()])


def _marks(upstream: Upstream) -> list[str]:
    """Returns the marks of an upstream's address, that under the newest of the server's secrets first."""
    return hmac_digests("address of an upstream", f"{upstream.id} {upstream.base_url}")


async def remove_own_key(account: Account, upstream: Upstream) -> bool:
    """Removes a workspace's key: its requests go there with the operator's from now on. False if there was none."""
    return bool(await OwnUpstreamKey.filter(account_id=account.id, upstream_id=upstream.id).delete())


async def _check_accepted(upstream: Upstream, credential: str) -> None:
    """Asks the provider for its models, which costs nothing. Raises: OwnKeyRefused, ProviderSilent."""
    try:
        target = Target(upstream.base_url, credential, "", first_byte=PATIENCE, idle=PATIENCE)
        await ADAPTERS[upstream.kind].list_models(target)
    except CredentialRefused:
        raise OwnKeyRefused from None
    except UpstreamError:
        raise ProviderSilent from None
