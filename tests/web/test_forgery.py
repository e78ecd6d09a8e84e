"""Writes that another origin started are refused; the API, which has no cookies, does not mind."""

import pytest

from tests.client import Browser


@pytest.mark.parametrize(
    "headers, status",
    [
        ({"Sec-Fetch-Site": "same-origin"}, 400),
        ({"Sec-Fetch-Site": "none"}, 400),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://kliqs.test"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "https://evil.test"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "https://kliqs.test.evil.test"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "https://kliqs.test"}, 400),
        ({"Sec-Fetch-Site": ""}, 403),
    ],
)
async def test_only_our_own_pages_may_write(as_sari: Browser, headers: dict[str, str], status: int) -> None:
    response = await as_sari.post("/dashboard/links/", form={"url": "nope"}, headers=headers)
    assert response.status_code == status


async def test_signing_out_needs_our_own_page_too(as_sari: Browser) -> None:
    assert (await as_sari.post("/logout", headers={"Sec-Fetch-Site": "cross-site"})).status_code == 403
    assert (await as_sari.get("/dashboard/links/")).status_code == 200
