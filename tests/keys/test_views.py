"""The list of API keys: active ones first, a page at a time."""

import re

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.keys import views
from app.keys.models import ApiKey
from app.team.audit_entry import AuditEntry
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


async def text_of(browser: Browser, path: str) -> str:
    response = await browser.get(PATH + path)
    assert response.status_code == 200, path
    return await response.get_data(as_text=True)


FULL = {
    "name": "bot-wa",
    "once": "x",
    "kind": "some",
    "scope-links:read": "1",
    "expires": "90",
    "networks": "203.0.113.7",
}


async def test_a_key_is_made_with_what_was_chosen_and_shown_once(as_dewi: Browser, dewi: Account) -> None:
    response = await as_dewi.post(PATH, form=FULL | {"scope-links:dance": "1", "scope-qr:write": "1"})
    page = await response.get_data(as_text=True)
    [raw] = set(re.findall(r"kliqs_sk_live_[0-9A-Za-z]{38}", page))
    key = await ApiKey.authenticate(raw)
    assert (key.name, key.scopes, key.networks) == ("bot-wa", "links:read qr:write", "203.0.113.7/32")
    assert key.lifetime_days == 90
    assert response.headers["Cache-Control"].find("no-store") >= 0
    assert raw not in await text_of(as_dewi, "")


@pytest.mark.parametrize(
    ("kind", "scopes"),
    [("all", "*"), ("", "*"), ("read", "links:read qr:read pages:read statistics:read subscribers:read account:read")],
)
async def test_a_preset_stands_for_its_scopes(as_dewi: Browser, dewi: Account, kind: str, scopes: str) -> None:
    await as_dewi.post(PATH, form={"name": "x", "once": "x", "kind": kind, "scope-qr:write": "1"})
    assert (await ApiKey.get()).scopes == scopes


async def test_all_faults_of_a_form_are_told_at_once_and_nothing_typed_is_lost(as_dewi: Browser, dewi: Account) -> None:
    form = {"name": " ", "once": "x", "kind": "some", "expires": "5", "networks": "home, 203.0.113.7"}
    response = await as_dewi.post(PATH, form=form)
    page = await response.get_data(as_text=True)
    assert response.status_code == 422
    for message in ("Give the key a name", "Choose at least one thing", "Choose 90 days", "home is neither"):
        assert message in page
    assert 'value="home, 203.0.113.7"' in page
    assert re.search(r'value="some" id="rights-some" checked', page)
    assert await ApiKey.all().count() == 0

    response = await as_dewi.post(PATH, form=FULL | {"name": ""})
    assert re.search(r'name="scope-links:read"[^>]* checked', await response.get_data(as_text=True))


@pytest.mark.parametrize("kind", ["nonsense", "\x00", "a" * 10_000])
async def test_an_odd_choice_of_rights_gives_none(as_dewi: Browser, dewi: Account, kind: str) -> None:
    assert (await as_dewi.post(PATH, form=FULL | {"kind": kind})).status_code == 422
    assert await ApiKey.all().count() == 0


async def test_replacing_shows_the_new_key_once_and_both_in_the_list(as_dewi: Browser, dewi: Account) -> None:
    key, old = await ApiKey.issue(dewi, "bot-wa")
    assert "Make the new key" in await text_of(as_dewi, f"{key.id}/replace")
    page = await (await as_dewi.post(f"{PATH}{key.id}/replace")).get_data(as_text=True)
    [raw] = set(re.findall(r"kliqs_sk_live_[0-9A-Za-z]{38}", page))
    assert (await ApiKey.authenticate(raw)).id != (await ApiKey.authenticate(old)).id
    listed = await text_of(as_dewi, "")
    assert "Being replaced" in listed and "The new one" in listed and "End it now" in listed
    assert raw not in listed

    again = await as_dewi.post(f"{PATH}{key.id}/replace")
    assert again.status_code == 303
    assert "was replaced already" in await text_of(as_dewi, "")
    assert await ApiKey.all().count() == 2
    assert [entry.act for entry in await AuditEntry.all()] == ["keys.replace"]


async def test_a_stranger_reaches_no_key(as_budi: Browser, dewi: Account) -> None:
    key, raw = await ApiKey.issue(dewi, "bot-wa")
    for path in ("", "/replace", "/rights", "/revoke"):
        assert (await as_budi.get(f"{PATH}{key.id}{path}")).status_code == 404
    for path in ("/replace", "/rights", "/revoke"):
        assert (await as_budi.post(f"{PATH}{key.id}{path}", form=FULL)).status_code == 404
    assert (await ApiKey.authenticate(raw)).has_every_scope
