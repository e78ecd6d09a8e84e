"""Networks that exist in tests only, with connections to them and posts for those."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.connections.connection import Connection
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.network import (
    Choice,
    Grant,
    MediaRules,
    Network,
    NetworkAccount,
    Option,
    RateLimit,
    Sent,
    Target,
    TextRules,
)
from app.publishing.networks.oauth_table import OauthTable
from app.publishing.networks.post_content import PostContent


def weighted(text: str) -> int:
    """Counts capitals double, so that a test sees who counts."""
    return len(text) + sum(char.isupper() for char in text)


class Plain(Network):
    """A network that asks nothing."""

    name, label, icon = "warung", "Warung", "world"
    text_rules = TextRules(100, weighted)
    media_rules = MediaRules(most_images=2, most_videos=1, image_bytes=1_000_000, longest=60, most_alt=20)
    limits: tuple[RateLimit, ...] = (RateLimit("day", 2, 86_400),)
    has_reply = True

    def configured(self) -> bool:
        return True

    async def oauth(self, server: str = "") -> OauthTable:
        return OauthTable("https://warung.example/allow", "https://warung.example/token", "id", "secret")

    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> Sequence[NetworkAccount]:
        return []

    async def send(self, client: NetworkClient, target: Target, content: PostContent, progress: Any) -> Sent:
        return Sent("1")


class Strict(Plain):
    """A network that forbids additions and asks who may see a post, as TikTok does."""

    name, label = "panggung", "Panggung"
    text_rules = TextRules(500)
    media_rules = MediaRules(most_videos=1, needed=True)
    limits = ()
    short_links, adds_nothing, has_reply = False, True, False
    options = (
        Option(
            "privacy",
            "Who can see it",
            "choice",
            (Choice("public", "Everyone"), Choice("private", "Only me")),
            required=True,
            choices_key="privacy_choices",
        ),
        Option("comments", "Others may comment"),
    )


async def connect(account: Account, network: str = "warung", username: str = "kopi", **columns: Any) -> Connection:
    """A connection of the account."""
    return await Connection.create(
        id=uuid4(),
        account=account,
        network=network,
        external_id=f"{username}-{uuid4().hex[:6]}",
        username=username,
        display_name=username.title(),
        created_at=clock.now(),
        **columns,
    )
