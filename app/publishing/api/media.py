"""The JSON API of files of posts: `/api/v1/media`. Pictures of bio pages are uploaded at the same address, by another
operation (app/pages/api/transfer.py).
"""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, g, request
from quart.datastructures import FileStorage
from werkzeug.exceptions import UnsupportedMediaType

from app.kernel.refusal import N_
from app.kernel.versioned_rows import get_or_refuse
from app.keys import api_authentication
from app.keys.api_authentication import key_maker, key_owner
from app.keys.scopes import PUBLISH
from app.publishing.api.media_schema import DeletedFile, FileData, FileList, FileQuery, NewUpload, PieceQuery
from app.publishing.api.post_faults import refusal_of_invalid_body
from app.publishing.files import plain_upload, retention, uploads
from app.publishing.files.file_kinds import EmptyFile
from app.publishing.files.pieces import MOST_PIECE
from app.publishing.files.post_file import PostFile
from app.publishing.files.uploads import Announcement
from app.publishing.networks import publishing_switch
from app.web import envelope, limits
from app.web.audit_target import mark_unchanged, set_audit_target
from app.web.openapi import BYTES, Operation
from app.web.pagination import fetch_page
from app.web.query_parsing import query

HOME, PART, UUID_PATTERN = "/api/v1/media", "file", "[0-9a-fA-F-]{36}"
MOST_FORM = MOST_PIECE + 64 * 1024  # bytes, with the frame of the form
blueprint = Blueprint("post_files_api", __name__, url_prefix=HOME)
publishing_switch.hide_when_off(blueprint)
limits.allow_body(MOST_PIECE, f"{HOME}/{UUID_PATTERN}/pieces/?")
limits.allow_body(MOST_FORM, f"{HOME}/files/?")
api_authentication.require_api_key(blueprint)
TAKEN = ("INVALID_FILE", "FILE_LIMIT_REACHED", "TOO_MANY_UPLOADS")
OPERATIONS = [
    Operation(
        "uploadFile",
        "POST",
        "/media/files",
        N_("Upload a small file for posts"),
        N_(
            "A picture, GIF or video of at most 8 MB in one request; larger ones are announced and sent in pieces. "
            "Then wait until its state is ready: it is checked first."
        ),
        FileData,
        201,
        refusals=TAKEN,
        upload=PART,
        scope=PUBLISH,
    ),
    Operation(
        "beginUpload",
        "POST",
        "/media/uploads",
        N_("Announce a large file for posts"),
        N_("A picture of up to 20 MB, a GIF of 15 MB, a video of 512 MB. Its whole size counts from now on."),
        FileData,
        201,
        NewUpload,
        None,
        TAKEN,
        scope=PUBLISH,
    ),
    Operation(
        "uploadPiece",
        "PUT",
        "/media/{id}/pieces",
        N_("Send a piece of a file"),
        N_(
            "At most 8 MB, from “offset” on. After a broken connection, read the file and go on from what it has "
            "received. After the last piece the file is checked."
        ),
        FileData,
        query=PieceQuery,
        refusals=("INVALID_FILE", "WRONG_OFFSET"),
        piece=True,
        scope=PUBLISH,
    ),
    Operation(
        "listFiles",
        "GET",
        "/media",
        N_("List files of posts"),
        N_("The files of your posts, newest first, a page at a time; unfinished and refused ones too."),
        FileList,
        query=FileQuery,
        scope=PUBLISH,
    ),
    Operation(
        "readFile",
        "GET",
        "/media/{id}",
        N_("Read a file of posts"),
        N_("How much of it has arrived, whether it is ready, and what was measured."),
        FileData,
        scope=PUBLISH,
    ),
    Operation(
        "deleteFile",
        "DELETE",
        "/media/{id}",
        N_("Delete a file of posts"),
        N_("One that no post needs any more. A file of a post that is not published yet cannot be deleted."),
        DeletedFile,
        refusals=("FILE_IN_USE",),
        scope=PUBLISH,
    ),
]


@blueprint.post("/files")
async def upload_file() -> Response:
    """Stores the file of a form; the request is counted afterwards. Raises: those of uploads.py."""
    if request.mimetype != "multipart/form-data":
        raise UnsupportedMediaType
    await api_authentication.check_monthly_limit()
    sent: FileStorage | None = (await request.files).get(PART)
    if sent is None:
        raise EmptyFile
    file = await plain_upload.store_file(key_owner(), key_maker(), sent)
    async with api_authentication.counted_request():
        return _file_response(file, 201)


@blueprint.post("/uploads")
async def begin_upload() -> Response:
    """Announces a file. Raises: those of `uploads.begin_upload`."""
    body = await envelope.read_json_body(NewUpload, refusal_of_invalid_body)
    announced = Announcement(body.size, body.media_type, body.filename)
    async with api_authentication.counted_request():
        return _file_response(await uploads.begin_upload(key_owner(), key_maker(), announced), 201)


@blueprint.put("/<uuid:id>/pieces")
async def receive_piece(id: UUID) -> Response:
    """Receives a piece of a file. Raises: NotFound, WrongOffset, PieceTooLarge, InvalidFile, Busy."""
    mark_unchanged()  # for the audit log: the upload was logged when it began
    if request.mimetype != BYTES:
        raise UnsupportedMediaType
    g.body_read = True  # it is no JSON in which fields could be unknown
    offset = query(PieceQuery).offset
    await api_authentication.check_monthly_limit()
    file = await uploads.receive_piece(await _own_file(id), offset, request.body)
    async with api_authentication.counted_request():
        return _file_response(file)


@blueprint.get("")
async def list_files() -> Response:
    """Responds with one page of files. Raises: InvalidCursor."""
    parameters = query(FileQuery)
    async with api_authentication.counted_request():
        rows = PostFile.filter(account=key_owner())
        page = await fetch_page(rows, by="created_at", cursor=parameters.cursor, size=parameters.limit)
    return envelope.success_response({"media": [FileData.of(file) for file in page.rows], "next_cursor": page.next})


@blueprint.get("/<uuid:id>")
async def read_file(id: UUID) -> Response:
    """Responds with one file. Raises: NotFound."""
    async with api_authentication.counted_request():
        return _file_response(await _own_file(id))


@blueprint.delete("/<uuid:id>")
async def delete_file(id: UUID) -> Response:
    """Deletes a file, before the request is counted, as that holds a transaction. Raises: NotFound, FileInUse."""
    await api_authentication.check_monthly_limit()
    file = await _own_file(id)
    await retention.remove_file(file)
    async with api_authentication.counted_request():
        return envelope.success_response(DeletedFile.of(file).model_dump(mode="json"))


async def _own_file(id: UUID) -> PostFile:
    """Returns a file of the key's account, in any state. Raises: NotFound."""
    file = await get_or_refuse(PostFile.filter(account=key_owner()), id)
    set_audit_target(file.filename or str(file.id))
    return file


def _file_response(file: PostFile, status: int = 200) -> Response:
    """Returns the response with a file."""
    set_audit_target(file.filename or str(file.id))
    return envelope.success_response(FileData.of(file), status)
