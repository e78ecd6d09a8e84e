"""What an operator decides takes effect at once, is told, and can be taken back."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from app.abuse import decisions, intake
from app.abuse.case import ALLOWED, BLOCKED, LATER, OBJECTION, OPEN, Case
from app.abuse.decisions import Block, DecidedElsewhere, NotUndoable
from app.abuse.objections import ObjectedAlready, object_to
from app.accounts.models import Account
from app.blocklists.blocked_host import BlockedHost
from app.links.models import Link
from app.mail.models import OutgoingEmail
from app.operators.operator_log import OperatorAct
from app.pages.content import Content
from app.pages.models import Page
from app.reports.models import Report
from tests import world
from tests.conftest import Clock

PHISHING = Block("phishing", "It asks for a PIN.")


async def reported(account: Account, slug: str = "promo", times: int = 1) -> Case:
    """The case of a new link that was reported so often."""
    link = await world.shorten(account, slug, "https://evil.example/login")
    for number in range(times):
        await Report.submit(slug, "deceives", "Palsu", f"203.0.113.{number}")
    case = await intake.take_in(link.id, None)
    assert case is not None
    return await Case.find(str(case.id))


async def test_reports_about_one_link_are_one_case(sari: Account) -> None:
    case = await reported(sari, times=3)
    assert (case.state, case.reports, case.kind) == (OPEN, 3, "deceives")
    assert await Case.all().count() == 1


async def test_reports_at_once_open_one_case(sari: Account) -> None:
    link = await world.shorten(sari, "promo")
    await Report.submit("promo", "harms", "", "203.0.113.9")
    await asyncio.gather(*(intake.take_in(link.id, None) for _ in range(5)))
    assert await Case.all().count() == 1


async def test_a_block_closes_the_reports_and_tells_the_owner(sari: Account) -> None:
    case = await reported(sari)
    await decisions.block(case, PHISHING, seen=case.version)
    link = await Link.get(id=case.link_id)
    assert link.blocked_at is not None and link.blocked_why
    assert not await Report.open().exists()
    [email] = await OutgoingEmail.filter(kind="abuse")
    assert "PIN" in email.text and "/objection/" in email.text
    assert await OperatorAct.filter(act="abuse_blocked").count() == 1
    await case.refresh_from_db()
    assert case.state == BLOCKED and case.undoable


async def test_of_two_decisions_at_once_one_is_done(sari: Account) -> None:
    case = await reported(sari)
    other = await Case.find(str(case.id))
    results = await asyncio.gather(
        decisions.block(case, PHISHING, seen=case.version),
        decisions.allow(other, seen=other.version),
        return_exceptions=True,
    )
    refused = [result for result in results if result is not None]
    assert len(refused) == 1 and isinstance(refused[0], DecidedElsewhere)
    now = await Case.get(id=case.id)
    link = await Link.get(id=case.link_id)
    assert (now.state == BLOCKED) == (link.blocked_at is not None)
    assert await OperatorAct.filter(act__startswith="abuse_").count() == 1


async def test_the_block_of_a_host_and_the_stop_of_the_account_end_with_the_undo(sari: Account) -> None:
    case = await reported(sari)
    await decisions.block(case, Block("scam", note="For Sari", host=True, stop=True), seen=case.version)
    assert (await BlockedHost.in_force().get(host="evil.example")).note == "", "what the owner is told stays theirs"
    assert (await Account.get(id=sari.id)).links_stopped_at is not None
    case = await Case.find(str(case.id))
    await decisions.undo(case, seen=case.version)
    assert not await BlockedHost.in_force().exists()
    assert (await Account.get(id=sari.id)).links_stopped_at is None
    assert (await Link.get(id=case.link_id)).blocked_at is None
    assert case.state == OPEN and await Report.open().count() == 1


async def test_a_decision_older_than_30_days_stays(sari: Account, moved: Clock) -> None:
    case = await reported(sari)
    await decisions.allow(case, seen=case.version)
    moved.on(timedelta(days=31))
    with pytest.raises(NotUndoable):
        await decisions.undo(await Case.find(str(case.id)), seen=case.version)


async def test_a_new_report_opens_what_was_allowed_or_put_off_again(sari: Account) -> None:
    case = await reported(sari)
    await decisions.put_off(case, seen=case.version)
    assert case.state == LATER
    await decisions.allow(case, seen=case.version)
    assert (await Case.get(id=case.id)).state == ALLOWED
    await Report.submit("promo", "harms", "", "203.0.113.200")
    again = await intake.take_in(case.link_id, None)
    assert again is not None and (again.state, again.kind, again.reports) == (OPEN, "harms", 1)


async def test_an_owner_objects_once_and_gets_an_answer(sari: Account) -> None:
    case = await reported(sari)
    await decisions.block(case, PHISHING, seen=case.version)
    await asyncio.gather(*(object_to(case, f"No {n}") for n in range(3)), return_exceptions=True)
    case = await Case.find(str(case.id))
    assert case.state == OBJECTION and case.objection.startswith("No")
    await decisions.uphold(case, "It does ask for it.", seen=case.version)
    with pytest.raises(ObjectedAlready):
        await object_to(case, "Again")
    case = await Case.find(str(case.id))
    assert case.state == BLOCKED
    await decisions.restore(case, "We were wrong.", seen=case.version)
    assert (await Link.get(id=case.link_id)).blocked_at is None
    assert await OutgoingEmail.filter(kind="abuse").count() == 3


async def test_a_bio_page_and_its_links_are_one_case_with_what_it_showed(sari: Account) -> None:
    page = await Page.make(sari, "kawung", Content(name="Kawung"))
    await page.publish(sari)
    await Report.submit("kawung", "stolen", "Foto saya", "203.0.113.9")
    case = await intake.take_in(None, page.id)
    assert case is not None and page.published and case.content == page.published["content"]
    await page.unpublish()
    case = await Case.find(str(case.id))
    await decisions.block(case, Block("copyright", tell=False), seen=case.version)
    assert (await Page.get(id=page.id)).blocked_at is not None
    assert not await OutgoingEmail.filter(kind="abuse").exists()
