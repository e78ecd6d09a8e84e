"""The dry run."""

import pytest

from app.accounts.models import Account
from app.batch.columns import columns_for_kind
from app.batch.dry_run import Plan, plan_rows
from app.batch.table_reader import read_rows
from app.links.models import Link
from app.names import slug
from tests import world
from tests.batch.tables import made_of, table


async def planned(account: Account, typed: str, kind: str = "link") -> Plan:
    return await plan_rows(account, kind, read_rows(typed, columns_for_kind(kind)))


async def test_each_row_has_its_own_verdict_and_column(budi: Account, sari: Account) -> None:
    await world.shorten(sari, "taken")
    typed = "url,slug,title\n" + "\n".join(
        [
            "https://example.com/,fine-one,x",
            "nonsense,,",
            "https://example.com/,a b,",
            "https://example.com/,login,",
            "https://example.com/,TAKEN,",
            "https://example.com/,twice,",
            "https://example.com/,Twice,",
            f"https://example.com/,,{'x' * 81}",
            "https://example.com/,,y,z",
            "=1+1,,",
            "http://127.0.0.1/,,",
        ]
    )
    plan = await planned(budi, typed)
    verdicts = [
        (row.row.line, row.refusal and row.refusal.code, row.refusal and row.refusal.field) for row in plan.rows
    ]
    assert verdicts == [
        (2, None, None),
        (3, "INVALID_URL", "url"),
        (4, "INVALID_SLUG", "slug"),
        (5, "RESERVED_SLUG", "slug"),
        (6, "SLUG_ALREADY_EXISTS", "slug"),
        (7, None, None),
        (8, "SLUG_ALREADY_EXISTS", "slug"),
        (9, "INVALID_REQUEST", "title"),
        (10, "INVALID_TABLE", ""),
        (11, "INVALID_URL", "url"),
        (12, "INVALID_URL", "url"),
    ]
    assert "7" in str(plan.rows[6].refusal)
    assert await made_of(budi) == (0, 0, 0)


async def test_a_row_that_is_refused_itself_takes_no_name_from_another(budi: Account) -> None:
    plan = await planned(budi, "nonsense,promo\nhttps://example.com/,promo\nhttps://example.com/,Promo")
    assert [row.refusal and row.refusal.code for row in plan.rows] == ["INVALID_URL", None, "SLUG_ALREADY_EXISTS"]
    assert "2" in str(plan.rows[2].refusal)


async def test_an_old_name_of_ones_own_is_fine_and_a_strangers_is_not(budi: Account, sari: Account) -> None:
    for owner, name in ((budi, "mine-once"), (sari, "hers-once")):
        link = await world.shorten(owner, name)
        await link.edit(owner, slug=slug.random_slug())
    plan = await planned(budi, "https://example.com/,mine-once\nhttps://example.com/,hers-once")
    assert [row.refusal is None for row in plan.rows] == [True, False]


@pytest.mark.parametrize("count, fits", [(5, True), (6, False)])
async def test_the_plans_links_are_counted_exactly(sari: Account, count: int, fits: bool) -> None:
    short = (await planned(sari, table(count))).room_refusal
    assert (short is None) is fits
    assert fits or "5" in str(short)


async def test_the_plans_codes_are_counted_exactly(sari: Account) -> None:
    assert (await planned(sari, "hello\n" * 50, "text")).room_refusal is None
    short = (await planned(sari, "hello\n" * 51, "text")).room_refusal
    assert short and short.code == "QR_LIMIT_REACHED" and "51" in str(short) and "50" in str(short)


async def test_an_address_without_a_scheme_is_completed_in_a_batch_and_that_is_said(budi: Account) -> None:
    plan = await planned(budi, "shop.example.com/x,promo\nhttps://example.com/,other\n\ufeff💩.la,emoji\nnope,bad")
    assert [row.refusal is None for row in plan.rows] == [True, True, True, False]
    assert [row.scheme_added for row in plan.rows] == [True, False, True, False]
    assert plan.rows[0].changes["url"] == "https://shop.example.com/x"
    codes = await planned(budi, "shop.example.com/x\nhttps://example.com/", "url")
    assert [row.content for row in codes.rows] == ["https://shop.example.com/x", "https://example.com/"]
    assert [row.scheme_added for row in codes.rows] == [True, False]


async def test_static_rows_are_checked_by_their_kind(sari: Account) -> None:
    plan = await planned(sari, "number,message\n0812 3456 789,Halo\nabc,Halo\n,Halo", "whatsapp")
    assert [(row.content, row.refusal and row.refusal.field) for row in plan.rows] == [
        ("https://wa.me/628123456789?text=Halo", None),
        ("", "number"),
        ("", "number"),
    ]


@pytest.mark.parametrize(
    "cell", ["promo", "https://bit.ly/promo", "bit.ly/promo?utm=1", "/promo", "http://x.co/a/promo/"]
)
async def test_a_whole_short_link_gives_its_name(budi: Account, cell: str) -> None:
    plan = await planned(budi, f"short url,long url\n{cell},https://example.com/")
    assert [accepted.slug for accepted in plan.accepted] == ["promo"]
    assert bool(plan.accepted[0].notes) == (cell != "promo")


async def test_a_placement_is_the_codes_and_a_title_the_links(budi: Account) -> None:
    plan = await planned(
        budi, "url,title,placement\nhttps://a.example/,Menu,Wall\nhttps://a.example/,Menu,\nhttps://a.example/,,Wall"
    )
    assert [(accepted.changes["title"], accepted.code_title) for accepted in plan.accepted] == [
        ("Menu", "Wall"),
        ("Menu", "Menu"),
        ("Wall", "Wall"),
    ]


async def test_a_page_shows_rows_in_the_order_of_the_table_and_those_to_mend_first(budi: Account) -> None:
    plan = await planned(budi, "\n".join("nonsense" if at % 4 == 3 else "https://a.example/" for at in range(300)))
    lines = [row.row.line for row in plan.shown_rows]
    assert lines == [*range(4, 301, 4), *[line for line in range(1, 301) if line % 4][:50]]


FIELDS = "url,slug,tags,expires_at,click_limit,external_id,other names,catatan,utm_source"


async def test_each_field_of_a_row_is_checked_in_its_column(budi: Account) -> None:
    rows = {
        "https://example.com/,a-one,promo,2035-01-31,10,s-1,a-two,Hi,ig": None,
        "https://example.com/,,,2001-01-31,,,,,": "expires_at",
        "https://example.com/,,,,0,,,,": "click_limit",
        "https://example.com/,A-TWO,,,,,,,": "slug",
        "https://example.com/,,,,,,a-one,,": "aliases",
        "https://example.com/,,,,,s-1,,,": "external_id",
        f"https://example.com/,,,,,,,,{'x' * 201}": "utm_source",
        f"https://example.com/,,{'x' * 40},,,,,,": "tags",
        ",b-one,promo,,,,,,": "url",
    }
    plan = await planned(budi, "\n".join([FIELDS, *rows]))
    assert [row.refusal and row.refusal.field for row in plan.rows] == list(rows.values())


async def test_all_faults_of_a_row_are_told_at_once(budi: Account) -> None:
    [row] = (await planned(budi, f"{FIELDS}\nnope,a b,{'x' * 40},soon,0,{'x' * 101},no/name,,{'x' * 201}")).rows
    assert row.wrong_columns == set(FIELDS.replace("other names", "aliases").split(",")) - {"catatan"}


async def test_names_and_external_ids_that_are_taken_are_told_before_anything_is_made(
    budi: Account, sari: Account
) -> None:
    await world.shorten(sari, "hers")
    await Link.shorten(budi, url="https://example.com", external_id="s-1")
    await Link.shorten(sari, url="https://example.com", external_id="s-2")
    typed = f"{FIELDS}\nhttps://a.example/,,,,,s-1,,,\nhttps://a.example/,,,,,s-2,,,\nhttps://a.example/,,,,,,Hers,,"
    plan = await planned(budi, typed)
    assert [row.refusal and (row.refusal.code, row.refusal.field) for row in plan.rows] == [
        ("EXTERNAL_ID_ALREADY_EXISTS", "external_id"),
        None,
        ("SLUG_ALREADY_EXISTS", "aliases"),
    ]
