"""Reads multipart bodies into memory: files of prompts are never written to the disk, not even for a moment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from quart import g, request
from quart.formparser import FormDataParser
from werkzeug.datastructures import FileStorage, MultiDict

from app.gateway.api.body_memory import body_in_memory
from app.gateway.api.error_answers import ApiError
from app.gateway.api.surface import MAX_FILE_BODY
from app.gateway.upstreams.adapter import FilePart

MOST_FILES, MOST_PARTS, MAX_FIELD = 16, 64, 512 * 1024  # MAX_FIELD: bytes of all fields that are no files

MAX_FILE_NAME = 200  # characters
FIELD_NAME = re.compile(r"[A-Za-z0-9._\[\]-]{1,64}", re.ASCII)
MEDIA_TYPE = re.compile(r"[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}", re.ASCII)


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """The fields and files of a multipart body, and of how many bytes it was; repeated fields have their last value."""

    fields: dict[str, str]
    files: list[FilePart]
    size: int


async def read_multipart() -> MultipartBody:
    """Returns the body of the request. Raises: ApiError; 413 and 408 as every body does."""
    if request.mimetype != "multipart/form-data":
        raise ApiError(415, "Send the body as multipart/form-data.", "unsupported_media_type")
    parser = FormDataParser(
        max_content_length=MAX_FILE_BODY,
        max_form_memory_size=MAX_FIELD,
        max_form_parts=MOST_PARTS,
        silent=False,
        stream_factory=_in_memory,
    )
    try:
        with body_in_memory():
            fields, files = await parser.parse(
                request.body, request.mimetype, request.content_length, dict(request.mimetype_params)
            )
    except ValueError:
        raise ApiError(400, "The body is not well-formed multipart/form-data.", "invalid_multipart") from None
    check_field_names([*fields, *files])
    parts = _parts(files)
    g.ai_sent = _texts(fields) | {"files": [f"{part.name}: {part.filename}" for part in parts]}
    return MultipartBody(_texts(fields), parts, sum(len(part.content) for part in parts))


def _parts(files: MultiDict[str, FileStorage]) -> list[FilePart]:
    """Returns the files. Raises: ApiError for too many of them."""
    parts = [
        FilePart(name, _plain_name(file.filename or ""), _plain_type(file.mimetype or ""), file.read())
        for name, file in files.items(multi=True)
        if name
    ]
    if len(parts) > MOST_FILES:
        raise ApiError(400, f"At most {MOST_FILES} files, please.", "too_many_files")
    return parts


def check_field_names(names: Iterable[str]) -> None:
    """Checks names that become those of a form for an upstream, where they stand in headers. Raises: ApiError."""
    for name in names:
        if not FIELD_NAME.fullmatch(name):
            raise ApiError(400, "A field's name may have letters, digits and . _ - [ ].", "invalid_value", param=None)


def _plain_name(filename: str) -> str:
    """Returns the name of a file without what no header may have."""
    return "".join(each if each.isprintable() else "_" for each in filename[:MAX_FILE_NAME]) or "file"


def _plain_type(media_type: str) -> str:
    """Returns a media type, that of any bytes for what is none."""
    return media_type if MEDIA_TYPE.fullmatch(media_type) else "application/octet-stream"


def _texts(fields: MultiDict[str, str]) -> dict[str, str]:
    return {name: values[-1] for name, values in fields.lists() if name}


def _in_memory(*_: object) -> IO[bytes]:
    return BytesIO()
