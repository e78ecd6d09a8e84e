"""The links page: everything a person can do there, with and without JavaScript."""

import json
import re
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.links.models import Link
from app.visits.sealed.manifest import load_manifest
from tests import world
from tests.client import Browser
from tests.counting import queries
from tests.subtests import as_subtests

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
URL = "/dashboard/links/"


async def html(browser: Browser, path: str = URL, **rest: object) -> str:
    return await (await browser.get(path, **rest)).get_data(as_text=True)


async def act(browser: Browser, action: str, ids: list[str], **fields: str) -> None:
    """One action on many links, as the bar below a selection sends it."""
    body = urlencode([("ids", id) for id in ids] + list(fields.items()))
    headers = {**HX, "Content-Type": "application/x-www-form-urlencoded"}
    assert (await browser.post(f"{URL}actions/{action}", data=body, headers=headers)).status_code == 200


async def test_the_page_and_its_piece_are_one_address(as_sari: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    page, response = await html(as_sari), await as_sari.get(URL, headers=HX)
    piece = await response.get_data(as_text=True)
    assert "<html" in page
    assert "<html" not in piece
    assert 'id="links"' in piece
    assert "HX-Request" in response.headers["Vary"]


async def test_going_back_gets_the_whole_page(as_sari: Browser) -> None:
    restored = await html(as_sari, headers={**HX, "HX-History-Restore-Request": "true"})
    assert "<html" in restored


async def test_shortening_answers_with_the_row_the_numbers_and_a_toast(as_sari: Browser, sari: Account) -> None:
    response = await as_sari.post(URL, form={"url": "https://example.com"}, headers=HX)
    answer = await response.get_data(as_text=True)
    assert response.status_code == 200
    link = await Link.get(account=sari)
    for piece in (f'id="link-{link.id}"', 'hx-target="#links"', 'hx-target="#usage"', 'hx-target="#toasts"'):
        assert piece in answer
    assert response.headers["HX-Trigger"] == "links:changed"


async def test_a_plain_form_leads_back_and_says_what_happened(as_sari: Browser, sari: Account) -> None:
    response = await as_sari.post(URL, form={"url": "https://example.com", "slug": "promo"})
    assert (response.status_code, response.location) == (303, URL)
    page = await html(as_sari)
    assert 'role="status"' in page
    assert "kliqs.test/promo" in page


@pytest.mark.parametrize("headers", [HX, {}])
async def test_a_refused_new_link_keeps_everything_that_was_typed(
    as_budi: Browser, budi: Account, headers: dict[str, str]
) -> None:
    form = {"url": "javascript:alert(1)", "slug": "my-slug", "title": "<b>Title</b>", "expires_at": "2040-01-01T10:00"}
    response = await as_budi.post(URL, form=form, headers=headers)
    answer = await response.get_data(as_text=True)
    assert response.status_code in {400, 422}
    assert "Start the address with http:// or https://" in answer
    for kept in ('value="javascript:alert(1)"', 'value="my-slug"', "&lt;b&gt;Title", 'value="2040-01-01T10:00"'):
        assert kept in answer
    assert await Link.all().count() == 0


@pytest.mark.parametrize("headers", [HX, {}])
@pytest.mark.parametrize(
    "typed, kept",
    [
        ("shop.example.com/x", "https://shop.example.com/x"),
        ("\u200bshop.example.com/x\ufeff ", "https://shop.example.com/x"),
        ("//shop.example.com", "https://shop.example.com"),
        ("💩.la/a", "https://xn--ls8h.la/a"),
        ("http://shop.example.com/x", "http://shop.example.com/x"),
        ("\ufeffhttps://a.example/\u200b", "https://a.example/"),
    ],
)
async def test_what_is_pasted_without_a_scheme_is_completed_and_that_is_said(
    as_budi: Browser, budi: Account, typed: str, kept: str, headers: dict[str, str]
) -> None:
    added = "https:// was added to the address."
    response = await as_budi.post(URL, form={"url": typed}, headers=headers)
    message = await response.get_data(as_text=True) if headers else await html(as_budi)
    link = await Link.get(account=budi)
    assert link.destination_url == kept
    assert (added in message) == ("//" not in typed or typed.startswith("//"))
    form = {"url": "neu.example/y", "slug": link.short_code, "version": str(link.version)}
    response = await as_budi.post(f"{URL}{link.id}", form=form, headers=headers)
    message = await response.get_data(as_text=True) if headers else await html(as_budi)
    assert added in message
    assert (await Link.get(id=link.id)).destination_url == "https://neu.example/y"


async def test_the_new_link_form_takes_tags_a_click_limit_and_notes(as_budi: Browser, budi: Account) -> None:
    form = {"url": "https://example.com", "tags": "Sale, Batik", "click_limit": "1.000", "notes": "Untuk Lebaran"}
    page = await html(as_budi)
    for name in form:
        assert f'name="{name}"' in page.split('id="new-link"')[1].split("</form>")[0]
    await as_budi.post(URL, form=form)
    link = await Link.get(account=budi).prefetch_related("tags")
    assert (link.click_limit, link.notes, {tag.name for tag in link.tags}) == (1000, "Untuk Lebaran", {"Sale", "Batik"})
    for name, wrong in (("click_limit", "many"), ("tags", "x" * 40), ("notes", "x" * 2001), ("expires_at", "soon")):
        refused = await as_budi.post(URL, form=form | {name: wrong, "another": "1"}, headers=HX)
        answer = await refused.get_data(as_text=True)
        assert refused.status_code in {400, 422}
        assert f'id="new-link-{ {"click_limit": "limit", "expires_at": "expires"}.get(name, name) }-note"' in answer
        assert "Untuk Lebaran" in answer or name == "notes"
    assert await Link.all().count() == 1


@pytest.mark.parametrize("headers", [HX, {}])
async def test_the_same_destination_again_is_said_and_another_link_is_a_choice(
    as_budi: Browser, budi: Account, sari: Account, headers: dict[str, str]
) -> None:
    first = await Link.shorten(budi, url="https://Example.com", slug="first", title="Katalog")
    await Link.shorten(sari, url="https://example.org/", slug="saris")
    form = {"url": "HTTPS://example.COM/", "slug": "second", "tags": "sale"}
    response = await as_budi.post(URL, form=form, headers=headers)
    answer = await response.get_data(as_text=True)
    assert response.status_code == 200
    assert "You have a link to this address already:" in answer
    assert first.short_url in answer and 'value="second"' in answer and 'name="another"' in answer
    assert await Link.owned_by(budi).count() == 1
    await as_budi.post(URL, form=form | {"another": "1"}, headers=headers)
    assert await Link.owned_by(budi).count() == 2
    for fresh in (
        "https://example.com/other",
        "https://example.com/?a=1",
        "http://example.com/",
        "https://example.org/",
    ):
        await as_budi.post(URL, form={"url": fresh}, headers=headers)
    assert await Link.owned_by(budi).count() == 6
    await Link.owned_by(budi).update(archived_at=first.created_at)
    await as_budi.post(URL, form={"url": "https://example.com"}, headers=headers)
    assert await Link.owned_by(budi).count() == 7, "what was put away is no reason"


async def test_several_tags_are_chosen_and_given_up_one_by_one(as_budi: Browser, budi: Account) -> None:
    await Link.shorten(budi, url="https://example.com/1", slug="both", tags=["Sale", "Batik"])
    await Link.shorten(budi, url="https://example.com/2", slug="one", tags=["Sale"])
    page = await html(as_budi, f"{URL}?tag=sale")
    assert "<b>one</b>" in page
    assert 'href="/dashboard/links/?tag=sale%2C+Batik"' in page
    page = await html(as_budi, f"{URL}?tag=sale,batik")
    assert "<b>both</b>" in page and "<b>one</b>" not in page
    assert 'href="/dashboard/links/?tag=batik"' in page and 'href="/dashboard/links/?tag=sale"' in page


async def test_a_row_becomes_an_editor_and_a_row_again(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    editor = await html(as_sari, f"{URL}{link.id}/edit", headers=HX)
    assert "<html" not in editor
    assert 'name="url"' in editor
    form = {
        "url": "https://example.org",
        "slug": "sale",
        "title": "Sale",
        "tags": "November, Batik",
        "aliases": "obral diskon",
        "version": "1",
        "redirect_status": "301",
    }
    response = await as_sari.post(f"{URL}{link.id}", form=form, headers=HX)
    assert response.status_code == 200
    assert f'id="link-{link.id}"' in await response.get_data(as_text=True)
    await link.refresh_from_db()
    assert (link.short_code, link.title, link.redirect_status, link.forward_query) == ("sale", "Sale", 301, False)
    assert {tag.name for tag in await link.tags.all()} == {"November", "Batik"}


@pytest.mark.parametrize("headers", [HX, {}])
async def test_a_refused_edit_keeps_what_was_typed(
    as_budi: Browser, budi: Account, sari: Account, headers: dict[str, str]
) -> None:
    await world.shorten(sari, "taken")
    link = await world.shorten(budi, "promo")
    form = {"url": "https://example.org", "slug": "taken", "title": "Mine", "version": "1"}
    response = await as_budi.post(f"{URL}{link.id}", form=form, headers=headers)
    answer = await response.get_data(as_text=True)
    assert response.status_code == 409
    assert "taken is taken. Try taken-" in answer
    assert 'value="taken"' in answer
    assert 'value="Mine"' in answer
    assert 'aria-invalid="true"' in answer


async def test_the_second_of_two_tabs_is_told_and_may_save_again(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    first = {"url": "https://example.com/1", "slug": "promo", "version": "1"}
    second = {"url": "https://example.com/2", "slug": "promo", "version": "1", "title": "kept"}
    assert (await as_budi.post(f"{URL}{link.id}", form=first, headers=HX)).status_code == 200
    refused = await as_budi.post(f"{URL}{link.id}", form=second, headers=HX)
    answer = await refused.get_data(as_text=True)
    assert refused.status_code == 422
    assert "changed in another place" in answer
    assert 'value="kept"' in answer
    assert 'value="2"' in answer
    assert (await as_budi.post(f"{URL}{link.id}", form={**second, "version": "2"}, headers=HX)).status_code == 200


@pytest.mark.parametrize("action", ["pause", "resume", "archive", "unarchive", "delete", "restore", "tag"])
async def test_a_strangers_link_is_not_found_by_any_action(as_sari: Browser, budi: Account, action: str) -> None:
    link = await world.shorten(budi, "budis")
    if action == "restore":
        await link.soft_delete(budi)
    response = await as_sari.post(f"{URL}actions/{action}", form={"ids": str(link.id), "tags": "x"}, headers=HX)
    assert response.status_code == 404
    fresh = await Link.get(id=link.id)
    assert (fresh.paused_at, fresh.archived_at, bool(fresh.deleted_at)) == (None, None, action == "restore")


async def test_strangers_links_do_not_exist(as_sari: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "budis")
    for path in (f"{URL}{link.id}", f"{URL}{link.id}/edit"):
        assert (await as_sari.get(path)).status_code == 404
    assert (await as_sari.post(f"{URL}{link.id}", form={"url": "https://evil.test"})).status_code == 404
    assert "<b>budis</b>" not in await html(as_sari, f"{URL}?q=budis")


async def test_deleting_can_be_undone_from_the_toast_and_from_the_list(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    deleted = await as_sari.post(f"{URL}actions/delete", form={"ids": str(link.id)}, headers=HX)
    answer = await deleted.get_data(as_text=True)
    assert f'hx-target="#link-{link.id}" hx-swap="delete"' in answer
    assert f'action="{URL}actions/restore"' in answer
    assert str(link.id) in await html(as_sari, f"{URL}?show=deleted")
    assert await world.links_used(sari) == 0
    restored = await as_sari.post(f"{URL}actions/restore", form={"ids": str(link.id)}, headers=HX)
    assert 'hx-target="#links-region"' in await restored.get_data(as_text=True)
    assert await world.links_used(sari) == 1


async def test_many_links_are_tagged_archived_and_deleted_at_once(as_sari: Browser, sari: Account) -> None:
    ids = [str((await world.shorten(sari, f"link-{n}")).id) for n in range(3)]
    await act(as_sari, "tag", ids, tags="batik")
    assert await Link.filter(tags__folded="batik").count() == 3
    await act(as_sari, "archive", ids)
    assert "link-0" not in await html(as_sari)
    assert "link-0" in await html(as_sari, f"{URL}?show=archived")
    await act(as_sari, "delete", [*ids, str(uuid4()), "nonsense"])
    assert await world.links_used(sari) == 0


async def test_a_restore_past_the_limit_says_so(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    await link.soft_delete(budi)
    budi.links_limit = 0
    await budi.save(update_fields=["links_limit"])
    response = await as_budi.post(f"{URL}actions/restore", form={"ids": str(link.id)}, headers=HX)
    assert "0 of 0 links used" in await response.get_data(as_text=True)


async def test_at_the_limit_the_field_is_disabled_and_says_why(as_budi: Browser, budi: Account) -> None:
    budi.links_limit = 0
    await budi.save(update_fields=["links_limit"])
    page = await html(as_budi)
    assert "0 of 0 links used. Your links keep working." in page


@pytest.mark.parametrize(
    "query, slugs",
    [
        ("", ["c", "b", "a"]),
        ("?show=active", ["c", "b"]),
        ("?show=expired", ["a"]),
        ("?q=batik", ["b"]),
        ("?q=ALIAS", ["c"]),
        ("?tag=sale", ["c"]),
        ("?sort=clicks", ["b", "c", "a"]),
        ("?show=nonsense&sort=x", ["c", "b", "a"]),
        ("?q=%00%25_", []),
        ("?cursor=nonsense", ["c", "b", "a"]),
    ],
)
async def test_the_list_is_searched_filtered_and_sorted(
    as_sari: Browser, sari: Account, query: str, slugs: list[str]
) -> None:
    ended = await Link.shorten(sari, url="https://example.com/1", slug="aaa", click_limit=1)
    followed = await Link.shorten(sari, url="https://example.com/2", slug="bbb", title="Batik tulis")
    await Link.shorten(sari, url="https://example.com/3", slug="ccc", aliases=["my-alias"], tags=["Sale"])
    await Link.filter(id=followed.id).update(followed=9, admitted=9)
    await Link.filter(id=ended.id).update(followed=1, admitted=1, click_limit=1)
    await Link.filter(short_code="ccc").update(followed=5)
    piece = await html(as_sari, URL + query, headers=HX)
    order = sorted((piece.find(f"<b>{code * 3}</b>"), code) for code in "abc" if f"<b>{code * 3}</b>" in piece)
    assert [code for _, code in order] == slugs


async def test_show_more_brings_the_rest_and_misses_nothing(as_budi: Browser, budi: Account) -> None:
    for number in range(25):
        await world.shorten(budi, f"link-{number:02}")
    page = await html(as_budi)
    assert page.count('class="link"') == 20
    more = page.split('href="/dashboard/links/?cursor=')[1].split('"')[0]
    rest = await html(as_budi, f"{URL}?cursor={more}", headers=HX)
    assert rest.count('class="link"') == 5
    assert "link-00" in rest
    plain = await html(as_budi, f"{URL}?cursor={more}")
    assert "<html" in plain
    assert "link-00" in plain


async def test_a_name_is_checked_while_it_is_typed(as_budi: Browser, budi: Account, sari: Account) -> None:
    await world.shorten(sari, "taken")
    mine = await world.shorten(budi, "mine")
    for slug, message in (
        ("free-one", "kliqs.test/free-one is free"),
        ("taken", "taken is taken"),
        ("login", "reserved"),
        ("a", "3 to 64"),
        ("", ""),
    ):
        assert message in await html(as_budi, f"{URL}check?slug={slug}", headers=HX)
    assert "is free" in await html(as_budi, f"{URL}check?slug=mine&link={mine.id}", headers=HX)


async def test_the_page_costs_the_same_for_one_link_and_for_twenty(as_budi: Browser, budi: Account) -> None:
    await Link.shorten(budi, url="https://example.com", slug="first", tags=["a"])
    await as_budi.get(URL)
    with queries() as few:
        await as_budi.get(URL)
    for number in range(19):
        await Link.shorten(budi, url="https://example.com", slug=f"link-{number}", tags=["a", "b"])
    with queries() as many:
        await as_budi.get(URL)
    assert len(few) == len(many) <= 14 + 1, "among them needs of publishing and UTM templates; one more for first steps"


async def test_an_inline_edit_costs_a_handful_of_statements(as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    form = {"url": "https://example.org", "slug": "promo", "version": "1"}
    await load_manifest()  # which a process reads once
    with queries() as sql:
        await as_sari.post(f"{URL}{link.id}", form=form, headers=HX)
    # two ask whether it may lead there, one looks for webhooks, five are its history, the last is in the audit log
    assert len(sql) <= 25


async def test_a_session_that_ended_sends_htmx_to_sign_in_and_back(visitor: Browser, database: str) -> None:
    response = await visitor.get(f"{URL}?q=x", headers=HX)
    assert response.status_code == 401
    assert response.headers["HX-Redirect"] == "/login?next=%2Fdashboard%2Flinks%2F%3Fq%3Dx"


async def test_a_form_sent_after_the_session_ended_keeps_what_was_typed(visitor: Browser, database: str) -> None:
    response = await visitor.post(URL, form={"url": "https://example.com"}, headers=HX)
    answer = await response.get_data(as_text=True)
    assert response.status_code == 401
    assert "HX-Redirect" not in response.headers
    assert 'hx-target="#toasts"' in answer
    assert 'target="_blank"' in answer


async def test_an_unforeseen_error_is_a_toast_that_changes_nothing(
    as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    link = await world.shorten(sari, "promo")
    monkeypatch.setattr(Link, "delete_many", broken)
    response = await as_sari.post(f"{URL}actions/delete", form={"ids": str(link.id)}, headers=HX)
    answer = await response.get_data(as_text=True)
    assert response.status_code == 500
    assert 'hx-target="#toasts"' in answer
    assert "secret" not in answer


async def test_what_people_write_is_never_markup(as_sari: Browser, sari: Account) -> None:
    evil = "<script>alert(1)</script>"
    await Link.shorten(sari, url="https://example.com/<script>", slug="evil", title=evil, tags=["<i>x</i>"], notes=evil)
    page = await html(as_sari)
    assert "<script>alert" not in page
    assert "<i>x" not in page
    assert json.dumps(evil) not in page


@pytest.mark.parametrize("typed, taken", [("1500", 1500), ("1.500", 1500), ("1,500", 1500), ("1.500.000", 1_500_000)])
async def test_a_click_limit_may_be_written_with_its_thousands_apart(
    as_budi: Browser, budi: Account, typed: str, taken: int
) -> None:
    await as_budi.post("/dashboard/links/", form={"url": world.DESTINATION, "slug": "promo", "click_limit": typed})
    assert (await Link.get(short_code="promo")).click_limit == taken


@as_subtests("typed", ["1.5", "1,5", "1.0", "15.00", "1e3", "-1", "٣"])
async def test_a_click_limit_that_is_no_whole_number_is_refused(as_budi: Browser, budi: Account, typed: str) -> None:
    response = await as_budi.post("/dashboard/links/", form={"url": world.DESTINATION, "click_limit": typed})
    assert response.status_code == 400
    assert not await Link.owned_by(budi).exists()


async def test_faults_are_said_before_a_link_to_the_same_place_is_shown(as_budi: Browser, budi: Account) -> None:
    await world.shorten(budi, "promo")
    for fault in ({"slug": "!!"}, {"click_limit": "0"}, {"title": "x" * 201}):
        response = await as_budi.post("/dashboard/links/", form={"url": world.DESTINATION, **fault})
        assert response.status_code == 400, fault


async def test_all_faults_of_the_link_form_are_told_at_once_each_by_its_field(as_budi: Browser, budi: Account) -> None:
    link = await Link.shorten(budi, url=world.DESTINATION, slug="promo")
    form = {
        "url": "ftp://x",
        "slug": "a",
        "tags": "x" * 40,
        "click_limit": "-3",
        "expires_at": "soon",
        "notes": "x" * 2001,
    }
    for path, prefix in (("/dashboard/links/", "new-link"), (f"/dashboard/links/{link.id}", f"link-{link.id}")):
        page = await (await as_budi.post(path, form=form)).get_data(as_text=True)
        for field in ("slug", "tags", "limit", "expires", "notes"):
            assert f'id="{prefix}-{field}-note"' in page, (path, field)
        assert page.count('class="field__error"') == len(form), path
        assert "A tag has at most 32 characters." in page


async def test_a_taken_name_is_told_with_the_other_faults_and_not_after_them(
    as_budi: Browser, budi: Account, sari: Account
) -> None:
    link = await Link.shorten(budi, url=world.DESTINATION, slug="promo")
    await world.shorten(sari, "taken")
    for path, prefix in (("/dashboard/links/", "new-link"), (f"/dashboard/links/{link.id}", f"link-{link.id}")):
        form = {"url": "ftp://x", "slug": "Taken", "click_limit": "-3"}
        page = await (await as_budi.post(path, form=form)).get_data(as_text=True)
        assert f'id="{prefix}-slug-note"' in page and page.count('class="field__error"') == len(form), path
    own = await as_budi.post(f"/dashboard/links/{link.id}", form={"url": "ftp://x", "slug": "promo"})
    assert (await own.get_data(as_text=True)).count('class="field__error"') == 1, "its own name is not taken"


async def test_an_empty_list_says_what_is_empty(as_budi: Browser, budi: Account) -> None:
    """Nothing was searched for: there is no spelling to check."""
    archived = await (await as_budi.get("/dashboard/links/?show=archived")).get_data(as_text=True)
    searched = await (await as_budi.get("/dashboard/links/?q=zzz")).get_data(as_text=True)

    assert "Check the spelling" not in archived
    assert "No links here" in archived
    assert "Check the spelling" in searched


async def test_the_menu_of_tags_offers_to_clear_the_filter_only_while_one_is_set(
    as_budi: Browser, budi: Account
) -> None:
    await Link.shorten(budi, url=world.DESTINATION, slug="promo", tags=["Batik"])

    assert 'id="tag-none"' not in await (await as_budi.get("/dashboard/links/")).get_data(as_text=True)
    filtered = await (await as_budi.get("/dashboard/links/?tag=Batik")).get_data(as_text=True)
    assert re.search(r'id="tag-none" href="/dashboard/links/">.*?Clear the tag filter</a>', filtered)
