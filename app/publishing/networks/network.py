"""The contract of a network's adapter: everything the rest of Kliqs knows about a social network.

An adapter is one module with one instance of a subclass of Network, registered in registry.py. It keeps no state and
touches no table; what must survive a crash between two calls is written into `Progress`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.kernel import clock
from app.kernel.text import storable
from app.publishing.networks.errors import CannotLook
from app.publishing.networks.grant import Grant as Grant

if TYPE_CHECKING:
    from app.publishing.networks.client import NetworkClient
    from app.publishing.networks.oauth_table import OauthTable
    from app.publishing.networks.post_content import PostContent

JsonObject = dict[str, Any]
CLOCK_SKEW = 600  # seconds by which the clock of a network may differ from ours
KEEP, REPLY, STRIP = "keep", "reply", "strip"  # what becomes of addresses in a text
NO_LINKS = "no_links"  # the name of the switch that leaves them out


@dataclass(frozen=True, slots=True)
class NetworkAccount:
    """An account at a network that may be connected: a person, a page or an organisation.

    `details` is what the adapter needs at every call and is no secret, such as the URN of an author. `grant` is set
    where the account has tokens of its own (a Facebook page). `missing` are requested scopes that were not granted;
    `may_publish` is False when one of them is needed to publish.
    """

    external_id: str
    username: str
    display_name: str = ""
    picture_url: str = field(default="", repr=False)
    kind: str = "person"
    details: Mapping[str, Any] = field(default_factory=dict)
    grant: Grant | None = field(default=None, repr=False)
    missing: tuple[str, ...] = ()
    may_publish: bool = True

    def __post_init__(self) -> None:
        """Leaves out of the names what no database can store."""
        for name in ("username", "display_name"):
            object.__setattr__(self, name, storable(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Target:
    """The connection that a call is for: its id at the network, its details and the host of its server (Mastodon)."""

    external_id: str
    details: Mapping[str, Any] = field(default_factory=dict)
    server: str = ""


@dataclass(slots=True)
class Progress:
    """What `prepare` has done so far, kept across crashes: ids at the network, upload addresses, offsets.

    `values` is a JSON object of the adapter's own, empty again once the post was changed. `save` stores it; call it
    after each step that need not be repeated.
    `uploaded` and `total` are bytes, for the progress bar.
    """

    values: JsonObject
    save: Callable[[], Awaitable[None]]
    uploaded: int = 0
    total: int = 0

    async def begin_uploads(self, content: PostContent) -> JsonObject:
        """Begins to upload the files of a post, or goes on with it; returns what was kept for each file, by its id.

        Keeps in `values` as `since` when that was done first, in seconds of Unix time, for `find`.
        """
        self.values.setdefault("since", int(clock.now().timestamp()))
        files: JsonObject = self.values.setdefault("files", {})
        self.total, self.uploaded = sum(file.size for file in content.media), 0
        await self.save()
        return files


def posted_since(progress: Mapping[str, Any]) -> int:
    """Returns from when on a post that we sent may be at the network, in seconds of Unix time by any of its clocks.

    `progress` are the values that `begin_uploads` filled. Raises: CannotLook, where it did not.
    """
    if "since" not in progress:
        raise CannotLook
    return int(progress["since"]) - CLOCK_SKEW


@dataclass(frozen=True, slots=True)
class Sent:
    """The network's answer to the one call that publishes.

    `external_id` is the id of the post, or of the network's own job while `published` is False. `permalink` is empty
    until it is known.
    """

    external_id: str
    permalink: str = ""
    published: bool = True


@dataclass(frozen=True, slots=True)
class TextRules:
    """How long the text may be, counted by `count` as the network counts; `most_title` where a title is apart."""

    most: int
    count: Callable[[str], int] = len


@dataclass(frozen=True, slots=True)
class MediaRules:
    """Which files a post may have. Sizes are bytes, lengths seconds, 0 for no bound of that kind.

    `needed`: a post without any file is impossible. `mixed`: pictures and videos may stand in one post.
    `fetches` are the kinds of files that the network fetches by their address (IMAGE, VIDEO, GIF of content.py), so
    that the installation must be reachable from outside.
    """

    most_images: int = 0
    most_videos: int = 0
    most_gifs: int = 0
    mixed: bool = False
    needed: bool = False
    image_types: frozenset[str] = frozenset({"image/jpeg", "image/png"})
    video_types: frozenset[str] = frozenset({"video/mp4", "video/quicktime"})
    image_bytes: int = 0
    gif_bytes: int = 0
    video_bytes: int = 0
    shortest: float = 0
    longest: float = 0
    most_alt: int = 0
    fetches: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RateLimit:
    """At most `most` posts in `seconds`, for each connection, or with `app` for all connections together.

    `units` of a limit are counted before the fence in one table (app/publishing/delivery/network_use.py).
    """

    name: str
    most: int
    seconds: int
    app: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer of a question with choices: the value that is stored and its label (English, to be translated)."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Option:
    """A question that the network asks about every post, such as who may see it.

    `kind` is `choice` or `switch`. A choice that is `required` has no default: publishing waits for the answer.
    `choices` may depend on the connection: they are then read from its details under `choices_key`. A switch cannot be
    turned on where the connection's details are true under `disabled_key`. One `of_links` is ours, not the network's:
    it says what becomes of addresses.
    """

    name: str
    label: str
    kind: str = "switch"
    choices: tuple[Choice, ...] = ()
    required: bool = False
    explains: str = ""
    choices_key: str = ""
    disabled_key: str = ""
    of_links: bool = False


@dataclass(frozen=True, slots=True)
class ContentProblem:
    """Why a post cannot be published as it is, and the field that has to change: `text`, `media`, `options.<name>`.

    `says` is English, to be translated, with %(name)s placeholders for `facts`.
    """

    field_name: str
    says: str
    facts: Mapping[str, Any] = field(default_factory=dict)


class Network(ABC):
    """A social network. The methods that talk to it raise the errors of errors.py.

    `name` is part of addresses and rows; `label` its own name; `icon` a name in the sprite. `short_links` is whether
    addresses in texts become short links by default. `has_reply` is whether a first comment or the next post of a
    thread can be published with a post. `adds_nothing`: the network forbids that a tool adds anything to the text.
    `statement` is what it wants people to read above the button, English, to be translated, or empty.
    """

    name: str
    label: str
    icon: str
    text_rules: TextRules
    media_rules: MediaRules
    limits: tuple[RateLimit, ...] = ()
    options: tuple[Option, ...] = ()
    short_links: bool = True
    has_reply: bool = False
    adds_nothing: bool = False
    statement: str = ""
    needs_server: bool = False
    home_url: str = ""
    compose_url: str = ""

    @abstractmethod
    def configured(self) -> bool:
        """Whether the operator has set up an app at this network."""

    @abstractmethod
    async def oauth(self, server: str = "") -> OauthTable:
        """The URLs, scopes and peculiarities of its OAuth 2.0.

        Raises: NetworkError, when the server at which our app must be registered first does not answer.
        """

    @abstractmethod
    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> Sequence[NetworkAccount]:
        """The accounts that somebody who just granted something may connect, usually one."""

    async def refresh_details(self, client: NetworkClient, target: Target) -> JsonObject:
        """Details that may change, read before the composer opens and hourly at most; by default those there are."""
        return dict(target.details)

    def links_at_first(self) -> str:
        """What a new post does with addresses: KEEP, REPLY (into the first reply) or STRIP, as the operator wants."""
        return KEEP

    def most_text(self, details: Mapping[str, Any]) -> int:
        """How long a text may be for a connection with these details, where its server says that, or else the rule."""
        most = details.get("most_text")
        return most if isinstance(most, int) and most > 0 else self.text_rules.most

    def problems(self, content: PostContent, target: Target) -> list[ContentProblem]:
        """What the network would refuse, beyond TextRules, MediaRules and required options."""
        return []

    async def prepare(self, client: NetworkClient, target: Target, content: PostContent, progress: Progress) -> None:
        """Uploads files and waits until they are processed. May be repeated, publishes nothing. Raises: NotReady."""
        return  # a network without files has nothing to prepare

    @abstractmethod
    async def send(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent:
        """Makes the one call that publishes. Raises: OutcomeUnknown when no answer says what became of it."""

    async def confirm(self, client: NetworkClient, target: Target, sent: Sent) -> Sent:
        """Reads what became of a post that was sent. Raises: NotReady, PostRefused."""
        return sent

    async def send_reply(self, client: NetworkClient, target: Target, content: PostContent, sent: Sent) -> Sent:
        """Publishes the first comment of a published post, where `has_reply`; behind a fence of its own."""
        raise NotImplementedError

    async def find(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent | None:
        """Looks for a post whose outcome is unknown; None when it is surely not there. Raises: CannotLook."""
        raise CannotLook

    async def revoke(self, client: NetworkClient, grant: Grant, server: str = "") -> None:
        """Takes the tokens back at the network; a token that is invalid already counts as revoked.

        By default each token is taken back at `revoke_url` of the table (RFC 7009). Raises: TemporaryFailure.
        """
        from app.publishing.networks import oauth_client

        table = await self.oauth(server)
        for token in filter(None, (grant.refresh_token, grant.access_token)):
            await oauth_client.revoke(table, token)
