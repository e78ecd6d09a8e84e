"""A place on the map: RFC 5870."""

import re
from collections.abc import Mapping
from decimal import Decimal

from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent, Missing
from app.payloads.kind import Kind

DEGREES = re.compile(r"[+-]?\d{1,3}(\.\d{1,20})?", re.ASCII)
PAIR = re.compile(r"([+-]?\d{1,3}\.\d+)\s*[,;\s]\s*([+-]?\d{1,3}\.\d+)", re.ASCII)
FINEST = Decimal("0.000001")  # a tenth of a metre


class InvalidDegrees(InvalidContent):
    says = N_("Write degrees like -6.175392, without letters.")


class OffTheMap(InvalidContent):
    says = N_("That is off the map: it goes from -%(most)s to %(most)s.")


def geo(latitude: str, longitude: str) -> str:
    """`geo:-6.175392,106.827153` (WGS 84, degrees, to a millionth); at a pole the longitude is 0 (RFC 5870, 3.4.2).

    A pair pasted into `latitude`, as maps copy it, is both. Refusals: InvalidDegrees, OffTheMap, Missing, by field.
    """
    if not longitude and (pair := PAIR.fullmatch(latitude)):
        latitude, longitude = pair.groups()
    if not longitude:
        raise Missing(field="longitude")
    north, east = _degrees(latitude, 90, "latitude"), _degrees(longitude, 180, "longitude")
    return f"geo:{_shown(north)},{_shown(Decimal(0) if abs(north) == 90 else east)}"


def _degrees(raw: str, most: int, field: str) -> Decimal:
    text = raw.replace("\u2212", "-").replace(",", ".").removesuffix("°").strip()
    if not DEGREES.fullmatch(text):
        raise InvalidDegrees(field=field)
    if abs(degrees := Decimal(text)) > most:
        raise OffTheMap(field=field, most=most)
    return degrees.quantize(FINEST)


def _shown(degrees: Decimal) -> str:
    return f"{degrees:f}".rstrip("0").rstrip(".") if degrees else "0"


def _write(given: Mapping[str, str]) -> str:
    return geo(given["latitude"], given["longitude"])


GEO = Kind(
    "geo", N_("Place"), N_("Shows a point on the phone's map."),
    (
        Field("latitude", N_("Latitude"), N_("Hold a finger on the place in a map app, copy both numbers, paste them "
                                             "here."), required=True, most=60),
        Field("longitude", N_("Longitude"), N_("Empty when both numbers stand above."), most=30),
    ),
    _write,
)
