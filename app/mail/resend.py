"""Letters through resend.com: https://resend.com/docs/api-reference/emails/send-email.

One small POST in a thread of its own, by the standard library: a client for HTTP would be one more thing to keep up.
"""

import json
from email.utils import formataddr
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from app.kernel.mail_settings import Resend
from app.mail.email_headers import headers
from app.mail.errors import Returned, Unreachable
from app.mail.models import Letter

PATIENCE, LATER = 20, {401, 403, 408, 409, 425, 429}  # a wrong key is the operator's to mend, not the letter's fault


class _Stay(HTTPRedirectHandler):
    """A redirect would carry the key to somebody else."""

    def redirect_request(self, *_: Any) -> None: ...


_opener = build_opener(ProxyHandler({}), _Stay)


def send(account: Resend, letter: Letter) -> None:
    """Posts a letter, waiting for the answer. The same key at each try: it leaves once.

    Raises Unreachable and Returned.
    """
    said = {
        "from": formataddr(("Kliqs", account.sender)), "to": [letter.recipient], "subject": letter.subject,
        "text": letter.text, "html": letter.html, "headers": headers(letter),
    }
    request = Request(account.url, json.dumps(said).encode(), {  # noqa: S310 - the address is ours
        "Authorization": f"Bearer {account.key}", "Content-Type": "application/json", "User-Agent": "Kliqs",
        "Idempotency-Key": str(letter.id),
    })
    try:
        with _opener.open(request, timeout=PATIENCE):
            return
    except HTTPError as refused:
        with refused:
            if refused.code in LATER or refused.code >= 500 or refused.code < 400:
                raise Unreachable(_seconds(refused.headers.get("Retry-After", ""))) from None
            raise Returned(for_good=True) from None
    except (OSError, HTTPException):
        raise Unreachable from None


def _seconds(said: str) -> float:
    """Retry-After as seconds (RFC 9110, 10.2.3); its other form, a date, is not heeded."""
    return float(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0
