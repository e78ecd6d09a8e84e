"""X: posts with pictures, a GIF or a video, and threads, through API v2 (docs.x.com, api.x.com/2/openapi.json)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from app.kernel import installation
from app.kernel.refusal import N_
from app.kernel.text import normalize
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import OutcomeUnknown, TemporaryFailure
from app.publishing.networks.json_calls import PUBLISH_UNANSWERED, call_json
from app.publishing.networks.network import (
    NO_LINKS,
    Grant,
    JsonObject,
    MediaRules,
    Network,
    NetworkAccount,
    Option,
    Progress,
    RateLimit,
    Sent,
    Target,
    TextRules,
    posted_since,
)
from app.publishing.networks.oauth_table import ClientAuth, OauthTable
from app.publishing.networks.post_content import PostContent
from app.publishing.networks.registry import register
from app.publishing.networks.text_counting import ADDRESS, MOST_COUNTED, x_length
from app.publishing.networks.x_uploads import api_url, data_of, error_of_refusal, upload

MB = 1024 * 1024
SCOPES = ("tweet.read", "tweet.write", "users.read", "media.write", "offline.access")


class X(Network):
    """The adapter of X."""

    name, label, icon = "x", "X", "brand-x"
    text_rules = TextRules(280, x_length)
    media_rules = MediaRules(
        most_images=4,
        most_videos=1,
        most_gifs=1,
        image_types=frozenset({"image/jpeg", "image/png", "image/webp"}),
        image_bytes=5 * MB,
        gif_bytes=15 * MB,
        video_bytes=512 * MB,
        shortest=0.5,
        longest=140,
        most_alt=1000,
    )
    limits = (RateLimit("posts", 100, 900), RateLimit("app_posts", 10_000, 86_400, app=True))
    has_reply = True
    options = (Option(NO_LINKS, N_("Leave links out"), of_links=True),)
    home_url, compose_url = "https://x.com", "https://x.com/compose/post"

    def configured(self) -> bool:
        """Whether the operator has set up an app and left the network on; a public app has no secret."""
        config = installation.current().config
        return config.x and bool(config.x_client_id)

    def links_at_first(self) -> str:
        """As the setting says: at X a post with an address costs more."""
        return installation.current().config.x_links

    async def oauth(self, server: str = "") -> OauthTable:
        """The manners of X: PKCE, Basic for apps with a secret, refresh tokens that work once."""
        config, url = installation.current().config, api_url("/2/oauth2")
        return OauthTable(
            config.x_authorize_url,
            f"{url}/token",
            config.x_client_id,
            config.x_client_secret,
            scopes=SCOPES,
            needed_scopes=("tweet.write", "tweet.read", "users.read"),
            client_auth=ClientAuth.BASIC,
            rotates=True,
            revoke_url=f"{url}/revoke",
        )

    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> Sequence[NetworkAccount]:
        """The account of whoever granted this."""
        query = {"user.fields": "profile_image_url"}
        user = data_of(await call_json(client, "GET", api_url("/2/users/me"), error_of_refusal, query=query))
        picture = str(user.get("profile_image_url") or "").replace("_normal.", "_400x400.")
        name, username = str(user.get("name") or ""), str(user.get("username") or "")
        permissions = (await self.oauth()).permissions(grant.scopes)
        return [NetworkAccount(user["id"], username, name, picture, **permissions)]

    async def prepare(self, client: NetworkClient, target: Target, content: PostContent, progress: Progress) -> None:
        """Uploads the files in segments and waits until X has processed them. Raises: NotReady."""
        files = await progress.begin_uploads(content)
        for file in content.media:
            await upload(client, file, files.setdefault(file.id, {}), progress)

    async def send(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent:
        """Publishes the post."""
        ids = [progress["files"][file.id]["id"] for file in content.media]
        body: JsonObject = {"text": content.text} | ({"media": {"media_ids": ids}} if ids else {})
        return await _post(client, body)

    async def send_reply(self, client: NetworkClient, target: Target, content: PostContent, sent: Sent) -> Sent:
        """Publishes the next post of the thread."""
        return await _post(client, {"text": content.reply, "reply": {"in_reply_to_tweet_id": sent.external_id}})

    async def find(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent | None:
        """Looks among the posts since this one was prepared for one with its text and as many files."""
        query = {
            "max_results": "100",
            "exclude": "retweets",
            "start_time": f"{datetime.fromtimestamp(posted_since(progress), UTC):%Y-%m-%dT%H:%M:%SZ}",
            "tweet.fields": "attachments,entities,referenced_tweets,created_at",
        }
        reply = await call_json(
            client, "GET", api_url(f"/2/users/{target.external_id}/tweets"), error_of_refusal, query=query
        )
        posts = reply.json.get("data", []) if isinstance(reply.json, dict) and "meta" in reply.json else None
        if posts is None:
            raise TemporaryFailure("network_answer", status=reply.status)
        return next((_sent(str(post["id"])) for post in posts if _is_same(post, content)), None)


async def _post(client: NetworkClient, body: JsonObject) -> Sent:
    """Makes the call that publishes. Raises: OutcomeUnknown for a success without an id."""
    reply = await call_json(client, "POST", api_url("/2/tweets"), error_of_refusal, json=body, sending=True)
    data = reply.json.get("data") if isinstance(reply.json, dict) else None
    if not isinstance(data, dict) or not str(data.get("id", "")).isdecimal():
        raise OutcomeUnknown(PUBLISH_UNANSWERED, status=reply.status)
    return _sent(str(data["id"]))


def _sent(post_id: str) -> Sent:
    """Returns a published post; the address works whatever the username becomes."""
    return Sent(post_id, f"https://x.com/i/web/status/{post_id}")


def _is_same(post: JsonObject, content: PostContent) -> bool:
    """Whether a post of the timeline has the text and the number of files of ours."""
    text, files = str(post.get("text", "")), (post.get("attachments") or {}).get("media_keys", [])
    for link in (post.get("entities") or {}).get("urls", []):
        text = text.replace(link["url"], "" if "media_key" in link else link.get("expanded_url", ""))
    return len(files) == len(content.media) and _plain(html.unescape(text)) == _plain(content.text)


def _plain(text: str) -> str:
    """Returns a text in the form in which ours and that of X are equal."""
    shortened = ADDRESS.sub(lambda match: re.sub("^https?://", "", match[0]).rstrip("/"), text)
    return " ".join(normalize(shortened, MOST_COUNTED).split())


X_NETWORK = register(X())
