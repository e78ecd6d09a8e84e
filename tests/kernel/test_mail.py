"""Mail waits on disk, leaves when a server takes it, and holds nobody up when none does."""

import asyncio
import smtplib
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.kernel import mail
from app.kernel.config import Config, WrongSettings
from app.kernel.mail_settings import Server
from tests.conftest import Clock

SERVER = Server("mail.example", 587, "kliqs", "secret", "starttls", "hello@kliqs.test")


class Post:
    """A mail server that remembers, or refuses."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.said: list[str] = []
        self.trouble: Exception | None = None

    def __call__(self, host: str, port: int, **_: Any) -> "Post":
        assert (host, port) == (SERVER.host, SERVER.port)
        if isinstance(self.trouble, ConnectionError):
            raise self.trouble
        return self

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *_: object) -> None: ...

    def starttls(self, **_: Any) -> None:
        self.said.append("starttls")

    def login(self, user: str, password: str) -> None:
        self.said.append(f"login {user} {password}")

    def send_message(self, letter: Any) -> None:
        if self.trouble:
            raise self.trouble
        self.taken.append(letter)


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, moved: Clock) -> Post:
    made = Post()
    monkeypatch.setattr(mail.smtplib, "SMTP", made)  # type: ignore[attr-defined]
    mail.use(tmp_path / "outbox", SERVER)
    return made


def waiting(tmp_path: Path) -> int:
    return len(list((tmp_path / "outbox").glob("*.eml")))


async def test_a_letter_leaves_once_signed_in_and_encrypted(post: Post, tmp_path: Path) -> None:
    await mail.put("rani@example.com", "Konfirmasi alamatmu – ya", "Halo\n")
    assert waiting(tmp_path) == 1
    assert stat.S_IMODE((tmp_path / "outbox").stat().st_mode) == 0o700

    assert await mail.send_due() == 1
    assert await mail.send_due() == 0
    [letter] = post.taken
    assert (letter["To"], letter["From"], letter["Subject"]) == (
        "rani@example.com", SERVER.sender, "Konfirmasi alamatmu – ya")
    assert letter["Auto-Submitted"] == "auto-generated" and letter["Message-ID"].endswith("@kliqs.test>")
    assert post.said == ["starttls", "login kliqs secret"]
    assert waiting(tmp_path) == 0


async def test_a_header_cannot_be_smuggled_in(post: Post) -> None:
    with pytest.raises(ValueError, match=r"CR|linefeed|newline"):
        await mail.put("rani@example.com", "Halo\nBcc: x@example.com", "")


async def test_a_server_that_is_down_is_tried_again_later_and_later(post: Post, tmp_path: Path, moved: Clock) -> None:
    post.trouble = ConnectionRefusedError()
    await mail.put("rani@example.com", "Halo", "Halo")
    assert await mail.send_due() == 0
    post.trouble = None
    assert await mail.send_due() == 0, "not yet"
    moved.on(timedelta(seconds=mail.FIRST_WAIT + 1))
    assert await mail.send_due() == 1


async def test_a_server_that_stays_down_is_given_up(post: Post, tmp_path: Path, moved: Clock) -> None:
    post.trouble = ConnectionRefusedError()
    await mail.put("rani@example.com", "Halo", "Halo")
    for _ in range(mail.MOST_TRIES):
        assert waiting(tmp_path) == 1
        await mail.send_due()
        moved.on(timedelta(seconds=mail.LONGEST_WAIT + 1))
    assert waiting(tmp_path) == 0


@pytest.mark.parametrize(("code", "stays"), [(550, 0), (450, 1)])
async def test_an_address_that_does_not_exist_is_not_tried_again(
    post: Post, tmp_path: Path, code: int, stays: int, capfd: pytest.CaptureFixture[str]
) -> None:
    post.trouble = smtplib.SMTPRecipientsRefused({"rani@example.com": (code, b"no")})
    await mail.put("rani@example.com", "Halo", "Halo")
    await mail.put("wati@example.com", "Halo", "Halo")

    await mail.send_due()

    assert waiting(tmp_path) == 2 * stays
    assert "rani@" not in "".join(capfd.readouterr()), "no address is logged"


async def test_processes_share_the_work(post: Post, tmp_path: Path) -> None:
    for at in range(10):
        await mail.put(f"r{at}@example.com", "Halo", "Halo")

    counts = await asyncio.gather(*(mail.send_due() for _ in range(4)))

    assert sum(counts) == len(post.taken) == 10
    assert len({letter["To"] for letter in post.taken}) == 10


async def test_without_a_server_letters_stay_to_be_read_for_a_week(tmp_path: Path, moved: Clock) -> None:
    mail.use(tmp_path / "outbox", None)
    await mail.put("rani@example.com", "Halo", "Halo")
    await mail.send_due()
    assert waiting(tmp_path) == 1
    moved.on(mail.KEPT + timedelta(seconds=2))
    await mail.send_due()
    assert waiting(tmp_path) == 0


async def test_it_is_sent_beside_everything_else(post: Post) -> None:
    async with mail.sending():
        await mail.put("rani@example.com", "Halo", "Halo")
        for _ in range(100):
            if post.taken:
                break
            await asyncio.sleep(0.02)
    assert len(post.taken) == 1


def test_a_server_needs_a_sender(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Config().mail_server is None
    monkeypatch.setenv("KLIQS_SMTP_HOST", "mail.example")
    with pytest.raises(WrongSettings, match="KLIQS_SMTP_FROM"):
        Config.from_env()
    monkeypatch.setenv("KLIQS_SMTP_FROM", "hello@kliqs.example")
    server = Config.from_env().mail_server
    assert server and (server.port, server.security, server.sender) == (587, "starttls", "hello@kliqs.example")
