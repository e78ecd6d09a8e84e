"""The list of API keys: active ones first, a page at a time."""

import re

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.keys import views
from app.keys.models import ApiKey
from tests.client import Browser

PATH = "/dashboard/settings/api-keys/"


async def test_the_list_goes_on_after_the_active_keys_with_the_revoked_ones(
    as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "PAGE_SIZE", 1)
    for number in range(4):
        key, _ = await ApiKey.issue(sari, f"kawung-{number}")
        if number in (1, 3):
            await ApiKey.filter(id=key.id).update(revoked_at=clock.now())
    pages, path = list[set[str]](), PATH
    while path:
        html = await (await as_sari.get(path)).get_data(as_text=True)
        pages.append(set(re.findall(r"kawung-\d", html)))
        more = re.search(r'href="([^"]*cursor=[^"]*)"', html)
        path = more[1] if more else ""
    assert pages == [{"kawung-2"}, {"kawung-0"}, {"kawung-3"}, {"kawung-1"}]


async def test_the_pages_render(as_sari: Browser, sari: Account) -> None:
    key, _ = await ApiKey.issue(sari, "x")
    for path in ("", "new", f"{key.id}", f"{key.id}/rights", f"{key.id}/replace", f"{key.id}/revoke", "requests/"):
        response = await as_sari.get(PATH + path)
        assert response.status_code == 200, path
