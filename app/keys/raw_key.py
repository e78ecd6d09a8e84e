"""The raw text of API keys, which is shown once.

A key is `kliqs_sk_live_`, 32 random base62 characters, and 6 more that are the CRC-32 of everything before them. So a
mistyped or invented key is recognised without the database, and secret scanners can verify a key that they find.
"""

from __future__ import annotations

import re

from app.kernel import secrets

PREFIX = "kliqs_sk_live_"
PATTERN = re.compile(rf"{PREFIX}[0-9A-Za-z]{{38}}")


def new_raw_key() -> str:
    """Returns the text of a new key."""
    return (body := PREFIX + secrets.random_base62(32)) + secrets.crc32_base62(body)


def is_well_formed_key(raw: str) -> bool:
    """Whether a text has the form and the checksum of a key. It does not check that the key exists."""
    return bool(PATTERN.fullmatch(raw)) and secrets.crc32_base62(raw[:-6]) == raw[-6:]


def raw_key_digests(raw: str) -> list[str]:
    """Returns the digests under which a key may be stored, the newest first; none for what has not the form of one."""
    return secrets.hmac_digests("api-key", raw) if is_well_formed_key(raw) else []


def key_columns(raw: str) -> dict[str, str]:
    """Returns what is stored of a raw key."""
    return {
        "digest": secrets.hmac_digests("api-key", raw)[0],
        "first_four": raw[len(PREFIX) :][:4],
        "last_four": raw[-4:],
    }
