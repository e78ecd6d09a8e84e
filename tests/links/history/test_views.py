"""The page of a link's history."""

import re
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.links.history.link_state import COLUMNS, NAMES, TAGS
from app.links.history.models import LinkChange
from app.links.history.presenter import LABELS, PAGE_SIZE
from app.links.models import Link
from app.names.models import Name
from app.team.audit_entry import AuditEntry
from tests import world
from tests.client import Browser
from tests.world import DESTINATION

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


def address(link: Link, tail: str = "") -> str:
    return f"/dashboard/links/{link.id}/history{tail}"


async def text(browser: Browser, path: str, **rest: object) -> str:
    return await (await browser.get(path, **rest)).get_data(as_text=True)


def test_every_field_of_the_history_has_a_label() -> None:
    assert {*COLUMNS, NAMES, TAGS} == LABELS.keys()


async def test_the_history_says_who_changed_what_from_where(as_budi: Browser, budi: Account, visitor: Browser) -> None:
    await as_budi.post("/dashboard/links/", form={"url": DESTINATION, "slug": "promo"})
    link = await Link.get(short_code="promo")
    key = {"Authorization": f"Bearer {await world.key_of(budi)}"}
    await visitor.patch(f"/api/v1/links/{link.id}", json={"title": "<b>Kopi</b>", "password": "x"}, headers=key)
    page = await text(as_budi, address(link))
    assert "<bdi>Budi</bdi> made this link" in page and "in the dashboard" in page
    assert "<bdi>production-server</bdi> changed this link" in page and "through the API" in page
    assert "&lt;b&gt;Kopi&lt;/b&gt;" in page and "<b>Kopi</b>" not in page
    assert re.search(r"<dt>Password</dt>\s*<dd>changed</dd>", page)
    assert page.index("production-server") < page.index("made this link"), "the newest is first"


async def test_a_link_without_changes_has_an_empty_history(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    await LinkChange.all().delete()
    assert "No changes yet" in await text(as_budi, address(link))


async def test_a_long_history_comes_in_pages(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    for number in range(PAGE_SIZE + 4):
        await link.edit(budi, title=f"title {number}")
    first = await text(as_budi, address(link))
    assert first.count("timeline__at") == PAGE_SIZE and "made this link" not in first
    more = re.search(r'href="([^"]*before=\d+)"', first)
    assert more
    piece = await text(as_budi, more[1], headers=HX)
    assert piece.count("timeline__at") == 5 and "made this link" in piece and "<html" not in piece
    assert "<html" in await text(as_budi, more[1])
    for odd in ("0", "-1", "x", "9" * 30, "%D9%A3"):
        assert (await as_budi.get(address(link, f"?before={odd}"))).status_code == 200


async def test_a_button_takes_the_link_back_and_the_log_says_so(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    await link.edit(budi, title="New")
    form = re.search(
        r'action="([^"]+/undo)" method="post">.*?name="newest" value="(\d+)"', await text(as_budi, address(link))
    )
    assert form
    answer = await as_budi.post(form[1], form={"newest": form[2]})
    assert (answer.status_code, answer.location) == (303, address(link))
    assert (await Link.get(id=link.id)).title == ""
    page = await text(as_budi, address(link))
    assert "is what it was before that change" in page and "from the history" in page
    assert await AuditEntry.filter(act="link_history.undo_change", thing=link.display_url).count() == 1
    stale = await as_budi.post(form[1], form={"newest": form[2]})
    assert stale.status_code == 422
    assert "changed meanwhile" in await stale.get_data(as_text=True)


async def test_a_refusal_names_its_field_above_the_history(as_budi: Browser, budi: Account, sari: Account) -> None:
    link = await world.shorten(budi, "promo")
    await link.edit(budi, slug="promo-2")
    await Name.filter(folded="promo").delete()
    await world.shorten(sari, "promo")
    newest = (await LinkChange.of_link(link.id).order_by("-id"))[0].id
    answer = await as_budi.post(address(link, f"/{newest}/undo"), form={"newest": str(newest)})
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert re.search(r'role="alert"[^>]*><b>Back-half:</b>[^<]*promo', page)
    assert 'class="timeline"' in page


async def test_a_deleted_link_has_its_history_and_comes_back_from_there(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    await link.soft_delete(budi)
    page = await text(as_budi, address(link))
    assert "This link is deleted" in page and f"/dashboard/links/{link.id}/edit" not in page
    newest = (await LinkChange.of_link(link.id).order_by("-id"))[0].id
    await as_budi.post(address(link, f"/{newest}/undo"), form={"newest": str(newest)})
    assert await Link.owned_by(budi).filter(id=link.id).exists()


@pytest.mark.parametrize("path", ["", "/1/undo", f"/{10**30}/undo"])
async def test_a_strangers_history_is_not_found(path: str, as_budi: Browser, sari: Account, budi: Account) -> None:
    stranger = await world.shorten(sari, "promo")
    for link_id in (stranger.id, uuid4()):
        where = f"/dashboard/links/{link_id}/history{path}"
        answer = await (as_budi.post(where) if path else as_budi.get(where))
        assert answer.status_code == 404


async def test_a_link_has_tabs_to_its_pages(as_budi: Browser, budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    pages = [f"/dashboard/links/{link.id}/edit", f"/dashboard/analytics/links/{link.id}", address(link)]
    for page in pages:
        html = await text(as_budi, page)
        tabs = re.search(r'<nav class="tabs".*?</nav>', html, re.DOTALL)
        assert tabs and [path for path in pages if f'href="{path}"' in tabs[0]] == pages, page
        assert re.search(rf'href="{page}" aria-current="page"', tabs[0]), page
