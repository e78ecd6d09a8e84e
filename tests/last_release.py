"""The last released version, taken from the repository: `deploy/last_release` names its commit."""

import io
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.serving import ROOT

COMMIT = (ROOT / "deploy/last_release").read_text().strip()
FOLDERS = ("app", "templates", "static", "locales", "migrations", "deploy", "pyproject.toml")
GIT = ["git", "-c", "safe.directory=*"]  # a checkout may belong to another user, as on machines of CI


def git(*words: str) -> bytes:
    """What git prints; the test is skipped where the commit is not there, as in a shallow clone."""
    done = subprocess.run([*GIT, *words], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"the last release {COMMIT[:8]} is not in this clone: {done.stderr.decode().strip()}")
    return done.stdout


def unpack(folder: Path) -> Path:
    """Writes the files of the last release into a folder, and returns it."""
    with tarfile.open(fileobj=io.BytesIO(git("archive", COMMIT, *FOLDERS))) as archive:
        archive.extractall(folder, filter="data")
    return folder


def migrations() -> list[str]:
    """The names of the migrations of the last release."""
    listed = git("ls-tree", "--name-only", f"{COMMIT}:migrations/models").decode().splitlines()
    return [name for name in listed if name[0].isdecimal()]


def known_settings(folder: Path, env: dict[str, str]) -> dict[str, str]:
    """An environment for the release in a folder, without the settings of later versions, which it would refuse."""
    fields = "".join(file.read_text() for file in (folder / "app/kernel").glob("*.py"))
    known = {name for name in env if not name.startswith("KLIQS_") or f"\n    {name[6:].lower()}: " in fields}
    return {name: value for name, value in env.items() if name in known} | {"PYTHONPATH": str(folder)}
