"""The page of the audit log: for owners, searched by who, what and which, and exported without formulas."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.accounts.roles import EDITOR, VIEWER
from app.kernel import clock
from app.team.audit_entry import AuditEntry
from app.team.audit_sentences import KINDS
from tests import world
from tests.client import Browser
from tests.members import as_member, join

HOME = "/dashboard/settings/audit-log/"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def write(account: Account, act: str, thing: str = "", person: str = "Sari", **more: object) -> AuditEntry:
    values: dict[str, Any] = {"created_at": clock.now(), **more}
    return await AuditEntry.create(account=account, act=act, thing=thing, person=person, **values)


async def text(browser: Browser, path: str = HOME, **headers: str) -> str:
    answer = await browser.get(path, headers=headers)
    assert answer.status_code == 200
    return await answer.get_data(as_text=True)


async def test_an_owner_reads_it_by_day(as_sari: Browser, sari: Account) -> None:
    await write(sari, "links.create_link", "kliqs.test/promo")
    await write(sari, "keys.create", "shop", created_at=clock.now() - timedelta(days=2))
    page = await text(as_sari)
    assert page.index("kliqs.test/promo") < page.index("shop")
    assert page.count("audit__day") == 2 and "membuat tautan" in page


@pytest.mark.parametrize("role", [VIEWER, EDITOR])
async def test_nobody_else_does(app: Quart, sari: Account, role: str) -> None:
    browser = await as_member(app, sari, role)
    for path in (HOME, f"{HOME}export.csv"):
        answer = await browser.get(path)
        assert answer.status_code == 403 and "Sari" in await answer.get_data(as_text=True)


async def test_the_log_of_another_account_is_never_shown(as_sari: Browser, sari: Account, budi: Account) -> None:
    await write(budi, "links.create_link", "kliqs.test/hidden")
    for path in (HOME, f"{HOME}?q=hidden", f"{HOME}export.csv"):
        assert "kliqs.test/hidden" not in await text(as_sari, path)


async def test_it_is_filtered_by_person_kind_and_words(as_sari: Browser, sari: Account) -> None:
    editor, owner = await join(sari, EDITOR), await world.owner(sari)
    await write(sari, "links.create_link", "kliqs.test/one", user_id=owner.id)
    await write(sari, "pages.create_page", "kliqs.test/two", "Editor", user_id=editor.id)
    await write(sari, "links_api.create_link", "kliqs.test/three", "shop", by_key=True)
    for query, shown in {
        f"person={editor.id}": {"two"},
        f"person={owner.id}": {"one"},
        "person=keys": {"three"},
        "kind=links": {"one", "three"},
        "kind=pages": {"two"},
        "kind=links&person=keys": {"three"},
        "q=shop": {"three"},
        "q=TWO": {"two"},
        "q=tautan": {"one", "three"},
        "q=nothing-like-it": set(),
        "person=x&kind=x&cursor=x": {"one", "two", "three"},
    }.items():
        page = await text(as_sari, f"{HOME}?{query}", **HX)
        assert {name for name in ("one", "two", "three") if f"kliqs.test/{name}" in page} == shown, query


async def test_it_goes_on_page_by_page(as_sari: Browser, sari: Account) -> None:
    now = clock.now()
    for number in range(65):
        await write(sari, "links.create_link", f"kliqs.test/n-{number:02}", created_at=now - timedelta(minutes=number))
    seen, path = [], HOME
    while path:
        page = await text(as_sari, path)
        seen += [number for number in range(65) if f"kliqs.test/n-{number:02}" in page]
        more = page.partition(f'href="{HOME}?cursor=')[2].partition('"')[0]
        path = f"{HOME}?cursor={more}" if more else ""
    assert seen == list(range(65))


async def test_the_file_has_every_entry_of_the_search_and_runs_no_formula(as_sari: Browser, sari: Account) -> None:
    await write(sari, "keys.create", '=HYPERLINK("x")', person="@Sari")
    await write(sari, "links.create_link", "kliqs.test/promo")
    answer = await as_sari.get(f"{HOME}export.csv?kind=keys")
    assert "attachment" in answer.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO((await answer.get_data(as_text=True)).removeprefix("\ufeff"))))
    assert rows[0] == ["time", "who", "kind", "what", "thing"] and len(rows) == 2
    assert rows[1][1] == "'@Sari" and rows[1][4] == '\'=HYPERLINK("x")'


async def test_names_are_escaped(as_sari: Browser, sari: Account) -> None:
    await write(sari, "keys.create", "<script>x</script>", person="<b>Sari")
    assert "<script>x" not in await text(as_sari) and "<b>Sari" not in await text(as_sari)


async def test_a_deleted_member_and_a_key_are_named_as_such(as_sari: Browser, sari: Account) -> None:
    await write(sari, "keys.create", "shop", person="")
    await write(sari, "links_api.create_link", "kliqs.test/x", "shop", by_key=True)
    page = await text(as_sari)
    assert "Mantan anggota" in page and "Kunci" in page


async def test_an_act_without_a_sentence_is_shown_all_the_same(as_sari: Browser, sari: Account) -> None:
    await write(sari, "gone.endpoint")
    assert "mengubah sesuatu" in await text(as_sari)


def test_every_kind_has_a_label_and_an_icon() -> None:
    assert all(kind.label and kind.icon for kind in KINDS.values())
