"""What the request log keeps of bodies and addresses: their text within a limit, without secrets.

A field is a secret if a form or a declaration registered its name as one (app/kernel/sensitive_form_fields.py), or if
its name says so. API keys and secrets of webhooks are taken out of every text.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from app.kernel import sensitive_form_fields
from app.kernel.text import replace_surrogates
from app.keys.api_request import LONGEST_BODY, LONGEST_PATH

MASK, CUT = "[not kept]", "…"
LONGEST_READ = 16 * 1024  # bytes; of a longer body nothing is kept
TOO_LONG, NOT_JSON = "[not kept: too long]", "[not kept: not JSON]"
SECRET_PARTS = re.compile(r"passw|passphrase|passcode|secret|token|apikey|credential")
SECRET_WORDS = frozenset(
    ("key", "keys", "authorization", "auth", "cookie", "session", "signature", "pin", "otp", "cvv", "cvc")
)
WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
RAW_SECRETS = re.compile(r"\b(kliqs_sk_live_[0-9A-Za-z]{8,}|whsec_[0-9A-Za-z+/=_-]{8,})")


def mask_body(raw: bytes) -> str:
    """Returns what is kept of a JSON body; "" for an empty one."""
    if not raw:
        return ""
    if len(raw) > LONGEST_READ:
        return TOO_LONG
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return NOT_JSON
    text = replace_surrogates(_mask_text(json.dumps(_mask_value(value), ensure_ascii=False)))
    return text if len(text) <= LONGEST_BODY else text[: LONGEST_BODY - 1] + CUT


def mask_path(path: str, query: str) -> str:
    """Returns what is kept of the path and the query string of a request."""
    pairs = parse_qsl(query, keep_blank_values=True)
    shown = urlencode(
        [(name, MASK if is_secret_name(name) else value) for name, value in pairs], safe="/:,[] ", quote_via=quote
    )
    text = _mask_text(path + (f"?{shown}" if shown else "")).encode("ascii", "backslashreplace").decode()
    text = text.replace("\x00", "\\x00")
    return text if len(text) <= LONGEST_PATH else text[: LONGEST_PATH - 1] + CUT


def is_secret_name(name: str) -> bool:
    """Whether the value of a field with this name is a secret."""
    words = {word.lower() for word in WORDS.findall(name)}
    named_so = bool(SECRET_PARTS.search(name.lower())) or not words.isdisjoint(SECRET_WORDS)
    return named_so or sensitive_form_fields.is_secret_field(name)


def _mask_value(value: Any) -> Any:
    """Returns a JSON value without its secrets; null and true or false tell nothing and are kept."""
    if isinstance(value, dict):
        return {name: _mask_member(name, member) for name, member in value.items()}
    return [_mask_value(item) for item in value] if isinstance(value, list) else value


def _mask_member(name: str, value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    return MASK if is_secret_name(name) else _mask_value(value)


def _mask_text(text: str) -> str:
    return RAW_SECRETS.sub(MASK, text)
