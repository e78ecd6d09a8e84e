"""Rules are read from JSON, checked, stored and read again; every fault is named by the path of its field."""

from datetime import UTC, datetime
from typing import Any

import pytest

from app.kernel.refusal import Faults, Refusal
from app.links.rules.column import read_rules
from app.links.rules.condition import OneOf, TimeOfDay
from app.links.rules.rule import MAX_BYTES, Destination, rules_column
from app.links.rules.schema import LinkRule
from app.links.rules.validation import parse_rules, stored_rules

HOME = [{"url": "https://example.com/"}]
EVERY_KIND: list[dict[str, Any]] = [
    {"kind": "device", "values": ["phone", "tablet"]},
    {"kind": "system", "values": ["iOS", "ChromeOS"]},
    {"kind": "browser", "values": ["Instagram", "Some Browser"]},
    {"kind": "country", "values": ["ID", "MY"]},
    {"kind": "city", "values": ["Surabaya"]},
    {"kind": "referrer", "values": ["instagram.com", "com.whatsapp"]},
    {"kind": "language", "values": ["en", "zh-Hant", "*"], "match": "any"},
    {"kind": "query", "name": "ref", "test": "is", "value": "katalog"},
    {"kind": "time", "from": "22:00", "until": "02:00", "zone": "Asia/Makassar", "days": ["fri", "sat"]},
    {"kind": "period", "from": "2026-12-01T00:00:00Z", "until": None},
]
OTHER_KINDS: list[dict[str, Any]] = [
    {"kind": "weekday", "values": ["mon", "sun"], "zone": "America/New_York"},
    {"kind": "visitor", "value": "scans"},
    {"kind": "query", "name": "flag", "test": "empty", "value": ""},
]


def rule(*when: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A rule with these conditions."""
    return {"id": "r1", "name": "Night", "on": True, "when": list(when), "to": HOME, **changes}


def faults(raw: object) -> list[str]:
    """The fields that are refused."""
    with pytest.raises(Refusal) as refused:
        parse_rules(raw)
    refusal = refused.value
    return [each.field for each in (refusal.refusals if isinstance(refusal, Faults) else [refusal])]


@pytest.mark.parametrize("conditions", [EVERY_KIND, OTHER_KINDS])
def test_rules_are_the_same_after_they_are_stored_and_read(conditions: list[dict[str, Any]]) -> None:
    places = [{"url": "https://a.example/", "weight": 70}, {"url": "https://b.example/", "weight": 30}]
    raw = [rule(*conditions, to=places), rule(id="r2", on=False, name="")]
    column = stored_rules(raw)
    assert read_rules(column) == parse_rules(raw)
    assert rules_column(read_rules(column)) == column
    assert parse_rules(raw)[0].as_json() == raw[0]
    for each in raw:  # the API's model keeps them, too
        assert parse_rules([LinkRule.model_validate(each).as_json()]) == parse_rules([each])


def test_what_is_typed_is_stored_in_one_spelling() -> None:
    [parsed] = parse_rules(
        [
            rule(
                {"kind": "device", "values": ["TABLET", "Phone", "phone"]},
                {"kind": "system", "values": ["ios"]},
                {"kind": "browser", "values": ["  chrome "]},
                {"kind": "country", "values": ["id", "ID"]},
                {"kind": "referrer", "values": ["https://www.Instagram.com/kopi?x=1", "bücher.example"]},
                {"kind": "time", "from": "7.05", "until": "24:00", "zone": "Asia/Jakarta"},
                {"kind": "query", "name": "?ref", "test": "present", "value": "left over"},
                {"kind": "period", "until": "2026-12-01T07:00:00.5+07:00"},
                to=[{"url": " https://bücher.example/ "}],
            )
        ]
    )
    assert parsed.when[:5] == (
        OneOf("device", ("phone", "tablet")),
        OneOf("system", ("iOS",)),
        OneOf("browser", ("Chrome",)),
        OneOf("country", ("ID",)),
        OneOf("referrer", ("instagram.com", "xn--bcher-kva.example")),
    )
    assert parsed.when[5] == TimeOfDay(7 * 60 + 5, 0, "Asia/Jakarta")
    assert parsed.when[6].as_json() == {"kind": "query", "name": "ref", "test": "present", "value": ""}
    assert parsed.when[7].as_json()["until"] == "2026-12-01T00:00:00Z"
    assert parsed.to == (Destination("https://xn--bcher-kva.example/", 100),)


def test_a_rule_without_an_id_gets_one_and_keeps_it() -> None:
    first, second = parse_rules([{"to": HOME}, {"to": HOME}])
    assert first.id != second.id
    assert 4 <= len(first.id) <= 16
    assert parse_rules([first.as_json()])[0].id == first.id
    assert (first.on, first.name, first.when) == (True, "", ())


def test_no_rules_are_stored_as_nothing() -> None:
    assert stored_rules(None) is None
    assert stored_rules([]) is None
    assert read_rules(None) == ()


def test_all_faults_are_named_at_once_by_their_paths() -> None:
    wrong = [
        rule({"kind": "device", "values": ["watch"]}, {"kind": "country", "values": ["ID", "XX"]}, id="same"),
        rule(
            {"kind": "time", "from": "25:00", "until": "x", "zone": "Mars/One"},
            id="same",
            to=[{"url": "javascript:alert(1)", "weight": 50}, {"url": "https://b.example", "weight": 101}],
        ),
        rule(id="not an id", name="x" * 61, on="yes", to=[]),
        "no object",
    ]
    assert faults(wrong) == [
        "rules.0.when.0.values.0",
        "rules.0.when.1.values.1",
        "rules.1.when.0.from",
        "rules.1.when.0.until",
        "rules.1.when.0.zone",
        "rules.1.to.0.url",
        "rules.1.to.1.weight",
        "rules.2.id",
        "rules.2.name",
        "rules.2.on",
        "rules.2.to",
        "rules.3",
        "rules.0.id",
        "rules.1.id",
    ]


@pytest.mark.parametrize(
    "condition, field",
    [
        ({}, "kind"),
        ({"kind": "weather"}, "kind"),
        ({"kind": "device", "values": []}, "values"),
        ({"kind": "device"}, "values"),
        ({"kind": "country", "values": "ID"}, "values"),
        ({"kind": "country", "values": [1]}, "values.0"),
        ({"kind": "country", "values": ["ZZ"]}, "values.0"),
        ({"kind": "city", "values": [" "]}, "values.0"),
        ({"kind": "city", "values": ["x" * 101]}, "values.0"),
        ({"kind": "city", "values": [str(n) for n in range(101)]}, "values"),
        ({"kind": "browser", "values": ["x" * 41]}, "values.0"),
        ({"kind": "referrer", "values": ["a b"]}, "values.0"),
        ({"kind": "language", "values": ["e_n"]}, "values.0"),
        ({"kind": "language", "values": ["en"], "match": "some"}, "match"),
        ({"kind": "query", "name": "", "value": "b"}, "name"),
        ({"kind": "query", "name": "a", "test": "is"}, "value"),
        ({"kind": "query", "name": "a", "test": "was", "value": "b"}, "test"),
        ({"kind": "query", "name": "a" * 201, "value": "b"}, "name"),
        ({"kind": "weekday", "values": ["fri"]}, "zone"),
        ({"kind": "weekday", "values": ["friday"], "zone": "Asia/Jakarta"}, "values.0"),
        ({"kind": "time", "from": "10:00", "until": "10:00", "zone": "Asia/Jakarta"}, "until"),
        ({"kind": "time", "from": 10, "until": "10:00", "zone": "Asia/Jakarta"}, "from"),
        ({"kind": "period"}, "from"),
        ({"kind": "period", "from": "2026-12-01T00:00"}, "from"),
        ({"kind": "period", "from": "2026-12-01T00:00Z", "until": "2026-12-01T00:00Z"}, "until"),
        ({"kind": "period", "until": "9999-12-31T23:59:59Z"}, "until"),
        ({"kind": "visitor", "value": "bots"}, "value"),
    ],
)
def test_a_condition_that_says_nothing_is_refused(condition: dict[str, Any], field: str) -> None:
    assert faults([rule(condition)]) == [f"rules.0.when.0.{field}"]


def test_numbers_of_rules_conditions_and_places_are_bounded() -> None:
    one = {"kind": "device", "values": ["phone"]}
    parse_rules([rule(*[one] * 10, id=str(n)) for n in range(20)])
    assert faults([rule(id=str(n)) for n in range(21)]) == ["rules"]
    assert faults([rule(*[one] * 11)]) == ["rules.0.when"]
    assert faults([rule(to=[{"url": "https://a.example", "weight": 10}] * 11)]) == ["rules.0.to"]
    assert faults(
        [rule(to=[{"url": f"https://a.example/{'x' * 2000}", "weight": 10}] * 10, id=str(n)) for n in range(5)]
    )


@pytest.mark.parametrize("weights", [[50, 49], [99], [100, 1]])
def test_shares_sum_to_100(weights: list[int]) -> None:
    places = [{"url": "https://a.example", "weight": weight} for weight in weights]
    assert faults([rule(to=places)]) == ["rules.0.to"]


def test_a_rule_that_this_version_does_not_know_is_left_out() -> None:
    column = stored_rules([rule(OTHER_KINDS[0]), rule(id="r2")])
    assert column is not None
    [known] = read_rules(column.replace('"kind":"weekday"', '"kind":"weather"'))
    assert known.id == "r2"


def test_a_period_is_kept_in_utc() -> None:
    [parsed] = parse_rules([rule({"kind": "period", "from": "2026-12-01T07:00+07:00"})])
    [condition] = parsed.when
    assert condition.as_json() == {"kind": "period", "from": "2026-12-01T00:00:00Z", "until": None}
    [read] = read_rules(rules_column([parsed]))
    assert read.when[0].start == datetime(2026, 12, 1, tzinfo=UTC)  # type: ignore[union-attr]


@pytest.mark.parametrize(("letter", "fits"), [("x", True), ("語", False)])
def test_the_rules_of_a_link_are_measured_in_bytes(letter: str, fits: bool) -> None:
    values = [f"{letter * 50}{number}" for number in range(50)]
    raw = [rule({"kind": "city", "values": values}, id=f"r{number}") for number in range(15)]
    assert len(str(raw)) < MAX_BYTES
    if fits:
        assert len(parse_rules(raw)) == 15
    else:
        assert faults(raw) == ["rules"]
