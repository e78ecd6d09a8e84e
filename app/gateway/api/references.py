"""Refuses what a request only refers to, and what nobody can price before the upstream has read it.

An address may hold a document of a thousand pages or a film of an hour, which is a hundred tokens of the body and a
million at the upstream. A `file_id`, or an item that an upstream keeps, is of the operator's account there, which all
workspaces share. Pictures at addresses are the exception: makers of models bound what one of them counts.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from app.gateway.api.error_answers import ApiError
from app.gateway.metering.estimate import message_parts
from app.gateway.upstreams.adapter import Json

PICTURES = ("image_url", "input_image", "image")
WRITTEN = {  # kinds of parts that people and models write, with addresses that nobody follows
    *("text", "input_text", "output_text", "summary_text", "reasoning_text", "refusal"),
    *("thinking", "redacted_thinking", "tool_use"),
}
NAMES = {"text", "content", "name", "title", "filename", "context"}  # of fields of other parts that hold words
KEPT = ("file_id", "container_id", "vector_store_id")  # at the upstream, in the operator's account
FILMS = ("youtube.com", "youtu.be", "googleapis.com")  # which Google's API reads itself, whatever the part is called
DEPTH = 3


def refuse_references(body: Json) -> None:
    """Refuses files, films and kept items that are not in the request itself. Raises: ApiError."""
    param = "input" if "messages" not in body else "messages"
    items: Any = body.get("input")
    items = items if isinstance(items, list) else []
    if any(isinstance(item, dict) and item.get("type") == "item_reference" for item in items):
        raise _refused("Items that a provider keeps are not offered; send the whole input.", param)
    for part in message_parts(body):
        for name, value in [] if str(part.get("type")) in WRITTEN else _texts(part, DEPTH):
            if name in KEPT:
                raise _refused(
                    f"“{name}” is not offered: nothing is kept at the provider. Send the file itself.", param
                )
            if value[:8].strip().lower().startswith("http") and not _is_picture(part, value):
                message = "Only pictures may be named by their addresses. Send other files in the request, in Base64."
                raise _refused(message, param)


def _refused(message: str, param: str) -> ApiError:
    return ApiError(400, message, "unsupported_value", param=param)


def _texts(value: Mapping[str, Any], depth: int) -> Iterable[tuple[str, str]]:
    """Returns the texts in a part, with the names of their fields, without those of words."""
    for name, each in value.items():
        if name in NAMES or (name == "data" and value.get("type") == "text"):
            continue
        for item in each if isinstance(each, list) else [each]:
            if isinstance(item, str):
                yield name, item
            elif isinstance(item, dict) and depth:
                yield from _texts(item, depth - 1)


def _is_picture(part: Mapping[str, Any], url: str) -> bool:
    """Whether a part is a picture, as far as its address tells."""
    if part.get("type") not in PICTURES:
        return False
    try:
        host, path = urlsplit(url).hostname or "", urlsplit(url).path
    except ValueError:
        return False
    guessed = mimetypes.guess_type(path)[0] or "image/"
    return guessed.startswith("image/") and not any(host == each or host.endswith(f".{each}") for each in FILMS)
