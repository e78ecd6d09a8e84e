"""Reads the usage objects of OpenAI's API, and of those that speak it with words of their own.

In them the details are parts of the totals; here each token is in one class. What cannot be, such as negative counts
or more cached tokens than there were, is cut to what can. An upstream that says nothing, or that a whole answer took no
token, tells nothing: then we count ourselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.gateway.upstreams.usage import Usage

MOST = 10**9  # tokens: no model takes so many


def usage_of_chat(payload: Mapping[str, Any]) -> Usage | None:
    """Returns the usage of a chat completion or of a chunk of one; None where it does not tell.

    It is in `usage`; in `x_groq.usage` at Groq; in that of the first choice at Moonshot.
    """
    places = (payload, payload.get("x_groq"), *_objects(payload.get("choices"))[:1])
    told = next((place["usage"] for place in places if isinstance(place, Mapping) and place.get("usage")), None)
    return _usage(told, "prompt", "completion")


def usage_of_response(payload: Mapping[str, Any]) -> Usage | None:
    """Returns the usage of an object of the Responses API; None where it does not tell."""
    return _usage(payload.get("usage"), "input", "output")


def usage_of_embeddings(payload: Mapping[str, Any]) -> Usage | None:
    """Returns the usage of embeddings, which have only input; None where it does not tell."""
    told = payload.get("usage")
    counts = [_count(told, "prompt_tokens"), _count(told, "total_tokens")]
    return Usage(input=max(counts)) if max(counts) else None


def usage_of_images(payload: Mapping[str, Any]) -> Usage:
    """Returns the number of pictures, and their tokens where the upstream tells them, those of SVG included."""
    told = payload.get("usage")
    usage = _usage(told, "input", "output") or Usage()
    if usage.output and not _details(told, "output"):  # without details all that comes from these models is pictures
        usage = Usage(input=usage.input, cached=usage.cached, input_image=usage.input_image, output_image=usage.output)
    written = _usage(payload.get("svg_usage"), "input", "output") or Usage()
    return usage + written + Usage(images=len(_objects(payload.get("data"))))


def _usage(told: object, sent: str, came: str) -> Usage | None:
    """Returns a usage object whose totals are `<sent>_tokens` and `<came>_tokens`, in classes."""
    whole, answer = _count(told, f"{sent}_tokens"), _count(told, f"{came}_tokens")
    details, parts = _details(told, sent), _details(told, came)
    cached = max(
        _count(details, "cached_tokens"), _count(told, "cached_tokens"), _count(told, "prompt_cache_hit_tokens")
    )
    reasoning = max(_count(parts, "reasoning_tokens"), _count(told, "reasoning_tokens"))
    if reasoning and _count(told, "total_tokens") >= whole + answer + reasoning:
        answer += reasoning  # at xAI, completion_tokens are without those of reasoning
    if not whole and not answer:
        return None
    inputs = _classes(whole, cached, _count(details, "cache_write_tokens"), _count(details, "image_tokens"))
    outputs = _classes(answer, reasoning, _count(parts, "image_tokens"))
    return Usage(*inputs, *outputs)


def _classes(whole: int, *parts: int) -> tuple[int, ...]:
    """Returns what is left of a total without its parts, and the parts, which are together no more than the total."""
    left, classes = whole, []
    for part in parts:
        classes.append(min(part, left))
        left -= classes[-1]
    return (left, *classes)


def _details(told: object, name: str) -> object:
    """Returns the details of `<name>_tokens`."""
    return told.get(f"{name}_tokens_details") if isinstance(told, Mapping) else None


def _count(told: object, name: str) -> int:
    """Returns a field of an object that is a number of tokens; 0 for anything else."""
    value = told.get(name) if isinstance(told, Mapping) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0
    return int(value) if 0 < value <= MOST else 0


def _objects(values: object) -> list[Mapping[str, Any]]:
    """Returns the objects of a list."""
    return [each for each in values if isinstance(each, Mapping)] if isinstance(values, list) else []
