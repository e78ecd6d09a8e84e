from datetime import timedelta
from typing import Any

import pytest

from app.accounts import mass_mail
from app.accounts.models import Account
from app.accounts.user import User
from app.gateway.notices import emails
from app.gateway.notices.announcement import write_notice
from app.gateway.notices.emails import ANNOUNCE, MAIL
from app.gateway.notices.notice import SERVICE, AiNotice
from app.jobs import Job
from app.jobs.registry import KINDS
from app.kernel import clock, installation
from app.mail.models import OutgoingEmail
from tests import world
from tests.gateway.offering import offer_model

WORDS = {"title_id": "Perawatan", "title_en": "Maintenance", "text_id": "Malam ini.", "text_en": "Tonight."}


async def agree(account: Account) -> User:
    """Lets the owner agree to emails about models, with a confirmed address."""
    user = await world.owner(account)
    await User.filter(id=user.id).update(email_verified_at=clock.now())
    await user.choose_ai_news(agreed=True)
    return user


async def run_the_hour() -> None:
    """Does the job of an hour, and the ones that it enqueues."""
    await KINDS[ANNOUNCE].run(Job(kind=ANNOUNCE))
    for job in await Job.filter(kind=MAIL):
        await KINDS[MAIL].run(job)
        await job.delete()


async def written() -> list[tuple[str, str]]:
    """The emails that wait: who gets them, and their subjects without marks for the direction of text."""
    rows = await OutgoingEmail.filter(kind=emails.KIND).order_by("recipient", "created_at")
    return [(row.recipient, row.subject.replace("\u2068", "").replace("\u2069", "")) for row in rows]


async def test_only_who_agreed_gets_notices_by_email_in_their_language(
    sari: Account, budi: Account, dewi: Account
) -> None:
    await agree(sari)
    await agree(budi)
    await offer_model("small-1", label="Small 1")

    await run_the_hour()

    assert await written() == [
        ("budi@example.com", "New: Small 1 by Maker"),
        ("sari@example.com", "Baru: Small 1 dari Maker"),
    ]


async def test_a_notice_is_mailed_once(sari: Account) -> None:
    await agree(sari)
    await offer_model()
    await run_the_hour()
    await run_the_hour()
    assert len(await written()) == 1


async def test_what_is_new_within_an_hour_is_one_email(budi: Account) -> None:
    await agree(budi)
    await offer_model("small-1", label="Small 1")
    await offer_model("small-2", label="Small 2")
    await write_notice(SERVICE, **WORDS)
    await run_the_hour()
    assert await written() == [("budi@example.com", "3 pieces of news about AI models")]
    text = (await OutgoingEmail.get(kind=emails.KIND)).text
    assert "Maintenance. Tonight." in text
    assert "Small 1" in text
    assert "Small 2" in text


async def test_who_takes_it_back_will_be_deleted_is_frozen_or_unconfirmed_gets_none(
    sari: Account, budi: Account, dewi: Account
) -> None:
    user = await agree(sari)
    await user.choose_ai_news(agreed=False)
    leaving = await agree(budi)
    await User.filter(id=leaving.id).update(delete_at=clock.now() + timedelta(days=14))
    await agree(dewi)
    await Account.filter(id=dewi.id).update(frozen_at=clock.now())
    await offer_model()
    await run_the_hour()
    assert await written() == []
    assert (await AiNotice.get()).mailed_at


async def test_an_unconfirmed_address_gets_none(sari: Account) -> None:
    user = await agree(sari)
    await User.filter(id=user.id).update(email_verified_at=None)
    await offer_model()
    await run_the_hour()
    assert await written() == []


async def test_nobody_gets_an_email_twice_when_the_process_dies_between_two_batches(
    sari: Account, budi: Account, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    for account in (sari, budi, dewi):
        await agree(account)
    await offer_model()
    monkeypatch.setattr(mass_mail, "BATCH", 1)
    mail, sent = emails._mail, list[User]()

    async def die_at_the_second(notices: Any, user: User) -> None:
        if len(sent) == 1:
            sent.append(user)
            raise RuntimeError("killed")
        sent.append(user)
        await mail(notices, user)

    monkeypatch.setattr(emails, "_mail", die_at_the_second)
    await KINDS[ANNOUNCE].run(Job(kind=ANNOUNCE))
    with pytest.raises(RuntimeError):
        await KINDS[MAIL].run(await Job.get(kind=MAIL))
    await KINDS[MAIL].run(await Job.get(kind=MAIL))  # as it is begun again, from the database
    assert [recipient for recipient, _ in await written()] == [
        "budi@example.com",
        "dewi@example.com",
        "sari@example.com",
    ]


async def test_nothing_is_announced_while_the_gateway_is_off(sari: Account) -> None:
    await agree(sari)
    await offer_model()
    current = installation.current()
    current.config = current.config.model_copy(update={"gateway": False})
    await run_the_hour()
    assert not await AiNotice.exists()


async def test_the_email_has_a_way_out_that_takes_one_click(sari: Account) -> None:
    await agree(sari)
    await offer_model()
    await run_the_hour()
    email = await OutgoingEmail.get(kind=emails.KIND)
    assert email.off_url.startswith("https://kliqs.test/unsubscribe/ai-news.")
    assert email.off_url in email.text
