"""TikTok as a stand-in: Login Kit and Content Posting API, as strict as the documentation says.

`offered` are the levels of privacy of the account; an app that is not `audited` may choose only the private one. A post
exists (`posts`) as soon as its last byte has arrived, or once its photos were fetched. `fails` is the reason with which
the next post ends. `verified` is the prefix of addresses that photos may be fetched from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.networks.authorization import Authorization, Refused, Token, Tokens
from tests.networks.media_host import fetched, is_jpeg
from tests.networks.stand_in import StandIn, parsed

KEY, SECRET, MEGABYTE = "tiktok-client-key", "tiktok-client-secret", 1024**2
INFO = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
CODES = {401: "access_token_invalid", 403: "scope_not_authorized", 429: "rate_limit_exceeded", 500: "internal_error"}
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@dataclass
class Upload:
    """A post in the making: what was declared, how much has arrived, and what became of it."""

    info: dict[str, Any]
    size: int
    chunk: int
    count: int
    opened_at: datetime
    arrived: int = 0
    ranges: list[tuple[int, int]] = field(default_factory=list)
    state: str = "PROCESSING_UPLOAD"
    reason: str = ""
    polls: int = 0
    post_id: str = ""


class TikTok(StandIn):
    """An account named @nusantarakopi."""

    def __init__(self) -> None:
        super().__init__()
        self.authorization = Authorization(self.now, KEY, SECRET, "open-id-1")
        self.authorization.pkce, self.authorization.client_parameter = "hex", "client_key"
        self.authorization.separator = ","
        self.offered = ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"]
        self.audited, self.duet_disabled, self.fails, self.verified = True, False, "", "http"
        self.uploads: dict[str, Upload] = {}
        self.posts: list[dict[str, Any]] = []
        self.openings: list[datetime] = []

    def token(self, *scopes: str) -> str:
        """An access token with these scopes, or with all."""
        wanted = scopes or ("user.info.basic", "video.publish")
        return self.authorization.issue(wanted).access.value

    def refuse(self, status: int) -> web.Response:
        """A refusal in TikTok's form."""
        return self.error(CODES.get(status, "internal_error"), status)

    def error(self, code: str, status: int = 400) -> web.Response:
        """An error with a code."""
        error = {"code": code, "message": f"this is {code}", "log_id": "2026"}
        return web.json_response({"data": {}, "error": error}, status=status)

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Does what a request wants."""
        if request.path.startswith("/upload/"):
            return self._put(request, body)
        if request.path.startswith("/v2/oauth/"):
            return self._oauth(request.path, dict(parse_qsl(body.decode())))
        token = self.authorization.valid(request.headers.get("Authorization", "").removeprefix("Bearer "))
        if token is None:
            return self.error("access_token_invalid", 401)
        if request.path == "/v2/user/info/":
            return self._ok({"user": {"open_id": token.account, "display_name": "Nusantara Kopi", "avatar_url": ""}})
        if "video.publish" not in token.scopes:
            return self.error("scope_not_authorized", 401)
        return self._publishing(request.path, token, parsed(body))

    def _publishing(self, path: str, token: Token, payload: dict[str, Any]) -> web.Response:
        step = path.removeprefix("/v2/post/publish/")
        if step == "creator_info/query/":
            return self._ok(self._creator())
        if step == "status/fetch/":
            return self._status(payload.get("publish_id", ""))
        self.openings = [when for when in self.openings if self.now() - when < MINUTE]
        if len(self.openings) >= 6:
            return self.error("rate_limit_exceeded", 429)
        self.openings.append(self.now())
        info = payload.get("post_info", {})
        if problem := self._problem(info):
            return self.error(problem, 403 if problem.startswith("unaudited") else 400)
        return self._open_video(info, payload) if step == "video/init/" else self._pull_photos(info, payload)

    def _creator(self) -> dict[str, Any]:
        return {
            "creator_nickname": "Nusantara Kopi",
            "creator_username": "nusantarakopi",
            "privacy_level_options": self.offered,
            "comment_disabled": False,
            "duet_disabled": self.duet_disabled,
            "stitch_disabled": False,
            "max_video_post_duration_sec": 600,
        }

    def _problem(self, info: dict[str, Any]) -> str:
        """The code of what is wrong with a post."""
        level = info.get("privacy_level")
        if level not in self.offered:
            return "privacy_level_option_mismatch"
        if not self.audited and level != "SELF_ONLY":
            return "unaudited_client_can_only_post_to_private_accounts"
        if len(info.get("title", "")) > 2200 or (info.get("brand_content_toggle") and level == "SELF_ONLY"):
            return "invalid_params"
        return ""

    def _open_video(self, info: dict[str, Any], payload: dict[str, Any]) -> web.Response:
        source = payload["source_info"]
        size, chunk, count = source["video_size"], source["chunk_size"], source["total_chunk_count"]
        whole = count == 1 and chunk == size <= 64 * MEGABYTE
        if source["source"] != "FILE_UPLOAD" or count != size // chunk or not 1 <= count <= 1000:
            return self.error("invalid_params")
        if not whole and not 5 * MEGABYTE <= chunk <= 64 * MEGABYTE:
            return self.error("invalid_params")
        id = f"v_pub_file~{self.new_id()}"
        self.uploads[id] = Upload(info, size, chunk, count, self.now(), polls=self.polls)
        return self._ok({"publish_id": id, "upload_url": f"{self.origin}/upload/{id}?upload_token=secret-upload"})

    def _put(self, request: web.Request, body: bytes) -> web.Response:
        upload = self.uploads.get(request.path.removeprefix("/upload/"))
        if upload is None or "Authorization" in request.headers:
            return web.Response(status=404)
        if self.now() - upload.opened_at > HOUR:
            return web.Response(status=403)
        match = INFO.fullmatch(request.headers.get("Content-Range", ""))
        if match is None:
            return web.Response(status=400)
        first, last, total = map(int, match.groups())
        length = upload.size - first if len(upload.ranges) == upload.count - 1 else upload.chunk
        if (first, total, last - first + 1) != (upload.arrived, upload.size, len(body)) or len(body) != length:
            return web.Response(status=416, headers={"Content-Range": f"bytes 0-{upload.arrived}/{upload.size}"})
        upload.ranges.append((first, last))
        upload.arrived += len(body)
        if upload.arrived < upload.size:
            return web.Response(status=206)
        self._publish(upload)
        return web.Response(status=201)

    def _pull_photos(self, info: dict[str, Any], payload: dict[str, Any]) -> web.Response:
        urls = payload["source_info"]["photo_images"]
        if payload["post_mode"] != "DIRECT_POST" or payload["media_type"] != "PHOTO" or not 1 <= len(urls) <= 35:
            return self.error("invalid_params")
        if not all(url.startswith(self.verified) for url in urls):
            return self.error("url_ownership_unverified", 403)
        id = f"p_pub_url~{self.new_id()}"
        upload = self.uploads[id] = Upload(info, 0, 1, 1, self.now(), polls=self.polls)
        photos = [fetched(url) for url in urls]
        if None in photos:
            upload.state, upload.reason = "FAILED", "photo_pull_failed"
        elif not all(is_jpeg(photo) for photo in photos if photo):
            upload.state, upload.reason = "FAILED", "file_format_check_failed"
        else:
            self._publish(upload)
        return self._ok({"publish_id": id})

    def _publish(self, upload: Upload) -> None:
        if self.fails:
            upload.state, upload.reason, self.fails = "FAILED", self.fails, ""
            return
        upload.post_id, upload.state = self.new_id(), "PUBLISH_COMPLETE"
        self.posts.append({"id": upload.post_id, **upload.info})

    def _status(self, id: str) -> web.Response:
        upload = self.uploads.get(id)
        if upload is None:
            return self.error("invalid_publish_id")
        if upload.polls and upload.state != "PROCESSING_UPLOAD":
            upload.polls -= 1
            return self._ok({"status": "PROCESSING_UPLOAD", "uploaded_bytes": upload.arrived})
        public = upload.info.get("privacy_level") != "SELF_ONLY"
        ids = [int(upload.post_id)] if upload.post_id and public else []
        return self._ok(
            {
                "status": upload.state,
                "fail_reason": upload.reason,
                "publicaly_available_post_id": ids,
                "uploaded_bytes": upload.arrived,
            }
        )

    def _oauth(self, path: str, form: dict[str, str]) -> web.Response:
        if (form.get("client_key"), form.get("client_secret")) != (KEY, SECRET):
            return web.json_response({"error": "invalid_client", "error_description": "no"}, status=400)
        if path == "/v2/oauth/revoke/":
            known = self.authorization.revoke(form.get("token", ""))
            return web.json_response({} if known else {"error": "invalid_grant", "error_description": "no"})
        try:
            if form.get("grant_type") == "refresh_token":
                return self._tokens(self.authorization.renew(form.get("refresh_token", "")))
            names = ("code", "redirect_uri", "code_verifier")
            return self._tokens(self.authorization.redeem(*(form.get(name, "") for name in names)))
        except Refused as refused:
            return web.json_response({"error": str(refused), "error_description": "no"}, status=400)

    def _tokens(self, tokens: Tokens) -> web.Response:
        assert tokens.refresh is not None
        return web.json_response(
            {
                "access_token": tokens.access.value,
                "expires_in": 7200,
                "refresh_token": tokens.refresh.value,
                "refresh_expires_in": 15_552_000,
                "open_id": tokens.access.account,
                "scope": ",".join(tokens.access.scopes),
                "token_type": "Bearer",
            }
        )

    def _ok(self, data: dict[str, Any]) -> web.Response:
        return web.json_response({"data": data, "error": {"code": "ok", "message": "", "log_id": "2026"}})
