"""Turns requests of `/images/generations` and `/images/edits` into Google's generateContent, and its answers back.

Google's models that draw are Gemini's; its Imagen models were shut down in August 2026. Each answer holds one picture,
so that several are several requests.
"""

from __future__ import annotations

import math
import re
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from app.gateway.upstreams.adapter import Answer, FilePart, Json
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.gemini_answer import FILTERED, usage_of
from app.gateway.upstreams.gemini_request import file_part
from app.gateway.upstreams.request_values import invalid, refuse_fields, unsupported
from app.gateway.upstreams.usage import Usage
from app.kernel import clock

MOST = 10  # pictures in a request, as OpenAI
RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
NUMBER = re.compile(r"\d{1,2}", re.ASCII)
SIZE = re.compile(r"([1-9]\d{1,4})x([1-9]\d{1,4})", re.ASCII)
SIZES = ((3000, "4K"), (1800, "2K"))  # of the longer side in pixels, and more
REFUSED = {"mask": "a 'mask'", "style": "'style'"}


def picture_request(fields: Mapping[str, Any], files: list[FilePart]) -> Json:
    """Returns the body for `:generateContent` that draws one picture, from pictures where there are some."""
    refuse_fields(dict(fields), REFUSED)
    if fields.get("background") == "transparent":
        raise unsupported("a transparent background", "background")
    prompt = fields.get("prompt")
    if not isinstance(prompt, str) or not prompt.strip():
        raise invalid("'prompt' is missing.", "prompt")
    if any(file.name == "mask" for file in files):
        raise unsupported("a 'mask'", "mask")
    pictures = [file_part(file.media_type, b64encode(file.content).decode()) for file in files]
    config: Json = {"responseModalities": ["IMAGE"]}
    if shape := _shape(fields.get("size")):
        config["imageConfig"] = shape
    return {"contents": [{"role": "user", "parts": [{"text": prompt}, *pictures]}], "generationConfig": config}


def pictures_wanted(fields: Mapping[str, Any]) -> int:
    """Returns how many pictures a request wants; in a form, numbers are texts."""
    wanted = fields.get("n")
    if wanted is None:
        return 1
    text = str(wanted) if isinstance(wanted, int | str) else ""
    if isinstance(wanted, bool) or not NUMBER.fullmatch(text) or not 1 <= int(text) <= MOST:
        raise invalid(f"'n' must be a whole number from 1 to {MOST}.", "n")
    return int(text)


def pictures_answer(payloads: list[Json]) -> Answer:
    """Returns the pictures of all answers, and what they used.

    Raises UpstreamError where there is none, KeyError and TypeError for what are no answers.
    """
    data = [{"b64_json": part["inlineData"]["data"]} for payload in payloads for part in _drawn(payload)]
    if not data:
        raise _not_drawn(payloads[0])
    told = [usage_of(payload) for payload in payloads]
    usage = sum((each for each in told if each), Usage(images=len(data)))
    details = {"text_tokens": usage.input + usage.cached, "image_tokens": usage.input_image}
    used = {
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "total_tokens": usage.tokens,
        "input_tokens_details": details,
    }
    return Answer({"created": int(clock.now().timestamp()), "data": data, "usage": used}, usage)


def _drawn(payload: Json) -> list[Json]:
    """Returns the parts that are pictures, without drafts among the thoughts."""
    candidates = payload.get("candidates") or []
    parts = [part for each in candidates for part in (each.get("content") or {}).get("parts") or []]
    return [part for part in parts if "inlineData" in part and not part.get("thought")]


def _not_drawn(payload: Json) -> UpstreamError:
    """Returns the error of an answer without a picture."""
    candidate: Json = next(iter(payload.get("candidates") or []), {})
    reason = (payload.get("promptFeedback") or {}).get("blockReason") or candidate.get("finishReason") or "NO_IMAGE"
    code = "moderation_blocked" if reason in FILTERED or "promptFeedback" in payload else "no_image"
    message = f"The model drew no picture ({reason})."
    return UpstreamError(message, status=400, retryable=False, code=code, type="image_generation_user_error")


def _shape(size: object) -> Json:
    """Returns the ratio that comes nearest to a size such as 1536x1024, and how large the picture is."""
    if size in (None, "", "auto"):
        return {}
    match = SIZE.fullmatch(str(size))
    if not match:
        raise invalid("'size' must be auto, or a width and a height such as 1024x1024.", "size")
    width, height = int(match[1]), int(match[2])
    ratio = min(RATIOS, key=lambda each: abs(math.log(width / height) - math.log(_value(each))))
    large = next((name for side, name in SIZES if max(width, height) >= side), "")
    return {"aspectRatio": ratio} | ({"imageSize": large} if large else {})


def _value(ratio: str) -> float:
    """Returns the width of a ratio divided by its height."""
    width, _, height = ratio.partition(":")
    return int(width) / int(height)
