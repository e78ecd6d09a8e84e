"""Which payment providers are set up in this installation."""

from __future__ import annotations

from app.kernel.refusal import NotFound
from app.payments.providers.provider import Provider

_providers: dict[str, Provider] = {}


def configured() -> list[Provider]:
    """Returns the providers that can be paid with, in the order in which they are offered."""
    return list(_providers.values())


def provider(code: str) -> Provider:
    """Returns a provider by its code. Raises: NotFound for one that is not set up."""
    if code not in _providers:
        raise NotFound
    return _providers[code]
