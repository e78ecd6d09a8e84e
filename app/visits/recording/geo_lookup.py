"""Looks up country and city of an IP address in databases in MaxMind's format. The address itself is not stored.

The DB-IP Lite country database comes with Kliqs (VENDORED.md) and is unpacked into `<data_dir>/geo/`. A database that
the operator installs with `kliqs geoip install` is used first.
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
from app.kernel.file_storage import FileStorage
from app.visits.recording import geo_database_files

ATTRIBUTION_NAME, ATTRIBUTION_URL = "IP Geolocation by DB-IP", "https://db-ip.com"
GEO_FOLDER, OWN_FILE = "geo", "own.mmdb"
OWN_KEY = f"{GEO_FOLDER}/{OWN_FILE}"
CHECK_INTERVAL = timedelta(seconds=60)
SAMPLE_SIZE = 100_000
MAX_CITY = 100
UNKNOWN = ("", "")
NOWHERE = {"XX", "ZZ", "T1"}  # Cloudflare's codes for unknown and Tor, and ISO's user-assigned ZZ
log = structlog.get_logger()


class Database(NamedTuple):
    """Metadata of a database. `nodes` is the size of its search tree, which shows how detailed it is."""

    kind: str
    built: date
    nodes: int

    def __str__(self) -> str:
        return f"{self.kind} of {self.built}, {self.nodes:,} nodes"


class GeoDatabases:
    """The databases of an installation. Without a data directory every lookup returns unknown.

    A missing or damaged database causes a log line and never an error.
    """

    def __init__(self, data_dir: Path | None = None) -> None:
        self._folder = data_dir / GEO_FOLDER if data_dir else None
        self._vendored = _open_database(self._folder, geo_database_files.unpack_vendored)
        self._own: maxminddb.Reader | None = None
        self._own_stamp: tuple[int, int, int] | None = None
        self._check_at = clock.now()

    def find(self, address: str, now: datetime | None = None) -> tuple[str, str]:
        """Returns country (ISO 3166-1 alpha-2) and city (English) of an IPv4 or IPv6 address; "" for an unknown one.

        `now` is the current time, for callers that have it.
        """
        if (now or clock.now()) >= self._check_at:
            self._reload_own()
        if self._own is None:
            return _find_in(self._vendored, address)
        country, city = _find_in(self._own, address)
        return (country, city) if country else (_find_in(self._vendored, address)[0], city)

    def databases(self) -> list[Database]:
        """Returns the databases in use, in the order of their lookup."""
        self._reload_own()
        own = [read_metadata(self._own)] if self._own else []
        return own + ([read_metadata(self._vendored)._replace(kind="DB-IP Lite country")] if self._vendored else [])

    def _reload_own(self) -> None:
        """Opens the operator's database when its file has changed, and drops it when the file is gone."""
        self._check_at = clock.now() + CHECK_INTERVAL
        stamp = _file_stamp(self._folder / OWN_FILE) if self._folder else None
        if stamp != self._own_stamp:
            self._own_stamp = stamp
            self._own = _open_database(self._folder, lambda folder: folder / OWN_FILE) if stamp else None


@lru_cache(1000)
def parse_country_header(header_value: str) -> str:
    """Returns the country code in a trusted proxy's header in capitals; "" when it is not two ASCII letters or means
    unknown.
    """
    code = header_value.strip()
    return code.upper() if len(code) == 2 and code.isascii() and code.isalpha() and code.upper() not in NOWHERE else ""


def install_database(file: Path, storage: FileStorage) -> str:
    """Copies `file` into the storage as the operator's database and returns a description. A running server loads it by
    itself.

    Raises: OSError; ValueError with a sentence when the file is no MaxMind database with countries or cities.
    """
    with file.open("rb") as source:
        draft = geo_database_files.copy_into(storage.workspace / GEO_FOLDER, source)
    try:
        reader = maxminddb.open_database(draft)
        places = [_parse_record(record) for _, record in islice(reader, SAMPLE_SIZE)]
        if not any(country or city for country, city in places):
            raise ValueError(f"{file} names neither countries nor cities.")
        description = (
            f"{read_metadata(reader)}, {'with cities' if any(city for _, city in places) else 'countries only'}"
        )
        storage.put(OWN_KEY, draft)
    except (maxminddb.InvalidDatabaseError, UnicodeDecodeError):
        raise ValueError(f"{file} cannot be read as a database in MaxMind's format (.mmdb, unpacked).") from None
    finally:
        draft.unlink(missing_ok=True)
    return description


def read_metadata(reader: maxminddb.Reader) -> Database:
    """Reads a database's metadata."""
    metadata = reader.metadata()
    return Database(
        metadata.database_type, datetime.fromtimestamp(metadata.build_epoch, UTC).date(), metadata.node_count
    )


def _open_database(folder: Path | None, path: Callable[[Path], Path]) -> maxminddb.Reader | None:
    """Opens a database memory-mapped: a reader goes on with the old file when it is replaced, so files must never be
    overwritten.
    """
    try:
        return maxminddb.open_database(path(folder)) if folder else None
    except (OSError, EOFError, ValueError, lzma.LZMAError, maxminddb.InvalidDatabaseError) as problem:
        log.warning("no_places", problem=str(problem))
        return None


def _file_stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _find_in(reader: maxminddb.Reader | None, address: str) -> tuple[str, str]:
    if reader is None or (address.count(".") != 3 and ":" not in address):  # the reader takes 1.2.3 for 1.2.0.3
        return UNKNOWN
    try:
        return _parse_record(reader.get(address.removeprefix("::ffff:")))
    except Exception:  # a damaged file, or no IP address
        return UNKNOWN


def _parse_record(record: Any) -> tuple[str, str]:
    """Returns country and city of a record as MaxMind and DB-IP write it, or of a flat one (`country_code`, `city`)."""
    if not isinstance(record, dict):
        return UNKNOWN
    if len(record) == 1 and isinstance(code := record.get("country_code"), str):  # of DB-IP: all that there is
        return parse_country_header(code), ""
    return _country(record), _city(record) if "city" in record else ""


def _country(record: dict[str, Any]) -> str:
    country = record.get("country_code") or record.get("country")
    if isinstance(country, dict):
        country = country.get("iso_code")
    return parse_country_header(country) if isinstance(country, str) else ""


def _city(record: dict[str, Any]) -> str:
    city = record["city"]
    if isinstance(city, dict):
        city = names.get("en") if isinstance(names := city.get("names"), dict) else None
    return _clean(city) if isinstance(city, str) else ""


@lru_cache(10_000)
def _clean(city: str) -> str:
    return "".join(letter for letter in city if letter.isprintable()).strip()[:MAX_CITY]


def current_databases() -> GeoDatabases:
    """Returns the databases of the current installation; none before it is served."""
    return installation.current().resource(GeoDatabases)


def country_of_request(address: str, sent: str) -> str:
    """Returns the country of an address, or the one that a trusted proxy sent in its header; "" where unknown."""
    return parse_country_header(sent) or current_databases().find(address)[0]
