"""What we find ourselves becomes a case when it weighs enough, by jobs and beside the path of redirects."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from app.abuse import signals
from app.abuse.case import Case
from app.abuse.signals import words_of
from app.accounts.models import Account
from app.blocklists import block_list
from app.jobs.worker import Worker
from app.kernel import clock
from app.links.models import Link
from app.pages.content import Content
from app.pages.models import Page
from tests import world

NEW, LISTED = "abuse.new_links", "abuse.listed_links"


async def run(kind: str) -> None:
    """Runs a scheduled job now."""
    from app import jobs

    await jobs.enqueue(kind, unique=f"test {kind} {clock.now()}")
    await Worker().run_due(kind)


async def test_a_false_bank_of_a_young_account_is_found_and_an_honest_link_is_not(sari: Account) -> None:
    await world.shorten(sari, "hadiah", "https://bri-undian.example/masuk")
    await world.shorten(sari, "kopi", "https://kopi-senja.example/")
    await run(NEW)
    [case] = await Case.all()
    assert (case.name, case.reports, case.kind) == ("hadiah", 0, "")
    assert [finding["kind"] for finding in case.signals] == ["host", "young"]
    assert all(words_of(finding) for finding in case.signals)


async def test_links_are_looked_at_once_and_again_after_an_edit(sari: Account) -> None:
    link = await world.shorten(sari, "kopi", "https://kopi.example/")
    await run(NEW)
    assert not await Case.exists()
    await link.edit(sari, url="https://klikbca-login.example/")
    await run(NEW)
    await run(NEW)
    assert await Case.all().count() == 1


async def test_many_links_within_an_hour_count(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "MANY_LINKS", 3)
    await Account.filter(id=sari.id).update(created_at=clock.now() - timedelta(days=100))
    for number in range(3):
        await world.shorten(sari, f"undian-bri-{number}", f"https://a{number}.example/")
    await run(NEW)
    assert {case.name for case in await Case.all()} == {f"undian-bri-{number}" for number in range(3)}


async def test_a_page_that_leads_to_a_false_bank_is_found(sari: Account) -> None:
    page = await Page.make(sari, "hadiah-bri", Content(name="Undian BRI"))
    await page.publish(sari)
    await run(NEW)
    assert not await Case.exists(), "a name alone is not enough"


async def test_links_of_old_accounts_open_a_case_when_a_list_has_them(sari: Account) -> None:
    await Account.filter(id=sari.id).update(created_at=clock.now() - timedelta(days=100))
    await sari.refresh_from_db()
    await world.shorten(sari, "deep", "https://a.b.evil.example/x")
    await world.shorten(sari, "good", "https://good.example/x")
    await block_list.add_list("Ours", "domains", content=b"evil.example\n")
    await run(LISTED)
    await run(LISTED)
    [case] = await Case.all()
    assert case.name == "deep" and case.signals[0] == {"kind": "listed", "list": "Ours", "key": "evil[.]example"}


async def test_a_link_that_is_written_while_a_list_changes_is_checked_against_one_of_both(sari: Account) -> None:
    row = await block_list.add_list("Ours", "domains", content=b"evil.example\n")

    async def change() -> None:
        for number in range(5):
            hashes = await block_list.read_in_thread(f"evil.example\nx{number}.example\n".encode(), "domains")
            await block_list.store_entries(row, hashes)

    async def write(number: int) -> object:
        try:
            return await Link.shorten(sari, url="https://evil.example/", slug=f"evil-{number}")
        except Exception as refusal:
            return getattr(refusal, "code", refusal)

    _, *written = await asyncio.gather(change(), *(write(number) for number in range(8)))
    assert set(written) == {"DESTINATION_REFUSED"}
