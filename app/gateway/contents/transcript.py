"""What a request sent and what came back, in memory while it runs, for a key that keeps content.

It is bounded: a long text is cut, and of a picture in Base64 only its length is noted. What was delivered until a
client hung up is in it.
"""

from __future__ import annotations

import json
from typing import Any

from app.gateway.upstreams.adapter import Chunk, Json

MOST_TEXT, MOST_BINARY, MOST = 100_000, 2_000, 400_000  # characters of a text, of Base64, and of everything
SHOWN_OF_BINARY = 40
TEXTS = ("content", "reasoning", "reasoning_content", "refusal")  # of the deltas of chats


class Transcript:
    """The request and the answer of one request.

    `sent` is the request's body, without names of end users; `end_user` is the digest of the one whom it is for.
    """

    def __init__(self, sent: Json, end_user: str = "") -> None:
        self.end_user = end_user
        self._sent, self._answer, self._size = sent, Json(), 0
        self._choices: dict[int, Json] = {}

    def answer(self, body: Json) -> None:
        """Takes a whole answer."""
        self._answer = body

    def add(self, chunk: Chunk) -> None:
        """Takes a piece of a streamed answer."""
        if isinstance(whole := chunk.body.get("response"), dict):  # an event of the Responses API
            self._answer = whole
            return
        choices = chunk.body.get("choices")
        for choice in choices if isinstance(choices, list) else ():
            if isinstance(choice, dict) and isinstance(delta := choice.get("delta"), dict) and self._size < MOST:
                self._add_delta(choice.get("index", 0), delta)

    def _add_delta(self, index: Any, delta: Json) -> None:
        message = self._choices.setdefault(index if isinstance(index, int) else 0, {})
        for name in TEXTS:
            if isinstance(text := delta.get(name), str):
                self._size += len(text)
                message.setdefault(name, []).append(text)
        calls = delta.get("tool_calls")
        for call in calls if isinstance(calls, list) else ():
            function = call.get("function") if isinstance(call, dict) else None
            if isinstance(function, dict):
                words = (str(function.get("name") or ""), str(function.get("arguments") or ""))
                self._size += sum(map(len, words))
                message.setdefault("tool_calls", {}).setdefault(str(call.get("index", 0)), []).extend(words)

    def as_json(self) -> str:
        """Returns everything as a JSON object with `request` and `answer`."""
        answer = self._answer or {"choices": [_joined(self._choices[index]) for index in sorted(self._choices)]}
        parts = {"request": _bounded(self._sent), "answer": _bounded(answer)}
        text = json.dumps(parts, ensure_ascii=False)
        if len(text) <= 2 * MOST:
            return text
        return json.dumps({name: _cut(json.dumps(part)) for name, part in parts.items()})


def _joined(message: Json) -> Json:
    """Returns a message of a stream with its pieces put together."""
    joined: Json = {name: "".join(pieces) for name, pieces in message.items() if name in TEXTS}
    if calls := message.get("tool_calls"):
        joined["tool_calls"] = ["".join(words) for words in calls.values()]
    return {"message": joined}


def _bounded(value: Any) -> Any:
    """Returns a value whose texts are cut, and whose binary data is replaced by its length."""
    if isinstance(value, dict):
        return {name: _bounded(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_bounded(part) for part in value]
    return _cut(value) if isinstance(value, str) else value


def _cut(text: str) -> str:
    most = MOST_TEXT if " " in text[:MOST_BINARY] and not text.startswith("data:") else MOST_BINARY
    if len(text) <= most:
        return text
    kept = text[:most] if most == MOST_TEXT else text[:SHOWN_OF_BINARY]
    return f"{kept}… ({len(text) - len(kept)} characters are not kept)"
