"""Uploads by an ordinary form, for browsers without scripts: several files at once, up to a limit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import IO
from uuid import UUID

from quart import Response, request
from quart.datastructures import FileStorage

from app.accounts import authentication
from app.accounts.models import Account
from app.kernel.i18n import gettext
from app.kernel.refusal import N_, Refusal
from app.plans.file_quota import in_units
from app.publishing.files import screen, uploads
from app.publishing.files.file_kinds import FIRST_BYTES, recognise_file_type
from app.publishing.files.form_fields import ALT, DO, FILE, FILE_FIELDS, attached_files, read_fields
from app.publishing.files.pieces import MOST_PIECE
from app.publishing.files.post_file import PostFile
from app.publishing.files.uploads import Announcement
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target

MOST_FORM = 64 * 2**20  # bytes of a whole form
DASHBOARD = "/dashboard/"
TOO_LARGE = N_(
    "Without scripts, at most %(limit)s can be sent at once. Choose a smaller file, or allow JavaScript here: then "
    "videos of up to 512 MB are sent in pieces."
)


async def upload_files() -> Response:
    """Stores every chosen file, and says of each that is refused why."""
    form, files = await request.form, (await request.files).getlist(FILE_FIELDS)
    stored, errors = await _store_files([file for file in files if file.filename])
    set_audit_target(", ".join(file.filename for file in stored))
    if not (then := _dashboard_path(request.args.get("then", ""))):
        return await _answer_page(errors)
    fields = read_fields(form)
    ids = [*fields.ids, *(str(file.id) for file in stored)]
    return await htmx.render_response(
        "publishing/kept_files.html",
        status=422 if errors else 200,
        active="publishing",
        attached=await attached_files(authentication.current_account().id, ids, fields.alts),
        errors=errors,
        then=then,
        typed=[
            pair
            for pair in form.items(multi=True)
            if pair[0] not in {FILE, FILE_FIELDS, DO} and not pair[0].startswith(ALT)
        ],
        **screen.helpers(),
    )


async def _store_files(files: list[FileStorage]) -> tuple[list[PostFile], list[str]]:
    """Stores the chosen files; returns those that were taken, and a sentence for each that was refused."""
    stored, errors = list[PostFile](), [] if files else [gettext("Choose a file first.")]
    for file in files:
        try:
            account, user_id = authentication.current_account(), authentication.current_user().id
            stored.append(await store_file(account, user_id, file))
        except Refusal as refusal:
            errors.append(f"{file.filename}: {envelope.refusal_message(refusal)}")
    return stored, errors


async def store_file(account: Account, user_id: UUID | None, file: FileStorage) -> PostFile:
    """Stores one file of a form, in the way of an upload in pieces. Raises: those of `uploads`."""
    size = file.stream.seek(0, 2)
    file.stream.seek(0)
    media_type = recognise_file_type(file.stream.read(FIRST_BYTES)).media_type if size else file.mimetype
    announced = Announcement(size, media_type, file.filename or "")
    row = await uploads.begin_upload(account, user_id, announced)
    try:
        while row.received < size:
            file.stream.seek(row.received)
            row = await uploads.receive_piece(row, row.received, _piece(file.stream))
    except Refusal:
        await row.delete_with_files()
        raise
    return row


async def _piece(stream: IO[bytes]) -> AsyncGenerator[bytes]:
    """Yields the next piece of an open file."""
    for _ in range(MOST_PIECE // uploads.BUFFERED):
        yield await asyncio.to_thread(stream.read, uploads.BUFFERED)


def form_too_large_sentence() -> str:
    """The sentence for a form above the limit, in the reader's language."""
    return gettext(TOO_LARGE) % {"limit": in_units(MOST_FORM)}


async def _answer_page(errors: list[str]) -> Response:
    """Leads back to the page of files, or shows it with what was refused."""
    if errors:
        return await screen.files_page(status=422, error=" ".join(errors))
    return htmx.redirect_to("/dashboard/publishing/files/")


def _dashboard_path(path: str) -> str:
    """The path itself if it is one of the dashboard, otherwise empty."""
    return path if path.startswith(DASHBOARD) else ""
