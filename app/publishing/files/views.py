"""The files of posts in the dashboard: uploads in pieces and by an ordinary form, their state, posters and downloads.

The script static/js/files.js announces a file (`POST …/uploads`), sends its pieces (`PUT …/<id>/pieces` with
`Upload-Offset`), and asks after a broken connection how much has arrived (`HEAD …/<id>/pieces`). Without scripts the
form of the post sends the chosen files at once, up to limits.
"""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, flash, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import PUBLISH, READ
from app.kernel.bidi import isolate
from app.kernel.file_storage import Download
from app.kernel.i18n import gettext
from app.kernel.refusal import NotFound, Refusal
from app.publishing.files import file_store, plain_upload, retention, screen, uploads
from app.publishing.files import pictures_for_assistant as _pictures_for_assistant  # noqa: F401 - registers it
from app.publishing.files.form_fields import AttachedFile
from app.publishing.files.pieces import MOST_PIECE
from app.publishing.files.post_file import READY, PostFile
from app.publishing.files.reachability import check_reachability
from app.publishing.files.serving import file_response
from app.publishing.files.uploads import Announcement, PieceTooLarge, WrongOffset
from app.publishing.networks.publishing_switch import hide_when_off
from app.publishing.networks.registry import NETWORKS
from app.web import envelope, htmx, limits
from app.web.audit_target import mark_unchanged, set_audit_target
from app.web.forms import Form
from app.web.question import ask
from app.web.stored_download import download_response

HOME = "/dashboard/publishing/files"
UUID_PATTERN = "[0-9a-fA-F-]{36}"
OFFSET = "Upload-Offset"
DRAINED = 60.0  # seconds for what a browser still sends of a body that is too large
blueprint = Blueprint("post_files", __name__, url_prefix=HOME)
hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs(READ, PUBLISH, acts={"delete_form": PUBLISH}))
limits.allow_body(MOST_PIECE, f"{HOME}/{UUID_PATTERN}/pieces/?")
limits.allow_body(plain_upload.MOST_FORM, f"{HOME}/?")


@blueprint.get("/")
async def list_files() -> Response:
    """The page with the files of the account, what they take of the plan, and a form for more; or the part of the list
    that htmx requests.
    """
    if htmx.wants_fragment():
        search = screen.search_of(request.args)
        template = "publishing/_stored_file_rows.html" if search.after else "publishing/_stored_files.html"
        return await htmx.render_response(template, **await screen.load_files(search))
    return await screen.files_page()


@blueprint.get("/reachability")
async def reachability() -> Response:
    """Whether networks that fetch files can do so; a part of the page of accounts, or the page of files with it."""
    fetching = [network.label for network in NETWORKS.values() if network.media_rules.fetches and network.configured()]
    reason = gettext((await check_reachability()).reason) if fetching else ""
    if htmx.wants_fragment():
        networks = ", ".join(fetching)
        return await htmx.render_response("publishing/_reachability.html", reason=reason, networks=networks)
    return await screen.files_page(error=reason)


@blueprint.post("/")
async def upload_form() -> Response:
    """Stores the files of an ordinary form. Inside the form of a post, its other fields are passed on."""
    return await plain_upload.upload_files()


@blueprint.errorhandler(RequestEntityTooLarge)
async def refuse_large_form(_error: RequestEntityTooLarge) -> Response:
    """Says in a sentence how large a piece or a form may be, once what the browser still sends has arrived."""
    await request.body.discard(DRAINED)  # type: ignore[attr-defined]
    if request.method == "PUT":
        return await _refused(PieceTooLarge())
    return await screen.files_page(status=413, error=plain_upload.form_too_large_sentence())


@blueprint.post("/uploads")
async def begin_upload() -> Response:
    """Announces a file; returns its row with the address for its pieces, or the reason of a refusal."""
    form = await Form.submitted()
    size = int(form["size"]) if form["size"].isascii() and form["size"].isdecimal() and len(form["size"]) < 16 else 0
    announced = Announcement(size, form["media_type"], form["filename"])
    try:
        file = await uploads.begin_upload(authentication.current_account(), authentication.current_user().id, announced)
    except Refusal as refusal:
        return await _refused(refusal)
    set_audit_target(file.filename)
    response = await screen.file_row(AttachedFile(file, ""), status=201)
    response.headers["Location"], response.headers[OFFSET] = f"{HOME}/{file.id}/pieces", "0"
    return response


@blueprint.get("/<uuid:id>")
async def file_state(id: UUID) -> Response:
    """What is known of a file: a part of its row, which htmx asks for while it is checked."""
    return await screen.file_state(await _own_file(id))


@blueprint.get("/<uuid:id>/pieces")
async def received(id: UUID) -> Response:
    """Says in a header how many bytes of a file have arrived."""
    return Response("", 204, {OFFSET: str((await _own_file(id)).received)})


@blueprint.put("/<uuid:id>/pieces")
async def receive_piece(id: UUID) -> Response:
    """Receives the bytes of a file from Upload-Offset on; a wrong offset is answered with the right one."""
    mark_unchanged()  # for the audit log: the upload was logged when it began
    file = await _own_file(id)
    offset = request.headers.get(OFFSET, "")
    try:
        if not (offset.isascii() and offset.isdecimal() and len(offset) < 16):
            raise WrongOffset(received=file.received)
        file = await uploads.receive_piece(file, int(offset), request.body)
    except WrongOffset as wrong:
        return Response(envelope.refusal_message(wrong), 409, {OFFSET: str(wrong.facts["received"])})
    except Refusal as refusal:
        return await _refused(refusal)
    response = Response("", 204) if file.received < file.size else await screen.file_state(file)
    response.headers[OFFSET] = str(file.received)
    return response


@blueprint.get("/<uuid:id>/delete")
async def delete_form(id: UUID) -> Response:
    """Asks whether a file is to be deleted, which nobody can undo. Raises: NotFound."""
    file = await _own_file(id)
    return await ask(
        gettext("Delete “%(title)s”?") % {"title": isolate(file.filename or gettext("File"))},
        gettext(
            "This cannot be undone. What is published stays at the networks. "
            "A file that a planned post needs is not deleted."
        ),
        facts=screen.facts_of(file),
        action=url_for("post_files.delete_file", id=id),
        button=gettext("Delete the file"),
        back=f"{HOME}/",
        active="publishing",
    )


@blueprint.post("/<uuid:id>/actions/delete")
async def delete_file(id: UUID) -> Response:
    """Deletes a file that no post uses, or the original of one that is published; then goes back to the page."""
    file = await _own_file(id)
    try:
        await retention.remove_file(file)
    except Refusal as refusal:
        if htmx.wants_fragment():
            return await _refused(refusal)
        error = envelope.refusal_message(refusal)
        return await screen.files_page(status=envelope.page_status(refusal), error=error)
    set_audit_target(file.filename)
    if htmx.wants_fragment():
        return Response("")
    await flash(gettext("The file is deleted."))
    return htmx.redirect_to(f"{HOME}/")


@blueprint.get("/<uuid:id>/poster")
async def poster(id: UUID) -> Response:
    """The small picture of a file. Raises: NotFound when it has none."""
    if not (name := (await _own_file(id)).poster):
        raise NotFound
    return await file_response(name, "image/webp")


@blueprint.get("/<uuid:id>/download")
async def download(id: UUID) -> Response:
    """The file itself, to be saved. Raises: NotFound when it is not ready."""
    file = await _own_file(id)
    stored = await file_store.find(file.stored_name) if file.state == READY else None
    if stored is None:
        raise NotFound
    return await download_response(stored, Download(file.media_type, screen.download_name(file)))


async def _own_file(id: UUID) -> PostFile:
    """The account's file with this id, in any state. Raises: NotFound."""
    file = await PostFile.get_or_none(id=id, account=authentication.current_account())
    if file is None:
        raise NotFound
    return file


async def _refused(refusal: Refusal) -> Response:
    """The reason of a refusal, for the script to show at the file."""
    response = await htmx.render_response(
        "media/_refused.html", status=envelope.page_status(refusal), error=envelope.refusal_message(refusal)
    )
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response
