"""The files of pictures in the storage, `media/ab/<name>`: each is written atomically and never changed.

A name is a digest of the content and of a salt, the id of the row that the file belongs to. So a name always stands for
the same content and may be cached forever, but nobody can compute from a picture whether somebody here has it. No two
rows share a file: deleting one file affects no other row, not even one with the same picture uploaded again meanwhile.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime

from app.kernel import installation
from app.kernel.file_cache import FileCache
from app.kernel.file_storage import delete_old_drafts
from app.kernel.storage_calls import call, current

FOLDER = "media"
NAME = re.compile(r"[0-9a-f]{32}\.(png|webp|avif)")
ENDINGS = {"image/png": "png", "image/webp": "webp", "image/avif": "avif"}
STEM = 32  # hex digits of a name
TYPES = {ending: media_type for media_type, ending in ENDINGS.items()}


def key_of(name: str) -> str:
    """The key of a file in the storage. Raises ValueError for a text that is no name of ours, such as a path."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a file of ours")
    return f"{FOLDER}/{name[:2]}/{name}"


def is_picture(key: str) -> bool:
    """Whether a key of the storage is that of a picture."""
    name = key.rpartition("/")[2]
    return bool(NAME.fullmatch(name)) and key == key_of(name)


def media_type_of(name: str) -> str:
    """The media type of a file, from the extension in its name."""
    return TYPES[name.rpartition(".")[2]]


async def write_file(content: bytes, media_type: str, salt: bytes) -> str:
    """Stores the bytes durably and returns their new name; the salt makes the name unguessable."""
    name = f"{hashlib.sha256(salt + content).hexdigest()[:STEM]}.{ENDINGS[media_type]}"
    await call(current().write, key_of(name), content)
    return name


def is_named_after(name: str, digest: hashlib._Hash) -> bool:
    """Whether a file was named after a content; `digest` is that of the salt of its row and of the content."""
    return name.partition(".")[0] == digest.hexdigest()[:STEM]


async def restore_file(name: str, content: bytes) -> None:
    """Stores the bytes again under an existing name if its file is missing."""
    if await call(current().find, key_of(name)) is None:
        await call(current().write, key_of(name), content)


async def read_file(name: str) -> bytes:
    """The bytes of a file. Raises: FileNotFoundError; ValueError for a text that is no name of ours."""
    return await call(current().read, key_of(name))


async def read_for_visitor(name: str) -> bytes:
    """As `read_file`, from a copy on this machine where there is one."""
    return await call(installation.current().resource(FileCache).read, key_of(name))


async def delete_file(name: str) -> None:
    """Deletes a file, if it exists."""
    await call(current().delete, key_of(name))
    await call(installation.current().resource(FileCache).discard, key_of(name))


async def find_old_files(before: datetime) -> list[str]:
    """The names of the files that were stored before the time `before`; deletes drafts of that age."""
    return await call(_old_files, before.timestamp())


def _old_files(before: float) -> list[str]:
    delete_old_drafts(current().workspace / FOLDER, before)
    files = current().list(f"{FOLDER}/")
    return [file.name for file in files if is_picture(file.key) and file.stored_at < before]
