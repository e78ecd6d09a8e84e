"""A place is the point that was given, however its degrees were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import Refusal
from app.payloads.field import MissingValue
from app.payloads.geo_location import CoordinateOutOfRange, InvalidDegrees, format_geo_uri
from app.payloads.registry import KINDS


@pytest.mark.parametrize(
    "latitude, longitude, geo_uri",
    [
        ("-6.175392", "106.827153", "geo:-6.175392,106.827153"),
        ("-6,175392", "106,827153", "geo:-6.175392,106.827153"),
        ("-6.17539249999", "106.8271534", "geo:-6.175392,106.827153"),
        ("\u22126.2°", "+106.80", "geo:-6.2,106.8"),
        ("0", "0", "geo:0,0"),
        ("-0.0000001", "10", "geo:0,10"),
        ("90", "45", "geo:90,0"),
        ("-90.0", "-180", "geo:-90,0"),
        ("10", "-180", "geo:10,-180"),
    ],
)
def test_degrees_are_written_as_the_rfc_says(latitude: str, longitude: str, geo_uri: str) -> None:
    assert KINDS["geo"].encode({"latitude": latitude, "longitude": longitude}) == geo_uri


@pytest.mark.parametrize("pair", ["-6.175392, 106.827153", "-6.175392,106.827153", "-6.175392 106.827153"])
def test_a_pair_pasted_from_a_map_is_both(pair: str) -> None:
    assert KINDS["geo"].encode({"latitude": pair}) == "geo:-6.175392,106.827153"


@pytest.mark.parametrize(
    "latitude, longitude, field, reason",
    [
        ("", "106", "latitude", MissingValue),
        ("-6.2", "", "longitude", MissingValue),
        ("90.1", "0", "latitude", CoordinateOutOfRange),
        ("0", "180.0000001", "longitude", CoordinateOutOfRange),
        ("6°12'S", "106", "latitude", InvalidDegrees),
        ("1e1", "0", "latitude", InvalidDegrees),
        ("NaN", "0", "latitude", InvalidDegrees),
        ("٦", "0", "latitude", InvalidDegrees),
        ("0", "1;u=5", "longitude", InvalidDegrees),
    ],
)
def test_what_is_no_point_is_refused_beside_its_field(
    latitude: str, longitude: str, field: str, reason: type[Refusal]
) -> None:
    with pytest.raises(reason) as no:
        KINDS["geo"].encode({"latitude": latitude, "longitude": longitude})
    assert no.value.field == field


@given(st.decimals(-89, 89, places=6), st.decimals(-180, 180, places=6))
def test_a_point_moves_by_nothing(latitude: object, longitude: object) -> None:
    north, east = format_geo_uri(str(f"{latitude:f}"), f"{longitude:f}").removeprefix("geo:").split(",")
    assert (float(north), float(east)) == (float(str(latitude)), float(str(longitude)))
