"""QR codes of links and of themselves: what is printed goes on working, whatever happens to what made it."""

import asyncio
from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import NotFound, TooLong
from app.links.models import Link
from app.links.name_claims import NameOnQrCodes
from app.names.models import Name
from app.ops.retention_sweep import delete_expired
from app.pages.content import Content
from app.pages.models import Page
from app.plans import quota
from app.plans.quota import CodeLimitReached
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import CodeEditedElsewhere, OwnerDeleted, PrintedNameUnavailable, QrCode
from app.qr.saved_style import MAX_STYLES, SavedStyle, StyleNameMissing, TooManyStyles
from tests import world
from tests.client import Browser, taken_in
from tests.conftest import Clock

PLAIN = Look(Design(), grade="good")
OTHER = "https://example.com/elsewhere"


async def code_of(account: Account, link: Link, title: str = "Table tent") -> QrCode:
    qr_code = await QrCode.create_for_link(account, link, title, PLAIN)
    await qr_code.fetch_related("name")
    return qr_code


async def scan(visitor: Browser, code: QrCode) -> str:
    """Follows what is printed, as a phone would; returns where it led."""
    followed = await visitor.get("/" + code.address.split("/", 3)[3].upper())
    assert followed.status_code == 302
    return followed.headers["Location"]


async def test_a_printed_code_follows_its_link_to_a_new_destination(visitor: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "menu")
    code = await code_of(sari, link)
    assert await scan(visitor, code) == world.DESTINATION
    await link.edit(sari, url=OTHER)
    assert await scan(visitor, code) == OTHER


async def test_a_scan_counts_for_its_placement_and_nowhere_as_a_click(
    app: Quart, visitor: Browser, sari: Account
) -> None:
    link = await world.shorten(sari, "menu")
    tent, poster = await code_of(sari, link), await code_of(sari, link, "Poster")
    for code in (tent, tent, poster):
        await scan(visitor, code)
    await visitor.get("/menu")
    assert await taken_in(app) == 4
    for code, scans in ((tent, 2), (poster, 1)):
        await code.refresh_from_db()
        assert code.scans == scans
        assert code.last_scanned_at is not None
    await link.refresh_from_db()
    assert (link.clicks, link.scans) == (1, 3)


async def test_a_mark_counts_only_with_the_link_of_its_code(app: Quart, visitor: Browser, sari: Account) -> None:
    code = await code_of(sari, await world.shorten(sari, "menu"))
    other = await world.shorten(sari, "other")
    await visitor.get(f"/other?qr={code.mark}")
    await taken_in(app)
    await code.refresh_from_db()
    await other.refresh_from_db()
    assert (code.scans, other.scans) == (0, 1)


async def test_the_mark_is_taken_out_of_the_destination_in_any_case(visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "menu")
    followed = await visitor.get("/MENU?QR=abc&a=1")
    assert followed.headers["Location"] == f"{world.DESTINATION}?a=1"


async def test_a_renamed_link_keeps_the_name_that_is_printed(visitor: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "menu")
    code = await code_of(sari, link)
    await link.edit(sari, slug="carte", aliases=[])
    await code.fetch_related("name")
    assert await scan(visitor, code) == world.DESTINATION
    assert {name.shown for name in await Name.filter(link_id=link.id)} == {"menu", "carte"}


async def test_a_printed_name_can_be_taken_away_only_after_its_codes(sari: Account) -> None:
    link = await world.shorten(sari, "menu")
    code = await code_of(sari, link)
    await link.edit(sari, slug="carte")
    with pytest.raises(NameOnQrCodes) as refused:
        await link.edit(sari, slug="carte", aliases=[])
    assert refused.value.field == "aliases"
    await code.soft_delete()
    await link.edit(sari, slug="carte", aliases=[])
    assert {name.shown for name in await Name.filter(link_id=link.id)} == {"carte"}


async def test_a_deleted_code_comes_back_and_what_is_printed_worked_meanwhile(visitor: Browser, sari: Account) -> None:
    code = await code_of(sari, await world.shorten(sari, "menu"))
    await code.soft_delete()
    await code.soft_delete()
    assert await QrCode.owned_by(sari).count() == 0
    assert await scan(visitor, code) == world.DESTINATION
    await code.restore(sari)
    assert await QrCode.owned_by(sari).count() == 1
    assert (await Name.get(folded="menu")).printed == 1


async def test_codes_deleted_a_month_ago_are_forgotten(sari: Account, moved: Clock) -> None:
    code = await code_of(sari, await world.shorten(sari, "menu"))
    await code.soft_delete()
    moved.on(timedelta(days=31))
    await delete_expired()
    assert not await QrCode.filter(id=code.id).exists()


async def test_codes_of_a_deleted_link_leave_with_it_and_come_back_with_it(sari: Account) -> None:
    link = await world.shorten(sari, "menu")
    await code_of(sari, link)
    await link.soft_delete(sari)
    assert await QrCode.owned_by(sari).count() == 0
    await link.restore(sari)
    assert await QrCode.owned_by(sari).count() == 1


async def test_the_count_of_codes_leaves_out_those_of_deleted_links_and_pages(sari: Account) -> None:
    links = [await world.shorten(sari) for _ in "123"]
    codes = [await QrCode.create_for_link(sari, link, "Meja", PLAIN) for link in links]
    page = await Page.make(sari, "warung", Content.of({}))
    of_page = await QrCode.create_for_name(sari, await Name.get(page_id=page.id), "", PLAIN)
    static = await QrCode.create_static(sari, "text", {"text": "Halo"}, "Halo", "", PLAIN)
    await links[0].soft_delete(sari)
    await codes[1].soft_delete()
    assert {code.id for code in await QrCode.owned_by(sari)} == {codes[2].id, of_page.id, static.id}
    assert await QrCode.count_owned(sari) == 3
    await Page.filter(id=page.id).update(deleted_at=clock.now())
    assert await QrCode.count_owned(sari) == await QrCode.owned_by(sari).count() == 2


async def test_the_limit_of_a_plan_is_exact_when_many_are_made_at_once(sari: Account) -> None:
    link, limit = await world.shorten(sari, "menu"), quota.plan_of(sari).codes
    for _ in range(limit - 3):
        await QrCode.create_for_link(sari, link, "", PLAIN)
    attempts = (QrCode.create_for_link(sari, link, "", PLAIN) for _ in range(12))
    results = await asyncio.gather(*attempts, return_exceptions=True)
    assert sum(isinstance(result, QrCode) for result in results) == 3
    assert sum(isinstance(result, CodeLimitReached) for result in results) == 9
    assert await QrCode.owned_by(sari).count() == limit


async def test_what_was_changed_elsewhere_is_said_once(sari: Account) -> None:
    code = await code_of(sari, await world.shorten(sari, "menu"))
    await code.edit(seen=code.version, title="Poster")
    with pytest.raises(CodeEditedElsewhere):
        await code.edit(seen=code.version - 1, title="Flyer")
    await code.soft_delete()
    with pytest.raises(NotFound):
        await code.edit(title="Flyer")


async def test_codes_of_others_are_not_found(sari: Account, budi: Account) -> None:
    await code_of(sari, await world.shorten(sari, "menu"))
    assert await QrCode.owned_by(budi).count() == 0


async def test_a_style_of_the_same_name_is_replaced_and_the_chosen_one_is_usual(sari: Account) -> None:
    first = await SavedStyle.save_look(sari, "Menu", PLAIN)
    again = await SavedStyle.save_look(sari, " menu ", Look(Design(pattern="dots")))
    assert again.id == first.id
    assert (await SavedStyle.get(id=first.id)).design["pattern"] == "dots"
    other = await SavedStyle.save_look(sari, "Parcel", PLAIN)
    assert await SavedStyle.default_for(sari) is None
    await first.make_default()
    await other.make_default()
    usual = await SavedStyle.default_for(sari)
    assert usual is not None
    assert usual.id == other.id


async def test_a_style_needs_a_name_and_there_are_not_too_many(sari: Account) -> None:
    with pytest.raises(StyleNameMissing):
        await SavedStyle.save_look(sari, "  ", PLAIN)
    for number in range(MAX_STYLES):
        await SavedStyle.save_look(sari, f"style {number}", PLAIN)
    with pytest.raises(TooManyStyles):
        await SavedStyle.save_look(sari, "one more", PLAIN)


async def test_styles_kept_and_chosen_at_once_are_not_too_many_and_one_is_chosen(sari: Account) -> None:
    for number in range(MAX_STYLES - 2):
        await SavedStyle.save_look(sari, f"style {number}", PLAIN)
    names = [f"new {number // 2}" for number in range(12)]
    kept = await asyncio.gather(*(SavedStyle.save_look(sari, name, PLAIN) for name in names), return_exceptions=True)
    assert (
        sum(isinstance(result, TooManyStyles) for result in kept) == 8 and await SavedStyle.all().count() == MAX_STYLES
    )
    await asyncio.gather(*(style.make_default() for style in await SavedStyle.all().limit(6)))
    assert await SavedStyle.exclude(chosen_at=None).count() == 1


async def test_two_names_of_styles_that_fold_to_many_letters_never_become_one(sari: Account) -> None:
    for name in ("\ufb03" * 20 + "a", "\ufb03" * 20 + "b"):
        with pytest.raises(TooLong):
            await SavedStyle.save_look(sari, name, PLAIN)


async def test_a_code_comes_back_only_where_its_printed_name_still_leads(sari: Account) -> None:
    link = await world.shorten(sari, "menu")
    code = await code_of(sari, link)
    await link.edit(sari, slug="carte")
    await code.soft_delete()
    await link.edit(sari, slug="carte", aliases=[])  # nothing carries the name now: it is let go

    with pytest.raises(PrintedNameUnavailable) as nowhere:
        await code.restore(sari)
    await world.shorten(sari, "menu", "https://example.com/elsewhere")
    with pytest.raises(PrintedNameUnavailable) as elsewhere:
        await code.restore(sari)

    for refused in (nowhere, elsewhere):
        assert "menu" in str(refused.value) and refused.value.way == f"/dashboard/qr/design?link={link.id}"
    assert not await QrCode.owned_by(sari).exists(), "it stays deleted"
    assert (await Name.get(folded="menu")).printed == 0, "and its name free"


async def test_a_code_of_a_deleted_link_waits_until_the_link_is_back(sari: Account) -> None:
    link = await world.shorten(sari, "menu")
    code = await code_of(sari, link)
    await code.soft_delete()
    await link.soft_delete(sari)

    with pytest.raises(OwnerDeleted) as refused:
        await code.restore(sari)
    assert refused.value.way == "/dashboard/links/?show=deleted"

    await link.restore(sari)
    await code.restore(sari)
    assert await QrCode.owned_by(sari).count() == 1


async def test_a_static_code_comes_back_whatever_became_of_names(sari: Account) -> None:
    code = await QrCode.create_static(sari, "text", {"text": "Hi"}, "Hi", "", PLAIN)
    await code.soft_delete()
    await code.restore(sari)
    assert await QrCode.owned_by(sari).count() == 1


async def test_a_code_says_when_its_name_was_given_to_another_link_while_its_own_was_deleted(sari: Account) -> None:
    link = await Link.shorten(sari, url=world.DESTINATION, slug="menu", aliases=["printed"])
    code = await QrCode.create_for_name(sari, await Name.get(folded="printed"), "", PLAIN)
    await link.soft_delete(sari)
    await world.shorten(sari, "printed", "https://example.com/elsewhere")
    await link.restore(sari)

    await code.fetch_related("name")
    assert not code.name_is_current(code.name)
