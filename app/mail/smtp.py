"""Sends emails by SMTP (RFC 5321), with text and HTML as alternatives (RFC 2046, 5.1.4)."""

import asyncio
import smtplib
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from app.kernel.mail_settings import SmtpServer
from app.mail.automatic_headers import email_headers
from app.mail.errors import EmailRejected, MailServerUnreachable
from app.mail.models import OutgoingEmail

TIMEOUT = 10  # seconds for each reply; all of them together take less time than the wait to the next attempt
_pool = ThreadPoolExecutor(1, "mail")  # one thread, so that a server that hangs blocks nothing else


async def send(server: SmtpServer, email: OutgoingEmail) -> None:
    """Sends an email through an SMTP server; returns when the server has accepted it.

    If the task is cancelled, the connection is closed at once, so that nothing more is sent. The server may then have
    accepted the email without our knowing it only if its complete text had arrived already. Raises:
    MailServerUnreachable, EmailRejected.
    """
    transmission = Transmission(server)
    try:
        await asyncio.get_running_loop().run_in_executor(_pool, transmission.send, build_message(email, server.sender))
    except asyncio.CancelledError:
        transmission.abort()
        raise
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _ in refused.recipients.values()]
        raise EmailRejected(permanent=all(map(_is_permanent, codes)), status=codes[0] if codes else 0) from None
    except smtplib.SMTPDataError as refused:
        raise EmailRejected(permanent=_is_permanent(refused.smtp_code), status=refused.smtp_code) from None
    except ValueError:  # an address that cannot be encoded
        raise EmailRejected(permanent=True) from None
    except OSError:  # smtplib's errors are subclasses of OSError
        raise MailServerUnreachable from None


def build_message(email: OutgoingEmail, sender: str) -> EmailMessage:
    """Builds the MIME message. Its Message-ID is the same at each attempt, so that duplicates can be recognised."""
    mime = EmailMessage(policy=SMTP)
    mime["From"], mime["To"], mime["Subject"] = formataddr(("Kliqs", sender)), email.recipient, email.subject
    mime["Date"] = format_datetime(email.created_at)
    mime["Message-ID"] = f"<{email.id}@{sender.rpartition('@')[2]}>"
    for name, value in email_headers(email).items():
        mime[name] = value
    mime.set_content(email.text)
    mime.add_alternative(email.html, subtype="html")
    return mime


class Transmission:
    """The transmission of one message in a thread, which another thread can abort."""

    def __init__(self, server: SmtpServer) -> None:
        self.server = server
        self._connection: smtplib.SMTP | None = None
        self._aborted = False

    def send(self, mime: EmailMessage) -> None:
        """Connects, signs in if a user is set, and sends the message. Raises what smtplib raises."""
        context = ssl.create_default_context()
        with self._connect(context) as connection:
            self._connection = connection
            if self._aborted:
                raise ConnectionAbortedError
            if self.server.security == "starttls":
                connection.starttls(context=context)
            if self.server.user:
                connection.login(self.server.user, self.server.password)
            connection.send_message(mime)

    def abort(self) -> None:
        """Closes the connection in both directions: the thread gets an error, and the server no further command."""
        self._aborted = True
        if self._connection and self._connection.sock:
            with suppress(OSError):
                socket.socket.shutdown(self._connection.sock, socket.SHUT_RDWR)  # without a farewell of TLS

    def _connect(self, context: ssl.SSLContext) -> smtplib.SMTP:
        if self.server.security == "tls":
            return smtplib.SMTP_SSL(self.server.host, self.server.port, timeout=TIMEOUT, context=context)
        return smtplib.SMTP(self.server.host, self.server.port, timeout=TIMEOUT)


def _is_permanent(code: int) -> bool:
    """Whether a reply code is a permanent failure, 5yz (RFC 5321, 4.2.1)."""
    return code >= 500
