"""A key may be limited to networks: written in many ways, kept in one, and exact at their edges."""

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel.refusal import Refusal
from app.keys.networks import LONGEST, InvalidNetwork, TooManyNetworks, is_allowed, network_of_caller, parse_networks
from tests.client import Browser
from tests.keys.callers import key_with, request


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("", ""),
        (" , ;\n", ""),
        ("103.28.12.41", "103.28.12.41/32"),
        ("103.28.12.41/24", "103.28.12.0/24"),
        ("103.28.12.0/24, 103.28.12.41", "103.28.12.0/24"),
        ("10.0.0.0/25 10.0.0.128/25", "10.0.0.0/24"),
        ("2001:DB8::1/32\n192.0.2.1;198.51.100.0/24", "192.0.2.1/32 198.51.100.0/24 2001:db8::/32"),
        ("::ffff:192.0.2.7", "192.0.2.7/32"),
        ("::ffff:192.0.2.0/120", "192.0.2.0/24"),
        ("0.0.0.0/0 ::/0", "0.0.0.0/0 ::/0"),
    ],
)
def test_networks_are_kept_in_their_normal_form(text: str, stored: str) -> None:
    assert parse_networks(text) == stored
    assert parse_networks(stored) == stored


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("kliqs.me", InvalidNetwork),
        ("1.2.3", InvalidNetwork),
        ("1.2.3.4/33", InvalidNetwork),
        ("1.2.3.4/255.0.255.0", InvalidNetwork),
        ("fe80::1%eth0", InvalidNetwork),
        ("٣.٣.٣.٣", InvalidNetwork),
        ("x" * 100_000, InvalidNetwork),
        (" ".join(f"10.0.{n}.0/25" for n in range(21)), TooManyNetworks),
        ("1 " * 5_000, TooManyNetworks),
    ],
)
def test_what_is_no_network_is_refused_by_its_field(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        parse_networks(text)
    assert refused.value.field == "networks"


def test_twenty_networks_fit_into_their_column() -> None:
    longest = " ".join(f"{number:04x}:1fff:1fff:1fff:1fff:1fff:1fff:1fff" for number in range(0x2001, 0x2015))
    assert len(parse_networks(longest)) == 20 * (LONGEST + 1) - 1 <= 1000


@pytest.mark.parametrize(
    ("address", "stored", "allowed"),
    [
        ("203.0.113.7", "", True),
        ("", "", True),
        ("203.0.113.7", "203.0.113.0/24", True),
        ("203.0.114.0", "203.0.113.0/24", False),
        ("::ffff:203.0.113.7", "203.0.113.0/24", True),
        ("2001:db8:ffff::1", "203.0.113.0/24 2001:db8::/32", True),
        ("2001:db9::", "2001:db8::/32", False),
        ("", "203.0.113.0/24", False),
        ("unix:", "0.0.0.0/0 ::/0", False),
    ],
)
def test_an_address_is_in_a_network_or_not(address: str, stored: str, allowed: bool) -> None:
    assert is_allowed(address, stored) is allowed


def test_of_a_caller_only_the_network_is_kept() -> None:
    assert network_of_caller("203.0.113.77") == network_of_caller("::ffff:203.0.113.1") == "203.0.113.0/24"
    assert network_of_caller("2001:db8:1:2::3") == "2001:db8:1::/48"
    assert network_of_caller("unix:") == ""


async def test_a_key_is_refused_outside_of_its_networks(visitor: Browser, dewi: Account) -> None:
    key = await key_with(dewi, networks="203.0.113.0/24 2001:db8::/32")
    for address in ("203.0.113.255", "2001:db8::9"):
        assert (await request(visitor, key, "GET", "/me", address=address))[0] == 200
    status, answer, _ = await request(visitor, key, "GET", "/me", address="198.51.100.1")
    assert (status, answer["error"]) == (403, "NETWORK_NOT_ALLOWED")
    assert "198.51.100.1" in answer["message"]


async def test_the_address_is_the_one_that_the_trusted_proxy_saw(app: Quart, visitor: Browser, dewi: Account) -> None:
    key = await key_with(dewi, networks="203.0.113.7")
    forwarded = {"X-Forwarded-For": "203.0.113.7"}
    assert (await request(visitor, key, "GET", "/me", address="10.0.0.1", headers=forwarded))[0] == 403
    app.config["TRUSTED_HOPS"] = 1
    try:
        assert (await request(visitor, key, "GET", "/me", address="10.0.0.1", headers=forwarded))[0] == 200
        lied = {"X-Forwarded-For": "203.0.113.7, 198.51.100.9"}
        assert (await request(visitor, key, "GET", "/me", address="10.0.0.1", headers=lied))[0] == 403
    finally:
        app.config["TRUSTED_HOPS"] = 0
