"""How much a request may use at most, before it is sent; and what one has used whose upstream did not say.

An estimate costs the same for every body: only the lengths of its messages' parts are looked at, no text is read. It is
high rather than low, because it bounds what a request may cost: a token for three bytes of the body (a tokenizer of
today makes one of four characters of English and of about three of Indonesian or JSON), and for each picture what the
makers of models count for the largest one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from json import dumps
from typing import Any

from app.gateway.catalogue.ai_model import EMBEDDING, IMAGE, VIDEO
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.upstreams.usage import Usage, text_bytes

BYTES_PER_TOKEN = 3
# OpenAI: 85 and 170 for each of at most 8 tiles of 512 pixels; Anthropic: at most about 1 600
PICTURE = 1_600
LOW_DETAIL = 85
DRAWN_PICTURE = 6_240  # the largest picture of OpenAI's gpt-image-1, in high quality
SOUND_BYTES_PER_TOKEN = 400  # of base64; ten tokens a second of the most compressed sound
OUTPUT = 16_384  # what a model writes at most of which nobody said more, where the request does not say it either
MOST_OUTPUT = 10_000_000
MOST_CHOICES, MOST_PICTURES, MOST_SECONDS = 128, 10, 3_600
BOUNDS_OF_CHAT, BOUNDS_OF_RESPONSES = ("max_completion_tokens", "max_tokens"), ("max_output_tokens",)
INPUT_TIMES, OUTPUT_TIMES, SLACK = 40, 4, 10_000  # beyond which an upstream's usage is not believed


def most_of(
    model: OfferedModel,
    body: Mapping[str, Any],
    *,
    size: int | None = None,
    files: int = 0,
    bounds: Sequence[str] = BOUNDS_OF_CHAT,
) -> Usage:
    """Returns what a request may use at most.

    `body` is that of the client's request, in any of the API's dialects, `size` its bytes; None is for bodies of our
    own, which are small. `files` are the pictures of a multipart request. `bounds` are the fields in which its dialect
    bounds the answer: of several the highest counts, and those that only other dialects have are ignored.
    """
    size = len(dumps(body)) if size is None else size
    if model.kind == VIDEO:
        return Usage(milliseconds=1_000 * _whole(body.get("seconds"), 4, MOST_SECONDS))
    if model.kind == IMAGE:
        number = _whole(body.get("n"), 1, MOST_PICTURES)
        drawn = DRAWN_PICTURE * number if model.price.of("output_image") else 0
        text = _tokens(text_bytes(body.get("prompt")) if files else size)
        return Usage(input=text, input_image=PICTURE * files, output_image=drawn, images=number)
    if model.kind == EMBEDDING:
        return Usage(input=-(-size // (2 if _is_tokens(body.get("input")) else BYTES_PER_TOKEN)))
    return _most_of_chat(model, body, size, bounds)


def _most_of_chat(model: OfferedModel, body: Mapping[str, Any], size: int, bounds: Sequence[str]) -> Usage:
    """Returns the most that a chat may use: its text, its pictures and sounds, and its longest answer."""
    pictures = binary = sound = 0
    may_be_low = all(route.kind == "openai" for route in model.routes)
    for part in message_parts(body):
        length, tokens, kind = _weigh(part, may_be_low)
        binary += length
        pictures += tokens if kind == "picture" else 0
        sound += tokens if kind == "sound" else 0
    text = _tokens(max(0, size - binary)) + sound
    usual = model.max_output or min(OUTPUT, model.context or OUTPUT)
    most = model.max_output or model.context or MOST_OUTPUT
    each = max((_whole(body[name], usual, most) for name in bounds if body.get(name)), default=usual)
    return Usage(input=text, input_image=pictures, output=each * _whole(body.get("n"), 1, MOST_CHOICES))


def message_parts(body: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """Returns the parts of the messages that are objects, in the dialects of chat, responses and messages."""
    messages = [message for name in ("messages", "input") if isinstance(body.get(name), list) for message in body[name]]
    return (
        part
        for message in messages
        if isinstance(message, dict)
        for content in (message.get("content"), message.get("output"))
        if isinstance(content, list)
        for outer in content
        if isinstance(outer, dict)
        for part in (outer, *_inner(outer))
    )


def _inner(part: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Returns the parts inside of a part, which the result of a tool has."""
    content = part.get("content")
    return [each for each in content if isinstance(each, dict)] if isinstance(content, list) else []


def _weigh(part: Mapping[str, Any], may_be_low: bool) -> tuple[int, int, str]:
    """Returns how many characters of a part are no text, as how many tokens they count, and what they are.

    That is "picture", "sound", or "" for a part that is all text.

    `may_be_low` is whether every upstream of the model knows pictures of low detail.
    """
    kind = part.get("type")
    if kind in ("image_url", "input_image", "image"):
        place = part.get("image_url", part.get("source"))
        url = (place.get("url") or place.get("data")) if isinstance(place, dict) else place
        detail = (place if isinstance(place, dict) else part).get("detail")
        low = may_be_low and kind != "image" and detail == "low"
        return len(url) if isinstance(url, str) else 0, LOW_DETAIL if low else PICTURE, "picture"
    sound = part.get("input_audio")
    if kind == "input_audio" and isinstance(sound, dict) and isinstance(data := sound.get("data"), str):
        return len(data), len(data) // SOUND_BYTES_PER_TOKEN + 1, "sound"
    return 0, 0, ""


def _is_tokens(value: Any) -> bool:
    """Whether the input of an embedding is numbers of tokens, which take two bytes each at least, with the comma."""
    first = value[0] if isinstance(value, list) and value else None
    return isinstance(first, int | list)


def _whole(value: Any, usual: int, most: int) -> int:
    """Returns a whole number from 1 to `most`, also one that is written as text; `usual` for what is none."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        return usual
    return min(value, most)


def _tokens(length: int) -> int:
    """Returns as how many tokens a number of bytes counts, rounded up."""
    return -(-length // BYTES_PER_TOKEN)


def estimated_usage(most: Usage, delivered: int, *, complete: bool) -> Usage:
    """Returns what a request has used whose upstream did not say: its input, and the bytes of text that came back.

    One that is complete has made all its pictures or its whole video.
    """
    used = Usage(input=most.input, input_image=most.input_image, output=_tokens(delivered))
    if not complete:
        return used
    return used + Usage(output_image=most.output_image, images=most.images, milliseconds=most.milliseconds)


def is_believable(usage: Usage, most: Usage) -> bool:
    """Whether a request can have used what an upstream says: no class is negative or far beyond the estimate."""
    if min((*usage.as_dict().values(), 0)) < 0:
        return False
    return (
        usage.input_tokens <= most.input_tokens * INPUT_TIMES + SLACK
        and usage.output_tokens <= (most.output_tokens + most.images * DRAWN_PICTURE) * OUTPUT_TIMES + SLACK
        and usage.images <= most.images
        and usage.milliseconds <= most.milliseconds * OUTPUT_TIMES
    )
