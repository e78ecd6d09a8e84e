"""How the parts of an installation do, in words: what `kliqs doctor` and /metrics know, from the same functions.

What is not set up, or cannot be known, has no part here.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from quart import current_app
from tortoise import Tortoise

from app.gateway.catalogue.upstream import Upstream
from app.jobs import queue
from app.kernel import clock, db, i18n, installation, storage_calls
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.mail.backlog import LATE as LATE_MAIL
from app.mail.backlog import mail_backlog
from app.mail.models import OutgoingEmail
from app.operators.guard import PREFIX
from app.ops.backup_status import BackupStatus, backup_status
from app.ops.doctor import FREE_BYTES, pending_migrations
from app.ops.gateway_checks import broken_routes
from app.ops.operator_actions import OperationDeclined
from app.payments.operator.order_list import orders_to_look_at
from app.payments.providers import registry
from app.publishing.delivery.backlog import LATE, post_backlog
from app.publishing.networks import publishing_switch
from app.visits.recording.lifespan import Recording
from app.webhooks.backlog import delivery_backlog

GOOD, WARM, BAD = "good", "warm", "bad"
LOW_SHARE = 0.1  # of a disk
MOST_BROKEN = 3  # routes that are named; the rest is a number
BACKUP_FRESH_FOR, BACKUP_PATIENCE = 60.0, 5.0  # seconds
UNITS = ("B", "kB", "MB", "GB", "TB")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the installation: how it does, in a word, and the facts about it. `url` leads to more, or is empty."""

    icon: str
    name: str
    state: str
    word: str
    facts: tuple[str, ...]
    url: str = ""


async def load_parts() -> list[Part]:
    """Returns the parts that this installation has."""
    return [part async for part in _parts()]


async def _parts() -> AsyncGenerator[Part]:
    yield await _database()
    if (recording := current_app.extensions["redirects"].recording) is not None:
        yield _journal(recording)
    yield await _queues()
    yield await _mail()
    yield await _disk(installation.current().config.data_dir)
    yield await _storage()
    if installation.current().config.backup_url:
        yield await _backups()
    if registry.configured():
        yield await _payments()
    if installation.current().config.gateway and (upstreams := await Upstream.filter(enabled_at__isnull=False)):
        yield await _providers(sorted({upstream.name for upstream in upstreams}))


async def _database() -> Part:
    pending = await pending_migrations()
    kind = "PostgreSQL" if Tortoise.get_connection(db.MAIN).capabilities.dialect == "postgres" else "SQLite"
    facts = [kind, format_size(await database_size())]
    if pending:
        waiting = ngettext("%(num)s migration waits", "%(num)s migrations wait", len(pending))
        return _part("database", _("Database"), WARM, (*facts, waiting % {"num": len(pending)}), "/system")
    return _part("database", _("Database"), GOOD, (*facts, _("up to date")), "/system")


def _journal(recording: Recording) -> Part:
    waiting, lost, shipping = recording.journal.waiting, recording.journal.lost, recording.shipping
    failing = bool(recording.ingester.failing or (shipping and shipping.failing))
    facts = [_("%(size)s wait for the database") % {"size": format_size(waiting)} if waiting else _("nothing waits")]
    if lost:
        dropped = ngettext("%(num)s visit lost", "%(num)s visits lost", lost)
        facts.append(dropped % {"num": i18n.format_number(lost)})
    else:
        facts.append(_("nothing lost"))
    if shipping and shipping.failing:
        facts.append(_("%(size)s wait for the storage of files") % {"size": format_size(shipping.unshipped)})
    if shipped := recording.shipped_intake.waiting:
        facts.append(_("%(size)s shipped") % {"size": format_size(shipped)})
    return _part("activity", _("Visit journal"), BAD if lost else WARM if failing else GOOD, tuple(facts), "/system")


async def _queues() -> Part:
    jobs, deliveries, posts = await queue.backlog(), await delivery_backlog(), None
    facts = [_("jobs %(num)s") % {"num": i18n.format_number(jobs.waiting)}]
    facts.append(_("webhooks %(num)s") % {"num": i18n.format_number(deliveries.due)})
    oldest = max(jobs.oldest, deliveries.oldest)
    if publishing_switch.is_on():
        posts = await post_backlog()
        facts.append(_("posts %(num)s") % {"num": i18n.format_number(posts.waiting)})
    if oldest >= 1:
        facts.append(_("the oldest is due for %(time)s") % {"time": i18n.format_duration(int(oldest))})
    late = oldest > queue.LATE or (posts is not None and posts.oldest > LATE.total_seconds())
    return _part("stack-2", _("Queues"), WARM if late else GOOD, tuple(facts), "/queues")


async def _mail() -> Part:
    if installation.current().mail_backend is None:
        return _part("mail", _("Mail"), WARM, (_("no mail server is set up, nobody gets mail"),), "/mail")
    backlog = await mail_backlog()
    sent = await OutgoingEmail.filter(sent_at__gte=i18n.start_of_day(i18n.local_day(clock.now()))).count()
    facts = [_("%(num)s sent today") % {"num": i18n.format_number(sent)}]
    if not backlog.waiting:
        return _part("mail", _("Mail"), GOOD, (_("nothing waits"), *facts), "/mail")
    begun = clock.now() - timedelta(seconds=backlog.oldest)
    since = {"num": i18n.format_number(backlog.waiting), "time": i18n.format_datetime(begun)}
    late = backlog.oldest > LATE_MAIL
    words = _("%(num)s waiting since %(time)s") % since
    return _part("mail", _("Mail"), WARM if late else GOOD, (words, *facts), "/mail")


async def _disk(folder: Path) -> Part:
    usage = await asyncio.to_thread(shutil.disk_usage, folder)
    low = usage.free < max(FREE_BYTES, LOW_SHARE * usage.total)
    sizes = {"used": format_size(usage.total - usage.free), "all": format_size(usage.total)}
    free = _("%(size)s free") % {"size": format_size(usage.free)}
    state = BAD if usage.free < FREE_BYTES else WARM if low else GOOD
    return _part("server", _("Disk"), state, (_("%(used)s of %(all)s") % sizes, free), "/system")


async def _storage() -> Part:
    """Where files are stored, whether it answers, and for a directory how much room its disk has."""
    storage, answers = storage_calls.current(), await storage_calls.storage_answers()
    facts = [isolate(storage.title), _("answers") if answers else _("does not answer")]
    if not storage.remote and answers:
        with suppress(OSError):
            usage = await asyncio.to_thread(shutil.disk_usage, storage.title)
            facts.append(_("%(size)s free") % {"size": format_size(usage.free)})
    return _part("archive", _("File storage"), GOOD if answers else BAD, tuple(facts), "/system")


async def _backups() -> Part:
    """When the last backup was made, and whether it was restored and compared."""
    name, kept = _("Backups"), installation.current().resource(KeptBackupStatus)
    try:
        status = await kept.read()
    except (OSError, OperationDeclined):
        return _part("history", name, BAD, (_("their place does not answer"),), "/system")
    if status is None or status.newest is None:
        late = status is not None and status.late
        return _part("history", name, BAD if late else WARM, (_("there is none yet"),), "/system")
    newest, facts = status.newest, [_("the last one %(time)s") % {"time": i18n.format_datetime(status.newest.made_at)}]
    if newest.result is None:
        facts.append(_("not verified"))
    else:
        facts.append(_("restored and checked") if newest.verified else _("it cannot be trusted"))
    if status.late:
        facts.append(_("the next one is overdue"))
    return _part("history", name, GOOD if status.ok else BAD, tuple(facts), "/system")


class KeptBackupStatus:
    """A resource of the installation: the state of the backups, which is read at most once a minute."""

    def __init__(self) -> None:
        self._status: BackupStatus | None = None
        self._fresh_until = 0.0

    async def read(self) -> BackupStatus | None:
        """Returns the state. Raises: OSError, also when the place does not answer in time; OperationDeclined."""
        if time.monotonic() >= self._fresh_until:
            async with asyncio.timeout(BACKUP_PATIENCE):
                self._status = await backup_status()
            self._fresh_until = time.monotonic() + BACKUP_FRESH_FOR
        return self._status


async def _payments() -> Part:
    names = ", ".join(isolate(_(provider.label)) for provider in registry.configured())
    waiting = await orders_to_look_at().count()
    facts = [names]
    if waiting:
        facts.append(ngettext("%(num)s order needs you", "%(num)s orders need you", waiting) % {"num": waiting})
    return _part("wallet", _("Payments"), WARM if waiting else GOOD, tuple(facts), "/payments")


async def _providers(names: list[str]) -> Part:
    broken = await broken_routes()
    facts = [", ".join(map(isolate, names))]
    for route in broken[:MOST_BROKEN]:
        values = {"model": isolate(route.model_id), "name": isolate(route.upstream.name)}
        facts.append(_("%(model)s at %(name)s is skipped for now") % values)
    if (more := len(broken) - MOST_BROKEN) > 0:
        facts.append(ngettext("and %(num)s more", "and %(num)s more", more) % {"num": more})
    return _part("sparkles", _("AI providers"), WARM if broken else GOOD, tuple(facts), "/providers")


def _part(icon: str, name: str, state: str, facts: tuple[str, ...], page: str = "") -> Part:
    """Returns a part; `page` is the path of a page below PREFIX."""
    word = {GOOD: _("Well"), WARM: _("Look"), BAD: _("Trouble")}[state]
    return Part(icon, name, state, word, facts, PREFIX + page if page else "")


async def database_size() -> int:
    """Returns how many bytes the database takes; on SQLite both files with their write-ahead logs."""
    if Tortoise.get_connection(db.MAIN).capabilities.dialect == "postgres":
        rows = await db.query_rows("SELECT pg_database_size(current_database()) AS size", [])
        return int(rows[0]["size"])
    rows = [
        row for on in (db.MAIN, db.visits_connection()) for row in await db.query_rows("PRAGMA database_list", [], on)
    ]
    files = {row["file"] for row in rows if row["file"]}
    return sum(path.stat().st_size for file in files for path in (Path(file), Path(f"{file}-wal")) if path.exists())


def format_size(size: float) -> str:
    """Returns a number of bytes in the reader's language, with the largest unit that leaves at least 1."""
    for unit in UNITS:
        if size < 1000 or unit == UNITS[-1]:
            break
        size /= 1000
    return f"{i18n.format_number(round(size, 1) if size < 10 and unit != 'B' else round(size))} {unit}"
