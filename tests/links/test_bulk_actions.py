"""Many links at once: all that a search finds or none of them, in a handful of statements, told when there are more."""

import html
import json
import re
from csv import DictReader
from datetime import timedelta
from io import StringIO
from urllib.parse import parse_qsl, urlencode
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.batch.columns import LINK, columns_for_kind
from app.batch.table_reader import read_rows
from app.links import bulk_actions
from app.links.edit_columns import LinkEditedElsewhere
from app.links.link_search import Search
from app.links.models import Link
from app.links.table_cells import read_cells
from app.names.models import Name
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries

HX = {"HX-Request": "true", "HX-Request-Type": "partial", "Content-Type": "application/x-www-form-urlencoded"}
PLAIN = {"Content-Type": HX["Content-Type"]}
URL = "/dashboard/links/"
VERBS = ("pause", "resume", "archive", "unarchive", "delete", "restore", "tag", "untag")


async def shelf(account: Account, count: int, **columns: object) -> list[Link]:
    """So many links of an account with room for them, in few statements."""
    await Account.filter(id=account.id).update(links_limit=5_000, links_used=count)
    await account.refresh_from_db()
    now = account.created_at
    links = [
        Link(
            id=uuid4(),
            account_id=account.id,
            short_code=f"link-{n}",
            destination_url=f"https://example.com/{n}",
            created_at=now + timedelta(seconds=n),
            updated_at=now,
            title=f"kopi {n}",
            search=f"kopi {n}",
            **columns,
        )
        for n in range(count)
    ]
    await Link.bulk_create(links, batch_size=200)
    await Name.bulk_create(
        (Name(folded=link.short_code, shown=link.short_code, account_id=account.id, link_id=link.id) for link in links),
        batch_size=200,
    )
    return links


async def act(browser: Browser, action: str, *fields: tuple[str, str], headers: dict[str, str] = HX) -> str:
    response = await browser.post(f"{URL}actions/{action}", data=urlencode(fields), headers=headers)
    assert response.status_code in {200, 303}, action
    return await response.get_data(as_text=True)


@pytest.mark.parametrize("headers", [HX, PLAIN], ids=["htmx", "plain"])
async def test_select_all_means_all_that_the_search_finds(
    as_budi: Browser, budi: Account, headers: dict[str, str]
) -> None:
    await shelf(budi, 45)
    other = await Link.shorten(budi, url="https://example.com", slug="other")
    back = ("back", f"{URL}?q=kopi")
    await act(as_budi, "tag", ("all", "1"), back, ("tags", "Batik"), headers=headers)
    assert await Link.filter(tags__folded="batik").count() == 45
    await act(as_budi, "untag", ("all", "1"), ("back", f"{URL}?tag=batik"), ("tags", "BATIK"), headers=headers)
    assert await Link.filter(tags__folded="batik").count() == 0
    await act(as_budi, "archive", ("all", "1"), back, headers=headers)
    assert await Link.filter(archived_at=None).count() == 1
    await act(as_budi, "delete", ("all", "1"), ("back", f"{URL}?show=archived"), headers=headers)
    assert await world.links_used(budi) == 1
    await act(as_budi, "restore", ("all", "1"), ("back", f"{URL}?show=deleted"), headers=headers)
    assert await world.links_used(budi) == 46
    assert (await Link.get(id=other.id)).archived_at is None


async def test_more_than_a_thousand_are_told_and_the_same_again_goes_on(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.links.bulk_actions.MAX_LINKS", 30)
    await shelf(budi, 50)
    for action, fields in (("tag", [("tags", "sale")]), ("untag", [("tags", "sale")]), ("archive", [])):
        first = await act(as_budi, action, ("all", "1"), ("back", URL), *fields)
        assert "20 more match. Do the same again for those." in first, action
        second = await act(as_budi, action, ("all", "1"), ("back", URL), *fields)
        assert "more match" not in second and "20 links" in second, action
        third = await act(as_budi, action, ("all", "1"), ("back", URL), *fields)
        assert "nothing left to change" in third, action
    assert await Link.filter(archived_at=None).count() == 0


async def test_a_hundred_cost_as_many_statements_as_two(as_budi: Browser, budi: Account) -> None:
    links = await shelf(budi, 100)
    await act(as_budi, "tag", ("ids", str(links[0].id)), ("tags", "sale, batik"))
    for action in VERBS:
        back = ("back", f"{URL}?show=deleted" if action == "restore" else URL)
        counted = []
        for some in (links[:2], links[2:]):
            with queries() as sql:
                await act(as_budi, action, *(("ids", str(link.id)) for link in some), ("tags", "sale, batik"), back)
            counted.append(len(sql))
        assert counted[1] <= counted[0] + 2 and counted[1] <= 40, (action, counted)


async def test_where_one_refuses_nothing_is_done(as_budi: Browser, budi: Account, sari: Account) -> None:
    links = await shelf(budi, 25)
    full = await Link.shorten(budi, url=world.DESTINATION, slug="full", tags=[f"tag {n}" for n in range(10)])
    message = await act(as_budi, "tag", ("all", "1"), ("back", URL), ("tags", "one more"))
    assert "at most 10 tags" in message
    assert await Link.filter(tags__folded="one more").count() == 0
    await act(as_budi, "delete", ("all", "1"), ("back", URL))
    await Account.filter(id=budi.id).update(links_limit=10)
    message = await act(as_budi, "restore", ("all", "1"), ("back", f"{URL}?show=deleted"))
    assert "Nothing was made" in message
    assert await world.links_used(budi) == 0
    await Account.filter(id=budi.id).update(links_limit=100)
    await Name.filter(folded="link-3").update(link_id=None, account_id=sari.id)
    message = await act(as_budi, "restore", ("all", "1"), ("back", f"{URL}?show=deleted"))
    assert "link-3 is taken by another link or page" in message
    assert await world.links_used(budi) == 0
    assert await Link.deleted_by(budi).count() == len(links) + 1 and full.id


async def test_a_tag_put_on_or_taken_off_in_bulk_is_not_lost_to_an_open_editor(as_budi: Browser, budi: Account) -> None:
    link = await Link.shorten(budi, url=world.DESTINATION, slug="promo", tags=["old"])
    for action, tags in (("tag", "new"), ("untag", "old")):
        seen = (await Link.get(id=link.id)).version
        await act(as_budi, action, ("ids", str(link.id)), ("tags", tags))
        with pytest.raises(LinkEditedElsewhere):
            await link.edit(budi, seen=seen, tags=["old"])
    assert [tag.name for tag in await link.tags.all()] == ["new"]
    seen = (await Link.get(id=link.id)).version
    await act(as_budi, "tag", ("ids", str(link.id)), ("tags", "NEW"))
    assert (await Link.get(id=link.id)).version == seen, "it had the tag: nothing was changed"


@pytest.mark.parametrize("action, undo", [("delete", "restore"), ("archive", "unarchive"), ("pause", "resume")])
async def test_what_was_done_to_many_is_undone_from_the_notice(
    as_budi: Browser, budi: Account, moved: Clock, action: str, undo: str
) -> None:
    await shelf(budi, 60)
    before = await Link.shorten(budi, url=world.DESTINATION, slug="before")
    column = bulk_actions.ACTIONS[action].column
    await Link.filter(id=before.id).update(**{column: moved.now - timedelta(hours=1)})
    message = await act(as_budi, action, ("all", "1"), ("back", f"{URL}?q=kopi"))
    assert f'action="{URL}actions/{undo}"' in message
    at = message.split('name="at" value="')[1].split('"')[0]
    await act(as_budi, undo, ("at", at), ("back", URL))
    assert await Link.filter(**{f"{column}__isnull": False}).count() == 1


@pytest.mark.parametrize("action, undo", [("archive", "unarchive"), ("pause", "resume")])
@pytest.mark.parametrize("count", [3, 60])
async def test_an_undo_takes_back_no_more_than_was_done(
    as_budi: Browser, budi: Account, moved: Clock, action: str, undo: str, count: int
) -> None:
    links = await shelf(budi, count)
    column = bulk_actions.ACTIONS[action].column
    await Link.filter(id=links[0].id).update(**{column: moved.now - timedelta(hours=1)})
    message = await act(as_budi, action, *(("ids", str(link.id)) for link in links))
    fields = re.findall(r'name="(ids|at)" value="([^"]*)"', message[message.index('class="toast') :])
    await act(as_budi, undo, *fields)
    assert [link.id for link in await Link.filter(**{f"{column}__isnull": False})] == [links[0].id]
    await act(as_budi, action, ("ids", str(links[1].id)))
    message = await act(as_budi, action, ("ids", str(links[1].id)))
    assert undo not in message[message.index('class="toast') :], "nothing was changed"


async def test_a_moment_is_no_choice_where_nothing_is_taken_back(as_budi: Browser, budi: Account) -> None:
    await shelf(budi, 1)
    for action in ("pause", "archive", "delete", "tag", "untag"):
        message = await act(as_budi, action, ("at", "2026-01-01T00:00:00+00:00"), ("tags", "x"))
        assert "Choose at least one link first." in message, action


async def test_nothing_of_a_stranger_is_reached_by_all(as_sari: Browser, budi: Account) -> None:
    links = await shelf(budi, 3)
    for action in VERBS:
        show = "?show=deleted" if action == "restore" else ""
        message = await act(as_sari, action, ("all", "1"), ("back", URL + show), ("tags", "x"))
        assert (
            "nothing left to change" in message or "Tidak ada lagi" in message or "Kamu tidak punya label" in message
        ), action
    assert await Link.filter(id__in=[link.id for link in links], archived_at=None, deleted_at=None).count() == 3


async def test_the_bar_offers_all_that_are_found_when_there_are_more_than_shown(
    as_budi: Browser, budi: Account
) -> None:
    await shelf(budi, 45)
    page = await (await as_budi.get(f"{URL}?q=kopi")).get_data(as_text=True)
    assert "Select all 45 links that are found" in page
    assert 'name="all"' not in await (await as_budi.get(f"{URL}?q=kopi+7")).get_data(as_text=True)


async def test_a_file_holds_exactly_what_is_filtered(as_budi: Browser, budi: Account, sari: Account) -> None:
    await shelf(budi, 7)
    await world.shorten(sari, "sari-own")
    await Link.shorten(
        budi,
        url="https://example.com/?q=-6.2,-106.8",
        slug="Odd",
        title="=1+1;=2",
        notes="Kopi\nTeh",
        tags=["Sale", "Batik"],
        aliases=["lama"],
        click_limit=5,
    )
    for query, codes in (("", 8), ("?q=kopi+3", 1), ("?tag=sale,batik", 1), ("?show=archived", 0)):
        text = (await (await as_budi.get(f"{URL}export.csv{query}")).get_data(as_text=True)).removeprefix("\ufeff")
        rows = list(DictReader(StringIO(text)))
        message = json.loads(await (await as_budi.get(f"{URL}export.json{query}")).get_data(as_text=True))["links"]
        assert len(rows) == len(message) == codes, query
        assert [row["slug"] for row in rows] == [link["slug"] for link in message]
        assert await Search.of(dict(parse_qsl(query[1:]))).matches(budi).count() == codes
    text = await (await as_budi.get(f"{URL}export.csv?tag=sale")).get_data(as_text=True)
    [again] = read_rows(text, columns_for_kind(LINK))
    assert read_cells(again.cells) == (
        {
            **{"url": "https://example.com/?q=-6.2,-106.8", "slug": "Odd", "title": "=1+1;=2", "notes": "Kopi\nTeh"},
            **{"tags": ["Batik", "Sale"], "aliases": ["lama"], "click_limit": 5, "redirect_status": 302},
            **{"forward_query": True, "tracked": True, "append_path": False, "archived": False},
        },
        [],
    )
    [odd] = json.loads(await (await as_budi.get(f"{URL}export.json?tag=sale")).get_data(as_text=True))["links"]
    assert (odd["tags"], odd["other_names"], odd["click_limit"]) == (["Batik", "Sale"], ["lama"], 5)
    assert odd["notes"] == "Kopi\nTeh"
    headers = (await as_budi.get(f"{URL}export.csv")).headers
    assert headers["Content-Disposition"].startswith('attachment; filename="kliqs-links-')


async def test_a_file_of_many_comes_in_pieces_and_misses_nothing(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.links.export.BATCH_SIZE", 10)
    await shelf(budi, 45)
    message = json.loads(await (await as_budi.get(f"{URL}export.json?sort=clicks")).get_data(as_text=True))["links"]
    assert [link["slug"] for link in message] == [f"link-{n}" for n in reversed(range(45))]


async def test_a_refused_bulk_action_without_scripts_loses_no_ticked_row_and_no_word(
    as_budi: Browser, budi: Account
) -> None:
    links = await shelf(budi, 3)
    ids = [str(link.id) for link in links]
    for tags, message in (("", "Write a tag first."), ("x" * 40, "32")):
        answer = await as_budi.post(
            f"{URL}actions/tag", headers=PLAIN, data=urlencode([("ids", ids[0]), ("ids", ids[2]), ("tags", tags)])
        )
        page = await answer.get_data(as_text=True)
        ticked = re.findall(r'name="ids" value="([^"]+)" form="bulk" checked', page)
        bar = page.partition('id="bulk"')[2].partition("</form>")[0]
        assert answer.status_code == 400
        assert set(ticked) == {ids[0], ids[2]}
        assert message in bar
        assert f'value="{tags}" aria-invalid="true"' in bar

    answer = await as_budi.post(f"{URL}actions/archive", headers=PLAIN, data="")
    page = await answer.get_data(as_text=True)
    assert "Choose at least one link first." in page.partition('id="bulk"')[2]


async def test_a_refused_bulk_action_comes_back_to_the_rows_that_were_on_the_screen(
    as_budi: Browser, budi: Account
) -> None:
    links = await shelf(budi, 30)
    first = await (await as_budi.get(URL)).get_data(as_text=True)
    further = html.unescape(re.findall(r'href="(/dashboard/links/\?cursor=[^"]+)"', first)[0])
    second = await (await as_budi.get(further)).get_data(as_text=True)
    back = html.unescape(re.findall(r'id="bulk-back" name="back" value="([^"]*)"', second)[0])

    answer = await as_budi.post(
        f"{URL}actions/tag", headers=PLAIN, data=urlencode({"ids": str(links[0].id), "tags": "", "back": back})
    )

    assert f'value="{links[0].id}" form="bulk" checked' in await answer.get_data(as_text=True)


async def test_the_number_of_links_in_the_answer_is_that_after_the_action(as_sari: Browser, sari: Account) -> None:
    links = await shelf(sari, 30)
    fields = [("ids", str(link.id)) for link in links[:3]] + [("back", URL)]
    response = await as_sari.post(f"{URL}actions/delete", data=urlencode(fields), headers=HX)
    assert re.search(r'id="links-total"[^>]*>[^<]*\b27\b', html.unescape(await response.get_data(as_text=True)))
    response = await as_sari.post(f"{URL}actions/archive", data=urlencode([("ids", str(links[9].id))]), headers=HX)
    assert re.search(r'id="links-total"[^>]*>[^<]*\b26\b', html.unescape(await response.get_data(as_text=True)))
