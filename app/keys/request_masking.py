"""What the request log keeps of bodies and addresses: their text within a limit, without secrets.

A field is a secret if a form or a declaration registered its name as one (app/kernel/sensitive_form_fields.py), or if
its name says so. API keys and secrets of webhooks are taken out of every text.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from app.kernel import sensitive_form_fields
from app.kernel.text import replace_surrogates
from app.keys.logged_request import LONGEST_BODY, LONGEST_PATH

MASK, CUT = "[not kept]", "…"
LONGEST_READ = 16 * 1024  # bytes; of a longer body nothing is kept
TOO_LONG, NOT_JSON = "[not kept: too long]", "[not kept: not JSON]"
SECRET_PARTS = re.compile(r"passw|passphrase|passcode|secret|token|apikey|credential")
SECRET_WORDS = frozenset(
    ("key", "keys", "authorization", "auth", "cookie", "session", "signature", "pin", "otp", "cvv", "cvc")
)
WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
RAW_SECRETS = re.compile(r"(kliqs_sk_live_[0-9A-Za-z]{8,}|whsec_[0-9A-Za-z+/=_-]{8,})")


def mask_body(raw: bytes) -> str:
    """Returns what is kept of a JSON body; "" for an empty one."""
    if not raw:
        return ""
    if len(raw) > LONGEST_READ:
        return TOO_LONG
    try:
        masked = json.dumps(_mask_value(json.loads(raw)), ensure_ascii=False)
    except (ValueError, RecursionError):
        return NOT_JSON
    text = replace_surrogates(masked)
    return text if len(text) <= LONGEST_BODY else text[: LONGEST_BODY - 1] + CUT


def mask_path(path: str, query: str) -> str:
    """Returns what is kept of the path and the query string of a request."""
    pairs = parse_qsl(query, keep_blank_values=True)
    masked = [(_mask_text(name), MASK if is_secret_name(name) else _mask_text(value)) for name, value in pairs]
    shown = urlencode(masked, safe="/:,[] ", quote_via=quote)
    text = _mask_text(path + (f"?{shown}" if shown else "")).encode("ascii", "backslashreplace").decode()
    text = text.replace("\x00", "\\x00")
    return text if len(text) <= LONGEST_PATH else text[: LONGEST_PATH - 1] + CUT


def is_secret_name(name: str) -> bool:
    """Whether the value of a field with this name is a secret."""
    return _says_secret(name) or sensitive_form_fields.is_secret_field(name)


@lru_cache(256)  # an answer has some thirty names, the same ones each time; a name may have 16 KiB
def _says_secret(name: str) -> bool:
    """Whether a name says by itself that its value is a secret."""
    words = {word.lower() for word in WORDS.findall(name)}
    return bool(SECRET_PARTS.search(name.lower())) or not words.isdisjoint(SECRET_WORDS)


def _mask_value(value: Any) -> Any:
    """Returns a JSON value without its secrets; null and true or false tell nothing and are kept."""
    if isinstance(value, dict):
        return {_mask_text(name): _mask_member(name, member) for name, member in value.items()}
    if isinstance(value, list):
        return [_mask_value(item) for item in value]
    return _mask_text(value) if isinstance(value, str) else value


def _mask_member(name: str, value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    return MASK if is_secret_name(name) else _mask_value(value)


def _mask_text(text: str) -> str:
    """Returns a text without secrets; it must not be encoded yet, or an escape before a secret would hide it."""
    return RAW_SECRETS.sub(MASK, text)
