"""Many posts from a table: a dry run says what each row becomes, and a second submit makes nothing twice."""

import html
from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock, installation
from app.publishing.planning.import_table import read_import_rows
from app.publishing.planning.post_import import import_rows
from app.publishing.planning.weekly_slots import Slot, replace_slots
from app.publishing.posts.phases import DRAFT, PLANNED
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.client import Browser
from tests.publishing.posts.stand_ins import connect

URL = "/dashboard/publishing/import/"


def tomorrow() -> str:
    return f"{clock.now() + timedelta(days=1):%Y-%m-%d}"


async def test_each_row_is_planned_queued_or_a_draft(sari: Account) -> None:
    kopi, teh = await connect(sari), await connect(sari, username="teh")
    await replace_slots(teh, [Slot(day, 600) for day in range(7)])
    table = f"teks,waktu,jam,akun,balasan\nSatu,{tomorrow()},09:00,kopi,Halo\nDua,antrean,,@teh,\nTiga,,,,\n"
    rows = await read_import_rows(sari, table)
    assert [row.faults for row in rows] == [[], [], []]
    assert [[one.id for one in row.connections] for row in rows] == [[kopi.id], [teh.id], [kopi.id, teh.id]]
    result = await import_rows(sari, (await world.owner(sari)).id, rows, uuid4())
    assert (result.planned, result.drafts, result.faults) == (2, 1, {})
    variants = {(v.account_name, v.phase, v.queued) for v in await PostVariant.all()}
    assert variants == {("Kopi", PLANNED, False), ("Teh", PLANNED, True), ("Kopi", DRAFT, False), ("Teh", DRAFT, False)}
    assert {post.source for post in await Post.all()} == {"csv"}


async def test_all_faults_of_a_row_are_told_and_it_makes_nothing(sari: Account) -> None:
    await connect(sari)
    rows = await read_import_rows(
        sari, "text,when,accounts\nSatu,2020-01-01 09:00,susu\n" + "x" * 101 + ",,\nTiga,besok,\n"
    )
    assert [len(row.faults) for row in rows] == [2, 1, 1]
    assert "susu" in rows[0].faults[1] and "Warung" in rows[1].faults[0]
    result = await import_rows(sari, (await world.owner(sari)).id, rows, uuid4())
    assert (result.planned, result.drafts, await Post.all().count()) == (0, 0, 0)


async def test_a_form_that_is_sent_twice_makes_each_post_once(sari: Account) -> None:
    await connect(sari)
    form, user = uuid4(), (await world.owner(sari)).id
    for _ in range(2):
        await import_rows(sari, user, await read_import_rows(sari, "text\nSatu\nDua\n"), form)
    assert await Post.all().count() == 2


async def test_beyond_the_plan_what_is_left_stays_as_drafts(sari: Account) -> None:
    connection = await connect(sari)
    await replace_slots(connection, [Slot(day, hour * 60) for day in range(7) for hour in range(10)])
    table = "text,when\n" + "".join(
        f"Post {number},{clock.now() + timedelta(days=number + 1):%Y-%m-%d} 09:00\n" for number in range(12)
    )
    result = await import_rows(sari, (await world.owner(sari)).id, await read_import_rows(sari, table), uuid4())
    assert (result.planned, result.drafts, len(result.faults)) == (10, 2, 2)


@pytest.mark.parametrize(("language", "first"), [("id", "teks,waktu,akun"), ("en", "text,when,accounts")])
async def test_the_example_beside_the_field_is_itself_a_table_that_can_be_read(
    as_sari: Browser, sari: Account, language: str, first: str
) -> None:
    await connect(sari)
    await as_sari.post("/dashboard/settings/language", form={"language": language})
    page = await (await as_sari.get(URL)).get_data(as_text=True)
    example = html.unescape(page.split('placeholder="')[1].split('"')[0])
    assert example.startswith(f"{first}\n")
    [row] = await read_import_rows(sari, example)
    assert row.text and "Instagram" in " ".join(row.faults)  # she has no such account: the columns were understood


async def test_the_pages_check_first_and_then_make(as_sari: Browser, sari: Account) -> None:
    await connect(sari)
    typed = f"text,when\nKopi panas,{tomorrow()} 09:00\nTeh,kapan\n"
    checked = await (await as_sari.post(URL, form={"typed": typed})).get_data(as_text=True)
    assert "Kopi panas" in checked and "Dilewati" in checked and not await Post.all().exists()
    form_id = checked.split('name="form_id" value="')[1].split('"')[0]
    for _ in range(2):
        made = await as_sari.post(f"{URL}make", form={"typed": typed, "form_id": form_id})
        assert made.status_code == 303
    assert await Post.all().count() == 1
    refused = await as_sari.post(URL, form={"typed": ""})
    assert refused.status_code == 422 and "Pilih berkas" in await refused.get_data(as_text=True)


async def test_after_an_import_the_page_says_how_many_further_lines_were_not_planned(
    as_sari: Browser, sari: Account
) -> None:
    await connect(sari)
    typed = "text,when\n" + "".join(f"Kopi {number},queue\n" for number in range(8))
    await as_sari.post(f"{URL}make?lang=en", form={"typed": typed})
    page = await (await as_sari.get("/dashboard/publishing/posts?lang=en")).get_data(as_text=True)
    assert "3 more lines were not planned." in page and "Line 6:" in page and "Line 7:" not in page


async def test_rows_for_x_do_with_addresses_what_the_operator_wants(sari: Account) -> None:
    here = installation.current()
    here.config = here.config.model_copy(update={"x_links": "reply"})
    await connect(sari, "x")
    await import_rows(sari, (await world.owner(sari)).id, await read_import_rows(sari, "text\nSatu\n"), uuid4())
    assert (await PostVariant.get()).link_in_reply
