"""`kliqs doctor`: checks the settings, the files and the database of an installation and reports each finding in a
plain sentence.
"""

import asyncio
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import AsyncGenerator, Generator
from datetime import UTC, datetime

import asyncpg
from tortoise import Tortoise
from tortoise.exceptions import BaseORMException

from app.kernel import clock, db, private_files
from app.kernel.config import Config
from app.kernel.mail_settings import SmtpServer
from app.kernel.migration_files import fatal_migrations, known_migrations
from app.kernel.package_files import version
from app.ops.backlog_checks import check_backlogs
from app.ops.backup_status import check_backups
from app.ops.backup_tables import applied_migrations
from app.ops.connection_check import check_connections
from app.ops.counter_check import check_counters
from app.ops.counts import count_of
from app.ops.finding import Finding
from app.ops.gateway_checks import check_gateway
from app.ops.gateway_ledger_check import check_ai_credits
from app.ops.payment_checks import check_payments
from app.ops.post_backlog_checks import check_post_backlog
from app.ops.provider_checks import check_providers
from app.ops.publishing_checks import check_publishing
from app.ops.redis_check import check_redis
from app.ops.shipping_check import check_shipping
from app.ops.storage_check import check_storage
from app.ops.translation_check import check_languages
from app.ops.webhook_checks import check_signing_secrets
from app.sign_in.passkeys.models import Passkey
from app.sign_in.passkeys.relying_party import relying_party_ids
from app.sign_in.second_factor.authenticator import Authenticator
from app.visits.sealed.check import damaged_files

FREE_BYTES, PATIENCE, SKEW = 256 * 1024 * 1024, 10, 30
DATABASE_ERRORS = (OSError, BaseORMException, asyncpg.PostgresError, asyncpg.InterfaceError, sqlite3.Error)


async def run_checks(config: Config, *, mend: bool = False) -> AsyncGenerator[Finding]:
    """Yields the findings; with `mend`, wrong counters and permissions are repaired. Changes nothing else."""
    for finding in _permissions(config, mend):  # before a check creates files
        yield finding
    for check in (_settings, _directory, check_storage, check_backups, _secret, _mail, check_languages):
        for finding in check(config):
            yield finding
    async for finding in check_providers(config):
        yield finding
    url = db.resolve_database_url(config.database_url, config.data_dir)
    if is_missing_sqlite_file(url):
        yield Finding("There is no database yet: kliqs serve or kliqs migrate makes it.", False)
        return
    try:
        async with db.database_open(url):
            async for finding in _database(config, mend):
                yield finding
    except (TimeoutError, *DATABASE_ERRORS) as error:
        yield Finding(f"The database does not answer as it should: {error or type(error).__name__}.", False)


def is_missing_sqlite_file(url: str) -> bool:
    """Whether the URL names a SQLite file that does not exist; connecting would create it."""
    path = url.removeprefix("sqlite://").partition("?")[0]
    return url.startswith("sqlite://") and path != ":memory:" and not os.path.exists(path)  # noqa: PTH110


def _settings(config: Config) -> Generator[Finding]:
    site = config.site
    yield Finding(f"This is Kliqs {version()}.")
    yield Finding(
        f"The settings are whole: {config.env}, listening on {config.bind}, "
        f"{' '.join(dict.fromkeys(site.origins.values()))}."
    )
    if config.production and not site.secure:
        yield Finding("Production without TLS: give https:// origins in KLIQS_HOSTS and let a proxy end TLS.", False)


def _permissions(config: Config, mend: bool) -> Generator[Finding]:
    if not config.data_dir.is_dir():
        return
    faults = private_files.find_permission_faults(config.private_paths(), config.data_dir.stat().st_uid)
    left = [fault for fault in faults if not (mend and private_files.repair_permissions(fault))]
    if mended := len(faults) - len(left):
        files = count_of(mended, "file or folder", "files or folders")
        yield Finding(f"{files} could be read by others, or had another owner: put right.")
    if open_ones := [fault for fault in left if fault.readable_by_others and fault.path != config.secret_file]:
        files = count_of(len(open_ones), "file or folder", "files or folders")
        yield Finding(
            f"Others can read {files}, the first is {open_ones[0].path} (mode "
            f"{open_ones[0].mode:o}). kliqs doctor --mend puts that right, or chmod go= for each.",
            False,
        )
    if strangers := [fault for fault in left if fault.owner != fault.expected_owner]:
        files = count_of(len(strangers), "file or folder does", "files or folders do")
        yield Finding(
            f"{files} not belong to the owner of {config.data_dir}, the first "
            f"is {strangers[0].path}. kliqs doctor --mend, run as root, puts that right, or chown for each.",
            False,
        )
    if not faults:
        yield Finding("Only their owner can read databases, journals and pictures.")


def _directory(config: Config) -> Generator[Finding]:
    try:
        config.prepare()
        with tempfile.NamedTemporaryFile(dir=config.data_dir, prefix=".doctor-") as file:
            file.write(b"a doctor was here")
        free = shutil.disk_usage(config.data_dir).free
    except OSError as error:
        yield Finding(f"The data directory {config.data_dir} cannot be written to: {error.strerror}.", False)
        return
    megabytes = f"{free // 1024**2:,} MB free"
    if free < FREE_BYTES:
        yield Finding(f"The disk of {config.data_dir} is nearly full: {megabytes}.", False)
    else:
        yield Finding(f"The data directory {config.data_dir} can be written to, {megabytes}.")


def _mail(config: Config) -> Generator[Finding]:
    if isinstance(backend := config.mail_backend, SmtpServer):
        yield Finding(f"Mail goes out through {backend.host}:{backend.port} ({backend.security}).")
    elif backend:
        yield Finding("Mail goes out through resend.com.")
    elif config.production:
        yield Finding("Nobody gets mail: set KLIQS_SMTP_HOST or KLIQS_RESEND_KEY.", False)
    else:
        yield Finding("No mail is sent: kliqs mail list shows the letters of a week, /dashboard/outbox one's own.")


def _secret(config: Config) -> Generator[Finding]:
    if config.secret_key.split():
        yield Finding(f"KLIQS_SECRET_KEY is set ({len(config.secret_key.split())}).")
    elif not config.secret_file.exists():
        yield Finding("The development secret is made at the first start.")
    elif stat.S_IMODE(config.secret_file.stat().st_mode) & 0o077:
        yield Finding(f"Others can read the secret: chmod 600 {config.secret_file}", False)
    else:
        yield Finding(f"Only its owner can read the secret {config.secret_file}.")


async def _database(config: Config, mend: bool) -> AsyncGenerator[Finding]:
    async with asyncio.timeout(PATIENCE):
        await db.ping()
    dialect = Tortoise.get_connection("default").capabilities.dialect
    yield Finding(f"The database answers ({'PostgreSQL' if dialect == 'postgres' else 'SQLite'}).")
    async for finding in _clock():
        yield finding
    if dialect == "sqlite":
        async for finding in _sqlite():
            yield finding
    else:
        yield await check_connections()
    known, applied = known_migrations(), await applied_migrations()
    if pending := await pending_migrations():
        yield Finding(f"{count_of(len(pending), 'migration is', 'migrations are')} pending: run kliqs migrate.", False)
    elif newer := [name for name in applied if name not in known]:
        survives = not fatal_migrations(applied, known)
        says = f"The database was migrated by a newer Kliqs ({newer[-1]})"
        yield Finding(
            f"{says}, beside which this one still works." if survives else f"{says}: start that one.", survives
        )
    else:
        yield Finding(f"The database is up to date ({known[-1]}).")
        async for finding in _rows(config, mend):
            yield finding


async def pending_migrations() -> list[str]:
    """Returns the migrations of this version that the database has not had yet."""
    applied = await applied_migrations()
    return [name for name in known_migrations() if name not in applied]


async def _rows(config: Config, mend: bool) -> AsyncGenerator[Finding]:
    """Yields what there is to say of the rows of a database that is up to date."""
    async for finding in check_counters(mend):
        yield finding
    yield await _authenticators()
    yield await check_signing_secrets()
    yield await _visits()
    yield await _passkeys(config)
    for check in (
        check_backlogs,
        check_redis,
        check_shipping,
        check_payments,
        check_publishing,
        check_post_backlog,
        check_gateway,
        check_ai_credits,
    ):
        async for finding in check(config):
            yield finding


async def _clock() -> AsyncGenerator[Finding]:
    answer = (await db.query_rows("SELECT CURRENT_TIMESTAMP AS now", []))[0]["now"]
    database_time = answer if isinstance(answer, datetime) else datetime.fromisoformat(answer).replace(tzinfo=UTC)
    difference = abs((clock.now() - database_time).total_seconds())
    if difference > SKEW:
        yield Finding(f"The database's clock and ours are {difference:.0f} seconds apart. Set them by NTP.", False)
    else:
        yield Finding("The database's clock and ours agree.")


async def _sqlite() -> AsyncGenerator[Finding]:
    broken = [row["integrity_check"] for row in await db.query_rows("PRAGMA integrity_check", [])]
    if broken != ["ok"]:
        yield Finding(f"The SQLite file is damaged: {'; '.join(broken[:3])}. Restore a backup.", False)
    elif strays := await db.query_rows("PRAGMA foreign_key_check", []):
        rows = count_of(len(strays), "row refers", "rows refer")
        yield Finding(f"{rows} to rows that are gone, the first in {strays[0]['table']}.", False)
    else:
        yield Finding("The SQLite file is sound.")


async def _authenticators() -> Finding:
    """Whether KLIQS_SECRET_KEY still has the secrets that authenticator apps are encrypted under."""
    unreadable = outdated = 0
    for app in await Authenticator.all():
        unreadable += not app.readable
        outdated += app.readable and app.outdated
    if unreadable:
        says = count_of(unreadable, "authenticator app needs", "authenticator apps need")
        says += " a secret that is not in KLIQS_SECRET_KEY any more: put it back, last"
        return Finding(f"{says}, or turn them off by kliqs account second-factor off.", False)
    if outdated:
        says = count_of(outdated, "authenticator app still needs", "authenticator apps still need")
        return Finding(f"{says} an older secret of KLIQS_SECRET_KEY: keep it.")
    return Finding("Authenticator apps need no other secret than the newest.")


async def _visits() -> Finding:
    if wrong := await damaged_files():
        return Finding(f"Files of visits are missing or damaged: {', '.join(wrong[:3])}. Restore a backup.", False)
    return Finding("The files of visits are as the manifest says.")


async def _passkeys(config: Config) -> Finding:
    """Browsers use a passkey on the host that it was made for alone."""
    ids = relying_party_ids(config.site)
    hosts = ", ".join(sorted(ids))
    if stranded := await Passkey.exclude(rp_id__in=ids).count():
        now = f"is {hosts} now" if ids else "has no host with passkeys now: they need https or localhost"
        return Finding(
            f"{count_of(stranded, 'passkey was', 'passkeys were')} made for another host, and the dashboard {now}. "
            "Nobody can sign in with such a passkey: give it its old host again, or let people add new ones.",
            False,
        )
    return Finding(
        f"Passkeys work on {hosts}; {await Passkey.all().count()} are there."
        if ids
        else "There are no passkeys on this host: browsers offer them on https and on localhost."
    )
