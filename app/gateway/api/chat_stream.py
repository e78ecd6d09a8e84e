"""The events of a streamed chat completion: `chat.completion.chunk` objects, and `[DONE]`."""

from __future__ import annotations

from dataclasses import dataclass

from app.gateway.api.error_answers import ErrorFacts
from app.gateway.api.event_stream import encode_event
from app.gateway.upstreams.adapter import Chunk

DONE = b"data: [DONE]\n\n"


@dataclass(slots=True)
class ChatWriter:
    """Writes the pieces under our name of the model; the usage only where the client wants it."""

    model: str
    with_usage: bool

    def write(self, chunk: Chunk) -> bytes:
        """Returns the event of a piece, nothing for one that has only a usage that the client does not want."""
        body = chunk.body
        if not self.with_usage and "usage" in body:
            if not body.get("choices"):
                return b""
            body = {name: value for name, value in body.items() if name != "usage"}
        return encode_event(body | {"model": self.model})

    def finish(self) -> bytes:
        """Returns the end of the stream."""
        return DONE

    def fail(self, facts: ErrorFacts) -> bytes:
        """Returns the error, after which the stream ends without `[DONE]`."""
        return encode_event(facts.openai)
