"""Making a batch: everything or nothing, and never more than the plan has room for."""

import asyncio
import secrets
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.accounts.models import Account
from app.batch import creation
from app.batch.created_codes import load_codes
from app.batch.creation import RowsRefused, StyleNotScannable, create_batch
from app.batch.dry_run import plan_rows
from app.batch.models import Batch, BatchAlreadyCreated
from app.batch.options import Options
from app.kernel import i18n
from app.kernel.refusal import Refusal
from app.links.models import Link
from app.links.rules.column import read_rules
from app.names.models import Name
from app.names.slug import SlugTaken
from app.plans.quota import NotEnoughCodes, NotEnoughLinks
from app.qr import bulk_create, listing
from app.qr.design import Design
from app.qr.listing import Search
from app.qr.look import Look
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from tests import world
from tests.batch.tables import drafted, made_of, table


async def test_each_row_becomes_a_link_and_a_code_of_it(budi: Account) -> None:
    batch = await drafted(budi, "url,slug,title\nhttps://example.com/a,Promo,Table\nhttps://example.com/b,,Poster\n")
    await create_batch(budi, batch)

    codes = await load_codes(batch)
    assert [(line, code.title, code.link and code.link.destination_url, code.grade) for line, code in codes] == [
        (2, "Table", "https://example.com/a", "good"),
        (3, "Poster", "https://example.com/b", "good"),
    ]
    assert codes[0][1].address.endswith(f"/Promo?qr={codes[0][1].mark}")
    assert await made_of(budi) == (2, 2, 2)
    assert [name.printed for name in await Name.all()] == [1, 1]
    for _, code in codes:
        assert code.name and code.name.link_id == code.link_id
        assert (await Link.by_name(code.name.shown))[0] == code.link


async def test_what_is_made_is_as_what_is_made_one_by_one(budi: Account) -> None:
    link = await Link.shorten(budi, url="https://example.com/a", slug="single", title="T")
    batch = await drafted(budi, "https://example.com/a,many,T")
    await create_batch(budi, batch)
    two, _ = await Link.by_name("many")
    assert two
    alike = set(Link._meta.db_fields) - {"id", "short_code", "created_at", "updated_at"}
    two.search = str(two.search).replace("/many", "/single")
    assert {name: getattr(two, name) for name in alike} == {name: getattr(link, name) for name in alike}


async def test_a_row_sets_whatever_can_be_set_on_a_link(budi: Account) -> None:
    head = (
        "url,slug,tags,notes,berakhir,opens_at,click_limit,external_id,other_names,utm_source,utm_medium,counted,rules"
    )
    rules = '"[{""id"": ""r1"", ""when"": [], ""to"": [{""url"": ""https://example.com/r""}]}]"'
    row = "https://example.com/a?x=1,one,promo; Lebaran,Ask Budi,2035-01-31 17:00,2034-01-31T00:00:00Z,1.500,SKU-7,"
    batch = await drafted(budi, f"{head}\n{row}dua tiga,ig,story,no,{rules}\nhttps://example.com/b,,,,,,,,,,,,")
    await create_batch(budi, batch)
    link = await Link.get(external_id="SKU-7").prefetch_related("tags", "names")
    assert (link.destination_url, link.notes, link.click_limit, link.tracked) == (
        "https://example.com/a?x=1&utm_source=ig&utm_medium=story",
        "Ask Budi",
        1500,
        False,
    )
    assert (link.expires_at, link.opens_at) == (
        datetime(2035, 1, 31, 17, tzinfo=ZoneInfo(i18n.current_time_zone())),
        datetime(2034, 1, 31, tzinfo=UTC),
    )
    assert {tag.name for tag in link.tags} == {"promo", "Lebaran"}
    assert {name.shown for name in link.names} == {"one", "dua", "tiga"}
    assert read_rules(link.rules)[0].id == "r1"
    other = await Link.get(destination_url="https://example.com/b").prefetch_related("tags")
    assert (other.expires_at, other.click_limit, other.external_id, other.tracked, list(other.tags)) == (
        *(None, None, None, True),
        [],
    )


async def test_an_external_id_that_is_taken_after_the_dry_run_makes_nothing(
    budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = await drafted(budi, "url,external_id\nhttps://example.com/a,s-1\nhttps://example.com/b,s-2")
    plan = plan_rows

    async def planned(*args: Any) -> Any:
        result = await plan(*args)
        await Link.shorten(budi, url="https://example.com/c", external_id="s-2")
        return result

    monkeypatch.setattr(creation, "plan_rows", planned)
    with pytest.raises(RowsRefused):
        await create_batch(budi, batch)
    assert (await made_of(budi))[:2] == (1, 0)


async def test_static_rows_become_codes_that_say_them(sari: Account) -> None:
    batch = await drafted(sari, "network,password,placement\nRumah,rahasia123,Dapur", "wifi")
    await create_batch(sari, batch)
    [(line, code)] = await load_codes(batch)
    assert (line, code.title, code.content, code.given, code.kind) == (
        2,
        "Dapur",
        "WIFI:T:WPA;S:Rumah;P:rahasia123;;",
        {"network": "Rumah", "password": "rahasia123"},
        "wifi",
    )


async def test_making_twice_makes_once(budi: Account) -> None:
    batch = await drafted(budi, table(3))
    twin = await Batch.get(id=batch.id)
    await asyncio.gather(create_batch(budi, batch), create_batch(budi, twin))
    await create_batch(budi, batch)
    assert await made_of(budi) == (3, 3, 3)
    with pytest.raises(BatchAlreadyCreated):
        await batch.update_draft("link", table(2), Options())


async def test_refused_rows_hold_everything_back_unless_they_are_left_out(budi: Account) -> None:
    batch = await drafted(budi, "https://example.com/a\nnonsense\nhttps://example.com/b")
    with pytest.raises(RowsRefused):
        await create_batch(budi, batch)
    assert await made_of(budi) == (0, 0, 0)
    await create_batch(budi, batch, skip=True)
    assert [line for line, _ in await load_codes(batch)] == [1, 3]


async def test_a_batch_without_a_fine_row_makes_nothing(budi: Account) -> None:
    batch = await drafted(budi, "nonsense")
    with pytest.raises(RowsRefused):
        await create_batch(budi, batch, skip=True)
    assert batch.made_at is None


async def test_the_last_links_go_to_exactly_one_of_two_batches(sari: Account) -> None:
    await world.shorten(sari)
    batches = [await drafted(sari, table(3)), await drafted(sari, table(4))]
    await sari.refresh_from_db()
    ended = await asyncio.gather(*(create_batch(sari, batch) for batch in batches), return_exceptions=True)
    assert sorted(type(account).__name__ for account in ended) == ["NoneType", "NotEnoughLinks"]
    won = 3 if ended[0] is None else 4
    assert await made_of(sari) == (1 + won, won, 1 + won)
    lost = await Batch.get(id=batches[0 if won == 4 else 1].id)
    assert lost.made_at is None and lost.codes == []


async def test_the_last_codes_go_to_exactly_one_of_two_batches(sari: Account) -> None:
    batches = [await drafted(sari, "hello\n" * 30, "text") for _ in range(2)]
    ended = await asyncio.gather(*(create_batch(sari, batch) for batch in batches), return_exceptions=True)
    assert sorted(type(account).__name__ for account in ended) == ["NoneType", "NotEnoughCodes"]
    assert await made_of(sari) == (0, 30, 0)


async def test_a_batch_beyond_the_plan_makes_nothing_at_all(sari: Account) -> None:
    for typed, kind, refused in ((table(6), "link", NotEnoughLinks), ("hello\n" * 51, "text", NotEnoughCodes)):
        with pytest.raises(refused):
            await create_batch(sari, await drafted(sari, typed, kind))
    assert await made_of(sari) == (0, 0, 0)
    assert not await Name.all()


async def test_a_plan_may_be_used_to_the_last_link(sari: Account) -> None:
    await create_batch(sari, await drafted(sari, table(5)))
    assert await made_of(sari) == (5, 5, 5)


async def test_a_name_taken_since_the_dry_run_undoes_everything(
    budi: Account, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = await drafted(budi, "https://example.com/a,first\nhttps://example.com/b,second")
    dry = plan_rows

    async def late(*arguments: Any) -> Any:
        plan = await dry(*arguments)
        if not await Name.filter(folded="second").exists():
            await world.shorten(sari, "second")
        return plan

    monkeypatch.setattr(creation, "plan_rows", late)
    with pytest.raises(RowsRefused):
        await create_batch(budi, batch)
    assert await made_of(budi) == (0, 0, 0)
    assert not await Name.filter(folded="first").exists()
    assert (await Batch.get(id=batch.id)).made_at is None


async def test_what_breaks_among_the_codes_undoes_the_links(budi: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: Any) -> None:
        raise NotEnoughCodes(count=2, room=0)

    monkeypatch.setattr(bulk_create, "reserve_codes", full)
    with pytest.raises(NotEnoughCodes):
        await create_batch(budi, await drafted(budi, table(2)))
    assert await made_of(budi) == (0, 0, 0)
    assert not await Name.all()


async def test_a_mark_that_is_taken_is_drawn_again(budi: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    first = await QrCode.create_for_link(budi, await world.shorten(budi), "", Look(Design()))
    wanted, drawn = bulk_create.CodeSpec("", await world.shorten(budi)), iter([*(first.mark or ""), *"abcde"])
    monkeypatch.setattr(secrets, "choice", lambda _: next(drawn))
    [code] = await bulk_create.create_codes(budi, [wanted], Look(Design()))
    assert (await QrCode.get(id=code)).mark == "abcde"


async def test_an_old_name_of_ones_own_is_taken_back(budi: Account) -> None:
    link = await world.shorten(budi, "mine-once")
    await link.edit(budi, slug="other")
    await create_batch(budi, await drafted(budi, "https://example.com/new,mine-once\nhttps://example.com/x,fresh"))
    stored_link, _ = await Link.by_name("mine-once")
    assert stored_link and stored_link.destination_url == "https://example.com/new"


async def test_names_are_claimed_all_or_none_when_two_ask_for_the_same(budi: Account, dewi: Account) -> None:
    typed = "\n".join(f"https://example.com/,same-{at}" for at in range(20))
    batches = [(account, await drafted(account, typed)) for account in (budi, dewi)]
    ended = await asyncio.gather(*(create_batch(account, batch) for account, batch in batches), return_exceptions=True)
    assert sorted(isinstance(account, Refusal) for account in ended) == [False, True]
    assert sorted([(await made_of(account))[0] for account in (budi, dewi)]) == [0, 20]


async def test_a_style_that_does_not_scan_needs_a_word(budi: Account) -> None:
    style = await SavedStyle.save_look(budi, "Pale", Look(Design(dark="#dddddd")))
    batch = await drafted(budi, table(2), style=str(style.id))
    with pytest.raises(StyleNotScannable):
        await create_batch(budi, batch)
    assert await made_of(budi) == (0, 0, 0)
    await create_batch(budi, batch, sure=True)
    assert {(code.grade, code.design["dark"]) for _, code in await load_codes(batch)} == {("bad", "#dddddd")}


async def test_a_style_that_is_gone_or_a_strangers_is_passed_over(budi: Account, sari: Account) -> None:
    hers = await SavedStyle.save_look(sari, "Hers", Look(Design(dark="#112233")))
    for style in (str(hers.id), "nonsense", ""):
        look = await creation.load_look(budi, style)
        assert look.design == Design()


def test_a_taken_slug_names_itself() -> None:
    assert SlugTaken("promo").facts["name"] == "promo"


async def test_rows_keep_their_order_in_every_list(budi: Account) -> None:
    batch = await drafted(budi, table(30))
    await create_batch(budi, batch, sure=True)

    wanted = [f"Table {at}" for at in range(30)]
    assert [link.title for link in await Link.owned_by(budi).order_by("created_at", "id")] == wanted
    assert [code.title for code in await QrCode.owned_by(budi).order_by("created_at", "id")] == wanted
    assert [code.title for _, code in await load_codes(batch)] == wanted
    region = await listing.load_list(budi, Search())
    assert [code.title for code in region["codes"]] == wanted[::-1][:24], "newest first"
