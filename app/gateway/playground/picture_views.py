"""The pictures of the playground: with scripts they arrive one by one, without them as a page."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.gateway.catalogue.ai_model import IMAGE
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.playground import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.playground import code_samples
from app.gateway.playground.answer_summaries import load_summaries, load_total_cost
from app.gateway.playground.offers import load_offer
from app.gateway.playground.picture_form import MODEL, USUAL, check_pictures
from app.gateway.playground.picture_making import Picture, begin_picture, make_pictures
from app.gateway.routing.error_sentences import error_sentence
from app.gateway.routing.model_run import ModelRun
from app.gateway.upstreams.adapter import Json
from app.gateway.upstreams.errors import UpstreamError
from app.kernel.refusal import Refusal
from app.web import htmx
from app.web.event_stream import PING, format_event, stream_response
from app.web.forms import Form
from app.web.templates import render_template

PATH = f"{HOME}/playground/pictures"
PARTS = "gateway/playground/"
blueprint = Blueprint("ai_pictures", __name__, url_prefix=PATH)
authentication.require_sign_in(blueprint, BlueprintActs(EDIT, EDIT))
hide_until_set_up(blueprint)


@blueprint.get("")
async def pictures_page() -> Response:
    """The page for pictures."""
    return await _page(Form({**USUAL, MODEL: request.args.get(MODEL, "")}))


@blueprint.post("")
async def make() -> Response:
    """Makes pictures; htmx gets each as soon as it is there, a page without scripts all of them."""
    form, account = await Form.submitted(), authentication.current_account()
    try:
        model, body, number = await check_pictures(form)
        first = await begin_picture(account, model, body)
    except (Refusal, UpstreamError) as error:
        return await _refused(form, error)
    if htmx.wants_fragment():
        return stream_response(_events(account, first, body, number), account.time_zone)
    pictures = [each async for each in make_pictures(account, first, body, number) if each]
    return await _page(form, pictures=sorted(pictures))


@blueprint.post("/code")
async def show_code() -> Response:
    """The request as code; it is not sent."""
    form = await Form.submitted()
    try:
        _model, body, number = await check_pictures(form)
    except Refusal as error:
        return await _refused(form, error)
    samples = code_samples.samples(code_samples.PICTURES, body | {"n": number})
    if htmx.wants_fragment():
        return await htmx.render_response(f"{PARTS}_code.html", samples=samples)
    return await _page(form, samples=samples)


async def _events(account: Account, first: ModelRun, body: Json, number: int) -> AsyncGenerator[str]:
    """Yields the places of the pictures, each picture, and what all of them cost."""
    ready: list[Picture] = []
    yield format_event(await render_template(f"{PARTS}_waiting_pictures.html", number=number, prompt=body["prompt"]))
    pictures = make_pictures(account, first, body, number)
    try:
        async for picture in pictures:
            if picture is None:
                yield PING
                continue
            ready.append(picture)
            context = {"picture": picture, "prompt": body["prompt"], "done": len(ready), "number": number}
            yield format_event(await render_template(f"{PARTS}_arrived_picture.html", **context))
    finally:
        await pictures.aclose()
    summaries = await load_summaries(account, [each.request_id for each in ready])
    total_cost = await load_total_cost(account, summaries.values())
    yield format_event(await render_template(f"{PARTS}_total_cost_update.html", total_cost=total_cost))


async def _refused(form: Form, error: Exception) -> Response:
    """Shows the form again with all that was typed, and why nothing was ready."""
    if isinstance(error, Refusal):
        form.blame(error)
    else:
        form.errors[""] = error_sentence(error)
    return await _page(form, status=422)


async def _page(form: Form, *, status: int = 200, pictures: Sequence[Picture] = (), samples: object = None) -> Response:
    account = authentication.current_account()
    summaries = await load_summaries(account, [each.request_id for each in pictures])
    template = f"{PARTS}_picture_bench.html" if htmx.wants_fragment() else f"{PARTS}pictures.html"
    response = await htmx.render_response(
        template,
        status=status,
        active="ai",
        kind=IMAGE,
        form=form,
        offer=await load_offer(account, IMAGE, form[MODEL]),
        pictures=pictures,
        total_cost=await load_total_cost(account, summaries.values()),
        samples=samples,
    )
    response.headers["HX-Retarget"] = "#ai-bench"
    return response
