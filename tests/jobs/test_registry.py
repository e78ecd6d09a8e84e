"""Every kind of job that the code has is known to the app and to `kliqs jobs run`."""

import re
import subprocess
import sys

import pytest

from app.kernel.package_files import ROOT

pytestmark = pytest.mark.heavy

NAME = re.compile(r"@(?:jobs\.)?handler\(\s*(\"[^\"]+\"|[A-Z_]+)")
ASK = "import {module}; from app.jobs.registry import KINDS; print(*KINDS)"


def written() -> set[str]:
    """The kinds that modules register."""
    names = set()
    sources = {path: path.read_text() for path in (ROOT / "app").rglob("*.py")}
    for path, source in sources.items():
        for name in NAME.findall(source):
            package = path.relative_to(ROOT).parts[:2]
            beside = (text for other, text in sources.items() if other.relative_to(ROOT).parts[:2] == package)
            pattern = rf"^{name}\b.*?= \"([^\"]+)\""
            constants = (re.search(pattern, each, re.MULTILINE) for each in (source, *beside))
            names.add(next((constant[1] for constant in constants if constant), name.strip('"')))
    return names


@pytest.mark.parametrize("module", ["app.application", "app.cli"])
def test_every_kind_of_job_is_registered_where_a_worker_runs(module: str) -> None:
    output = subprocess.run(
        [sys.executable, "-c", ASK.format(module=module)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert set(output.split()) == written() and len(written()) > 8
