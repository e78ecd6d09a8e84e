"""What the guides about AI models say is done: by the operator's commands, with the official clients, on a server."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from quart import Quart

from app.docs.guides import FOLDER
from app.gateway.api import error_answers
from app.gateway.catalogue.upstream import Upstream
from app.gateway.metering import refusals
from app.kernel import db, i18n, installation
from app.kernel.package_files import ROOT
from app.kernel.surfaces import Site
from tests.client import Browser
from tests.docs.test_guides import blocks, lacking
from tests.networks.stand_in import served
from tests.serving import Server, environment, serving
from tests.test_cli import Operator
from tests.upstreams import openai_api
from tests.upstreams.openai_api import OpenAIApi

NODE_MODULES = ROOT / "build" / "ai" / "node_modules"  # .ci/run installs OpenAI's package for Node there
EMAIL = "sari@example.com"
OTHERS = (("gpt-image-1-mini", "image", "picture=0.04"), ("text-embedding-3-small", "embedding", "input=0.02"))
COMMANDS = {"sh": ("sh", ["bash", "-eu"]), "python": ("py", [sys.executable]), "js": ("mjs", ["node"])}
SAYS = {"ai-limits": '"object":"kliqs.key"', "ai-privacy": "kliqs.end_user"}  # what the last program answers


def operators_commands() -> list[list[str]]:
    """The commands of the operator's guide, as words."""
    i18n.set_language("en")
    code = "\n".join(text for language, text in blocks("ai-gateway") if language == "sh")
    return [shlex.split(line) for line in code.splitlines() if line.strip()]


def follow_the_guide(operator: Operator, api: OpenAIApi) -> None:
    """Sets the gateway up as the operator's guide says; then its providers are at the stand-in."""
    run, later = operator.done, []
    said = {}
    for words in operators_commands():
        name = " ".join(words[1:4])
        if name == "gateway route add":  # the guide has shown already how a provider is added
            run("gateway", "upstream", "add", words[5], "--credential-stdin", stdin=api.credential)
        if name == "gateway upstream add":
            said[name] = run(*words[1:], "--credential-stdin", stdin=api.credential)
        elif name == "gateway upstream test":
            later.append(words)
        elif words[2] != "content":  # there is no request yet
            said[name] = run(*words[1:])
    operator.look(lambda: Upstream.all().update(base_url=api.base_url))
    assert all("answers and has 4 models" in run(*words[1:]) for words in later) and later
    assert "50,000 rupiah" in said["gateway credits give"] and "is on" in said["gateway model on"]


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, dict[str, str]]]:
    """A server that was set up by the commands of the operator's guide, and what a reader has set in the shell."""
    data = tmp_path_factory.mktemp("gateway") / "data"
    env = environment(data, KLIQS_NET_ALLOW="127.0.0.1")
    operator = Operator(db.resolve_database_url("", data), data)
    operator.env = {name: value for name, value in env.items() if name.startswith("KLIQS_")}
    with pytest.MonkeyPatch.context() as patch, served(OpenAIApi()) as api:
        patch.setattr(openai_api, "MODELS", ("gpt-5-mini", "sora-2", *(name for name, _, _ in OTHERS)))
        api.polls = 0
        operator.done("migrate")
        operator.done("account", "create", EMAIL, "--plan", "pro")
        follow_the_guide(operator, api)
        for name, kind, price in OTHERS:
            facts = ("--kind", kind, "--price", price, "--context", "8191")
            operator.done("gateway", "model", "add", name, "openai", *facts)
            operator.done("gateway", "model", "on", name)
        key = operator.done("key", "create", EMAIL, "--name", "app", "--ai").strip().splitlines()[-1]
        programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        with serving(env) as server:
            yield server, {"PATH": programs, "KLIQS_KEY": key, "PYTHONWARNINGS": "ignore"}


def run(language: str, program: str, env: dict[str, str], folder: Path) -> str:
    """What a program prints; its own failure fails the test."""
    ending, command = COMMANDS[language]
    file = folder / f"program.{ending}"
    file.write_text(program)
    done = subprocess.run(
        [*command, str(file)], env=env, cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{program}\n{done.stderr}\n{done.stdout}"
    return done.stdout


@pytest.mark.parametrize("slug", ["ai-quick-start", "ai-limits", "ai-privacy"])
def test_every_program_of_the_guides_runs_with_the_official_clients(
    slug: str, gateway: tuple[Server, dict[str, str]], tmp_path: Path
) -> None:
    server, env = gateway
    installation.current().site = Site.loopback(f"127.0.0.1:{server.port}")
    programs = [each for each in blocks(slug) if each[0] in COMMANDS]
    assert programs and all(server.url in text for _, text in programs)
    if NODE_MODULES.exists():
        (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    printed = ""
    for language, text in programs:
        if language == "js" and (lacking("js") or not NODE_MODULES.exists()):
            continue
        printed = run(language, text, env, tmp_path)
        assert printed.strip() and not printed.startswith('{"error"'), printed
    assert SAYS.get(slug, "") in printed
    if slug == "ai-quick-start":
        assert {"kopi.png", "kopi.mp4"} <= {file.name for file in tmp_path.iterdir()}
        if not NODE_MODULES.exists():
            pytest.skip("OpenAI's package for Node is not installed (.ci/run does); all else ran")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_code_of_an_error_is_in_the_guide(language: str) -> None:
    guide = (FOLDER / language / "ai-limits.md").read_text(encoding="utf-8")
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "app" / "gateway" / "api").glob("*.py"))
    codes = set(re.findall(r'(?:ApiError\(\s*\d+,[^)]*?|ErrorFacts\([^)]*?)"([a-z]+(?:_[a-z]+)+)"', source))
    codes |= {*error_answers.CODES.values(), *(code for _status, code in error_answers.KEY_CODES.values())}
    codes |= {
        refusal.code for refusal in vars(refusals).values()
        if isinstance(refusal, type) and issubclass(refusal, refusals.MeteringRefusal) and "code" in vars(refusal)
    }  # fmt: skip
    assert len(codes) >= 25
    assert not sorted(code for code in codes if f"`{code}`" not in guide)


async def test_the_guides_are_left_out_where_the_gateway_is_switched_off(app: Quart, visitor: Browser) -> None:
    assert (await visitor.get("/docs/ai-quick-start")).status_code == 200
    here = installation.current()
    here.config = here.config.model_copy(update={"gateway": False})
    for path in ("/docs/ai-quick-start", "/docs/ai-limits", "/docs/ai-privacy", "/v1/kliqs/openapi.json"):
        assert (await visitor.get(path)).status_code == 404
    assert (await visitor.get("/docs/ai-gateway")).status_code == 200, "the operator still reads how to set it up"
