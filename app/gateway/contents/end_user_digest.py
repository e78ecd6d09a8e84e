"""The customers of a client's own product, known by digests only.

A name is at most MAX_NAME characters, so that whoever sent it can ask for it again; blanks around it do not count.
"""

from __future__ import annotations

from uuid import UUID

from app.kernel import secrets

MAX_NAME = 512  # characters


def digest_of_end_user(account_id: UUID, name: str) -> str:
    """Returns the digest of what a client calls a customer of its own; other accounts have other digests of it."""
    return digests_of_end_user(account_id, name)[0]


def digests_of_end_user(account_id: UUID, name: str) -> list[str]:
    """Returns its digests under all secrets, the newest first: an earlier request may have that of an earlier one."""
    return secrets.hmac_digests(f"end user of {account_id}", name.strip())
