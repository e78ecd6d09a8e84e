"""Turns a request of `/embeddings` into Google's batchEmbedContents, and its answers back."""

from __future__ import annotations

import struct
from base64 import b64encode

from app.gateway.upstreams.adapter import Answer, Json
from app.gateway.upstreams.chat_completion import as_count
from app.gateway.upstreams.request_values import invalid, read_count, unsupported
from app.gateway.upstreams.usage import Usage

MOST_TEXTS = 2048  # as OpenAI
AT_ONCE = 100  # texts in a request to Google


def batches_of(model: str, body: Json) -> list[Json]:
    """Returns the bodies for `:batchEmbedContents`. Raises UpstreamError for an input that is no text."""
    texts = [body["input"]] if isinstance(body.get("input"), str) else body.get("input")
    if not isinstance(texts, list) or not texts or len(texts) > MOST_TEXTS:
        raise invalid(f"'input' must be a text or a list of 1 to {MOST_TEXTS} texts.", "input")
    if not all(isinstance(each, str) for each in texts):
        raise unsupported("an 'input' of tokens", "input")
    if body.get("encoding_format", "float") not in ("float", "base64"):
        raise invalid("'encoding_format' must be float or base64.", "encoding_format")
    dimensions = read_count(body, "dimensions")
    size = {"outputDimensionality": dimensions} if dimensions else {}
    requests = [{"model": model, "content": {"parts": [{"text": text}]}, **size} for text in texts]
    return [{"requests": requests[at : at + AT_ONCE]} for at in range(0, len(requests), AT_ONCE)]


def embeddings_answer(payloads: list[Json], body: Json, model: str) -> Answer:
    """Returns the vectors of all answers in their order, as numbers or as little-endian floats in Base64.

    Raises KeyError, TypeError, ValueError for what are no vectors.
    """
    vectors = [_vector(embedding["values"]) for payload in payloads for embedding in payload["embeddings"]]
    packed = body.get("encoding_format") == "base64"
    data = [
        {"object": "embedding", "index": at, "embedding": _packed(vector) if packed else vector}
        for at, vector in enumerate(vectors)
    ]
    told = [payload.get("usageMetadata") or {} for payload in payloads]
    tokens = [as_count(each.get("promptTokenCount")) for each in told]
    usage = Usage(input=sum(tokens)) if all(tokens) else None
    used = {"prompt_tokens": sum(tokens), "total_tokens": sum(tokens)}
    return Answer({"object": "list", "data": data, "model": model, "usage": used}, usage)


def _vector(values: object) -> list[float]:
    """Returns a list of numbers. Raises TypeError for anything else."""
    if not isinstance(values, list) or not all(isinstance(each, int | float) for each in values):
        raise TypeError("a vector is a list of numbers")
    return values


def _packed(vector: list[float]) -> str:
    """Returns a vector as OpenAI's client reads it. Raises ValueError for a number that 32 bits cannot hold."""
    try:
        return b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()
    except OverflowError as error:
        raise ValueError(str(error)) from None
