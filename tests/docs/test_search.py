"""Search finds what people look for, in their language, and says so when there is nothing."""

import html
import re

import pytest
from markupsafe import Markup

from app.docs.doc_page import DocPage
from app.docs.search import MAX_QUERY_LENGTH, split_page
from app.kernel import i18n
from tests.client import Browser
from tests.docs.site import ids, source

HITS = re.compile(r'<li>\s*<a href="([^"]+)">(.*?)</a>.*?<p>(.*?)</p>\s*</li>', re.DOTALL)


async def hits(visitor: Browser, language: str, question: str) -> list[tuple[str, str, str]]:
    """Where each result leads, what it is called, and its excerpt."""
    text = await source(visitor, language, f"/docs/search?q={question}")
    return HITS.findall(text[text.index("<main") :])


@pytest.mark.parametrize(
    ("language", "question", "first"),
    [
        ("en", "quiet zone", "/docs/print-sizes#quiet-zone"),
        ("id", "zona hening", "/docs/print-sizes#quiet-zone"),
        ("id", "Zona Tenang", "/docs/print-sizes#quiet-zone"),
        ("en", "SLUG_ALREADY_EXISTS", "/docs/errors#SLUG_ALREADY_EXISTS"),
        ("id", "KLIQS_TRUSTED_HOPS", "/docs/settings#KLIQS_TRUSTED_HOPS"),
        ("en", "backup", "/docs/backup"),
        ("id", "/qr-codes/{id}/image", "/docs/api/qr-codes#qrCodeImage"),
        ("en", "caddy", "/docs/proxy#caddy"),
        ("en", "undo the last change", "/docs/api/pages#undoChange"),
        ("id", "bot whatsapp", "/docs/whatsapp-bot"),
        ("en", "kliqs geoip install", "/docs/commands#kliqs-geoip-install"),
    ],
)
async def test_the_best_answer_comes_first(visitor: Browser, language: str, question: str, first: str) -> None:
    assert (await hits(visitor, language, question))[0][0] == first


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_every_result_leads_to_a_place_that_exists(visitor: Browser, language: str) -> None:
    results = await hits(visitor, language, "qr")

    assert 1 < len(results) <= 20
    for address, _, _ in results:
        path, _, anchor = address.partition("#")
        assert not anchor or anchor in ids(await source(visitor, language, path))


async def test_an_excerpt_marks_the_words(visitor: Browser) -> None:
    excerpt = (await hits(visitor, "en", "notify"))[0][2]
    assert "<mark>notify</mark>" in excerpt.casefold()


async def test_nothing_and_no_question_have_words_of_their_own(visitor: Browser) -> None:
    nothing = await source(visitor, "en", "/docs/search?q=xylophone")
    empty = await source(visitor, "en", "/docs/search?q=%20")

    assert "Nothing has all of these words" in nothing
    assert 'value="xylophone"' in nothing
    assert "What are you looking for?" in empty


async def test_what_is_asked_is_shown_as_text(visitor: Browser) -> None:
    text = await source(visitor, "en", "/docs/search?q=%3Cscript%3E%22" + "a" * 500)

    assert "<script>" not in text
    assert html.escape('<script>"') in text.replace("&#34;", "&quot;")
    assert "a" * (MAX_QUERY_LENGTH + 1) not in text[text.index("<main") : text.index("</main")]
    assert '<meta name="robots" content="noindex">' in text


def test_a_page_is_cut_where_one_can_be_led_to() -> None:
    page = DocPage(
        "a",
        "Title",
        "Sum.",
        Markup(
            '<p>One</p><h2 id="b"><a href="#b">Two</a></h2><p>three<wbr>four</p>'
            '<table><tr><td>x</td></tr><tr id="C"><td>y</td><td><code>N_<wbr>M</code> z</td></tr></table>'
        ),
        [],
    )

    assert [(part.anchor, part.heading, part.text) for part in split_page(page)] == [
        ("", "", "Sum. One"),
        ("b", "Two", "threefour x"),
        ("C", "N_M", "y N_M z"),
    ]


async def test_a_word_counts_more_than_the_same_letters_inside_another(visitor: Browser) -> None:
    """`tag` stands in Instagram and in ETag too."""
    first = (await hits(visitor, "id", "tag"))[0]

    assert re.search(r"(?<!\w)<mark>tag", first[2], re.IGNORECASE)
    assert "Ins<mark>" not in first[2]
