"""The form of a rule and the rule that it describes."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import i18n
from app.kernel.refusal import Faults, Refusal
from app.links.rule_editor.condition_kinds import DAY_CHOICES, DEVICE_CHOICES, KINDS
from app.links.rule_editor.rule_form import RuleForm
from app.links.rules import condition as conditions
from app.links.rules.condition import OneOf
from app.links.rules.rule import MAX_CONDITIONS, MAX_DESTINATIONS, Rule
from app.links.rules.validation import parse_rules

TO = [{"url": "https://a.id/", "weight": 70}, {"url": "https://b.id/x", "weight": 30}]
ONE = [{"url": "https://a.id/"}]
EVERY_KIND: list[dict[str, Any]] = [
    {"kind": "device", "values": ["phone", "tablet"]},
    {"kind": "system", "values": ["iOS"]},
    {"kind": "browser", "values": ["Instagram", "Chrome"]},
    {"kind": "country", "values": ["MY", "SG"]},
    {"kind": "city", "values": ["Surabaya"]},
    {"kind": "language", "values": ["en", "id-ID"], "match": "any"},
    {"kind": "query", "name": "ref", "test": "is", "value": "katalog"},
    {"kind": "referrer", "values": ["instagram.com"]},
    {"kind": "weekday", "values": ["fri", "sun"], "zone": "Asia/Makassar"},
    {"kind": "time", "from": "22:00", "until": "02:00", "zone": "Asia/Jakarta", "days": ["sat"]},
    {"kind": "period", "from": "2026-12-01T00:00:00Z", "until": None},
    {"kind": "visitor", "value": "scans"},
]


def rule_of(*when: dict[str, Any], to: Any = None) -> Rule:
    return parse_rules([{"id": "one", "name": "Malam", "when": list(when), "to": to or ONE}])[0]


def test_the_page_knows_every_kind_of_condition_and_its_choices() -> None:
    assert set(KINDS) == set(conditions.KINDS) == {condition["kind"] for condition in EVERY_KIND}
    assert tuple(value for value, _ in DEVICE_CHOICES) == conditions.DEVICES
    assert tuple(value for value, _ in DAY_CHOICES) == conditions.DAYS


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("at", range(len(EVERY_KIND)))
def test_a_form_filled_with_a_rule_describes_that_rule(at: int, language: str) -> None:
    with i18n.language_context(language, "Asia/Jayapura"):
        rule = rule_of(EVERY_KIND[at], to=TO)
        assert RuleForm.of(rule, 3).rule(rule) == rule


def test_a_rule_of_ten_conditions_and_ten_places_fits_into_the_form() -> None:
    to = [{"url": f"https://a.id/{n}", "weight": 10} for n in range(MAX_DESTINATIONS)]
    rule = rule_of(*EVERY_KIND[:MAX_CONDITIONS], to=to)
    form = RuleForm.of(rule, 1)
    assert (form.condition_count, form.place_count) == (MAX_CONDITIONS, MAX_DESTINATIONS)
    assert form.rule(rule) == rule
    form.values |= {"do": "add-condition"}
    assert form.take_step() and form.condition_count == MAX_CONDITIONS


COUNTRIES = ["Malaysia, Singapura", "malaysia,SINGAPORE", "my; sg", "MY\r\nSG", " Singapore ,, Malaysia"]


@pytest.mark.parametrize("typed", COUNTRIES)
def test_countries_are_typed_by_name_in_either_language_or_by_code(typed: str) -> None:
    with i18n.language_context("id"):
        form = RuleForm({"conditions": "1", "c0-kind": "country", "c0-values": typed, "p0-url": "a.id"})
        condition = form.rule().when[0]
        assert isinstance(condition, OneOf) and set(condition.values) == {"MY", "SG"}
        assert form.rule().to[0].url == "https://a.id"


def faults_of(form: RuleForm) -> dict[str, str]:
    with pytest.raises(Refusal) as refused:
        form.rule()
    faults = refused.value.refusals if isinstance(refused.value, Faults) else [refused.value]
    return {fault.field: type(fault).__name__ for fault in faults}


def test_all_faults_are_told_at_once_each_with_the_name_of_its_input() -> None:
    values = {
        "name": "x" * 61,
        "conditions": "8",
        "c0-kind": "device",
        "c1-kind": "country",
        "c1-values": "Atlantis",
        "c2-kind": "language",
        "c2-values": "!!",
        "c3-kind": "query",
        "c4-kind": "time",
        "c4-from": "25:00",
        "c4-until": "x",
        "c4-zone": "Mars/Base",
        "c5-kind": "weekday",
        "c5-zone": "Asia/Jakarta",
        "c6-kind": "visitor",
        "c7-kind": "referrer",
        "c7-values": "not a host",
        "then": "split",
        "places": "3",
        "p0-url": "javascript:alert(1)",
        "p0-share": "50",
        "p2-url": "b",
        "p2-share": "101",
    }
    assert faults_of(RuleForm(values)).keys() == {
        *("name", "c0-values", "c1-values", "c2-values", "c3-name", "c3-value", "c4-from", "c4-until", "c4-zone"),
        *("c5-values", "c6-value", "c7-values", "p0-url", "p2-url", "p2-share"),
    }


@pytest.mark.parametrize(
    ("inputs", "fault"),
    [
        ({"c0-kind": "period", "c0-from": "2026-02-30T10:00"}, "c0-from"),
        ({"c0-kind": "period"}, "c0-from"),
        ({"c0-kind": "period", "c0-from": "2026-12-02T10:00", "c0-until": "2026-12-01T10:00"}, "c0-until"),
        ({"c0-kind": "time", "c0-from": "10:00", "c0-until": "10:00", "c0-zone": "Asia/Jakarta"}, "c0-until"),
        ({"c0-kind": "device", "c0-v-phone": "on", "then": "split", "p0-share": "x"}, "p0-share"),
        ({"c0-kind": "device", "c0-v-phone": "on", "then": "split", "p0-share": "40", "p1-share": "40"}, "p1-url"),
    ],
)
def test_a_fault_names_its_input(inputs: dict[str, str], fault: str) -> None:
    form = RuleForm({"conditions": "1", "places": "2", "p0-url": "https://a.id"} | inputs)
    assert fault in faults_of(form)


def test_times_are_those_of_the_account() -> None:
    with i18n.language_context("id", "Asia/Jayapura"):
        form = RuleForm({"conditions": "1", "c0-kind": "period", "c0-from": "2026-12-01T09:00", "p0-url": "a.id"})
        assert form.rule().when[0].start == datetime(2026, 12, 1, tzinfo=UTC)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("shares", "weights"),
    [(("70", ""), [70, 30]), (("70%", "30"), [70, 30]), (("", "25", "25"), [50, 25, 25]), (("100", ""), [100, 0])],
)
def test_one_share_that_is_left_empty_is_what_is_left_of_a_hundred(shares: tuple[str, ...], weights: list[int]) -> None:
    values = {"then": "split", "places": str(len(shares))}
    for at, share in enumerate(shares):
        values |= {f"p{at}-url": f"https://a.id/{at}", f"p{at}-share": share}
    form = RuleForm(values)
    assert [place.weight for place in form.rule().to] == weights
    assert form.bars == [(sum(weights[:at]), weight) for at, weight in enumerate(weights)]


def test_shares_that_are_not_a_hundred_together_are_refused_with_their_sum() -> None:
    values = {"then": "split", "p0-url": "a.id", "p0-share": "40", "p1-url": "b.id", "p1-share": "40"}
    form = RuleForm(values)
    assert faults_of(form) == {"to": "WrongShares"} and form.bars == []


def test_with_one_place_the_others_are_not_looked_at() -> None:
    form = RuleForm({"then": "one", "places": "2", "p0-url": "a.id", "p1-url": "nonsense", "p1-share": "x"})
    assert [(place.url, place.weight) for place in form.rule().to] == [("https://a.id", 100)]


def test_taking_an_item_away_moves_those_below_it_up() -> None:
    form = RuleForm.of(rule_of(*EVERY_KIND[:3], to=TO), 1)
    form.values |= {"do": "drop-condition-0"}
    assert form.take_step() and form.focus == "add-condition"
    form.values |= {"do": "drop-place-0"}
    assert form.take_step()
    assert form["p0-url"] == "https://b.id/x" and form["p1-url"] == ""
    form.values["p0-share"] = ""
    assert [condition.as_json() for condition in form.rule().when] == EVERY_KIND[1:3]


STEPS = st.sampled_from(
    [
        "add-condition",
        "add-place",
        "drop-condition-0",
        "drop-condition-9",
        "drop-place-1",
        "show-0",
        "",
        "x",
        "drop-place-99",
    ]
)


@given(st.lists(STEPS, max_size=30))
def test_whatever_is_pressed_the_form_stays_within_its_bounds(steps: list[str]) -> None:
    form = RuleForm.blank(1)
    for step in steps:
        form.values |= {"do": step}
        form.take_step()
        assert 0 <= form.condition_count <= MAX_CONDITIONS and 2 <= form.place_count <= MAX_DESTINATIONS
        assert "do" not in form.values
