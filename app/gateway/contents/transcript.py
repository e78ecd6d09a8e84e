"""What a request sent and what came back, in memory while it runs, for a key that keeps content.

It is bounded: a long text is cut, of a picture in Base64 only its length is noted, and of a request or an answer that
is longer than MOST only its beginning is written, however large it is. What was delivered until a client hung up is in
it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.gateway.upstreams.adapter import Chunk, Json

MOST_TEXT, MOST_BINARY, MOST = 100_000, 2_000, 400_000  # characters of a text, of Base64, of a request or an answer
OTHER = 8  # characters that a value is counted with beside its own: punctuation, or a number
REST, LEFT_OUT = "…", "the rest is not kept"
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
        """Adds what a delta of a choice has: texts, and the names and arguments of calls."""
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
        """Returns a JSON object with `request` and `answer`, each at most MOST characters and one cut text long."""
        answer = self._answer or {"choices": [_joined(self._choices[index]) for index in sorted(self._choices)]}
        return json.dumps({"request": _Copy().of(self._sent), "answer": _Copy().of(answer)}, ensure_ascii=False)


def _joined(message: Json) -> Json:
    """Returns a message of a stream with its pieces put together."""
    joined: Json = {name: "".join(pieces) for name, pieces in message.items() if name in TEXTS}
    if calls := message.get("tool_calls"):
        joined["tool_calls"] = ["".join(words) for words in calls.values()]
    return {"message": joined}


@dataclass(slots=True)
class _Copy:
    """Copies a value as far as there is room for it, and no further, so that no size of a body makes it slow.

    Texts are cut, and binary data is replaced by its length. What no longer fits is left out, which the copy says.
    """

    room: int = MOST

    def of(self, value: Any) -> Any:
        """Returns the copy of a value; its depth is that of a request or an answer (bounded_json.py)."""
        self.room -= OTHER
        if isinstance(value, dict):
            return self._of_object(value)
        if isinstance(value, list):
            return self._of_list(value)
        if isinstance(value, str):
            value = _cut(value)
            self.room -= len(value)
        return value

    def _of_object(self, value: dict[str, Any]) -> dict[str, Any]:
        """Returns the copy of an object."""
        copy: dict[str, Any] = {}
        for name, part in value.items():
            if self.room <= 0:
                return copy | {REST: LEFT_OUT}
            copy[self.of(name)] = self.of(part)
        return copy

    def _of_list(self, value: list[Any]) -> list[Any]:
        """Returns the copy of a list."""
        copy: list[Any] = []
        for part in value:
            if self.room <= 0:
                return [*copy, f"{REST} {LEFT_OUT}"]
            copy.append(self.of(part))
        return copy


def _cut(text: str) -> str:
    """Returns a text of at most MOST_TEXT characters, or the beginning of binary data, with what is left out."""
    most = MOST_TEXT if " " in text[:MOST_BINARY] and not text.startswith("data:") else MOST_BINARY
    if len(text) <= most:
        return text
    kept = text[:most] if most == MOST_TEXT else text[:SHOWN_OF_BINARY]
    return f"{kept}… ({len(text) - len(kept)} characters are not kept)"
