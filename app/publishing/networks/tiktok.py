"""TikTok: videos and photos, published directly (Content Posting API, developers.tiktok.com).

Which call is irreversible? `video/init` only opens an upload: as long as bytes are missing nothing is published, and
the upload ends by itself after an hour. TikTok publishes as soon as the last byte has arrived. So `prepare` opens the
upload and puts every chunk but the last one, and `send` puts the last one. All of it belongs to one `publish_id`, which
is stored at once: a last chunk that is put twice cannot make a second post, and the status of the `publish_id` says
afterwards whether the first one arrived. An upload that is opened and lost in a crash never gets bytes, hence never
becomes a post. Photos are different: TikTok fetches them by itself after `content/init`, so that is the call that
publishes; it has no id before its answer, so nobody can look for a post whose answer was lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.kernel import installation
from app.kernel.refusal import N_
from app.publishing.networks import network, oauth_client, tiktok_api, tiktok_upload
from app.publishing.networks import tiktok_rules as rules
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import CannotLook, NotReady, PostRefused
from app.publishing.networks.json_calls import check_public_urls, errors_as_not_ready, required_text
from app.publishing.networks.network import ContentProblem, Grant, JsonObject, NetworkAccount, Progress, Sent, Target
from app.publishing.networks.oauth_table import OauthTable, Pkce
from app.publishing.networks.post_content import IMAGE, PostContent
from app.publishing.networks.registry import register

DETAILS = ("privacy_level_options", "comment_disabled", "duet_disabled", "stitch_disabled")


class TikTok(network.Network):
    """TikTok accounts of people and firms. Its guidelines forbid that a tool adds anything to what is posted."""

    name, label, icon = "tiktok", "TikTok", "brand-tiktok"
    home_url = "https://www.tiktok.com"
    compose_url = "https://www.tiktok.com/upload"
    short_links, adds_nothing = False, True
    statement = N_("By posting you agree to TikTok's Music Usage Confirmation.")
    text_rules = network.TextRules(2200, rules.count_utf16)
    media_rules = network.MediaRules(
        most_images=35,
        most_videos=1,
        needed=True,
        image_types=frozenset({"image/jpeg", "image/webp"}),
        video_types=frozenset({"video/mp4", "video/quicktime", "video/webm"}),
        image_bytes=20 * 1024**2,
        video_bytes=4 * 1024**3,
        shortest=3,
        longest=600,
        fetches=frozenset({IMAGE}),
    )
    limits = (network.RateLimit("minute", 6, 60),)
    options = rules.OPTIONS

    def configured(self) -> bool:
        """Whether the operator has set up an app at TikTok and left the network on."""
        config = installation.current().config
        return config.tiktok and bool(config.tiktok_client_key)

    async def oauth(self, server: str = "") -> OauthTable:
        """TikTok's addresses; each refresh token works once, and the challenge is hexadecimal."""
        config = installation.current().config
        return OauthTable(
            authorize_url=config.tiktok_authorize_url,
            token_url=tiktok_api.api_url("/v2/oauth/token/"),
            client_id=config.tiktok_client_key,
            client_secret=config.tiktok_client_secret,
            scopes=rules.SCOPES,
            needed_scopes=rules.SCOPES,
            pkce=Pkce.HEX,
            client_id_parameter="client_key",
            scope_separator=",",
            rotates=True,
            revoke_url=tiktok_api.api_url("/v2/oauth/revoke/"),
        )

    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> Sequence[NetworkAccount]:
        """The one account that was connected; its name at TikTok is read where posts may be published."""
        fields = {"fields": "open_id,avatar_url,display_name"}
        user = (await tiktok_api.call_tiktok(client, "GET", "/v2/user/info/", query=fields)).get("user") or {}
        missing = tuple(scope for scope in rules.SCOPES if scope not in grant.scopes)
        id, shown, picture = (
            required_text(user, "open_id"),
            user.get("display_name") or "",
            user.get("avatar_url") or "",
        )
        details = {} if missing else await self.refresh_details(client, Target(id))
        name = details.get("username") or shown
        return [NetworkAccount(id, name, shown, picture, details=details, missing=missing, may_publish=not missing)]

    async def refresh_details(self, client: NetworkClient, target: Target) -> JsonObject:
        """Reads who may see posts, what is turned off and how long videos may be, as TikTok wants before each post."""
        data = await tiktok_api.call_tiktok(client, "POST", "/v2/post/publish/creator_info/query/", json={})
        details = {**target.details, **{name: data.get(name) for name in DETAILS}}
        if not installation.current().config.tiktok_audited:
            details["privacy_level_options"] = [rules.PRIVATE]
        return {
            **details,
            "username": data.get("creator_username") or "",
            "nickname": data.get("creator_nickname") or "",
            "most_seconds": data.get("max_video_post_duration_sec") or 0,
        }

    def problems(self, content: PostContent, target: Target) -> list[ContentProblem]:
        """What TikTok or its guidelines would refuse."""
        return rules.problems(content, target.details)

    async def prepare(self, client: NetworkClient, target: Target, content: PostContent, progress: Progress) -> None:
        """Opens the upload of a video and puts all chunks but the last; goes on where an earlier call ended."""
        if not content.videos:
            return check_public_urls(content.images)
        return await tiktok_upload.upload_all_but_last(client, content, progress)

    async def send(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent:
        """Puts the last chunk of a video, upon which TikTok publishes it; or has TikTok fetch and publish photos."""
        if content.videos:
            if not progress.get("complete"):
                length = progress["size"] - progress["offset"]
                await tiktok_upload.put_chunk(client, content.videos[0], progress, length, sending=True)
            return Sent(progress["publish_id"], published=False)
        body = rules.photo_post(content)
        data = await tiktok_api.call_tiktok(client, "POST", "/v2/post/publish/content/init/", sending=True, json=body)
        return Sent(required_text(data, "publish_id", sending=True), published=False)

    async def confirm(self, client: NetworkClient, target: Target, sent: Sent) -> Sent:
        """Reads what became of it. A private post, or one that TikTok still reviews, has no address."""
        with errors_as_not_ready():
            status = await tiktok_api.fetch_status(client, sent.external_id)
        if status.get("status") == "FAILED":
            raise tiktok_api.error_of_failed_post(str(status.get("fail_reason") or ""))
        if status.get("status") != "PUBLISH_COMPLETE":
            raise NotReady(5)
        ids, name = status.get("publicaly_available_post_id") or [], target.details.get("username")
        if not ids:
            return Sent(sent.external_id)
        return Sent(str(ids[0]), f"{self.home_url}/@{name}/video/{ids[0]}" if name else "")

    async def find(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent | None:
        """Asks for the status of the upload. Raises: CannotLook for photos, which have no id before the answer."""
        if "publish_id" not in progress:
            raise CannotLook
        try:
            status = await tiktok_api.fetch_status(client, progress["publish_id"])
        except PostRefused:
            raise CannotLook from None
        if status.get("status") == tiktok_upload.FAILED or tiktok_upload.lacks_bytes(status, progress):
            return None  # without its last chunk TikTok has nothing to publish
        return Sent(progress["publish_id"], published=False)

    async def revoke(self, client: NetworkClient, grant: Grant, server: str = "") -> None:
        """Takes the tokens back, upon which TikTok no longer lists the app among those that are connected."""
        await oauth_client.revoke(await self.oauth(), grant.access_token)


register(TikTok())
