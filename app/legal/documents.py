"""The legal pages: their texts, the tables between their sections, and what is new in which version."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from app.kernel import i18n
from app.kernel.markdown_articles import Article, read
from app.kernel.refusal import N_
from app.legal.cookies import COOKIES
from app.legal.inventory import ROWS

TEXTS = Path(__file__).parent / "texts"
TITLES = {
    "privacy": N_("Privacy policy"), "terms": N_("Terms"), "cookies": N_("Cookies"),
    "acceptable-use": N_("Acceptable use"), "processors": N_("Processors"),
}
OURS = re.compile(r'href="(/[a-z-]+)"')
PLACE = re.compile(r"<p>\[(operator|inventory|cookies|processors)\]</p>\n?")


class Part(NamedTuple):
    """A piece of a page, and the table that comes behind it (`inventory`); the last piece has none."""

    html: Markup
    table: str


@cache
def document(name: str, language: str, tongue: str = "") -> tuple[Article, list[Part]]:
    """A legal page in a language, whole and in its parts; `tongue` (`?lang=en`) goes on to the pages it leads to."""
    article = read(TEXTS / language / f"{name}.md", numbers())
    html = str(article.html)  # markup would escape what is put into it
    pieces = [*PLACE.split(OURS.sub(rf'href="\1{tongue}"', html)), ""]
    parts = [Part(Markup(html), table) for html, table in zip(pieces[::2], pieces[1::2], strict=True)]  # noqa: S704
    return article, parts


def numbers() -> dict[str, str]:
    """What the texts may say in numbers, from the code that enforces them: `sessions_days`."""
    return {f"{row.key}_{name}": str(value) for row in ROWS for name, value in row.facts.items()}


def digest(name: str) -> str:
    """Twelve characters that change with any word of a page, in any language; the tables' words are of it too."""
    said = [(TEXTS / language / f"{name}.md").read_text(encoding="utf-8") for language in i18n.LANGUAGES]
    if name == "privacy":
        said += [f"{row.what} {row.why} {row.kept} {row.seen_by} {row.ground} {sorted(row.facts.items())}"
                 for row in ROWS]
    if name == "cookies":
        said += [str(tuple(cookie)) for cookie in COOKIES]
    return sha256("\0".join(said).encode()).hexdigest()[:12]
