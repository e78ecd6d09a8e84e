"""What somebody wants to see on a video: the fields of the form, checked."""

from __future__ import annotations

from app.gateway.catalogue.ai_model import VIDEO
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.playground.offers import choose_model
from app.gateway.playground.picture_form import MODEL, PROMPT, SIZE, check_prompt, check_size
from app.gateway.upstreams.adapter import Json
from app.kernel.refusal import N_, Faults, Refusal
from app.web.forms import Form

SECONDS = "seconds"
USUAL_SECONDS, MOST_SECONDS = 4, 60


class SecondsNotOffered(Refusal):
    """The model does not make videos of that length. Facts: seconds."""

    code, field, says = "INVALID_REQUEST", SECONDS, N_("This model makes videos of %(seconds)s seconds.")


async def check_video(form: Form) -> tuple[OfferedModel, Json, int]:
    """Returns the model, the body and the seconds of a video. Raises: Faults."""
    faults = Faults.gather()
    body: Json = {}
    seconds = USUAL_SECONDS
    with faults.catching():
        body[PROMPT] = check_prompt(form)
    with faults.catching():
        model = await choose_model(VIDEO, form[MODEL])
        body = {MODEL: model.id} | body
        with faults.catching():
            body |= check_size(model, form[SIZE])
        seconds = _seconds(model, form[SECONDS])
    faults.raise_if_any()
    return model, body | {SECONDS: str(seconds)}, seconds


def _seconds(model: OfferedModel, text: str) -> int:
    """Returns the length; the first that the model makes where none is chosen. Raises: SecondsNotOffered."""
    offered = [int(each) for each in model.options.get("seconds", ())]
    text = text.strip() or str(offered[0] if offered else USUAL_SECONDS)
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= MOST_SECONDS) or (
        offered and int(text) not in offered
    ):
        raise SecondsNotOffered(seconds=", ".join(map(str, offered)) or f"1-{MOST_SECONDS}")
    return int(text)
