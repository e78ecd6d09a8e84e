"""Choosing what the columns of a table of links are: recognised first, changed by hand, and nothing chosen is lost."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest

from app.accounts.models import Account
from app.links.models import Link
from app.privacy.bring_in import import_jobs, link_table
from app.privacy.bring_in.file_store import FILES, TABLE
from app.privacy.bring_in.import_row import ImportRow
from app.privacy.bring_in.import_run import CannotChooseColumns
from app.privacy.bring_in.link_table import LinkTable, LinkTableTooLarge
from tests import world
from tests.client import Browser
from tests.privacy.bring_in import archives
from tests.privacy.bring_in.test_views import sent, text_of, worked
from tests.stored import folder, stored

STRANGE = b"ziel,kurz,wer\nhttps://example.com/a,eins,Sari\nhttps://example.com/b,zwei,Budi\n"
RECOGNISED = {
    "bitly": (b"long_url,link,title,tags,created_at,clicks\nhttps://a.example,bit.ly/x,T,a|b,2024-03-11,9\n",
              ["url", "slug", "title", "tags", "created_at", ""], True),
    "columns that no product has": (STRANGE, ["url", "", ""], True),
    "addresses alone": (b"https://a.example\nhttps://b.example\n", ["url"], False),
    "no titles": (b"https://a.example,promo,Promo\nb.example,x,Y\n", ["url", "slug", "title"], False),
    "addresses that come second": (b"promo;https://a.example\nx;https://b.example\n", ["", "url"], False),
    "semicolons": (b"a;b;c;d;e;f;g;h;i;j\n1;2;3;https://a.example;5;6;7;8;9;10\n",
                   ["", "", "", "url", *[""] * 6], True),
    "prices": (b"preis,ziel\n12.50,a.example/x\n9.99,b.example/y\n", ["", "url"], True),
    "no address anywhere": (b"slug,title\npromo,Promo\n", ["slug", "title"], True),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "keys", "header"), RECOGNISED.values(), ids=RECOGNISED)
def test_columns_are_recognised_by_their_titles_or_their_values(raw: bytes, keys: list[str], header: bool) -> None:
    table = LinkTable.read(raw)
    assert (table.keys, table.has_header) == (keys, header)


def chosen(page: str) -> list[str]:
    """The value that each select of the form shows."""
    selects = re.findall(r'<select class="select" id="column-.*?</select>', page, re.DOTALL)
    return [re.findall(r'<option value="([^"]*)" selected', select)[0] for select in selects]


async def test_a_table_that_is_not_recognised_is_mapped_by_hand(as_budi: Browser, budi: Account) -> None:
    path = (await sent(as_budi, STRANGE, "links.csv")).headers["Location"]
    response = await as_budi.get(path)
    assert (response.status_code, response.headers["Location"]) == (303, f"{path}/columns")
    page = await text_of(as_budi, f"{path}/columns")
    assert "ziel" in page and "https://example.com/b" in page and chosen(page) == ["url", "", ""]
    assert not await ImportRow.all().exists() and (await worked()).stage == "columns", "nothing is checked before"

    form = {"column-0": "url", "column-1": "slug", "column-2": "tags", "header": "1", "tag": "pindah"}
    assert (await as_budi.post(f"{path}/columns", form=form)).headers["Location"] == path
    assert (await worked()).counts == {"make": 2}
    await as_budi.post(f"{path}/start")
    await worked()
    links = {link.short_code: link for link in await Link.owned_by(budi).prefetch_related("tags")}
    assert {name: link.destination_url for name, link in links.items()} == {
        "eins": "https://example.com/a",
        "zwei": "https://example.com/b",
    }
    assert {tag.name for tag in links["eins"].tags} == {"Sari", "pindah"}


async def test_what_was_chosen_can_be_changed_until_the_import_starts(as_budi: Browser, budi: Account) -> None:
    path = (await sent(as_budi, STRANGE, "links.csv")).headers["Location"]
    await as_budi.post(f"{path}/columns", form={"column-0": "url", "column-1": "title", "header": "1", "tag": "x"})
    run = await worked()
    page = await text_of(as_budi, path)
    assert f'href="{path}/columns"' in page
    page = await text_of(as_budi, f"{path}/columns")
    assert chosen(page) == ["url", "title", ""] and 'value="x"' in page, "not what would be recognised"

    await as_budi.post(f"{path}/columns", form={"column-0": "url", "column-1": "slug", "tag": ""})
    rows = await ImportRow.filter(run_id=(await worked()).id).order_by("number")
    assert [row.wanted for row in rows] == ["kurz", "eins", "zwei"], "the first line is a row now"
    await as_budi.post(f"{path}/start")
    assert (await as_budi.get(f"{path}/columns")).headers["Location"] == path
    response = await as_budi.post(f"{path}/columns", form={"column-0": "url"})
    assert response.status_code == 422
    with pytest.raises(CannotChooseColumns):
        await run.check_columns(1)


async def test_all_faults_of_a_choice_are_said_at_once_and_nothing_is_lost(as_budi: Browser) -> None:
    path = (await sent(as_budi, STRANGE, "links.csv")).headers["Location"]
    form = {"column-0": "title", "column-1": "title", "column-2": "notes", "header": "1", "tag": "<b>pindah"}
    response = await as_budi.post(f"{path}/columns", form=form)
    page = await response.get_data(as_text=True)
    assert response.status_code == 422
    assert "Choose the column that has the destinations." in page and "Title is chosen twice" in page
    assert chosen(page) == ["title", "title", "notes"] and 'value="&lt;b&gt;pindah"' in page
    assert 'id="column-1-error"' in page and 'id="column-0-error"' not in page
    assert (await worked()).stage == "columns"


async def test_of_an_export_there_is_nothing_to_choose(as_budi: Browser, budi: Account) -> None:
    path = (await sent(as_budi, archives.forged({"links": [archives.link_row("promo")]}))).headers["Location"]
    assert "columns" not in await text_of(as_budi, path)
    await worked()
    assert f"{path}/columns" not in await text_of(as_budi, path)
    assert (await as_budi.get(f"{path}/columns")).headers["Location"] == path
    assert (await as_budi.post(f"{path}/columns", form={"column-0": "url"})).status_code == 404


async def test_only_members_choose(as_budi: Browser, as_sari: Browser) -> None:
    path = (await sent(as_sari, STRANGE, "links.csv")).headers["Location"]
    assert (await as_budi.get(f"{path}/columns")).status_code == 404
    assert (await as_budi.post(f"{path}/columns", form={"column-0": "url"})).status_code == 404


async def test_a_deleted_import_leaves_neither_its_table_nor_its_export(as_budi: Browser) -> None:
    path = (await sent(as_budi, STRANGE, "links.csv")).headers["Location"]
    await as_budi.post(f"{path}/columns", form={"column-0": "url"})
    run = await worked()
    assert stored(FILES.key(run.id, TABLE)).exists()
    await as_budi.post(f"{path}/delete")
    assert not [*folder(FILES.folder).iterdir()]


async def test_an_import_that_waits_for_its_columns_gets_no_job(as_budi: Browser) -> None:
    await sent(as_budi, STRANGE, "links.csv")
    await import_jobs.tidy_imports()
    assert (await worked()).stage == "columns"


async def test_links_keep_the_day_they_were_made(as_budi: Browser, budi: Account) -> None:
    table = b"url,slug,created_at,expires at\nhttps://a.example,first,2024-03-11 08:22,\nhttps://b.example,other,11.3.24,soon\n"
    path = (await sent(as_budi, table, "links.csv")).headers["Location"]
    form = {f"column-{at}": key for at, key in enumerate(("url", "slug", "created_at", "expires_at"))}
    await as_budi.post(f"{path}/columns", form=form | {"header": "1"})
    run = await worked()
    assert run.counts == {"make": 1, "cannot": 1}, "an end that cannot be read is not left out in silence"
    await as_budi.post(f"{path}/columns", form=form | {"header": "1", "column-3": ""})
    await worked()
    assert "We cannot read when it was made" in await text_of(as_budi, path)
    await as_budi.post(f"{path}/start")
    await worked()
    made = {link.short_code: link.created_at for link in await Link.owned_by(budi)}
    zone = ZoneInfo((await world.owner(budi)).time_zone)
    assert made["first"].astimezone(zone).isoformat()[:16] == "2024-03-11T08:22"
    assert made["other"].year != 2024


def test_a_table_of_more_rows_than_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_table, "MOST_ROWS", 2)
    with pytest.raises(LinkTableTooLarge):
        LinkTable.read(b"https://a.example\n" * 3)
    monkeypatch.setattr(link_table, "MOST_BYTES", 10)
    with pytest.raises(LinkTableTooLarge):
        LinkTable.read(b"https://a.example\n")
