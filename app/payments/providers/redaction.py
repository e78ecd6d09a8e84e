"""What may be stored of a provider's answer or notification: an allow-list of facts, each with the shape it must have.

Everything else is left out, whatever it is: names, addresses, card numbers, wallet keys, signatures. A value that has
not the shape of its fact is left out, too, and so is one that contains a secret of the adapter or of the payment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from app.payments.providers.message_fields import look_up, to_text

LONGEST_FAULT, MOST_FAULTS = 200, 20
DIGITS = re.compile(r"\d(?:[ -]?\d){6,}", re.ASCII)
TOKENS = re.compile(r"[A-Za-z0-9+/=_-]{24,}", re.ASCII)


class Shape(Enum):
    """The shapes of facts. A WORD has no digits, a REFERENCE is ours, an ID is a UUID; a TIME may be a Unix time.

    A COIN_AMOUNT has a point or is short, so that it is no card number.
    """

    WORD = r"[A-Za-z][A-Za-z _.&-]{0,31}"
    CODE = r"\d{3,4}"
    AMOUNT = r"\d{1,12}(\.\d{1,8})?"
    TIME = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?|\d{10}"
    REFERENCE = r"KLQ-[0-9A-HJKMNP-TV-Z]{26}"
    ID = r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}"
    CURRENCY = r"[A-Z]{3,5}"
    NUMBER = r"\d{1,10}"
    COIN_AMOUNT = r"\d{1,9}(\.\d{1,18})?"


def allowed_facts(payload: object, shapes: Mapping[str, Shape], secrets: Iterable[str]) -> dict[str, str]:
    """Returns the facts of a payload that may be stored, by the last part of their path.

    `shapes` has the dotted path of each allowed fact (`data.status`, `payments.0.state`). `secrets` are texts that
    must not be in any value.
    """
    facts: dict[str, str] = {}
    hidden = [secret for secret in secrets if secret]
    for path, shape in shapes.items():
        text = to_text(look_up(payload, path))
        if text and re.fullmatch(shape.value, text, re.ASCII) and not any(secret in text for secret in hidden):
            facts[path.rpartition(".")[2]] = text
    return facts


def readable_faults(payload: object, secrets: Iterable[str]) -> dict[str, list[str]]:
    """Returns what a provider found wrong, by field, for the operator's log; sentences about no field under "".

    It reads Laravel's form (`errors` with a list for each field), Midtrans' (`validation_messages`) and problem
    details (RFC 9457). Secrets, long numbers and long tokens are replaced by `…`, and what is long is cut.
    """
    hidden = [secret for secret in secrets if secret]
    faults: dict[str, list[str]] = {}
    for field, sentences in _sentences(payload):
        texts = [_censor(sentence, hidden) for sentence in sentences if isinstance(sentence, str) and sentence]
        if texts and len(faults) < MOST_FAULTS:
            faults.setdefault(_censor(str(field), hidden), []).extend(texts[:MOST_FAULTS])
    return faults


def _sentences(payload: object) -> list[tuple[str, list[Any]]]:
    """Returns the fields of an error with the values that are their sentences."""
    if not isinstance(payload, dict):
        return []
    errors, entries = payload.get("errors"), []
    if isinstance(errors, dict):
        entries += [(field, value if isinstance(value, list) else [value]) for field, value in errors.items()]
    for name in ("validation_messages", "errors"):
        if isinstance(payload.get(name), list):
            entries.append(("", payload[name]))
    if not entries:
        entries += [("", [payload.get(name)]) for name in ("message", "status_message", "detail", "title", "error")]
    return entries


def _censor(sentence: str, hidden: list[str]) -> str:
    """Returns a sentence without secrets and line breaks, of a limited length."""
    for secret in hidden:
        sentence = sentence.replace(secret, "…")
    sentence = TOKENS.sub("…", DIGITS.sub("…", sentence))
    return " ".join(sentence.split())[:LONGEST_FAULT]
