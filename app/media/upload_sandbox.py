"""Checks uploaded pictures and opens them in a separate process.

Pillow never opens an uploaded file in the server: a PNG of 9.9 kB can cost 412 MB. A process of its own (`worker.py`)
has 448 MB, eight seconds of processor time and no environment. Two processes run at the same time, and at most QUEUE
uploads wait or run.
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

MAX_BYTES = 5 * 2**20
MAX_WORKERS, MAX_PENDING = 2, 16
TIMEOUT = 15  # seconds until a worker is killed, whatever it waits for
WORKER = Path(__file__).with_name("worker.py")
_pool = ThreadPoolExecutor(MAX_WORKERS, "pictures")
_waiting = 0
log = structlog.get_logger()

document_code(
    "INVALID_PICTURE",
    400,
    N_("We cannot open the picture, or it is too large."),
    N_("Send a still JPEG, PNG, WebP, HEIC or AVIF of at most 5 MB and 16 million pixels; 64 million of a JPEG."),
    form_status=422,
)


class InvalidPicture(Refusal):
    """Raised for a file that is no supported picture."""

    code, field = "INVALID_PICTURE", "picture"
    says = N_("That is not a picture. Choose a JPEG, PNG, WebP, HEIC or AVIF file.")


class NoPicture(InvalidPicture):
    """Raised when no file was chosen."""

    says = N_("Choose a picture first.")


class UnsupportedFormat(InvalidPicture):
    """Raised for a picture in a format that is not supported."""

    says = N_("%(kind)s pictures are not taken. Save it as PNG, JPEG or WebP.")


class FileTooLarge(InvalidPicture):
    """Raised for a file above 5 MB."""

    says = N_("That picture is larger than 5 MB. Make it smaller and try again.")


class TooManyPixels(InvalidPicture):
    """Raised for a picture above the limits of `worker.py` on pixels."""

    says = N_("That picture has too many pixels: at most 16 million (6,000 on a side), or 64 million of a JPEG.")


class AnimatedPicture(InvalidPicture):
    """Raised for an animated picture."""

    says = N_("That picture is animated. Choose one that is not.")


class UnreadablePicture(InvalidPicture):
    """Raised for a picture that cannot be decoded."""

    says = N_("That picture cannot be opened. Save it again as PNG or JPEG and try once more.")


_REFUSALS = {
    "TooManyPixels": TooManyPixels,
    "Moving": AnimatedPicture,
    "Unreadable": UnreadablePicture,
}  # by their name in worker.py
_SIGNATURES = {
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"%PDF": "PDF",
    b"8BPS": "Photoshop",
    b"\0\0\1\0": "ICO",
}
_BRANDS = {b"jxl ": "JPEG XL", b"crx ": "CR3"}
HEIF_BRANDS = frozenset({b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
MAX_BRANDS = 16  # compatible brands that are read of a file (ISO/IEC 14496-12, 4.3)


def check_upload(raw: bytes) -> bytes:
    """The bytes themselves, if their size is right and their first bytes are of a JPEG, PNG, WebP, HEIC or AVIF.

    The file's name is ignored. Raises: NoPicture, FileTooLarge (over 5 MB), UnsupportedFormat, InvalidPicture.
    """
    if not raw:
        raise NoPicture
    if len(raw) > MAX_BYTES:
        raise FileTooLarge
    if raw.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")) or (raw[:4] == b"RIFF" and raw[8:12] == b"WEBP"):
        return raw
    if HEIF_BRANDS & set(iso_brands(raw)):
        return raw
    if format_name := _unsupported_format(raw):
        raise UnsupportedFormat(kind=format_name)
    raise InvalidPicture


def iso_brands(raw: bytes) -> list[bytes]:
    """The major and the compatible brands of a file in the ISO base media format; otherwise an empty list."""
    if raw[4:8] != b"ftyp":
        return []
    end = min(int.from_bytes(raw[:4], "big"), 16 + 4 * MAX_BRANDS)
    return [raw[8:12], *(raw[at : at + 4] for at in range(16, end - 3, 4))]


def _unsupported_format(raw: bytes) -> str:
    """The name of an unsupported format, or empty if it is unknown."""
    if raw[4:8] == b"ftyp":
        return _BRANDS.get(raw[8:12], "")
    if b"<svg" in raw[:1024].lower():
        return "SVG"
    return next((kind for first, kind in _SIGNATURES.items() if raw.startswith(first)), "")


async def run_in_worker(raw: bytes, *job: str) -> tuple[dict[str, Any], bytes]:
    """Runs a job on a picture in a worker process; returns its JSON object and the bytes after it.

    `job` are the arguments of `worker.py`. Raises: those of `check_upload`, TooManyPixels, AnimatedPicture,
    UnreadablePicture (also for a worker that was killed or crashed), Busy.
    """
    global _waiting
    check_upload(raw)
    if _waiting >= MAX_PENDING:
        raise Busy
    _waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_pool, _run_job, raw, job)
    finally:
        _waiting -= 1


def _run_job(raw: bytes, job: tuple[str, ...]) -> tuple[dict[str, Any], bytes]:
    """Runs the worker and separates its JSON line from the bytes after it. Raises: as `run_in_worker`."""
    line, _, content = _run_worker(raw, job).partition(b"\n")
    try:
        result = json.loads(line)
        refusal_name = result.get("refused")
    except (ValueError, AttributeError):
        raise UnreadablePicture from None
    if refusal_name:
        raise _REFUSALS.get(refusal_name, UnreadablePicture)
    return result, content


def _run_worker(raw: bytes, job: tuple[str, ...]) -> bytes:
    """The output of the worker process. Raises: UnreadablePicture."""
    command = [sys.executable, "-I", str(WORKER), *job]
    try:
        worker = subprocess.run(  # noqa: S603 - our own script; the picture is only its input
            command, input=raw, capture_output=True, timeout=TIMEOUT, env={}, cwd="/", check=False
        )
    except subprocess.TimeoutExpired:
        log.warning("picture_worker_killed", seconds=TIMEOUT)
        raise UnreadablePicture from None
    if worker.returncode:
        problem = worker.stderr[-300:].decode(errors="replace")
        log.warning("picture_worker_broke", code=worker.returncode, said=problem)
        raise UnreadablePicture
    return worker.stdout
