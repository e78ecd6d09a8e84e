"""What somebody wants to see on pictures: the fields of the form, checked."""

from __future__ import annotations

from collections.abc import Mapping

from app.gateway.catalogue.ai_model import IMAGE
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.playground.offers import choose_model
from app.gateway.upstreams.adapter import Json
from app.kernel.refusal import N_, Faults, Refusal
from app.web.forms import Form

PROMPT, MODEL, SIZE, NUMBER = "prompt", "model", "size", "number"
MOST_PICTURES, LONGEST = 4, 4_000
USUAL: Mapping[str, str] = {NUMBER: "1"}


class PromptMissing(Refusal):
    """It is not said what should be seen."""

    code, field, says = "INVALID_REQUEST", PROMPT, N_("Write what should be seen.")


class PromptTooLong(Refusal):
    """The description is too long. Facts: most."""

    code, field, says = "INVALID_REQUEST", PROMPT, N_("That is too long: at most %(most)s characters.")


class NumberNotInRange(Refusal):
    """The number of pictures is none. Facts: most."""

    code, field, says = "INVALID_REQUEST", NUMBER, N_("Write a whole number from 1 to %(most)s.")


class SizeNotOffered(Refusal):
    """The model does not make that size. Facts: sizes."""

    code, field, says = "INVALID_REQUEST", SIZE, N_("This model makes %(sizes)s.")


async def check_pictures(form: Form) -> tuple[OfferedModel, Json, int]:
    """Returns the model, the body for one picture, and how many there shall be. Raises: Faults."""
    faults, body, number = Faults.gather(), {}, 1
    with faults.catching():
        body[PROMPT] = check_prompt(form)
    with faults.catching():
        number = _number(form[NUMBER].strip())
    with faults.catching():
        model = await choose_model(IMAGE, form[MODEL])
        body |= {"model": model.id} | check_size(model, form[SIZE])
    faults.raise_if_any()
    return model, body, number


def check_prompt(form: Form) -> str:
    """Returns what should be seen. Raises: PromptMissing, PromptTooLong."""
    prompt = form[PROMPT].strip()
    if not prompt:
        raise PromptMissing
    if len(prompt) > LONGEST:
        raise PromptTooLong(most=LONGEST)
    return prompt


def check_size(model: OfferedModel, size: str) -> Json:
    """Returns the size as a field of a body; nothing where the model decides. Raises: SizeNotOffered."""
    sizes = [str(each) for each in model.options.get("sizes", ())]
    if not size or not sizes:
        return {}
    if size not in sizes:
        raise SizeNotOffered(sizes=", ".join(sizes))
    return {"size": size}


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= MOST_PICTURES):
        raise NumberNotInRange(most=MOST_PICTURES)
    return int(text)
