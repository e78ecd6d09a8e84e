"""KLIQS_NET_ALLOW lists what may be reached beyond the public Internet; a wrong entry keeps Kliqs from starting."""

from ipaddress import ip_address

import pytest

from app.kernel.config import Config, InvalidSettings
from app.kernel.http_allow_list import AllowList

LISTED = AllowList.parse("Git.Internal:8443, wiki.internal 10.1.0.0/16 [fd00::1]:8080 ::1 192.168.1.5:81")


@pytest.mark.parametrize(
    ("host", "address", "port", "permitted"),
    [
        ("git.internal", "10.9.9.9", 8443, True),
        ("GIT.internal.", "10.9.9.9", 8443, True),
        ("git.internal", "10.9.9.9", 443, False),
        ("evil-git.internal", "10.9.9.9", 8443, False),
        ("wiki.internal", "127.0.0.1", 9000, True),
        ("x.wiki.internal", "127.0.0.1", 9000, False),
        ("x.test", "10.1.2.3", 5000, True),
        ("x.test", "10.2.2.3", 80, False),
        ("x.test", "::ffff:10.1.2.3", 80, True),
        ("x.test", "64:ff9b::10.1.2.3", 80, False),
        ("x.test", "2002:0a01:0203::1", 80, False),
        ("x.test", "fd00::1", 8080, True),
        ("x.test", "fd00::1", 80, False),
        ("x.test", "::1", 1, True),
        ("x.test", "192.168.1.5", 81, True),
        ("x.test", "192.168.1.5", 80, False),
        ("x.test", "8.8.8.8", 80, True),
        ("x.test", "8.8.8.8", 443, True),
        ("x.test", "8.8.8.8", 8080, False),
        ("x.test", "8.8.8.8", 22, False),
        ("x.test", "fe80::1%eth0", 80, False),
    ],
)
def test_what_is_listed_is_permitted_and_nothing_beside_it(host: str, address: str, port: int, permitted: bool) -> None:
    assert LISTED.permits(host, ip_address(address), port) is permitted


def test_without_the_setting_only_the_internet_is_permitted() -> None:
    nothing = Config().allow_list
    assert nothing == AllowList()
    assert nothing.permits("x.test", ip_address("8.8.8.8"), 443)
    assert not nothing.permits("localhost", ip_address("127.0.0.1"), 80)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("*.internal", "*.internal"),
        ("http://git.internal", "http"),
        ("git.internal:x", "port"),
        ("git.internal:0", "port"),
        ("10.1.0.5/16", "10.1.0.5/16"),
        ("10.0.0.0/33", "10.0.0.0/33"),
        ("0.0.0.0/0", "every address"),
        ("::/0", "every address"),
        ("[fd00::1]:70000", "port"),
        ("fd00::zz", "fd00::zz"),
        ("me@git.internal", "me@"),
        ("1.2.3", "1.2.3"),
        ("fe80::1%eth0/64", "fe80"),
    ],
)
def test_a_wrong_entry_is_named_with_what_to_write_instead(
    monkeypatch: pytest.MonkeyPatch, value: str, word: str
) -> None:
    monkeypatch.setenv("KLIQS_NET_ALLOW", f"wiki.internal {value}")
    with pytest.raises(InvalidSettings, match=r"^KLIQS_NET_ALLOW: ") as refused:
        Config.from_env()
    assert word in str(refused.value) and len(str(refused.value).splitlines()) == 1


def test_the_setting_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLIQS_NET_ALLOW", "git.internal 10.1.0.0/16")
    assert Config.from_env().allow_list.permits("x.test", ip_address("10.1.0.1"), 8000)
