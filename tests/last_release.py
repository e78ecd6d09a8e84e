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
