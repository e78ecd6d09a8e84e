"""Each condition holds where it should; the first rule that applies decides; a split keeps its visitors."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.kernel.bounded_cache import BoundedCache
from app.links.resolution import Target
from app.links.rules import compiled_rules
from app.links.rules.choice import RuleCheck, choose_destination
from app.links.rules.condition import OneOf
from app.links.rules.facts import Facts, ImaginedFacts, RequestFacts
from app.links.rules.rule import Destination, Rule, rules_column
from app.links.rules.validation import stored_rules
from app.visits.recording.capture import Visitor
from app.visits.recording.geo_lookup import GeoDatabases
from app.visits.recording.salt import Salts
from app.visits.visit import Purpose

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)  # a Saturday
HERE, THERE = "https://rule.example/", "https://own.example/"
WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1"
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
IPHONE = f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) {WEBKIT} Mobile/15E148 Safari/604.1"
ANDROID = f"Mozilla/5.0 (Linux; Android 15; Pixel 9) {CHROME} Mobile Safari/537.36"
TABLET = f"Mozilla/5.0 (Linux; Android 14; SM-X710) {CHROME} Safari/537.36"
WINDOWS = f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME} Safari/537.36 Edg/131.0.0.0"
MAC = f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT} Safari/605.1.15"
LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
CHROMEBOOK = f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {CHROME} Safari/537.36"
INSTAGRAM = IPHONE.replace("Version/18.1", "").replace("Safari/604.1", "Instagram 357.0.0.31.86")
BOT, PREVIEW = "Googlebot/2.1", "WhatsApp/2.23.20.0 A"


def target(*rules: dict[str, Any], **columns: Any) -> Target:
    """A link with these rules."""
    return Target("id", "account", THERE, 302, True, True, rules=stored_rules(list(rules)))._replace(**columns)


def rule(*when: dict[str, Any], to: str = HERE, **changes: Any) -> dict[str, Any]:
    """A rule that leads to one place."""
    return {"when": list(when), "to": [{"url": to}], **changes}


def request(agent: str = LINUX, **headers: Any) -> RequestFacts:
    """The facts of a request."""
    now = headers.pop("now", NOW)
    return RequestFacts(Visitor("103.10.66.1", agent, **headers), now, Salts(), GeoDatabases())


def fits(condition: dict[str, Any], facts: Facts) -> bool:
    """Whether a rule with one condition applies. What the simulator tells of it is the same."""
    checks: list[RuleCheck] = []
    link = target(rule(condition))
    choice = choose_destination(link, facts.now, facts)
    assert choose_destination(link, facts.now, facts, checks) == choice
    [check] = checks
    assert check.applies is all(each.holds for each in check.conditions) is (choice.url == HERE)
    return check.applies


@pytest.mark.parametrize(
    "agent, device, system, browser",
    [
        (IPHONE, "phone", "iOS", "Safari"),
        (ANDROID, "phone", "Android", "Chrome"),
        (TABLET, "tablet", "Android", "Chrome"),
        (WINDOWS, "desktop", "Windows", "Edge"),
        (MAC, "desktop", "macOS", "Safari"),
        (LINUX, "desktop", "Linux", "Firefox"),
        (CHROMEBOOK, "desktop", "ChromeOS", "Chrome"),
        (INSTAGRAM, "phone", "iOS", "Instagram"),
    ],
)
def test_a_device_is_known_by_its_class_system_and_browser(agent: str, device: str, system: str, browser: str) -> None:
    values = {
        "device": ["phone", "tablet", "desktop"],
        "system": ["iOS", "Android", "Windows", "macOS", "Linux", "ChromeOS"],
        "browser": ["Safari", "chrome", "Edge", "Firefox", "Instagram"],
    }
    for kind, own in (("device", device), ("system", system), ("browser", browser)):
        fitting = [value for value in values[kind] if fits({"kind": kind, "values": [value]}, request(agent))]
        assert [value.lower() for value in fitting] == [own.lower()], kind


def test_bots_and_fetchers_of_previews_follow_rules_but_are_no_people_and_have_no_device() -> None:
    people, phone = {"kind": "visitor", "value": "people"}, {"kind": "device", "values": ["phone", "desktop"]}
    english = {"kind": "language", "values": ["en"]}
    for agent in (BOT, PREVIEW):
        assert not fits(people, request(agent))
        assert not fits(phone, request(agent))
        assert fits(english, request(agent, languages="en"))
    assert fits(people, request())


@pytest.mark.parametrize(
    "purpose, person",
    [(Purpose.FOLLOW, True), (Purpose.CHECK, True), (Purpose.PREFETCH, True), (Purpose.PREVIEW, False)],
)
def test_a_look_ahead_of_a_person_is_answered_as_the_person_will_be(purpose: Purpose, person: bool) -> None:
    assert fits({"kind": "visitor", "value": "people"}, request(purpose=purpose)) is person
    assert fits({"kind": "visitor", "value": "people"}, request(BOT, purpose=Purpose.PRESS))


def test_a_scan_is_a_visit_with_our_mark() -> None:
    scans = {"kind": "visitor", "value": "scans"}
    assert fits(scans, request(query="qr"))
    assert fits(scans, request(query="a=1&QR=ab3de"))
    assert not fits(scans, request(query="q=r"))
    assert not fits(scans, request())


def test_places_are_those_that_are_recorded() -> None:
    somewhere = ImaginedFacts(NOW, country="ID", city="Surabaya")
    assert fits({"kind": "country", "values": ["MY", "id"]}, somewhere)
    assert not fits({"kind": "country", "values": ["MY"]}, somewhere)
    assert fits({"kind": "city", "values": ["SURABAYA"]}, somewhere)
    assert not fits({"kind": "city", "values": ["Surabay"]}, somewhere)
    assert not fits({"kind": "city", "values": ["Surabaya"]}, ImaginedFacts(NOW))
    assert fits({"kind": "country", "values": ["ID"]}, request(country="id"))
    assert not fits({"kind": "country", "values": ["ID"]}, request(country="T1"))


def test_a_referrer_stands_for_its_subdomains() -> None:
    instagram = {"kind": "referrer", "values": ["instagram.com", "com.whatsapp"]}
    assert fits(instagram, request(referrer="https://l.instagram.com/?u=1"))
    assert fits(instagram, request(referrer="https://www.instagram.com/"))
    assert fits(instagram, request(referrer="android-app://com.whatsapp/"))
    assert not fits(instagram, request(referrer="https://notinstagram.com/"))
    assert not fits(instagram, request(referrer="https://instagram.com.evil.example/"))
    assert not fits(instagram, request())


def test_the_language_that_is_liked_best_counts_unless_any_is_asked_for() -> None:
    first, either = ({"kind": "language", "values": ["en", "ms-MY"], "match": match} for match in ("first", "any"))
    indonesian = "id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7"  # what browsers in Indonesia send
    assert not fits(first, request(languages=indonesian))
    assert fits(either, request(languages=indonesian))
    assert fits(first, request(languages="en-GB"))
    assert fits(first, request(languages="id;q=0.1, ms-MY"))
    assert not fits(first, request(languages="ms"))
    for condition in (first, either):
        assert not fits(condition, request(languages="en;q=0, id"))
        assert not fits(condition, request(languages="*"))
        assert not fits(condition, request())
    assert fits({"kind": "language", "values": ["*"]}, request(languages="fr"))


@pytest.mark.parametrize(
    "query, exact, present, empty",
    [
        ("ref=katalog", True, True, False),
        ("a=1&ref=x&ref=katalog", True, True, False),
        ("%72ef=kat%61log", True, True, False),
        ("ref=Katalog", False, True, False),
        ("REF=katalog", False, False, False),
        ("ref", False, True, True),
        ("ref=", False, True, True),
        ("ref=+", False, True, False),
        ("", False, False, False),
        ("ref%ff=%ff\xff&&=", False, False, False),
    ],
)
def test_a_query_parameter_is_compared_decoded(query: str, exact: bool, present: bool, empty: bool) -> None:
    tests = {"is": exact, "present": present, "empty": empty}
    for test, expected in tests.items():
        condition = {"kind": "query", "name": "ref", "test": test, "value": "katalog"}
        assert fits(condition, request(query=query)) is expected, test


def test_letters_of_a_parameter_are_the_same_however_they_are_composed() -> None:
    condition = {"kind": "query", "name": "kota", "value": "Málaga é"}
    assert fits(condition, request(query="kota=Ma%CC%81laga+%C3%A9"))


def at(zone_text: str) -> ImaginedFacts:
    """A visit at a time with an offset."""
    return ImaginedFacts(datetime.fromisoformat(zone_text))


@pytest.mark.parametrize("zone, offset", [("Asia/Jakarta", 7), ("Asia/Makassar", 8), ("Asia/Jayapura", 9)])
def test_days_and_times_are_those_of_the_zone(zone: str, offset: int) -> None:
    window = {"kind": "time", "from": "17:00", "until": "22:00", "zone": zone}
    friday = {"kind": "weekday", "values": ["fri"], "zone": zone}
    midnight = datetime(2026, 11, 27, tzinfo=UTC) - timedelta(hours=offset)  # a Friday begins there
    for minutes, open_then in ((16 * 60 + 59, False), (17 * 60, True), (21 * 60 + 59, True), (22 * 60, False)):
        assert fits(window, ImaginedFacts(midnight + timedelta(minutes=minutes))) is open_then
    for minutes, is_friday in ((-1, False), (0, True), (24 * 60 - 1, True), (24 * 60, False)):
        assert fits(friday, ImaginedFacts(midnight + timedelta(minutes=minutes))) is is_friday


def test_a_window_over_midnight_belongs_to_the_day_on_which_it_began() -> None:
    nights = {"kind": "time", "from": "22:00", "until": "02:00", "zone": "Asia/Jakarta", "days": ["fri", "sun"]}
    expected = {
        "2026-11-27T21:59+07:00": False,
        "2026-11-27T22:00+07:00": True,  # Friday
        "2026-11-28T01:59+07:00": True,  # Saturday, in the night of Friday
        "2026-11-28T02:00+07:00": False,
        "2026-11-28T23:00+07:00": False,
        "2026-11-29T01:00+07:00": False,  # the night of Saturday
        "2026-11-30T00:00+07:00": True,  # Monday, in the night of Sunday
        "2026-11-30T22:30+07:00": False,
    }
    assert {time: fits(nights, at(time)) for time in expected} == expected
    every = {key: value for key, value in nights.items() if key != "days"}
    assert fits(every, at("2026-11-29T01:00+07:00"))
    assert not fits(every, at("2026-11-29T12:00+07:00"))
    until_midnight = every | {"until": "00:00"}
    assert fits(until_midnight, at("2026-11-29T23:59+07:00"))
    assert not fits(until_midnight, at("2026-11-29T00:00+07:00"))


@pytest.mark.parametrize(
    "zone, day, skipped, before, after",
    [
        ("Europe/Berlin", "2026-03-29", "02", "2026-03-29T00:59Z", "2026-03-29T01:00Z"),
        ("America/New_York", "2026-03-08", "02", "2026-03-08T06:59Z", "2026-03-08T07:00Z"),
    ],
)
def test_an_hour_that_clocks_leave_out_never_comes(zone: str, day: str, skipped: str, before: str, after: str) -> None:
    inside = {"kind": "time", "from": f"{skipped}:00", "until": f"{skipped}:59", "zone": zone}
    across = {"kind": "time", "from": "01:30", "until": "03:30", "zone": zone}
    for minute in range(24 * 60):
        assert not fits(inside, ImaginedFacts(datetime.fromisoformat(f"{day}T00:00Z") + timedelta(minutes=minute)))
    assert fits(across, at(before))
    assert fits(across, at(after))


@pytest.mark.parametrize(
    "zone, first, second, over",
    [
        ("Europe/Berlin", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T02:00Z"),
        ("America/New_York", "2026-11-01T05:30Z", "2026-11-01T06:30Z", "2026-11-01T07:00Z"),
    ],
)
def test_an_hour_that_clocks_repeat_comes_twice(zone: str, first: str, second: str, over: str) -> None:
    hour = {
        "kind": "time",
        "from": "01:00" if "New" in zone else "02:00",
        "until": "02:00" if "New" in zone else "03:00",
    }
    assert fits(hour | {"zone": zone}, at(first))
    assert fits(hour | {"zone": zone}, at(second))
    assert not fits(hour | {"zone": zone}, at(over))


def test_a_period_holds_from_its_beginning_up_to_its_end() -> None:
    period = {"kind": "period", "from": "2026-12-01T00:00:00+07:00", "until": "2026-12-02T00:00:00+07:00"}
    for time, holds in (
        ("2026-12-01T06:59:59+14:00", False),
        ("2026-11-30T17:00:00Z", True),
        ("2026-12-01T16:59:59.999Z", True),
        ("2026-12-01T17:00:00Z", False),
    ):
        assert fits(period, at(time)) is holds, time
    assert fits({"kind": "period", "from": "2026-12-01T00:00:00Z"}, at("2027-12-01T00:00Z"))
    assert fits({"kind": "period", "until": "2026-12-01T00:00:00Z"}, at("2025-12-01T00:00Z"))


def test_the_first_rule_that_applies_decides_and_the_others_are_not_tried() -> None:
    link = target(
        rule(
            {"kind": "country", "values": ["MY", "SG"]}, {"kind": "language", "values": ["en"]}, id="a", name="Export"
        ),
        rule(id="off", on=False),
        rule({"kind": "device", "values": ["phone"]}, to="https://phone.example/", id="b"),
        rule(id="c"),
    )
    checks: list[RuleCheck] = []
    facts = ImaginedFacts(NOW, device="phone", country="ID", languages=("en-gb",))
    choice = choose_destination(link, NOW, facts, checks)
    assert (choice.url, choice.rule, choice.variant) == ("https://phone.example/", "b", -1)
    assert [(check.rule.id, check.applies) for check in checks] == [("a", False), ("off", False), ("b", True)]
    assert [(each.condition.kind, each.seen, each.holds) for each in checks[0].conditions] == [
        ("country", "ID", False),
        ("language", ("en-gb",), True),
    ]
    assert checks[1].conditions == ()
    assert choose_destination(link, NOW, ImaginedFacts(NOW)).rule == "c"
    assert choose_destination(link, NOW, None).url == THERE


def test_what_each_condition_saw_is_told_as_a_value() -> None:
    conditions: list[dict[str, Any]] = [
        {"kind": "query", "name": "a", "test": "present"},
        {"kind": "weekday", "values": ["mon"], "zone": "Asia/Jakarta"},
        {"kind": "time", "from": "01:00", "until": "02:00", "zone": "Asia/Jakarta"},
        {"kind": "period", "until": "2020-01-01T00:00Z"},
        {"kind": "visitor", "value": "scans"},
        {"kind": "visitor", "value": "people"},
        {"kind": "referrer", "values": ["a.example"]},
    ]
    checks: list[RuleCheck] = []
    choose_destination(
        target(rule(*conditions)), NOW, ImaginedFacts(NOW, query="a=1&a=&b=2", referrer="b.example"), checks
    )
    seen = [each.seen for each in checks[0].conditions]
    assert seen == [("1", ""), 6, (6, 19 * 60), NOW, False, True, "b.example"]


def split(*weights: int, id: str = "r1") -> Target:
    """A link whose visitors are split."""
    places = [{"url": f"https://{letter}.example/", "weight": weight} for letter, weight in zip("abcdef", weights)]  # noqa: B905
    return target({"id": id, "to": places})


@pytest.mark.parametrize("weights", [(70, 30), (50, 50), (1, 99), (20, 20, 20, 20, 20), (0, 100), (33, 33, 34)])
def test_shares_of_a_split_are_right_among_ten_thousand(weights: tuple[int, ...]) -> None:
    link, salts, counts = split(*weights), Salts(), Counter[int]()
    for number in range(10_000):
        visitor = Visitor(f"103.{number >> 8}.66.{number & 255}", LINUX)
        counts[choose_destination(link, NOW, RequestFacts(visitor, NOW, salts, GeoDatabases())).variant] += 1
    assert sum(counts.values()) == 10_000
    for variant, weight in enumerate(weights):
        assert abs(counts[variant] / 100 - weight) <= 3, counts
        assert weight or not counts[variant]


def test_a_visitor_keeps_the_variant_for_the_day_and_no_longer() -> None:
    link, salts = split(50, 50), Salts()

    def variant(number: int, hours: int) -> int:
        visitor, now = Visitor(f"103.10.66.{number}", LINUX, query=f"n={hours}"), NOW + timedelta(hours=hours)
        return choose_destination(link, now, RequestFacts(visitor, now, salts, GeoDatabases())).variant

    assert all(variant(number, 0) == variant(number, hours) for number in range(100) for hours in (-12, 1, 11))
    assert {variant(number, 0) == variant(number, 12) for number in range(100)} == {True, False}


def test_two_splits_place_a_visitor_independently() -> None:
    pairs = Counter[tuple[int, int]]()
    for visitor in range(4_000):
        facts = ImaginedFacts(NOW, visitor=visitor * 0x9E3779B97F4A7C15 % 2**63)
        first, second = (choose_destination(split(50, 50, id=id), NOW, facts).variant for id in ("r1", "r2"))
        pairs[first, second] += 1
    assert len(pairs) == 4
    assert all(850 < count < 1150 for count in pairs.values())


def test_phones_get_their_address_where_no_rule_applies() -> None:
    link = target(rule({"kind": "country", "values": ["ID"]}), ios_url="myapp://a", android_url="https://app.example/")
    urls = [choose_destination(link, NOW, request(agent)).url for agent in (IPHONE, ANDROID, TABLET, MAC, BOT)]
    assert urls == ["myapp://a", "https://app.example/", "https://app.example/", THERE, THERE]
    assert choose_destination(link, NOW, request(IPHONE, country="ID")).url == HERE


def test_the_next_destination_comes_at_its_time() -> None:
    link = target(next_url="https://next.example/", next_url_at=NOW)
    for facts in (None, ImaginedFacts(NOW)):
        assert choose_destination(link, NOW - timedelta(microseconds=1), facts).url == THERE
        assert choose_destination(link, NOW, facts).url == "https://next.example/"


def test_compiled_rules_and_conditions_are_bounded_by_their_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled, conditions = BoundedCache[Any, Any](10_000, 500_000), BoundedCache[Any, Any](10_000, 500_000)
    monkeypatch.setattr(compiled_rules, "_compiled", compiled)
    monkeypatch.setattr(compiled_rules, "_conditions", conditions)
    for number in range(100):
        hosts = OneOf("referrer", tuple(f"{'x' * 200}{number}-{place}.example" for place in range(100)))
        column = rules_column([Rule("r1", (hosts,), (Destination("https://example.com/"),))])
        assert compiled_rules.compiled_rules(column) is compiled_rules.compiled_rules(column)
    assert 3 <= len(compiled) <= 8
    assert 3 <= len(conditions) <= 8
