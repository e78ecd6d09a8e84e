"""Indonesian and English: the language chosen, and numbers and times as each writes them, in the reader's zone."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from app.kernel import i18n
from app.kernel.package_files import resource
from tests.conftest import Clock

NOON = datetime(2026, 11, 20, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "wanted, language",
    [
        ([], "id"),
        (["en"], "en"),
        (["en-US", "id"], "en"),
        (["id-ID", "en"], "id"),
        (["in-ID"], "id"),
        (["in"], "id"),
        (["fr", "en-GB"], "en"),
        (["fr"], "id"),
        (["*"], "id"),
        (["", "-", "x" * 500], "id"),
        (["EN-us"], "en"),
        (["ms"], "id"),
    ],
)
def test_the_best_language_is_negotiated(wanted: list[str], language: str) -> None:
    assert i18n.negotiate_language(wanted) == language


def test_indonesian_writes_its_own_way() -> None:
    i18n.set_language("id")
    assert i18n.format_number(10000) == "10.000"
    assert i18n.format_datetime(NOON) == "20 Nov 2026, 19.05 WIB"
    assert i18n.format_date(NOON) == "20 Nov 2026"


def test_english_writes_its_own_way() -> None:
    i18n.set_language("en", "Asia/Makassar")
    assert i18n.format_number(10000) == "10,000"
    assert i18n.format_datetime(NOON) == "20 Nov 2026, 20:05 WITA"


def test_an_unknown_language_is_indonesian() -> None:
    i18n.set_language("fr")
    assert i18n.current_language() == "id"


def test_a_day_is_that_of_the_readers_zone() -> None:
    i18n.set_language("en", "Asia/Jakarta")
    assert i18n.format_date(datetime(2026, 11, 20, 17, 0, tzinfo=UTC)) == "21 Nov 2026"


@pytest.mark.parametrize(
    "zone, name",
    [("Asia/Jakarta", "WIB"), ("Asia/Jayapura", "WIT"), ("Asia/Kolkata", "UTC+05:30"), ("Europe/London", "UTC+00:00")],
)
def test_zones_are_called_what_people_call_them(moved: Clock, zone: str, name: str) -> None:
    moved.to(NOON)
    assert i18n.zone_name(zone) == name


def test_a_moment_survives_its_form_field() -> None:
    i18n.set_language("id", "Asia/Jakarta")
    assert i18n.format_datetime_input(NOON) == "2026-11-20T19:05"
    assert i18n.parse_datetime_input("2026-11-20T19:05") == NOON
    assert i18n.format_datetime_input(None) == ""


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01T00:00", "2026-11-20T25:00"])
def test_what_is_no_moment_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"no(t a| such) day"):
        i18n.parse_datetime_input(text)


def test_ago_is_told_from_the_clock(moved: Clock) -> None:
    i18n.set_language("en")
    assert i18n.format_time_ago(moved.now - timedelta(minutes=3)) == "3 minutes ago"
    i18n.set_language("id")
    assert i18n.format_time_ago(moved.now - timedelta(minutes=3)) == "3 menit yang lalu"


RIDDLES = {
    "id": (
        "klaim",
        "megabita",
        "peramban",
        "kuki",
        "surel",
        "setelan",
        "galat",
        "penonjolan",
        "baris lain",
        "disetujui orang",
        "isi gambarnya",
        "baris kedua",
        "muat 1",
        "muat %",
        "turunkan",
        "14 kB",
        "**",
    ),
    "en": ("claim token", "Claim it", "14 kB", "**", "installation of your own", "about to start again"),
}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_message_says_what_nobody_would_say(language: str) -> None:
    messages = [message for message in i18n._catalogues[language]._catalog.values() if isinstance(message, str)]
    found = {
        (word, message)
        for message in messages
        for word in RIDDLES[language]
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)" if word[-1].isalpha() else re.escape(word), message, re.I)
    }
    assert not found


def test_indonesian_speaks_to_one_person_as_a_friend() -> None:
    """*Kamu* in the product; *Anda* only where the law is spoken; *aku* for whoever presses a button.

    A question that somebody has, and what a button of an email makes them say to a server, may say *saya*.
    """
    messages = [message for message in i18n._catalogues["id"]._catalog.values() if isinstance(message, str)]
    assert not [
        message
        for message in messages
        if re.search(r"\bkalian\b|\bsaya\b", message, re.I)
        and "“Halo, saya" not in message
        and "bukan saya" not in message.lower()
    ]
    mixed = [message for message in messages if re.search(r"\bAnda\b", message) and re.search(r"\bkamu\b", message)]
    assert not mixed


def test_templates_list_no_languages_of_their_own() -> None:
    pages = (path for path in resource("templates").rglob("*.html") if path.parent.name != "patterns")
    naming = [
        path.name for path in pages if re.search(r"Bahasa Indonesia|\bid_ID\b|[\[(][\"']id[\"'], ", path.read_text())
    ]
    assert naming == []
    assert i18n.LANGUAGE_NAMES.keys() == i18n.REGIONS.keys() == set(i18n.LANGUAGES)
