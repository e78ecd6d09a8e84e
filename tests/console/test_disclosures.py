"""The log of disclosures: recorded once, corrected by notes only, and told to the owners as soon as that is allowed."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest

from app.accounts.models import Account
from app.console import disclosure_search
from app.console.disclosure_search import DisclosureSearch, list_context
from app.kernel import i18n
from app.mail.models import OutgoingEmail
from app.operators.operator_log import OperatorAct
from app.ops import retention_sweep
from app.privacy import disclosing
from app.privacy.disclosure import Disclosure, DisclosureNote
from app.privacy.export.account_tables import ACCOUNT_TABLES
from app.team.audit_entry import AuditEntry
from app.team.audit_search import Row
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.databases import ON_ONE
from tests.operators_at_work import HOME
from tests.payments.checkout.buying import shown, text_of

LOG = f"{HOME}/disclosures"
TYPED = {
    "authority": "Polda Metro Jaya", "basis": "KUHAP 38, 12/2026", "subject": "Sari", "what": "The address.",
    "account": "sari@example.com", "disclosed": "", "telling": "now", "until": "",
}  # fmt: skip


async def exported(account: Account, path: str) -> list[dict[str, object]]:
    """The rows of a table of the account's export."""
    table = next(table for table in ACCOUNT_TABLES if table.path == path)
    return [row async for rows in table.batches(account.id) for row in rows]


async def test_owners_are_told_at_once_by_mail_log_and_export_and_the_row_is_never_changed(
    operator: Browser, sari: Account
) -> None:
    answer = await operator.post(LOG, form=TYPED)
    row = await Disclosure.get()
    assert answer.headers["Location"].endswith(f"{LOG}/{row.id}")
    assert (row.account_id, row.person, row.state) == (sari.id, "Budi", "told")
    [letter] = await OutgoingEmail.filter(kind="data_disclosed")
    assert letter.recipient == "sari@example.com" and "Polda Metro Jaya" in letter.text
    entry = await AuditEntry.get(account_id=sari.id)
    with i18n.language_context("en"):
        assert "Polda Metro Jaya" in Row.of(entry, entry.thing).what
    before = await Disclosure.all().values()
    assert (await operator.post(f"{LOG}/{row.id}/notes", form={"note": "It was the name, too."})).status_code == 303
    assert (await operator.post(f"{LOG}/{row.id}/notes", form={"note": " "})).status_code in {400, 422}
    assert await Disclosure.all().values() == before
    assert "It was the name, too." in await shown(operator, f"{LOG}/{row.id}?lang=en")
    [kept], [note] = await exported(sari, "disclosures.json"), await exported(sari, "disclosure_notes.json")
    assert kept["what"] == "The address." and note["text"] == "It was the name, too."
    acts = await OperatorAct.filter(thing=str(row.id)).values_list("act", flat=True)
    assert sorted(map(str, acts)) == ["disclosure_noted", "disclosure_recorded", "disclosure_told"]


async def test_until_silence_is_over_owners_see_nothing_and_then_the_clock_tells_them_once(
    operator: Browser, sari: Account, moved: Clock
) -> None:
    for telling in ("later", "silent"):
        await operator.post(LOG, form={**TYPED, "telling": telling, "until": "2029-12-24T07:00"})
    await disclosing.notify_hourly(None)  # type: ignore[arg-type]
    assert not await OutgoingEmail.filter(kind="data_disclosed").exists() and not await AuditEntry.all().exists()
    assert await exported(sari, "disclosures.json") == await exported(sari, "disclosure_notes.json") == []
    moved.to(datetime(2029, 12, 24, tzinfo=UTC))
    for _ in range(2):
        await disclosing.notify_hourly(None)  # type: ignore[arg-type]
    assert await OutgoingEmail.filter(kind="data_disclosed").count() == await AuditEntry.all().count() == 1
    [silent] = await Disclosure.filter(told_at=None)
    assert silent.state == "silent" and len(await exported(sari, "disclosures.json")) == 1


@ON_ONE
async def test_an_operator_ends_a_silence_without_a_day_after_a_question(operator: Browser, sari: Account) -> None:
    await operator.post(LOG, form={**TYPED, "telling": "silent"})
    row = await Disclosure.get()
    assert "cannot be taken back" in await shown(operator, f"{LOG}/{row.id}/tell?lang=en")
    for _ in range(2):
        assert (await operator.post(f"{LOG}/{row.id}/tell")).status_code == 303
    assert await OutgoingEmail.filter(kind="data_disclosed").count() == 1
    assert (await operator.get(f"{LOG}/{row.id}/tell")).status_code == 303


@ON_ONE
async def test_faults_are_said_all_at_once_and_nothing_typed_is_lost(operator: Browser, sari: Account) -> None:
    wrong = {
        "authority": " ", "basis": "", "subject": "", "what": "", "account": "nobody@example.com",
        "disclosed": "2036-01-01T00:00", "telling": "later", "until": "soon",
    }  # fmt: skip
    refused = await operator.post(LOG, form=wrong)
    page = await text_of(refused)
    assert refused.status_code in {400, 422} and page.count("field__error") == 7 and "nobody@example.com" in page
    assert (await operator.post(LOG, form=dict.fromkeys(TYPED, "x" * 30_000))).status_code in {400, 422}
    assert not await Disclosure.all().exists()


@ON_ONE
async def test_the_log_is_searched_paged_and_taken_along_as_csv(
    operator: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nothing has been disclosed" in await shown(operator, f"{LOG}?lang=en")
    await operator.post(LOG, form={**TYPED, "disclosed": "2026-01-01T07:00"})
    await operator.post(LOG, form={**TYPED, "account": "", "authority": "=Pajak", "telling": "silent"})
    assert "Nothing matches" in await shown(operator, f"{LOG}?q=nothing-of-that&lang=en")
    for search in ({"q": "polda"}, {"state": "told"}, {"q": str(sari.id)}):
        [row] = (await list_context(DisclosureSearch.of(search)))["rows"]
        assert row.authority == "Polda Metro Jaya", search
    await DisclosureNote.all().delete()
    await disclosing.note_disclosure(row, "Corrected")
    lines = list(csv.DictReader(io.StringIO((await shown(operator, f"{LOG}/export.csv")).removeprefix("\ufeff"))))
    assert [line["authority"] for line in lines] == ["'=Pajak", "Polda Metro Jaya"]
    assert lines[1]["account"] == str(sari.id) and "Corrected" in lines[1]["notes"] and not lines[0]["told_at"]
    monkeypatch.setattr(disclosure_search, "PAGE_SIZE", 1)
    first = await list_context(DisclosureSearch())
    second = await list_context(DisclosureSearch(cursor=first["next"]))
    assert [row.authority for row in first["rows"] + second["rows"]] == ["=Pajak", "Polda Metro Jaya"]


@ON_ONE
async def test_rows_outlive_their_account_and_their_operator_without_names_for_ten_years(
    operator: Browser, sari: Account, budi: Account, moved: Clock
) -> None:
    await operator.post(LOG, form=TYPED)
    await operator.post(f"{LOG}/{(await Disclosure.get()).id}/notes", form={"note": "Corrected"})
    await world.erase(sari)
    await world.erase(budi)
    row, note = await Disclosure.get(), await DisclosureNote.get()
    assert (row.account_id, row.person, note.person) == (None, "", "") and row.authority == "Polda Metro Jaya"
    moved.to(datetime(row.created_at.year + 11, 1, 2, tzinfo=UTC))
    await retention_sweep.delete_expired()
    assert not await Disclosure.all().exists() and not await DisclosureNote.all().exists()
