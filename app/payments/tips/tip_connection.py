"""The account of a creator at a payment service, to which tips on their bio pages are paid.

Each workspace has at most one. The credentials are encrypted, and nobody is shown them again. The money never passes
through Kliqs, so a tip is no order of ours: it is the creator's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model

from app.accounts.models import Account
from app.kernel import clock, encryption, event_bus
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.setting_checks import is_plain
from app.payments.providers import registry
from app.payments.providers.provider import CredentialsRefused, Provider, ProviderError
from app.plans import quota

MAX_CREDENTIAL = 200
CHANGED = "tips.changed"  # the event; listeners get the id of the account, whose pages look another way from now on


class UnknownService(Refusal):
    """The service is none that a creator can connect."""

    code, field, says = "TIP_SERVICE_UNKNOWN", "provider", N_("Choose one of the services.")


class CredentialMissing(Refusal):
    """A credential is empty, too long or has blanks in it."""

    code, says = "TIP_CREDENTIAL_MISSING", N_("Copy it from the service as it is there, without blanks.")


class CredentialsWrong(Refusal):
    """The service does not know the credentials."""

    code, says = "TIP_CREDENTIALS_WRONG", N_("The service does not know these. Nothing was saved.")


class ServiceDown(Refusal):
    """The service could not be asked whether the credentials are right."""

    code, field = "TIP_SERVICE_DOWN", ""
    says = N_("The service does not answer as it should, so nothing was saved. Try again.")


class TipConnection(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    account: fields.OneToOneRelation[Account] = fields.OneToOneField(
        "models.Account", related_name="tip_connection", on_delete=fields.CASCADE
    )
    account_id: UUID
    provider = fields.CharField(16)
    credentials = fields.TextField()
    sandbox = fields.BooleanField(default=False)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "tip_connections"

    @classmethod
    async def of_account(cls, account_id: UUID) -> Self | None:
        """Returns the connection of an account, None without one."""
        return await cls.get_or_none(account_id=account_id)

    @classmethod
    async def connect(cls, account: Account, provider: str, typed: Mapping[str, str], *, sandbox: bool = False) -> Self:
        """Tests the credentials at the service and stores them in the place of earlier ones.

        `typed` has them by `<provider>_<name>`, which are also the fields of the refusals. Raises: UnknownService,
        CredentialMissing, CredentialsWrong, ServiceDown.
        """
        credentials = read_credentials(provider, typed)
        await _test(registry.connected(provider, credentials, sandbox=sandbox))
        id = uuid4()
        secret = encryption.encrypt(json.dumps(credentials), credentials_purpose(id))
        async with transaction():
            await quota.lock_for_more(account)
            await cls.filter(account_id=account.id).delete()
            connection = await cls.create(
                id=id, account_id=account.id, provider=provider, credentials=secret, sandbox=sandbox,
                created_at=clock.now(),
            )  # fmt: skip
        await event_bus.announce(CHANGED, account.id)
        return connection

    async def disconnect(self) -> None:
        """Forgets the credentials; tips that were paid stay in the list."""
        await TipConnection.filter(id=self.id).delete()
        await event_bus.announce(CHANGED, self.account_id)

    @property
    def readable(self) -> bool:
        """Whether KLIQS_SECRET_KEY still has the secret of the credentials."""
        try:
            encryption.decrypt(self.credentials, credentials_purpose(self.id))
        except encryption.Undecipherable:
            return False
        return True

    @property
    def outdated(self) -> bool:
        """Whether the credentials were encrypted under another secret than the newest."""
        return encryption.is_outdated(self.credentials, credentials_purpose(self.id))

    def adapter(self) -> Provider:
        """Returns the adapter of the service. Raises: encryption.Undecipherable."""
        credentials = json.loads(encryption.decrypt(self.credentials, credentials_purpose(self.id)))
        return registry.connected(self.provider, credentials, sandbox=self.sandbox)


def read_credentials(provider: str, typed: Mapping[str, str]) -> dict[str, str]:
    """Returns the credentials of a service by their names. Raises: UnknownService, CredentialMissing for each field."""
    if provider not in registry.CREDENTIALS:
        raise UnknownService
    faults, credentials = Faults.gather(), dict[str, str]()
    for name in registry.CREDENTIALS[provider]:
        field = f"{provider}_{name}"
        value = typed.get(field, "").strip()
        with faults.catching():
            if not value or len(value) > MAX_CREDENTIAL or not is_plain(value):
                raise CredentialMissing(field=field)
        credentials[name] = value
    faults.raise_if_any()
    return credentials


async def _test(adapter: Provider) -> None:
    """Makes a harmless call with the credentials. Raises: CredentialsWrong, ServiceDown."""
    try:
        await adapter.test_connection()
    except CredentialsRefused:
        raise CredentialsWrong(field=f"{adapter.code}_{registry.CREDENTIALS[adapter.code][0]}") from None
    except ProviderError:
        raise ServiceDown from None


def credentials_purpose(id: UUID) -> str:
    """Returns the purpose for which the credentials of a connection are encrypted."""
    return f"credentials of tips {id}"
