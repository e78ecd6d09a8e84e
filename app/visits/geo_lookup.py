"""Country and city of an address, from databases in MaxMind's format; the address itself is kept nowhere.

The DB-IP Lite country database comes with Kliqs (VENDORED.md) and is unpacked into `<data_dir>/geo/`. A database of
the operator's own, with cities perhaps, is asked first: `kliqs geoip install`.
"""

import lzma
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import maxminddb
import structlog

from app.kernel import clock, installation
from app.visits import geofile

ATTRIBUTION_NAME, ATTRIBUTION_URL = "IP Geolocation by DB-IP", "https://db-ip.com"
FOLDER, OWN = "geo", "own.mmdb"
LOOK_EVERY = timedelta(seconds=60)
SAMPLE = 100_000
LONGEST_CITY = 100
UNKNOWN = ("", "")
NOWHERE = {"XX", "ZZ", "T1"}  # Cloudflare's for unknown and for Tor, ISO's for unknown
log = structlog.get_logger()


class Database(NamedTuple):
    """What a database says of itself; `nodes` are those of its search tree, a measure of how fine it is."""

    kind: str
    built: date
    nodes: int

    def __str__(self) -> str:
        return f"{self.kind} of {self.built}, {self.nodes:,} nodes"


class Places:
    """The databases of one installation. Without a data directory it knows no place.

    A database that is missing or broken costs a line in the log, never a visit.
    """

    def __init__(self, data_dir: Path | None = None) -> None:
        self._folder = data_dir / FOLDER if data_dir else None
        self._vendored = _opened(self._folder, geofile.unpacked)
        self._own: maxminddb.Reader | None = None
        self._own_stamp: tuple[int, int, int] | None = None
        self._look_at = clock.now()

    def find(self, address: str) -> tuple[str, str]:
        """Country (ISO 3166-1 alpha-2) and city (English) of an IPv4 or IPv6 address; "" for what is unknown."""
        if clock.now() >= self._look_at:
            self._look()
        country, city = _read(self._own, address) if self._own else UNKNOWN
        return (country, city) if country else (_read(self._vendored, address)[0], city)

    def databases(self) -> list[Database]:
        """Those in use, in the order they are asked."""
        self._look()
        own = [described(self._own)] if self._own else []
        return own + ([described(self._vendored)._replace(kind="DB-IP Lite country")] if self._vendored else [])

    def _look(self) -> None:
        """Opens the operator's own database when there is a new one, and lets go of one that is gone."""
        self._look_at = clock.now() + LOOK_EVERY
        stamp = _stamp(self._folder / OWN) if self._folder else None
        if stamp != self._own_stamp:
            self._own_stamp = stamp
            self._own = _opened(self._folder, lambda folder: folder / OWN) if stamp else None


@lru_cache(1000)
def country_of(header_value: str) -> str:
    """The country a trusted proxy names: two ASCII letters, in capitals; "" for anything else and for "unknown"."""
    code = header_value.strip()
    return code.upper() if len(code) == 2 and code.isascii() and code.isalpha() and code.upper() not in NOWHERE else ""


def install(file: Path, data_dir: Path) -> str:
    """Makes a copy of the file the operator's own database and says what it is; a running server notices by itself.

    Raises ValueError with a sentence when it is no MaxMind DB file with countries or cities.
    """
    with file.open("rb") as source:
        draft = geofile.copy_into(data_dir / FOLDER, source)
    try:
        reader = maxminddb.open_database(draft)
        found = [_place(record) for _, record in islice(reader, SAMPLE)]
        if not any(country or city for country, city in found):
            raise ValueError(f"{file} names neither countries nor cities.")
        said = f"{described(reader)}, {'with cities' if any(city for _, city in found) else 'countries only'}"
        draft.replace(data_dir / FOLDER / OWN)
    except (maxminddb.InvalidDatabaseError, UnicodeDecodeError):
        raise ValueError(f"{file} cannot be read as a database in MaxMind's format (.mmdb, unpacked).") from None
    finally:
        draft.unlink(missing_ok=True)
    return said


def described(reader: maxminddb.Reader) -> Database:
    """What stands in a database's metadata."""
    metadata = reader.metadata()
    return Database(metadata.database_type, datetime.fromtimestamp(metadata.build_epoch, UTC).date(),
                    metadata.node_count)


def _opened(folder: Path | None, path: Callable[[Path], Path]) -> maxminddb.Reader | None:
    """Mapped into memory: a file that is replaced goes on being read as it was; one that is overwritten would not."""
    try:
        return maxminddb.open_database(path(folder)) if folder else None
    except (OSError, EOFError, ValueError, lzma.LZMAError, maxminddb.InvalidDatabaseError) as problem:
        log.warning("no_places", problem=str(problem))
        return None


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _read(reader: maxminddb.Reader | None, address: str) -> tuple[str, str]:
    if reader is None or (address.count(".") != 3 and ":" not in address):  # the reader takes 1.2.3 for 1.2.0.3
        return UNKNOWN
    try:
        return _place(reader.get(address.removeprefix("::ffff:")))
    except Exception:  # whatever stands in a broken file, or is no address
        return UNKNOWN


def _place(record: Any) -> tuple[str, str]:
    """Country and city of a record as MaxMind and DB-IP write them, or as flat ones (`country_code`, `city`)."""
    if not isinstance(record, dict):
        return UNKNOWN
    return _country(record), _city(record) if "city" in record else ""


def _country(record: dict[str, Any]) -> str:
    country = record.get("country_code") or record.get("country")
    if isinstance(country, dict):
        country = country.get("iso_code")
    return country_of(country) if isinstance(country, str) else ""


def _city(record: dict[str, Any]) -> str:
    city = record["city"]
    if isinstance(city, dict):
        city = names.get("en") if isinstance(names := city.get("names"), dict) else None
    return _clean(city) if isinstance(city, str) else ""


@lru_cache(10_000)
def _clean(city: str) -> str:
    return "".join(letter for letter in city if letter.isprintable()).strip()[:LONGEST_CITY]


def current() -> Places:
    """The country and city databases of the current installation; without a database until it is served."""
    return installation.current().resource(Places)
