"""Letters by SMTP (RFC 5321): text and HTML as two forms of one (RFC 2046, 5.1.4)."""

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from app.kernel.mail_settings import Server
from app.mail.email_headers import headers
from app.mail.errors import Returned, Unreachable
from app.mail.models import Letter

PATIENCE = 10  # seconds for each answer: all of them together stay below the wait to the next try


def send(server: Server, letter: Letter) -> None:
    """Hands a letter to a server, waiting for it. Raises Unreachable and Returned."""
    try:
        _send(server, message(letter, server.sender))
    except smtplib.SMTPRecipientsRefused as refused:
        raise Returned(for_good=all(_final(code) for code, _ in refused.recipients.values())) from None
    except smtplib.SMTPDataError as refused:
        raise Returned(for_good=_final(refused.smtp_code)) from None
    except ValueError:  # an address that cannot be written down here
        raise Returned(for_good=True) from None
    except OSError:  # smtplib's own errors are OSErrors too
        raise Unreachable from None


def message(letter: Letter, sender: str) -> EmailMessage:
    """A letter as it is sent. The same id at each try: who gets it twice can tell."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = formataddr(("Kliqs", sender)), letter.recipient, letter.subject
    made["Date"] = format_datetime(letter.created_at)
    made["Message-ID"] = f"<{letter.id}@{sender.rpartition('@')[2]}>"
    for name, value in headers(letter).items():
        made[name] = value
    made.set_content(letter.text)
    made.add_alternative(letter.html, subtype="html")
    return made


def _send(server: Server, made: EmailMessage) -> None:
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
        line.send_message(made)


def _final(code: int) -> bool:
    """RFC 5321, 4.2.1: 5yz is a no that stays one."""
    return code >= 500
