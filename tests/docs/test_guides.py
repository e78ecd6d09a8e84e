"""Every guide says the same in both languages, and what its programs do is tried on a real server."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.accounts.models import Account
from app.accounts.user import User
from app.docs import catalogue
from app.docs.guides import FOLDER, read_guide
from app.kernel import db, i18n, installation
from app.kernel.surfaces import Site
from app.publishing.connections.manual_connection import create_manual_connection
from app.publishing.networks.registry import NETWORKS
from tests.publishing.files.samples import photo
from tests.serving import Server, environment, serving
from tests.subtests import as_subtests

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OWN_TEST = {
    "webhooks",  # test_webhook_guide.py: its programs are called by us, and do not call
    *("ai-quick-start", "ai-limits", "ai-privacy"),  # test_gateway_guides.py: they need models
}
DEVELOPERS = [
    slug
    for section in catalogue.SECTIONS
    if section.key == "developers"
    for slug in section.guides
    if slug not in OWN_TEST
]
USED = {  # what somebody who takes a recipe writes around it
    "def on_product_created": "\n\nclass Product:\n    id, sku, name = '8f3f', '8f3f', 'Sepatu'\n"
    "    def save(self): print(self.short_url)\n\non_product_created(Product())\n",
    "export async function reply": '\nconsole.log(await reply("Tolong https://toko.example/8f3f ya"));\n'
    'console.log(await reply("Halo"));\n',
}


def source(slug: str, language: str) -> str:
    return (FOLDER / language / f"{slug}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_there_is_a_file_for_every_guide_and_no_other(language: str) -> None:
    assert sorted(file.stem for file in (FOLDER / language).iterdir()) == sorted(catalogue.GUIDES)


@as_subtests("slug", catalogue.GUIDES)
def test_both_languages_have_the_same_sections_programs_links_and_pictures(slug: str) -> None:
    programs = []
    for language in i18n.LANGUAGES:
        i18n.set_language(language)
        text = source(slug, language)
        headings = [(heading.level, heading.anchor) for heading in read_guide(slug).headings]
        assert headings
        assert all(anchor for _, anchor in headings)
        programs.append(
            (
                headings,
                FENCE.findall(text),
                sorted(re.findall(r"\]\(([^)]+)\)", text)),
                len(re.findall(r"^(?:- |\d+\. |\| )", text, re.MULTILINE)),
            )
        )
    assert programs[0] == programs[1]


@as_subtests("slug", catalogue.GUIDES)
def test_what_a_guide_names_of_a_screen_is_named_in_indonesian_as_that_screen_names_it(slug: str) -> None:
    named = {
        language: re.findall(r"\*\*([^*]+)\*\*", FENCE.sub("", source(slug, language))) for language in ("en", "id")
    }
    i18n.set_language("id")
    for label in named["en"]:
        assert {label, i18n.gettext(label)} & set(named["id"]) or i18n.gettext(label) == label, label


def blocks(slug: str) -> list[tuple[str, str]]:
    """Language and text of each piece of code of a guide, as a reader copies it."""
    i18n.set_language("en")
    html = str(read_guide(slug).html)
    matches = re.findall(r'<pre tabindex=0><code class="language-(\w+)">(.*?)</code></pre>', html, re.DOTALL)
    return [(language, _plain(text)) for language, text in matches]


def _plain(text: str) -> str:
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


async def connected_by_hand(data: Path, email: str) -> str:
    """The id of a connection of the account of this address, as people make one in the dashboard."""
    async with db.database_open(db.resolve_database_url("", data)):
        account = await Account.get(memberships__user__email=email)
        owner = await User.get(email=email)
        return str((await create_manual_connection(account, NETWORKS["linkedin"], "@kopi", owner.id)).id)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, dict[str, str]]]:
    """A server, and what a reader has set in the shell: a key, and the id of a link."""
    with serving(environment(tmp_path_factory.mktemp("guides") / "data")) as server:
        server.command("account", "create", "dewi@example.com", "--plan", "pro")
        key = server.command("key", "create", "dewi@example.com", "--name", "backend").strip().splitlines()[-1]
        link = server.api("POST", "/links", key, {"url": "https://example.com"})[1]["data"]
        reader = ("key", "create", "dewi@example.com", "--name", "report", "--scope", "links:read")
        read_only = server.command(*reader).strip().splitlines()[-1]
        keys = {"KLIQS_KEY": key, "KLIQS_READ_KEY": read_only}
        connection = asyncio.run(connected_by_hand(Path(server.env["KLIQS_DATA_DIR"]), "dewi@example.com"))
        programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        yield server, {"PATH": programs, "ID": link["id"], "CONNECTION": connection, **keys}


REFUSED = ("errors-and-retries", "api-keys")  # show a refusal
PROGRAMS = {
    "sh": ("sh", ["bash", "-eu"]),
    "python": ("py", [sys.executable]),
    "js": ("mjs", ["node"]),
    "php": ("php", ["php"]),
}


@cache
def lacking(language: str) -> str:
    """Why this machine cannot run a language as the guides use it; empty when it can."""
    command = PROGRAMS[language][1][0]
    if not shutil.which(command):
        return f"there is no {command} here"
    if language == "php" and "curl" not in subprocess.run(["php", "-m"], capture_output=True, text=True).stdout.split():
        return "php is here without its curl extension (Debian: php-curl)"
    return ""


def run(language: str, program: str, env: dict[str, str], folder: Path) -> str:
    """What a piece of code prints; its own failure fails the test."""
    ending, command = PROGRAMS[language]
    if lacking(language):
        return ""
    program += next((more for mark, more in USED.items() if mark in program), "")
    file = folder / f"program.{ending}"
    file.write_text(program)
    done = subprocess.run(
        [*command, str(file)], env=env, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, f"{program}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("slug", DEVELOPERS)
def test_every_program_runs_and_answers_as_shown(
    slug: str, served: tuple[Server, dict[str, str]], tmp_path: Path
) -> None:
    server, env = served
    installation.current().site = Site.loopback(f"127.0.0.1:{server.port}")
    code = blocks(slug)
    assert code
    (tmp_path / "photo.jpg").write_bytes(photo())
    printed = ""
    for language, text in code:
        if language == "json" and printed.startswith("{"):
            assert _alike(json.loads(printed), json.loads(text)), text
        elif language == "text":
            assert printed == text
        elif language != "json":
            assert server.url in text
            printed = run(language, text, env, tmp_path)
            assert '"success": false' not in printed or slug in REFUSED
            assert printed or lacking(language)
    if reasons := {reason for language, _ in code if language in PROGRAMS and (reason := lacking(language))}:
        pytest.skip("; ".join(sorted(reasons)) + "; all else in this guide ran")


def _alike(real: dict[str, Any], shown: dict[str, Any]) -> bool:
    """Whether an answer has the fields of the one shown, and a refusal its very words."""
    fields = ("error", "message", "field", "scope")
    return (
        real.keys() == shown.keys()
        and real.get("data", {}).keys() == shown.get("data", {}).keys()
        and [real.get(name) for name in fields] == [shown.get(name) for name in fields]
    )
