"""The pages of the console: what waits and how the parts do, jobs and emails with what can be done about them."""

from __future__ import annotations

import math
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from quart import Quart

from app import jobs
from app.accounts.models import Account
from app.console import overview
from app.console.mail_views import mask_address
from app.console.parts import KeptBackupStatus
from app.jobs.models import CANCELLED, FAILED, Job
from app.kernel import clock, i18n, installation
from app.mail.compose import EmailContent, queue_email
from app.mail.models import OutgoingEmail
from app.operators.live_process import KEPT_FOR, LIVE_FOR, LiveProcess, own_process, signs_of_life
from app.operators.looks import OperatorLook
from app.operators.operator_log import OperatorAct
from app.ops.backup_status import BackupStatus
from app.ops.backup_store import Result, StoredBackup
from app.ops.request_rates import RequestRates, Sample
from app.visits.recording.shipping import Shipping
from tests.client import Browser
from tests.operators_at_work import HOME
from tests.payments.checkout.buying import shown
from tests.waiting import eventually

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def job_in(state: str) -> Job:
    """A job that waits for tomorrow, or one that failed with a reason."""
    id = await jobs.enqueue("sweep.media", at=clock.now() + timedelta(days=1))
    job = await Job.get(id=id)
    if state == "failed":
        await Job.filter(id=id).update(outcome=FAILED, ended_at=clock.now(), reason="The disk was full.")
    return job


async def email_to(address: str) -> tuple[OutgoingEmail, Job]:
    await queue_email(address, EmailContent("Hello", ("Secret words",), why="You asked for it."), "notice")
    email = await OutgoingEmail.get(recipient=address)
    return email, next(job for job in await Job.filter(kind="mail.send") if job.payload["letter"] == str(email.id))


async def test_the_first_page_says_what_waits_and_how_the_parts_do(operator: Browser) -> None:
    await job_in("failed")
    page = await shown(operator, f"{HOME}/?lang=en")
    assert "Waiting for you" in page and "1 thing needs you" in page
    assert "Database" in page and "Mail" in page and "Disk" in page and "looked at" in page
    part = await (await operator.get(f"{HOME}/", headers=HX)).get_data(as_text=True)
    assert "<html" not in part and "Database" not in page.split("</h1>")[0]


async def test_the_part_of_the_journal_says_what_was_not_shipped_and_what_waits_in_the_storage(
    app: Quart, operator: Browser
) -> None:
    recording = app.extensions["redirects"].recording
    recording.shipping = Shipping(recording.journal, "0" * 32)
    recording.shipping.failing = "The storage of files does not answer."
    recording.shipped_intake.waiting = 2_500
    page = await shown(operator, f"{HOME}/?lang=en")
    assert "0 B wait for the storage of files" in page and "2.5 kB shipped" in page


async def test_a_failed_job_is_retried_and_a_waiting_one_cancelled_or_made_due(operator: Browser) -> None:
    failed, waiting, later = await job_in("failed"), await job_in("waiting"), await job_in("waiting")
    page = await shown(operator, f"{HOME}/queues?lang=en")
    assert "The disk was full." in page and str(waiting.id) in page
    for job, verb in ((failed, "retry"), (waiting, "cancel"), (later, "run")):
        assert (await operator.post(f"{HOME}/queues/{job.id}/actions/{verb}")).status_code == 303
    assert (await Job.get(id=failed.id)).outcome == "" and (await Job.get(id=waiting.id)).outcome == CANCELLED
    assert (await Job.get(id=later.id)).due_at <= clock.now()
    rows = await OperatorAct.filter(act__startswith="job_").order_by("created_at").values_list("act", "thing", "detail")
    assert rows == [
        ("job_retried", str(failed.id), "sweep.media"),
        ("job_cancelled", str(waiting.id), "sweep.media"),
        ("job_run_now", str(later.id), "sweep.media"),
    ]


async def test_an_act_that_comes_too_late_changes_nothing_and_is_not_in_the_log(operator: Browser) -> None:
    job = await job_in("failed")
    for verb in ("cancel", "run"):
        assert (await operator.post(f"{HOME}/queues/{job.id}/actions/{verb}")).status_code == 303
    assert (await Job.get(id=job.id)).outcome == FAILED
    assert not await OperatorAct.filter(act__startswith="job_").exists()
    assert (await operator.post(f"{HOME}/queues/{job.id}/actions/eat")).status_code == 404


async def test_jobs_are_searched_by_state_kind_and_reason(operator: Browser) -> None:
    failed, waiting = await job_in("failed"), await job_in("waiting")
    for query, there, absent in (
        ("state=failed", failed, waiting),
        ("q=disk", failed, waiting),
        (f"q={waiting.id}", waiting, failed),
        ("state=waiting&kind=sweep.media", waiting, failed),
    ):
        page = await shown(operator, f"{HOME}/queues?{query}")
        assert str(there.id) in page and str(absent.id) not in page, query
    assert "Nothing matches" in await shown(operator, f"{HOME}/queues?q=nothing-like-it&lang=en")


async def test_an_address_is_masked_until_somebody_opens_the_email_and_its_words_are_never_shown(
    operator: Browser,
) -> None:
    email, job = await email_to("dewi@example.org")
    await Job.filter(id=job.id).update(tries=1, reason="The mail server did not take it, it answered 450.")
    page = await shown(operator, f"{HOME}/mail?lang=en")
    assert "d…@example.org" in page and "dewi@example.org" not in page and "answered 450" in page
    assert not await OperatorLook.filter(kind="email").exists()
    page = await shown(operator, f"{HOME}/mail/{email.id}?lang=en")
    assert "dewi@example.org" in page and "Secret words" not in page and "Hello" not in page
    assert await OperatorLook.filter(kind="email", thing=str(email.id)).count() == 1


async def test_an_email_that_is_cancelled_is_never_sent_and_forgotten(operator: Browser) -> None:
    email, job = await email_to("dewi@example.org")
    assert "Do not send the email?" in await shown(operator, f"{HOME}/mail/{email.id}/cancel?lang=en")
    assert (await operator.post(f"{HOME}/mail/{email.id}/actions/cancel")).status_code == 303
    assert (await operator.get(f"{HOME}/mail/{email.id}/cancel")).status_code == 303
    email, job = await OutgoingEmail.get(id=email.id), await Job.get(id=job.id)
    assert email.given_up_at and email.text == "" and job.outcome == CANCELLED
    assert await OperatorAct.filter(act="job_cancelled").count() == 1


async def test_an_email_is_found_by_its_whole_address_and_not_by_a_part_of_it(operator: Browser) -> None:
    email, _job = await email_to("dewi@example.org")
    await email.mark_sent()
    for query, number in (
        ("q=DEWI@example.org", 1),
        ("q=notice", 1),
        ("q=dew", 0),
        ("q=dewi@example.org&state=waiting", 0),
    ):
        assert (await shown(operator, f"{HOME}/mail?{query}")).count(f"/mail/{email.id}") == number, query
    assert await OperatorLook.filter(kind="email_search", thing="").exists()


def test_a_masked_address_keeps_its_first_letter_and_its_domain() -> None:
    assert mask_address("sari@example.com") == "s…@example.com"


async def test_the_page_of_the_system_names_versions_tables_and_migrations(operator: Browser) -> None:
    page = await shown(operator, f"{HOME}/system?lang=en")
    assert "Python" in page and "Up to date" in page and "quart" in page
    assert "No process has reported yet" in page


async def test_the_page_of_the_system_says_who_answered_and_lists_every_process_that_lives(operator: Browser) -> None:
    now, own = clock.now(), own_process()
    await own.give_sign()
    await own.give_sign()
    for host, seen_at in (("web-2", now), ("web-3", now - LIVE_FOR)):
        await LiveProcess.create(id=uuid4(), host=host, pid=7, version="2.4.0", started_at=now, seen_at=seen_at)
    page = await shown(operator, f"{HOME}/system?lang=en")
    assert f"Process {own.pid} on {own.host} answered" in page and page.count("answered this") == 1
    assert "web-2" in page and "2.4.0" in page and "web-3" not in page


async def test_a_process_gives_signs_while_it_serves_and_its_row_is_gone_when_it_ends(database: str) -> None:
    old = clock.now() - KEPT_FOR
    await LiveProcess.create(id=uuid4(), host="killed", pid=7, version="1", started_at=old, seen_at=old)
    async with signs_of_life():
        await eventually(LiveProcess.all().count)
        assert [each.id for each in await LiveProcess.all()] == [own_process().id]
    assert not await LiveProcess.exists()


async def test_the_first_page_says_where_files_and_backups_are_and_how_old_the_last_one_is(
    operator: Browser, tmp_path: Path
) -> None:
    current = installation.current()
    assert "Backups" not in await shown(operator, f"{HOME}/?lang=en")
    current.config = current.config.model_copy(update={"backup_url": str(tmp_path), "backup_schedule": "nightly"})
    page = await shown(operator, f"{HOME}/?lang=en")
    assert "File storage" in page and current.storage.title in page and "there is none yet" in page
    made = StoredBackup("kliqs.zip", clock.now(), 9, Result("now", ok=True, lacking=0, says=[]))
    current.resource(KeptBackupStatus)._status = BackupStatus(made, made, late=False)
    page = await shown(operator, f"{HOME}/?lang=en")
    assert "the last one" in page and "restored and checked" in page and "overdue" not in page
    current.set_resource(KeptBackupStatus())
    current.config = current.config.model_copy(update={"backup_url": str(tmp_path / "gone")})
    assert "their place does not answer" in await shown(operator, f"{HOME}/?lang=en")


async def test_accounts_of_the_last_fourteen_days_are_a_curve(operator: Browser, sari: Account) -> None:
    assert sum(await overview._new_by_day()) == await Account.all().count() == 2
    await Account.filter(id=sari.id).update(created_at=clock.now() - timedelta(days=3, hours=1))
    assert (await overview._new_by_day())[-4] == 1
    assert '<svg class="spark"' in await shown(operator, f"{HOME}/")


async def test_the_log_finds_acts_and_looks_of_one_thing_and_exports_them(operator: Browser) -> None:
    job, (email, _job) = await job_in("failed"), await email_to("dewi@example.org")
    await operator.post(f"{HOME}/queues/{job.id}/actions/retry")
    await operator.get(f"{HOME}/mail/{email.id}")
    page = await shown(operator, f"{HOME}/log?lang=en&thing={email.id}")
    assert str(email.id) in page and str(job.id) not in page
    page = await shown(operator, f"{HOME}/log?lang=en&kind=acts")
    assert str(job.id) in page and str(email.id) not in page
    assert str(job.id) in await shown(operator, f"{HOME}/log?lang=en&q=failed+job")
    tomorrow = f"{clock.now() + timedelta(days=2):%Y-%m-%d}"
    assert "Nothing matches" in await shown(operator, f"{HOME}/log?lang=en&from={tomorrow}")
    lines = (await shown(operator, f"{HOME}/log/export.csv?lang=en")).splitlines()
    assert lines[0].endswith("time,who,kind,what,thing") and sum(",look," in line for line in lines) == 1
    assert "\u2068" not in "".join(lines)


def test_rates_are_the_growth_of_the_last_minute_and_errors_that_of_the_hour() -> None:
    rates = RequestRates()
    assert rates.rates() is None
    for number in range(9):
        rates.samples.append(Sample(number * 15.0, number * 30.0, number * 15.0, float(number)))
    assert rates.rates() == (2.0, 1.0, 8, 2)
    assert rates.growth("redirects") == [30] * 8 and rates.answered_within(0.95) is None


def test_the_share_of_quick_answers_is_told_by_the_bound_of_a_bucket_of_the_last_hour() -> None:
    rates = RequestRates()
    assert rates.answered_within(0.95) is None and rates.growth("errors") == []
    for within in ({0.1: 50.0, 1.0: 50.0, math.inf: 50.0}, {0.1: 68.0, 1.0: 69.0, math.inf: 70.0}):
        rates.samples.append(Sample(0, 0, 0, 0, within))
    assert (rates.answered_within(0.9), rates.answered_within(0.95)) == (0.1, 1.0)
    assert rates.answered_within(0.99) == math.inf
    rates.samples.append(Sample(15, 0, 0, 0, {0.1: 50.0, 1.0: 50.0, math.inf: 69.0}))
    assert rates.answered_within(0.5) is None  # too few to say anything


def test_rates_have_curves_and_say_how_long_answers_take() -> None:
    rates = RequestRates()
    for number in range(3):
        rates.samples.append(Sample(number * 15.0, number, number, 0, {0.05: number * 40.0, math.inf: number * 40.0}))
    with i18n.language_context("en"):
        figures = {figure.label: figure for figure in overview._rates(rates)}
    assert figures["API requests a second"].note == "95 of 100 within 50 ms"
    assert all(figure.curve.startswith("M") for figure in figures.values())
