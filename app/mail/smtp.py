"""Sends emails by SMTP (RFC 5321), with text and HTML as alternatives (RFC 2046, 5.1.4)."""

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from app.kernel.mail_settings import SmtpServer
from app.mail.email_headers import email_headers
from app.mail.errors import EmailRejected, MailServerUnreachable
from app.mail.models import OutgoingEmail

TIMEOUT = 10  # seconds for each reply; all of them together take less time than the wait to the next attempt


def send(server: SmtpServer, email: OutgoingEmail) -> None:
    """Sends an email through an SMTP server, blocking until it is accepted.

    Raises: MailServerUnreachable, EmailRejected.
    """
    try:
        _send(server, build_message(email, server.sender))
    except smtplib.SMTPRecipientsRefused as refused:
        raise EmailRejected(permanent=all(_is_permanent(code) for code, _ in refused.recipients.values())) from None
    except smtplib.SMTPDataError as refused:
        raise EmailRejected(permanent=_is_permanent(refused.smtp_code)) from None
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


def _send(server: SmtpServer, mime: EmailMessage) -> None:
    """Connects, signs in if a user is set, and sends the message."""
    context = ssl.create_default_context()
    if server.security == "tls":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    with connection:
        if server.security == "starttls":
            connection.starttls(context=context)
        if server.user:
            connection.login(server.user, server.password)
        connection.send_message(mime)


def _is_permanent(code: int) -> bool:
    """Whether a reply code is a permanent failure, 5yz (RFC 5321, 4.2.1)."""
    return code >= 500
