"""Checks of the providers that other people run: those that people sign in with, and those that take payments."""

from collections.abc import AsyncGenerator

from app.kernel.config import Config
from app.ops.finding import Finding
from app.payments.operator.connection import check_connection
from app.payments.providers import registry
from app.payments.providers.provider import Provider
from app.sign_in.oauth import discovery
from app.sign_in.oauth.errors import ProviderFailed


async def check_providers(config: Config) -> AsyncGenerator[Finding]:
    """Yields a finding for each provider: whether it answers, and what must be known about it."""
    async for finding in _sign_in_providers(config):
        yield finding
    for provider in registry.configured(config):
        yield await payment_finding(provider)
        if provider.abilities.sandbox and config.production:
            setting = f"KLIQS_{provider.code.upper()}_SANDBOX"
            yield Finding(f"{setting} is on: whoever pays with {provider.label} gets a plan without money.", False)


async def _sign_in_providers(config: Config) -> AsyncGenerator[Finding]:
    """Asks each OpenID provider for what it publishes, and names the address that must be registered with each."""
    for provider in config.oauth_providers:
        callback = config.site.origins["dashboard"] + f"/login/oauth/{provider.name}/callback"
        try:
            if provider.openid:
                await discovery.provider_metadata(provider)
                await discovery.find_keys(provider, None)
        except ProviderFailed as failed:
            yield Finding(f"{provider.label} ({provider.issuer}) does not answer as it should: {failed.reason}.", False)
        else:
            yield Finding(f"People sign in with {provider.label}; it must send them back to {callback}.")


async def payment_finding(provider: Provider) -> Finding:
    """Makes a call to a payment provider that moves no money."""
    result = await check_connection(provider)
    if result.credentials_refused:
        says = f"{provider.label} does not know the credentials in {result.setting}, or a clock is wrong."
        return Finding(says, False)
    if not result.ok:
        return Finding(f"{provider.label} does not answer as it should: {result.reason}.", False)
    return Finding(f"Payments are taken with: {provider.label}.")
