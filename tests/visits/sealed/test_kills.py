"""kill -9 at every step of sealing, rewriting, claiming and deleting: no visit is lost, and none is counted twice.

On SQLite, where visits are in a database of their own, so that such work is one transaction less often and there are
more places to be killed in. What a killed process left open, PostgreSQL takes back as it does for everybody.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from app.kernel.package_files import ROOT
from tests.databases import ON_ONE

AT_LEAST = {"seal": 10, "rewrite": 20, "claim": 8, "delete": 4}


@pytest.mark.slow
@pytest.mark.timeout(600)
@ON_ONE
async def test_every_visit_is_in_exactly_one_place_after_a_kill_at_any_step(database: str, tmp_path: Path) -> None:
    """And the restart ends as if there had been no kill, without an orphan file."""
    data_dir = tmp_path / "data"
    data_dir.mkdir(mode=0o700, exist_ok=True)
    command = [sys.executable, "-m", "tests.visits.sealed.killed", database, str(data_dir)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr[-3_000:]
    kills = dict(line.split() for line in result.stdout.splitlines() if line.split()[0] in AT_LEAST)
    assert {name: int(count) >= AT_LEAST[name] for name, count in kills.items()} == dict.fromkeys(AT_LEAST, True), kills
