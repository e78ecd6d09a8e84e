"""Facebook pages: texts with a link, photos and albums, and videos (Graph API, developers.facebook.com).

A page is published to with a token of its own. The token of the person is kept beside it for one purpose, to take the
permissions back. Which call is irreversible? Photos are uploaded unpublished and temporary, so that Facebook deletes
those that are never used; `feed` publishes them, as it does texts. A video is uploaded in the pieces that Facebook asks
for; it is published by the phase `finish`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.kernel import clock, installation
from app.publishing.networks import facebook_pages, facebook_video, graph_api, network
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import CannotLook, NotReady, PostRefused, ReconnectNeeded
from app.publishing.networks.json_calls import SHORT_WAIT, required_text
from app.publishing.networks.multipart import file_form
from app.publishing.networks.network import Grant, JsonObject, NetworkAccount, Progress, Sent, Target
from app.publishing.networks.oauth_table import OauthTable, Pkce
from app.publishing.networks.post_content import MediaFile, PostContent
from app.publishing.networks.registry import register

SCOPES = ("pages_show_list", "pages_manage_posts", "pages_read_engagement")
KEPT_SECONDS = 20 * 3600  # Facebook deletes temporary photos after a day
SURE_SECONDS = 600  # a post that is not in the feed so long after it was sent is not there


class Facebook(network.Network):
    """Pages of Facebook; it lets no app publish to the profiles of people."""

    name, label, icon = "facebook", "Facebook", "brand-facebook"
    home_url, compose_url = "https://www.facebook.com", "https://www.facebook.com/latest/composer"
    text_rules = network.TextRules(63_206)
    media_rules = network.MediaRules(
        most_images=10,
        most_videos=1,
        image_bytes=10 * 1024**2,
        video_bytes=10 * 1024**3,
        shortest=1,
        longest=4 * 3600,
        most_alt=1000,
    )

    def configured(self) -> bool:
        """Whether the operator has set up an app at Meta for Facebook pages and left the network on."""
        config = installation.current().config
        return config.facebook and bool(config.facebook_app_id)

    async def oauth(self, server: str = "") -> OauthTable:
        """Facebook's addresses: the code gives a token of an hour, which is exchanged for one of about 60 days."""
        config = installation.current().config
        token_url = _url("oauth/access_token")
        return OauthTable(
            authorize_url=f"{config.facebook_dialog_url.rstrip('/')}/{graph_api.version()}/dialog/oauth",
            token_url=token_url,
            client_id=config.facebook_app_id,
            client_secret=config.facebook_app_secret,
            scopes=SCOPES,
            needed_scopes=SCOPES,
            pkce=Pkce.NONE,
            scope_separator=",",
            exchange_url=token_url,
            exchange_grant="fb_exchange_token",
            exchange_parameter="fb_exchange_token",
            refreshable=False,
        )

    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> Sequence[NetworkAccount]:
        """The pages of the person, each with its own token.

        A page that has none, because it is reachable only through a business portfolio, or for which the person may not
        create content, cannot be published to: `details["trouble"]` has the key of the reason, and it has no grant.
        """
        me = await graph_api.call_graph(client, "GET", _url("me"), query={"fields": "id"})
        scopes = await facebook_pages.granted_scopes(client, _url("me/permissions"))
        missing, person = tuple(scope for scope in SCOPES if scope not in scopes), required_text(me, "id")
        pages = await facebook_pages.read_pages(client, _url("me/accounts"))
        return [facebook_pages.page_account(page, grant, scopes, missing, person) for page in pages]

    async def prepare(self, client: NetworkClient, target: Target, content: PostContent, progress: Progress) -> None:
        """Uploads photos unpublished, each once, or all pieces of a video."""
        progress.values["at"] = clock.now().timestamp()
        if content.videos:
            return await facebook_video.upload(
                client, _url(f"{target.external_id}/videos", video=True), content, progress
            )
        photos: dict[str, Any] = progress.values.setdefault("photos", {})
        for image in content.images:
            if progress.values["at"] - photos.get(image.id, {}).get("at", 0) > KEPT_SECONDS:
                id = await self._stage(client, target, image)
                photos[image.id] = {"id": id, "at": progress.values["at"]}
                await progress.save()
        return await progress.save()

    async def _stage(self, client: NetworkClient, target: Target, image: MediaFile) -> str:
        """Uploads a photo without publishing it; returns its id at Facebook."""
        fields = {"published": "false", "temporary": "true"} | ({"alt_text_custom": image.alt} if image.alt else {})
        headers, body = file_form(fields, "source", image)
        url = _url(f"{target.external_id}/photos")
        return required_text(await graph_api.call_graph(client, "POST", url, headers=headers, body=body), "id")

    async def send(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent:
        """Publishes a text with its link or its photos, or finishes a video."""
        if content.videos:
            url = _url(f"{target.external_id}/videos", video=True)
            return await facebook_video.finish(client, url, content, progress)
        form = {"message": content.text} if content.text else {}
        if content.link and not content.media:
            form["link"] = content.link
        for place, image in enumerate(content.images):
            form[f"attached_media[{place}]"] = json.dumps({"media_fbid": progress["photos"][image.id]["id"]})
        body = await graph_api.call_graph(client, "POST", _url(f"{target.external_id}/feed"), sending=True, form=form)
        return Sent(required_text(body, "id", sending=True), published=False)

    async def confirm(self, client: NetworkClient, target: Target, sent: Sent) -> Sent:
        """Reads the address of a post, and of a video whether Facebook has processed it."""
        if "_" not in sent.external_id:  # as there is in the ids of posts
            return await facebook_video.confirm(client, _url(sent.external_id), sent, self.home_url)
        link = await graph_api.read_link(client, _url(sent.external_id), "permalink_url")
        return Sent(sent.external_id, link or f"{self.home_url}/{sent.external_id}")

    async def find(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent | None:
        """Looks for a video by its id, and for a post in the page's feed: by its photos, else by its text.

        A post that is not in the feed is surely not there after ten minutes only. Raises: CannotLook, NotReady.
        """
        if content.videos:
            return await facebook_video.find(client, _url(str(progress.get("video_id", ""))), progress)
        since = max(float(progress.get("at", 0)) - 60, 0)  # its clock may differ from ours
        fields = "id,message,permalink_url,attachments{target{id},subattachments{target{id}}}"
        query = {"fields": fields, "since": str(int(since)), "limit": "100"}
        try:
            body = await graph_api.call_graph(client, "GET", _url(f"{target.external_id}/feed"), query=query)
        except (PostRefused, ReconnectNeeded):
            raise CannotLook from None
        photos = {row["id"] for row in progress.get("photos", {}).values()}
        for post in body.get("data") or []:
            if (photos & _shown(post)) if photos else (post.get("message") or "").strip() == content.text.strip():
                return Sent(required_text(post, "id"), str(post.get("permalink_url") or ""))
        if clock.now().timestamp() - since < SURE_SECONDS:
            raise NotReady(SHORT_WAIT)
        return None

    async def revoke(self, client: NetworkClient, grant: Grant, server: str = "") -> None:
        """Takes all permissions of the app back. It ends those of all pages of the person."""
        config = installation.current().config
        app = NetworkClient(f"{config.facebook_app_id}|{config.facebook_app_secret}")
        await facebook_pages.revoke_permissions(grant, _url, app)


def _url(path: str, *, video: bool = False) -> str:
    """Returns the address of a node or an edge; videos are uploaded to a host of their own."""
    config = installation.current().config
    host = config.facebook_video_url if video else config.facebook_graph_url
    return f"{host.rstrip('/')}/{graph_api.version()}/{path}"


def _shown(post: JsonObject) -> set[str]:
    """Returns the ids of the photos that a post shows."""
    attachments = (post.get("attachments") or {}).get("data") or []
    every = [
        *attachments,
        *(sub for each in attachments for sub in (each.get("subattachments") or {}).get("data") or []),
    ]
    return {str((each.get("target") or {}).get("id")) for each in every}


register(Facebook())
