"""The URL in an email by which its reader ends emails of its kind, without signing in.

It holds the kind, the user and a keyed hash of both, and works as long as the secret with which it was made is in
KLIQS_SECRET_KEY.
"""

from __future__ import annotations

import hmac
from uuid import UUID

from app.accounts.user import User
from app.kernel import secrets
from app.kernel.refusal import NotFound
from app.kernel.uuid_parser import parse_uuid
from app.mail.automatic_headers import ONE_CLICK

AI_NEWS = "ai-news"
PURPOSE, DIGITS = "unsubscribing", 40


def unsubscribe_path(user_id: UUID, kind: str) -> str:
    """Returns the path at which a user ends emails of a kind."""
    return f"{ONE_CLICK}{kind}.{user_id}.{_digests(user_id, kind)[0]}"


async def user_of_token(token: str) -> tuple[User, str]:
    """Returns the user of a token and the kind of emails. Raises: NotFound for a wrong one, and for who is gone."""
    kind, _, rest = token.partition(".")
    typed, _, digest = rest.partition(".")
    user_id = parse_uuid(typed)
    if user_id is None or kind != AI_NEWS or not digest.isascii():
        raise NotFound
    if not any(hmac.compare_digest(digest, known) for known in _digests(user_id, kind)):
        raise NotFound
    if (user := await User.get_or_none(id=user_id)) is None:
        raise NotFound
    return user, kind


def _digests(user_id: UUID, kind: str) -> list[str]:
    """Returns the keyed hashes of a user and a kind, one for each secret, newest first."""
    return [digest[:DIGITS] for digest in secrets.hmac_digests(PURPOSE, f"{kind} {user_id}")]
