"""Passkeys are made for the dashboard's host, and there are none where browsers offer none."""

import pytest

from app.kernel.surfaces import Site
from app.sign_in.passkeys.relying_party import RelyingParty, relying_party_ids, relying_party_of


@pytest.mark.parametrize(
    ("origin", "id"),
    [
        ("https://kliqs.example", "kliqs.example"),
        ("https://kliqs.example:8443", "kliqs.example"),
        ("http://localhost:8000", "localhost"),
        ("http://kliqs.localhost", "kliqs.localhost"),
    ],
)
def test_https_and_localhost_have_passkeys(origin: str, id: str) -> None:
    assert relying_party_of(origin) == RelyingParty(id, origin)


@pytest.mark.parametrize(
    "origin",
    ["http://127.0.0.1:8000", "https://127.0.0.1", "https://[::1]:8000", "http://[::1]", "http://kliqs.example", ""],
)
def test_an_ip_address_and_plain_http_have_none(origin: str) -> None:
    assert relying_party_of(origin) is None


def test_the_hosts_are_those_of_the_dashboard() -> None:
    several = "public=kliqs.me dashboard=dash.kliqs.me api=api.kliqs.me docs=docs.kliqs.me marketing=home.kliqs.me"
    assert relying_party_ids(Site.parse(several, bind="0.0.0.0:80", secure=True)) == {"dash.kliqs.me"}
    assert relying_party_ids(Site.parse("https://kliqs.example", bind="", secure=True)) == {"kliqs.example"}
    assert relying_party_ids(Site.loopback("127.0.0.1:8000")) == {"localhost"}
