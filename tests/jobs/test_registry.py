"""Every kind of job that the code has is known to the app and to `kliqs jobs run`."""

import ast
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
            values = (text_constants(each).get(name) for each in (source, *beside) if name in each)
            names.add(next(filter(None, values), name.strip('"')))
    return names


def text_constants(source: str) -> dict[str, str]:
    """The texts that a module's top level gives names to, one by one or several in a line."""
    constants = {}
    for line in ast.parse(source).body:
        if isinstance(line, ast.Assign):
            target, value = line.targets[0], line.value
            pairs = (
                zip(target.elts, value.elts, strict=True)
                if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
                else [(target, value)]
            )
            constants |= {
                ast.unparse(word): text.value
                for word, text in pairs
                if isinstance(text, ast.Constant) and isinstance(text.value, str)
            }
    return constants


@pytest.mark.parametrize("module", ["app.application", "app.cli"])
def test_every_kind_of_job_is_registered_where_a_worker_runs(module: str) -> None:
    output = subprocess.run(
        [sys.executable, "-c", ASK.format(module=module)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert set(output.split()) == written() and len(written()) > 8
