"""The words of an answer of a chat, for what only shows or uses them."""

from __future__ import annotations

from app.gateway.upstreams.adapter import Json
from app.kernel.text import replace_surrogates


def text_of(body: Json, part: str = "message") -> str:
    """Returns the text of the first choice: of its `message`, or of its `delta` in a stream; "" for none."""
    choices = body.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get(part) if isinstance(choice, dict) else None
    text = message.get("content") if isinstance(message, dict) else None
    return replace_surrogates(text) if isinstance(text, str) else ""
