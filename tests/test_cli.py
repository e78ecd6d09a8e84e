"""The operator's commands, as they are typed. Each runs on SQLite and on PostgreSQL."""

import asyncio
import gzip
import os
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import tarfile
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import click
import orjson
import pytest
from click.testing import CliRunner, Result
from tortoise.backends.base.executor import EXECUTOR_CACHE

from app import jobs
from app.accounts import guest
from app.accounts.models import Account, SecurityEvent, Session
from app.accounts.user import User, WrongSignIn
from app.cli import main
from app.jobs import Job
from app.kernel import clock, db
from app.kernel.package_files import version
from app.keys.models import ApiKey
from app.links.models import Link
from app.mail.delivery import KIND as SEND
from app.mail.models import OutgoingEmail
from app.ops import upgrade_check
from app.ops.upgrade_check import RunningVersionEnds
from app.plans import quota
from app.sign_in.mailed_link import LinkUsedUp, MailedLink
from app.sign_in.password_reset import choose_password, use_reset_link
from app.visits.recording import journal_folders
from app.visits.visit import JournalEntry, key_in_visits
from tests import world
from tests.client import FIREFOX
from tests.conftest import ORIGIN, SECRET, Clock
from tests.databases import ON_BOTH, ON_ONE, Template
from tests.mail.post import letter
from tests.processes import killed_at_the_end
from tests.route_paths import ORDER
from tests.serving import free_port
from tests.sign_in.second_factor import phone
from tests.visits import old_totals, truth
from tests.waiting import DEADLINE, wait_until

pytestmark = pytest.mark.heavy

T = TypeVar("T")
EMAIL, PASSWORD = "sari@example.com", "correct horse battery"


class Operator:
    """Types commands at an installation, and looks into its database between them."""

    def __init__(self, url: str, directory: Path) -> None:
        self.url, self.directory = url, directory
        self.env = {
            "KLIQS_DATABASE_URL": url,
            "KLIQS_DATA_DIR": str(directory),
            "KLIQS_HOSTS": ORIGIN,
            "KLIQS_SECRET_KEY": SECRET,
        }

    def __call__(self, *words: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, words, input=stdin, env=self.env)

    def done(self, *words: str, stdin: str | None = None) -> str:
        """What a command that succeeds says."""
        result = self(*words, stdin=stdin)
        assert result.exit_code == 0, result.output
        return result.stdout

    def refused(self, *words: str) -> str:
        """The sentence of a command that cannot be done; no traceback."""
        result = self(*words)
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit)
        assert not result.stdout
        return result.stderr

    def look(self, work: Callable[[], Awaitable[T]]) -> T:
        async def look() -> T:
            async with db.database_open(self.url):
                return await work()

        return asyncio.run(look())

    def person(self) -> None:
        self.done("account", "create", EMAIL, "--name", "Sari", "--password-stdin", stdin=PASSWORD + "\n")


@pytest.fixture
def kliqs(template: Template, tmp_path: Path) -> Iterator[Operator]:
    EXECUTOR_CACHE.clear()
    url = asyncio.run(template.fresh(tmp_path))
    yield Operator(url, tmp_path)
    asyncio.run(template.drop(url))


@pytest.fixture
def bare(template: Template, tmp_path: Path) -> Iterator[Operator]:
    """An installation whose database has no table yet."""
    EXECUTOR_CACHE.clear()
    url = asyncio.run(template.empty(tmp_path))
    yield Operator(url, tmp_path)
    asyncio.run(template.drop(url))


def test_migrating_says_what_was_run_and_then_that_nothing_was(bare: Operator) -> None:
    assert bare.done("migrate").startswith("Ran 0_")
    assert bare.done("migrate") == "The database is up to date.\n"


def test_migrating_says_which_month_of_old_totals_is_converted(kliqs: Operator, moved: Clock) -> None:
    moved.to(old_totals.NOW)
    kliqs.look(old_totals.fill)
    assert kliqs.done("migrate").splitlines() == [
        "The database is up to date.",
        "Converting the daily totals of 2026-09, month 1 of 2.",
        "Converting the daily totals of 2026-10, month 2 of 2.",
    ]
    assert kliqs.done("migrate") == "The database is up to date.\n"


def test_a_command_migrates_first(bare: Operator) -> None:
    bare.person()

    assert "Links:               0 of 5" in bare.done("account", "show", EMAIL)


def test_an_account_is_opened_with_a_password_from_standard_input(kliqs: Operator) -> None:
    kliqs.person()

    user = kliqs.look(lambda: User.authenticate(EMAIL, PASSWORD, "192.0.2.1"))

    account = kliqs.look(lambda: world.account_of(EMAIL))
    assert (user.name, account.name, account.plan_name) == ("Sari", "Sari", "free")


def test_the_operator_opens_a_further_workspace(kliqs: Operator) -> None:
    kliqs.person()

    output = kliqs.done("account", "add-workspace", EMAIL, "--name", "Nusantara Kopi", "--plan", "pro")

    assert f"{EMAIL} owns Nusantara Kopi" in output
    accounts = kliqs.look(lambda: Account.filter(memberships__user__email=EMAIL).order_by("name").values_list("name"))
    assert accounts == [("Nusantara Kopi",), ("Sari",)]
    assert "There is no account" in kliqs.refused("account", "add-workspace", "nobody@example.com")


async def chooses(token: str, password: str) -> None:
    """Whoever has the link of the operator chooses a password by it."""
    await choose_password(await use_reset_link(token), password, "")


def test_an_account_without_a_password_gets_a_link_by_which_its_owner_chooses_one(kliqs: Operator) -> None:
    output = kliqs.done("account", "create", EMAIL, "--plan", "pro", "--links", "3", "--requests", "0")

    token = output.strip().rpartition(f"{ORIGIN}/login/reset/")[2]
    assert "once, within 24 hours" in output and len(token) == 43
    kliqs.look(lambda: chooses(token, PASSWORD))
    user = kliqs.look(lambda: User.authenticate(EMAIL, PASSWORD, "192.0.2.1"))
    assert user.email_verified_at is None, "nobody has shown that they read the mailbox"
    with pytest.raises(LinkUsedUp):
        kliqs.look(lambda: chooses(token, "another long one"))
    account = kliqs.look(lambda: world.account_of(EMAIL))
    assert f"{ORIGIN}/login" in output
    assert (account.name, account.plan_name, quota.links_limit(account), quota.requests_limit(account)) == (
        "sari",
        "pro",
        3,
        0,
    )


def test_whoever_runs_it_reads_every_email(kliqs: Operator) -> None:
    kliqs.person()
    assert kliqs.done("mail", "list") == "There is no email.\n"
    kliqs.look(lambda: letter("budi@example.com", "Untuk Budi"))
    theirs = kliqs.look(lambda: letter("rani@example.com", "Untuk Rani"))

    [first, second] = kliqs.done("mail", "list").splitlines()
    assert first.startswith(str(theirs.id)) and first.endswith("waits     rani@example.com  Untuk Rani")
    assert "Untuk Budi" in second and kliqs.done("mail", "list", "--most", "1").splitlines() == [first]
    assert kliqs.done("mail", "list", "--to", " RANI@example.com").splitlines() == [first]
    output = kliqs.done("mail", "show", str(theirs.id))
    assert output.startswith("To: rani@example.com\nSubject: Untuk Rani\n")
    assert "Apa kabar?" in output and "<html" not in output
    assert "<html" in kliqs.done("mail", "show", str(theirs.id), "--html")

    kliqs.look(theirs.mark_sent)
    assert "It has left" in kliqs.done("mail", "show", str(theirs.id))
    assert kliqs.refused("mail", "show", str(UUID(int=0))) == "There is no email of that id.\n"


def test_whoever_runs_it_sees_why_jobs_failed_and_has_them_tried_again(kliqs: Operator) -> None:
    async def fail() -> UUID:
        gone = await letter("budi@example.com", "Untuk Budi")
        job = await Job.claim([SEND], timedelta(seconds=60))
        assert job and await job.begin() and await job.fail("The mail server did not take it.")
        await gone.delete()
        return job.id

    assert kliqs.done("jobs", "list") == "There is no such job.\n"
    failed = kliqs.look(fail)
    kliqs.look(lambda: letter("rani@example.com", "Untuk Rani"))

    lines = kliqs.done("jobs", "list").splitlines()
    assert len(lines) == 2 and not [line for line in lines if "example.com" in line], "no address is in a job"
    [line] = kliqs.done("jobs", "list", "--state", "failed", "--kind", SEND).splitlines()
    assert line.startswith(str(failed)) and line.endswith("tried 1  The mail server did not take it.")
    assert kliqs.done("jobs", "list", "--kind", "batch.pack") == "There is no such job.\n"

    assert kliqs.done("jobs", "retry", str(failed)) == f"{failed} waits again.\n"
    assert "is no failed job" in kliqs.refused("jobs", "retry", str(failed))
    assert str(failed) in kliqs.done("jobs", "list", "--state", "waiting")


def test_what_is_due_is_run_without_a_server(kliqs: Operator) -> None:
    async def enqueue() -> None:
        await jobs.enqueue("visits.seal")
        await jobs.enqueue("visits.seal", at=clock.now() + timedelta(hours=1))

    kliqs.look(enqueue)
    assert kliqs.done("jobs", "run", "--kind", "visits.seal") == "1 jobs are finished, 0 failed.\n"
    assert len(kliqs.done("jobs", "list", "--state", "waiting").splitlines()) == 1
    output = kliqs.done("jobs", "run")
    assert output.endswith(", 0 failed.\n") and not output.startswith("0 ")
    assert "sweep.hourly" in kliqs.done("jobs", "list", "--state", "finished")


def test_what_cannot_be_done_is_a_sentence(kliqs: Operator) -> None:
    kliqs.person()

    assert "cannot be used for a new account" in kliqs.refused("account", "create", EMAIL)
    assert kliqs.refused("account", "create", "nobody") == "That is not an email address.\n"
    assert kliqs.refused("account", "show", "budi@example.com") == "There is no account of budi@example.com.\n"
    assert kliqs.refused("key", "create", EMAIL, "--name", " ").startswith("Give the key a name")
    assert kliqs.refused("key", "revoke", "abcd…wxyz").startswith("There is no such key.")
    assert kliqs.refused("link", "block", "nowhere", "--why", "spam") == "There is no link at nowhere.\n"
    assert kliqs.refused("demo", "--password", "short") == "Use at least 8 characters.\n"


def test_wrong_settings_are_sentences_and_exit_2(monkeypatch: pytest.MonkeyPatch) -> None:
    result = CliRunner().invoke(main, ["account", "show", EMAIL], env={"KLIQS_ENV": "production"})
    bind = CliRunner().invoke(main, ["serve", "--bind", "nowhere"], env={"KLIQS_BIND": "127.0.0.1:1"})

    assert (result.exit_code, bind.exit_code) == (2, 2)
    assert result.stderr.startswith("KLIQS_SECRET_KEY: ")
    assert bind.stderr == "KLIQS_BIND: give host:port, for example 127.0.0.1:8000\n"


def test_a_database_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    env = {"KLIQS_DATA_DIR": str(tmp_path), "KLIQS_DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}

    result = CliRunner().invoke(main, ["account", "show", EMAIL], env=env)

    assert result.exit_code == 1
    assert "127.0.0.1" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_a_file_that_is_no_database_does_not_hang(tmp_path: Path) -> None:
    (tmp_path / "kliqs.sqlite3").write_bytes(b"not a database" * 1000)
    env = {**os.environ, "KLIQS_DATA_DIR": str(tmp_path)}

    result = subprocess.run(
        [sys.executable, "-m", "app.cli", "account", "show", EMAIL],
        env=env,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )

    assert (result.returncode, result.stderr) == (1, "file is not a database\n")


def test_an_address_that_is_taken_is_a_sentence(kliqs: Operator) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        bind = f"127.0.0.1:{taken.getsockname()[1]}"

        assert kliqs.refused("serve", "--bind", bind).startswith(f"Kliqs cannot listen on {bind}: Address already")


def test_limits_are_set_and_taken_back(kliqs: Operator) -> None:
    kliqs.person()

    own = kliqs.done("account", "limits", EMAIL, "--plan", "starter", "--links", "7", "--requests", "9")
    plans = kliqs.done("account", "limits", EMAIL, "--links", "plan")

    assert "0 of 7 (set by the operator)" in own
    assert "0 of 9 (set by the operator)" in own
    assert "Links:               0 of 50\n" in plans
    assert "0 of 9 (set by the operator)" in plans
    assert kliqs("account", "limits", EMAIL, "--links", "many").exit_code == 2


def test_no_password_is_ever_printed_and_the_old_one_ends(kliqs: Operator) -> None:
    kliqs.person()
    kliqs.look(lambda: begin_session_of(EMAIL))

    output = kliqs.done("account", "password", EMAIL)

    assert output.startswith(f"{EMAIL} is signed out everywhere.\nA password is chosen here")
    assert kliqs.look(lambda: Session.all().count()) == 0
    with pytest.raises(WrongSignIn):
        kliqs.look(lambda: User.authenticate(EMAIL, PASSWORD, "192.0.2.1"))
    token = output.strip().rpartition("/login/reset/")[2]
    late = clock.now() + timedelta(hours=24)
    kliqs.look(lambda: MailedLink.filter(expires_at__gt=late).delete())
    kliqs.look(lambda: chooses(token, "kereta api malam"))
    assert kliqs.look(lambda: User.authenticate(EMAIL, "kereta api malam", "192.0.2.1")).email == EMAIL


async def begin_session_of(email: str) -> str:
    return await Session.begin(await User.get(email=email), "Chrome · Windows")


def test_the_operator_ends_the_sessions_of_one_person_or_of_everybody(kliqs: Operator) -> None:
    kliqs.person()
    kliqs.done("account", "create", "budi@example.com", "--password-stdin", stdin=PASSWORD + "\n")
    for _ in range(2):
        kliqs.look(lambda: begin_session_of(EMAIL))
    kliqs.look(lambda: begin_session_of("budi@example.com"))

    assert kliqs.done("account", "sign-out", EMAIL) == "2 sessions are ended.\n"
    assert kliqs.look(lambda: Session.all().count()) == 1
    assert kliqs.done("account", "sign-out", "--everybody") == "1 sessions are ended.\n"
    assert kliqs.look(lambda: Session.all().count()) == 0
    events = kliqs.look(lambda: SecurityEvent.filter(kind="operator_signed_out").values_list("user__email"))
    assert sorted(events) == [("budi@example.com",), (EMAIL,)]
    assert kliqs("account", "sign-out").exit_code == 2
    assert kliqs("account", "sign-out", EMAIL, "--everybody").exit_code == 2


def test_the_authenticator_app_of_a_person_is_turned_off_and_they_are_told(kliqs: Operator) -> None:
    kliqs.person()
    off = ("account", "second-factor", "off", EMAIL)
    assert kliqs.done(*off) == f"{EMAIL} has no authenticator app on.\n"

    async def turn_on() -> None:
        await phone.turn_on(await world.account_of(EMAIL))

    async def told() -> list[str]:
        events = await SecurityEvent.filter(kind="operator_authenticator_off")
        mails = await OutgoingEmail.filter(kind="second_factor")
        return [*(event.kind for event in events), *(mail.recipient for mail in mails)]

    kliqs.look(turn_on)
    assert "Authenticator apps need no other secret than the newest." in kliqs("doctor").stdout
    assert kliqs.done(*off) == f"{EMAIL} signs in without a code.\n"
    assert kliqs.look(told) == ["operator_authenticator_off", EMAIL, EMAIL]


def test_the_last_line_of_a_new_key_authenticates(kliqs: Operator) -> None:
    kliqs.person()

    raw = kliqs.done("key", "create", EMAIL, "--name", "bot").splitlines()[-1]

    assert kliqs.look(lambda: ApiKey.authenticate(raw)).name == "bot"
    assert "Active keys:         1 of 10" in kliqs.done("account", "show", EMAIL)


def test_a_key_may_have_scopes_networks_and_an_end(kliqs: Operator) -> None:
    kliqs.person()
    terms = ("--scope", "links:read", "--scope", "qr:write", "--network", "203.0.113.7/24", "--days", "90")

    raw = kliqs.done("key", "create", EMAIL, "--name", "bot", *terms).splitlines()[-1]

    key = kliqs.look(lambda: ApiKey.authenticate(raw))
    assert (key.scopes, key.networks, key.lifetime_days) == ("links:read qr:write", "203.0.113.0/24", 90)
    raw = kliqs.done("key", "create", EMAIL, "--name", "ai-bot", "--ai").splitlines()[-1]
    assert kliqs.look(lambda: ApiKey.authenticate(raw)).scopes == "* ai"
    refused = kliqs.refused("key", "create", EMAIL, "--name", "bot", "--network", "home")
    assert refused.startswith("home is neither an IP address nor a network")


@pytest.mark.parametrize("form", ["raw", "masked", "bare", "id"])
def test_a_key_is_revoked_by_any_of_its_forms(kliqs: Operator, form: str) -> None:
    kliqs.person()
    raw = kliqs.done("key", "create", EMAIL, "--name", "bot").splitlines()[-1]
    key = kliqs.look(lambda: ApiKey.authenticate(raw))
    forms = {"raw": raw, "masked": key.masked, "bare": f"{key.first_four}...{key.last_four}", "id": str(key.id)}

    output = kliqs.done("key", "revoke", forms[form])

    assert output == f"“bot” ({key.masked}) of Sari is revoked.\n"
    assert kliqs.done("key", "revoke", forms[form]).endswith("is revoked already.\n")
    assert "Active keys:         0 of 10" in kliqs.done("account", "show", EMAIL)


def test_keys_that_look_alike_are_told_apart_by_id(kliqs: Operator) -> None:
    kliqs.person()
    for name in ("one", "two"):
        kliqs.done("key", "create", EMAIL, "--name", name)
    kliqs.look(lambda: ApiKey.all().update(first_four="same", last_four="same"))

    output = kliqs.refused("key", "revoke", "same…same")

    assert "“one”" in output
    assert "“two”" in output
    kliqs.done("key", "revoke", output.splitlines()[1].split()[0])
    kliqs.done("key", "revoke", "same…same")


def test_a_link_is_blocked_by_any_of_its_names(kliqs: Operator) -> None:
    kliqs.person()

    async def make() -> Link:
        account = await world.account_of(EMAIL)
        return await Link.shorten(account, url="https://example.com/x", slug="Promo", aliases=["sale"])

    link = kliqs.look(make)

    assert kliqs.done("link", "block", f"{ORIGIN}/SALE", "--why", "phishing").startswith("kliqs.test/Promo is blocked")
    blocked = kliqs.look(lambda: Link.get(id=link.id))
    assert "Blocked links:       1" in kliqs.done("account", "show", EMAIL)
    assert (blocked.state, blocked.blocked_why) == ("blocked", "phishing")
    kliqs.done("link", "unblock", "promo")
    assert kliqs.look(lambda: Link.get(id=link.id)).state == "live"


@pytest.mark.slow
def test_the_demo_is_made_once_and_signed_in_to_and_its_backup_is_private_and_goes_into_no_full_installation(
    kliqs: Operator, tmp_path: Path
) -> None:
    first = kliqs.done("demo", "--password", PASSWORD)
    again = kliqs.done("demo")

    password = next(line for line in again.splitlines() if "password" in line and "/login" in line).rpartition(" ")[2]
    assert "dewi@example.com" in first
    assert "kliqs_sk_live_" in first
    assert "there already" in again
    assert "kliqs_sk_live_" not in again
    assert kliqs.look(lambda: User.authenticate("budi@example.com", password, "192.0.2.1")).name == "Budi Santoso"

    file = tmp_path / "kliqs.tar.gz"
    output = kliqs.done("backup", str(file))
    assert "54 links" in output and "2 media files" in output
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "not overwritten" in kliqs.refused("backup", str(file))
    assert "not empty" in kliqs.refused("restore", str(file))


@pytest.mark.slow
@ON_BOTH
def test_the_doctor_finds_and_mends_a_wrong_counter(kliqs: Operator) -> None:
    kliqs.done("demo")
    assert kliqs("doctor").exit_code == 0

    async def miscount() -> None:
        await Account.filter(id=(await world.account_of(EMAIL)).id).update(links_used=1, keys_used=7)

    kliqs.look(miscount)

    sick = kliqs("doctor")
    mended = kliqs.done("doctor", "--mend")

    assert sick.exit_code == 1
    assert "WRONG Sari Wulandari has 4 links, 0 keys and 1 seats taken, its counters say 1, 7 and 1." in sick.stdout
    assert "put right" in mended
    assert "WRONG" not in kliqs.done("doctor")


def test_the_doctor_sees_pending_migrations_and_makes_nothing(bare: Operator) -> None:
    result = bare("doctor")

    assert result.exit_code == 1
    assert "There is no database yet" in result.stdout or "migrations are pending" in result.stdout
    assert not list(bare.directory.glob("*.sqlite3"))


def test_a_backup_before_the_first_start_is_refused(bare: Operator, tmp_path: Path) -> None:
    assert "kliqs migrate" in bare.refused("backup", str(tmp_path / "kliqs.tar.gz"))
    assert not list(tmp_path.glob("kliqs.tar*"))


@pytest.mark.slow
def test_serving_says_where_and_stops_cleanly(kliqs: Operator) -> None:
    bind = f"127.0.0.1:{free_port()}"
    env = {**os.environ, **kliqs.env, "KLIQS_HOSTS": "", "KLIQS_BIND": "127.0.0.1:1"}
    command = [sys.executable, "-m", "app.cli", "serve", "--bind", bind]

    server = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with killed_at_the_end(server):
        assert server.stdout is not None
        lines = [server.stdout.readline(), server.stdout.readline()]
        status = wait_until(lambda: _answer(f"http://{bind}/healthz"))
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=DEADLINE)

    assert lines[0] == f"Kliqs {version()} listens on {bind}. Open http://{bind}/\n"
    assert "kliqs demo" in lines[1]
    assert status == 200
    assert server.returncode == 0


def _answer(url: str) -> int:
    """The status of what is served there, or 0 while nobody serves it."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return int(response.status)
    except OSError:
        return 0


def test_abandoned_guests_are_swept(kliqs: Operator) -> None:
    def look_back() -> Awaitable[int]:
        return Account.all().update(created_at=clock.now() - guest.ABANDONED_AFTER - timedelta(minutes=1))

    kliqs.look(lambda: guest.open_guest("id", "203.0.113.7"))
    assert kliqs.done("guests", "sweep").startswith("0 guests")
    kliqs.look(look_back)
    assert "of guest-" not in kliqs("account", "show", "guest-x@guest.invalid").stdout
    assert kliqs.done("guests", "sweep") == "1 guests are deleted with all they had.\n"


def test_visits_are_sealed_and_purged(kliqs: Operator) -> None:
    kliqs.done("account", "create", EMAIL, "--password-stdin", stdin=PASSWORD)

    async def take_in() -> None:
        account = key_in_visits((await world.account_of(EMAIL)).id)
        await truth.take_in([truth.at(clock.now() - timedelta(days=n), account=account) for n in (2, 3, 50)])

    kliqs.look(take_in)

    assert "new files of visits" in kliqs.done("visits", "seal")
    assert kliqs.done("visits", "seal") == "0 new files of visits.\n"
    assert kliqs.done("visits", "purge") == "1 months of visits are rewritten; summaries of what is gone stay.\n"


def test_visits_that_a_dead_server_left_are_taken_in(kliqs: Operator) -> None:
    kliqs.done("account", "create", EMAIL, "--password-stdin", stdin=PASSWORD)

    async def leave() -> None:
        link = await Link.shorten(await world.account_of(EMAIL), url="https://example.com/")
        folder, held = journal_folders.claim_folder(kliqs.directory / "journal")
        at = int(clock.now().timestamp() * 1000)
        seen = JournalEntry(at, str(link.id), str(link.account_id), 0, False, 7, "ID", "", FIREFOX, "", "id", [])
        (folder / "000000000001.jsonl").write_bytes(orjson.dumps(tuple(seen)) + b"\n")
        os.close(held)

    kliqs.look(leave)
    assert kliqs.done("visits", "ingest") == "1 visit is taken in.\n"
    assert kliqs.done("visits", "ingest") == "0 visits are taken in.\n"

    async def counted() -> None:
        assert (await Link.first()).clicks == 1  # type: ignore[union-attr]

    kliqs.look(counted)


def leaves(group: click.Group = main, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command, as the words that are typed."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from leaves(command, (*before, name))
        else:
            yield (*before, name)


COMMANDS = list(leaves())
WORDS = {  # what each command must be told, with FILE for a file that the test gives
    ("account", "create"): [EMAIL],
    ("account", "show"): [EMAIL],
    ("account", "limits"): [EMAIL],
    ("account", "add-workspace"): [EMAIL],
    ("account", "password"): [EMAIL],
    ("account", "sign-out"): [EMAIL],
    ("account", "delete"): [EMAIL],
    ("requests", "show"): [str(UUID(int=1))],
    ("requests", "answer"): [str(UUID(int=1)), "Done."],
    ("requests", "extend"): [str(UUID(int=1)), "--because", "Many."],
    ("requests", "close"): [str(UUID(int=1))],
    ("account", "second-factor", "off"): [EMAIL],
    ("key", "create"): [EMAIL, "--name", "bot"],
    ("key", "revoke"): ["abcd…wxyz"],
    ("link", "block"): ["x", "--why", "spam"],
    ("link", "unblock"): ["x"],
    ("page", "block"): ["x", "--why", "spam"],
    ("page", "unblock"): ["x"],
    ("reports", "close"): [str(UUID(int=1))],
    ("abuse", "show"): ["x"],
    ("abuse", "block"): ["x", "--reason", "spam"],
    ("abuse", "allow"): ["x"],
    ("abuse", "restore"): ["x"],
    ("abuse", "host", "block"): ["evil.example", "--reason", "spam"],
    ("abuse", "host", "lift"): ["evil.example"],
    ("abuse", "lists", "add"): ["Ours", "FILE"],
    ("abuse", "lists", "remove"): ["Ours"],
    ("abuse", "lists", "update"): ["Ours"],
    ("backup", "write"): ["FILE"],
    ("backup", "verify"): ["FILE"],
    ("restore",): ["FILE"],
    ("geoip", "install"): ["FILE"],
    ("mail", "show"): [str(UUID(int=1))],
    ("payments", "show"): [ORDER],
    ("payments", "mark-paid"): [ORDER],
    ("payments", "refund"): [ORDER, "79000"],
    ("payments", "pay-back"): [ORDER, "79000"],
    ("operator", "add"): [EMAIL],
    ("operator", "remove"): [EMAIL],
    ("webhooks", "off"): [str(UUID(int=1))],
    ("payments", "second-payment"): [ORDER, "12", "79000"],
    ("payments", "seen"): [ORDER],
    ("payments", "check"): [ORDER],
    ("payments", "replay"): ["1"],
    ("payments", "coupon", "create"): ["HEMAT", "--percent", "10"],
    ("payments", "coupon", "stop"): ["HEMAT"],
    ("payments", "rate", "set"): ["16300"],
    ("gateway", "upstream", "add"): ["ollama", "--no-credential"],
    ("gateway", "upstream", "test"): ["ollama"],
    ("gateway", "upstream", "change"): ["ollama", "--region", "Jakarta"],
    ("gateway", "upstream", "move"): ["openai", "https://new.example/v1"],
    ("gateway", "upstream", "rotate"): ["ollama", "--credential-stdin"],
    ("gateway", "upstream", "on"): ["ollama"],
    ("gateway", "upstream", "off"): ["ollama"],
    ("gateway", "model", "add"): ["small", "ollama"],
    ("gateway", "model", "on"): ["small"],
    ("gateway", "model", "off"): ["small"],
    ("gateway", "model", "price"): ["small", "input=1"],
    ("gateway", "model", "margin"): ["small", "10"],
    ("settings", "set"): ["sign_up", "closed"],
    ("settings", "unset"): ["sign_up"],
    ("settings", "undo"): ["sign_up"],
    ("gateway", "model", "deprecate"): ["small", "--keep"],
    ("gateway", "route", "add"): ["small", "ollama"],
    ("gateway", "route", "on"): ["1"],
    ("gateway", "route", "off"): ["1"],
    ("gateway", "route", "weight"): ["1", "1"],
    ("gateway", "prices", "accept"): ["--all"],
    ("gateway", "notice", "add"): ["--title-id=A", "--title-en=B", "--text-id=C", "--text-en=D"],
    ("gateway", "notice", "remove"): ["1"],
    ("gateway", "credits", "give"): [EMAIL, "5000"],
    ("gateway", "request"): ["air_none"],
    ("gateway", "content"): ["air_none", "--reason", "A court order."],
    ("jobs", "retry"): [str(UUID(int=1))],
    ("jobs", "cancel"): [str(UUID(int=1))],
    ("storage", "move"): ["--to", "FOLDER"],
    ("account", "suspend"): [EMAIL, "--reason", "spam"],
    ("account", "lift"): [EMAIL],
    ("account", "uphold"): [EMAIL, "--answer", "It stays."],
    ("migrations", "make"): ["nothing"],
}
DEVELOPERS = ("migrations", "make")  # writes into the checkout, and looks at no installation


def spoil_folder(directory: Path) -> None:
    (directory / "var").write_text("a file where the folder should be")


def spoil_database(directory: Path) -> None:
    (directory / "var").mkdir()
    (directory / "var" / "kliqs.sqlite3").write_text("Dear diary, " * 1000)


def cut_database(directory: Path) -> None:
    (directory / "var").mkdir()
    whole = sqlite3.connect(directory / "whole")
    whole.executescript("CREATE TABLE aerich (id, version, app, content); CREATE TABLE x (y);")
    whole.close()
    (directory / "var" / "kliqs.sqlite3").write_bytes((directory / "whole").read_bytes()[:5000])


def folder_as_database(directory: Path) -> None:
    (directory / "var" / "kliqs.sqlite3").mkdir(parents=True)


@pytest.mark.parametrize("spoil", [spoil_folder, spoil_database, cut_database, folder_as_database])
@pytest.mark.parametrize("words", [words for words in COMMANDS if words != DEVELOPERS], ids=" ".join)
def test_no_command_shows_a_traceback_for_a_broken_installation(
    tmp_path: Path, words: tuple[str, ...], spoil: Callable[[Path], None]
) -> None:
    EXECUTOR_CACHE.clear()
    spoil(tmp_path)
    file = tmp_path / "file"
    places = {"FILE": str(file), "FOLDER": str(tmp_path / "folder")}
    arguments = [places.get(word, word) for word in WORDS.get(words, [])]
    if words != ("backup", "write"):
        file.write_text("some file")

    result = CliRunner().invoke(main, [*words, *arguments], env={"KLIQS_DATA_DIR": str(tmp_path / "var")})

    assert result.exit_code == 1 or (words[0] == "geoip" and result.exit_code == 0), result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output and "fault of Kliqs" not in result.output
    assert result.output.strip()


def text(file: Path) -> None:
    file.write_text("Dear diary, today I renamed my holiday pictures.")


def cut(file: Path) -> None:
    file.write_bytes(gzip.compress(os.urandom(5000))[:3000])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def odd_tar(file: Path) -> None:
    with tarfile.open(file, "w:gz") as tar:
        tar.add(__file__, "notes.py")


FILES: dict[str, Callable[[Path], None]] = {
    "missing": lambda file: None,
    "folder": Path.mkdir,
    "text": text,
    "cut": cut,
    "empty": empty,
    "tar": odd_tar,
    "below a file": lambda file: None,
}
READERS = [words for words in COMMANDS if "FILE" in WORDS.get(words, [])]


@ON_ONE
@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_a_wrong_file_is_a_sentence(kliqs: Operator, tmp_path: Path, words: tuple[str, ...], kind: str) -> None:
    file = tmp_path / ("kliqs.sqlite3/file" if kind == "below a file" else "wrong file")
    FILES[kind](file)
    if words == ("backup", "write") and kind == "missing":
        assert "Backed up" in kliqs.done(*words, str(file))
        return
    output = kliqs.refused(*words, *(str(file) if word == "FILE" else word for word in WORDS[words]))
    assert str(file) in output and len(output.splitlines()) == 1 and "fault of Kliqs" not in output


@ON_ONE
@pytest.mark.parametrize("words", READERS, ids=" ".join)
@pytest.mark.skipif(os.geteuid() != 0, reason="root alone can become somebody else")
def test_a_file_that_may_not_be_read_is_a_sentence(kliqs: Operator, tmp_path: Path, words: tuple[str, ...]) -> None:
    os.chown(tmp_path, 65534, 65534)
    for path in tmp_path.rglob("*"):
        os.chown(path, 65534, 65534)
    locked = tmp_path / "locked"
    locked.mkdir(0o700)
    (locked / "file").write_text("a secret of root")
    os.seteuid(65534)
    try:
        file = str(locked / ("new" if words == ("backup", "write") else "file"))
        output = kliqs.refused(*words, *(file if word == "FILE" else word for word in WORDS[words]))
    finally:
        os.seteuid(0)
    assert "Permission denied" in output and "belongs to root" in output and len(output.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone can become somebody else")
def test_a_data_directory_of_somebody_else_says_whose_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "var").mkdir(0o700)
    os.seteuid(65534)
    try:
        result = CliRunner().invoke(main, ["account", "show", EMAIL], env={"KLIQS_DATA_DIR": str(tmp_path / "var")})
    finally:
        os.seteuid(0)
    assert result.exit_code == 1 and "belongs to root" in result.stderr and "chown -R" in result.stderr


@ON_ONE
def test_a_password_that_is_no_text_is_a_sentence(kliqs: Operator) -> None:
    result = CliRunner().invoke(
        main, ["account", "create", EMAIL, "--password-stdin"], input=b"\xff\xfe\n", env=kliqs.env
    )
    assert result.exit_code == 1 and isinstance(result.exception, SystemExit)
    assert result.stderr == "That is not text in UTF-8.\n"


def test_serving_strangers_needs_a_word_first(tmp_path: Path) -> None:
    env = {"KLIQS_DATA_DIR": str(tmp_path / "var")}
    result = CliRunner().invoke(main, ["serve", "--bind", "0.0.0.0:8000"], env=env)
    assert result.exit_code == 2 and result.stderr.startswith("KLIQS_ENV: ")
    assert not (tmp_path / "var").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone can make what belongs to somebody else")
@ON_ONE
def test_a_command_of_root_does_not_lock_the_services_user_out(kliqs: Operator, tmp_path: Path) -> None:
    var = tmp_path / "var"
    var.mkdir()
    os.chown(var, 65534, 65534)
    kliqs.env |= {"KLIQS_DATA_DIR": str(var), "KLIQS_DATABASE_URL": "", "KLIQS_SECRET_KEY": ""}
    kliqs.done("demo")
    assert {path.stat().st_uid for path in var.rglob("*")} == {65534}
    assert not {path for path in var.rglob("*") if path.stat().st_mode & 0o077}
    assert "WRONG" not in kliqs.done("doctor")


@ON_ONE
def test_the_doctor_says_what_others_can_read_and_mends_it(kliqs: Operator, tmp_path: Path) -> None:
    var = tmp_path / "var"
    kliqs.env["KLIQS_DATA_DIR"] = str(var)
    kliqs.done("demo")
    for path in [path for path in (var / "media").rglob("*") if path.is_file()]:
        path.chmod(0o644)
    (var / "journal").chmod(0o755)
    sick = kliqs("doctor")
    assert sick.exit_code == 1 and f"is {var}/journal (mode 755)" in sick.stdout
    assert "put right" in kliqs.done("doctor", "--mend")
    assert "WRONG" not in kliqs.done("doctor")


def test_a_script_learns_from_the_exit_code_whether_an_upgrade_needs_a_stop(
    kliqs: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "can take over while the other one runs" in kliqs.done("upgrade", "check")

    async def refuse(_: object) -> None:
        raise RunningVersionEnds("901_contract.py")

    with monkeypatch.context() as patches:
        patches.setattr(upgrade_check, "refuse_what_ends_the_running_version", refuse)
        result = kliqs("upgrade", "check")
    assert result.exit_code == 3 and "STOP  The running version does not survive" in result.stdout
    kliqs.env["KLIQS_NO_SUCH_SETTING"] = "1"
    result = kliqs("upgrade", "check")
    assert result.exit_code == 1 and "WRONG KLIQS_NO_SUCH_SETTING: there is no such setting" in result.stdout
