"""What the link editor sets besides the destination: opening, end, next destination, apps, the further path."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.kernel import clock, i18n
from app.links.models import Link
from tests import world
from tests.client import Browser

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
FIELDS = {
    "opens_at": "2030-01-01T08:00",
    "fallback_url": "toko.id/selesai",
    "next_url": "https://toko.id/besok",
    "next_url_at": "2030-02-01T00:00",
    "ios_url": "tokoku://produk/1",
    "android_url": "https://play.google.com/store/apps/details?id=id.toko",
    "append_path": "on",
    "external_id": "pesanan-17",
}


async def save(browser: Browser, link: Link, headers: Any = None, **fields: str) -> tuple[int, str]:
    form = {"url": link.destination_url, "slug": link.short_code} | fields
    answer = await browser.post(f"/dashboard/links/{link.id}", form=form, headers=headers or {})
    return answer.status_code, await answer.get_data(as_text=True)


async def test_the_editor_sets_them_and_shows_them_again(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    assert (await save(as_budi, link, **FIELDS))[0] == 303
    saved = await Link.get(id=link.id)
    assert (saved.opens_at, saved.next_url_at) == (
        datetime(2030, 1, 1, 1, tzinfo=UTC),
        datetime(2030, 1, 31, 17, tzinfo=UTC),
    ), "in the zone of the account"
    assert saved.fallback_url == "https://toko.id/selesai"
    assert (saved.next_url, saved.ios_url, saved.android_url) == tuple(
        FIELDS[name] for name in ("next_url", "ios_url", "android_url")
    )
    assert (saved.append_path, saved.external_id) == (True, "pesanan-17")
    page = await (await as_budi.get(f"/dashboard/links/{link.id}/edit")).get_data(as_text=True)
    for name, value in FIELDS.items() - {("append_path", "on"), ("fallback_url", FIELDS["fallback_url"])}:
        assert re.search(rf'name="{name}"[^>]* value="{re.escape(value)}"', page), name
    assert re.search(r'name="append_path" value="on"[^>]* checked', page)
    assert re.search(rf'id="link-{link.id}-elsewhere" open', page)


async def test_they_are_cleared_by_empty_fields_and_kept_by_missing_ones(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    await save(as_budi, link, **FIELDS)
    await save(as_budi, link, title="x")
    assert (await Link.get(id=link.id)).ios_url == FIELDS["ios_url"]
    await save(as_budi, link, **{name: "" for name in FIELDS if name != "append_path"})
    cleared = await Link.get(id=link.id)
    assert not any((cleared.opens_at, cleared.next_url_at, cleared.next_url, cleared.fallback_url, cleared.ios_url))
    assert (cleared.android_url, cleared.append_path, cleared.external_id) == ("", False, None)


@pytest.mark.parametrize("headers", [{}, HX])
async def test_all_their_faults_are_told_at_once_each_by_its_field(
    headers: Any, as_budi: Browser, budi: Account
) -> None:
    link = await world.shorten(budi, "promo")
    wrong = dict.fromkeys(("fallback_url", "next_url", "ios_url", "android_url"), "javascript:alert(1)")
    wrong |= {"opens_at": "2030-02-30T10:00", "next_url_at": "nonsense", "external_id": "x" * 101}
    status, page = await save(as_budi, link, headers, title="kept", **wrong)
    assert status == 400 and 'value="kept"' in page
    for name, value in wrong.items():
        assert re.search(rf'name="{name}"[^>]* value="{re.escape(value)}" aria-invalid="true"', page), name


@pytest.mark.parametrize(
    ("fields", "blamed"),
    [
        ({"next_url": "https://a.id"}, "next_url_at"),
        ({"next_url": "", "next_url_at": "2030-01-01T00:00"}, "next_url"),
        ({"next_url": "", "opens_at": "2030-01-02T00:00", "expires_at": "2030-01-01T00:00"}, "opens_at"),
        ({"next_url": "", "external_id": "taken"}, "external_id"),
    ],
)
async def test_what_does_not_go_with_the_rest_is_told_by_its_field(
    fields: dict[str, str], blamed: str, as_budi: Browser, budi: Account
) -> None:
    await Link.shorten(budi, url=world.DESTINATION, external_id="taken")
    link = await world.shorten(budi, "promo")
    status, page = await save(as_budi, link, **fields)
    assert status in (400, 409)
    assert re.search(rf'name="{blamed}"[^>]* aria-invalid="true"', page)
    assert (await Link.get(id=link.id)).version == 1


async def test_a_time_that_nobody_touched_keeps_its_seconds(as_budi: Browser, budi: Account) -> None:
    when = (clock.now() + timedelta(days=2)).replace(microsecond=123_000)
    link = await Link.shorten(budi, url=world.DESTINATION, slug="promo", opens_at=when)
    with i18n.language_context("en", budi.time_zone):
        shown = i18n.format_datetime_input(when)
    await save(as_budi, link, next_url="", opens_at=shown)
    assert (await Link.get(id=link.id)).opens_at == when
