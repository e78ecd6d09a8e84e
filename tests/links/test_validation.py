"""What may be said of a link is checked, value by value, and refused with the field that is wrong."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.kernel.destination import InvalidUrl
from app.kernel.passwords import LongPassword
from app.kernel.refusal import Refusal, TooLong
from app.links.validation import (
    Changes,
    InvalidClickLimit,
    InvalidExpiry,
    InvalidStatus,
    check_expiry,
    parse_expiry,
    to_columns,
)
from tests.conftest import Clock

WEST, EAST = timezone(timedelta(hours=-12)), timezone(timedelta(hours=14))


async def test_what_is_absent_is_not_set() -> None:
    assert await to_columns({}) == {}
    assert await to_columns({"slug": "promo", "aliases": ["x"], "tags": ["x"]}) == {}


async def test_each_value_is_stored_clean() -> None:
    changes: Changes = {
        "url": " https://bücher.example/ ",
        "title": " VPS \x07 Murah ",
        "description": "a\r\nb ",
        "notes": "c",
        "forward_query": False,
        "redirect_status": 308,
        "click_limit": 1,
    }
    assert await to_columns(changes) == {
        "destination_url": "https://xn--bcher-kva.example/",
        "title": "VPS Murah",
        "description": "a\nb",
        "notes": "c",
        "forward_query": False,
        "redirect_status": 308,
        "click_limit": 1,
    }


@pytest.mark.parametrize(
    "changes, refusal, field",
    [
        ({"url": "nope"}, InvalidUrl, "url"),
        ({"title": "x" * 201}, TooLong, "title"),
        ({"description": "x" * 501}, TooLong, "description"),
        ({"notes": "x" * 2001}, TooLong, "notes"),
        ({"click_limit": 0}, InvalidClickLimit, "click_limit"),
        ({"click_limit": -1}, InvalidClickLimit, "click_limit"),
        ({"click_limit": 10**9 + 1}, InvalidClickLimit, "click_limit"),
        ({"redirect_status": 303}, InvalidStatus, "redirect_status"),
        ({"redirect_status": 200}, InvalidStatus, "redirect_status"),
        ({"password": "x" * 1025}, LongPassword, "password"),
    ],
)
async def test_a_wrong_value_names_its_field(changes: Changes, refusal: type[Refusal], field: str) -> None:
    with pytest.raises(refusal) as refused:
        await to_columns(changes)
    assert refused.value.field == field


@pytest.mark.parametrize(
    "changes",
    [
        Changes(title="x" * 200),
        Changes(description="x" * 500),
        Changes(notes="é" * 2000),
        Changes(click_limit=10**9),
        Changes(click_limit=1),
    ],
)
async def test_what_just_fits_is_kept(changes: Changes) -> None:
    assert await to_columns(changes) == changes


async def test_an_expiry_lies_in_the_future_to_the_second(moved: Clock) -> None:
    soon = moved.now + timedelta(seconds=1)
    assert await to_columns({"expires_at": soon}) == {"expires_at": soon}
    for when in (moved.now, moved.now - timedelta(seconds=1), datetime(2020, 1, 1, tzinfo=UTC)):
        with pytest.raises(InvalidExpiry):
            await to_columns({"expires_at": when})
    assert await to_columns({"expires_at": None}) == {"expires_at": None}


async def test_an_expiry_is_kept_in_utc() -> None:
    [kept] = (await to_columns({"expires_at": datetime(2099, 1, 1, tzinfo=EAST)})).values()
    assert kept.tzinfo is UTC and kept == datetime(2098, 12, 31, 10, tzinfo=UTC)


@pytest.mark.parametrize("when", [datetime.max.replace(tzinfo=WEST), datetime.min.replace(tzinfo=EAST)])
async def test_a_moment_no_calendar_has_is_refused(when: datetime) -> None:
    with pytest.raises(InvalidExpiry):
        await to_columns({"expires_at": when})


async def test_a_password_is_hashed_and_an_empty_one_clears() -> None:
    [kept] = (await to_columns({"password": "x"})).values()
    assert kept.startswith("$argon2id$")
    assert await to_columns({"password": None}) == await to_columns({"password": ""}) == {"password_hash": None}


@pytest.mark.parametrize(
    "written, zone",
    [("2031-01-31T17:00:00z", ""), ("2031-02-01T00:00+07:00", "Europe/Berlin"), ("2031-02-01T00:00", "Asia/Jakarta")],
)
def test_an_expiry_is_read_as_it_was_meant(written: str, zone: str) -> None:
    assert parse_expiry(written, zone) == datetime(2031, 1, 31, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "written, zone, sentence",
    [
        ("9999-12-31T23:59", "Asia/Jakarta", "within the next 100 years"),
        ("275760-01-01T00:00", "UTC", "next 100 years"),
        ("2040-03-25T02:30", "Europe/Berlin", "02:30 does not exist"),
        ("2040-01-01T00:00", "", "with an offset"),
        ("soon", "Asia/Jakarta", "not a day and time"),
        ("2040-02-30T00:00", "Asia/Jakarta", "no such day"),
        ("2020-01-01T00:00", "Asia/Jakarta", "a time in the future"),
    ],
)
def test_an_expiry_that_cannot_be_says_why(written: str, zone: str, sentence: str) -> None:
    with pytest.raises(InvalidExpiry, match=sentence) as no:
        check_expiry(parse_expiry(written, zone))
    assert (no.value.field, no.value.code) == ("expires_at", "INVALID_EXPIRES_AT")
