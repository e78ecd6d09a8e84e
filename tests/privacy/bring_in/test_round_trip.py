"""What an account exports, another account brings in: the same things, and undoing leaves exactly what was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from app.accounts.models import Account
from app.kernel import installation
from app.links.models import Link
from app.links.rules.condition import TimeOfDay
from app.links.rules.rule import Destination, Rule, rules_column
from app.links.tag import Tag
from app.media.models import Media
from app.names.models import Name
from app.pages.models import Page
from app.privacy.bring_in.import_row import ImportRow
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from tests.privacy import furnished
from tests.privacy.bring_in import archives

LINK_VALUES = ("destination_url", "title", "description", "notes", "click_limit", "forward_query", "redirect_status")
B = Destination("https://b.example/", 30)
FURTHER: dict[str, Any] = {
    "rules": rules_column(
        [Rule("r1", (TimeOfDay(1320, 120, "Asia/Jakarta", (5,)),), (Destination("https://a.example/", 70), B), "Night")]
    ),
    "ios_url": "myapp://a",
    "android_url": "https://app.example/",
    "opens_at": datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    "fallback_url": "https://over.example/",
    "next_url": "https://next.example/",
    "next_url_at": datetime(2030, 1, 2, 3, 4, tzinfo=UTC),
    "append_path": True,
    "external_id": "sku-1",
    "preview_title": "Tonight only",
    "preview_description": "Half the price.",
}


async def business(account: Account) -> Account:
    await Account.filter(id=account.id).update(plan_name="business")
    return await Account.get(id=account.id)


async def everything_of(account: Account) -> dict[str, Any]:
    """All rows of the account that an import can make or change."""
    return {
        model.__name__: sorted([str(row) for row in await model.filter(account_id=account.id).values()])
        for model in (Link, Tag, Name, Page, QrCode, SavedStyle, Media)
    } | {"used": (await Account.get(id=account.id)).links_used}


async def test_another_account_gets_the_same_things_from_an_export(budi: Account) -> None:
    sari = await furnished.build()
    content = (await archives.exported(sari)).read_bytes()
    for link in await Link.filter(account_id=sari.id):
        await link.soft_delete(sari)  # so that the names are not in use, but held for her
    run = await archives.brought_in(await business(budi), content)
    assert run.stage == "made"
    source = {link.title + link.destination_url: link for link in await Link.filter(account_id=sari.id, page_id=None)}
    links = await Link.owned_by(budi).prefetch_related("tags", "names")
    refused = await ImportRow.filter(run_id=run.id, verdict="cannot")
    assert len(links) == 34, [row.reason for row in refused]
    for link in links:
        before = source[link.title + link.destination_url]
        assert all(getattr(link, name) == getattr(before, name) for name in LINK_VALUES)
    [promo] = [link for link in links if link.title == "Promo"]
    assert [tag.name for tag in promo.tags] == ["shop"]
    assert len(promo.names) == 1, "Sari holds the other names"
    tag = await Tag.get(account_id=budi.id)
    assert (tag.colour, tag.description) == (3, "Semua promo")
    await _compare_codes(budi, promo)
    await _compare_pages(sari, budi)


async def test_rules_and_every_other_destination_come_along(budi: Account) -> None:
    sari = await furnished.build()
    await Link.filter(account_id=sari.id, title="Promo").update(**FURTHER)
    content = (await archives.exported(sari)).read_bytes()
    budi = await business(budi)
    assert (await archives.brought_in(budi, content)).stage == "made"
    link = await Link.owned_by(budi).get(title="Promo")
    assert {name: getattr(link, name) for name in FURTHER} == FURTHER
    await Link.filter(id=link.id).update(destination_url="https://changed.example/")
    assert (await archives.brought_in(budi, content)).stage == "made"
    others = await Link.owned_by(budi).filter(title="Promo").exclude(id=link.id)
    assert [other.external_id for other in others] == [None], "a program knows another link by it"


async def _compare_codes(budi: Account, promo: Link) -> None:
    codes = {code.title: code for code in await QrCode.owned_by(budi).prefetch_related("logo")}
    assert sorted(codes) == ["", "Door", "Guests", "Hi", "Poster", "Table", "Window"]
    assert {codes[title].link_id for title in ("Poster", "Table", "Window")} == {promo.id}
    assert codes["Guests"].given["password"] == furnished.WIFI["password"] and codes["Guests"].content.startswith(
        "WIFI:"
    )
    assert codes["Window"].look.logo and codes["Window"].look.logo.account_id == budi.id
    assert codes["Poster"].grade == "bad" and codes["Door"].page_id
    styles = {style.name: style for style in await SavedStyle.owned_by(budi)}
    assert sorted(styles) == ["Logo", "Menu", "Parcel"]
    assert styles["Logo"].logo_id == codes["Window"].logo_id


async def _compare_pages(sari: Account, budi: Account) -> None:
    before = {page.title: page for page in await Page.owned_by(sari)}
    pages = await Page.owned_by(budi)
    assert {page.title for page in pages} == before.keys()
    for page in pages:
        old = before[page.title]
        assert page.content == replace(old.content, avatar=page.content.avatar)
        assert not page.published and page.slug != old.slug
    [avatar] = [page.content.avatar for page in pages if page.content.avatar]
    old_avatar = await Media.get(id=next(page.content.avatar for page in before.values() if page.content.avatar))
    assert await (await Media.owned_by(budi).get(id=avatar)).read() == await old_avatar.read()


async def test_another_installation_encodes_the_pictures_anew(budi: Account) -> None:
    sari = await furnished.build()
    content = (await archives.exported(sari)).read_bytes()
    installation.current().secret_keys = ["a-secret-of-another-installation-of-32-characters"]
    run = await archives.brought_in(await business(budi), content)
    assert run.stage == "made"
    [avatar] = [page.content.avatar for page in await Page.owned_by(budi) if page.content.avatar]
    picture = await Media.owned_by(budi).get(id=avatar)
    assert (picture.width, picture.height) == (64, 64)
    assert picture.sha256 not in {media.sha256 for media in await Media.filter(account_id=sari.id)}


async def test_undo_leaves_exactly_what_was(budi: Account) -> None:
    sari = await furnished.build()
    content = (await archives.exported(sari)).read_bytes()
    budi = await business(budi)
    await Link.shorten(budi, url="https://example.com/own", slug="own", tags=["mine"])
    before = await everything_of(budi)
    run = await archives.brought_in(budi, content)
    assert await everything_of(budi) != before
    run = await archives.undone(run)
    assert run.stage == "undone"
    assert await everything_of(budi) == before


async def test_an_account_that_brings_in_its_own_export_gets_nothing_twice(database: str) -> None:
    sari = await furnished.build()
    content = (await archives.exported(sari)).read_bytes()
    before = await everything_of(sari)
    run = await archives.brought_in(sari, content)
    assert "made" not in run.counts and run.counts["here"] == 46, run.counts
    assert await everything_of(sari) == before
