"""The operator's country database is installed once and used on every machine that shares the storage."""

import os
from pathlib import Path

from app.kernel import installation
from app.visits.recording.geo_lookup import GeoDatabases, install_database
from app.visits.recording.geo_refresh import refresh_database
from tests.object_server import ObjectServer
from tests.visits import atlas


def test_a_database_installed_on_one_machine_is_used_on_another(object_server: ObjectServer, tmp_path: Path) -> None:
    address = object_server.address()
    file = atlas.write(tmp_path / "own.mmdb", {"8.8.8.0/24": {"country_code": "FR"}})
    install_database(file, object_server.storage(tmp_path / "one", address))
    installation.current().storage = object_server.storage(tmp_path / "two", address)

    assert refresh_database()
    assert GeoDatabases(tmp_path / "two").find("8.8.8.8") == ("FR", "")
    assert not refresh_database(), "it is fetched when it has changed"
    os.utime(tmp_path / "two" / "geo" / "own.mmdb", (1, 1))
    assert refresh_database()
