"""The videos of the playground: they are begun here, followed on the page, played, saved and deleted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.gateway.api.video_file import FileGone, file_response, open_file
from app.gateway.catalogue.ai_model import VIDEO
from app.gateway.metering.ai_request import PLAYGROUND
from app.gateway.metering.balance import AiBalance
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.playground import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.playground import code_samples
from app.gateway.playground.offers import load_offer
from app.gateway.playground.picture_form import MODEL
from app.gateway.playground.video_form import check_video
from app.gateway.routing.error_sentences import error_sentence
from app.gateway.routing.model_run import ModelRun
from app.gateway.upstreams.errors import UpstreamError
from app.gateway.upstreams.usage import Usage
from app.gateway.videos import cancelling, deletion
from app.gateway.videos.creation import VideoSpec, begin_video
from app.gateway.videos.polling import CANCELLED
from app.gateway.videos.video import COMPLETED, FAILED, IN_PROGRESS, QUEUED, AiVideo
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.web import htmx
from app.web.audit_target import mark_unchanged
from app.web.forms import Form
from app.web.pagination import MAX_CURSOR_LENGTH, page_or_first

PATH = f"{HOME}/playground/videos"
ENDPOINT, PAGE_SIZE = "videos.create", 30
STATES: Mapping[str, tuple[str, str, str]] = {  # the tone, the icon and the word of each state
    QUEUED: ("", "clock", N_("Waiting")),
    IN_PROGRESS: ("accent", "", N_("Being made")),
    COMPLETED: ("good", "check", N_("Ready")),
    FAILED: ("bad", "alert-circle", N_("Failed")),
    CANCELLED[0]: ("", "x", N_("Cancelled")),
}
blueprint = Blueprint("ai_playground_videos", __name__, url_prefix=PATH)
authentication.require_sign_in(blueprint, BlueprintActs(EDIT, EDIT))
hide_until_set_up(blueprint)


@blueprint.get("")
async def videos_page() -> Response:
    """The page of videos, or the list on it that htmx asks for while one is being made."""
    if htmx.wants_fragment():
        account = authentication.current_account()
        return await htmx.render_response(
            "gateway/playground/_videos.html", balance=await AiBalance.of(account), **await _list_context()
        )
    return await _page(Form({MODEL: request.args.get(MODEL, "")}))


@blueprint.post("")
async def make() -> Response:
    """Begins a video."""
    form = await Form.submitted()
    try:
        model, body, seconds = await check_video(form)
        run = await ModelRun.begin(
            authentication.current_account(),
            model,
            endpoint=ENDPOINT,
            most=Usage(milliseconds=1_000 * seconds),
            source=PLAYGROUND,
        )
        fields = {name: str(value) for name, value in body.items() if name != MODEL}
        await begin_video(run, VideoSpec(fields, seconds=seconds, size=body.get("size", "")), None)
    except (Refusal, UpstreamError) as error:
        return await _refused(form, error)
    await flash(_("The video is being made. You may leave this page; the work goes on."))
    return htmx.redirect_to(PATH)


@blueprint.post("/code")
async def show_code() -> Response:
    """The request as code; it is not sent."""
    form = await Form.submitted()
    try:
        _model, body, _seconds = await check_video(form)
    except Refusal as error:
        return await _refused(form, error)
    samples = code_samples.samples(code_samples.VIDEOS, body)
    if htmx.wants_fragment():
        return await htmx.render_response("gateway/playground/_code.html", samples=samples)
    return await _page(form, samples=samples)


@blueprint.get("/<uuid:id>/content")
async def show_content(id: UUID) -> Response:
    """The film, streamed from the provider; where it is gone, the page says so. Raises: NotFound."""
    video = await _own(id)
    if video.status != COMPLETED:
        raise NotFound
    try:
        response = await file_response(await open_file(video))
    except (FileGone, UpstreamError):
        await flash({"text": _("The provider no longer has the film of this video."), "kind": "bad"})  # type: ignore[arg-type]
        return htmx.redirect_to(PATH)
    if not (response.mimetype or "").startswith("video/"):
        response.content_type = "application/octet-stream"
    kind = "attachment" if "save" in request.args else "inline"
    response.headers["Content-Disposition"] = f'{kind}; filename="{video.public_id}.mp4"'
    return response


@blueprint.post("/<uuid:id>/cancel")
async def cancel(id: UUID) -> Response:
    """Stops a video that is being made, where its provider can. Raises: NotFound."""
    video = await _own(id)
    try:
        stopped = await cancelling.cancel_video(video)
    except (Refusal, UpstreamError) as error:
        mark_unchanged()
        await flash({"text": error_sentence(error), "kind": "bad"})  # type: ignore[arg-type]
        return htmx.redirect_to(PATH)
    if not stopped:
        mark_unchanged()
    await flash(_("The video is cancelled. It costs nothing.") if stopped else _("The video had ended before."))
    return htmx.redirect_to(PATH)


@blueprint.post("/<uuid:id>/delete")
async def delete(id: UUID) -> Response:
    """Deletes a video that has ended, here and at the provider. Raises: NotFound."""
    video = await _own(id)
    if not video.ended:
        mark_unchanged()
        return htmx.redirect_to(PATH)
    try:
        await deletion.delete_video(video)
    except UpstreamError as error:
        mark_unchanged()
        await flash({"text": error_sentence(error), "kind": "bad"})  # type: ignore[arg-type]
    else:
        await flash(_("The video is deleted. Its request stays listed."))
    return htmx.redirect_to(PATH)


async def _own(id: UUID) -> AiVideo:
    """Returns a video of the account's playground. Raises: NotFound."""
    videos = AiVideo.owned_by(authentication.current_account()).filter(request__source=PLAYGROUND)
    if (video := await videos.get_or_none(id=id)) is None:
        raise NotFound
    return video


async def _list_context() -> dict[str, Any]:
    """Returns the context of the list: one page of the playground's videos, the newest first, each with its request.

    `after` is where that page begins, None for the newest.
    """
    videos = AiVideo.owned_by(authentication.current_account()).filter(key_id=None, request__source=PLAYGROUND)
    after = request.args.get("after", "")[: MAX_CURSOR_LENGTH + 1]
    page = await page_or_first(videos.select_related("request"), by="created_at", cursor=after, size=PAGE_SIZE)
    return {"videos": page, "after": after or None, "states": STATES, "asks": _asks()}


def _asks() -> str:
    """Returns what the page asks about before it is done, such as `delete 0190…`; "" for nothing."""
    verb, id = request.args.get("ask", ""), parse_uuid(request.args.get("video", ""))
    return f"{verb} {id}" if verb in ("cancel", "delete") and id else ""


async def _refused(form: Form, error: Exception) -> Response:
    """Shows the form again with all that was typed, and why no video was begun."""
    if isinstance(error, Refusal):
        form.blame(error)
    else:
        form.errors[""] = error_sentence(error)
    return await _page(form, status=422)


async def _page(form: Form, *, status: int = 200, samples: object = None) -> Response:
    offer = await load_offer(authentication.current_account(), VIDEO, form[MODEL])
    template = "gateway/playground/_video_bench.html" if htmx.wants_fragment() else "gateway/playground/videos.html"
    response = await htmx.render_response(
        template,
        status=status,
        active="ai",
        kind=VIDEO,
        form=form,
        offer=offer,
        balance=offer.balance,
        samples=samples,
        **await _list_context(),
    )
    response.headers["HX-Retarget"] = "#ai-bench"
    return response
