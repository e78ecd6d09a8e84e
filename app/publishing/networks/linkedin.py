"""LinkedIn: posts of a person, and of company pages where LinkedIn has approved the app (learn.microsoft.com)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from app.kernel import installation
from app.kernel.refusal import N_
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import CannotLook, OutcomeUnknown, TemporaryFailure
from app.publishing.networks.json_calls import PUBLISH_UNANSWERED, call_json
from app.publishing.networks.linkedin_api import (
    PAGE_SCOPES,
    api_url,
    call_versioned_api,
    error_of_refusal,
    pages_of,
    upload,
)
from app.publishing.networks.linkedin_text import escape, escaped_length, unescape
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
from app.publishing.networks.oauth_table import OauthTable, Pkce
from app.publishing.networks.post_content import GIF, PostContent
from app.publishing.networks.registry import register

MB = 1024 * 1024
PERSON_SCOPES = ("openid", "profile", "w_member_social")
MOST_PIXELS = 36_152_320
SHORTEST_VIDEO = 75_000  # bytes


class LinkedIn(Network):
    """The adapter of LinkedIn. Comments need a permission that it grants to approved apps alone: there is no reply."""

    name, label, icon = "linkedin", "LinkedIn", "brand-linkedin"
    text_rules = TextRules(3000, escaped_length)
    media_rules = MediaRules(
        most_images=20,
        most_videos=1,
        most_gifs=1,
        video_types=frozenset({"video/mp4"}),
        image_bytes=5 * MB,
        gif_bytes=5 * MB,
        video_bytes=500 * MB,
        shortest=3,
        longest=1800,
        most_alt=4086,
    )
    limits = (RateLimit("posts", 100, 86_400),)
    options = (
        Option(
            "visibility",
            N_("Who can see it"),
            "choice",
            (Choice("PUBLIC", N_("Everyone")), Choice("CONNECTIONS", N_("Your contacts only"))),
            explains=N_("Without an answer, everyone. Posts of a company page are for everyone."),
        ),
        Option("link_card", N_("Show the first address as a card"), explains=N_("Only in posts without files.")),
    )
    home_url, compose_url = "https://www.linkedin.com", "https://www.linkedin.com/feed/?shareActive=true"

    def configured(self) -> bool:
        """Whether the operator has set up an app and left the network on."""
        config = installation.current().config
        return config.linkedin and bool(config.linkedin_client_id)

    async def oauth(self, server: str = "") -> OauthTable:
        """The manners of LinkedIn: no PKCE for apps with a secret; refresh tokens are for chosen partners alone."""
        config = installation.current().config
        url = f"{config.linkedin_authorize_url}/oauth/v2"
        return OauthTable(
            f"{url}/authorization",
            f"{url}/accessToken",
            config.linkedin_client_id,
            config.linkedin_client_secret,
            scopes=PERSON_SCOPES + (PAGE_SCOPES if config.linkedin_organizations else ()),
            needed_scopes=("w_member_social",),
            pkce=Pkce.NONE,
            refreshable=False,
            revoke_url=f"{url}/revoke",
        )

    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> Sequence[NetworkAccount]:
        """The person, and the pages that they administer where that was granted."""
        user = (await call_json(client, "GET", api_url("/v2/userinfo"), error_of_refusal)).json
        if not isinstance(user.get("sub"), str):
            raise TemporaryFailure("network_answer", code="no sub")
        name, permissions = str(user.get("name") or ""), (await self.oauth()).permissions(grant.scopes)
        picture, urn = str(user.get("picture") or ""), f"urn:li:person:{user['sub']}"
        person = NetworkAccount(user["sub"], name, name, picture, details={"author": urn}, **permissions)
        return [person, *(await pages_of(client, grant.scopes) if "rw_organization_admin" in grant.scopes else [])]

    def problems(self, content: PostContent, target: Target) -> list[ContentProblem]:
        """Files that LinkedIn would refuse: a GIF beside others, pictures of too many pixels, videos that are tiny."""
        says = []
        if len(content.media) > 1 and any(file.kind == GIF for file in content.media):
            says.append(N_("LinkedIn takes a GIF only as the one file of a post."))
        if any(file.width * file.height >= MOST_PIXELS for file in content.images):
            says.append(N_("LinkedIn takes pictures of less than 36 million pixels. Make this one smaller."))
        if any(file.size < SHORTEST_VIDEO for file in content.videos):
            says.append(N_("LinkedIn takes videos of 75 kB and more."))
        return [ContentProblem("media", sentence) for sentence in says]

    async def prepare(self, client: NetworkClient, target: Target, content: PostContent, progress: Progress) -> None:
        """Uploads the files and waits until LinkedIn has processed them. Raises: NotReady."""
        files = await progress.begin_uploads(content)
        for file in content.media:
            await upload(client, target.details["author"], file, files.setdefault(file.id, {}), progress)

    async def send(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent:
        """Publishes the post; its id is in a header."""
        body = _body(content, target, progress)
        reply = await call_versioned_api(client, "POST", "posts", json=body, sending=True)
        urn = reply.headers.get("x-restli-id", "")
        if not urn.startswith("urn:li:"):
            raise OutcomeUnknown(PUBLISH_UNANSWERED, code="no x-restli-id", status=reply.status)
        return _sent(urn)

    async def find(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent | None:
        """Looks among the newest posts of a page; those of a person may only be read by chosen partners."""
        if not target.details.get("may_look"):
            raise CannotLook
        since = posted_since(progress) * 1000  # milliseconds
        query = {"q": "author", "author": target.details["author"], "count": "50", "sortBy": "CREATED"}
        posts = (
            await call_versioned_api(client, "GET", "posts", query=query, headers={"X-RestLi-Method": "FINDER"})
        ).json
        if not isinstance(posts.get("elements"), list):
            raise TemporaryFailure("network_answer", code="no elements")
        for post in posts["elements"]:
            text = unescape(str(post.get("commentary", "")))
            if post.get("createdAt", 0) >= since and text.split() == content.text.split():
                return _sent(str(post["id"]))
        return None


def _body(content: PostContent, target: Target, progress: Mapping[str, Any]) -> JsonObject:
    """Returns the post as the Posts API takes it."""
    page = target.details["author"].startswith("urn:li:organization:")
    files = [
        {"id": progress["files"][file.id]["urn"]} | ({"altText": file.alt} if file.alt else {})
        for file in content.media
    ]
    body: JsonObject = {
        "author": target.details["author"],
        "commentary": escape(content.text),
        "visibility": "PUBLIC" if page else content.options.get("visibility") or "PUBLIC",
        "distribution": {"feedDistribution": "MAIN_FEED", "targetEntities": [], "thirdPartyDistributionChannels": []},
        "lifecycleState": "PUBLISHED",
        "isReshareDisabledByAuthor": False,
    }
    if files:
        body["content"] = {"media": files[0]} if len(files) == 1 else {"multiImage": {"images": files}}
    elif content.link and content.options.get("link_card"):
        body["content"] = {"article": {"source": content.link, "title": urlsplit(content.link).netloc}}
    return body


def _sent(urn: str) -> Sent:
    """Returns a published post."""
    return Sent(urn, f"https://www.linkedin.com/feed/update/{urn}/")


LINKEDIN = register(LinkedIn())
