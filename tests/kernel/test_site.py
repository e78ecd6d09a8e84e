"""Where the five surfaces live comes from configuration, and a wrong one is told in a sentence."""

import pytest

from app.kernel import installation, site
from app.kernel.surfaces import SURFACES, Site

FIVE = "public=kliqs.me dashboard=dash.kliqs.me api=api.kliqs.me docs=docs.kliqs.me marketing=home.kliqs.me"


def parsed(text: str, *, bind: str = "127.0.0.1:8000", secure: bool = True) -> Site:
    return Site.parse(text, bind=bind, secure=secure)


def test_without_hosts_it_is_this_machine_under_each_of_its_names() -> None:
    here = parsed("", bind="0.0.0.0:8000", secure=False)
    assert set(here.origins.values()) == {"http://127.0.0.1:8000"}
    assert here.hosts == {"127.0.0.1:8000", "localhost:8000", "[::1]:8000"}
    assert not here.split and not here.secure


@pytest.mark.parametrize("bind", ["[::]:80", "127.0.0.1:80"])
def test_port_80_is_left_out_of_a_host_by_browsers(bind: str) -> None:
    assert {"127.0.0.1", "localhost"} <= parsed("", bind=bind).hosts


def test_one_host_serves_all_surfaces() -> None:
    single_host = parsed("Kliqs.Test")
    assert set(single_host.origins.values()) == {"https://kliqs.test"}
    assert single_host.surfaces_of("kliqs.test") == SURFACES
    assert single_host.secure and not single_host.split


def test_five_hosts_each_serve_their_own_surface() -> None:
    five = parsed(FIVE)
    assert five.split
    assert five.surfaces_of("dash.kliqs.me") == ("dashboard",)
    assert five.surfaces_of("kliqs.me") == ("public",)


def test_commas_part_hosts_as_blanks_do() -> None:
    assert parsed(FIVE.replace(" ", ", ")) == parsed(FIVE)


@pytest.mark.parametrize(
    "host", ["evil.example", "kliqs.me:8080", "", "kliqs.me.", "x.kliqs.me", "kliqs.me.evil.example"]
)
def test_any_other_host_is_none_of_ours(host: str) -> None:
    assert parsed(FIVE).surfaces_of(host) == ()


@pytest.mark.parametrize(
    "text",
    [
        "kliqs.me dash.kliqs.me",
        "public=kliqs.me",
        FIVE + " public=x.example",
        FIVE + " shop=shop.kliqs.me",
        FIVE + " x",
        FIVE.replace("docs=", "docz="),
        "ftp://kliqs.me",
        "https://kliqs.me/path",
        "https://kliqs.me?x",
        "https://",
        "http://:80",
    ],
)
def test_wrong_hosts_are_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"name one host|is not a host name"):
        parsed(text)


def test_addresses_are_built_from_configuration() -> None:
    installation.current().site = parsed(FIVE)
    assert site.url("api", "/api/v1/links") == "https://api.kliqs.me/api/v1/links"
    assert site.url("marketing") == "https://home.kliqs.me/"


def test_a_name_of_ours_is_ours_whatever_the_port() -> None:
    here = parsed("https://kliqs.me:8443")
    assert here.owns("kliqs.me") and here.owns("kliqs.me:8443")
    assert not here.owns("not-kliqs.me") and not here.owns("me")
