"""Announcements: a banner for everybody for a time, closed for good by each, and an email only to who agreed."""

from __future__ import annotations

from datetime import timedelta

from quart import Quart

from app.accounts.models import Account
from app.accounts.user import User
from app.jobs.worker import Worker
from app.kernel import clock, installation
from app.mail.models import OutgoingEmail
from app.operators.announcement import Announcement, AnnouncementDismissal
from app.operators.announcing import MAIL, LastingAnnouncements, read_announcements
from app.operators.operator_log import OperatorAct
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.operators_at_work import HOME, operator_browser
from tests.payments.checkout.buying import shown

PAGE, LINKS = f"{HOME}/announcements", "/dashboard/links/"
FORM = {
    "kind": "maintenance",
    "title_id": "Perawatan malam ini",
    "title_en": "Maintenance tonight",
    "text_id": "Pukul 23.00 selama lima menit.",
    "text_en": "At 23:00, for five minutes.",
}


async def test_a_banner_is_shown_to_everybody_in_their_language_until_it_is_taken_back(
    app: Quart, as_sari: Browser, budi: Account
) -> None:
    operator = await operator_browser(app, budi)
    assert (await operator.post(PAGE, form=FORM)).status_code == 303
    assert "Maintenance tonight" in await shown(as_sari, f"{LINKS}?lang=en")
    assert "Perawatan malam ini" in await shown(as_sari, f"{LINKS}?lang=id")
    row = await Announcement.get()
    await operator.post(f"{PAGE}/{row.id}/actions/withdraw")
    assert "Perawatan malam ini" not in await shown(as_sari, LINKS)
    assert (await operator.post(f"{PAGE}/{row.id}/actions/withdraw")).status_code == 404
    await operator.post(f"{PAGE}/{row.id}/actions/restore")
    assert "Perawatan malam ini" in await shown(as_sari, LINKS)
    acts = await OperatorAct.filter(thing=str(row.id)).order_by("created_at")
    assert [act.act for act in acts] == ["announced", "announcement_withdrawn", "announcement_restored"]


async def test_who_closes_a_banner_never_sees_it_again_and_others_do(
    app: Quart, as_sari: Browser, budi: Account
) -> None:
    operator = await operator_browser(app, budi)
    await operator.post(PAGE, form=FORM)
    row = await Announcement.get()
    for _ in range(2):
        answer = await as_sari.post(f"/dashboard/announcements/{row.id}/actions/dismiss", form={"next": LINKS})
        assert (answer.status_code, answer.headers["Location"]) == (303, LINKS)
    assert "Perawatan" not in await shown(as_sari, f"{LINKS}?lang=id")
    assert "Perawatan" in await shown(operator, f"{LINKS}?lang=id")
    assert await AnnouncementDismissal.all().count() == 1


async def test_a_banner_begins_and_ends_by_itself(app: Quart, as_sari: Browser, budi: Account, moved: Clock) -> None:
    operator = await operator_browser(app, budi)
    begin, until = clock.now() + timedelta(hours=1), clock.now() + timedelta(hours=2)
    times = {"begin": begin.isoformat(), "until": until.isoformat()}
    assert (await operator.post(PAGE, form=FORM | times)).status_code == 303
    assert "Perawatan" not in await shown(as_sari, f"{LINKS}?lang=id")
    moved.to(begin + timedelta(minutes=1))
    assert "Perawatan" in await shown(as_sari, LINKS)
    moved.to(until + timedelta(minutes=1))
    assert "Perawatan" not in await shown(as_sari, LINKS)


async def test_a_refused_form_keeps_what_was_typed_and_says_all_that_is_wrong(app: Quart, budi: Account) -> None:
    operator = await operator_browser(app, budi)
    answer = await operator.post(
        f"{PAGE}?lang=en", form=FORM | {"title_en": "", "text_id": "", "until": "2020-01-01T00:00"}
    )
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 400 and page.count("Write it in both languages") == 2
    assert "Perawatan malam ini" in page and "not in the past" in page and not await Announcement.exists()


async def test_a_text_that_is_no_time_is_said_with_all_other_faults(app: Quart, budi: Account) -> None:
    operator = await operator_browser(app, budi)
    answer = await operator.post(f"{PAGE}?lang=en", form=FORM | {"title_en": "", "begin": "tonight", "kind": "x"})
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 400 and "That is not a day and time" in page
    assert "Write it in both languages" in page and "Choose what it is about" in page


async def test_the_email_goes_once_to_those_who_agreed_to_news(app: Quart, sari: Account, budi: Account) -> None:
    operator = await operator_browser(app, budi)
    await User.filter(id=(await world.owner(sari)).id).update(
        news_agreed_at=clock.now(), email_verified_at=clock.now(), language="en"
    )
    await operator.post(PAGE, form=FORM | {"by_mail": "1"})
    await Worker().run_due(MAIL)
    await Worker().run_due(MAIL)
    [email] = await OutgoingEmail.filter(kind="announcement")
    assert (email.recipient, email.subject) == ("sari@example.com", "Maintenance tonight")
    assert (await Announcement.get()).mailed_at


async def test_another_process_shows_what_it_reads_again(app: Quart, as_sari: Browser, budi: Account) -> None:
    operator = await operator_browser(app, budi)
    await operator.post(PAGE, form=FORM)
    installation.current().set_resource(LastingAnnouncements())  # as a process that has not read it yet
    assert "Perawatan" not in await shown(as_sari, f"{LINKS}?lang=id")
    await read_announcements()
    assert "Perawatan" in await shown(as_sari, LINKS)
