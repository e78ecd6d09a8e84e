"""Serves pictures to everybody at `/media/<file>`, and accepts uploads in the dashboard."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel import sensitive_form_fields
from app.kernel.refusal import NotFound, Refusal
from app.kernel.text import replace_surrogates
from app.media import file_store
from app.media.upload_form import store_upload
from app.web import envelope, htmx, limits
from app.web.forms import Form

files = Blueprint("media", __name__, url_prefix="/media")
limits.allow_body(limits.MAX_UPLOAD, "/dashboard/media/?")
blueprint = Blueprint("pictures", __name__, url_prefix="/dashboard/media")
authentication.require_sign_in(blueprint, BlueprintActs())
HOME = "/dashboard/"
UPLOAD_FIELDS = {"purpose", "back", "then"}  # all other fields belong to the surrounding form and are passed on
FILE_HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@files.get("/<name>")
async def serve_file(name: str) -> Response:
    """Serves a file by its name, with a validator for conditional requests. Raises: NotFound."""
    try:
        content = await file_store.read_for_visitor(name)
    except (ValueError, FileNotFoundError):
        raise NotFound from None
    response = Response(content, 200, {**FILE_HEADERS, "Content-Type": file_store.media_type_of(name)})
    response.set_etag(name.partition(".")[0])
    return await response.make_conditional(request)


@blueprint.post("/")
async def upload_picture() -> Response:
    """Stores an uploaded picture and renders it with its id in a hidden field, named as the field `name` says.

    Query parameters override fields, because the surrounding form may have a field `name` of its own.
    """
    form = await Form.submitted()
    other_fields = _surrounding_fields(form)
    form.values |= {name: replace_surrogates(value) for name, value in request.args.items()}
    name = form["name"][:60] or "picture"
    context: dict[str, Any] = {
        "name": name,
        "purpose": form["purpose"],
        "back": _dashboard_path(form["back"]) or HOME,
        "then": _dashboard_path(form["then"]),
        "typed": other_fields,
    }
    try:
        context["media"] = await store_upload(authentication.current_account(), form.values)
    except Refusal as refusal:
        return await _refused_upload(form.blame(refusal), refusal, context)
    if htmx.wants_fragment():
        return await htmx.render_response("media/_picture.html", **context)
    context["typed"] = [(field, value) for field, value in other_fields if field != name]
    return await htmx.render_response("media/kept_picture.html", **context)


def _surrounding_fields(form: Form) -> list[tuple[str, str]]:
    """The fields of the form around the upload, without those that hold secrets."""
    return [
        (name, value)
        for name, value in form.values.items()
        if name not in UPLOAD_FIELDS and not sensitive_form_fields.is_secret_field(name)
    ]


async def _refused_upload(form: Form, refusal: Refusal, context: dict[str, Any]) -> Response:
    """The message of a refused upload, with `Retry-After` where a rate limit refused."""
    status, message = envelope.page_status(refusal), next(iter(form.errors.values()))
    if htmx.wants_fragment():
        response = await htmx.render_response("media/_refused.html", status=status, error=message)
    else:
        response = await htmx.render_response(
            "media/kept_picture.html", status=status, media=None, error=message, **context
        )
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def _dashboard_path(path: str) -> str:
    """The path itself if it is one of the dashboard, otherwise empty; browsers without scripts go there next."""
    return path if path.startswith(HOME) else ""
