"""Only machines on the public Internet are global, however their address is from_look."""

from ipaddress import ip_address

import pytest

from app.kernel.global_address import is_global

INSIDE = [
    "0.0.0.0",  # noqa: S104 - nobody listens there
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.254",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::127.0.0.1",
    "100::1",
    "2001:db8::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "64:ff9b:1::a00:1",
    "4000::1",
]


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_that_may_be_inside_is_not_global(address: str) -> None:
    assert not is_global(ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "103.23.20.1", "2606:4700:4700::1111", "2001:4860:4860::8888"])
def test_an_address_of_the_internet_is_global(address: str) -> None:
    assert is_global(ip_address(address))


@pytest.mark.parametrize("wrapper", ["::ffff:{}", "64:ff9b::{}"])
def test_an_ipv4_address_in_an_ipv6_one_counts_by_itself(wrapper: str) -> None:
    for inside in (each for each in INSIDE if "." in each and ":" not in each):
        assert not is_global(ip_address(wrapper.format(inside))), inside
    assert is_global(ip_address(wrapper.format("8.8.8.8")))


def test_6to4_counts_by_the_router_it_goes_to() -> None:
    assert not is_global(ip_address("2002:7f00:1::1")) and not is_global(ip_address("2002:a9fe:a9fe::1"))
    assert is_global(ip_address("2002:808:808::1"))


def test_teredo_and_scoped_addresses_are_never_global() -> None:
    assert not is_global(ip_address("2001:0:4136:e378:8000:63bf:3fff:fdd2"))
    assert not is_global(ip_address("fe80::1%eth0")) and not is_global(ip_address("2606:4700:4700::1111%1"))
