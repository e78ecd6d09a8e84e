"""Requests for a link by email. What a request does and shows is the same for known and for unknown addresses.

The job that it enqueues looks for the user and sends the email, or nothing.
"""

from __future__ import annotations

from uuid import UUID

from app import jobs
from app.accounts.security_log import record_event
from app.accounts.sign_up_checks import normalize_email
from app.accounts.user import User
from app.jobs import Job
from app.kernel import secrets
from app.kernel.db import transaction
from app.sign_in import emails, sending_limits
from app.sign_in.mailed_code import TooSoon
from app.sign_in.mailed_link import SIGN_IN, MailedLink

KIND = "sign_in.link"


async def request_link(
    purpose: str, email: str, *, address: str, device: str, known_browser: str, next_path: str = ""
) -> str:
    """Requests an email with a link; returns the token of the browser, which sees the page about the email.

    `address` is the visitor's IP address, used for limits only; `known_browser` the token of a browser that signed in
    before. Raises: InvalidEmail, TooManyAttempts.
    """
    typed, browser = normalize_email(email), secrets.new_token()
    await sending_limits.count_link(typed, address, known_browser)
    async with transaction():
        request = await MailedLink.open_request(purpose, typed, browser, device=device, next_path=next_path)
        await jobs.enqueue(KIND, {"link": str(request.id)})
    return browser


async def request_link_again(request: MailedLink, *, address: str, known_browser: str) -> None:
    """Requests another email for the same address, with the same words. Raises: TooSoon, TooManyAttempts."""
    if wait := request.seconds_to_wait:
        raise TooSoon(retry_after=wait)
    await sending_limits.count_link(request.email, address, known_browser)
    async with transaction():
        await jobs.enqueue(KIND, {"link": str((await request.repeat()).id)})


@jobs.handler(KIND)
async def send_link(job: Job) -> None:
    """Sends the email of a request if its address is somebody's."""
    request = await MailedLink.get_or_none(id=UUID(job.payload["link"]))
    user = await User.get_or_none(email=request.email) if request else None
    if request is None or user is None:
        return
    async with transaction():
        if not (token := await request.make_token(user.id)):
            return
        if request.purpose == SIGN_IN:
            await record_event(user.id, "sign_in_link_sent", request.device or "?")
            await emails.send_sign_in_link(user, request, token)
        else:
            await record_event(user.id, "reset_link_sent", request.device or "?")
            await emails.send_reset_link(user, request, token)
