"""Files and folders are their owner's alone, whatever the umask is, whatever the folder was, and whoever made them."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel import db, private_files
from app.kernel.config import Config
from app.kernel.database_upgrade import upgrade_database
from app.visits.recording import geo_database_files
from app.visits.recording.journal import Journal
from app.visits.recording.journal_folders import claim_folder
from tests.source_files import MODULES, syntax
from tests.test_house import APP, name

pytestmark = pytest.mark.heavy

NOBODY = 65534
root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can make what belongs to somebody else")
MAKERS = {
    "mkdir",
    "makedirs",
    "mkstemp",
    "mkdtemp",
    "NamedTemporaryFile",
    "touch",
    "write_bytes",
    "write_text",
    "extractall",
    "shutil.copy",
    "shutil.copy2",
    "shutil.copyfile",
    "shutil.copytree",
    "shutil.move",
    "tar.extract",
}
WRITING = {"w", "wb", "a", "ab", "x", "xb", "w+", "w+b", "r+", "r+b"}
ELSEWHERE = {
    "app/privacy/export/archive.py": "a member of an archive, whose file a private one is",
    "app/kernel/migration_runner.py": "for those who work on Kliqs: a migration, and its scratch folder",
    "app/ops/doctor.py": "tries whether anything can be written, and drops it at once",
    "app/kernel/private_files.py": "the one place",
}


@pytest.fixture(autouse=True)
def _umask() -> Iterator[None]:
    """Nothing is private by itself."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}


def private(folder: Path) -> bool:
    """Whether all in it is private; nothing in it would be a mistake of the test."""
    file_modes = modes(folder)
    assert len(file_modes) > 1
    return all(mode == (0o700 if (folder / path).is_dir() else 0o600) for path, mode in file_modes.items())


async def filled(data_dir: Path) -> Config:
    """An installation's data directory with everything in it that the program itself makes."""
    config = Config(data_dir=data_dir)
    config.secret_keys()
    url = db.resolve_database_url("", data_dir)
    await upgrade_database(url)
    async with db.database_open(url):
        await db.query_rows("UPDATE aerich SET app = app", [])
        await db.query_rows("UPDATE aerich SET app = app", [], on=db.VISITS)
        assert (data_dir / "kliqs.sqlite3-wal").exists() and (data_dir / "kliqs.visits.sqlite3-shm").exists()
        folder, held = claim_folder(config.journal_dir)
        journal = Journal(folder)
        journal.open(0)
        geo_database_files.unpack_vendored(data_dir / "geo")
        assert private(data_dir)
        journal.close()
        os.close(held)
    return config


@pytest.mark.parametrize("umask", [0, 0o277])
async def test_everything_in_a_new_data_directory_is_private(tmp_path: Path, umask: int) -> None:
    os.umask(umask)
    await filled(tmp_path / "new" / "var")
    assert private(tmp_path / "new")


async def test_a_data_directory_that_was_open_is_closed_with_all_in_it(tmp_path: Path) -> None:
    config = await filled(tmp_path / "var")
    for path in (config.data_dir, *config.data_dir.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    async with db.database_open(db.resolve_database_url("", config.data_dir)):
        config.prepare()
        await db.ping()
    assert private(config.data_dir)


def test_a_folder_in_which_other_things_lie_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "srv").mkdir()
    (tmp_path / "srv").chmod(0o755)
    (tmp_path / "srv" / "website").touch()
    (tmp_path / "srv" / "website").chmod(0o644)
    config = Config(data_dir=tmp_path / "srv")
    config.secret_keys()
    file_modes = modes(config.data_dir)
    assert (file_modes.pop("."), file_modes.pop("website")) == (0o755, 0o644)
    assert set(file_modes.values()) == {0o700, 0o600} and "secret" in file_modes


async def test_a_database_elsewhere_is_private_too(tmp_path: Path) -> None:
    (tmp_path / "kliqs.db").touch()
    (tmp_path / "kliqs.db").chmod(0o644)
    url = f"sqlite://{tmp_path / 'kliqs.db'}"
    await upgrade_database(url)
    async with db.database_open(url):
        await db.ping()
    assert {mode for path, mode in modes(tmp_path).items() if path.startswith("kliqs.")} == {0o600}


@root
async def test_what_root_makes_belongs_to_the_owner_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    os.chown(tmp_path / "var", NOBODY, NOBODY)
    config = await filled(tmp_path / "var")
    assert {(path.stat().st_uid, path.stat().st_gid) for path in config.data_dir.rglob("*")} == {(NOBODY, NOBODY)}


@root
def test_what_belongs_to_another_user_is_found_and_mended(tmp_path: Path) -> None:
    private_files.make_file(file := private_files.make_folder(tmp_path / "var") / "kliqs.sqlite3")
    os.chown(tmp_path / "var", NOBODY, NOBODY)
    config = Config(data_dir=tmp_path / "var")
    [fault] = private_files.find_permission_faults(config.private_paths(), NOBODY)
    assert (fault.path, fault.owner, fault.expected_owner) == (file, 0, NOBODY)
    assert private_files.repair_permissions(fault)
    assert not private_files.find_permission_faults(config.private_paths(), NOBODY)


def test_one_module_makes_files_and_folders() -> None:
    faults = [
        f"{name(path)}:{call.lineno}"
        for path in MODULES
        if name(path) not in ELSEWHERE
        for call in ast.walk(syntax(path))
        if isinstance(call, ast.Call) and makes(call)
    ]
    assert not faults
    assert all((APP.parent / path).exists() for path in ELSEWHERE)


def makes(call: ast.Call) -> bool:
    """Whether a call looks as if it made a file or a folder that has a name."""
    called = ast.unparse(call.func)
    if called == "os.open":
        return "O_CREAT" in ast.unparse(call)
    if called.endswith("storage.touch"):  # a FileStorage makes nothing there
        return False
    if called.rpartition(".")[2] == "open":
        words = (*call.args, *(keyword.value for keyword in call.keywords))
        return any(isinstance(word, ast.Constant) and word.value in WRITING for word in words)
    return bool({called, called.rpartition(".")[2]} & MAKERS)
