"""What may be uploaded as a picture, and the process apart that opens it.

Pillow never opens a stranger's bytes in the server: a PNG of 9.9 kB can cost 412 MB. A process of its own
(`worker.py`) has 448 MB, eight seconds of processor time and no environment; two work at a time, few may wait.
"""

import asyncio
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import structlog

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Busy, Refusal

MOST_BYTES = 5 * 2**20
MOST_AT_ONCE, QUEUE = 2, 16
PATIENCE = 15  # seconds until a worker is killed, whatever it waits for
WORKER = Path(__file__).with_name("worker.py")
_pool = ThreadPoolExecutor(MOST_AT_ONCE, "pictures")
_waiting = 0
log = structlog.get_logger()

document_code(
    "INVALID_PICTURE", 400, N_("The picture is none that we can open, or it is too large."),
    N_("Send a still JPEG, PNG, WebP, HEIC or AVIF of at most 5 MB and 16 million pixels; 64 "
       "million of a JPEG."), form_status=422)


class InvalidPicture(Refusal):
    code, field = "INVALID_PICTURE", "picture"
    says = N_("That is not a picture. Choose a JPEG, PNG, WebP, HEIC or AVIF file.")


class NoPicture(InvalidPicture):
    says = N_("Choose a picture first.")


class OtherKind(InvalidPicture):
    says = N_("%(kind)s pictures are not taken. Save it as PNG, JPEG or WebP.")


class TooHeavy(InvalidPicture):
    says = N_("That picture is larger than 5 MB. Make it smaller and try again.")


class TooManyPixels(InvalidPicture):
    says = N_("That picture has too many pixels: at most 16 million (6,000 on a side), or 64 million of a JPEG.")


class Moving(InvalidPicture):
    says = N_("That picture moves. Choose one that stands still.")


class Unreadable(InvalidPicture):
    says = N_("That picture cannot be opened. Save it again as PNG or JPEG and try once more.")


_SAID = {kind.__name__: kind for kind in (TooManyPixels, Moving, Unreadable)}
_OTHERS = {
    b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"%PDF": "PDF", b"8BPS": "Photoshop",
    b"\0\0\1\0": "ICO",
}
_BRANDS = {b"jxl ": "JPEG XL", b"crx ": "CR3"}
PHONES = frozenset({b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
MOST_BRANDS = 16  # that a file may say it fits (ISO/IEC 14496-12, 4.3), as far as we look


def checked(raw: bytes) -> bytes:
    """The bytes themselves, when their size and their first few say JPEG, PNG, WebP, HEIC or AVIF.

    The name of a file says nothing.

    Refusals: NoPicture, TooHeavy (over 5 MB), OtherKind, InvalidPicture.
    """
    if not raw:
        raise NoPicture
    if len(raw) > MOST_BYTES:
        raise TooHeavy
    if raw.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")) or (raw[:4] == b"RIFF" and raw[8:12] == b"WEBP"):
        return raw
    if PHONES & set(_brands(raw)):
        return raw
    if kind := _other(raw):
        raise OtherKind(kind=kind)
    raise InvalidPicture


def _brands(raw: bytes) -> list[bytes]:
    """What a file of the ISO family says it is: its own brand, and those that it fits."""
    if raw[4:8] != b"ftyp":
        return []
    end = min(int.from_bytes(raw[:4], "big"), 16 + 4 * MOST_BRANDS)
    return [raw[8:12], *(raw[at:at + 4] for at in range(16, end - 3, 4))]


def _other(raw: bytes) -> str:
    if raw[4:8] == b"ftyp":
        return _BRANDS.get(raw[8:12], "")
    if b"<svg" in raw[:1024].lower():
        return "SVG"
    return next((kind for first, kind in _OTHERS.items() if raw.startswith(first)), "")


async def open_apart(raw: bytes, *job: str) -> tuple[dict[str, Any], bytes]:
    """What a worker answers to a job on this picture: its line, and the bytes behind it.

    Refusals: those of `checked`, TooManyPixels, Moving, Unreadable (a worker that was killed or broke, too), Busy.
    """
    global _waiting
    checked(raw)
    if _waiting >= QUEUE:
        raise Busy
    _waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_pool, _answer, raw, job)
    finally:
        _waiting -= 1


def _answer(raw: bytes, job: tuple[str, ...]) -> tuple[dict[str, Any], bytes]:
    line, _, made = _worked(raw, job).partition(b"\n")
    try:
        told = json.loads(line)
        refused = told.get("refused")
    except (ValueError, AttributeError):
        raise Unreadable from None
    if refused:
        raise _SAID.get(refused, Unreadable)
    return told, made


def _worked(raw: bytes, job: tuple[str, ...]) -> bytes:
    command = [sys.executable, "-I", str(WORKER), *job]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=PATIENCE, env={}, cwd="/", check=False)  # noqa: S603 - our own script; the picture is only its input
    except subprocess.TimeoutExpired:
        log.warning("picture_worker_killed", seconds=PATIENCE)
        raise Unreadable from None
    if done.returncode:
        log.warning("picture_worker_broke", code=done.returncode, said=done.stderr[-300:].decode(errors="replace"))
        raise Unreadable
    return done.stdout
