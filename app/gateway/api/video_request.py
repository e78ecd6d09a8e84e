"""Reads what a client asks for of a video: multipart with a picture, or JSON."""

from __future__ import annotations

import base64
import json
from typing import Any

from quart import request

from app.gateway.api.chat_request import refuse_unpriced_options, unsupported
from app.gateway.api.error_answers import ApiError
from app.gateway.api.multipart import check_field_names, read_multipart
from app.gateway.api.request_body import read_json, required_text
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.upstreams.adapter import FilePart, Json
from app.gateway.videos.creation import VideoSpec

REFERENCE = "input_reference"
USUAL_SECONDS, MOST_SECONDS = 4, 3_600
DEARER = ("quality", "resolution", "generate_audio")  # of which several providers' prices depend
PICTURES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
OURS = {"model", "seconds", "size", REFERENCE}


async def read_video_request() -> tuple[Json, list[FilePart]]:
    """Returns the fields and the files of the request. Raises: ApiError; 413 and 408 as every body does."""
    if request.mimetype == "multipart/form-data":
        sent = await read_multipart()
        return dict(sent.fields), sent.files
    return (await read_json()).fields, []


def spec_of(body: Json, files: list[FilePart], model: OfferedModel) -> VideoSpec:
    """Returns what a request asks for, with the length that it pays. Raises: ApiError."""
    required_text(body, "prompt")
    check_field_names(body)
    refuse_unpriced_options(body)
    for name in DEARER:
        if body.get(name):
            raise unsupported(name, f"“{name}” is not offered: a second of this model has one price.")
    if body.get("n") not in (None, 1, "1"):
        raise unsupported("n", "One video a request, please.")
    reference = _reference(body.get(REFERENCE))
    if any(part.name != REFERENCE for part in files):
        raise unsupported("files", f"Send a picture as “{REFERENCE}”.")
    pictures = [*files, *([reference] if reference else [])]
    if len(pictures) > 1:
        raise ApiError(400, "One picture, please.", "invalid_value", param=REFERENCE)
    seconds, size = _seconds(body, model), _size(body, model)
    passed = {name: _text(value) for name, value in body.items() if name not in OURS and value is not None}
    fields = passed | {"seconds": str(seconds)} | ({"size": size} if size else {})
    return VideoSpec(fields, pictures, seconds, size)


def _seconds(body: Json, model: OfferedModel) -> int:
    """Returns the length of the video. Raises: ApiError for one that the model does not make."""
    offered = [int(each) for each in model.options.get("seconds", ())]
    text = str(body.get("seconds") or (offered[0] if offered else USUAL_SECONDS))
    valid = text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= MOST_SECONDS
    if not valid or (offered and int(text) not in offered):
        which = f"one of {', '.join(map(str, offered))}" if offered else "a whole number of seconds"
        raise ApiError(400, f"“seconds” must be {which}.", "invalid_value", param="seconds")
    return int(text)


def _size(body: Json, model: OfferedModel) -> str:
    """Returns the size of the video, "" where the model decides. Raises: ApiError for one that it does not make."""
    offered = [str(each) for each in model.options.get("sizes", ())]
    size = body.get("size") or (offered[0] if offered else "")
    plain = isinstance(size, str) and len(size) <= 20 and size.isascii() and size.isprintable()
    if not plain or (offered and size not in offered):
        which = f"one of {', '.join(offered)}" if offered else "a text such as 1280x720"
        raise ApiError(400, f"“size” must be {which}.", "invalid_value", param="size")
    return size


def _reference(value: Any) -> FilePart | None:
    """Returns the picture in JSON, which must be in the request itself. Raises: ApiError."""
    if value in (None, ""):
        return None
    url = value.get("image_url") if isinstance(value, dict) else value
    head, found, data = url.partition(";base64,") if isinstance(url, str) else ("", "", "")
    kind = head.removeprefix("data:")
    if not found or kind not in PICTURES:
        message = f"“{REFERENCE}” must be a file, or an object with a data: URL of a picture as “image_url”."
        raise ApiError(400, message, "invalid_value", param=REFERENCE)
    try:
        content = base64.b64decode(data, validate=True)
    except ValueError:  # characters that are not ASCII, too
        raise ApiError(400, f"“{REFERENCE}” is not valid Base64.", "invalid_value", param=REFERENCE) from None
    return FilePart(REFERENCE, f"reference.{PICTURES[kind]}", kind, content)


def _text(value: Any) -> str:
    """Returns a field as a multipart body has it."""
    return value if isinstance(value, str) else json.dumps(value)
