"""What is kept of the body of a notification: its structure, and of its values only the allowed ones.

Every other value becomes `…`, whatever it is: names, addresses, card numbers, wallet keys, signatures. So does the name
of every field that is not documented, because a name can be a secret, too; such fields are numbered. An allowed value
has the shape of its field (redaction.py) and contains no secret. true, false and null stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.payments.providers.message_fields import UnreadableField, parse_object, to_text
from app.payments.providers.redaction import Shape

HIDDEN = "…"
ANY = "*"  # every entry of a list, in the path of an allowed value
DEEPEST, MOST_VALUES, LONGEST_BODY = 10, 300, 16_000  # objects in objects, values in all, characters


@dataclass(slots=True)
class BodyRules:
    """What a provider's notifications may keep.

    `shapes` has the dotted path of each allowed value with its shape, with `*` for the entries of a list. `names` are
    further documented names of fields, separated by blanks, whose values are hidden.
    """

    shapes: Mapping[str, Shape]
    names: str = ""
    _known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._known = frozenset(self.names.split()) | {part for path in self.shapes for part in path.split(".")}

    def redact(self, body: bytes, secrets: Iterable[str]) -> str:
        """Returns a body as JSON with everything hidden that is not allowed; empty for what is no JSON object."""
        try:
            payload = parse_object(body)
        except UnreadableField:
            return ""
        redaction = _Redaction(self.shapes, self._known, [secret for secret in secrets if secret])
        text = json.dumps(redaction.redact(payload, ()), ensure_ascii=False, default=str)
        return text if len(text) <= LONGEST_BODY else ""


@dataclass(slots=True)
class _Redaction:
    """One body that is being redacted; `left` is how many values it may still have."""

    shapes: Mapping[str, Shape]
    known: frozenset[str]
    secrets: list[str]
    left: int = MOST_VALUES

    def redact(self, value: Any, path: tuple[str, ...]) -> Any:
        """Returns a value without what is hidden; beyond the limits all of it is."""
        self.left -= 1
        if self.left < 0 or len(path) > DEEPEST:
            return HIDDEN
        if isinstance(value, dict):
            names = {name: name if name in self.known else f"{HIDDEN}{number}" for number, name in enumerate(value, 1)}
            fields = list(value.items())[: max(self.left, 0)]
            return {names[name]: self.redact(each, (*path, names[name])) for name, each in fields}
        if isinstance(value, list):
            return [self.redact(each, (*path, ANY)) for each in value[: max(self.left, 0)]]
        if value is None or isinstance(value, bool):
            return value
        return value if self._is_allowed(to_text(value), ".".join(path)) else HIDDEN

    def _is_allowed(self, text: str, path: str) -> bool:
        shape = self.shapes.get(path)
        if shape is None or not re.fullmatch(shape.value, text, re.ASCII):
            return False
        return not any(secret in text for secret in self.secrets)
