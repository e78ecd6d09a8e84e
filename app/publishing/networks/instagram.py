"""Instagram: photos, reels and carousels of professional accounts (Instagram API with Instagram Login).

Instagram fetches each file by its address, so the installation must be reachable from the Internet. Which call is
irreversible? Containers publish nothing, and end after a day: `prepare` makes them and waits until Instagram has
processed them. `media_publish` publishes a container, once: its status says afterwards whether it was published. How
many posts a day an account may publish is read from Instagram each time, because it varies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.kernel import installation
from app.kernel.refusal import N_
from app.publishing.networks import graph_api, instagram_containers, network
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import CannotLook, NetworkError, PostRefused, TemporaryFailure
from app.publishing.networks.json_calls import LONG_WAIT, check_public_urls, required_text
from app.publishing.networks.network import ContentProblem, Grant, NetworkAccount, Progress, Sent, Target
from app.publishing.networks.oauth_table import OauthTable, Pkce
from app.publishing.networks.post_content import IMAGE, VIDEO, PostContent
from app.publishing.networks.registry import register

SCOPES = ("instagram_business_basic", "instagram_business_content_publish")
MOST_FILES, MOST_TAGS, MOST_MENTIONS = 10, 30, 20
TALLEST, WIDEST = 0.8, 1.91  # width divided by height


class Instagram(network.Network):
    """Professional accounts of Instagram: businesses and creators."""

    name, label, icon = "instagram", "Instagram", "brand-instagram"
    home_url, compose_url = "https://www.instagram.com", "https://www.instagram.com/create/select/"
    text_rules = network.TextRules(2200)
    media_rules = network.MediaRules(
        most_images=MOST_FILES,
        most_videos=MOST_FILES,
        mixed=True,
        needed=True,
        image_types=frozenset({"image/jpeg"}),
        image_bytes=8 * 1024**2,
        video_bytes=300 * 1024**2,
        shortest=3,
        longest=900,
        most_alt=1000,
        fetches=frozenset({IMAGE, VIDEO}),
    )

    def configured(self) -> bool:
        """Whether the operator has set up an Instagram app at Meta and left the network on."""
        config = installation.current().config
        return config.instagram and bool(config.instagram_app_id)

    async def oauth(self, server: str = "") -> OauthTable:
        """Instagram's addresses: the code gives a token of an hour, exchanged for one of 60 days that renews itself."""
        config = installation.current().config
        return OauthTable(
            authorize_url=config.instagram_authorize_url,
            token_url=config.instagram_token_url,
            client_id=config.instagram_app_id,
            client_secret=config.instagram_app_secret,
            scopes=SCOPES,
            needed_scopes=SCOPES,
            pkce=Pkce.NONE,
            scope_separator=",",
            authorize_extra={"enable_fb_login": "0"},
            multipart=True,
            exchange_url=f"{config.instagram_graph_url.rstrip('/')}/access_token",
            exchange_grant="ig_exchange_token",
            refresh_url=f"{config.instagram_graph_url.rstrip('/')}/refresh_access_token",
            refresh_grant="ig_refresh_token",
            refreshes_itself=True,
        )

    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> Sequence[NetworkAccount]:
        """The one account that was connected. `details["user_id"]` is the id in requests to delete data."""
        fields = {"fields": "id,user_id,username,name,profile_picture_url"}
        user = await graph_api.call_graph(client, "GET", _url("me"), query=fields)
        missing = tuple(scope for scope in SCOPES if scope not in grant.scopes)
        account = NetworkAccount(
            external_id=required_text(user, "user_id"),
            username=required_text(user, "username"),
            display_name=str(user.get("name") or ""),
            picture_url=str(user.get("profile_picture_url") or ""),
            details={"user_id": required_text(user, "id")},
            missing=missing,
            may_publish=not missing,
        )
        return [account]

    def problems(self, content: PostContent, target: Target) -> list[ContentProblem]:
        """Too many files, hashtags or mentions, and photos that are too tall or too wide."""
        tags, mentions = len(re.findall(r"#\w", content.text)), len(re.findall(r"(?<!\w)@\w", content.text))
        counts = (
            ("media", len(content.media), MOST_FILES, N_("Instagram takes %(most)s files, here are %(count)s.")),
            ("text", tags, MOST_TAGS, N_("Instagram takes %(most)s hashtags, here are %(count)s.")),
            ("text", mentions, MOST_MENTIONS, N_("Instagram takes %(most)s mentions, here are %(count)s.")),
        )
        found = [
            ContentProblem(field, says, {"most": most, "count": count})
            for field, count, most, says in counts
            if count > most
        ]
        if any(
            file.height and not TALLEST - 0.01 <= file.width / file.height <= WIDEST + 0.01 for file in content.images
        ):
            says = N_("A photo is too tall or too wide for Instagram. Crop it to between 4:5 and 1.91:1.")
            found.append(ContentProblem("media", says))
        return found

    async def prepare(self, client: NetworkClient, target: Target, content: PostContent, progress: Progress) -> None:
        """Makes the containers and waits until Instagram has processed them; one that has ended is made anew."""
        check_public_urls(content.media)
        if "container" not in progress.values:
            await self._check_limit(client, target)
        await instagram_containers.prepare(client, _url(""), target.external_id, content, progress)

    async def _check_limit(self, client: NetworkClient, target: Target) -> None:
        """Raises TemporaryFailure when the account has published as many posts as Instagram allows for now."""
        url = _url(f"{target.external_id}/content_publishing_limit")
        rows = (await graph_api.call_graph(client, "GET", url, query={"fields": "config,quota_usage"})).get("data") or [
            {}
        ]
        most, used = (rows[0].get("config") or {}).get("quota_total"), rows[0].get("quota_usage")
        if isinstance(most, int) and isinstance(used, int) and used >= most:
            raise TemporaryFailure("limit_reached", after=LONG_WAIT, code=f"{used} of {most}")

    async def send(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent:
        """Publishes the container, unless Instagram says that it is published already."""
        if progress.get("published"):
            return await self._published(client, target, content, progress["container"])
        url, form = _url(f"{target.external_id}/media_publish"), {"creation_id": progress["container"]}
        body = await graph_api.call_graph(client, "POST", url, sending=True, form=form)
        return Sent(required_text(body, "id", sending=True), published=False)

    async def confirm(self, client: NetworkClient, target: Target, sent: Sent) -> Sent:
        """Reads the address of a post."""
        return Sent(sent.external_id, await graph_api.read_link(client, _url(sent.external_id), "permalink"))

    async def find(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent | None:
        """Reads whether the container was published. Raises: CannotLook."""
        if "container" not in progress:
            raise CannotLook
        try:
            body = await graph_api.call_graph(
                client, "GET", _url(progress["container"]), query={"fields": "status_code"}
            )
        except PostRefused:
            raise CannotLook from None
        if body.get("status_code") == "PUBLISHED":
            return await self._published(client, target, content, progress["container"])
        if body.get("status_code") in {"FINISHED", "EXPIRED", "ERROR"}:
            return None
        raise CannotLook

    async def _published(self, client: NetworkClient, target: Target, content: PostContent, container: str) -> Sent:
        """Returns the post of a published container: the newest with its text. Without one only that it is there."""
        url, query = _url(f"{target.external_id}/media"), {"fields": "id,caption,permalink", "limit": "10"}
        try:
            posts = (await graph_api.call_graph(client, "GET", url, query=query)).get("data") or []
        except NetworkError:
            posts = []
        for post in posts if content.text.strip() else ():
            if str(post.get("caption") or "").strip() == content.text.strip():
                return Sent(required_text(post, "id"), str(post.get("permalink") or ""))
        return Sent(container)

    async def revoke(self, client: NetworkClient, grant: Grant, server: str = "") -> None:
        """Takes all permissions of the app back."""
        await graph_api.revoke(client, _url("me/permissions"))


def _url(path: str) -> str:
    """Returns the address of a node or an edge."""
    return f"{installation.current().config.instagram_graph_url.rstrip('/')}/{graph_api.version()}/{path}"


register(Instagram())
