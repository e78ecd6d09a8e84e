"""Encrypts the credentials of upstreams: those of the operator, and those that workspaces bring themselves."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from app.gateway.catalogue.upstream import OwnUpstreamKey
from app.gateway.upstreams.errors import CredentialRefused
from app.kernel import encryption, installation


def credential_purpose(upstream_id: int) -> str:
    """Returns the purpose for which the operator's credential of an upstream is encrypted (kernel/encryption.py)."""
    return f"credential of upstream {upstream_id}"


def own_key_purpose(account_id: UUID, upstream_id: int) -> str:
    """Returns the purpose for which a workspace's own credential of an upstream is encrypted (kernel/encryption.py)."""
    return f"own credential of account {account_id} for upstream {upstream_id}"


def seal_credential(credential: str, purpose: str) -> str:
    """Encrypts a credential; an empty one stays empty."""
    return encryption.encrypt(credential, purpose) if credential else ""


def unseal_credential(sealed: str, purpose: str) -> str:
    """Returns a credential that `seal_credential` encrypted.

    Raises: CredentialRefused, which lets another route be tried, if its secret is not in KLIQS_SECRET_KEY any more.
    """
    return _unsealed(sealed, purpose, tuple(installation.current().secret_keys)) if sealed else ""


@lru_cache(256)
def _unsealed(sealed: str, purpose: str, _secrets: tuple[str, ...]) -> str:
    """Decrypts a credential once for these secrets of KLIQS_SECRET_KEY; one that is changed is encrypted anew."""
    try:
        return encryption.decrypt(sealed, purpose)
    except encryption.Undecipherable:
        raise CredentialRefused("The credential of the provider cannot be read.", retryable=True) from None


def unseal_own_key(key: OwnUpstreamKey) -> str:
    """Returns a workspace's own credential. Raises: those of `unseal_credential`."""
    return unseal_credential(key.credential, own_key_purpose(key.account_id, key.upstream_id))
