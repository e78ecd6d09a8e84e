"""The presenter of a page: the values that its templates read, such as URLs, pictures, icons and formatted texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from app.blocks import embed_blocks, interactive_blocks, link_blocks, post_blocks
from app.blocks.kind import Destination
from app.kernel import i18n, linked_data, site
from app.links.known_sites import SITES
from app.links.site_icon import site_icon
from app.pages.block import Block
from app.pages.content import SOCIALS, Content, destination_key
from app.pages.public import markdown
from app.pages.public.event_time import EventTime
from app.pages.public.icon_sprite import UsedIcons
from app.pages.theme import stylesheet
from app.pages.theme.shades import Shades
from app.qr.design import Design
from app.qr.render.drawing import draw_code
from app.qr.render.matrix import encode_matrix
from app.qr.render.svg import render_svg
from app.web import assets

if TYPE_CHECKING:
    from app.media.models import Media
    from app.media.picture_files import PictureSource
    from app.pages.public.latest_posts import LatestPost

FALLBACK_WIDTH = 960  # pixels of the picture for a browser without `srcset`

NETWORK_ICONS = {key: site.icon for key, site in SITES.items()} | {"website": "world", "email": "mail"}
QR_DESIGN = Design(pattern="square", corners="square", dark="#111111")


class PictureUrls(NamedTuple):
    """The URLs of a picture for a `<picture>` element: its sources, and the fallback `src`. Sizes are in pixels."""

    src: str
    sources: tuple[PictureSource, ...]
    width: int
    height: int


@dataclass(frozen=True)
class PagePresenter:
    """The presenter of a page at the moment `now`.

    `codes` are the short codes of its destinations by key, empty in a preview; `media` are its pictures by id.
    `takes_tips` says that its owner has connected a payment service for tips. `latest_posts` are those of the account.
    """

    content: Content
    codes: Mapping[str, str]
    media: Mapping[str, Media]
    slug: str
    now: datetime
    preview: bool = False
    takes_tips: bool = False
    latest_posts: Sequence[LatestPost] = ()

    @cached_property
    def icons(self) -> UsedIcons:
        """The icons that the page has used so far."""
        return UsedIcons()

    @property
    def path(self) -> str:
        """The path of the page on the public host."""
        return f"/{self.slug}"

    @property
    def url(self) -> str:
        """The full URL of the page."""
        return site.url("public", self.path)

    @property
    def display_url(self) -> str:
        """The URL of the page without the scheme, as it is displayed."""
        return f"{site.current().host('public')}{self.path}"

    @property
    def home_url(self) -> str:
        """The URL of the home page of Kliqs."""
        return site.url("marketing")

    @property
    def report_url(self) -> str:
        """The path of the form by which a visitor reports the page to the operator."""
        return f"/report?page={quote(self.slug)}"

    @property
    def whatsapp_share_url(self) -> str:
        """The URL that opens WhatsApp with the name and the URL of the page as a message."""
        return f"https://wa.me/?text={quote(f'{self.content.name} {self.url}', safe='')}"

    @property
    def font(self) -> str:
        """The path below `static` of the font file to preload, or empty."""
        return stylesheet.font_path(self.content.theme)

    @cached_property
    def shades(self) -> Shades:
        """The colours of the theme's default mode."""
        return self.content.theme.shades(self.content.theme.sides[0])

    @property
    def profiles(self) -> list[str]:
        """The URLs of the owner's profiles on other sites, from the social icons."""
        return [destination.url for key, destination in self.content.destinations() if key.startswith(f"{SOCIALS}.")]

    def asset(self, path: str) -> str:
        """The URL of a static file, with the hash of its content."""
        return assets.asset_url(path)

    def icon(self, name: str) -> str:
        """The id of an icon in the page, which is marked as used."""
        return self.icons.use(name)

    def symbols(self) -> Markup:
        """The `<svg>` with all icons that the page has used."""
        return self.icons.symbols()

    def href(self, block: Block, destination: Destination) -> str:
        """The URL for a destination: that of its tracked link, or in a preview the destination itself."""
        return self._tracked_url(destination_key(block.id, destination), destination.url)

    def profile_url(self, block: str, at: int, line: Mapping[str, str]) -> str:
        """The URL for the social icon at the index `at`, tracked unless it is an email address.

        `block` is the id of a block of social icons, or SOCIALS for those of the page.
        """
        if line["network"] == "email":
            return f"mailto:{line['account']}"
        return self._tracked_url(f"{block}.{at}-{line['network']}", line["account"])

    def _tracked_url(self, key: str, url: str) -> str:
        """The path of the tracked link with this key, or `url` when there is none."""
        code = self.codes.get(key)
        return f"/{code}" if code else url

    def network(self, key: str) -> str:
        """The translated label of a social network."""
        return i18n.gettext(link_blocks.network_label(key))

    def network_icon(self, network: str) -> str:
        """The name of the icon of a social network."""
        return NETWORK_ICONS[network]

    def site_icon(self, url: str) -> str:
        """The name of the icon of the site that a URL belongs to, or that of a link."""
        return site_icon(url).icon or "link"

    def host(self, url: str) -> str:
        """The host of a URL without `www.`."""
        return link_blocks.display_host(url)

    def picture(self, id: str) -> PictureUrls | None:
        """The picture with an id; None when it was deleted or the id is empty."""
        media = self.media.get(id) if id else None
        if media is None:
            return None
        return PictureUrls(media.src(FALLBACK_WIDTH), tuple(media.sources), media.width, media.height)

    def markdown_html(self, text: str) -> Markup:
        """The HTML of a text block's Markdown."""
        return markdown.render_markdown(text)

    def player(self, block: Block) -> embed_blocks.Player:
        """The embedded player of a video or music block."""
        return embed_blocks.player_of(block.kind, block.values)

    def event_time(self, block: Block) -> EventTime:
        """The time of an event block."""
        return EventTime.of(block.values, self.now)

    def amounts(self, block: Block) -> list[int]:
        """The amounts of a tip block in rupiah."""
        return interactive_blocks.tip_amounts(block.values)

    def posts(self, block: Block) -> Sequence[LatestPost]:
        """The posts that a block of the latest posts shows."""
        return self.latest_posts[: post_blocks.count_of(block.values)]

    def date(self, moment: datetime) -> str:
        """The day of a moment in its own time zone, in the language of the page."""
        return i18n.format_day(moment.date())

    def rupiah(self, amount: int | str) -> str:
        """An amount of money as it is displayed: `Rp75.000`."""
        return f"Rp{i18n.format_number(int(amount))}"

    def qr_svg(self, text: str, title: str) -> Markup:
        """A QR code of a text as SVG; `title` is its accessible name."""
        return Markup(_qr_svg(text, title))  # noqa: S704 - our own drawing, which escapes the one text in it

    @property
    def json_ld(self) -> Markup:
        """The structured data of the page for search engines, as JSON-LD (schema.org/ProfilePage)."""
        content = self.content
        person = {
            "@type": "Person",
            "name": content.name,
            "description": content.bio,
            "url": self.url,
            "image": self.absolute(content.avatar),
            "sameAs": self.profiles,
        }
        profile_page = {
            "@type": "ProfilePage",
            "url": self.url,
            "inLanguage": content.language,
            "mainEntity": {key: value for key, value in person.items() if value},
        }
        return linked_data.json_ld_script(profile_page)

    def absolute(self, id: str) -> str:
        """The full URL of a picture; empty when it does not exist."""
        picture = self.picture(id)
        return site.url("public", picture.src) if picture else ""


@lru_cache(512)
def _qr_svg(text: str, title: str) -> str:
    return render_svg(draw_code(encode_matrix(text, "m"), QR_DESIGN), title=title)
