"""A legal text changes only with a new version, says the same in both languages, and keeps every promise."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from app.accounts.document_versions import VERSIONS
from app.kernel import i18n
from app.legal.documents import PLACE, TEXTS, TITLES, document_digest, read_document
from app.legal.inventory import ROWS
from tests.legal.gateway_promises import GATEWAY_PROMISES
from tests.legal.payment_promises import PAYMENT_PROMISES
from tests.legal.promises import PROMISES, Promise
from tests.legal.publishing_promises import PUBLISHING_PROMISES
from tests.subtests import as_subtests


@pytest.mark.parametrize("name", VERSIONS)
def test_a_changed_text_has_a_new_version(name: str) -> None:
    newest = VERSIONS[name][0]
    assert newest.digest == document_digest(name), (
        f"The words of {name} changed. Put a new Version with today's date, what is new and the digest "
        f"{document_digest(name)!r} in front of the others in app/accounts/document_versions.py (before the first "
        f"release, or for a mere "
        "misspelling, replace the digest of the newest)."
    )


def test_versions_stand_newest_first_and_every_page_has_one() -> None:
    assert list(VERSIONS) == list(TITLES)
    for versions in VERSIONS.values():
        days = [version.on for version in versions]
        assert days == sorted(days, reverse=True) and len(set(days)) == len(days)


@pytest.mark.parametrize("payments", [True, False], ids=["payments", "no payments"])
@pytest.mark.parametrize("name", TITLES)
def test_both_languages_have_the_same_sections_and_tables(name: str, payments: bool) -> None:
    english, indonesian = (read_document(name, language, payments=payments) for language in ("en", "id"))
    assert [heading.anchor for heading in english[0].headings] == [heading.anchor for heading in indonesian[0].headings]
    assert "" not in {heading.anchor for heading in english[0].headings}
    assert [part.table for part in english[1]] == [part.table for part in indonesian[1]]
    assert english[0].title != indonesian[0].title
    assert anchors(name, "en") == anchors(name, "id")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", TITLES)
def test_what_a_text_says_only_with_payments_or_only_without_has_a_beginning_and_an_end(
    name: str, language: str
) -> None:
    source = (TEXTS / language / f"{name}.md").read_text(encoding="utf-8")
    assert source.count("[if ") == source.count("[end]") == len(re.findall(r"^\[if (?:no )?payments\]$", source, re.M))
    for payments in (True, False):
        assert not re.search(r"\[(if|end)", html_of(name, language, payments=payments))


@pytest.mark.parametrize("payments", [True, False], ids=["payments", "no payments"])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", TITLES)
def test_the_list_of_sections_leads_to_sections_that_are_shown(name: str, language: str, payments: bool) -> None:
    html = html_of(name, language, payments=payments)
    article = read_document(name, language, payments=payments)[0]
    assert all(f'id="{heading.anchor}"' in html for heading in article.headings)
    assert len(article.headings) == html.count("<h2") + html.count("<h3")


def html_of(name: str, language: str, *, payments: bool) -> str:
    """What a page shows, without its tables."""
    return "".join(part.html for part in read_document(name, language, payments=payments)[1])


def test_there_is_a_file_for_each_page_and_language_and_no_other() -> None:
    there = {path.relative_to(TEXTS).as_posix() for path in TEXTS.rglob("*.md")}
    assert there == {f"{language}/{name}.md" for language in i18n.LANGUAGES for name in TITLES}


def test_the_tables_stand_where_the_texts_want_them() -> None:
    wanted = {
        "privacy": {"operator", "inventory"},
        "terms": {"operator"},
        "cookies": {"cookies"},
        "processors": {"processors"},
        "acceptable-use": set(),
    }
    for name, tables in wanted.items():
        assert {part.table for part in read_document(name, "en")[1]} - {""} == tables
        assert not any(PLACE.search(part.html) for part in read_document(name, "en")[1])


@as_subtests(
    "promise, language",
    product([*PROMISES, *PAYMENT_PROMISES, *PUBLISHING_PROMISES, *GATEWAY_PROMISES], i18n.LANGUAGES),
)
def test_every_promise_of_the_references_and_of_payments_has_its_line(promise: Promise, language: str) -> None:
    words = promise.english if language == "en" else promise.indonesian
    paragraph_of = dict(paragraphs(promise.page, language))
    assert promise.anchor in paragraph_of, f"no #{promise.anchor} in {promise.page}"
    for word in words.split("|"):
        assert word.casefold() in paragraph_of[promise.anchor].casefold(), (promise.anchor, word)


def paragraphs(name: str, language: str) -> Iterator[tuple[str, str]]:
    """What stands at each anchor, up to the next; rows of the inventory by their key."""
    text = (TEXTS / language / f"{name}.md").read_text(encoding="utf-8")
    for piece in text.split("\n{#")[1:]:
        anchor, _, words = piece.partition("}")
        yield anchor, words
    if name == "privacy":
        i18n.set_language(language)
        for row in ROWS:
            yield f"kept-{row.key}", i18n.gettext(row.what) + " " + i18n.gettext(row.kept) % row.facts


def anchors(name: str, language: str) -> list[str]:
    return [anchor for anchor, _ in paragraphs(name, language)]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", TITLES)
def test_links_in_a_text_lead_to_the_other_pages(name: str, language: str) -> None:
    html = "".join(part.html for part in read_document(name, language, "?lang=en")[1])
    assert "&#34;" not in html
    assert html.count('href="/') == html.count("?lang=en")
