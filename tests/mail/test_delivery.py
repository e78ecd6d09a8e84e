"""A letter leaves once, when somebody takes it, and holds nobody up when nobody does."""

import asyncio
import re
import smtplib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from tortoise.exceptions import OperationalError

from app.jobs import Job
from app.jobs.registry import JITTER
from app.jobs.worker import Worker
from app.kernel import clock, db, installation
from app.kernel.config import Config, InvalidSettings
from app.kernel.mail_settings import ResendAccount, SmtpServer
from app.mail import delivery, smtp
from app.mail import resend_api as resend_client
from app.mail.delivery import FIRST_WAIT, KIND, LONGEST_WAIT, MAX_TRIES
from app.mail.models import RETENTION, OutgoingEmail
from app.ops.retention_sweep import delete_expired
from tests.conftest import ORIGIN, SECRET, Clock
from tests.mail.post import SERVER, Api, Post, allow_this_machine, hanging, letter, resend
from tests.waiting import DEADLINE, eventually

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def _no_backend() -> Iterator[None]:
    installation.current().mail_backend = None
    yield
    installation.current().mail_backend = None


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch, moved: Clock) -> Post:
    post_server = Post()
    monkeypatch.setattr(smtplib, "SMTP", post_server)
    installation.current().mail_backend = SERVER
    return post_server


@pytest.fixture
def api(moved: Clock) -> Iterator[Api]:
    allow_this_machine()
    with resend() as resend_server:
        installation.current().mail_backend = resend_server.account
        yield resend_server


async def waiting() -> int:
    return await OutgoingEmail.waiting().count()


async def send_due() -> int:
    """Runs the jobs that send letters as a worker does; returns how many left."""
    before = await OutgoingEmail.exclude(sent_at=None).count()
    await Worker().run_due(KIND)
    return await OutgoingEmail.exclude(sent_at=None).count() - before


async def send_job() -> Job:
    """The only job that sends a letter."""
    return await Job.get(kind=KIND)


async def test_a_letter_leaves_once_as_text_and_html_signed_in_and_encrypted(post: Post) -> None:
    written = await letter(action=("Buka", "https://kliqs.test/audience/secret"))

    assert (await send_due(), await send_due()) == (1, 0)
    [sent] = post.taken
    assert (sent["To"], sent["From"], sent["Subject"]) == ("rani@example.com", f"Kliqs <{SERVER.sender}>", "Halo – ya")
    assert sent["Auto-Submitted"] == "auto-generated" and sent["Message-ID"] == f"<{written.id}@kliqs.test>"
    assert sent["List-Unsubscribe"] is None
    assert [part.get_content_type() for part in sent.iter_parts()] == ["text/plain", "text/html"]
    for part in sent.iter_parts():
        assert "https://kliqs.test/audience/secret" in part.get_content() and "Apa kabar?" in part.get_content()
    assert post.said == ["starttls", "login kliqs secret"]


async def test_what_a_letter_says_is_forgotten_once_it_is_sent(post: Post) -> None:
    await letter(action=("Buka", "https://kliqs.test/audience/secret"))
    await send_due()

    [row] = await db.query_rows("SELECT * FROM letters", [])
    assert "secret" not in str(row) and row["text"] == row["html"] == ""
    assert (await OutgoingEmail.get()).state == "sent"


async def test_a_letter_that_can_be_switched_off_says_where(post: Post) -> None:
    await letter(choice=True)
    await send_due()
    assert post.taken[0]["List-Unsubscribe"] == "<https://kliqs.test/dashboard/settings/notifications>"


async def test_a_header_cannot_be_smuggled_in() -> None:
    with pytest.raises(ValueError, match="one line"):
        await letter(subject="Halo\nBcc: x@example.com")
    assert await waiting() == 0


async def test_what_did_not_happen_is_not_told() -> None:
    async def fail() -> None:
        async with db.transaction():
            await letter()
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert await waiting() == 0


async def test_a_server_that_is_down_is_tried_again_later_and_later(post: Post, moved: Clock) -> None:
    post.trouble = ConnectionRefusedError()
    await letter()
    waits = []
    for _ in range(MAX_TRIES - 1):
        assert await send_due() == 0
        installation.current().set_resource(delivery.ClosedBackend())  # its moment of rest is over
        waits.append((await send_job()).due_at - moved.now)
        moved.on(waits[-1])
    for tries, least in enumerate((FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT)):
        assert least <= waits[tries] <= least * (1 + JITTER)
    assert LONGEST_WAIT <= waits[-1] <= LONGEST_WAIT * (1 + JITTER)

    post.trouble = None
    assert await send_due() == 1


async def test_a_server_that_stays_down_is_given_up(post: Post, moved: Clock) -> None:
    post.trouble = ConnectionRefusedError()
    await letter()
    for _ in range(MAX_TRIES):
        assert await waiting() == 1
        await send_due()
        installation.current().set_resource(delivery.ClosedBackend())
        moved.on(2 * LONGEST_WAIT)
    given_up, job = await OutgoingEmail.get(), await send_job()
    assert (given_up.state, given_up.html) == ("given_up", "")
    assert (job.state, job.tries, job.reason) == ("failed", MAX_TRIES, "The mail server could not be reached.")


@pytest.mark.parametrize(("code", "stays"), [(550, 0), (450, 1)])
async def test_an_address_that_does_not_exist_is_not_tried_again(
    post: Post, code: int, stays: int, capfd: pytest.CaptureFixture[str]
) -> None:
    post.trouble = smtplib.SMTPRecipientsRefused({"rani@example.com": (code, b"no")})
    await letter()
    await letter("wati@example.com")

    await send_due()

    assert await waiting() == 2 * stays
    assert not re.search("rani|wati", "".join(capfd.readouterr())), "no address is logged"


async def test_an_address_that_cannot_be_written_down_keeps_no_other_back(post: Post) -> None:
    await letter("rañi@example.com")
    post.trouble = UnicodeEncodeError("ascii", "rañi@example.com", 2, 3, "")
    await send_due()
    assert (await OutgoingEmail.get()).state == "given_up"


async def test_senders_share_the_work(post: Post) -> None:
    for at in range(20):
        await letter(f"r{at}@example.com")

    finished = await asyncio.gather(*(Worker().run_due(KIND) for _ in range(5)))

    assert sum(finished) == len(post.taken) == 20
    assert len({sent["To"] for sent in post.taken}) == 20


async def test_a_letter_is_not_sent_again_because_the_database_was_away_when_it_had_left(
    post: Post, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, tries = OutgoingEmail.mark_sent, []

    async def away_twice(letter: OutgoingEmail) -> None:
        tries.append(letter.id)
        if len(tries) < 3:
            raise OperationalError("database is locked")
        await sent(letter)

    monkeypatch.setattr(OutgoingEmail, "mark_sent", away_twice)
    await letter()
    assert await send_due() == 1
    moved.on(LONGEST_WAIT)
    assert await send_due() == 0
    assert len(post.taken) == 1 and len(tries) == 3


async def test_a_letter_whose_sender_was_cut_off_is_tried_again(post: Post) -> None:
    await letter()
    cut_off = await Job.claim([KIND], timedelta(seconds=60))
    assert await send_due() == 0, "somebody may be sending it"
    assert cut_off and await cut_off.begin() and await cut_off.expire()
    assert await send_due() == 1


async def test_a_letter_whose_every_sender_was_cut_off_is_given_up(post: Post) -> None:
    await letter()
    for _ in range(MAX_TRIES):
        cut_off = await Job.claim([KIND], timedelta(seconds=60))
        assert cut_off and await cut_off.begin() and await cut_off.expire()
    assert await send_due() == 0
    assert (await OutgoingEmail.get()).state == "given_up" and not post.taken


async def test_a_letter_deleted_with_its_account_is_not_sent(post: Post) -> None:
    await letter()
    await OutgoingEmail.all().delete()
    assert await send_due() == 0
    assert (await send_job()).state == "finished" and not post.taken


async def test_a_letters_words_and_address_are_in_no_job(post: Post) -> None:
    await letter(action=("Buka", "https://kliqs.test/audience/secret"))
    [row] = await db.query_rows("SELECT * FROM jobs", [])
    assert "secret" not in str(row) and "rani" not in str(row)


async def test_without_a_way_out_letters_stay_to_be_read_for_a_week(moved: Clock) -> None:
    await letter()
    await send_due()
    assert (await send_job()).tries == 0
    await delete_expired()
    assert await waiting() == 1
    moved.on(RETENTION + timedelta(seconds=1))
    await delete_expired()
    assert await OutgoingEmail.all().count() == 0
    assert (await send_job()).state == "cancelled", "nobody waits for a letter that is gone"


async def test_it_is_sent_beside_everything_else(post: Post) -> None:
    async with Worker().running(), asyncio.timeout(30):
        await letter()
        await eventually(lambda: post.taken)
    assert len(post.taken) == 1


async def test_a_server_that_never_answers_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "TIMEOUT", 600)  # longer than a test may take
    monkeypatch.setattr(delivery, "DRAIN", 0.1)
    with hanging() as port:
        installation.current().mail_backend = SmtpServer("127.0.0.1", port, "", "", "none", "hello@kliqs.test")
        async with asyncio.timeout(DEADLINE), Worker(grace=0.1).running():
            for at in range(20):
                await letter(f"r{at}@example.com")
                await asyncio.sleep(0.01)
        assert await waiting() == 20
        first = await Job.filter(kind=KIND).order_by("-due_at").first()
    assert first and (first.state, first.tries) == ("waiting", 1), "its thread may still be sending it"
    assert first.due_at - clock.now() > FIRST_WAIT / 2


async def test_resend_is_given_the_letter_once_however_often_it_is_tried(api: Api, moved: Clock) -> None:
    written = await letter(choice=True)
    api.status = 500
    assert await send_due() == 0
    installation.current().set_resource(delivery.ClosedBackend())
    moved.on(2 * FIRST_WAIT)
    api.status = 200
    assert await send_due() == 1

    keys = {headers["Idempotency-Key"] for headers, _ in api.taken}
    assert keys == {str(written.id)} and len(api.taken) == 2
    headers, body = api.taken[-1]
    assert headers["Authorization"] == "Bearer re_1" and headers["Content-Type"] == "application/json"
    assert body == {
        "from": "Kliqs <hello@kliqs.test>",
        "to": ["rani@example.com"],
        "subject": "Halo – ya",
        "text": written.text,
        "html": written.html,
        "headers": {
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "List-Unsubscribe": "<https://kliqs.test/dashboard/settings/notifications>",
        },
    }


@pytest.mark.parametrize("status", [429, 500, 503, 302, 401])
async def test_resend_is_asked_again_after_as_long_as_it_wishes(api: Api, moved: Clock, status: int) -> None:
    api.status, api.headers = status, {"Retry-After": "600", "Location": f"{api.account.url}/elsewhere"}
    await letter()
    await letter("wati@example.com")
    await send_due()

    assert len(api.taken) == 1, "the others wait too, and nobody is followed elsewhere"
    first, other = await Job.filter(kind=KIND).order_by("-tries")
    assert (first.tries, other.tries) == (1, 0)
    assert timedelta(seconds=600) <= first.due_at - moved.now <= timedelta(seconds=600) * (1 + JITTER)
    assert not delivery.can_send_email_now()


async def test_what_resend_refuses_is_given_up(api: Api) -> None:
    api.status = 422
    await letter()
    await send_due()
    assert (await OutgoingEmail.get()).state == "given_up"


@pytest.mark.parametrize("way", ["never answers", "answers without end", "is not allowed"])
async def test_resend_gets_bounded_time_and_room_and_is_tried_again(
    api: Api, moved: Clock, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(resend_client, "LIMITS", replace(resend_client.LIMITS, total=0.5))
    api.body = b"x" * (resend_client.LIMITS.body + 1) if way == "answers without end" else b""
    if way == "is not allowed":
        installation.current().config = Config(hosts=ORIGIN, secret_key=SECRET)
    await letter()
    with hanging() as port:
        if way == "never answers":
            installation.current().mail_backend = api.account._replace(url=f"http://127.0.0.1:{port}/emails")
        assert await send_due() == 0
    assert ((await OutgoingEmail.get()).state, (await send_job()).state) == ("waiting", "waiting")
    assert (await send_job()).reason == "The mail server could not be reached."


async def test_a_resend_that_is_not_there_is_tried_again() -> None:
    allow_this_machine()
    installation.current().mail_backend = ResendAccount("re_1", "hello@kliqs.test", "http://127.0.0.1:1/emails")
    await letter()
    assert await send_due() == 0
    assert await waiting() == 1


def test_a_way_out_needs_a_sender_and_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Config().mail_backend is None
    for name in ("KLIQS_RESEND_KEY", "KLIQS_SMTP_HOST"):
        monkeypatch.setenv(name, "mail.example")
        with pytest.raises(InvalidSettings, match=f"KLIQS_SMTP_FROM: with {name}"):
            Config.from_env()
        monkeypatch.delenv(name)
    monkeypatch.setenv("KLIQS_SMTP_FROM", "hello@kliqs.example")
    monkeypatch.setenv("KLIQS_RESEND_KEY", "re_1")
    assert Config.from_env().mail_backend == ResendAccount("re_1", "hello@kliqs.example")
    monkeypatch.setenv("KLIQS_SMTP_HOST", "mail.example")
    with pytest.raises(InvalidSettings, match="one way"):
        Config.from_env()
    monkeypatch.delenv("KLIQS_RESEND_KEY")
    server = Config.from_env().mail_backend
    assert isinstance(server, SmtpServer)
    assert (server.port, server.security, server.sender) == (587, "starttls", "hello@kliqs.example")
