"""Mastodon: posts at any server (docs.joinmastodon.org); Kliqs registers an app at each by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.kernel import installation
from app.kernel.refusal import N_
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import OutcomeUnknown
from app.publishing.networks.json_calls import PUBLISH_UNANSWERED, call_json
from app.publishing.networks.mastodon_api import (
    DEFAULTS,
    error_of_refusal,
    limits_of,
    object_of,
    seconds_of,
    server_problems,
    upload,
)
from app.publishing.networks.network import (
    Choice,
    ContentProblem,
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
from app.publishing.networks.oauth_table import OauthTable
from app.publishing.networks.post_content import PostContent
from app.publishing.networks.registry import register
from app.publishing.networks.server_credentials import APP_SCOPES, credentials_of, server_url
from app.publishing.networks.text_counting import mastodon_length

MOST_READ = 10  # posts whose source is read when we look for one
VISIBILITIES = (
    Choice("public", N_("Everyone")),
    Choice("unlisted", N_("Everyone, but not in public timelines")),
    Choice("private", N_("Followers")),
)


class Mastodon(Network):
    """The adapter of Mastodon. The limits of a server are in the details of a connection; those here are the usual."""

    name, label, icon = "mastodon", "Mastodon", "brand-mastodon"
    text_rules = TextRules(DEFAULTS["most_text"], mastodon_length)
    media_rules = MediaRules(
        most_images=4,
        most_videos=1,
        most_gifs=1,
        image_types=frozenset({"image/jpeg", "image/png", "image/webp"}),
        video_types=frozenset({"video/mp4", "video/quicktime", "video/webm"}),
        image_bytes=DEFAULTS["image_bytes"],
        gif_bytes=DEFAULTS["image_bytes"],
        video_bytes=DEFAULTS["video_bytes"],
        most_alt=DEFAULTS["most_alt"],
    )
    limits = (RateLimit("posts", 100, 300),)  # of 300 calls, some are for files and for looking
    options = (
        Option(
            "visibility",
            N_("Who can see it"),
            "choice",
            VISIBILITIES,
            explains=N_("Without an answer, the setting of your account at the server applies."),
        ),
        Option("sensitive", N_("Hide pictures and videos behind a warning")),
    )
    has_reply, needs_server = True, True
    home_url = "https://joinmastodon.org"

    def configured(self) -> bool:
        """Whether the operator lets people connect accounts; no app has to be set up."""
        return bool(installation.current().config.mastodon)

    async def oauth(self, server: str = "") -> OauthTable:
        """The manners of a server, with the credentials of our app there. Its tokens do not end."""
        credentials, url = await credentials_of(server), f"{server_url(server)}/oauth"
        return OauthTable(
            f"{url}/authorize",
            f"{url}/token",
            credentials.client_id,
            credentials.client_secret,
            scopes=APP_SCOPES,
            needed_scopes=("write:statuses",),
            refreshable=False,
            revoke_url=f"{url}/revoke",
        )

    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> Sequence[NetworkAccount]:
        """The account of whoever granted this, with the limits of its server."""
        url = f"{server_url(server)}/api/v1/accounts/verify_credentials"
        account, details = (
            object_of(await call_json(client, "GET", url, error_of_refusal)),
            await limits_of(client, server),
        )
        username, name = f"{account.get('username')}@{server}", str(account.get("display_name") or "")[:200]
        picture, permissions = str(account.get("avatar") or ""), (await self.oauth(server)).permissions(grant.scopes)
        return [NetworkAccount(account["id"], username, name, picture, details=details, **permissions)]

    async def refresh_details(self, client: NetworkClient, target: Target) -> JsonObject:
        """The limits of the server, which its operator may change."""
        return {**target.details, **await limits_of(client, target.server)}

    def problems(self, content: PostContent, target: Target) -> list[ContentProblem]:
        """Files that this server does not take."""
        return server_problems(content, target.details)

    async def prepare(self, client: NetworkClient, target: Target, content: PostContent, progress: Progress) -> None:
        """Uploads the files, each whole, since the API has no pieces, and waits for the server. Raises: NotReady."""
        files = await progress.begin_uploads(content)
        for file in content.media:
            await upload(client, target.server, file, files.setdefault(file.id, {}), progress)

    async def send(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent:
        """Publishes the post, with a key by which the server knows a repetition for an hour."""
        body: JsonObject = {
            "status": content.text,
            "media_ids": [progress["files"][each.id]["id"] for each in content.media],
        }
        body |= {name: content.options[name] for name in ("visibility", "sensitive") if content.options.get(name)}
        return await _post(client, target.server, content.key, body)

    async def send_reply(self, client: NetworkClient, target: Target, content: PostContent, sent: Sent) -> Sent:
        """Publishes the next post of the thread, as visible as the first."""
        body: JsonObject = {"status": content.reply, "in_reply_to_id": sent.external_id}
        body |= {"visibility": content.options["visibility"]} if content.options.get("visibility") else {}
        return await _post(client, target.server, f"{content.key}-reply", body)

    async def find(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent | None:
        """Looks among the posts since this one was prepared for one with its text and as many files."""
        since = posted_since(progress)
        api, query = f"{server_url(target.server)}/api/v1", {"limit": "40", "exclude_reblogs": "true"}
        url = f"{api}/accounts/{target.external_id}/statuses"
        posts = (await call_json(client, "GET", url, error_of_refusal, query=query, kind=list)).json
        ours = [each for each in posts if isinstance(each, dict) and _may_be(each, content, since)]
        for post in ours[:MOST_READ]:
            source = object_of(await call_json(client, "GET", f"{api}/statuses/{post['id']}/source", error_of_refusal))
            if str(source.get("text")).split() == content.text.split():
                return Sent(post["id"], str(post.get("url") or ""))
        return None


def _may_be(post: JsonObject, content: PostContent, since: float) -> bool:
    """Whether a post of the account is new enough and has as many files as ours."""
    files = post.get("media_attachments") or []
    return (
        isinstance(post.get("id"), str)
        and seconds_of(post.get("created_at")) >= since
        and len(files) == len(content.media)
    )


async def _post(client: NetworkClient, server: str, key: str, body: JsonObject) -> Sent:
    """Makes the call that publishes. Raises: OutcomeUnknown for a success without an id."""
    url, headers = f"{server_url(server)}/api/v1/statuses", {"Idempotency-Key": key}
    reply = await call_json(client, "POST", url, error_of_refusal, json=body, headers=headers, sending=True)
    post = reply.json if isinstance(reply.json, dict) else {}
    if not isinstance(post.get("id"), str):
        raise OutcomeUnknown(PUBLISH_UNANSWERED, status=reply.status)
    return Sent(post["id"], str(post.get("url") or ""))


MASTODON = register(Mastodon())
