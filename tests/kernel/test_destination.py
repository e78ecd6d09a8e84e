"""What a destination may be: http and https to a real public host, kept byte for byte, always ASCII, never our own."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.kernel import installation
from app.kernel.destination import (
    MAX_URL_LENGTH,
    InvalidUrl,
    MissingScheme,
    OwnHostUrl,
    UrlTooLong,
    add_scheme,
    ascii_host,
    clean_url,
    unicode_host,
)
from app.kernel.surfaces import Site
from tests.subtests import as_subtests

KEPT = [
    "https://example.com",
    "http://example.com/",
    "HTTPS://Example.COM/Path?Q=1#Frag",
    "https://example.com:8443/x",
    "https://example.com./x",
    "https://sub_domain.example.com/",
    "https://xn--bcher-kva.example/",
    "https://example.com/%00%zz%2F%2f%",
    "https://example.com/a%20b?x=%C3%A4&y=a+b#%23",
    "https://example.com/?next=https://other.example/@x",
    "https://example.com/{curly}|pipe^hat`tick\"quote<angle>'",
    "https://example.com/a//b/../c/./d",
    "https://example.com?q=1",
    "https://example.com#top",
    "https://example.com/user@host:80",
    "https://8.8.8.8/",
    "https://[2606:4700:4700::1111]/",
    "https://[2606:4700:4700::1111]:8443/",
]
CLEANED = [
    ("  https://example.com/x \r\n", "https://example.com/x"),
    ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
    ("https://faß.de/", "https://xn--fa-hia.de/"),
    ("https://例え.jp:8080/道?問=答#片", "https://xn--r8jz45g.jp:8080/%E9%81%93?%E5%95%8F=%E7%AD%94#%E7%89%87"),
    ("https://ｅｘａｍｐｌｅ。com/", "https://example.com/"),
    ("\ufeffhttps://example.com/x\u200b\u202c", "https://example.com/x"),
    ("\u2028https://example.com", "https://example.com"),
    ("https://☃.net", "https://xn--n3h.net"),
    ("https://I❤️.ws/x", "https://xn--i-7iq.ws/x"),
    ("https://💩.la", "https://xn--ls8h.la"),
    ("https://kopi☕bücher.example", "https://xn--kopibcher-u9a9755h.example"),
    ("https://example.com/é%C3%A9", "https://example.com/%C3%A9%C3%A9"),
    ("https://example.com/😀", "https://example.com/%F0%9F%98%80"),
]
NO_SCHEME = [
    "",
    " ",
    "example.com",
    "//example.com",
    "/path",
    "javascript:alert(1)",
    "JavaScript:alert(1)//https://x.example",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.com",
    "mailto:a@example.com",
    "https:example.com",
    "https:/example.com",
    "https:\\\\example.com",
    "\x00https://example.com",
    "java\nscript:https://example.com",
    "ｈttps://example.com",
]
NO_HOST = [
    "https://",
    "http:///path",
    "https://?q",
    "https://#x",
    "https://.",
    "https://..",
    "https://.example.com",
    "https://example..com",
    "https://localhost",
    "https://intranet/",
    "https://-example.com",
    "https://example-.com",
    "https://exa mple.com",
    "https://exa%20mple.com",
    "https://ex%61mple.com",
    "https://*.example.com",
    "https://☃\u0301\u200d.net",
    "https://" + "a" * 64 + ".com",
    "https://" + ".".join(["a" * 60] * 5) + ".com",
    "https://exam\u200bple.com\u2060-",
    "https://example.com:",
    "https://example.com:0",
    "https://example.com:65536",
    "https://example.com:-1",
    "https://example.com:8o",
    "https://example.com:80:80",
    "https://example.com:８０",
    "https://example.com:" + "9" * 5000,
    "https://user@example.com",
    "https://user:secret@example.com",
    "https://@example.com",
    "https://a@b@example.com",
    "https://example.com\\@evil.example",
    "https://example.com\\.evil.example",
    "https://example.com/\x00",
    "https://example.com/\x01",
    "https://example.com/a b",
    "https://example.com/a\tb",
    "https://example.com/a\r\nLocation: https://evil.example",
    "https://example.com/\x7f",
    "https://example.com/\x85/",
    "https://example.com/\u2028/",
    "https://example.com/\u2029/",
    "https://example.com/\\",
    "https://example.com/\ud800",
]
NOT_PUBLIC = [
    "http://127.0.0.1",
    "http://127.0.0.1:8000/x",
    "http://127.1",
    "http://0",
    "http://0.0.0.0",
    "http://10.0.0.1",
    "http://192.168.1.1",
    "http://172.16.0.1",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1",
    "http://0x7f.1",
    "http://0x7f000001",
    "http://0X7F.0.0.1",
    "http://2130706433",
    "http://017700000001",
    "http://127.0.0.1.",
    "http://127.0.0.0x1",
    "http://1.2.3.4.5",
    "http://example.1",
    "http://example.0x",
    "http://8.8.8",
    "http://010.8.8.8",
    "http://224.0.0.1",
    "http://255.255.255.255",
    "http://１２７.0.0.1",
    "http://①②⑦.0.0.1",
    "http://127。0。0。1",
    "http://[::1]",
    "http://[::]",
    "http://[::ffff:127.0.0.1]",
    "http://[::ffff:7f00:1]",
    "http://[fe80::1]",
    "http://[fc00::1]",
    "http://[ff0e::1]",
    "http://[64:ff9b::7f00:1]",
    "http://[2002:7f00:1::]",
    "http://[2606:4700::1111%25eth0]",
    "http://[2606:4700::1111%é]",
    "http://[2606:4700::1111]x",
    "http://[2606:4700::1111",
    "http://2606:4700::1111",
    "http://[8.8.8.8]",
    "http://[]",
    "http://[v1.x]",
]
OURS = [
    "https://kliqs.test",
    "https://kliqs.test/promo",
    "http://KLIQS.TEST:8080/x",
    "https://kliqs.test./x",
    "https://ｋｌｉｑｓ.test/",
    "https://kliqs。test",
    "https://kliqs.test:443",
]


@pytest.mark.parametrize("url", KEPT)
def test_a_web_address_is_kept_byte_for_byte(url: str) -> None:
    assert clean_url(url) == url


@pytest.mark.parametrize("raw, clean", CLEANED)
def test_what_is_not_ascii_is_written_in_ascii(raw: str, clean: str) -> None:
    assert clean_url(raw) == clean


@pytest.mark.parametrize("url", NO_SCHEME)
def test_only_http_and_https_are_schemes(url: str) -> None:
    with pytest.raises(MissingScheme):
        clean_url(url)


@as_subtests("url", NO_HOST)
def test_without_a_real_host_it_is_no_web_address(url: str) -> None:
    with pytest.raises(InvalidUrl) as refused:
        clean_url(url)
    assert (refused.value.code, refused.value.field) == ("INVALID_URL", "url")


@pytest.mark.parametrize(
    "host",
    [
        "xn--a.com",
        "XN--A.com",
        "www.xn--a.com",
        "xn--.com",
        "xn--a-.com",
        "xn--99999999.com",
        "xn--b-hoa.xn--",
        "xn--80ak6aa92e-.com",
        "büro.xn--a.com",
        "xn--" + "z" * 59 + ".com",
    ],
)
def test_punycode_that_stands_for_no_letters_is_no_host(host: str) -> None:
    with pytest.raises(InvalidUrl):
        clean_url(f"https://{host}/")


@pytest.mark.parametrize(
    "host",
    [
        "xn--n3h.net",
        "xn--i-7iq.ws",
        "XN--BCHER-KVA.example",
        "xn--e1afmkfd.xn--p1ai",
        "xn--fa-hia.de",
        "xn--mgba3a4f16a.ir",
    ],
)
def test_punycode_that_browsers_open_is_a_host(host: str) -> None:
    assert clean_url(f"https://{host}/") == f"https://{host}/"


@as_subtests("url", NOT_PUBLIC)
def test_an_address_in_numbers_must_be_a_public_one(url: str) -> None:
    with pytest.raises(InvalidUrl):
        clean_url(url)


@pytest.mark.parametrize("url", OURS)
def test_a_link_cannot_lead_to_ourselves(url: str) -> None:
    with pytest.raises(OwnHostUrl):
        clean_url(url)


@pytest.mark.parametrize("surface", ["kliqs.me", "dash.kliqs.me", "api.kliqs.me", "docs.kliqs.me", "home.kliqs.me"])
def test_each_of_our_hosts_is_ourselves(surface: str) -> None:
    words = "public=kliqs.me dashboard=dash.kliqs.me api=api.kliqs.me docs=docs.kliqs.me marketing=home.kliqs.me:8443"
    installation.current().site = Site.parse(words, bind="127.0.0.1:8000", secure=True)
    with pytest.raises(OwnHostUrl):
        clean_url(f"https://{surface}/x")
    assert clean_url(f"https://not-{surface}/") and clean_url(f"https://{surface}.example/")


def test_2048_characters_are_enough_and_one_more_is_too_many() -> None:
    start = "https://example.com/"
    longest = start + "a" * (MAX_URL_LENGTH - len(start))
    assert clean_url(longest) == longest
    with pytest.raises(UrlTooLong):
        clean_url(longest + "a")


def test_the_length_is_that_of_what_is_stored() -> None:
    with pytest.raises(UrlTooLong):
        clean_url("https://example.com/" + "é" * 400)


HOSTS = st.sampled_from(
    [
        "example.com",
        "bücher.example",
        "kliqs.test",
        "127.0.0.1",
        "[::1]",
        "[2606:4700::1111]",
        "0x7f.1",
        "a@b.c",
        "x",
        "",
    ]
)
ODD = st.text(max_size=40) | st.text(st.sampled_from("/\\@:?#[]%.-0x１é\x00 \u2028\ud800"), max_size=20)
URLS = st.builds(
    lambda scheme, host, port, tail: f"{scheme}{host}{port}{tail}",
    st.sampled_from(["http://", "https://", "HTTP://", "//", "javascript:", ""]),
    HOSTS | ODD,
    st.sampled_from(["", ":80", ":"]) | ODD,
    ODD,
)


@given(URLS | st.text())
@example("http://[2606:4700::1111%é]/")
@example("https://" + "é" * 2000)
def test_whatever_comes_is_cleaned_or_refused(raw: str) -> None:
    installation.current().site = Site.parse("https://kliqs.test", bind="127.0.0.1:8000", secure=True)
    try:
        clean = clean_url(raw)
    except InvalidUrl:
        return
    assert clean.isascii() and clean.isprintable() and " " not in clean and "\\" not in clean
    assert len(clean) <= MAX_URL_LENGTH
    assert clean_url(clean) == clean


@pytest.mark.parametrize(
    "raw, completed",
    [
        ("shop.example.com/x", "https://shop.example.com/x"),
        ("  example.com ", "https://example.com"),
        ("//example.com/x", "https://example.com/x"),
        ("example.com:8080/x?y#z", "https://example.com:8080/x?y#z"),
        ("example.com?next=https://other.example", "https://example.com?next=https://other.example"),
        ("bücher.example", "https://bücher.example"),
        ("💩.la", "https://💩.la"),
        ("\u200bexample.com\ufeff", "https://example.com"),
    ],
)
def test_an_address_without_a_scheme_gets_https(raw: str, completed: str) -> None:
    assert add_scheme(raw) == completed
    assert clean_url(add_scheme(raw)).startswith("https://")


@pytest.mark.parametrize(
    "raw",
    [
        "https://example.com",
        "http://example.com",
        "",
        "word",
        "/path",
        "localhost:8000/x",
        "javascript:alert(1.5)",
        "java.script:alert(1)",
        "mailto:sari@example.com",
        "sari@example.com",
        "data:text/html,a.b",
        "two words.example",
        "a.example" * 1000,
    ],
)
def test_nothing_else_gets_a_scheme(raw: str) -> None:
    assert add_scheme(raw) == raw


@pytest.mark.parametrize("host", ["xn--n3h.net", "xn--ls8h.la", "xn--bcher-kva.example"])
def test_a_host_is_read_in_the_letters_it_stands_for(host: str) -> None:
    assert ascii_host(unicode_host(host)) == host and not unicode_host(host).isascii()


@pytest.mark.parametrize("host", ["example.com", "xn--.com", "xn--a-.com", "xn--" + "z" * 60_000 + ".com"])
def test_a_host_that_stands_for_no_letters_stays_as_it_is(host: str) -> None:
    assert unicode_host(host) == host


@pytest.mark.parametrize("host", ["e" + "\u0301" * 100_000 + ".example", "☃" * 100_000 + ".example"])
def test_an_endless_host_is_refused_before_any_work_is_done_on_it(host: str, normalised: list[int]) -> None:
    with pytest.raises(ValueError, match="no host name is that long"):
        ascii_host(host)
    assert not normalised
