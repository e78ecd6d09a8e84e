"""The server does what its OpenAPI document says: a bounded run of Schemathesis on a real server."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.docs.reference import OPERATIONS
from tests.databases import Template
from tests.serving import environment, key_with_room, serving
from tests.world import SECRET

# Which addresses and cursors are good cannot be said in JSON Schema; refusing a bad one is no breach of contract.
CHECKS = ["--checks", "all", "--exclude-checks", "positive_data_acceptance"]
BOUNDS = ["--max-examples", "15", "--seed", "7", "--suppress-health-check", "all", "--no-color"]


@pytest.mark.timeout(300)  # thousands of requests, many of every kind of block
@pytest.mark.parametrize("part", ["--include-path-regex", "--exclude-path-regex"])
async def test_schemathesis_finds_nothing(template: Template, tmp_path: Path, part: str) -> None:
    """Bio pages, and all the rest, each by itself."""
    env = environment(tmp_path / "data", await template.fresh(tmp_path), KLIQS_SECRET_KEY=SECRET)
    key = await key_with_room(env)
    with serving(env) as server:
        command = [
            sys.executable,
            "-m",
            "schemathesis.cli",
            "run",
            f"{server.url}/api/v1/openapi.json",
            "-H",
            f"Authorization: Bearer {key}",
            *CHECKS,
            *BOUNDS,
            part,
            "^/(pages|media)",
        ]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=280, check=False)
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    pages = sum(operation.path.startswith(("/pages", "/media")) for operation in OPERATIONS)
    tried = pages if part == "--include-path-regex" else len(OPERATIONS) - pages
    assert f"{tried} selected / {len(OPERATIONS)} total" in run.stdout
