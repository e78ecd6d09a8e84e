"""A creator notes which tips they gave back: the list shows it, and the sums leave it out."""

from __future__ import annotations

import csv
import html
import io
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from quart import Quart

from app.accounts.models import Account
from app.accounts.roles import EDITOR
from app.kernel import clock, i18n
from app.payments.tips import tip_list
from app.payments.tips.tip import Tip
from app.team.audit_entry import AuditEntry
from app.team.audit_sentences import find_sentence
from app.web.csv_writer import BOM
from tests.client import Browser
from tests.counting import queries
from tests.members import as_member
from tests.payments.checkout.buying import shown
from tests.payments.tips.paid_tips import arrived

TIPS = "/dashboard/settings/tips"


async def sums(account: Account) -> tuple[int, int]:
    total = await tip_list.sum_tips(account)
    return total.number, total.rupiah


async def test_a_tip_that_was_given_back_is_shown_and_no_sum_has_it(as_sari: Browser, sari: Account) -> None:
    kept, back = await arrived(sari, 10_000), await arrived(sari, 25_000)
    assert await sums(sari) == (2, 35_000)
    assert "Rp25.000" in await shown(as_sari, f"{TIPS}/{back.id}/give-back")
    for _ in range(2):
        assert (await as_sari.post(f"{TIPS}/{back.id}/give-back")).headers["Location"] == TIPS
        assert await sums(sari) == (1, 10_000)
    text = await shown(as_sari, TIPS)
    assert "Dikembalikan" in text and "Rp25.000" in text and "Rp10.000" in text
    month = await tip_list.sum_tips(sari, tip_list.begin_of_month(sari))
    assert (month.number, month.rupiah) == (1, 10_000)
    answer = await as_sari.get(f"{TIPS}/tips.csv")
    lines = list(csv.DictReader(io.StringIO((await answer.get_data(as_text=True)).removeprefix(BOM))))
    given_back = {line["reference"]: bool(line["given_back_at"]) for line in lines}
    assert given_back == {kept.reference: False, back.reference: True}
    assert (await as_sari.get(f"{TIPS}/{back.id}/give-back")).headers["Location"] == TIPS


async def test_the_note_can_be_taken_away(as_sari: Browser, sari: Account) -> None:
    tip = await arrived(sari)
    await as_sari.post(f"{TIPS}/{tip.id}/give-back")
    for _ in range(2):
        assert (await as_sari.post(f"{TIPS}/{tip.id}/keep")).status_code == 303
    assert await sums(sari) == (1, 25_000)
    with i18n.language_context("en"):
        rows = await AuditEntry.owned_by(sari).order_by("created_at")
        said = [find_sentence(row.act).text(row.thing) for row in rows]
    assert said == [
        f"noted that the tip {tip.reference} was given back.", f"noted that the tip {tip.reference} was not given back."
    ]  # fmt: skip


async def test_only_a_tip_that_arrived_and_is_ones_own_can_be_given_back(
    as_sari: Browser, sari: Account, budi: Account
) -> None:
    unpaid = await arrived(sari, state="pending", paid_at=None, paid_amount=None)
    foreign = await arrived(budi)
    for id in (unpaid.id, foreign.id, uuid4()):
        for path in ("give-back", "keep"):
            assert (await as_sari.post(f"{TIPS}/{id}/{path}")).status_code == 404
        assert (await as_sari.get(f"{TIPS}/{id}/give-back")).status_code == 404
    assert not await Tip.exclude(given_back_at=None).exists()


async def test_an_editor_gives_nothing_back(app: Quart, sari: Account) -> None:
    tip = await arrived(sari)
    editor = await as_member(app, sari, EDITOR)
    assert (await editor.post(f"{TIPS}/{tip.id}/give-back")).status_code == 403
    assert await sums(sari) == (1, 25_000)


@pytest.mark.parametrize("number", [2, 6])
async def test_the_list_costs_the_same_however_many_were_given_back(
    as_sari: Browser, sari: Account, number: int
) -> None:
    for hours in range(number):
        await arrived(sari, paid_at=clock.now() - timedelta(hours=hours), given_back_at=clock.now())
    await shown(as_sari, TIPS)
    with queries() as sent:
        await shown(as_sari, TIPS)
    assert len(sent) <= 9, list(sent)


async def test_every_tip_is_reached_from_the_list(
    as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tip_list, "PAGE_SIZE", 1)
    newer = await arrived(sari)
    older = await arrived(sari, paid_at=clock.now() - timedelta(hours=1))
    page = await (await as_sari.get(TIPS)).get_data(as_text=True)
    assert f"{newer.id}/give-back" in page and f"{older.id}/give-back" not in page
    [more] = set(re.findall(r'href="([^"]*after=[^"]+)"', page))
    for headers in ({}, {"HX-Request": "true", "HX-Request-Type": "partial"}):
        rest = await (await as_sari.get(html.unescape(more), headers=headers)).get_data(as_text=True)
        assert f"{older.id}/give-back" in rest and f"{newer.id}/give-back" not in rest
