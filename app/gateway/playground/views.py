"""The chat of the playground."""

from __future__ import annotations

from urllib.parse import urlencode

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.gateway.catalogue.ai_model import CHAT, IMAGE, VIDEO
from app.gateway.catalogue.offered import offered
from app.gateway.metering.ai_request import PLAYGROUND
from app.gateway.metering.estimate import most_of
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.playground import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.playground import code_samples
from app.gateway.playground.answer_markdown import draw_answers
from app.gateway.playground.answer_summaries import load_summaries, load_total_cost, wait_for_summary
from app.gateway.playground.chat_answer import ENDPOINT, stream_answer, whole_answer
from app.gateway.playground.chat_picture import without_pictures
from app.gateway.playground.conversation import MODEL, REQUEST, Conversation
from app.gateway.playground.offers import load_offer
from app.gateway.routing.error_sentences import error_sentence
from app.gateway.routing.model_run import ModelRun
from app.gateway.upstreams.errors import UpstreamError
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.web import htmx, limits

PATH = f"{HOME}/playground"
BENCH = "#ai-bench"
MOST_FORM = limits.MAX_UPLOAD + 3 * 1024 * 1024  # bytes: the form carries the whole conversation, with its pictures
PAGES = {IMAGE: f"{PATH}/pictures", VIDEO: f"{PATH}/videos"}
blueprint = Blueprint("ai_playground", __name__, url_prefix=PATH)
authentication.require_sign_in(blueprint, BlueprintActs(EDIT, EDIT))
hide_until_set_up(blueprint)
limits.allow_body(MOST_FORM, rf"{PATH}/?", rf"{PATH}/code/?")


@blueprint.get("")
async def chat_page() -> Response:
    """The page of the chat; a model of another kind opens its own page."""
    model = await offered(request.args.get(MODEL, ""))
    if model is not None and model.kind in PAGES:
        return htmx.redirect_to(f"{PAGES[model.kind]}?{urlencode({MODEL: model.id})}")
    return await _page(Conversation.empty(request.args))


@blueprint.post("")
async def send() -> Response:
    """Sends a message; htmx gets the answer as a stream, a page without scripts as a whole."""
    conversation = await Conversation.submitted()
    streamed = htmx.wants_fragment()
    try:
        model, body = await conversation.request_body()
        run = await ModelRun.begin(
            authentication.current_account(),
            model,
            endpoint=ENDPOINT,
            most=most_of(model, body),
            source=PLAYGROUND,
            streamed=streamed,
        )
        if streamed:
            return await stream_answer(run, body, conversation)
        text = await whole_answer(run, body)
    except (Refusal, UpstreamError) as error:
        return await _refused(conversation, error)
    return await _page(conversation.answered(text, run.reservation.request_id))


@blueprint.post("/code")
async def show_code() -> Response:
    """The request as code, with what is typed; it is not sent."""
    conversation = await Conversation.submitted()
    try:
        _model, body = await conversation.request_body(message=conversation.form["message"] or _("Hello"))
    except Refusal as error:
        return await _refused(conversation, error)
    samples = code_samples.samples(code_samples.CHAT, without_pictures(body))
    if htmx.wants_fragment():
        return await htmx.render_response("gateway/playground/_code.html", samples=samples)
    return await _page(conversation, samples=samples)


@blueprint.get("/answers/<id>")
async def show_summary(id: str) -> Response:
    """What an answer took and cost, once it has ended; `request` are the answers of the whole conversation."""
    account = authentication.current_account()
    summary = await wait_for_summary(account, id)
    if summary is None:
        raise NotFound
    summaries = await load_summaries(account, {id, *request.args.getlist(REQUEST)})
    return await htmx.render_response(
        "gateway/playground/_summary_update.html",
        summary=summary,
        total_cost=await load_total_cost(account, summaries.values()),
    )


async def _refused(conversation: Conversation, error: Exception) -> Response:
    """Shows the form again with all that was typed, and why nothing was sent."""
    form = conversation.form
    if isinstance(error, Refusal):
        form.blame(error)
    else:
        form.errors[""] = error_sentence(error)
    return await _page(conversation, status=422)


async def _page(conversation: Conversation, *, status: int = 200, samples: object = None) -> Response:
    account = authentication.current_account()
    summaries = await load_summaries(account, [turn.request_id for turn in conversation.turns])
    template = "gateway/playground/_chat_bench.html" if htmx.wants_fragment() else "gateway/playground/chat.html"
    response = await htmx.render_response(
        template,
        status=status,
        active="ai",
        kind=CHAT,
        conversation=conversation,
        drawn=draw_answers(turn.answer for turn in conversation.turns),
        form=conversation.form,
        offer=await load_offer(account, CHAT, conversation.form[MODEL]),
        summaries=summaries,
        total_cost=await load_total_cost(account, summaries.values()),
        samples=samples,
    )
    if htmx.wants_fragment():
        response.headers["HX-Retarget"] = BENCH
    return response
