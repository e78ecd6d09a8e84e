"""The providers of this installation, as the pages show them."""

from __future__ import annotations

from app.kernel import installation
from app.kernel.oauth_settings import GITHUB_ISSUER, KNOWN_ISSUERS, OauthProvider
from app.kernel.refusal import NotFound

ICONS = {"google": "brand-google", "github": "brand-github"}
OTHER_ICON = "id"
# They answer at once for somebody who is signed in there, and do not say since when
NEVER_ASK_AGAIN = {GITHUB_ISSUER, KNOWN_ISSUERS["google"]}


def configured_providers() -> tuple[OauthProvider, ...]:
    """Returns the configured providers, in the order of their buttons."""
    return installation.current().config.oauth_providers


def provider_named(name: str) -> OauthProvider:
    """Returns the configured provider with this name. Raises: NotFound."""
    for provider in configured_providers():
        if provider.name == name:
            return provider
    raise NotFound


def provider_icon(provider: OauthProvider) -> str:
    """Returns the name of the icon on the button of a provider."""
    return ICONS.get(provider.name, OTHER_ICON)


def can_reauthenticate(provider: OauthProvider) -> bool:
    """Whether a provider can be made to ask for a new sign-in, and says when it was."""
    return provider.issuer not in NEVER_ASK_AGAIN
