"""Every metric says what the database and the process know, under few labels that nobody can multiply."""

import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app import create_app, jobs
from app.accounts.models import Account
from app.front.redirect_service import redirects_running
from app.jobs import Job
from app.jobs.models import FAILED
from app.jobs.queue import backlog_by_kind
from app.kernel import clock, db
from app.kernel.config import Config
from app.kernel.outside_calls import FAILED as CALL_FAILED
from app.kernel.outside_calls import MAIL, SYSTEMS, outside_call
from app.kernel.pool_usage import pool_usage
from app.kernel.transient_errors import is_unavailable
from app.mail.backlog import mail_backlog
from app.mail.models import OutgoingEmail
from app.ops.metrics import Metrics, metrics_task
from app.visits.sealed.progress import sealing_progress
from tests import world
from tests.conftest import Clock

TOKEN = "the-token-of-prometheus"
LABELS = {"way", "kind", "state", "outcome", "phase", "provider", "end", "pool", "system", "level", "surface"}
LABELS |= {"status", "version", "python", "le"}
MOST_SERIES = 900  # of one server with all kinds of jobs; they grow with the code, not with accounts or links
SERIES = re.compile(r"^(kliqs_\w+?)(?:\{(.*)\})? \S+$", re.MULTILINE)


@asynccontextmanager
async def measured(config: Config) -> AsyncGenerator[Metrics]:
    """The metrics of an app whose redirects run, once they have read the database."""
    app = create_app(config.model_copy(update={"metrics_token": TOKEN}))
    async with redirects_running(config, config.database_url, app.extensions["redirects"]), metrics_task(app, TOKEN):
        metrics: Metrics = app.extensions["metrics"]
        await metrics.read(0)
        yield metrics


async def test_the_series_do_not_grow_with_links_accounts_and_emails(config: Config, sari: Account) -> None:
    async with measured(config) as metrics:
        before = {match[0].split(" ")[0] for match in SERIES.finditer(metrics.text().decode())}
        for number in range(5):
            await world.shorten(sari, url=f"https://example.com/{number}")
            await _queue_email(f"person-{number}@example.com")
        await metrics.read(0)
        text = metrics.text().decode()
    after = {match[0].split(" ")[0] for match in SERIES.finditer(text)}
    assert after == before and len(after) < MOST_SERIES
    assert {label for _, labels in SERIES.findall(text) for label in re.findall(r'(\w+)="', labels)} <= LABELS
    assert "example.com" not in text and str(sari.id) not in text and sari.name not in text


async def test_jobs_are_counted_by_kind_as_waiting_running_and_failed(database: str, moved: Clock) -> None:
    for state in ("waiting", "running", "failed", "later"):
        due = clock.now() + timedelta(days=1) if state == "later" else clock.now()
        id = await jobs.enqueue("visits.rewrite", at=due)
        if state == "running":
            await Job.filter(id=id).update(begun_at=clock.now(), due_at=clock.now() + timedelta(minutes=1))
        if state == "failed":
            await Job.filter(id=id).update(outcome=FAILED, ended_at=clock.now())
    moved.on(timedelta(seconds=90))
    backlogs = await backlog_by_kind()
    assert backlogs["visits.rewrite"] == (1, 1, 1, 90.0)
    assert backlogs["mail.send"] == (0, 0, 0, 0.0)


async def test_emails_are_counted_by_state_with_the_age_of_the_oldest(database: str, moved: Clock) -> None:
    assert await mail_backlog() == (0, 0, 0, 0.0)
    first, second, _ = [await _queue_email(f"{name}@example.com") for name in ("a", "b", "c")]
    await first.mark_sent()
    await second.give_up()
    moved.on(timedelta(minutes=5))
    assert await mail_backlog() == (1, 1, 1, 300.0)


async def test_sealing_is_in_time_without_visits(database: str) -> None:
    assert await sealing_progress() == (0, None, 0.0)


async def test_a_lent_connection_shows_in_its_pool(database: str, dialect: str) -> None:
    writer = "main_writer" if dialect == "sqlite" else "main"
    await db.ping()
    before = pool_usage()[writer]
    async with db.transaction():
        during = pool_usage()[writer]
    assert (before.used, during.used, during.waiting) == (0, 1, 0) and during.opened <= during.most


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_a_call_that_failed_is_counted_and_one_that_was_refused_too(config: Config) -> None:
    async with measured(config) as metrics:
        with outside_call(MAIL, is_unavailable):
            pass
        for error in (ConnectionError("no"), ValueError("wrong")):
            with pytest.raises(type(error)), outside_call(MAIL, is_unavailable):
                raise error
        text = metrics.text().decode()
    for outcome in ("answered", CALL_FAILED, "refused"):
        assert f'kliqs_outside_calls_total{{outcome="{outcome}",system="mail"}} 1.0' in text
    assert all(f'kliqs_outside_seconds_total{{system="{system}"}}' in text for system in SYSTEMS)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_the_process_tells_its_memory_files_and_version(config: Config) -> None:
    async with measured(config) as metrics:
        text = metrics.text().decode()
    values = dict(re.findall(r"^(kliqs_process_\w+|kliqs_processes) (\S+)$", text, re.MULTILINE))
    assert float(values["kliqs_process_resident_bytes"]) > 10_000_000
    assert 0 < float(values["kliqs_process_open_files"]) < float(values["kliqs_process_open_files_limit"])
    assert 'kliqs_build{python="3.' in text and "kliqs_database_up 1.0" in text


async def _queue_email(recipient: str) -> OutgoingEmail:
    facts: dict[str, Any] = {"kind": "test", "recipient": recipient, "subject": "s", "text": "t", "html": "h"}
    return await OutgoingEmail.create(id=uuid4(), created_at=clock.now(), **facts)
