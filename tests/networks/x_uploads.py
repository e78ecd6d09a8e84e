"""Uploads of files to X in segments, as its OpenAPI description says."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.networks.authorization import Token
from tests.networks.files import is_of_type
from tests.networks.stand_in import StandIn, parsed, parts_of

MB = 1024 * 1024
PROBLEMS = "https://api.x.com/2/problems/"
CATEGORIES = {
    "tweet_image": ({"image/jpeg", "image/png", "image/webp", "image/bmp", "image/tiff"}, 5 * MB),
    "tweet_gif": ({"image/gif"}, 15 * MB),
    "tweet_video": ({"video/mp4", "video/quicktime", "video/webm", "video/mp2t"}, 512 * MB),
}
INITIALIZE = {"media_type", "total_bytes", "media_category", "additional_owners", "shared"}


@dataclass
class Upload:
    """A file at X: the size and the SHA-256 of each segment, and the index of each that was sent."""

    owner: str
    media_type: str
    total: int
    category: str
    segments: list[tuple[int, str]] = field(default_factory=list)
    attempts: list[int] = field(default_factory=list)
    start: bytes = b""
    size: int = 0
    finalized: bool = False
    polls: int = 0
    alt: str = ""
    hash: Any = field(default_factory=hashlib.sha256, repr=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of what arrived."""
        return str(self.hash.hexdigest())


class XUploads(StandIn):
    """`uploads` are the files by their ids, `fails` is the error of the processing of the next file."""

    def __init__(self) -> None:
        super().__init__()
        self.uploads: dict[str, Upload] = {}
        self.fails: dict[str, Any] | None = None

    def answer_media(self, request: web.Request, body: bytes, token: Token) -> web.Response:
        method, path = request.method, request.path
        if (method, path) == ("POST", "/2/media/upload/initialize"):
            return self._initialize(parsed(body), token)
        if (method, path) == ("POST", "/2/media/metadata"):
            return self._describe(parsed(body), token)
        if (method, path) == ("GET", "/2/media/upload"):
            upload = self.own_upload(request.query.get("media_id", ""), token)
            return self._status(request.query["media_id"], upload) if upload else self._gone()
        match = re.fullmatch(r"/2/media/upload/(\d{1,19})/(append|finalize)", path)
        if not match or method != "POST":
            return problem(404, "resource-not-found", "Not Found")
        upload = self.own_upload(match[1], token)
        if upload is None:
            return self._gone()
        return self._append(request, body, upload) if match[2] == "append" else self._finalize(match[1], upload)

    def own_upload(self, media_id: str, token: Token) -> Upload | None:
        upload = self.uploads.get(media_id)
        return upload if upload and upload.owner == token.account else None

    def _gone(self) -> web.Response:
        return problem(404, "resource-not-found", "No such media upload")

    def _initialize(self, wanted: dict[str, Any], token: Token) -> web.Response:
        types, most = CATEGORIES.get(str(wanted.get("media_category")), (set(), 0))
        if wanted.keys() - INITIALIZE or not isinstance(wanted.get("total_bytes"), int):
            return problem(400, "invalid-request", "One or more parameters to your request was invalid.")
        if wanted.get("media_type") not in types:
            return problem(400, "invalid-request", "The media type does not fit the media category.")
        if not 0 < wanted["total_bytes"] <= most:
            return problem(400, "invalid-request", f"maxFileSizeExceeded: {most}")
        name = self.new_id()
        upload = Upload(token.account, wanted["media_type"], wanted["total_bytes"], wanted["media_category"])
        self.uploads[name] = upload
        return data_answer({"id": name, "media_key": f"13_{name}", "expires_after_secs": 86_400})

    def _append(self, request: web.Request, body: bytes, upload: Upload) -> web.Response:
        if request.content_type == "application/json":
            given = parsed(body)
            index, data = given.get("segment_index"), base64.b64decode(str(given.get("media", "")))
        else:
            parts = {part.name: part for part in parts_of(request, body)}
            if parts.keys() != {"segment_index", "media"} or not parts["segment_index"].data.isdigit():
                return problem(400, "invalid-request", "segment_index and media are required")
            index, data = int(parts["segment_index"].data), parts["media"].data
        if upload.finalized or not isinstance(index, int) or not 0 <= index <= 999:
            return problem(400, "invalid-request", "segment_index is invalid")
        if not 0 < len(data) <= 5 * MB:
            return problem(413, "invalid-request", "The segment is too large.")
        digest, last = hashlib.sha256(data).hexdigest(), len(upload.segments) - 1
        upload.attempts.append(index)
        if index > last + 1 or (index <= last and upload.segments[index] != (len(data), digest)):
            return problem(400, "invalid-request", "segment_index is out of order")
        if index > last:
            upload.segments.append((len(data), digest))
            upload.start = upload.start or data[:16]
            upload.hash.update(data)
        return data_answer({"expires_at": int(self.now().timestamp()) + 86_400})

    def _finalize(self, name: str, upload: Upload) -> web.Response:
        upload.size = sum(size for size, _ in upload.segments)
        if upload.finalized or upload.size != upload.total:
            return problem(400, "invalid-request", "Segments do not add up to provided total file size.")
        if not is_of_type(upload.start, upload.media_type):
            return problem(400, "invalid-request", "media type unrecognized.")
        upload.finalized, upload.polls = True, self.polls
        return self._status(name, upload, first=True)

    def _status(self, name: str, upload: Upload, *, first: bool = False) -> web.Response:
        answer: dict[str, Any] = {"id": name, "media_key": f"13_{name}", "size": upload.size}
        if upload.category != "tweet_image":
            info: dict[str, Any] = {"state": "succeeded", "progress_percent": 100}
            if first or upload.polls > 0:
                info = {"state": "pending" if first else "in_progress", "check_after_secs": 1, "progress_percent": 40}
                upload.polls -= 0 if first else 1
            elif self.fails:
                info = {"state": "failed", "error": self.fails}
            answer["processing_info"] = info
        return data_answer(answer | {"expires_after_secs": 86_400})

    def _describe(self, wanted: dict[str, Any], token: Token) -> web.Response:
        upload = self.own_upload(str(wanted.get("id")), token)
        text = ((wanted.get("metadata") or {}).get("alt_text") or {}).get("text", "")
        if upload is None or not upload.finalized or not 0 < len(text) <= 1000:
            return problem(400, "invalid-request", "The metadata is invalid.")
        upload.alt = text
        return data_answer({"id": wanted["id"], "associated_metadata": wanted["metadata"]})


def may_be_attached(uploads: list[Upload | None]) -> bool:
    """Whether these may be the media of one post: four pictures, or a GIF, or a video, all of them processed."""
    categories = [each.category for each in uploads if each and each.finalized and each.polls <= 0]
    if len(categories) != len(uploads):
        return False
    return len(uploads) <= (4 if set(categories) <= {"tweet_image"} else 1)


def data_answer(data: dict[str, Any]) -> web.Response:
    """A success in the form of API v2."""
    return web.json_response({"data": data})


def problem(status: int, kind: str, detail: str, title: str = "Invalid Request") -> web.Response:
    """An error in the form of API v2."""
    body = {"title": title, "detail": detail, "type": PROBLEMS + kind if kind else "about:blank", "status": status}
    return web.json_response(body, status=status, content_type="application/problem+json")
