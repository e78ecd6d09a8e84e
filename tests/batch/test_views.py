"""The pages of batches."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.batch import file_store
from app.batch.models import MAX_BATCHES, Batch
from app.batch.packing_jobs import KIND
from app.jobs.worker import Worker
from app.qr.design import Design
from app.qr.look import Look
from app.qr.saved_style import SavedStyle
from tests.batch.tables import drafted, made_of, table
from tests.client import Browser
from tests.conftest import Clock
from tests.questions import ask_before

PAGE = "/dashboard/batch/"
PIECE = {"HX-Request": "true", "HX-Request-Type": "partial"}
CHOSEN = {
    "kind": "link",
    "form": "svg",
    "size": "1000",
    "paper": "a4",
    "grid": "3x8",
    "margin": "8",
    "captions": "1",
    "marks": "1",
    "style": "",
}


async def text(browser: Browser, path: str, status: int = 200) -> str:
    response = await browser.get(path)
    assert response.status_code == status
    return await response.get_data(as_text=True)


async def test_a_completed_address_is_said_in_the_dry_run(as_budi: Browser, budi: Account) -> None:
    sent = await as_budi.post(PAGE, form=CHOSEN | {"typed": "shop.example.com/x,promo"})
    assert "https:// was added to the address." in await text(as_budi, sent.headers["Location"])


async def test_further_columns_are_named_before_and_those_of_the_table_are_shown_in_the_dry_run(
    as_budi: Browser, budi: Account
) -> None:
    form = await text(as_budi, PAGE)
    assert "<code>click_limit</code> Click limit" in form and "<code>utm_campaign</code> Campaign" in form
    typed = "url,tags,click_limit,harga,rules\nhttps://example.com/,promo,0,9,{"
    dry = await text(as_budi, (await as_budi.post(PAGE, form=CHOSEN | {"typed": typed})).headers["Location"])
    assert '<th scope="col">Click limit</th>' in dry and '<th scope="col">Expires</th>' not in dry
    assert '<th scope="col">Title</th>' not in dry
    assert "Click limit: Give a whole number of clicks, 1 or more." in dry and "<td data-wrong><bdi>0</bdi></td>" in dry
    assert "Rules: Write rules as an export has them" in dry and dry.count("data-wrong") == 2
    assert '<bdi class="strong">harga</bdi>' in dry


async def test_the_way_from_a_table_to_its_files(as_budi: Browser, budi: Account) -> None:
    sent = await as_budi.post(PAGE, form=CHOSEN | {"typed": table(2)})
    assert sent.status_code == 303
    place = sent.headers["Location"]
    dry = await text(as_budi, place)
    assert "2 rows are fine" in dry and "https:// was added" not in dry
    assert await made_of(budi) == (0, 0, 0)

    assert (await as_budi.post(f"{place}/make")).headers["Location"] == place
    working = await text(as_budi, place)
    assert f'hx-sse:connect="{place}/events"' in working and '<noscript><meta http-equiv="refresh"' in working
    assert "0 of 2" in working
    piece = await as_budi.get(place, headers=PIECE)
    assert "<html" not in await piece.get_data(as_text=True)

    assert await Worker().run_due(KIND) == 1
    ready = await text(as_budi, place)
    assert "/events" not in ready and "refresh" not in ready.partition("</head>")[0]
    for name, start, kind in (("codes.zip", b"PK", "application/zip"), ("sheet.pdf", b"%PDF", "application/pdf")):
        assert f"{place}/{name}" in ready
        file = await as_budi.get(f"{place}/{name}")
        assert (await file.get_data(as_text=False)).startswith(start)
        assert file.mimetype == kind and file.headers["Content-Disposition"].startswith("attachment")
        assert file.headers["Cache-Control"] == "private, no-store"


async def test_an_uploaded_file_goes_before_what_was_pasted(as_budi: Browser, budi: Account) -> None:
    raw = "\ufeffTujuan;Judul\r\nhttps://example.com/x;Meja\r\n".encode()
    table_file = {"table": FileStorage(BytesIO(raw), filename="meja.csv")}
    sent = await as_budi.post(PAGE, form=CHOSEN | {"typed": "nonsense"}, files=table_file)
    page = await text(as_budi, sent.headers["Location"])
    assert "https://example.com/x" in page and "nonsense" not in page


@pytest.mark.parametrize(
    "typed, words",
    [
        ("", "Choose a file or paste some lines"),
        ("https://example.com/\n" * 10_000, "10000 rows"),
        ('url\n"https://x.example', "quotes"),
        ("slug\nabc", "missing from the first line"),
        ("a\0b", "not a table"),
    ],
)
async def test_a_refused_table_is_kept_with_its_reason(as_budi: Browser, typed: str, words: str) -> None:
    sent = await as_budi.post(PAGE, form=CHOSEN | {"typed": typed})
    page = await sent.get_data(as_text=True)
    assert sent.status_code == 422 and words in page
    assert not await Batch.all().exists()


async def test_nothing_typed_is_lost_on_the_way_back(as_budi: Browser, budi: Account) -> None:
    typed = 'https://example.com/a,"<b>",x\nnonsense'
    place = (await as_budi.post(PAGE, form=CHOSEN | {"typed": typed, "grid": "4x6"})).headers["Location"]
    page = await text(as_budi, f"{place}/edit")
    assert "nonsense</textarea>" in page and "&lt;b&gt;" in page
    assert '<option value="4x6" selected>' in page
    again = await as_budi.post(place, form=CHOSEN | {"typed": "https://example.com/b"})
    assert again.headers["Location"] == place
    assert "1 row is fine" in await text(as_budi, place)
    assert await Batch.all().count() == 1


@pytest.mark.parametrize(
    "field, value",
    [("form", "exe"), ("grid", "9x9"), ("size", "1e9"), ("margin", "-1"), ("paper", "a0"), ("kind", "nothing")],
)
async def test_a_wrong_choice_is_refused_beside_its_field(as_budi: Browser, field: str, value: str) -> None:
    sent = await as_budi.post(PAGE, form=CHOSEN | {"typed": table(1), field: value})
    assert sent.status_code in {400, 404, 422}
    assert "example.com/0" in await sent.get_data(as_text=True)
    assert not await Batch.all().exists()


async def test_refused_rows_stand_first_and_say_why(as_budi: Browser, budi: Account) -> None:
    batch = await drafted(budi, "https://example.com/fine\nhttps://example.com/,login\nnonsense")
    page = await text(as_budi, f"{PAGE}{batch.id}")
    assert page.index("That name is reserved") < page.index("Start the address with http") < page.index("com/fine")
    assert "2 need mending" in page and 'name="skip"' in page
    await as_budi.post(f"{PAGE}{batch.id}/make", form={"skip": "1"})
    assert await made_of(budi) == (1, 1, 1)


async def test_too_much_for_the_plan_says_how_much_room_there_is(as_sari: Browser, sari: Account) -> None:
    batch = await drafted(sari, table(6))
    page = await text(as_sari, f"{PAGE}{batch.id}")
    assert f"{batch.id}/make" not in page
    refused = await as_sari.post(f"{PAGE}{batch.id}/make")
    assert refused.status_code == 403
    assert await made_of(sari) == (0, 0, 0)


async def test_a_style_that_does_not_scan_asks_first(as_budi: Browser, budi: Account) -> None:
    style = await SavedStyle.save_look(budi, "Pale", Look(Design(dark="#dddddd")))
    batch = await drafted(budi, table(1), style=str(style.id))
    place = f"{PAGE}{batch.id}"
    assert 'name="sure"' in await text(as_budi, place)
    assert (await as_budi.post(f"{place}/make")).status_code == 409
    assert (await as_budi.post(f"{place}/make", form={"sure": "1"})).status_code == 303


async def test_a_sheet_too_fine_to_read_is_said(as_budi: Browser, budi: Account) -> None:
    fine = await drafted(budi, "x" * 900, "text", grid="5x8")
    assert "Put fewer on a sheet" in await text(as_budi, f"{PAGE}{fine.id}")
    coarse = await drafted(budi, "hello", "text", grid="2x5")
    assert "Put fewer on a sheet" not in await text(as_budi, f"{PAGE}{coarse.id}")


async def test_only_the_owner_sees_a_batch(as_budi: Browser, sari: Account) -> None:
    batch = await drafted(sari, "hello", "text")
    for path in ("", "/edit", "/codes.zip", "/sheet.pdf"):
        await text(as_budi, f"{PAGE}{batch.id}{path}", 404)
    for path in ("", "/make", "/again", "/delete"):
        assert (await as_budi.post(f"{PAGE}{batch.id}{path}", form=CHOSEN | {"typed": "x"})).status_code == 404
    assert (await Batch.get(id=batch.id)).typed == "hello"
    assert str(batch.id) not in await text(as_budi, PAGE)
    await text(as_budi, f"{PAGE}{uuid4()}", 404)


@pytest.mark.slow
async def test_files_that_were_lost_are_made_again(as_budi: Browser, budi: Account) -> None:
    batch = await drafted(budi, table(1))
    place = f"{PAGE}{batch.id}"
    assert (await as_budi.get(f"{place}/codes.zip")).headers["Location"] == place
    await as_budi.post(f"{place}/make")
    assert await Worker().run_due(KIND) == 1
    file_store.FILES.delete(batch.id)
    assert (await as_budi.get(f"{place}/codes.zip")).headers["Location"] == place
    assert await Worker().run_due(KIND) == 1
    assert (await as_budi.get(f"{place}/codes.zip")).status_code == 200


async def test_a_batch_is_gone_after_a_day(as_budi: Browser, budi: Account, moved: Clock) -> None:
    batch = await drafted(budi, table(1))
    moved.on(timedelta(hours=24, minutes=1))
    await text(as_budi, f"{PAGE}{batch.id}", 404)


async def test_a_deleted_batch_leaves_its_links(as_budi: Browser, budi: Account) -> None:
    batch = await drafted(budi, table(2))
    await as_budi.post(f"{PAGE}{batch.id}/make")
    await ask_before(as_budi, PAGE, f"{PAGE}{batch.id}/delete")
    assert await Batch.exists(id=batch.id)
    gone = await as_budi.post(f"{PAGE}{batch.id}/delete")
    assert gone.status_code == 303
    assert "stay" in await text(as_budi, PAGE)
    assert await made_of(budi) == (2, 2, 2)


async def test_nobody_fills_the_disk_with_drafts(as_budi: Browser, budi: Account) -> None:
    for _ in range(MAX_BATCHES):
        await drafted(budi, table(1))
    sent = await as_budi.post(PAGE, form=CHOSEN | {"typed": table(1)})
    assert sent.status_code == 422 and "20 batches" in await sent.get_data(as_text=True)
    assert await Batch.all().count() == MAX_BATCHES


@pytest.mark.parametrize("kind", ["link", "wifi", "event", "vcard", "nonsense"])
async def test_the_page_names_the_columns_of_each_kind(as_budi: Browser, kind: str) -> None:
    page = await text(as_budi, f"{PAGE}?kind={kind}")
    wanted = {"wifi": "network", "event": "starts", "vcard": "mobile"}.get(kind, "slug")
    assert f"<code>{wanted}</code>" in page and "None yet" in page


async def test_the_codes_page_leads_here(as_budi: Browser) -> None:
    assert f'href="{PAGE}"' in await text(as_budi, "/dashboard/qr/")


async def test_the_dry_run_names_every_column_it_does_not_use_and_what_it_mended(
    as_budi: Browser, budi: Account
) -> None:
    batch = await drafted(budi, "keyword;url;clicks;ip <b>\nmenu-1;shop.example.com/x;12;1.2.3.4")
    page = await text(as_budi, f"{PAGE}{batch.id}")
    for part in ("clicks", "ip &lt;b&gt;", "https:// was added to the address.", "shop.example.com/x", "menu-1"):
        assert part in page
    other = await drafted(budi, "url,slug,title,placement\nhttps://a.example,,,")
    assert "not used" not in await text(as_budi, f"{PAGE}{other.id}")
