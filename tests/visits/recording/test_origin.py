"""Where visits came from: the headers and parameters people, and others, send."""

import re
import unicodedata
from types import SimpleNamespace
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import installation, text
from app.kernel.surfaces import Site
from app.visits.recording.origin import parse_origin, preferred_language, referrer_host, utm_values, utm_values_of_url
from app.visits.visit import UTM
from tests.visits.atlas import short
from tests.waiting import finishes

ODD = (
    st.text()
    | st.from_regex(r"https?://.*", fullmatch=True)
    | st.text(alphabet="htps:/@[]#?%.ww-\x00\t\n\u202eéa1;=,&+_*q ")
)


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("https://www.instagram.com/", "instagram.com"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fkliqs.test%2Fpromo", "l.facebook.com"),
        ("HTTPS://WWW.Google.Co.ID/search?q=rahasia", "google.co.id"),
        ("http://news.example:8080", "news.example"),
        ("https://t.co", "t.co"),
        ("https://example.com.", "example.com"),
        ("https://www.com/", "www.com"),
        ("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("https://BÜCHER.example/".encode().decode("latin-1"), "xn--bcher-kva.example"),
        ("http://203.0.113.9/x", "203.0.113.9"),
        ("http://192.168.1.1/", "192.168.1.1"),
        ("http://[2001:DB8:0::1]:8080/", "2001:db8::1"),
        ("android-app://com.google.android.gm/", "com.google.android.gm"),
        (
            "android-app://com.google.android.googlequicksearchbox/https/www.google.com",
            "com.google.android.googlequicksearchbox",
        ),
        ("android-app://WhatsApp/", ""),
        ("android-app://com.x-y/", ""),
        ("android-app://1.2/", ""),
        ("https://kliqs.test/promo", ""),
        ("https://KLIQS.test:443/", ""),
        ("https://user:secret@example.com/", ""),
        ("https://user@example.com", ""),
        ("ftp://example.com/", ""),
        ("javascript:alert(1)", ""),
        ("about:blank", ""),
        ("//example.com/", ""),
        ("example.com", ""),
        ("https://", ""),
        ("https:///x", ""),
        ("https://localhost/", ""),
        ("https://intranet", ""),
        ("https://exa mple.com/", ""),
        ("https://example.com\x00.evil.test/", ""),
        ("https://example.com\\@evil.test/", ""),
        ("https://-x.example/", ""),
        ("https://a..example/", ""),
        ("https://<script>.example/", ""),
        ("https://example.com:port/", ""),
        ("https://example.com:123456/", ""),
        ("http://2130706433/", ""),
        ("http://0x7f.1/", ""),
        ("http://[::1", ""),
        ("http://[fe80::1%25eth0]/", ""),
        ("http://[::1]x/", ""),
        ("https://" + "a" * 64 + ".example/", ""),
        ("https://" + "a." * 140 + "example/", ""),
        ("", ""),
        ("\x00", ""),
        ("https://" + "a" * 100_000, ""),
        ("https://\ud800.example/", ""),
    ],
    ids=short,
)
def test_a_referrer_is_a_host(header: str, host: str) -> None:
    assert referrer_host(header) == host
    assert referrer_host(parse_origin(header)) == host


def test_who_we_are_is_asked_each_time() -> None:
    assert referrer_host("http://127.0.0.1:8000/x") == "127.0.0.1"

    installation.current().site = Site.loopback("127.0.0.1:8000")

    assert referrer_host("http://127.0.0.1:8000/x") == ""
    assert referrer_host("http://[::1]:8000/") == ""
    assert referrer_host("https://kliqs.test/promo") == "kliqs.test"


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        ("https://mail.example/inbox/Secret?q=1#me", "https://mail.example"),
        ("http://a.example:81", "http://a.example:81"),
        ("https://a.example?token=1", "https://a.example"),
        ("https://a.example#x", "https://a.example"),
        ("android-app://com.slack/deep/Link", "android-app://com.slack"),
        ("https://user:secret@a.example/", ""),
        ("https://a.example\\@b.example", ""),
        ("mailto:sari@a.example", ""),
        ("https://" + "u" * 400 + ":secret@a.example/", ""),
        ("https://a.example:secret@b.example/", ""),
        ("/path", ""),
        ("https://" + "a" * 292 + "/", "https://" + "a" * 292),
        ("https://" + "a" * 293 + "/", ""),
    ],
    ids=short,
)
def test_an_origin_keeps_nothing_private(header: str, kept: str) -> None:
    assert parse_origin(header) == kept


@given(header=ODD)
def test_no_referer_is_too_odd(header: str) -> None:
    host, cut = referrer_host(header), parse_origin(header)

    assert len(host) <= 253 and host.isascii() and host == host.lower()
    assert not re.search(r"[\s\x00-\x20/@\\\x7f]", host)
    assert len(cut) <= 300 and not re.search(r"[\x00-\x20@\\\x7f]|//.*/", cut)
    assert referrer_host(cut) == host
    cut.encode()


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("", []),
        ("utm=1&a=utm", []),
        ("a=b&c=d", []),
        ("utm_source=", []),
        ("utm_id=7", []),
        ("Utm_Sources=x", []),
        (
            "utm_source=ig&utm_medium=story&utm_campaign=lebaran%202026&utm_term=a+b&utm_content=%C3%A9",
            ["ig", "story", "lebaran 2026", "a b", "é"],
        ),
        ("x=1&utm_campaign=promo&utm_campaign=second", ["", "", "promo", "", ""]),
        ("utm_source=%00i%0Ag%7F%E2%80%AE%20", ["ig", "", "", "", ""]),
        ("utm_source=%ff", ["\ufffd", "", "", "", ""]),
        ("utm_source=%zz%", ["%zz%", "", "", "", ""]),
        ("utm_source=a=b", ["a=b", "", "", "", ""]),
        ("utm_source=" + "a" * 100_000, ["a" * 100, "", "", "", ""]),
        ("&" * 100_000 + "utm_source=late", []),
        ("utm_source=" + "%F0%9F%8C%B6" * 200, ["🌶" * 100, "", "", "", ""]),
        ("utm_source=\ud800x", ["x", "", "", "", ""]),
    ],
    ids=short,
)
def test_a_campaign_is_five_clean_texts(query: str, values: list[str]) -> None:
    assert utm_values(query) == values


@pytest.mark.parametrize(
    "name",
    ["UTM_SOURCE", "Utm_Source", "utm%5Fsource", "utm%5fSource", "%75tm_source", "%75%74%6D%5F%73%6F%75%72%63%65"],
)
def test_the_names_of_a_campaign_count_in_any_case_and_encoding(name: str) -> None:
    assert utm_values(f"a=1&{name}=ig") == ["ig", "", "", "", ""]
    assert utm_values(f"{name}x=ig&x{name}=ig&{name}{'x' * 40}=ig") == []


@pytest.mark.parametrize("value", ["caf%C3%A9", "cafe%CC%81", "caf\xc3\xa9", "cafe\xcc\x81"])
def test_values_of_a_campaign_are_in_one_form(value: str) -> None:
    assert utm_values(f"utm_source={value}") == ["caf\xe9", "", "", "", ""]


def test_a_value_of_endless_marks_is_cut_before_it_is_normalised(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []

    def measured(form: text.Form, raw: str) -> str:
        lengths.append(len(raw))
        return unicodedata.normalize(form, raw)

    monkeypatch.setattr(
        text,
        "unicodedata",
        SimpleNamespace(normalize=measured, combining=unicodedata.combining, category=unicodedata.category),
    )
    [source, *_] = utm_values("utm_source=a" + "%CC%81" * 1_000)
    assert len(source) <= 100
    assert max(lengths) <= 400


def test_a_destination_has_a_campaign_of_its_own() -> None:
    assert utm_values_of_url("https://e.com/?x=1&utm_source=bio&UTM_Medium=link#?utm_term=no") == [
        "bio",
        "link",
        "",
        "",
        "",
    ]
    assert utm_values_of_url("https://e.com/#utm_source=no") == []


@given(values=st.lists(st.text(), min_size=5, max_size=5), tail=ODD)
def test_no_campaign_is_too_odd(values: list[str], tail: str) -> None:
    query = urlencode(list(zip(UTM, values, strict=True)), errors="replace") + "&" + tail
    for kept in (utm_values(query), utm_values("utm_source=" + tail)):
        assert len(kept) in {0, 5}
        for value in kept:
            assert len(value) <= 100 and value == value.strip()
            assert not re.search(r"[\x00-\x1f\x7f-\x9f]", value)
            value.encode()


def test_a_plain_campaign_arrives_as_it_was_sent() -> None:
    assert utm_values("utm_source=" + quote("Toko Sari & Dewi = 100%")) == ["Toko Sari & Dewi = 100%", "", "", "", ""]


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7", "id"),
        ("en", "en"),
        ("zh-Hans-CN", "zh"),
        ("EN-us", "en"),
        ("en;q=0.5, id;q=0.8", "id"),
        ("id;q=0, en;q=0.1", "en"),
        ("in-ID", "id"),
        ("fil-PH", "fil"),
        ("*", ""),
        ("*, jv;q=0.5", "jv"),
        ("", ""),
        ("-", ""),
        ("e", ""),
        ("english", ""),
        ("id;q=2", ""),
        ("id;q=nan", ""),
        ("id_ID", ""),
        ("<b>", ""),
        ("id\x00", ""),
        ("id , en", "id"),
        ("," * 100_000 + "id", ""),
        ("id" * 50_000, ""),
        ("x-klingon", ""),
        ("id ; q=0.4, en ; q=0.6", "en"),
    ],
    ids=short,
)
def test_a_language_is_the_most_wanted(header: str, wanted: str) -> None:
    assert preferred_language(header) == wanted


@given(header=ODD)
def test_no_language_is_too_odd(header: str) -> None:
    assert re.fullmatch("[a-z]{2,3}|", preferred_language(header))


@pytest.mark.parametrize("piece", ["a", " ", "-", ";", "id-", "q=", "utm_", "utm_source=%41&", "[", "%", "://", "."])
def test_long_headers_take_no_time(piece: str) -> None:
    header = "https://" + piece * (1_000_000 // len(piece))
    with finishes():
        for work in (referrer_host, parse_origin, preferred_language, utm_values):
            work(header)
