"""Builds the content of a variant for publication: text with short links, files in their order, and reply.

`prepare_content` creates the short links and is for publishing; `preview_content` writes nothing and is for previews.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.kernel.destination import clean_url
from app.kernel.refusal import Refusal
from app.links.utm.parameters import read_utm, set_utm
from app.publishing.files.ready_files import ready_media_files, require_media_files
from app.publishing.networks.network import NO_LINKS
from app.publishing.networks.post_content import MediaFile, PostContent
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts import short_links
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.urls_in_text import find_urls, remove_urls, replace_urls

MEDIUM = "social"


@dataclass(frozen=True, slots=True)
class Words:
    """The text and the reply of a variant, as somebody typed them or as they will be published."""

    text: str
    reply: str

    @property
    def addresses(self) -> list[str]:
        """The different addresses in both, in their order."""
        return list(dict.fromkeys([*find_urls(self.text), *find_urls(self.reply)]))

    def with_addresses(self, replacements: Mapping[str, str]) -> Words:
        """The same words with other addresses."""
        return Words(replace_urls(self.text, replacements), replace_urls(self.reply, replacements))


async def prepare_content(variant: PostVariant) -> PostContent:
    """Returns the content to publish for a variant, after creating its short links; repeated calls do no harm.

    Raises: Busy, when no short link could be created now, FileUnavailable, when a file is gone or not ready.
    """
    alts, post = await _alts(variant.post_id), await Post.get(id=variant.post_id)
    await variant.refresh_from_db(fields=["text", "media"])  # last: a save meanwhile gave it its own copies of both
    words = typed_words(variant, post)
    destinations = link_destinations(variant, post, words)
    if uses_short_links(variant, post) and destinations:
        unique = list(dict.fromkeys(destinations.values()))
        shorts = await short_links.make_short_urls(variant, unique, _title(post))
        destinations = {address: shorts[url] for address, url in destinations.items()}
    alts = _own_media(variant, alts)
    media = await require_media_files(variant.account_id, list(alts), alts, image_types=image_types(variant))
    return _content(variant, words.with_addresses(destinations), media)


async def preview_content(variant: PostVariant, post: Post, media: Sequence[MediaFile] | None = None) -> PostContent:
    """Returns what would be published for a variant, without making anything; new short links have placeholders.

    Files that are not ready are left out. `media` are those of the variant, if they were read already.
    """
    words = typed_words(variant, post)
    destinations = link_destinations(variant, post, words)
    if uses_short_links(variant, post) and destinations:
        existing = await short_links.existing_short_urls(variant.id)
        placeholder = short_links.placeholder_url()
        destinations = {address: existing.get(url, placeholder) for address, url in destinations.items()}
    if media is None:
        alts = await media_ids(variant)
        media = await ready_media_files(variant.account_id, list(alts), alts, image_types=image_types(variant))
    return _content(variant, words.with_addresses(destinations), media)


def typed_words(variant: PostVariant, post: Post) -> Words:
    """Returns the words of a variant as they were typed; its addresses are in the reply, or left out, as it wants."""
    text = post.text if variant.text is None else variant.text
    if variant.options.get(NO_LINKS):
        return Words(remove_urls(text), variant.reply)
    if not variant.link_in_reply or not (addresses := find_urls(text)):
        return Words(text, variant.reply)
    return Words(remove_urls(text), "\n".join(part for part in (variant.reply, *addresses) if part))


def uses_short_links(variant: PostVariant, post: Post) -> bool:
    """Whether addresses in the variant become short links: by its own setting, else by the network's default."""
    if variant.short_links is not None:
        return variant.short_links
    network = NETWORKS.get(variant.network)
    return post.short_links and network is not None and network.short_links


def link_destinations(variant: PostVariant, post: Post, words: Words) -> dict[str, str]:
    """Returns where each address in the words of a variant leads: itself, with UTM parameters if the post has them.

    An address that cannot be the destination of a link is left out and stays as it was typed. At a network that forbids
    additions the parameters are left out.
    """
    network = NETWORKS.get(variant.network)
    tagged = post.utm and not (network and network.adds_nothing)
    destinations = {}
    for address in words.addresses:
        try:
            url = clean_url(address)
            destinations[address] = clean_url(_with_utm(url, variant.network, post.campaign)) if tagged else url
        except Refusal:
            continue
    return destinations if tagged or uses_short_links(variant, post) else {}


async def media_ids(variant: PostVariant) -> dict[str, str]:
    """Returns the files of a variant in its own order, else in that of the post: alternative texts by id."""
    return _own_media(variant, await _alts(variant.post_id))


async def _alts(post_id: UUID) -> dict[str, str]:
    """Returns the alternative texts of the files of a post by their ids, in its order."""
    rows = await PostMedia.filter(post_id=post_id).order_by("position", "id")
    return {str(row.file_id): row.alt for row in rows}


def _own_media(variant: PostVariant, alts: dict[str, str]) -> dict[str, str]:
    """Returns the files of a variant among those of its post."""
    return alts if variant.media is None else {id: alts[id] for id in variant.media if id in alts}


def image_types(variant: PostVariant) -> frozenset[str]:
    """Returns the media types of pictures that the network of a variant takes."""
    network = NETWORKS.get(variant.network)
    return network.media_rules.image_types if network else frozenset()


def _content(variant: PostVariant, words: Words, media: Sequence[MediaFile]) -> PostContent:
    """Builds the content of a variant from its text, reply and files."""
    addresses = find_urls(words.text)
    return PostContent(
        key=str(variant.id),
        text=words.text,
        media=tuple(media),
        reply=words.reply,
        link=addresses[0] if addresses else "",
        options=variant.options,
    )


def _with_utm(url: str, network: str, campaign: str) -> str:
    """Returns an address with UTM parameters; those that somebody gave it are kept."""
    own = read_utm(url)
    wanted = {"source": network, "medium": MEDIUM, "campaign": campaign}
    return set_utm(url, {name: value for name, value in wanted.items() if value and not own[name]})


def _title(post: Post) -> str:
    """Returns the title of the links of a post: the first line of its text."""
    return post.text.strip().partition("\n")[0]
