"""Whoever answers compressed reads Accept-Encoding by the one rule: what a visitor refuses is never sent."""

import pytest

from app.accounts.models import Account
from app.pages.content import Content
from app.pages.models import Page
from app.web.accept_encoding import first_accepted_encoding
from tests.client import Browser

CASES = [
    ("", "", ""),
    ("identity", "", ""),
    ("gzip", "gzip", "gzip"),
    ("GZIP", "gzip", "gzip"),
    ("br", "br", ""),
    ("gzip, deflate, br", "br", "gzip"),
    ("gzip;q=0", "", ""),
    ("gzip;q=0.0, br", "br", ""),
    ("gzip; q=0.000", "", ""),
    ("br;q=0, gzip;q=0.5", "gzip", "gzip"),
    ("*", "br", "gzip"),
    ("*;q=0", "", ""),
    ("br;q=0, *", "gzip", "gzip"),
    ("gzip;q=0, *", "br", ""),
    ("gzip;q=0.001", "gzip", "gzip"),
    ("gzipped, xbr", "", ""),
    ("deflate", "", ""),
]


@pytest.mark.parametrize(("accepted", "either", "gzip_only"), CASES)
def test_the_best_coding_is_one_that_is_accepted(accepted: str, either: str, gzip_only: str) -> None:
    assert first_accepted_encoding(accepted, ("br", "gzip")) == either
    assert first_accepted_encoding(accepted, ("gzip",)) == gzip_only


def test_an_endless_header_is_not_read_to_its_end() -> None:
    assert first_accepted_encoding("x," * 5_000 + "gzip", ("gzip",)) == ""


async def test_files_pages_and_bio_pages_keep_to_it(visitor: Browser, sari: Account) -> None:
    await (await Page.make(sari, "sari-lestari", Content(name="Sari"))).publish(sari)
    for accepted, either, gzip_only in CASES:
        for path, coding in (("/static/0/css/app.css", gzip_only), ("/docs/", either), ("/sari-lestari", either)):
            response = await visitor.get(path, headers={"Accept-Encoding": accepted})
            assert response.status_code == 200
            assert response.headers.get("Content-Encoding", "") == coding, (path, accepted)
            assert "accept-encoding" in response.headers["Vary"].lower()
