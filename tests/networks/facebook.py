"""Facebook as a stand-in: login of a person, tokens of pages, and publishing to pages, as strict as the documentation.

`pages` are those of the person. Photos are staged for a day; posts and videos that are published are in `posts`. A feed
shows what `hides` does not. `wants` is how many bytes of a video each answer asks for.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from tests.networks.authorization import Token
from tests.networks.graph import SIXTY_DAYS, VERSION, GraphApi
from tests.networks.stand_in import parts_of

SCOPES = ("pages_show_list", "pages_manage_posts", "pages_read_engagement")
PORTION = 2
IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8")


@dataclass
class Page:
    """A page; `token` is empty where the person reaches it through a business portfolio only."""

    id: str
    name: str
    token: str = field(default="", repr=False)
    tasks: tuple[str, ...] = ("MODERATE", "CREATE_CONTENT", "MANAGE")


@dataclass
class Video:
    """A video that is uploaded: its session, what has arrived, and how often it is still processed."""

    id: str
    page: str
    size: int
    arrived: int = 0
    finished: bool = False
    polls: int = 0
    broken: bool = False


class Facebook(GraphApi):
    """A person with two pages, Nusantara Kopi and Kedai Sari."""

    scopes = SCOPES

    def __init__(self) -> None:
        super().__init__("person-1")
        self.pages = [self.page("Nusantara Kopi"), self.page("Kedai Sari")]
        self.posts: list[dict[str, Any]] = []
        self.photos: dict[str, dict[str, Any]] = {}
        self.videos: dict[str, Video] = {}
        self.hides, self.wants = False, 1024**2

    def page(self, name: str, **options: Any) -> Page:
        """A page with a token of its own, which ends when the person takes the permissions back."""
        id = self.new_id()
        token = self.authorization.issue(SCOPES, account=id, family="person-1", refresh=False).access
        token.expires_at += timedelta(days=3650)
        return Page(id, name, **{"token": token.value, **options})

    def lasting(self, short: str) -> Token | None:
        """A token of sixty days, which ends with those of the pages."""
        token = super().lasting(short)
        if token is not None:
            token.family = "person-1"
        return token

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Does what a request wants."""
        path, fields = request.path.removeprefix(f"/{VERSION}/"), self.fields(request, body)
        if path == "oauth/access_token":
            return self._token(fields)
        if request.headers.get("Authorization") == f"Bearer {self.client_id}|{self.client_secret}":
            return self._app(request.method, path, fields)
        token = self.holder(request)
        if token is None:
            return self.error(190, 463, 401)
        if path.startswith("me"):
            return self._me(request.method, path, token, fields)
        node, _, edge = path.partition("/")
        if request.method == "GET":
            return self._feed(node, token, fields) if edge == "feed" else self._read(node, token)
        if token.account != node:
            return self.error(200, 0, 403)  # to a page one publishes as the page itself
        if "pages_manage_posts" not in token.scopes:
            return self.error(200, 0, 403)
        files = [part.data for part in parts_of(request, body) if part.filename]
        return {"feed": self._post, "photos": self._photo, "videos": self._video}[edge](node, fields, files)

    def _token(self, fields: dict[str, str]) -> web.Response:
        if fields.get("grant_type") == "fb_exchange_token":
            secret = fields.get("client_secret") == self.client_secret
            token = self.lasting(fields.get("fb_exchange_token", "")) if secret else None
            seconds = SIXTY_DAYS
        else:
            tokens = self.redeem(fields)
            token, seconds = tokens.access if tokens else None, 3600.0
        if token is None:
            return self.error(100, 36009)
        return web.json_response({"access_token": token.value, "token_type": "bearer", "expires_in": int(seconds)})

    def _app(self, method: str, path: str, fields: dict[str, str]) -> web.Response:
        """What the app may do by itself: look at a token, and take the permissions of a person back."""
        if path == "debug_token":
            valid = self.authorization.valid(fields["input_token"]) is not None
            return web.json_response({"data": {"is_valid": valid, **({"user_id": "person-1"} if valid else {})}})
        if (method, path) != ("DELETE", "person-1/permissions"):
            return self.error(100)
        self.authorization.end("person-1")
        return web.json_response({"success": True})

    def _me(self, method: str, path: str, token: Token, fields: dict[str, str]) -> web.Response:
        if path == "me":
            return web.json_response({"id": token.account})
        if path == "me/permissions" and method == "DELETE":
            if token.account != "person-1":
                return self.error(100)
            self.authorization.end("person-1")
            self.authorization.end(token.family)
            return web.json_response({"success": True})
        if path == "me/permissions":
            rows = [{"permission": each, "status": "granted"} for each in token.scopes]
            return web.json_response({"data": [*rows, {"permission": "email", "status": "declined"}]})
        first = int(fields.get("after", 0))
        shown, last = self.pages[first : first + PORTION], first + PORTION
        paging = {"cursors": {"after": str(last)}} | ({"next": "…"} if last < len(self.pages) else {})
        return web.json_response({"data": [self._row(page) for page in shown], "paging": paging})

    def _row(self, page: Page) -> dict[str, Any]:
        row = {"id": page.id, "name": page.name, "tasks": list(page.tasks)}
        return row | ({"access_token": page.token} if page.token else {})

    def _photo(self, page: str, fields: dict[str, str], files: list[bytes]) -> web.Response:
        if len(files) != 1 or not files[0].startswith(IMAGES) or len(files[0]) > 10 * 1024**2:
            return self.error(324)
        assert fields["published"] == "false", "a photo is not published before its post"
        id = self.new_id()
        self.photos[id] = {"at": self.now(), "alt": fields.get("alt_text_custom", ""), "data": files[0], "used": False}
        return web.json_response({"id": id})

    def _post(self, page: str, fields: dict[str, str], files: list[bytes]) -> web.Response:
        photos = [
            json.loads(fields[name])["media_fbid"] for name in sorted(fields) if name.startswith("attached_media")
        ]
        for id in photos:
            photo = self.photos.get(id)
            if photo is None or photo["used"] or self.now() - photo["at"] > timedelta(days=1):
                return self.error(100)
        message = fields.get("message", "")
        if not message and not photos and not fields.get("link"):
            return self.error(100)
        if self.posts and not photos and self.posts[-1].get("message") == message:
            return self.error(506)
        for id in photos:
            self.photos[id]["used"] = True
        return web.json_response(
            {"id": self._publish(page, message=message, photos=photos, link=fields.get("link", ""))}
        )

    def _publish(self, page: str, **parts: Any) -> str:
        id = f"{page}_{self.new_id()}"
        self.posts.append({"id": id, "page": page, "at": self.now(), **parts})
        return id

    def _video(self, page: str, fields: dict[str, str], files: list[bytes]) -> web.Response:
        if fields["upload_phase"] == "start":
            video = Video(self.new_id(), page, int(fields["file_size"]), polls=self.polls)
            self.videos[f"session-{video.id}"] = video
            ids = {"video_id": video.id, "upload_session_id": f"session-{video.id}"}
            return web.json_response({**ids, **self._wanted(video)})
        found = self.videos.get(fields["upload_session_id"])
        if found is None or found.finished:
            return self.error(6000, 1363030)
        if fields["upload_phase"] == "finish":
            if found.arrived < found.size:
                return self.error(6000, 1363041)
            found.finished = True
            self._publish(page, message=fields.get("description", ""), video=found.id)
            return web.json_response({"success": True})
        first = int(fields["start_offset"])
        if first != found.arrived:
            return self.error(6001, 1363037, error_data=self._wanted(found))
        if len(files[0]) != min(self.wants, found.size - first):
            return self.error(6000, 1363019)
        found.arrived += len(files[0])
        return web.json_response(self._wanted(found))

    def _wanted(self, video: Video) -> dict[str, str]:
        end = min(video.arrived + self.wants, video.size)
        return {"start_offset": str(video.arrived), "end_offset": str(end)}

    def _read(self, node: str, token: Token) -> web.Response:
        if "pages_read_engagement" not in token.scopes:
            return self.error(10, 0, 403)
        for video in self.videos.values():
            if video.id == node:
                return web.json_response({"id": node, **self._video_status(video)})
        for post in self.posts:
            if post["id"] == node:
                return web.json_response({"id": node, "permalink_url": f"https://www.facebook.com/{node}"})
        return self.error(100, 33)

    def _video_status(self, video: Video) -> dict[str, Any]:
        uploading = "complete" if video.finished else "in_progress"
        state = "processing" if video.finished else "uploading"
        if video.finished and video.polls:
            video.polls -= 1
        elif video.finished:
            state = "error" if video.broken else "ready"
        phases = {"uploading_phase": {"status": uploading}, "publishing_phase": {"status": "not_started"}}
        link = {"permalink_url": f"/{video.page}/videos/{video.id}/"}
        return {"status": {"video_status": state, **phases}, **(link if state == "ready" else {})}

    def _feed(self, page: str, token: Token, fields: dict[str, str]) -> web.Response:
        if "pages_read_engagement" not in token.scopes:
            return self.error(10, 0, 403)
        since = datetime.fromtimestamp(float(fields["since"]), self.now().tzinfo)
        posts = [] if self.hides else [each for each in self.posts if each["page"] == page and each["at"] >= since]
        return web.json_response({"data": [_shown(post) for post in reversed(posts)]})


def _shown(post: dict[str, Any]) -> dict[str, Any]:
    """A post as the feed shows it: one photo is an attachment, several are its parts."""
    row = {"id": post["id"], "permalink_url": f"https://www.facebook.com/{post['id']}"}
    targets = [{"target": {"id": id}} for id in post.get("photos", [])]
    if len(targets) > 1:
        row["attachments"] = {"data": [{"subattachments": {"data": targets}}]}
    elif targets:
        row["attachments"] = {"data": targets}
    return row | ({"message": post["message"]} if post.get("message") else {})
