"""The kinds of files that posts may have, how large they may be, and how to tell them by their first bytes.

The name of a file and the type that a browser says are only hints: what counts is the content.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.media.upload_sandbox import HEIF_BRANDS, iso_brands
from app.plans.file_quota import in_units
from app.publishing.networks.post_content import GIF, IMAGE, VIDEO

MB = 2**20
MOST_BYTES: Mapping[str, int] = {IMAGE: 20 * MB, GIF: 15 * MB, VIDEO: 512 * MB}  # GIF: what X takes
FIRST_BYTES = 64  # bytes that are enough to tell the kind
MP4, QUICKTIME, WEBM = "video/mp4", "video/quicktime", "video/webm"
STORED_ENDINGS: Mapping[str, str] = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    MP4: "mp4",
    QUICKTIME: "mov",
    WEBM: "webm",
}  # of the files that we keep, by media type
ENDINGS: Mapping[str, str] = {
    **{ending: media_type for media_type, ending in STORED_ENDINGS.items()},
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "heic": "image/heic",
    "heif": "image/heif",
    "avif": "image/avif",
    "m4v": MP4,
}  # of the files that people choose
TYPES = frozenset(ENDINGS.values()) | {"video/x-m4v"}
OTHER_BRANDS = frozenset({b"jxl ", b"crx ", b"M4A ", b"M4B ", b"M4P ", b"mjp2", b"jp2 "})  # pictures and sound
OLD_QUICKTIME = frozenset({b"moov", b"mdat", b"wide"})  # the first atoms of files without `ftyp`
EBML = b"\x1a\x45\xdf\xa3"

document_code(
    "INVALID_FILE",
    400,
    N_("The file is no picture or video that a post can have, or it is too large."),
    N_("Send a JPEG, PNG, WebP, HEIC or AVIF of at most 20 MB, a GIF of 15 MB, or an MP4, MOV or WebM of 512 MB."),
    form_status=422,
)


class InvalidFile(Refusal):
    """Raised for a file that is no supported picture, GIF or video."""

    code, field = "INVALID_FILE", "file"
    says = N_(
        "That is neither a picture nor a video that we know. Choose a JPEG, PNG, WebP, HEIC, GIF, MP4, MOV or WebM."
    )


class EmptyFile(InvalidFile):
    """Raised for a file without a byte."""

    says = N_("That file is empty.")


class LargeFile(InvalidFile):
    """Raised for a file above the limit of its kind. Facts: limit, with its unit."""

    says = N_("That file is larger than %(limit)s, the most for its kind.")


class FileType(NamedTuple):
    """The kind and the media type of a file."""

    kind: str
    media_type: str


def kind_of(media_type: str) -> str:
    """Returns the kind of a media type: image, gif or video."""
    return GIF if media_type == "image/gif" else media_type.partition("/")[0]


def claimed_file_type(media_type: str, filename: str) -> FileType:
    """Returns what a file claims to be, by its media type, otherwise by the ending of its name. Raises: InvalidFile."""
    media_type = media_type.partition(";")[0].strip().lower()
    if media_type not in TYPES:
        _, dot, ending = filename.rpartition(".")
        media_type = ENDINGS.get(ending.lower(), "") if dot else ""
    if not media_type:
        raise InvalidFile
    return FileType(kind_of(media_type), MP4 if media_type == "video/x-m4v" else media_type)


def check_size(kind: str, size: int) -> None:
    """Checks the size in bytes of a file of this kind. Raises: EmptyFile, LargeFile."""
    if size <= 0:
        raise EmptyFile
    if size > MOST_BYTES[kind]:
        raise LargeFile(limit=in_units(MOST_BYTES[kind]))


def recognise_file_type(first: bytes) -> FileType:
    """Returns what a file is, by its first ENOUGH bytes. Raises: InvalidFile."""
    media_type = _picture_type(first) or _video_type(first)
    if not media_type:
        raise InvalidFile
    return FileType(kind_of(media_type), media_type)


def _picture_type(first: bytes) -> str:
    """Returns the media type of a picture, by its signature; otherwise an empty text."""
    if first.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if first.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if first.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if first[:4] == b"RIFF" and first[8:12] == b"WEBP":
        return "image/webp"
    brands = iso_brands(first)
    return "image/heic" if brands and brands[0] in HEIF_BRANDS else ""


def _video_type(first: bytes) -> str:
    """Returns the media type of a video by its container (ISO/IEC 14496-12, QuickTime, EBML); otherwise empty."""
    if brands := iso_brands(first):
        if brands[0] in OTHER_BRANDS:
            return ""
        return QUICKTIME if brands[0] == b"qt  " else MP4
    if first[4:8] in OLD_QUICKTIME:
        return QUICKTIME
    return WEBM if first.startswith(EBML) and b"webm" in first[:FIRST_BYTES] else ""
