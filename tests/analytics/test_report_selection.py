"""What somebody chose to see, in an address and out of it again."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from app.analytics.report_selection import FILTER_FIELDS, TABLE_DIMENSIONS, ReportSelection
from app.visits.reports.query import Filter
from app.visits.visit import Who

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


def read(query: str) -> ReportSelection:
    return ReportSelection.of(MultiDict(parse_qsl(query.removeprefix("?"), keep_blank_values=True)))


@st.composite
def choices(draw: st.DrawFn) -> ReportSelection:
    filters = {}
    for dimension, exclude in draw(st.sets(st.tuples(st.sampled_from(FILTER_FIELDS[1:]), st.booleans()), max_size=5)):
        filters[dimension, exclude] = tuple(draw(st.lists(texts, min_size=1, max_size=3, unique=True)))
    custom = draw(st.booleans())
    order = sorted(filters, key=lambda value: (FILTER_FIELDS.index(value[0]), value[1]))
    return ReportSelection(
        "custom" if custom else draw(st.sampled_from(["24h", "7d", "30d", "12mo"])),
        draw(st.dates()) if custom else None,
        draw(st.dates()) if custom else None,
        draw(st.sampled_from(Who)),
        tuple(Filter(dimension, filters[dimension, exclude], exclude) for dimension, exclude in order),
        tuple(draw(st.lists(st.sampled_from(TABLE_DIMENSIONS), max_size=3, unique=True))),
        draw(st.sampled_from(["", *TABLE_DIMENSIONS])),
        draw(st.sampled_from(["", "id", "en"])),
    )


@given(choices())
def test_an_address_says_all_of_a_choice(choice: ReportSelection) -> None:
    assert read(choice.query) == choice


@pytest.mark.parametrize(
    "query",
    [
        "",
        "period=never",
        "period=custom&from=yesterday&to=2026-99-99",
        "who=robot",
        "country.or=ID",
        "browser.not",
        "kind=view&kind=party",
        "tab=tab&more=less",
        "period[]=30d&from=0000-00-00",
        "lang=xx",
        "=&=",
        "country=%00%ff",
    ],
    ids=range(12),
)
def test_what_means_nothing_is_left_out(query: str) -> None:
    choice = read(query)
    assert read(choice.query) == choice
    assert choice.who is Who.HUMAN


def test_a_choice_is_thirty_days_of_people_unless_said_otherwise() -> None:
    assert read("") == ReportSelection()
    assert ReportSelection().query == "?period=30d"


def test_filters_add_up_and_an_exclusion_takes_the_place_of_an_inclusion() -> None:
    both = ReportSelection().with_value("country", "ID").with_value("country", "SG")
    both = both.with_value("browser", "Chrome", exclude=True)
    assert both.query == "?period=30d&country=ID&country=SG&browser.not=Chrome"
    assert both.with_value("country", "SG", exclude=True).query.endswith("country=ID&country.not=SG&browser.not=Chrome")
    assert both.without_value("country", "ID").without_value("country", "SG").without_filters() == ReportSelection()
    assert both.keeps("country", "SG")
    assert not both.keeps("browser", "Chrome")


def test_unknown_is_a_value_like_any_other() -> None:
    assert read(ReportSelection().with_value("referrer", "").query).filters == (Filter("referrer", ("",)),)


def test_another_period_keeps_the_filters_and_forgets_the_dates() -> None:
    choice = read("period=custom&from=2026-01-01&to=2026-02-01&country=ID&more=city&tab=city")
    assert choice.for_period("7d").query == "?period=7d&country=ID&tab=city"


def test_one_address_carries_only_so_many_values() -> None:
    assert len(read("&".join(f"city={value}" for value in range(500))).filters[0].values) == 20
