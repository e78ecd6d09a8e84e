"""A server that starts loads what its first page needs, and the rest when somebody needs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.kernel.package_files import ROOT
from tests.databases import ON_ONE, Template
from tests.serving import environment

LATER = {
    "aiohttp": "makes requests",
    "aerich": "runs migrations",
    "asyncclick": "aerich's",
    "crawlerdetect": "knows bots",
    "dictdiffer": "aerich's",
    "fontTools": "draws words",
    "genai_prices": "compares prices of models",
    "nh3": "cleans what Markdown became",
    "ua_parser": "knows browsers",
    "ua_parser_rs": "matches their patterns",
    "numpy": "dictdiffer's, where it is installed",
    "app.kernel.migration_runner": "runs migrations",
    "app.ops.command_groups": "imports the commands of operators",
    "PIL": "reads and writes pictures, in processes of their own",
    "app.qr.render.worker_tasks": "draws codes, in a process of its own",
    "reportlab": "writes PDF",
    "resvg_py": "rasterizes",
    "segno": "encodes QR codes",
    "zxingcpp": "reads codes",
}
SERVE = """
import asyncio, json, sys
sys.modules["rich"] = None  # structlog loads it where it is installed, as with the packages for tests
from app.__main__ import main
from app import cli, create_app
from app.visits.recording import bot_detection, user_agent

def memory():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]) // 1024

async def start():
    app = create_app()
    async with app.test_app():
        response = await app.test_client().get("/login", headers={"Host": "localhost:8000"})
        patterns = user_agent._tables.cache_info().currsize + bot_detection.user_agent_patterns.cache_info().currsize
        return response.status_code, patterns, memory(), sorted(sys.modules)

print(json.dumps(asyncio.run(start())))
"""
WORKER = """
import json, sys
from app.qr.render import worker
worker.run("warm_up")
print(json.dumps(sorted(sys.modules)))
"""


def run(script: str, env: dict[str, str]) -> list[object]:
    """What a script prints as its last line, in a process of its own."""
    command = [sys.executable, "-c", script]
    printed = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout
    result: list[object] = json.loads(printed.splitlines()[-1])
    return result


@pytest.fixture
async def env(template: Template, tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path / "data", await template.fresh(tmp_path))


@ON_ONE
def test_a_server_that_starts_and_shows_a_page_loads_nothing_that_only_few_need(env: dict[str, str]) -> None:
    status, patterns, memory, modules = run(SERVE, env)
    assert status == 200
    assert isinstance(modules, list) and "app.links.views" in modules
    assert LATER.keys() & set(modules) == set()
    assert patterns == 0, "the patterns of user agents, 17 MB, wait for the first visit"
    assert isinstance(memory, int) and memory < 150, "MiB"


def test_the_process_that_draws_codes_loads_nothing_of_the_server(tmp_path: Path) -> None:
    modules = run(WORKER, environment(tmp_path))
    assert "app.qr.render.worker_tasks" in modules
    assert not {"quart", "tortoise", "hypercorn", "pydantic", "app.application", "app.cli"} & set(map(str, modules))
