"""Sends emails through resend.com: https://resend.com/docs/api-reference/emails/send-email.

It is one small POST, made with the standard library in a thread: an HTTP client library would be one more dependency.
"""

import json
from email.utils import formataddr
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from app.kernel.mail_settings import ResendAccount
from app.mail.email_headers import email_headers
from app.mail.errors import EmailRejected, MailServerUnreachable
from app.mail.models import OutgoingEmail

TIMEOUT, TEMPORARY_STATUSES = 20, {401, 403, 408, 409, 425, 429}  # 401, 403: the operator can correct the key


class _NoRedirects(HTTPRedirectHandler):
    """Refuses redirects, because they would send the API key to another host."""

    def redirect_request(self, *_: Any) -> None: ...


_opener = build_opener(ProxyHandler({}), _NoRedirects)


def send(account: ResendAccount, email: OutgoingEmail) -> None:
    """Posts an email, blocking until the answer. Raises: MailServerUnreachable, EmailRejected.

    The idempotency key is the same at each attempt, so that the email is sent once.
    """
    request = _build_request(account, email)
    try:
        with _opener.open(request, timeout=TIMEOUT):
            return
    except HTTPError as error:
        with error:
            if error.code in TEMPORARY_STATUSES or error.code >= 500 or error.code < 400:
                raise MailServerUnreachable(_seconds(error.headers.get("Retry-After", ""))) from None
            raise EmailRejected(permanent=True) from None
    except (OSError, HTTPException):
        raise MailServerUnreachable from None


def _build_request(account: ResendAccount, email: OutgoingEmail) -> Request:
    """Returns the POST of an email, with the API key."""
    payload = {
        "from": formataddr(("Kliqs", account.sender)),
        "to": [email.recipient],
        "subject": email.subject,
        "text": email.text,
        "html": email.html,
        "headers": email_headers(email),
    }
    return Request(  # noqa: S310
        account.url,
        json.dumps(payload).encode(),
        {
            "Authorization": f"Bearer {account.key}",
            "Content-Type": "application/json",
            "User-Agent": "Kliqs",
            "Idempotency-Key": str(email.id),
        },
    )


def _seconds(value: str) -> float:
    """Returns the seconds of a Retry-After header (RFC 9110, 10.2.3), 0 if it is missing or a date."""
    return float(value) if value.isascii() and value.isdigit() and len(value) < 7 else 0
