"""The small files of the repository say what is true: CI, hooks, templates for issues, and how text is written."""

import configparser
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.dockerfile import of_kind
from tests.serving import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
INPUTS = {"input", "textarea", "dropdown", "checkboxes"}


def read(path: str) -> Any:
    return yaml.load((ROOT / path).read_text(), Loader=yaml.BaseLoader)  # noqa: S506 - text only: `on` stays `on`


def test_ci_runs_what_a_developer_runs_and_nothing_else() -> None:
    workflow = read(".github/workflows/ci.yml")
    [job] = workflow["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step] == ["bash .ci/run"]
    assert set(workflow["on"]) == {"push", "pull_request"} and workflow["on"]["push"]["branches"] == ["main"]
    assert workflow["permissions"] == {"contents": "read"}


def test_ci_the_image_and_the_linters_have_the_python_that_the_project_asks_for() -> None:
    [job] = read(".github/workflows/ci.yml")["jobs"].values()
    least = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert job["container"]["image"] == f"python:{least}-bookworm"
    assert {base.split()[0] for base in of_kind("FROM")} == {f"python:{least}-slim-bookworm"}
    assert PROJECT["tool"]["ruff"]["target-version"] == f"py{least.replace('.', '')}"


def test_the_hooks_are_the_linters_of_ci_from_the_projects_own_venv() -> None:
    [repository] = read(".pre-commit-config.yaml")["repos"]
    hooks = {hook["id"]: hook for hook in repository["hooks"]}
    assert repository["repo"] == "local" and list(hooks) == ["ruff", "ruff-format", "mypy"]
    assert all(hook["language"] == "system" for hook in hooks.values())
    lint = {re.split(r"[=<>~]", project)[0] for project in PROJECT["project"]["optional-dependencies"]["lint"]}
    for hook in hooks.values():
        folder, program = hook["entry"].split()[0].rsplit("/", 1)
        assert folder == ".venv/bin" and program in lint and f".venv/bin/{program}" in (ROOT / ".ci/run").read_text()


@pytest.mark.parametrize("path", [form for form in FORMS if form.name != "config.yml"], ids=lambda path: path.name)
def test_a_form_for_an_issue_is_whole(path: Path) -> None:
    form = read(path.relative_to(ROOT).as_posix())
    inputs = [part for part in form["body"] if part["type"] != "markdown"]
    assert form["name"] and form["description"] and {part["type"] for part in inputs} <= INPUTS
    assert len({part["id"] for part in inputs}) == len(inputs) and all(part["attributes"]["label"] for part in inputs)
    assert any(part.get("validations", {}).get("required") == "true" for part in inputs)


def test_a_security_hole_is_not_asked_for_in_public() -> None:
    assert "SECURITY.md" in (ROOT / ".github/ISSUE_TEMPLATE/fault.yml").read_text()
    assert (ROOT / "SECURITY.md").is_file()


def test_editors_write_lines_as_long_as_the_linter_allows() -> None:
    editors = configparser.ConfigParser()
    editors.read_string("[top]\n" + (ROOT / ".editorconfig").read_text())
    assert editors["*.py"]["max_line_length"] == str(PROJECT["tool"]["ruff"]["line-length"])
    assert editors["Caddyfile"]["indent_style"] == "tab"


def test_every_text_file_is_written_as_editorconfig_says() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    endings = {".py", ".html", ".md", ".css", ".yml", ".yaml", ".toml", ".js"}
    files = [ROOT / name for name in listed.split("\0") if Path(name).suffix in endings and "vendor/" not in name]
    texts = {file: file.read_bytes() for file in files if file.is_file()}
    assert len(texts) > 500
    assert not [file for file, text in texts.items() if text and not text.endswith(b"\n")], "no newline at the end"
    assert not [file for file, text in texts.items() if b"\r" in text or b"\t" in text], "tabs or carriage returns"
    assert not [file for file, text in texts.items() if re.search(rb"[ \t]$", text, re.MULTILINE)], "trailing blanks"


PAPERS = [*ROOT.glob("[ACRS]*.md"), *ROOT.glob("decisions/*.md")]
FOLDERS = "app|templates|static|locales|migrations|tests|deploy|decisions"
PATH = re.compile(rf"(?<![\w/.-])(?:{FOLDERS})/[\w./-]*\w(?![\w<{{*])")


@pytest.mark.parametrize("paper", [file for file in PAPERS if file.name != "CHANGELOG.md"], ids=lambda file: file.stem)
def test_every_path_that_a_paper_names_is_there(paper: Path) -> None:
    named = set(PATH.findall(paper.read_text()))
    assert named or paper.name == "README.md"
    assert not [path for path in sorted(named) if not (ROOT / path).exists()]


def test_the_papers_of_the_repository_are_looked_at() -> None:
    assert {"ARCHITECTURE", "CONTRIBUTING", "README", "SECURITY", "STYLE", "lanes"} <= {file.stem for file in PAPERS}


def test_every_name_in_capitals_that_a_how_to_sends_to_is_in_its_file() -> None:
    pairs = re.findall(
        r"`([A-Z_]{4,}|create_app|_check_combinations)`(?:\s+and\s+`\w+`)?\s+of\s+`([\w/.]+\.py)`",
        (ROOT / "CONTRIBUTING.md").read_text(),
    )
    assert len(pairs) >= 10
    assert not [pair for pair in pairs if not re.search(rf"\b{pair[0]}\b", (ROOT / pair[1]).read_text())]
