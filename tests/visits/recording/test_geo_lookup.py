"""Countries and cities: the vendored database, the operator's own, and none that works."""

import base64
import hashlib
import lzma
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import maxminddb
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from app.cli import main
from app.kernel import installation
from app.kernel.directory_storage import DirectoryStorage
from app.visits.recording import geo_database_files, geo_lookup
from app.visits.recording.geo_lookup import GeoDatabases, install_database, parse_country_header
from tests.conftest import Clock
from tests.visits import atlas
from tests.visits.atlas import short

INDONESIAN, GOOGLES, NOBODYS = "36.68.1.1", "8.8.8.8", "192.0.2.1"
BANDUNG = {"country": {"iso_code": "ID", "names": {"en": "Indonesia"}}, "city": {"names": {"en": "Bandung"}}}


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the vendored database in it."""
    directory = tmp_path_factory.mktemp("places")
    GeoDatabases(directory)
    return directory


@pytest.fixture
def data(unpacked: Path, tmp_path: Path) -> Path:
    """The same, of the test's own."""
    (tmp_path / "geo").mkdir()
    for file in (unpacked / "geo").iterdir():
        (tmp_path / "geo" / file.name).hardlink_to(file)
    return tmp_path


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    return atlas.write(tmp_path / "cities.mmdb", {"36.68.0.0/16": BANDUNG, "2404:8000::/32": BANDUNG})


@pytest.fixture
def _nowhere() -> Iterator[None]:
    before = geo_lookup.current_databases()
    yield
    installation.current().set_resource(before)


@pytest.mark.parametrize(
    ("address", "country"),
    [
        (INDONESIAN, "ID"),
        ("2404:8000::1", "ID"),
        (GOOGLES, "US"),
        ("::ffff:36.68.1.1", "ID"),
        (NOBODYS, ""),
        ("10.0.0.1", ""),
        ("127.0.0.1", ""),
        ("::1", ""),
        ("fe80::1%eth0", ""),
        ("", ""),
        ("36.68.1", ""),
        ("36.68.1.1:80", ""),
        ("unix:", ""),
        ("\x00", ""),
        ("9" * 100_000, ""),
        ("\ud800", ""),
    ],
    ids=short,
)
def test_the_vendored_database_knows_the_country(unpacked: Path, address: str, country: str) -> None:
    assert GeoDatabases(unpacked).find(address) == (country, "")


@given(address=st.text() | st.ip_addresses().map(str))
def test_no_address_is_too_odd(unpacked: Path, address: str) -> None:
    country, city = GeoDatabases(unpacked).find(address)

    assert (country == "" or country == parse_country_header(country)) and city == ""


def test_without_a_data_directory_no_place_is_known() -> None:
    assert GeoDatabases().find(INDONESIAN) == ("", "")
    assert GeoDatabases().databases() == []


@pytest.mark.usefixtures("_nowhere")
def test_a_process_has_its_places(unpacked: Path) -> None:
    installation.current().set_resource(GeoDatabases(unpacked))

    assert geo_lookup.current_databases().find(INDONESIAN) == ("ID", "")


def test_the_vendored_file_is_the_one_that_is_described() -> None:
    described = geo_database_files.VENDORED_FILE.with_name("VENDORED.md").read_text()
    digest = base64.b64encode(hashlib.sha384(geo_database_files.VENDORED_FILE.read_bytes()).digest()).decode()

    assert f"sha384-{digest}" in described
    assert f'<a href="{geo_lookup.ATTRIBUTION_URL}">{geo_lookup.ATTRIBUTION_NAME}</a>' in described


def test_it_is_unpacked_once_and_anew_when_it_changes(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = list((data / "geo").iterdir())
    GeoDatabases(data)
    assert list((data / "geo").iterdir()) == first

    newer = data / "newer.xz"
    newer.write_bytes(lzma.compress(atlas.write(data / "small", {"8.8.8.0/24": {"country_code": "FR"}}).read_bytes()))
    monkeypatch.setattr(geo_database_files, "VENDORED_FILE", newer)

    assert GeoDatabases(data).find(GOOGLES) == ("FR", "")
    assert len(list((data / "geo").iterdir())) == 1


@pytest.mark.parametrize(
    "broken", [b"", b"no xz", geo_database_files.VENDORED_FILE.read_bytes()[:100_000]], ids=["empty", "odd", "cut"]
)
def test_a_broken_vendored_file_costs_the_country_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bytes
) -> None:
    (tmp_path / "broken.xz").write_bytes(broken)
    monkeypatch.setattr(geo_database_files, "VENDORED_FILE", tmp_path / "broken.xz")

    assert GeoDatabases(tmp_path).find(INDONESIAN) == ("", "")
    assert list((tmp_path / "geo").glob("draft-*")) == []


def test_a_data_directory_that_cannot_be_written_costs_the_country_only(tmp_path: Path) -> None:
    (tmp_path / "geo").write_text("in the way")

    assert GeoDatabases(tmp_path).find(INDONESIAN) == ("", "")


def test_records_that_are_broken_are_no_place(data: Path, tmp_path: Path) -> None:
    records = {
        "1.0.0.0/24": {"country": 7},
        "1.0.1.0/24": {"country": {"iso_code": "IDN"}, "city": {"names": "x"}},
        "1.0.2.0/24": "text",
        "1.0.3.0/24": {"country_code": "id", "city": "Kota\x00 \u202eX" + "y" * 500},
    }
    install_database(atlas.write(tmp_path / "odd.mmdb", records), DirectoryStorage(data))
    places = GeoDatabases(data)

    assert places.find("1.0.3.1") == ("ID", ("Kota X" + "y" * 500)[:100])
    vendored = {address: places.find(address) for address in ("1.0.0.1", "1.0.1.1", "1.0.2.1")}
    (data / "geo" / "own.mmdb").unlink()
    assert {address: GeoDatabases(data).find(address) for address in vendored} == vendored


def test_an_own_database_goes_first_and_the_vendored_fills_in(data: Path, cities: Path) -> None:
    said = install_database(cities, DirectoryStorage(data))

    places = GeoDatabases(data)
    assert said.startswith("GeoLite2-City of 2026-09-21, ") and said.endswith("with cities")
    assert places.find(INDONESIAN) == ("ID", "Bandung")
    assert places.find("2404:8000::1") == ("ID", "Bandung")
    assert places.find(GOOGLES) == ("US", "")
    assert [database.kind for database in places.databases()] == ["GeoLite2-City", "DB-IP Lite country"]


def test_a_running_server_notices_a_new_database_within_a_minute(data: Path, cities: Path, moved: Clock) -> None:
    places = GeoDatabases(data)
    assert places.find(INDONESIAN) == ("ID", "")

    install_database(cities, DirectoryStorage(data))
    moved.on(timedelta(seconds=59))
    assert places.find(INDONESIAN) == ("ID", "")
    moved.on(timedelta(seconds=1))
    assert places.find(INDONESIAN) == ("ID", "Bandung")

    cities.write_bytes(b"broken by hand")
    cities.replace(data / "geo" / "own.mmdb")
    moved.on(timedelta(minutes=1))
    assert places.find(INDONESIAN) == ("ID", "")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", atlas.MARK + b"\xff" * 100], ids=["empty", "zip", "marked"])
def test_what_is_no_database_is_refused_and_the_old_one_stays(
    data: Path, cities: Path, tmp_path: Path, content: bytes
) -> None:
    install_database(cities, DirectoryStorage(data))
    (tmp_path / "wrong").write_bytes(content)

    with pytest.raises(ValueError, match=r"cannot be read as a database"):
        install_database(tmp_path / "wrong", DirectoryStorage(data))

    assert GeoDatabases(data).find(INDONESIAN) == ("ID", "Bandung")
    assert list((data / "geo").glob("draft-*")) == []


def test_a_database_of_something_else_is_refused(data: Path, tmp_path: Path) -> None:
    networks = atlas.write(tmp_path / "asn.mmdb", {"8.8.8.0/24": {"autonomous_system_number": 15169}}, "GeoLite2-ASN")

    with pytest.raises(ValueError, match="neither countries nor cities"):
        install_database(networks, DirectoryStorage(data))

    assert not (data / "geo" / "own.mmdb").exists()


@pytest.mark.parametrize(
    ("value", "country"),
    [
        ("ID", "ID"),
        ("id", "ID"),
        (" sg ", "SG"),
        ("XX", ""),
        ("T1", ""),
        ("ZZ", ""),
        ("", ""),
        ("IDN", ""),
        ("I", ""),
        ("İD", ""),
        ("ıd", ""),
        ("ID\x00", ""),
        ("1D", ""),
        ("ß", ""),
        ("ID" * 50_000, ""),
    ],
    ids=short,
)
def test_a_country_is_two_letters(value: str, country: str) -> None:
    assert parse_country_header(value) == country


def test_the_commands_install_and_show(data: Path, cities: Path) -> None:
    def kliqs(*words: str) -> str:
        result = CliRunner().invoke(main, ["geoip", *words], env={"KLIQS_DATA_DIR": str(data)})
        return f"{result.exit_code}: {result.output}"

    assert kliqs("show").startswith("0: DB-IP Lite country of 2026-06-01, ")
    assert kliqs("install", str(cities)).startswith("0: Installed GeoLite2-City of 2026-09-21, ")
    assert kliqs("show").startswith("0: GeoLite2-City of 2026-09-21, ")
    shutil.copy(__file__, data / "test.py")
    assert kliqs("install", str(data / "test.py")).startswith(f"1: {data / 'test.py'} cannot be read as a database")


def test_the_vendored_database_is_read_by_the_c_reader(unpacked: Path) -> None:
    reader = maxminddb.open_database(next((unpacked / "geo").iterdir()))

    assert type(reader).__module__ == "maxminddb.extension", "find() takes ten times as long in pure Python"
