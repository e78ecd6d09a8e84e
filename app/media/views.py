"""Pictures for everybody at `/media/<file>`, and the door of the dashboard through which they come."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.kernel import secret_fields
from app.kernel.refusal import NotFound, Refusal
from app.kernel.text import whole
from app.media import file_store
from app.media.upload_form import uploaded
from app.web import envelope, htmx, limits
from app.web.forms import Form

files = Blueprint("media", __name__, url_prefix="/media")
limits.allow_body(limits.UPLOAD, "/dashboard/media.*")
blueprint = Blueprint("pictures", __name__, url_prefix="/dashboard/media")
authentication.protect(blueprint)
HOME = "/dashboard/"
OURS = {"purpose", "back", "then"}  # all else that comes along was typed into the form around, and goes on with it
FOREVER = {
    "Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox", "Cross-Origin-Resource-Policy": "same-origin",
}


@files.get("/<name>")
async def show(name: str) -> Response:
    """A file by its name, which whoever shows the picture gives away. Refusals: NotFound."""
    try:
        content = await file_store.read(name)
    except (ValueError, FileNotFoundError):
        raise NotFound from None
    response = Response(content, 200, {**FOREVER, "Content-Type": file_store.media_type_of(name)})
    response.set_etag(name.partition(".")[0])
    return await response.make_conditional(request)


@blueprint.post("/")
async def keep() -> Response:
    """Keeps an uploaded picture: its id in a hidden field called what `name` says, and what it looks like.

    What stands in the address goes first: a form around it may have a `name` of its own.
    """
    form = await Form.submitted()
    typed = [(name, value) for name, value in form.values.items()
             if name not in OURS and not secret_fields.secret(name)]
    form.values |= {name: whole(value) for name, value in request.args.items()}
    name = form["name"][:60] or "picture"
    said: dict[str, Any] = {"name": name, "purpose": form["purpose"], "back": _of_dashboard(form["back"]) or HOME,
                            "then": _of_dashboard(form["then"]), "typed": typed}
    try:
        said["media"] = await uploaded(authentication.account(), form.values)
    except Refusal as refusal:
        return await _refused(form.blame(refusal), refusal, said)
    if htmx.asks_for_fragment():
        return await htmx.answer("media/_picture.html", **said)
    said["typed"] = [(field, value) for field, value in typed if field != name]
    return await htmx.answer("media/kept.html", **said)


async def _refused(form: Form, refusal: Refusal, said: dict[str, Any]) -> Response:
    status, why = envelope.status_of(refusal), next(iter(form.errors.values()))
    if htmx.asks_for_fragment():
        answer = await htmx.answer("media/_refused.html", status=status, error=why)
    else:
        answer = await htmx.answer("media/kept.html", status=status, media=None, error=why, **said)
    if refusal.retry_after is not None:
        answer.headers["Retry-After"] = str(refusal.retry_after)
    return answer


def _of_dashboard(path: str) -> str:
    """The path itself where it is one of the dashboard, else nothing: where a browser without scripts goes on."""
    return path if path.startswith(HOME) else ""
