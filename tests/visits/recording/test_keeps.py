"""Of a visit to a bio page, or to a link of one, only the details of its plan are kept."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest

from app.visits.recording import capture
from app.visits.recording.capture import Visitor
from app.visits.recording.parse import parse_visit
from app.visits.recording.salt import Salts
from app.visits.visit import DetailLevel, JournalEntry, Kind, Purpose, Visit, Who, key_in_visits
from tests.client import FIREFOX

LINK, ACCOUNT, NOW = uuid4(), uuid4(), datetime(2026, 11, 20, 12, tzinfo=UTC)
SALTS = Salts()
CURIOUS = Visitor(
    "203.0.113.7",
    FIREFOX,
    "https://l.instagram.com/secret/path?who=me",
    "id-ID,id;q=0.9",
    "utm_source=ig&utm_campaign=lebaran&qr=k3f9x",
    "ID",
)


def noted(visitor: Visitor = CURIOUS, **how: int) -> bytes:
    return capture.journal_line(str(LINK), str(ACCOUNT), visitor, SALTS, NOW, **how)  # type: ignore[arg-type]


def kept(visitor: Visitor = CURIOUS, **how: int) -> Visit:
    return parse_visit(JournalEntry(*orjson.loads(noted(visitor, **how))), 42)


def bare(kind: Kind, country: str = "", referrer: str = "", who: Who = Who.HUMAN) -> Visit:
    return Visit(
        42,
        key_in_visits(LINK),
        key_in_visits(ACCOUNT),
        kind,
        who,
        0,
        referrer,
        "",
        "",
        "",
        "",
        "",
        country,
        "",
        "",
        "",
        "",
        "",
        "",
    )


def test_of_a_short_link_all_is_kept_as_before() -> None:
    seen = JournalEntry(*orjson.loads(noted()))

    assert (seen.keeps, seen.country, seen.campaign[0], seen.placement) == (DetailLevel.ALL, "ID", "ig", "k3f9x")
    assert parse_visit(seen, 42).browser == "Firefox"
    assert (parse_visit(seen, 42).visitor, parse_visit(seen, 42).placement) == (seen.visitor, "k3f9x")
    assert seen.visitor


@pytest.mark.parametrize(
    ("query", "campaign"),
    [
        ("", ("bio", "link", "", "", "")),
        ("a=1", ("bio", "link", "", "", "")),
        ("utm_source=ig&utm_campaign=lebaran", ("ig", "link", "lebaran", "", "")),
    ],
)
def test_a_destinations_own_campaign_counts_where_the_visit_has_none(query: str, campaign: tuple[str, ...]) -> None:
    line = capture.journal_line(
        str(LINK),
        str(ACCOUNT),
        CURIOUS._replace(query=query),
        SALTS,
        NOW,
        destination_url="https://e.com/?utm_source=bio&utm_medium=link",
    )
    assert parse_visit(JournalEntry(*orjson.loads(line)), 42)[7:12] == campaign


@pytest.mark.parametrize("view", [False, True])
def test_on_a_free_plan_nothing_is_kept_but_id_and_time(view: bool) -> None:
    kind = Kind.VIEW if view else Kind.SCAN
    assert kept(view=view, keeps=DetailLevel.TIME) == bare(kind)
    assert kept(view=view, keeps=99) == bare(kind)
    seen = JournalEntry(*orjson.loads(noted(view=view, keeps=DetailLevel.TIME)))
    assert (seen.visitor, seen.country, seen.referrer, seen.languages, seen.campaign) == (0, "", "", "", [])


@pytest.mark.parametrize("view", [False, True])
def test_on_a_paid_plan_country_and_referrer_are_kept_too(view: bool) -> None:
    kind = Kind.VIEW if view else Kind.SCAN
    assert kept(view=view, keeps=DetailLevel.ORIGIN) == bare(kind, "ID", "l.instagram.com")
    assert b"secret" not in noted(view=view, keeps=DetailLevel.ORIGIN)


def test_a_page_never_keeps_more_than_that() -> None:
    assert kept(view=True) == bare(Kind.VIEW, "ID", "l.instagram.com")


def test_a_click_on_a_link_of_a_page_is_a_click() -> None:
    assert kept(CURIOUS._replace(query="utm_source=ig"), keeps=DetailLevel.TIME) == bare(Kind.CLICK)


@pytest.mark.parametrize(
    ("changed", "who"),
    [
        ({"agent": "WhatsApp/2.23.20.0 A"}, Who.PREVIEW),
        ({"agent": "curl/8.5.0"}, Who.BOT),
        ({"purpose": Purpose.CHECK}, Who.CHECK),
        ({"purpose": Purpose.PREFETCH}, Who.CHECK),
        ({"purpose": Purpose.PREVIEW}, Who.PREVIEW),
        ({"referrer": "https://semalt.com/"}, Who.BOT),
    ],
)
def test_robots_are_told_apart_all_the_same(changed: dict[str, Any], who: Who) -> None:
    assert kept(CURIOUS._replace(**changed), view=True, keeps=DetailLevel.TIME) == bare(Kind.VIEW, who=who)


@pytest.mark.parametrize("keeps", [DetailLevel.ORIGIN, DetailLevel.TIME])
def test_what_stands_in_a_line_all_the_same_is_not_kept(keeps: DetailLevel) -> None:
    full = JournalEntry(*orjson.loads(noted()))._replace(keeps=keeps, kind=Kind.CLICK, city="Bandung")

    expected = bare(Kind.CLICK, "ID", "l.instagram.com") if keeps == DetailLevel.ORIGIN else bare(Kind.CLICK)
    assert parse_visit(full, 42) == expected


def test_a_line_from_before_this_field_is_read_as_it_was_meant() -> None:
    old = orjson.loads(noted())[:-1]

    assert parse_visit(JournalEntry(*old), 42) == kept()
    assert UUID(old[1]) == LINK
