"""Languages are read as RFC 9110 §12.5.4 writes them and matched as RFC 4647 §3.3.1 matches them."""

import pytest

from app.links.rules.request_languages import LanguageRanges, accepted_languages


@pytest.mark.parametrize(
    "header, tags",
    [
        ("da, en-gb;q=0.8, en;q=0.7", ("da", "en-gb", "en")),  # the example of RFC 9110
        ("en-US,en;q=0.9,id;q=0.8", ("en-us", "en", "id")),
        ("id;q=0.3, en ; q=0.7", ("en", "id")),
        ("en;q=0, id", ("id",)),
        ("en-US, en;q=0.000", ("en-us",)),
        ("*", ()),
        ("*, en;q=0.1", ("en",)),
        ("in-ID", ("id-id",)),  # of old versions of Java
        ("zh-Hant-TW;q=1.000", ("zh-hant-tw",)),
        ("en;q=2, fr;q=x, id;q=0.5, de_DE, , ;q=1", ("id",)),
        ("en, en;q=0", ("en",)),
        ("", ()),
        ("x" * 5000, ()),
    ],
)
def test_a_header_is_read_by_weight_and_what_has_none_is_not_acceptable(header: str, tags: tuple[str, ...]) -> None:
    assert accepted_languages(header) == tags


@pytest.mark.parametrize(
    "wanted, tag, matches",
    [
        ("de-de", "de-de", True),
        ("de-de", "de-de-1996", True),  # the example of RFC 4647 §3.3.1 …
        ("de-de", "de-deva", False),
        ("de-de", "de-latn-de", False),  # … and its two that do not match
        ("en", "en-gb", True),
        ("en-gb", "en", False),
        ("e", "en", False),
        ("*", "id", True),
    ],
)
def test_a_range_matches_a_tag_that_begins_with_it_and_a_hyphen(wanted: str, tag: str, matches: bool) -> None:
    assert LanguageRanges([wanted.upper(), "xx"]).match(tag) is matches
