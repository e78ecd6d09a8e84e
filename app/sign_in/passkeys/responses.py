"""What the views of passkeys have in common: the host they serve, and their answers with the options of a ceremony."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from quart import Response

from app.kernel import secrets
from app.kernel.refusal import NotFound
from app.sign_in.passkeys import challenge_cookie
from app.sign_in.passkeys.relying_party import RelyingParty, requested_relying_party


def current_relying_party() -> RelyingParty:
    """Returns the relying party of the request. Raises: NotFound where there are no passkeys."""
    party = requested_relying_party()
    if party is None:
        raise NotFound
    return party


async def options_response(begin: Callable[[RelyingParty, str], Awaitable[str]]) -> Response:
    """Returns the options of a ceremony as JSON; `begin` makes them for a host and the secret of the browser.

    Raises: NotFound where there are no passkeys, and those of `begin`.
    """
    token = challenge_cookie.COOKIE.read() or secrets.new_token()
    options = await begin(current_relying_party(), token)
    return challenge_cookie.COOKIE.set(Response(options, content_type="application/json"), token)
