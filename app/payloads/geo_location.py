"""Points on the map as `geo:` URIs: RFC 5870."""

import re
from collections.abc import Mapping
from decimal import Decimal

from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent, MissingValue
from app.payloads.kind import PayloadKind

DEGREES = re.compile(r"[+-]?\d{1,3}(\.\d{1,20})?", re.ASCII)
COORDINATE_PAIR = re.compile(r"([+-]?\d{1,3}\.\d+)\s*[,;\s]\s*([+-]?\d{1,3}\.\d+)", re.ASCII)
PRECISION = Decimal("0.000001")  # a tenth of a metre


class InvalidDegrees(InvalidContent):
    """The text is not a decimal number of degrees."""

    says = N_("Write degrees like -6.175392, without letters.")


class CoordinateOutOfRange(InvalidContent):
    """The coordinate lies beyond 90 or 180 degrees."""

    says = N_("That is off the map: it goes from -%(most)s to %(most)s.")


def format_geo_uri(latitude: str, longitude: str) -> str:
    """Format `geo:-6.175392,106.827153` (WGS 84, degrees, six decimals). At a pole the longitude is 0 (RFC 5870,
    3.4.2).

    A pair of coordinates pasted into `latitude`, as map apps copy it, fills both. Raises: InvalidDegrees,
    CoordinateOutOfRange, MissingValue, each with its field.
    """
    if not longitude and (pair := COORDINATE_PAIR.fullmatch(latitude)):
        latitude, longitude = pair.groups()
    if not longitude:
        raise MissingValue(field="longitude")
    north, east = _parse_degrees(latitude, 90, "latitude"), _parse_degrees(longitude, 180, "longitude")
    return f"geo:{_format_degrees(north)},{_format_degrees(Decimal(0) if abs(north) == 90 else east)}"


def _parse_degrees(raw: str, most: int, field: str) -> Decimal:
    """Parse degrees with a decimal point or comma, rounded to six decimals. Raises: InvalidDegrees,
    CoordinateOutOfRange.
    """
    text = raw.replace("\u2212", "-").replace(",", ".").removesuffix("°").strip()
    if not DEGREES.fullmatch(text):
        raise InvalidDegrees(field=field)
    if abs(degrees := Decimal(text)) > most:
        raise CoordinateOutOfRange(field=field, most=most)
    return degrees.quantize(PRECISION)


def _format_degrees(degrees: Decimal) -> str:
    """The degrees without trailing zeros."""
    return f"{degrees:f}".rstrip("0").rstrip(".") if degrees else "0"


def _format_fields(values: Mapping[str, str]) -> str:
    """The content for the fields of `GEO`."""
    return format_geo_uri(values["latitude"], values["longitude"])


GEO = PayloadKind(
    "geo",
    N_("Place"),
    N_("Shows a point on the phone's map."),
    (
        Field(
            "latitude",
            N_("Latitude"),
            N_("Hold a finger on the place in a map app, copy both numbers, paste them here."),
            required=True,
            most=60,
        ),
        Field("longitude", N_("Longitude"), N_("Leave empty when both numbers are in the field above."), most=30),
    ),
    _format_fields,
)
