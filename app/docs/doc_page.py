"""One page of the documentation, rendered in the reader's language: a guide or a reference page."""

import asyncio
import re
from typing import Any, NamedTuple

from markupsafe import Markup

from app.docs import catalogue, guides, reference_pages
from app.kernel import i18n
from app.web.templates import render_template

HEADING_ELEMENT = re.compile(r'<(h[23]) id="([^"]+)">(.*?)</\1>', re.DOTALL)
CODE_ELEMENT = re.compile(r'(<div class="code"><pre tabindex=0><code[^>]*>)(.*?)(</code></pre>\n?)</div>', re.DOTALL)
PAGE_LINK = re.compile(r'<a href="[^"]*/docs/([a-z/-]+)(?:#[^"]*)?">(.*?)</a>', re.DOTALL)
CODE_PLACEHOLDER = "a place for the code"


class Heading(NamedTuple):
    """A heading of a page; `level` is 2 or 3, `anchor` is the id of its element."""

    level: int
    anchor: str
    title: str


class DocPage(NamedTuple):
    """A rendered page; `html` is everything below its title and summary."""

    slug: str
    title: str
    summary: str
    html: Markup
    sections: list[Heading]


async def render_page(slug: str) -> DocPage:
    """Renders the page with this slug of the catalogue."""
    if slug in catalogue.REFERENCE_PAGES:
        page = catalogue.REFERENCE_PAGES[slug]
        html = await _render_reference(page)
        return DocPage(
            slug, i18n.gettext(page.title), i18n.gettext(page.summary), _link_headings(html), _sections(html)
        )
    guide = await asyncio.to_thread(guides.read_guide, slug)
    html = await _add_copy_buttons(_without_hidden_links(guide.html))
    return DocPage(slug, guide.title, guide.summary, _link_headings(html), _sections(html))


def page_title(slug: str) -> str:
    """Returns a page's title in the reader's language."""
    return (
        i18n.gettext(catalogue.REFERENCE_PAGES[slug].title)
        if slug in catalogue.REFERENCE_PAGES
        else guides.guide_title(slug)
    )


async def _render_reference(page: catalogue.ReferencePage) -> str:
    """The HTML of a reference page."""
    context = await asyncio.to_thread(_reference_context, page)
    return "".join([await render_template(part, **context) for part in page.parts])


def _reference_context(page: catalogue.ReferencePage) -> dict[str, Any]:
    """What the templates of a reference page need."""
    return reference_pages.template_context() | {"entries": reference_pages.operation_entries(page.operations)}


def _without_hidden_links(html: str) -> str:
    """Replaces links to pages that this installation leaves out by their words."""
    hidden = catalogue.hidden_slugs()
    return PAGE_LINK.sub(lambda link: link[2] if link[1] in hidden else link[0], html) if hidden else html


async def _add_copy_buttons(html: str) -> str:
    """Adds a button that copies it to each block of code."""
    button = await render_template("docs/_copy.html", text=CODE_PLACEHOLDER)

    def add(code: re.Match[str]) -> str:
        return f"{code[1]}{code[2]}{code[3]}{button.replace(CODE_PLACEHOLDER, code[2].rstrip())}</div>"

    return CODE_ELEMENT.sub(add, html)


def _sections(html: str) -> list[Heading]:
    return [
        Heading(int(tag[1]), anchor, Markup(words).striptags())  # noqa: S704 - our own words
        for tag, anchor, words in HEADING_ELEMENT.findall(html)
    ]


def _link_headings(html: str) -> Markup:
    """Makes every heading a link to itself, so that readers can copy its URL."""
    return Markup(HEADING_ELEMENT.sub(r'<\1 id="\2"><a class="docs__anchor" href="#\2">\3</a></\1>', html))  # noqa: S704
