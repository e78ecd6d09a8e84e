"""One page of the documentation, ready to be shown or searched: a guide or a sheet, in the reader's language."""

import re
from typing import Any, NamedTuple

from markupsafe import Markup
from quart import render_template

from app.docs import catalogue, guides, reference
from app.kernel import i18n

HEADING = re.compile(r'<(h[23]) id="([^"]+)">(.*?)</\1>', re.DOTALL)
CODE = re.compile(r'(<div class="code"><pre tabindex=0><code[^>]*>)(.*?)(</code></pre>\n?)</div>', re.DOTALL)
PLACE = "a place for the code"


class Section(NamedTuple):
    """A heading that can be led to; `level` is 2 or 3."""

    level: int
    anchor: str
    title: str


class Leaf(NamedTuple):
    """`html` is everything below the title and the summary."""

    slug: str
    title: str
    summary: str
    html: Markup
    sections: list[Section]


async def leaf(slug: str) -> Leaf:
    """The page of a slug of the shelf."""
    if slug in catalogue.SHEETS:
        sheet = catalogue.SHEETS[slug]
        html = await _rendered(sheet)
        return Leaf(slug, i18n.gettext(sheet.title), i18n.gettext(sheet.summary), _linked(html), _sections(html))
    found = guides.guide(slug)
    html = await _copied(found.html)
    return Leaf(slug, found.title, found.summary, _linked(html), _sections(html))


def title(slug: str) -> str:
    """What a page of the shelf is called, in the reader's language."""
    return i18n.gettext(catalogue.SHEETS[slug].title) if slug in catalogue.SHEETS else guides.title(slug)


async def _rendered(sheet: catalogue.Sheet) -> str:
    given: dict[str, Any] = reference.tables() | {"entries": reference.entries(sheet.operations)}
    return "".join([await render_template(part, **given) for part in sheet.parts])


async def _copied(html: str) -> str:
    """Each piece of code with a button that copies it."""
    button = await render_template("docs/_copy.html", text=PLACE)
    return CODE.sub(lambda code: f"{code[1]}{code[2]}{code[3]}{button.replace(PLACE, code[2].rstrip())}</div>", html)


def _sections(html: str) -> list[Section]:
    return [Section(int(tag[1]), anchor, Markup(words).striptags())  # noqa: S704 - our own words
            for tag, anchor, words in HEADING.findall(html)]


def _linked(html: str) -> Markup:
    """Every heading is a link to itself, so that its address can be copied."""
    return Markup(HEADING.sub(r'<\1 id="\2"><a class="docs__anchor" href="#\2">\3</a></\1>', html))  # noqa: S704
