"""The job that checks a file of a post after its last byte has arrived, and makes it ready or refuses it.

Pictures are written again by a process of their own. GIFs and videos stay as they are; a GIF is read to its end, a
video is measured where a program for it is installed.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from app import jobs
from app.accounts.models import Account
from app.jobs import Job
from app.kernel import clock, db
from app.kernel.storage_calls import call, current
from app.plans import file_quota
from app.plans.file_quota import FileLimitReached
from app.publishing.files import file_kinds, file_store, video_check
from app.publishing.files.file_kinds import FIRST_BYTES, STORED_ENDINGS, InvalidFile
from app.publishing.files.pieces import PieceLost, joined_pieces
from app.publishing.files.post_file import CHECKING, JPEG_SIZE, READY, REFUSED, PostFile
from app.publishing.files.refused_file import FileRefused
from app.publishing.files.sandbox import ProgramFailed, ProgramLimits, run_program
from app.publishing.files.uploads import CHECK
from app.publishing.networks.post_content import GIF, IMAGE

WRITING = ProgramLimits(memory=768 * 2**20, output=24 * 2**20)
LONGEST, MOST_PICTURE = 4096, 5 * 2**20  # pixels a side, bytes: what X takes
MOST_GIF_PIXELS = 300_000_000  # of all frames
WORKER = "worker"


@dataclass(slots=True)
class CheckedFile:
    """What the check found: the columns of the row, and the files by ending that replace the one that arrived."""

    columns: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)
    poster: bytes = b""


@jobs.handler(CHECK, at_once=2, failed=lambda job: _refuse(UUID(job.payload["file"]), "broken"))
async def check_file(job: Job) -> None:
    """Checks a file that has arrived; does nothing when it was deleted meanwhile."""
    file = await PostFile.get_or_none(id=job.payload["file"], state=CHECKING)
    if file is None:
        return
    try:
        async with joined_pieces(file) as path:
            await _accept(file, await _check(file, path), path)
    except PieceLost:
        await _refuse(file.id, "lost")
    except FileRefused as refused:
        await _refuse(file.id, refused.trouble)
        await file_store.delete_all(file.id)


async def _check(file: PostFile, path: Path) -> CheckedFile:
    """Checks the content by its kind. Raises: FileRefused."""
    try:
        with path.open("rb") as content:
            kind, media_type = file_kinds.recognise_file_type(content.read(FIRST_BYTES))
        file_kinds.check_size(kind, file.size)
    except InvalidFile as invalid:
        raise FileRefused("wrong_kind" if type(invalid) is InvalidFile else "too_large") from None
    if kind == IMAGE:
        return await _check_picture(path)
    checked = await (_check_gif(path) if kind == GIF else _check_video(path, media_type))
    checked.columns |= {"kind": kind, "media_type": media_type, "sha256": await asyncio.to_thread(_digest, path)}
    return checked


async def _check_picture(path: Path) -> CheckedFile:
    """Writes a picture again, as a JPEG, and as a PNG where it is transparent. Raises: FileRefused."""
    facts, files = await _run_picture_script(path, "photo", str(LONGEST), str(MOST_PICTURE))
    poster, ending = files.pop("poster"), "png" if "png" in files else "jpg"
    details = {JPEG_SIZE: len(files["jpg"])} if ending == "png" else {}
    columns = {
        "kind": IMAGE,
        "media_type": file_kinds.ENDINGS[ending],
        "sha256": hashlib.sha256(files[ending]).hexdigest(),
        "size": sum(map(len, files.values())),
        "details": details,
    }
    return CheckedFile(columns | {name: facts[name] for name in ("width", "height")}, files, poster)


async def _check_gif(path: Path) -> CheckedFile:
    """Reads a GIF to its end. Raises: FileRefused."""
    facts, files = await _run_picture_script(path, "gif", str(MOST_GIF_PIXELS))
    columns = {name: facts[name] for name in ("width", "height", "milliseconds")}
    return CheckedFile(columns | {"details": {"frames": facts["frames"]}}, poster=files["poster"])


async def _check_video(path: Path, media_type: str) -> CheckedFile:
    """Measures a video, if a program for it is installed. Raises: FileRefused."""
    facts = await video_check.measure_video(path, media_type)
    columns = {
        "width": facts.width,
        "height": facts.height,
        "milliseconds": facts.milliseconds,
        "details": facts.details,
        "checked_by": facts.checked_by,
    }
    return CheckedFile(columns, poster=await video_check.draw_poster(path, media_type, facts))


async def _run_picture_script(path: Path, *job: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Returns what the script says of a picture, and the files that it wrote, by name. Raises: FileRefused."""
    script = [sys.executable, "-I", str(video_check.PICTURE_SCRIPT), str(video_check.PICTURE_WORKER), *job]
    try:
        line, _, content = (await run_program(script, WRITING, path)).partition(b"\n")
        facts = json.loads(line)
    except (ProgramFailed, ValueError):
        raise FileRefused("unreadable") from None
    if trouble := facts.get("refused"):
        raise FileRefused(trouble)
    files, offset = {}, 0
    for name, size in facts["files"]:
        files[name] = content[offset : offset + size]
        offset += size
    return facts, files


def _digest(path: Path) -> str:
    """The SHA-256 of a file, in hex, read in pieces."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


async def _accept(file: PostFile, checked: CheckedFile, path: Path) -> None:
    """Stores the files, among them what arrived unless others replace it, then writes the row.

    Removes the files when the row is gone. Raises: FileRefused.
    """
    columns = {"checked_by": WORKER, **checked.columns, "trouble": "", "used_at": clock.now(), "state": READY}
    for ending, content in checked.files.items():
        await file_store.store(file_store.name_of(file.id, ending), content)
    if checked.poster:
        columns["poster"] = file_store.name_of(file.id, file_store.POSTER)
        await file_store.store(columns["poster"], checked.poster)
    if not checked.files:
        name = file_store.name_of(file.id, STORED_ENDINGS[columns["media_type"]])
        await call(current().put, file_store.key_of(name), path)
    if await _write_row(file, columns):
        await file_store.delete_pieces(file.id)
    else:
        await file_store.delete_all(file.id)


async def _write_row(file: PostFile, columns: dict[str, Any]) -> bool:
    """Makes the row ready, if it still waits; a picture that grew must have room in the plan. Raises: FileRefused."""
    account = await Account.get_or_none(id=file.account_id)
    if account is None:
        return False
    async with db.transaction():
        try:
            growth = columns.get("size", file.size) - file.size
            if growth > 0:
                await file_quota.check_room_for_file(account, lambda: PostFile.bytes_used(account), growth)
        except FileLimitReached:
            raise FileRefused("no_room") from None
        return bool(await PostFile.filter(id=file.id, state=CHECKING).update(**columns))


async def _refuse(id: UUID, trouble: str) -> None:
    """Makes a file that waits for its check a refused one, which frees its bytes."""
    waiting = PostFile.filter(id=id, state=CHECKING)
    await waiting.update(state=REFUSED, trouble=trouble, used_at=clock.now())
