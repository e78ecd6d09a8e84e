"""A social network that exists for tests alone, with an adapter: strict, and with all the troubles of stand_in.py.

`POST /uploads` takes a file, `GET /uploads/ID` says whether it is processed (after `polls` questions), `POST /posts`
publishes, `GET /posts` lists, `POST /posts/ID/replies` publishes a reply. It refuses what real networks refuse: a wrong
token, a wrong content type, an unknown upload. It takes the same post twice, as real ones do, so that a test sees it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from aiohttp import web

from app.publishing.networks.client import NetworkClient, Reply, Unreachable
from app.publishing.networks.errors import (
    CannotLook,
    NetworkError,
    NotReady,
    OutcomeUnknown,
    PostRefused,
    ReconnectNeeded,
    Scope,
    TemporaryFailure,
)
from app.publishing.networks.network import (
    Grant,
    MediaRules,
    Network,
    NetworkAccount,
    Progress,
    RateLimit,
    Sent,
    Target,
    TextRules,
)
from app.publishing.networks.oauth_table import OauthTable
from app.publishing.networks.post_content import PostContent
from app.publishing.networks.registry import NETWORKS, register
from tests.networks.stand_in import StandIn, parsed

TOKEN = "flaky-token"


class FlakyServer(StandIn):
    """The network. `posts` are all that it published, `replies` all replies, each in their order.

    At `drops` of all posts, from 0 to 1, it publishes and closes the connection without a word.
    """

    def __init__(self) -> None:
        super().__init__()
        self.posts: list[dict[str, Any]] = []
        self.replies: list[dict[str, Any]] = []
        self.uploads: dict[str, int] = {}
        self.still_processing: dict[str, int] = {}
        self.drops, self.hidden = 0.0, False
        self.chance = random.Random(18)  # noqa: S311 - the same in every run

    @property
    def times(self) -> Counter[str]:
        """How often each key was published."""
        return Counter(post["key"] for post in self.posts)

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self.refuse(401)
        parts, payload = request.path.strip("/").split("/"), parsed(body)
        if request.method == "POST" and request.headers.get("Content-Type") != "application/json":
            return self.refuse(415)
        match request.method, parts:
            case "POST", ["uploads"]:
                return self._upload()
            case "GET", ["uploads", id]:
                return self._processed(self.uploads, id)
            case "POST", ["posts"]:
                return self._publish(request, payload)
            case "GET", ["posts"]:
                shown = [] if self.hidden else [post for post in self.posts if post["key"] == request.query.get("key")]
                return web.json_response({"posts": shown})
            case "GET", ["posts", id]:
                return self._processed(self.still_processing, id)
            case "POST", ["posts", id, "replies"]:
                self.replies.append({"post": id, **payload})
                return web.json_response({"id": self.new_id()}, status=201)
        return self.refuse(404)

    def _upload(self) -> web.Response:
        id = self.new_id()
        self.uploads[id] = self.polls
        return web.json_response({"id": id}, status=201)

    def _processed(self, waits: dict[str, int], id: str) -> web.Response:
        if id not in waits:
            return self.refuse(404)
        waits[id] -= 1
        return web.json_response({"ready": waits[id] < 0})

    def _publish(self, request: web.Request, payload: dict[str, Any]) -> web.Response:
        if not payload.get("text") or any(id not in self.uploads for id in payload.get("media", [])):
            return self.refuse(422)
        post = {**payload, "id": self.new_id()}
        post["url"] = f"{self.origin}/@sari/{post['id']}"
        self.posts.append(post)
        self.still_processing[post["id"]] = self.polls
        if self.drops and self.chance.random() < self.drops and request.transport is not None:
            request.transport.abort()
        return web.json_response(post, status=201)


class FlakyNetwork(Network):
    """Its adapter. `looks` is whether it can look for a post; `confirms` whether a post is published only later."""

    name, label, icon, has_reply = "flaky", "Flaky", "world", True
    text_rules, media_rules = TextRules(280), MediaRules(most_images=4, most_videos=1)
    home_url = compose_url = "https://flaky.example/"

    def __init__(self, origin: str, *, looks: bool = True, confirms: bool = False) -> None:
        self.origin, self.looks, self.confirms = origin, looks, confirms
        self.limits: tuple[RateLimit, ...] = ()
        self.set_up = True

    def configured(self) -> bool:
        return self.set_up

    async def oauth(self, server: str = "") -> OauthTable:
        return OauthTable(f"{self.origin}/authorize", f"{self.origin}/token", "id", "secret", refreshable=False)

    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> list[NetworkAccount]:
        return [NetworkAccount("1", "sari")]

    async def prepare(self, client: NetworkClient, target: Target, content: PostContent, progress: Progress) -> None:
        uploads = progress.values.setdefault("uploads", {}) if content.media else {}
        for file in content.media:
            if file.id not in uploads:
                reply = _checked(await client.request("POST", f"{self.origin}/uploads", json={"size": file.size}))
                uploads[file.id] = reply.json["id"]
                await progress.save()
        for id in uploads.values():
            if not _checked(await client.request("GET", f"{self.origin}/uploads/{id}")).json["ready"]:
                raise NotReady(2, 50)

    async def send(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent:
        media = [progress["uploads"][file.id] for file in content.media]
        post = {"key": content.key, "text": content.text, "media": media}
        reply = await self._call(client, f"{self.origin}/posts", post)
        return Sent(reply["id"], "" if self.confirms else reply["url"], published=not self.confirms)

    async def confirm(self, client: NetworkClient, target: Target, sent: Sent) -> Sent:
        reply = _checked(await client.request("GET", f"{self.origin}/posts/{sent.external_id}"))
        if not reply.json["ready"]:
            raise NotReady(2, 80)
        return Sent(sent.external_id, f"{self.origin}/@sari/{sent.external_id}")

    async def send_reply(self, client: NetworkClient, target: Target, content: PostContent, sent: Sent) -> Sent:
        url = f"{self.origin}/posts/{sent.external_id}/replies"
        return Sent((await self._call(client, url, {"text": content.reply}))["id"])

    async def find(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent | None:
        if not self.looks:
            raise CannotLook
        reply = _checked(await client.request("GET", f"{self.origin}/posts", query={"key": content.key}))
        for post in reply.json["posts"]:
            return Sent(post["id"], post["url"])
        return None

    async def _call(self, client: NetworkClient, url: str, body: Mapping[str, Any]) -> Any:
        try:
            reply = _checked(await client.request("POST", url, json=body))
        except Unreachable as error:
            if error.sent:
                raise OutcomeUnknown("no_answer", code=error.reason) from None
            raise TemporaryFailure("network_unreachable") from None
        if "id" not in reply.json:
            raise OutcomeUnknown("network_answer", status=reply.status)
        return reply.json


def _checked(reply: Reply) -> Reply:
    """The reply of a success. Raises: those of a network for each refusal."""
    if reply.ok:
        return reply
    raise _error(reply)


def _error(reply: Reply) -> NetworkError:
    facts: dict[str, Any] = {"code": str(reply.json.get("error", "")), "status": reply.status, "detail": reply.text}
    if reply.status == 401:
        return ReconnectNeeded("permission_ended", **facts)
    if reply.status == 429:
        return TemporaryFailure("rate_limited", after=reply.retry_after, **facts)
    if reply.status == 403:
        return TemporaryFailure("app_stopped", after=600, scope=Scope.APP, **facts)
    if reply.status >= 500:
        return TemporaryFailure("network_down", after=reply.retry_after, **facts)
    return PostRefused("refused", **facts)


@contextmanager
def registered(network: Network) -> Iterator[Any]:
    """Registers an adapter while the block runs, in place of one with its name."""
    before = NETWORKS.pop(network.name, None)
    register(network)
    try:
        yield network
    finally:
        del NETWORKS[network.name]
        if before is not None:
            NETWORKS[network.name] = before
