"""How much text a whole answer holds, by which its tokens are estimated where the upstream does not count them."""

from __future__ import annotations

from typing import Any

from app.gateway.upstreams.adapter import Json

WRITTEN = ("choices", "output")  # where chats and responses have what the model wrote


def characters_of(body: Json) -> int:
    """Returns the characters of all texts that a model wrote in an answer; vectors and pictures have none."""
    count, parts = 0, [body.get(name) for name in WRITTEN]
    while parts:
        part: Any = parts.pop()
        if isinstance(part, str):
            count += len(part)
        elif isinstance(part, dict | list):
            parts += part.values() if isinstance(part, dict) else part
    return count
