"""Mail: put into a folder at once and sent from there beside everything else, so that a slow server slows nobody.

A file's name says when it is due and how often it was tried: `<due>.<tries>.<id>.eml`. Who sends one renames it first,
to when it would be due again: so no two processes send it, and one that is cut off is tried again. Without a server
the files stay for KEPT, to be read. No address is ever logged.
"""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from pathlib import Path
from uuid import uuid4

import structlog

from app.kernel import clock
from app.kernel.mail_settings import Server

KEPT, MOST_TRIES, PATIENCE, EVERY = timedelta(days=7), 10, 20, 30.0
FIRST_WAIT, LONGEST_WAIT = 120, 6 * 3600  # seconds until the next try; doubled each time
NOBODY = "kliqs@localhost"
log = structlog.get_logger()
_outbox, _server = Path("var/outbox"), None
_written = asyncio.Event()


def use(outbox: Path, server: Server | None) -> None:
    """Sets the folder, and the server that what lies there is sent through."""
    global _outbox, _server
    _outbox, _server = outbox, server


async def put(to: str, subject: str, text: str) -> None:
    """Leaves a letter to be sent, in plain text; `subject` is one line."""
    letter = EmailMessage(policy=SMTP)
    letter["From"] = _server.sender if _server else NOBODY
    letter["To"], letter["Subject"] = to, subject
    letter["Date"], letter["Message-ID"] = format_datetime(clock.now()), make_msgid(domain=letter["From"].split("@")[1])
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(text)
    await asyncio.to_thread(_write, bytes(letter), _now())
    _written.set()


async def send_due() -> int:
    """Sends what is due; returns how many were taken. A server that does not answer is left alone until later."""
    if _server is None:
        await asyncio.to_thread(_forget_old)
        return 0
    sent = 0
    for file in await asyncio.to_thread(_due):
        try:
            sent += await asyncio.to_thread(_deliver, file, _server)
        except OSError as problem:  # smtplib's own errors are OSErrors too
            log.warning("mail_not_sent", problem=type(problem).__name__)
            break
    return sent


@asynccontextmanager
async def sending() -> AsyncGenerator[None]:
    """Sends mail beside a block."""
    global _written
    _written = asyncio.Event()  # of this loop

    async def run() -> None:
        while True:
            try:
                _written.clear()
                await send_due()
            except Exception:
                log.exception("mail_failed")
            try:
                async with asyncio.timeout(EVERY):
                    await _written.wait()
            except TimeoutError:
                continue

    task = asyncio.create_task(run(), name="mail")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _write(content: bytes, due: int) -> None:
    _outbox.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = _outbox / f"{uuid4()}.draft"
    draft.write_bytes(content)
    draft.rename(_outbox / f"{due}.0.{draft.stem}.eml")


def _due() -> list[Path]:
    return sorted(file for file in _outbox.glob("*.eml") if int(file.name.split(".")[0]) <= _now())


def _deliver(file: Path, server: Server) -> bool:
    """Raises OSError when the server is the trouble; a letter that it refuses for good is dropped."""
    _, tried, id, _ = file.name.split(".")
    wait = min(FIRST_WAIT * 2 ** int(tried), LONGEST_WAIT)
    claimed = file.with_name(f"{_now() + wait}.{int(tried) + 1}.{id}.eml")
    try:
        file.rename(claimed)
    except FileNotFoundError:
        return False
    try:
        _send(claimed.read_bytes(), server)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as refused:
        if _for_good(refused) or int(tried) + 1 >= MOST_TRIES:
            log.warning("mail_given_up", problem=type(refused).__name__)
            claimed.unlink(missing_ok=True)
        return False
    except OSError:
        if int(tried) + 1 >= MOST_TRIES:
            claimed.unlink(missing_ok=True)
        raise
    claimed.unlink(missing_ok=True)
    return True


def _send(content: bytes, server: Server) -> None:
    safely = ssl.create_default_context()
    if server.security == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=safely)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    with line:
        if server.security == "starttls":
            line.starttls(context=safely)
        if server.user:
            line.login(server.user, server.password)
        line.send_message(message_from_bytes(content, policy=SMTP))


def _for_good(refused: smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError) -> bool:
    """RFC 5321, 4.2.1: 5yz is a no that stays one."""
    if isinstance(refused, smtplib.SMTPDataError):
        return refused.smtp_code >= 500
    return all(code >= 500 for code, _ in refused.recipients.values())


def _forget_old() -> None:
    for file in _outbox.glob("*.eml"):
        if int(file.name.split(".")[0]) < _now() - KEPT.total_seconds():
            file.unlink(missing_ok=True)


def _now() -> int:
    return int(clock.now().timestamp())
