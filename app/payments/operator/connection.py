"""Tests the connection to a payment service by a call that moves no money."""

from __future__ import annotations

from dataclasses import dataclass

from app.payments.providers.provider import CredentialsRefused, Provider, ProviderError


@dataclass(frozen=True, slots=True)
class ConnectionResult:
    """What a call to a service showed. `reason` is the adapter's own word for what went wrong, in English."""

    provider: Provider
    ok: bool
    credentials_refused: bool = False
    reason: str = ""

    @property
    def setting(self) -> str:
        """The beginning of the names of the service's settings: `KLIQS_KLIKQRIS_…`."""
        return f"KLIQS_{self.provider.code.upper()}_…"


async def check_connection(provider: Provider) -> ConnectionResult:
    """Makes the call, and returns whether the service answered as it should."""
    try:
        await provider.test_connection()
    except CredentialsRefused:
        return ConnectionResult(provider, ok=False, credentials_refused=True)
    except ProviderError as error:
        return ConnectionResult(provider, ok=False, reason=str(error.facts.get("reason", error)))
    return ConnectionResult(provider, ok=True)
