"""The picture that goes with a message: re-encoded, sent to the model, carried on by the form, and kept nowhere."""

from __future__ import annotations

import re
from base64 import b64encode
from typing import Any

from quart import request

from app.gateway.upstreams.adapter import Json
from app.kernel.refusal import N_, Refusal
from app.media.reencode import reencode
from app.web.forms import Form

PICTURE, HELD, LEFT_OUT = "picture", "held", "left_out"  # fields: the file, the picture that is ready, to take it away
LONGEST_SIDE = 1_024  # pixels, of which models see enough
MOST = 900_000  # characters of a picture in a form
DATA_URL = re.compile(r"data:image/webp;base64,[A-Za-z0-9+/]+={0,2}", re.ASCII)
IN_CODE = "data:image/webp;base64,…"


class SeesNoPictures(Refusal):
    """The model does not see pictures."""

    code, field = "INVALID_REQUEST", PICTURE
    says = N_("This model does not see pictures. Choose one that does, or leave the picture out.")


async def attach_picture(form: Form) -> None:
    """Puts the picture of the form, new or from before, into its field HELD. Raises: those of `reencode`."""
    held = form[HELD]
    form.values[HELD] = held if is_picture(held) and not form[LEFT_OUT] else ""
    for file in (await request.files).getlist(PICTURE):
        if file.filename:
            picture = await reencode(file.read(), longest=LONGEST_SIDE, keep_alpha=False)
            form.values[HELD] = f"data:{picture.media_type};base64,{b64encode(picture.content).decode()}"


def is_picture(text: str) -> bool:
    """Whether a text is a picture as `attach_picture` writes it."""
    return len(text) <= MOST and DATA_URL.fullmatch(text) is not None


def content_of(text: str, picture: str) -> str | list[Json]:
    """Returns the content of a message, with its picture where it has one."""
    if not picture:
        return text
    return [{"type": "text", "text": text}, {"type": "image_url", "image_url": {"url": picture}}]


def without_pictures(body: Json) -> Json:
    """Returns a body whose pictures are shortened to IN_CODE, as its code is shown."""
    return body | {"messages": [message | {"content": _shortened(message["content"])} for message in body["messages"]]}


def _shortened(content: Any) -> Any:
    if isinstance(content, str):
        return content
    return [part | {"image_url": {"url": IN_CODE}} if "image_url" in part else part for part in content]
