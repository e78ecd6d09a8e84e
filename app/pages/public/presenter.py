"""A page as its templates see it: where things lead, which pictures they are, what their words are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from app.blocks import embed_blocks, interactive_blocks, link_blocks
from app.blocks.kind import Way
from app.kernel import i18n, linked_data, site
from app.links.known_sites import SITES
from app.links.site_icon import tile
from app.pages.block import Block
from app.pages.content import SOCIALS, Content, way_key
from app.pages.public import markdown
from app.pages.public.event_time import Occasion
from app.pages.public.icon_sprite import Icons
from app.pages.theme import stylesheet
from app.pages.theme.shades import Shades
from app.qr.design import Design
from app.qr.render.drawing import draw
from app.qr.render.matrix import matrix
from app.qr.render.svg import svg
from app.web import assets

if TYPE_CHECKING:
    from app.media.models import Media
    from app.media.picture_files import Source

WIDE = 960  # what a browser gets that knows no sizes

BADGES = {key: site.icon for key, site in SITES.items()} | {"website": "world", "email": "mail"}
PLAIN = Design(pattern="square", corners="square", dark="#111111")


class Shown(NamedTuple):
    """A picture as a `<picture>` has it: for browsers of each kind, and for the others."""

    src: str
    sources: tuple[Source, ...]
    width: int
    height: int


@dataclass(frozen=True)
class Show:
    """`at` is the page's path on its own host, `url` its whole address; `codes` are empty in a preview."""

    content: Content
    codes: Mapping[str, str]
    media: Mapping[str, Media]
    slug: str
    now: datetime
    preview: bool = False

    @cached_property
    def icons(self) -> Icons:
        return Icons()

    @property
    def at(self) -> str:
        return f"/{self.slug}"

    @property
    def url(self) -> str:
        return site.url("public", self.at)

    @property
    def shown(self) -> str:
        """The page's address as people read it."""
        return f"{site.current().host('public')}{self.at}"

    @property
    def home(self) -> str:
        return site.url("marketing")

    @property
    def report(self) -> str:
        """Where a visitor tells the operator of a page."""
        return f"/report?page={quote(self.slug)}"

    @property
    def sent_by_whatsapp(self) -> str:
        return f"https://wa.me/?text={quote(f'{self.content.name} {self.url}', safe='')}"

    @property
    def font(self) -> str:
        return stylesheet.font_url(self.content.theme)

    @cached_property
    def shades(self) -> Shades:
        return self.content.theme.shades(self.content.theme.sides[0])

    @property
    def profiles(self) -> list[str]:
        """The addresses of the same person elsewhere."""
        return [way.url for key, way in self.content.ways() if key.startswith(f"{SOCIALS}.")]

    def asset(self, path: str) -> str:
        return assets.url(path)

    def icon(self, name: str) -> str:
        return self.icons.use(name)

    def symbols(self) -> Markup:
        return self.icons.symbols()

    def href(self, block: Block, way: Way) -> str:
        """Through the link underneath, so that it is counted; straight there in a preview."""
        return self._by_code(way_key(block.id, way), way.url)

    def profile(self, block: str, at: int, line: Mapping[str, str]) -> str:
        """Where one of the social icons leads."""
        if line["network"] == "email":
            return f"mailto:{line['account']}"
        return self._by_code(f"{block}.{at}-{line['network']}", line["account"])

    def _by_code(self, key: str, url: str) -> str:
        code = self.codes.get(key)
        return f"/{code}" if code else url

    def network(self, key: str) -> str:
        return i18n.gettext(link_blocks.network(key))

    def badge(self, network: str) -> str:
        """The icon of a network."""
        return BADGES[network]

    def mark(self, url: str) -> str:
        """The icon of the service an address belongs to."""
        return tile(url).icon or "link"

    def host(self, url: str) -> str:
        return link_blocks.host(url)

    def picture(self, id: str) -> Shown | None:
        """A picture, if it is still there."""
        found = self.media.get(id) if id else None
        return Shown(found.src(WIDE), tuple(found.sources), found.width, found.height) if found else None

    def words(self, text: str) -> Markup:
        return markdown.html(text)

    def player(self, block: Block) -> embed_blocks.Player:
        return embed_blocks.player(block.kind, block.given)

    def occasion(self, block: Block) -> Occasion:
        return Occasion.of(block.given, self.now)

    def amounts(self, block: Block) -> list[int]:
        return interactive_blocks.amounts(block.given)

    def rupiah(self, amount: int | str) -> str:
        """Money as people write it: `Rp75.000`."""
        return f"Rp{i18n.number(int(amount))}"

    def code(self, text: str, title: str) -> Markup:
        """A QR code as SVG; `title` is read out."""
        return Markup(_code(text, title))  # noqa: S704 - our own drawing, which escapes the one text in it

    @property
    def data(self) -> Markup:
        """Who this is, for search engines: a block of data, which no browser runs (schema.org/ProfilePage)."""
        content = self.content
        who = {"@type": "Person", "name": content.name, "description": content.bio, "url": self.url,
               "image": self.absolute(content.avatar), "sameAs": self.profiles}
        said = {"@type": "ProfilePage", "url": self.url,
                "inLanguage": content.language, "mainEntity": {key: value for key, value in who.items() if value}}
        return linked_data.block(said)

    def absolute(self, id: str) -> str:
        """The whole address of a picture, or nothing."""
        found = self.picture(id)
        return site.url("public", found.src) if found else ""


@lru_cache(512)
def _code(text: str, title: str) -> str:
    return svg(draw(matrix(text, "m"), PLAIN), title=title)
