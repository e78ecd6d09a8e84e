"""A verified backup was restored as a whole; what is not as it was recorded is named."""

from __future__ import annotations

import asyncio
import io
import json
import tarfile
from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from typing import Any

import pytest

from app.accounts.models import Account
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.kernel.postgres_backend import connect
from app.media import file_store
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.ops import backup, backup_verification, restore
from app.ops.backup_reader import CheckedBackup
from app.ops.backup_verification import Verification, verify_backup
from app.ops.operator_actions import OperationDeclined
from tests import world
from tests.conftest import ORIGIN, SECRET
from tests.databases import Template
from tests.ops.test_backup import people
from tests.publishing import furnished
from tests.stored import stored

pytestmark = pytest.mark.heavy
Members = dict[str, bytes]


@pytest.fixture
async def config(template: Template, tmp_path: Path) -> AsyncGenerator[Config]:
    """An installation whose database nobody has open."""
    url = await template.fresh(tmp_path)
    settings = Config(data_dir=tmp_path / "data", database_url=url, hosts=ORIGIN, secret_key=SECRET)
    settings.prepare()
    installation.use(Installation(settings))
    yield settings
    await template.drop(url)


async def furnish(config: Config) -> None:
    """Rows of all kinds, sealed visits, a picture, and the film of a post."""
    async with db.database_open(config.database_url):
        await people()
        sari = await world.account_of("sari@example.com")
        await Media.store(sari, EncodedPicture(b"\0photo", "image/webp", 3, 2))
        await furnished.build(sari)


async def written(config: Config, file: Path) -> Path:
    async with db.database_open(config.database_url):
        await backup.write_backup(file, config)
    return file


async def verified(file: Path, config: Config) -> Verification:
    return await asyncio.get_running_loop().run_in_executor(None, asyncio.run, verify_backup(file, config))


def _files(config: Config) -> list[Path]:
    """The files of an installation."""
    return sorted(path for path in config.data_dir.rglob("*") if path.is_file())


def altered(file: Path, change: Callable[[Members], None]) -> Path:
    """A backup whose members were changed afterwards, whatever it records of them."""
    with tarfile.open(file) as tar:
        members = {member.name: content.read() for member in tar if (content := tar.extractfile(member))}
    change(members)
    with tarfile.open(file.with_name("altered"), "w:gz") as tar:
        for name, text in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(text)
            tar.addfile(header, io.BytesIO(text))
    return file.with_name("altered")


async def test_a_backup_comes_back_as_it_was_recorded_and_the_installation_is_not_touched(
    config: Config, tmp_path: Path
) -> None:
    await furnish(config)
    file = await written(config, tmp_path / "file")
    before = _files(config)

    result = await verified(file, config)

    assert result.ok and result.lacking == 0
    says = " ".join(finding.says for finding in result.findings)
    assert "with the digest of each table" in says and "4 files came back" in says and "DuckDB reads" in says
    assert _files(config) == before
    if config.database_url.startswith("asyncpg"):
        connection = await connect(db.connection_parameters(config.database_url))
        names = await connection.fetch("SELECT datname FROM pg_database WHERE datname LIKE 'kliqs_verify%'")
        await connection.close()
        assert names == []


async def test_a_row_that_changed_in_the_file_is_noticed(config: Config, tmp_path: Path) -> None:
    await furnish(config)
    file = await written(config, tmp_path / "file")

    def change(members: Members) -> None:
        members["tables/links.jsonl"] = members["tables/links.jsonl"].replace(b"example.com", b"example.org")

    with pytest.raises(OperationDeclined, match="its rows are not those of its digests"):
        await verified(altered(file, change), config)


async def test_a_row_that_comes_back_otherwise_is_named_with_its_table(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await furnish(config)
    file = await written(config, tmp_path / "file")
    restore_exactly = restore.restore_exactly

    async def restore_otherwise(*args: Any) -> CheckedBackup:
        checked = await restore_exactly(*args)
        await Account.all().update(name="somebody else")
        return checked

    monkeypatch.setattr(backup_verification, "restore_exactly", restore_otherwise)
    result = await verified(file, config)

    [fault] = [finding.says for finding in result.findings if not finding.ok]
    assert fault == "Rows came back otherwise, in the tables: accounts."


async def test_a_backup_without_its_end_is_none(config: Config, tmp_path: Path) -> None:
    file = await written(config, tmp_path / "file")
    with pytest.raises(OperationDeclined, match="its end is missing"):
        await verified(altered(file, lambda members: members.__delitem__("closing.json")), config)


async def test_a_backup_of_before_digests_is_counted(config: Config, tmp_path: Path) -> None:
    await furnish(config)

    def older(members: Members) -> None:
        del members["closing.json"]
        members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | {"format": 4}).encode()

    result = await verified(altered(await written(config, tmp_path / "file"), older), config)
    assert result.ok and "counted only" in result.findings[1].says


async def test_a_media_folder_without_a_file_is_an_error_and_nothing_is_written(config: Config, tmp_path: Path) -> None:
    await furnish(config)
    (config.data_dir / "media").rename(config.data_dir / "elsewhere")

    with pytest.raises(OperationDeclined, match="has no file in media/, and the database names 1 of pictures"):
        await written(config, tmp_path / "file")
    assert not list(tmp_path.glob("file*"))


async def test_a_picture_that_is_lost_before_is_told_and_one_that_is_deleted_meanwhile_is_not(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await furnish(config)
    async with db.database_open(config.database_url):
        sari = await world.account_of("sari@example.com")
        lost, deleted = [
            await Media.store(sari, EncodedPicture(content, "image/webp", 3, 2)) for content in (b"1", b"2")
        ]
        stored(file_store.key_of(lost.file)).unlink()
        find = backup._find_files

        async def find_and_delete(*args: object) -> object:
            files = await find(*args)  # type: ignore[arg-type]
            stored(file_store.key_of(deleted.file)).unlink()
            await Media.filter(id=deleted.id).delete()
            return files

        monkeypatch.setattr(backup, "_find_files", find_and_delete)
        manifest = await backup.write_backup(tmp_path / "file", config)
        assert manifest.lacking == [lost.file]
    result = await verified(tmp_path / "file", config)
    assert result.ok and result.lacking == 1
