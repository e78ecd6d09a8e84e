"""The settings of providers: each mistake is a sentence when Kliqs starts, and no secret is in it."""

import re

import pytest

from app.kernel.config import Config, InvalidSettings
from app.kernel.oauth_settings import OauthProvider

GOOGLE = {"KLIQS_OIDC_GOOGLE_CLIENT_ID": "kliqs.apps.example", "KLIQS_OIDC_GOOGLE_CLIENT_SECRET": "GOCSPX-secret"}
STAFF = {
    "KLIQS_OIDC_STAFF_ID_ISSUER": "https://id.example/realms/staff",
    "KLIQS_OIDC_STAFF_ID_CLIENT_ID": "kliqs",
    "KLIQS_OIDC_STAFF_ID_CLIENT_SECRET": "staff-secret",
}
GITHUB = {"KLIQS_GITHUB_CLIENT_ID": "Iv1.abc", "KLIQS_GITHUB_CLIENT_SECRET": "github-secret"}


def read(monkeypatch: pytest.MonkeyPatch, **settings: str) -> Config:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return Config.from_env()


def test_nothing_is_configured_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch).oauth_providers == ()


def test_google_knows_its_issuer_and_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    providers = read(monkeypatch, **STAFF, **GITHUB, **GOOGLE).oauth_providers
    assert [(provider.name, provider.label, provider.issuer, provider.openid) for provider in providers] == [
        ("google", "Google", "https://accounts.google.com", True),
        ("github", "GitHub", "https://github.com", False),
        ("staff_id", "Staff Id", "https://id.example/realms/staff", True),
    ]


def test_a_label_of_the_operator_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    [provider] = read(monkeypatch, **STAFF, KLIQS_OIDC_STAFF_ID_LABEL="Nusantara ID").oauth_providers
    assert provider == OauthProvider(
        "staff_id", "Nusantara ID", "https://id.example/realms/staff", "kliqs", "staff-secret"
    )


def test_no_secret_is_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    config = read(monkeypatch, **STAFF, **GOOGLE)
    assert "-secret" not in repr(config.oauth_providers) + repr(config)
    holding = re.compile("secret(?!s_dir)|password|(^|_)(server_)?key$|token$|^(database|database_direct|redis)_url$")
    named = {name for name in Config.model_fields if holding.search(name)} - {"tiktok_client_key"}  # public, as an id
    assert len(named) > 15 and [name for name in named if Config.model_fields[name].repr] == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"KLIQS_OIDC_STAFF_ID_CLIENT_SECRET": ""}, "KLIQS_OIDC_STAFF_ID_CLIENT_SECRET: it must be set, too"),
        ({"KLIQS_OIDC_STAFF_ID_ISSUER": ""}, "KLIQS_OIDC_STAFF_ID_ISSUER: it must be set, too"),
        ({"KLIQS_OIDC_STAFF_ID_ISSUER": "http://id.example"}, "KLIQS_OIDC_STAFF_ID_ISSUER: give the https address"),
        ({"KLIQS_OIDC_STAFF_ID_ISSUER": "id.example"}, "KLIQS_OIDC_STAFF_ID_ISSUER: give the https address"),
        ({"KLIQS_OIDC_STAFF_ID_ISSUER": "https://id.example?a=b"}, "KLIQS_OIDC_STAFF_ID_ISSUER: give"),
        ({"KLIQS_OIDC_STAFF_ID_ISSUER": "https://id.example/ "}, "KLIQS_OIDC_STAFF_ID_ISSUER: give"),
        ({"KLIQS_OIDC_STAFF_ID_ISSUER": "https://user@id.example"}, "KLIQS_OIDC_STAFF_ID_ISSUER: give"),
        ({"KLIQS_OIDC_STAFF_ID_ISSUER": "https://[::1"}, "KLIQS_OIDC_STAFF_ID_ISSUER: give"),
        ({"KLIQS_OIDC_STAFF_ID_CLIENT_ID": "kliqs "}, "KLIQS_OIDC_STAFF_ID_CLIENT_ID: give it as the provider"),
        ({"KLIQS_OIDC_STAFF_ID_LABEL": "x" * 41}, "KLIQS_OIDC_STAFF_ID_LABEL: give at most 40"),
        ({"KLIQS_OIDC_GITHUB_CLIENT_ID": "x"}, "GitHub is no OpenID provider"),
        ({"KLIQS_GITHUB_CLIENT_ID": "x"}, "KLIQS_GITHUB_CLIENT_ID and KLIQS_GITHUB_CLIENT_SECRET: set both"),
        ({"KLIQS_GITHUB_CLIENT_ID": "x", "KLIQS_GITHUB_CLIENT_SECRET": "a b"}, "give them as GitHub shows them"),
        ({"KLIQS_OIDC_STAFF_ID_SECRET": "x"}, "KLIQS_OIDC_STAFF_ID_SECRET: there is no such setting"),
        ({"KLIQS_OIDC": "{}"}, "KLIQS_OIDC: there is no such setting"),
        (
            {f"KLIQS_OIDC_OTHER_{part}": STAFF[f"KLIQS_OIDC_STAFF_ID_{part}"] for part in ("ISSUER", "CLIENT_ID")}
            | {"KLIQS_OIDC_OTHER_CLIENT_SECRET": "x"},
            "KLIQS_OIDC_STAFF_ID_ISSUER: KLIQS_OIDC_OTHER_ISSUER is the same",
        ),
    ],
)
def test_each_mistake_is_a_sentence(monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], sentence: str) -> None:
    with pytest.raises(InvalidSettings) as refused:
        read(monkeypatch, **STAFF | changed)
    assert sentence in str(refused.value) and "staff-secret" not in str(refused.value)


def test_plain_http_is_for_this_machine_in_development_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    local = STAFF | {"KLIQS_OIDC_STAFF_ID_ISSUER": "http://127.0.0.1:9000"}
    assert read(monkeypatch, **local).oauth_providers
    with pytest.raises(InvalidSettings, match="give the https address"):
        read(monkeypatch, **local, KLIQS_ENV="production", KLIQS_HOSTS="kliqs.example", KLIQS_SECRET_KEY="x" * 40)
