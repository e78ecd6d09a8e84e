"""The providers that people may sign in with: the settings KLIQS_OIDC_<NAME>_… and KLIQS_GITHUB_….

Google and any other OpenID provider need an issuer, a client id and a client secret; Google's issuer is known. GitHub
has no OpenID Connect, so it has settings of its own. `oidc` holds the variables as they were read: by the lower-case
name of the provider, then by the part behind it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, NoDecode

from app.kernel.refusal import N_
from app.kernel.setting_checks import OIDC_VARIABLE, is_plain, is_service_url

GITHUB, GITHUB_ISSUER = "github", "https://github.com"
KNOWN_ISSUERS = {"google": "https://accounts.google.com"}
KNOWN_LABELS = {"google": "Google", GITHUB: "GitHub"}
LONGEST_LABEL = 40
OIDC_PARTS = {
    "ISSUER": N_("The address of an OpenID provider, exactly as it calls itself: https://id.example/realms/staff."),
    "CLIENT_ID": N_("The client id that the provider gave you for Kliqs."),
    "CLIENT_SECRET": N_("The client secret that belongs to it."),
    "LABEL": N_("What the button says, such as Nusantara ID; empty: the name in the setting."),
}


@dataclass(frozen=True, slots=True)
class OauthProvider:
    """A configured provider. `name` is part of its addresses here; `openid` is False for GitHub."""

    name: str
    label: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    openid: bool = True


def read_oidc_variables(variables: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Returns the variables KLIQS_OIDC_<NAME>_<PART> that have a value, by name and part."""
    providers: dict[str, dict[str, str]] = {}
    for variable, value in variables.items():
        if value and (match := OIDC_VARIABLE.fullmatch(variable)):
            providers.setdefault(match["name"].lower(), {})[match["part"]] = value
    return dict(sorted(providers.items()))


class OauthSettings(BaseSettings):
    """Without these settings people sign in with what Kliqs itself offers."""

    github_client_id: str = Field("", description=N_("The client id of your OAuth app at GitHub; empty: no GitHub."))
    github_client_secret: str = Field("", repr=False, description=N_("The client secret of that app."))
    oidc: Annotated[dict[str, dict[str, str]], NoDecode] = Field(
        default_factory=lambda: read_oidc_variables(os.environ), repr=False
    )

    def oauth_problems(self, *, production: bool) -> list[str]:
        """Returns a sentence for each setting of a provider that is missing or wrong."""
        problems, pair = [], (self.github_client_id, self.github_client_secret)
        if any(pair) and not all(pair):
            problems.append("KLIQS_GITHUB_CLIENT_ID and KLIQS_GITHUB_CLIENT_SECRET: set both, or neither")
        if not all(map(is_plain, pair)):
            problems.append("KLIQS_GITHUB_CLIENT_ID, KLIQS_GITHUB_CLIENT_SECRET: give them as GitHub shows them")
        issuers: dict[str, str] = {}
        for name, parts in self.oidc.items():
            problems += _provider_problems(name, parts, production=production)
            issuer = parts.get("ISSUER") or KNOWN_ISSUERS.get(name, "")
            if issuer and (other := issuers.setdefault(issuer, name)) != name:
                problems.append(f"{_setting(name, 'ISSUER')}: {_setting(other, 'ISSUER')} is the same; set up one")
        return problems

    @property
    def oauth_providers(self) -> tuple[OauthProvider, ...]:
        """The configured providers: Google, GitHub, then the others by name."""
        providers = [_openid_provider(name, parts) for name, parts in self.oidc.items()]
        if self.github_client_id:
            identifiers = (self.github_client_id, self.github_client_secret)
            providers.append(OauthProvider(GITHUB, KNOWN_LABELS[GITHUB], GITHUB_ISSUER, *identifiers, openid=False))
        order = [*KNOWN_LABELS]
        return tuple(
            sorted(providers, key=lambda each: (order.index(each.name) if each.name in order else 9, each.name))
        )


def _openid_provider(name: str, parts: dict[str, str]) -> OauthProvider:
    label = parts.get("LABEL") or KNOWN_LABELS.get(name) or name.replace("_", " ").title()
    issuer = parts.get("ISSUER") or KNOWN_ISSUERS.get(name, "")
    return OauthProvider(name, label, issuer, parts.get("CLIENT_ID", ""), parts.get("CLIENT_SECRET", ""))


def _provider_problems(name: str, parts: dict[str, str], *, production: bool) -> list[str]:
    """Returns the problems of one OpenID provider."""
    if name == GITHUB:
        return ["KLIQS_OIDC_GITHUB_…: GitHub is no OpenID provider; set KLIQS_GITHUB_CLIENT_ID and _CLIENT_SECRET"]
    needed = ("CLIENT_ID", "CLIENT_SECRET") if name in KNOWN_ISSUERS else ("ISSUER", "CLIENT_ID", "CLIENT_SECRET")
    problems = [f"{_setting(name, part)}: it must be set, too" for part in needed if part not in parts]
    problems += [
        f"{_setting(name, part)}: give it as the provider shows it, without blanks around it"
        for part in ("CLIENT_ID", "CLIENT_SECRET")
        if not is_plain(parts.get(part, ""))
    ]
    if len(parts.get("LABEL", "")) > LONGEST_LABEL or not parts.get("LABEL", "").isprintable():
        problems.append(f"{_setting(name, 'LABEL')}: give at most {LONGEST_LABEL} characters on one line")
    if "ISSUER" in parts and not is_service_url(parts["ISSUER"], production=production):
        problems.append(
            f"{_setting(name, 'ISSUER')}: give the https address that the provider's "
            "/.well-known/openid-configuration calls “issuer”, without ? and #"
        )
    return problems


def _setting(name: str, part: str) -> str:
    return f"KLIQS_OIDC_{name.upper()}_{part}"
