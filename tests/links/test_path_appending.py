"""A visitor's further path goes behind the destination's own, and can lead nowhere else."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.destination import clean_url
from app.links.path_appending import append_path, clean_path


@pytest.mark.parametrize(
    "destination, path, url",
    [
        ("https://a.example", "/x", "https://a.example/x"),
        ("https://a.example/", "/x/y", "https://a.example/x/y"),
        ("https://a.example/base", "/x/", "https://a.example/base/x/"),
        ("https://a.example/base/?k=1#f", "/x", "https://a.example/base/x?k=1#f"),
        ("https://a.example?k=1", "/x", "https://a.example/x?k=1"),
        ("https://a.example#/route?x", "/x", "https://a.example/x#/route?x"),
        ("https://a.example/b", "", "https://a.example/b"),
        ("https://a.example/b", "/", "https://a.example/b"),
        ("https://a.example", "//evil.example/x", "https://a.example/evil.example/x"),
        ("https://a.example", "/a//b", "https://a.example/a/b"),
        ("https://a.example", "/@evil.example", "https://a.example/@evil.example"),
        ("https://a.example", "/%2e.%2e/%41", "https://a.example/%2e.%2e/%41"),
        ("https://a.example", "/caf\xc3\xa9#x?", "https://a.example/caf%C3%A9%23x%3F"),
        ("https://a.example", "/a b\"'<>", "https://a.example/a%20b%22%27%3C%3E"),
        ("myapp://open/p", "/1", "myapp://open/p/1"),
    ],
)
def test_a_path_goes_before_query_and_fragment(destination: str, path: str, url: str) -> None:
    further = clean_path(path)
    assert further is not None
    assert append_path(destination, further) == url


@pytest.mark.parametrize(
    "path",
    [
        "/..",
        "/a/../b",
        "/.",
        "/%2e%2e/x",
        "/%2E.",
        "/a/%252e%252e",
        "/..%2fx",
        "/x%2f..%2fy",
        "/..%5cx",
        "/..\\x",
        "/%5c..",
        "/..;/x",
        "/..;a=1",
        "/%00",
        "/a%0d%0ab",
        "/a\nb",
        "/x" * 1025,
        "/%25252525252525252541",
    ],
)
def test_a_path_that_may_lead_up_or_out_is_refused(path: str) -> None:
    assert clean_path(path) is None


@given(st.text(st.characters(max_codepoint=255), max_size=60).map(lambda text: "/" + text))
def test_whatever_the_path_the_host_and_the_beginning_stay(path: str) -> None:
    further = clean_path(path)
    if further is not None:
        url = append_path("https://a.example/base?k=1#f", further)
        parts = urlsplit(url)
        assert (parts.netloc, parts.query, parts.fragment) == ("a.example", "k=1", "f")
        assert parts.path.startswith("/base")
        assert url.isascii()
        assert clean_url(url) == url
