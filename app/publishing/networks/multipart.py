"""Multipart forms with one file that is read while it is sent (RFC 7578), so that no file is ever in memory whole."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

from app.kernel import secrets
from app.kernel.http_client import StreamedBody
from app.publishing.networks.post_content import MediaFile


def file_form(
    fields: Mapping[str, str], name: str, file: MediaFile, first: int = 0, length: int | None = None
) -> tuple[dict[str, str], StreamedBody]:
    """Returns the headers and the body of a form with these fields before `length` bytes of a file from `first` on."""
    size, boundary = file.size - first if length is None else length, secrets.new_token()
    parts = [f'Content-Disposition: form-data; name="{key}"\r\n\r\n{value}' for key, value in fields.items()]
    parts.append(
        f'Content-Disposition: form-data; name="{name}"; filename="{_plain_name(file)}"\r\n'
        f"Content-Type: {file.media_type}\r\n\r\n"
    )
    head = "\r\n".join(f"--{boundary}\r\n{part}" for part in parts).encode()
    tail = f"\r\n--{boundary}--\r\n".encode()

    async def body() -> AsyncIterator[bytes]:
        yield head
        async for piece in file.read(first, size):
            yield piece
        yield tail

    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    return headers, StreamedBody(len(head) + size + len(tail), body)


def file_range(file: MediaFile, first: int = 0, length: int | None = None) -> StreamedBody:
    """Returns a body that is a range of a file and nothing else."""
    size = file.size - first if length is None else length
    return StreamedBody(size, lambda: file.read(first, size))


def _plain_name(file: MediaFile) -> str:
    """Returns a name for the file that needs no escapes and tells nobody what the person called it."""
    return f"file.{file.media_type.rpartition('/')[2]}"
