"""How much text a whole answer holds, by which its tokens are estimated where the upstream does not count them."""

from __future__ import annotations

from typing import Any

from app.gateway.upstreams.adapter import Json
from app.gateway.upstreams.usage import text_bytes

PARTS = ("choices", "output", "message", "tool_calls", "function", "custom", "audio", "summary")  # that hold texts
TEXTS = ("content", "refusal", "reasoning_content", "reasoning", "text", "name", "arguments", "input", "transcript")


def answer_bytes(body: Json) -> int:
    """Returns the bytes of text in an answer of chats or responses; vectors and pictures have none."""
    count = 0
    parts: list[Any] = [body.get("choices"), body.get("output")]
    while parts:
        part = parts.pop()
        if isinstance(part, list):
            parts += part
        elif isinstance(part, dict):
            count += sum(text_bytes(part.get(name)) for name in TEXTS)
            parts += [part[name] for name in (*PARTS, "content") if isinstance(part.get(name), dict | list)]
    return count
