"""The server does what its OpenAPI document says: a bounded run of Schemathesis on a real server."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.docs.reference_pages import OPERATIONS
from tests.databases import Template
from tests.serving import environment, key_with_room, serving
from tests.world import SECRET

# Which addresses and cursors are good cannot be said in JSON Schema; refusing a bad one is no breach of contract. And
# a wrong item of many is refused in the answer, which is 200 for the others. Every wrong value of every field is sent
# once for each model of a body: a block of a page to POST /pages/{id}/blocks, the fields of a link to POST /links; the
# other operations with that model get random bodies only. So it is with the queries of statistics and visits, which are
# the same for a link and for an account. The document has no links between answers and requests, so that there are no
# sequences of requests to try.
CONFIG = """
[checks]
positive_data_acceptance.enabled = false

[phases.stateful]
enabled = false

[[operations]]
include-name = [
  "POST /pages", "PATCH /pages/{id}", "POST /pages/import", "PATCH /pages/{id}/blocks/{block}",
  "PATCH /links/{id}", "PUT /links/by-key/{external_id}", "PATCH /links/bulk",
  "PATCH /posts/{id}", "GET /links/{id}/statistics", "GET /links/{id}/visits",
]
phases = { coverage = { enabled = false } }

[[operations]]
include-path = "/links/bulk"
checks = { negative_data_rejection = { enabled = false } }
"""
# Without a database Hypothesis does not compare each example with all before it, for what it would keep.
BOUNDS = ["--max-examples", "4", "--seed", "7", "--generation-database", "none", "--suppress-health-check", "all"]
PARTS = ("^/(pages|media)", "^/links", "^/(?!pages|media|links)")


@pytest.mark.timeout(600)  # thousands of requests, many of every kind of block
@pytest.mark.parametrize("part", PARTS)
async def test_schemathesis_finds_nothing(template: Template, tmp_path: Path, part: str) -> None:
    """Bio pages, links, and all the rest, each by itself."""
    env = environment(tmp_path / "data", await template.fresh(tmp_path), KLIQS_SECRET_KEY=SECRET)
    (tmp_path / "schemathesis.toml").write_text(CONFIG)
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
            *BOUNDS,
            "--no-color",
            "--include-path-regex",
            part,
        ]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=560, check=False)
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    tried = sum(bool(re.match(part, operation.path)) for operation in OPERATIONS)
    assert f"{tried} selected / {len(OPERATIONS)} total" in run.stdout


def test_every_operation_is_in_one_part() -> None:
    for operation in OPERATIONS:
        assert sum(bool(re.match(part, operation.path)) for part in PARTS) == 1
