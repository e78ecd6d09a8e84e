"""Sends emails through resend.com: https://resend.com/docs/api-reference/emails/send-email."""

import json
from email.utils import formataddr

from app.kernel import http_client, installation
from app.kernel.http_client_errors import NetError
from app.kernel.mail_settings import ResendAccount
from app.mail.automatic_headers import email_headers
from app.mail.errors import EmailRejected, MailServerUnreachable
from app.mail.models import OutgoingEmail

TEMPORARY_STATUSES = {401, 403, 408, 409, 425, 429}  # 401, 403: the operator can correct the key
# a redirect would send the API key to another host
LIMITS = http_client.Limits(connect=10, idle=20, total=20, redirects=0)


async def send(account: ResendAccount, email: OutgoingEmail) -> None:
    """Posts an email; at most 20 seconds and 64 KiB of response.

    The idempotency key is the same at each attempt, so that the email is sent once. Raises: MailServerUnreachable,
    EmailRejected.
    """
    headers = {
        "Authorization": f"Bearer {account.key}",
        "Content-Type": "application/json",
        "Idempotency-Key": str(email.id),
    }
    body, allow = json.dumps(_payload(account, email)).encode(), installation.current().config.allow_list
    try:
        response = await http_client.request(
            "POST", account.url, allow=allow, headers=headers, body=body, limits=LIMITS
        )
    except NetError:
        raise MailServerUnreachable from None
    status = response.status
    if status in TEMPORARY_STATUSES or status >= 500 or 300 <= status < 400:
        raise MailServerUnreachable(_seconds(response.headers.get("Retry-After", "")))
    if status >= 400:
        raise EmailRejected(permanent=True, status=status)


def _payload(account: ResendAccount, email: OutgoingEmail) -> dict[str, object]:
    """Returns the body of the request."""
    return {
        "from": formataddr(("Kliqs", account.sender)),
        "to": [email.recipient],
        "subject": email.subject,
        "text": email.text,
        "html": email.html,
        "headers": email_headers(email),
    }


def _seconds(value: str) -> float:
    """Returns the seconds of a Retry-After header (RFC 9110, 10.2.3), 0 if it is missing or a date."""
    return float(value) if value.isascii() and value.isdigit() and len(value) < 7 else 0
