"""What an operator deploys with, as the guides show it: the image, Compose, systemd and the proxies."""

import configparser
import fnmatch
import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from app.kernel.config import Config, InvalidSettings
from app.server_process import GRACE
from app.web.limits import MAX_IMPORT
from tests.dockerfile import copied, health_check, image_environment, instructions, of_kind
from tests.docs.test_operating import LANGUAGES, samples
from tests.serving import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
SECRET, PASSWORD = "s" * 40, "0123456789abcdef"


def compose() -> dict[str, Any]:
    """compose.yaml as it is written."""
    return dict(yaml.safe_load((ROOT / "compose.yaml").read_text()))


COMPOSE_FILES = ("compose.yaml", "compose.sqlite.yaml", "compose.two.yaml")


def interpolated(text: str, values: dict[str, str]) -> str:
    """`${NAME}`, `${NAME:-default}` and `${NAME:?message}` replaced, as Compose does, the innermost first."""
    inner = re.compile(r"\$\{(\w+)(?::(-|\?)([^${}]*))?\}")

    def value(match: re.Match[str]) -> str:
        name, kind, other = match.groups()
        if not values.get(name) and kind == "?":
            raise ValueError(f"{name}: {other}")
        return values.get(name) or other or ""

    while inner.search(text):
        text = inner.sub(value, text)
    return text


def dotenv(text: str) -> dict[str, str]:
    """A `.env` file as Compose reads it: a value in single quotes is taken as it is."""
    pairs = (line.partition("=") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: value[1:-1] for name, _, value in pairs if value[0] == value[-1] == "'"}


def filled(language: str) -> dict[str, str]:
    """The `.env` of the guide, with what its reader writes into it."""
    [text] = [code for code in samples(language, "container", "ini") if "STORAGE_SECRET" not in code]
    return dotenv(text) | {"KLIQS_SECRET_KEY": SECRET, "POSTGRES_PASSWORD": PASSWORD}


def container_environment(service: str, values: dict[str, str]) -> dict[str, str]:
    """What the container of a service has in its environment: `environment` goes before `env_file`."""
    described = compose()["services"][service]
    own = {name: interpolated(text, values) for name, text in described["environment"].items()}
    return (values if described.get("env_file") == ".env" else {}) | own


def test_hadolint_has_nothing_to_say_about_the_dockerfile() -> None:
    program = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([str(program), str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_runs_as_nobody_important_keeps_one_volume_and_tells_how_it_is() -> None:
    [user], [volume] = of_kind("USER", 1), of_kind("VOLUME", 1)
    assert user.split(":")[0].isdecimal() and user.split(":")[0] != "0"
    assert volume == image_environment()["KLIQS_DATA_DIR"] == of_kind("WORKDIR", 1)[0]
    assert of_kind("EXPOSE") == [image_environment()["KLIQS_BIND"].rpartition(":")[2]]
    assert f"127.0.0.1:{of_kind('EXPOSE')[0]}/healthz" in shlex.join(health_check())
    assert [json.loads(words) for words in (*of_kind("ENTRYPOINT"), *of_kind("CMD"))] == [["kliqs"], ["serve"]]
    bases = of_kind("FROM")
    assert len(bases) == 2 and len({base.split()[0] for base in bases}) == 1 and "-slim-" in bases[0]
    assert [
        instruction.words for instruction in instructions() if instruction.stage == 1 and instruction.keyword == "COPY"
    ] == ["--from=build /opt/kliqs /opt/kliqs"]


def test_the_image_measures_videos_of_posts_and_keeps_no_lists_of_packages() -> None:
    [layer] = [words for words in of_kind("RUN", 1) if "apt-get" in words]
    assert "--no-install-recommends ffmpeg" in layer and layer.endswith("rm -rf /var/lib/apt/lists/*")


def test_the_image_does_not_start_without_hosts_and_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in image_environment().items():
        monkeypatch.setenv(name, value)
    with pytest.raises(InvalidSettings, match=r"SECRET_KEY.*\n.*HOSTS|HOSTS.*\n.*SECRET_KEY"):
        Config.from_env()
    monkeypatch.setenv("KLIQS_HOSTS", "kliqs.example")
    monkeypatch.setenv("KLIQS_SECRET_KEY", SECRET)
    Config.from_env().check_env_is_set()


def test_the_build_gets_what_it_copies_and_nothing_else() -> None:
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    assert lines[0] == "*" and not any(fnmatch.fnmatch(".env", line.removeprefix("!")) for line in lines[1:])
    allowed = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert allowed == set(copied()) and all((ROOT / name).exists() for name in allowed)


def test_the_image_installs_the_packages_of_the_project_at_their_pinned_versions() -> None:
    [layer] = [words for words in of_kind("RUN", 0) if "requirements.txt" in words]
    program = shlex.split(layer)[2]
    printed = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert printed.stdout.splitlines() == PROJECT["project"]["dependencies"]
    assert layer.count("-c constraints.txt") == layer.count("pip install") == 2


def test_everything_that_is_installed_is_pinned() -> None:
    pinned = {
        _normalised(line.partition("==")[0])
        for line in (ROOT / "constraints.txt").read_text().splitlines()
        if "==" in line
    }
    groups = [
        PROJECT["project"]["dependencies"],
        PROJECT["build-system"]["requires"],
        *PROJECT["project"]["optional-dependencies"].values(),
    ]
    required = {_normalised(re.split(r"[\[<>=~; ]", line)[0]) for group in groups for line in group}
    assert len(required) > 40 and required <= pinned


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_kliqs_takes_every_setting_that_compose_hands_it(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    values = image_environment() | container_environment("kliqs", filled(language))
    for name in [name for name in values if name.startswith("KLIQS_")]:
        assert name.removeprefix("KLIQS_").lower() in Config.model_fields, name
        monkeypatch.setenv(name, values[name])
    config = Config.from_env()
    config.check_env_is_set()
    assert config.database_url == f"postgres://kliqs:{PASSWORD}@postgres/kliqs"
    assert (config.trusted_hops, config.site.host("public"), config.secret_keys()) == (1, "kliqs.example", [SECRET])


def test_the_services_of_compose_find_each_other() -> None:
    services, values = compose()["services"], filled("en")
    database, caddy = (container_environment(name, values) for name in ("postgres", "caddy"))
    assert (database["POSTGRES_USER"], database["POSTGRES_PASSWORD"], database["POSTGRES_DB"]) == (
        "kliqs",
        PASSWORD,
        "kliqs",
    )
    assert caddy == {"SITE_NAMES": "kliqs.example", "UPSTREAM": f"kliqs:{of_kind('EXPOSE')[0]}"}
    assert services["kliqs"]["volumes"] == [f"data:{of_kind('VOLUME')[0]}"]
    assert set(services) == {"kliqs", "postgres", "caddy"} and "ports" not in services["kliqs"]
    named = {volume.split(":")[0] for service in services.values() for volume in service["volumes"]}
    assert {name for name in named if not name.startswith(".")} == set(compose()["volumes"])
    assert all((ROOT / name).is_file() for name in named if name.startswith("."))


def test_compose_waits_for_a_graceful_stop_and_says_what_is_missing() -> None:
    assert int(compose()["services"]["kliqs"]["stop_grace_period"].removesuffix("s")) > GRACE
    with pytest.raises(ValueError, match="POSTGRES_PASSWORD: write it"):
        container_environment("postgres", {"KLIQS_HOSTS": "kliqs.example"})


@pytest.mark.parametrize("name", COMPOSE_FILES)
def test_compose_takes_every_file_and_nothing_is_open_to_the_world_but_caddy(name: str) -> None:
    described = yaml.safe_load((ROOT / name).read_text())
    jsonschema_rs.validate(json.loads((ROOT / "tests/compose-spec.json").read_text()), described)
    for service, facts in described["services"].items():
        assert service == "caddy" or "healthcheck" in facts or service.startswith("kliqs"), service
        assert (":" in facts.get("image", ":") and not facts.get("image", "").endswith(":latest")) or "build" in facts
        public = [port for port in facts.get("ports", []) if "PRIVATE_ADDRESS:-127.0.0.1" not in port]
        assert not public or service == "caddy", service
        if service.startswith("kliqs"):
            assert facts["read_only"] and facts["cap_drop"] == ["ALL"]
            assert int(facts["stop_grace_period"].removesuffix("s")) > GRACE
    named = {volume.split(":")[0] for facts in described["services"].values() for volume in facts.get("volumes", [])}
    assert {volume for volume in named if not volume.startswith(".")} == set(described["volumes"])
    assert all((ROOT / volume).is_file() for volume in named if volume.startswith("."))


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_servers_share_database_and_files_and_kliqs_takes_their_settings(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    [text] = [code for code in samples(language, "container", "ini") if "STORAGE_SECRET" in code]
    assert text == (ROOT / "deploy/compose.two.env").read_text()
    values = dotenv(text) | {"KLIQS_SECRET_KEY": SECRET, "POSTGRES_PASSWORD": PASSWORD, "STORAGE_SECRET": PASSWORD}
    services = yaml.safe_load((ROOT / "compose.two.yaml").read_text())["services"]
    first, second = services["kliqs-1"], services["kliqs-2"]
    assert first["environment"] == second["environment"] and first["volumes"] != second["volumes"]
    environment = {name: interpolated(value, values) for name, value in first["environment"].items()}
    for name, value in (image_environment() | values | environment).items():
        if name.startswith("KLIQS_"):
            monkeypatch.setenv(name, value)
    config = Config.from_env()
    config.check_env_is_set()
    assert config.database_url == f"postgres://kliqs:{PASSWORD}@postgres/kliqs"
    assert config.redis_url == "redis://redis:6379/0"
    s3 = {name: interpolated(value, values) for name, value in services["s3"]["environment"].items()}
    assert (config.storage_key, config.storage_secret) == (s3["AWS_ACCESS_KEY_ID"], s3["AWS_SECRET_ACCESS_KEY"])
    assert config.storage_url.startswith(f"s3://{s3['S3_BUCKET']}?endpoint=http://s3:8333")
    caddy = interpolated(services["caddy"]["environment"]["UPSTREAMS"], values)
    assert caddy == "kliqs-1:8000 kliqs-2:8000"


@pytest.mark.parametrize("file", ["Caddyfile", "Caddyfile.two"])
def test_caddy_takes_its_files(file: str) -> None:
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("caddy, of Debian's package caddy, is not installed")
    words = ["validate", "--config", str(ROOT / "deploy" / file), "--adapter", "caddyfile"]
    done = subprocess.run([caddy, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("file", sorted((ROOT / ".github/workflows").iterdir()), ids=lambda file: str(file.name))
def test_workflows_run_actions_of_one_commit_each_and_may_write_no_more_than_they_need(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text())
    assert workflow["permissions"] == {"contents": "read"}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used and all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action) for action in used)
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


def test_the_workflow_builds_the_image_for_both_processors_and_publishes_none_of_a_pull_request() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/image.yml").read_text())
    [build] = [step["with"] for step in workflow["jobs"]["image"]["steps"] if "build-push-action" in step["uses"]]
    assert build["platforms"] == "linux/amd64,linux/arm64" and "pull_request" in build["push"] and build["sbom"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_caddy_serves_the_host_of_the_settings_and_reads_what_compose_sets(language: str) -> None:
    [text] = [code for code in samples(language, "proxy", "") if "SITE_NAMES" in code]
    defaults = dict(re.findall(r"\{\$(\w+):([^}]+)\}", text))
    assert text == (ROOT / "deploy/Caddyfile").read_text()
    assert defaults.keys() == compose()["services"]["caddy"]["environment"].keys()
    env = dotenv((ROOT / "deploy/kliqs.env").read_text())
    assert defaults == {"SITE_NAMES": env["KLIQS_HOSTS"], "UPSTREAM": env["KLIQS_BIND"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nginx_serves_the_host_of_the_settings_and_lets_an_import_through(language: str, tmp_path: Path) -> None:
    texts = [code for code in samples(language, "proxy", "nginx") if "dash." not in code]
    env = dotenv((ROOT / "deploy/kliqs.env").read_text())
    assert texts == [(ROOT / "deploy" / name).read_text() for name in ("nginx.conf", "nginx.two.conf")]
    assert f"proxy_pass http://{env['KLIQS_BIND']};" in texts[0]
    assert re.findall(r"server ([\d.:]+) ", texts[1]) == ["127.0.0.1:8001", "127.0.0.1:8002"]
    _make_certificate(tmp_path)
    for text in texts:
        assert set(re.findall(r"server_name ([^;]+);", text)) == {env["KLIQS_HOSTS"]}
        assert f"client_max_body_size {MAX_IMPORT >> 20}m;" in text
        if nginx := shutil.which("nginx"):
            for path in re.findall(r"ssl_certificate\w*\s+([^;]+);", text):
                text = text.replace(path, str(tmp_path / Path(path).name))
            (tmp_path / "nginx.conf").write_text(f"events {{}}\nhttp {{\n{text}}}\n")
            subprocess.run([nginx, "-t", "-q", "-c", str(tmp_path / "nginx.conf")], check=True, capture_output=True)


def _make_certificate(folder: Path) -> None:
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/CN=kliqs.example",
            "-keyout",
            str(folder / "privkey.pem"),
            "-out",
            str(folder / "fullchain.pem"),
        ],
        check=True,
        capture_output=True,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_systemd_unit_has_the_settings_file_and_the_data_directory_of_the_guide(
    language: str, tmp_path: Path
) -> None:
    [text] = [code for code in samples(language, "install", "ini") if "[Unit]" in code]
    unit = configparser.ConfigParser(interpolation=None)
    unit.read_string(text)
    service, env = unit["Service"], dotenv((ROOT / "deploy/kliqs.env").read_text())
    assert text == (ROOT / "deploy/kliqs.service").read_text()
    assert f"/var/lib/{service['StateDirectory']}" == env["KLIQS_DATA_DIR"]
    assert f"`{service['EnvironmentFile']}`" in _guide(language, "install")
    assert int(service["TimeoutStopSec"]) > GRACE and service["ExecStart"].endswith("/kliqs serve")
    if analyze := shutil.which("systemd-analyze"):
        (tmp_path / "kliqs.service").write_text(text.replace(service["ExecStart"].split()[0], sys.executable))
        done = subprocess.run(
            [analyze, "verify", str(tmp_path / "kliqs.service")], capture_output=True, text=True, check=False
        )
        assert (done.returncode, [line for line in done.stderr.splitlines() if "kliqs.service" in line]) == (0, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_socket_of_systemd_listens_where_the_settings_say(language: str) -> None:
    [text] = [code for code in samples(language, "upgrade", "ini") if "[Socket]" in code]
    unit = configparser.ConfigParser(interpolation=None)
    unit.read_string(text)
    assert text == (ROOT / "deploy/kliqs.socket").read_text()
    assert unit["Socket"]["ListenStream"] == dotenv((ROOT / "deploy/kliqs.env").read_text())["KLIQS_BIND"]


def _guide(language: str, slug: str) -> str:
    return (ROOT / "app/docs/guides" / language / f"{slug}.md").read_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commands_of_the_container_guide_name_what_is_there(language: str) -> None:
    code = "".join(samples(language, "container", "sh"))
    assert set(re.findall(r"docker compose -f (\S+)", code)) <= set(COMPOSE_FILES)
    service = compose()["services"].keys()
    assert set(re.findall(r"docker compose exec (\w+)", code)) <= service
    assert set(re.findall(r"-v \w+:(\S+)", code)) == {of_kind("VOLUME")[0]}
    settings = re.findall(r"-e KLIQS_(\w+)=", code)
    assert settings and {name.lower() for name in settings} <= Config.model_fields.keys()
    assert of_kind("USER", 1)[0] in _guide(language, "container")
    for copy in [line.split()[1:] for line in code.splitlines() if line.startswith("cp ")]:
        assert (ROOT / copy[0]).is_file() and compose()["services"]["kliqs"]["env_file"] == copy[1]
