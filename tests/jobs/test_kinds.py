"""Every kind of job that the code has is known to the app and to `kliqs jobs run`."""

import re
import subprocess
import sys

import pytest

from app.kernel.package_files import ROOT

NAME = re.compile(r"@(?:jobs\.)?handler\(\s*(\"[^\"]+\"|[A-Z_]+)")
ASK = "import {module}; from app.jobs.kinds import KINDS; print(*KINDS)"


def written() -> set[str]:
    """The kinds that modules register."""
    names = set()
    for path in (ROOT / "app").rglob("*.py"):
        source = path.read_text()
        for name in NAME.findall(source):
            constant = re.search(rf"^{name}\b.*?= \"([^\"]+)\"", source, re.MULTILINE)
            names.add(constant[1] if constant else name.strip('"'))
    return names


@pytest.mark.parametrize("module", ["app.factory", "app.cli"])
def test_every_kind_of_job_is_registered_where_a_worker_runs(module: str) -> None:
    said = subprocess.run(
        [sys.executable, "-c", ASK.format(module=module)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert set(said.split()) == written() and len(written()) > 8
