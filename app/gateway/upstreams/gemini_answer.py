"""Turns answers of Google's generateContent, whole or streamed, into chat completions (types: `google-genai` 3.6).

Thoughts are in `reasoning_content`, pictures in `images`, as OpenRouter has them, and signatures of thoughts in
`extra_content` of the call to which they belong, as in Google's own endpoint for OpenAI's API.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from app.gateway.upstreams.adapter import Answer, Chunk, Json
from app.gateway.upstreams.chat_completion import (
    ChunkMaker,
    as_count,
    as_text,
    choice,
    completion,
    short_text,
    tool_call,
)
from app.gateway.upstreams.usage import Usage

LENGTH = {"MAX_TOKENS"}
FILTERED = {
    *("SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "ESCALATION"),
    *("IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "PUP_LIMITED_DISABLED"),
}


def usage_of(payload: Json) -> Usage | None:
    """Returns the usage in `usageMetadata`; None where it counts no token.

    Google counts cached tokens and pictures as parts of the prompt, and thoughts apart from the answer; here each token
    is in one class.
    """
    told = payload.get("usageMetadata")
    if not isinstance(told, dict):
        return None
    prompt = as_count(told.get("promptTokenCount")) + as_count(told.get("toolUsePromptTokenCount"))
    cached = min(as_count(told.get("cachedContentTokenCount")), prompt)
    seen = _images(told.get("promptTokensDetails")) - _images(told.get("cacheTokensDetails"))
    pictures = min(max(seen, 0), prompt - cached)
    answer = as_count(told.get("candidatesTokenCount"))
    drawn = min(_images(told.get("candidatesTokensDetails")), answer)
    usage = Usage(
        input=prompt - cached - pictures,
        cached=cached,
        input_image=pictures,
        output=answer - drawn,
        reasoning=as_count(told.get("thoughtsTokenCount")),
        output_image=drawn,
    )
    return usage if usage.tokens else None


def chat_answer(payload: Json) -> Answer:
    """Returns the chat completion of an answer. Raises KeyError, TypeError for what is none."""
    candidates = payload.get("candidates") or [blocked_candidate(payload)]
    choices = []
    for at, candidate in enumerate(candidates):
        message = _merged(candidate)
        finish = finish_of(candidate.get("finishReason") or "STOP", bool(message.get("tool_calls")))
        choices.append(choice(candidate.get("index", at), message, finish))
    id, model = short_text(payload.get("responseId")) or _new_id("gen"), short_text(payload.get("modelVersion"))
    return completion(id, model, choices, usage_of(payload))


def blocked_candidate(payload: Json) -> Json:
    """Returns the candidate of a prompt that was blocked. Raises KeyError for an answer without any candidates."""
    reason = short_text(payload["promptFeedback"]["blockReason"])
    return {"index": 0, "finishReason": "SAFETY", "refusal": f"The provider blocked this request ({reason})."}


def finish_of(reason: str, called: bool) -> str:
    """Returns OpenAI's word for why an answer ended."""
    if reason in LENGTH:
        return "length"
    if reason in FILTERED:
        return "content_filter"
    return "tool_calls" if called else "stop"


def deltas_of(candidate: Json) -> list[Json]:
    """Returns what the parts of a candidate add to a message, in their order."""
    refusal = [{"refusal": candidate["refusal"]}] if "refusal" in candidate else []
    parts: list[Json] = (candidate.get("content") or {}).get("parts") or []
    return [*refusal, *(delta for part in parts if (delta := _delta(part)))]


def _delta(part: Json) -> Json:
    """Returns what a part adds: a thought, a text, a call or a picture; nothing for other parts."""
    if "functionCall" in part:
        call = part["functionCall"]
        arguments = orjson.dumps(call.get("args") or {}).decode()
        signed = part.get("thoughtSignature")
        extra = {"extra_content": {"google": {"thought_signature": signed}}} if signed else {}
        id = short_text(call.get("id")) or _new_id("call")
        return {"tool_calls": [tool_call(id, as_text(call["name"]), arguments, **extra)]}
    if "inlineData" in part:
        url = f"data:{as_text(part['inlineData']['mimeType'])};base64,{as_text(part['inlineData']['data'])}"
        return {"images": [{"type": "image_url", "image_url": {"url": url}}]} if not part.get("thought") else {}
    if not part.get("text"):
        return {}
    return {"reasoning_content" if part.get("thought") else "content": as_text(part["text"])}


def _merged(candidate: Json) -> Json:
    """Returns the message that the parts of a candidate make."""
    message: Json = {}
    for delta in deltas_of(candidate):
        for name, value in delta.items():
            message[name] = message[name] + value if name in message else value
    return message


def _images(details: Any) -> int:
    """Returns the tokens of pictures among those of a list by modality."""
    rows = details if isinstance(details, list) else []
    return sum(
        as_count(row.get("tokenCount")) for row in rows if isinstance(row, dict) and row.get("modality") == "IMAGE"
    )


def _new_id(prefix: str) -> str:
    """Returns an id, where Google gives none."""
    return f"{prefix}_{secrets.token_hex(12)}"


@dataclass(slots=True)
class ContentChunks:
    """Turns the events of a streamed answer with `choices` candidates into pieces of a chat completion.

    It is a Translation (translated_streams.py). Google tells the usage with each event, for all that came before, too.
    """

    choices: int = 1
    finished: bool = False
    complete: bool = False
    _maker: ChunkMaker | None = None
    _begun: set[int] = field(default_factory=set)
    _ended: set[int] = field(default_factory=set)
    _calls: dict[int, int] = field(default_factory=dict)

    def take(self, event: Json) -> list[Chunk]:
        """Returns the pieces of an event, and once all candidates ended, what they used."""
        if self._maker is None:
            id = short_text(event.get("responseId")) or _new_id("gen")
            self._maker = ChunkMaker(id, short_text(event.get("modelVersion")))
        feedback = event.get("promptFeedback") or {}
        candidates = [blocked_candidate(event)] if feedback.get("blockReason") else event.get("candidates") or []
        chunks = [chunk for candidate in candidates for chunk in self._candidate(self._maker, candidate)]
        self.finished = len(self._ended) >= (1 if feedback.get("blockReason") else self.choices)
        usage = usage_of(event)
        if not self.finished:
            return [*chunks[:-1], replace(chunks[-1], usage=usage, so_far=True)] if chunks and usage else chunks
        self.complete = usage is not None
        return [*chunks, self._maker.usage(usage)] if usage else chunks

    def _candidate(self, maker: ChunkMaker, candidate: Json) -> list[Chunk]:
        """Returns the pieces of a candidate: what its parts add, and why it ended."""
        index = as_count(candidate.get("index"))
        deltas = [] if index in self._begun else [{"role": "assistant", "content": "", "refusal": None}]
        self._begun.add(index)
        for delta in deltas_of(candidate):
            for call in delta.get("tool_calls") or []:
                call["index"] = self._calls[index] = self._calls.get(index, -1) + 1
            deltas.append(delta)
        chunks = [maker.piece(delta, index=index) for delta in deltas]
        if reason := candidate.get("finishReason"):
            self._ended.add(index)
            chunks.append(maker.piece({}, finish_of(reason, index in self._calls), index=index))
        return chunks
