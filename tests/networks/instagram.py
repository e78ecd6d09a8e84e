"""Instagram as a stand-in: Instagram Login and content publishing, as strict as the documentation says.

It truly fetches the files of posts, refuses PNG pictures, and processes videos for `polls` looks. `quota` is how many
posts it allows a day. `breaks` makes the next video end with an error.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from tests.networks.authorization import Token
from tests.networks.graph import SIXTY_DAYS, VERSION, GraphApi
from tests.networks.media_host import fetched, is_jpeg

SCOPES = ("instagram_business_basic", "instagram_business_content_publish")
USER, PERSON = "17841400000000001", "2600000000000001"  # of the account, and of the person to this app
DAY = timedelta(days=1)


@dataclass
class Container:
    """What is published later."""

    id: str
    fields: dict[str, str]
    made_at: datetime
    polls: int = 0
    state: str = "FINISHED"
    children: list[str] = field(default_factory=list)


class Instagram(GraphApi):
    """The professional account @nusantarakopi."""

    scopes = SCOPES
    client_id = "instagram-app-id"
    client_secret = "instagram-app-secret"

    def __init__(self) -> None:
        super().__init__(USER)
        self.containers: dict[str, Container] = {}
        self.posts: list[dict[str, Any]] = []
        self.quota, self.breaks = 50, False
        self.issued: dict[str, datetime] = {}

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Does what a request wants."""
        fields = self.fields(request, body)
        if request.path == "/oauth/access_token":
            return self._redeem(request, fields)
        if request.path in {"/access_token", "/refresh_access_token"}:
            return self._lasting(request.path, fields)
        token = self.holder(request)
        if token is None:
            return self.error(190, 463, 401)
        path = request.path.removeprefix(f"/{VERSION}/")
        if path == "me":
            user = {"id": PERSON, "user_id": USER, "username": "nusantarakopi", "name": "Nusantara Kopi"}
            return web.json_response(user)
        if path == "me/permissions" and request.method == "DELETE":
            self.authorization.end(token.family)
            return web.json_response({"success": True})
        return self._publishing(request.method, path, token, fields)

    def _publishing(self, method: str, path: str, token: Token, fields: dict[str, str]) -> web.Response:
        if "instagram_business_content_publish" not in token.scopes:
            return self.error(10, 0, 403)
        node, _, edge = path.partition("/")
        if edge == "content_publishing_limit":
            config = {"quota_total": self.quota, "quota_duration": 86_400}
            return web.json_response({"data": [{"quota_usage": self._used(), "config": config}]})
        if edge and node != USER:
            return self.error(100, 33)
        if edge == "media_publish":
            return self._publish(fields)
        if edge == "media" and method == "GET":
            return web.json_response({"data": [self._shown(post) for post in reversed(self.posts)]})
        return self._container(fields) if edge == "media" else self._read(node)

    def _redeem(self, request: web.Request, fields: dict[str, str]) -> web.Response:
        if request.content_type != "multipart/form-data":
            return web.json_response({"error_type": "OAuthException", "code": 400, "error_message": "no"}, status=400)
        tokens = self.redeem(fields)
        if tokens is None:
            return web.json_response({"error_type": "OAuthException", "code": 400, "error_message": "no"}, status=400)
        granted = {"access_token": tokens.access.value, "user_id": PERSON, "permissions": list(tokens.access.scopes)}
        return web.json_response({"data": [granted]})

    def _lasting(self, path: str, fields: dict[str, str]) -> web.Response:
        """A token of sixty days for a short one, or a new one for one of sixty days that is a day old."""
        value = fields.get("access_token", "")
        exchange = path == "/access_token"
        wanted = "ig_exchange_token" if exchange else "ig_refresh_token"
        allowed = (
            fields.get("client_secret") == self.client_secret
            if exchange
            else self.now() - self.issued.get(value, self.now()) >= DAY
        )
        token = self.lasting(value) if fields.get("grant_type") == wanted and allowed else None
        if token is None:
            return self.error(190, 0, 400)
        self.issued[token.value] = self.now()
        return web.json_response({"access_token": token.value, "token_type": "bearer", "expires_in": int(SIXTY_DAYS)})

    def _container(self, fields: dict[str, str]) -> web.Response:
        if len(fields.get("caption", "")) > 2200:
            return self.error(36004, 2207010)
        if fields.get("media_type") == "CAROUSEL":
            return self._make_carousel(fields)
        video, child = "video_url" in fields, fields.get("is_carousel_item") == "true"
        if video and (fields.get("media_type") != ("VIDEO" if child else "REELS") or "alt_text" in fields):
            return self.error(100)
        data = fetched(fields.get("video_url") or fields.get("image_url", ""))
        if data is None:
            return self.error(9004, 2207052)
        if not video and (not is_jpeg(data) or len(data) > 8 * 1024**2):
            return self.error(36001, 2207005)
        return self._keep(fields, polls=self.polls if video else 0, broken=video and self.breaks)

    def _make_carousel(self, fields: dict[str, str]) -> web.Response:
        children = fields.get("children", "").split(",")
        known = [self.containers[id] for id in children if id in self.containers]
        fit = [
            each for each in known if each.fields.get("is_carousel_item") == "true" and self._state(each) == "FINISHED"
        ]
        if len(fit) != len(children) or not 2 <= len(children) <= 10:
            return self.error(9007, 2207027)
        return self._keep(fields, children=children)

    def _keep(
        self, fields: dict[str, str], *, polls: int = 0, broken: bool = False, children: Any = ()
    ) -> web.Response:
        state = "ERROR" if broken else "FINISHED"
        container = Container(self.new_id(), fields, self.now(), polls, state, list(children))
        self.containers[container.id] = container
        return web.json_response({"id": container.id})

    def _state(self, container: Container) -> str:
        if container.state == "FINISHED" and self.now() - container.made_at > DAY:
            return "EXPIRED"
        return "IN_PROGRESS" if container.polls else container.state

    def _publish(self, fields: dict[str, str]) -> web.Response:
        container = self.containers.get(fields.get("creation_id", ""))
        if container is None or container.state == "PUBLISHED":
            return self.error(24, 2207006)
        if (state := self._state(container)) != "FINISHED":
            return self.error(-2, 2207020) if state == "EXPIRED" else self.error(9007, 2207027)
        if container.fields.get("is_carousel_item"):
            return self.error(100)
        if self._used() >= self.quota:
            return self.error(9, 2207042)
        container.state = "PUBLISHED"
        sources = [self.containers[id].fields for id in container.children] or [container.fields]
        post = {
            "id": self.new_id(),
            "caption": container.fields.get("caption", ""),
            "sources": sources,
            "at": self.now(),
        }
        self.posts.append(post)
        return web.json_response({"id": post["id"]})

    def _used(self) -> int:
        return len([post for post in self.posts if self.now() - post["at"] < DAY])

    def _read(self, node: str) -> web.Response:
        if container := self.containers.get(node):
            state = self._state(container)
            container.polls = max(container.polls - 1, 0)
            return web.json_response({"id": node, "status_code": state, "status": f"{state}: told"})
        for post in self.posts:
            if post["id"] == node:
                return web.json_response(self._shown(post))
        return self.error(100, 33)

    def _shown(self, post: dict[str, Any]) -> dict[str, Any]:
        link = {"id": post["id"], "permalink": f"https://www.instagram.com/p/{post['id']}/"}
        return link | ({"caption": post["caption"]} if post["caption"] else {})
