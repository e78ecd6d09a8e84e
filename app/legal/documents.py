"""The legal pages: their texts, the tables between their sections, and their digests.

What is between `[if payments]` or `[if no payments]` and `[end]` is shown only where the operator takes payments, or
only where they do not. A digest covers both, so that a version of a document does not depend on settings.
"""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from app.kernel import i18n
from app.kernel.markdown_articles import Article, read_article
from app.kernel.refusal import N_
from app.legal.cookies import COOKIES
from app.legal.inventory import ROWS
from app.payments.plan_schedule import GRACE

TEXTS = Path(__file__).parent / "texts"
TITLES = {
    "privacy": N_("Privacy policy"),
    "terms": N_("Terms"),
    "cookies": N_("Cookies"),
    "acceptable-use": N_("Acceptable use"),
    "processors": N_("Processors"),
}
INTERNAL_LINK = re.compile(r'href="(/[a-z-]+)"')
PLACE = re.compile(r"<p>\[(operator|inventory|cookies|processors)\]</p>\n?")
CONDITION = re.compile(r"<p>\[if (no )?payments\]</p>\n(.*?)<p>\[end\]</p>\n?", re.DOTALL)


class Part(NamedTuple):
    """A piece of a page, and the name of the table that follows it (`inventory`); empty after the last piece."""

    html: Markup
    table: str


@cache
def read_document(
    name: str, language: str, language_query: str = "", *, payments: bool = False
) -> tuple[Article, list[Part]]:
    """Returns a legal page in a language, whole and in parts; `payments`: whether the operator takes any.

    `language_query` (`?lang=en` or empty) is appended to its links. What does not apply is left out of the parts and
    of the headings.
    """
    article = read_article(TEXTS / language / f"{name}.md", policy_numbers())
    html = CONDITION.sub(lambda match: "" if payments is bool(match[1]) else match[2], str(article.html))
    shown = [heading for heading in article.headings if not heading.anchor or f'id="{heading.anchor}"' in html]
    pieces = [*PLACE.split(INTERNAL_LINK.sub(rf'href="\1{language_query}"', html)), ""]
    parts = [Part(Markup(html), table) for html, table in zip(pieces[::2], pieces[1::2], strict=True)]  # noqa: S704
    return article._replace(headings=shown), parts


def policy_numbers() -> dict[str, str]:
    """Returns the numbers that the texts may mention, by name (`sessions_days`), from the code that enforces them."""
    numbers = {f"{row.key}_{name}": str(value) for row in ROWS for name, value in row.facts.items()}
    return {**numbers, "plan_periods_grace": str(GRACE.days)}


def document_digest(name: str) -> str:
    """Returns twelve characters that change with any word of a page in any language, its tables' words included."""
    texts = [(TEXTS / language / f"{name}.md").read_text(encoding="utf-8") for language in i18n.LANGUAGES]
    if name == "privacy":
        texts += [
            f"{row.what} {row.why} {row.kept} {row.seen_by} {row.ground} {sorted(row.facts.items())}" for row in ROWS
        ]
    if name == "cookies":
        texts += [str(tuple(cookie)) for cookie in COOKIES]
    return sha256("\0".join(texts).encode()).hexdigest()[:12]
