"""What the operator's guides give to be copied works: settings for a shell and for systemd, and the proxies' files."""

import re
import subprocess
from pathlib import Path
from string import Template

import pytest

from app.docs.guides import FOLDER, deploy_files, read_guide
from app.kernel import i18n
from app.kernel.config import Config
from app.kernel.postgres_limits import BESIDE_POOL, POOL

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGES = ("en", "id")


def samples(language: str, slug: str, kind: str) -> list[str]:
    """The blocks of code of a kind in a guide, as somebody copies them."""
    source = Template((FOLDER / language / f"{slug}.md").read_text()).safe_substitute(deploy_files())
    return [code for word, code in FENCE.findall(source) if word == kind]


def of_shell(file: Path) -> dict[str, str]:
    """What `. file` sets in a shell."""
    script = 'set -eu; set -a; . "$1"; env -0'
    printed = subprocess.run(["sh", "-c", script, "sh", str(file)], env={}, capture_output=True, check=True).stdout
    pairs = (line.partition(b"=") for line in printed.split(b"\0"))
    return {name.decode(): value.decode() for name, _, value in pairs if name.startswith(b"KLIQS_")}


def of_systemd(file: Path) -> dict[str, str]:
    """What `EnvironmentFile=` sets, by the states of systemd's parse_env_file_internal (src/basic/env-file.c)."""
    options: dict[str, str] = {}
    state, key, value, kept = "before key", "", "", 0
    for letter in file.read_text() + "\n":
        if state == "before key":
            state, key = ("comment", "") if letter in "#;" else (state, "") if letter.isspace() else ("key", letter)
        elif state == "key":
            state, key = (
                ("before value", key)
                if letter == "="
                else ("before key", "")
                if letter == "\n"
                else (state, key + letter)
            )
            value, kept = "", 0
        elif state in {"before value", "value"}:
            if letter == "\n":
                options[key.strip()], state = value[: max(kept, len(value.rstrip()))], "before key"
            elif letter in "'\"" and state == "before value":
                state = letter
            elif letter == "\\":
                state = "escape"
            elif letter.isspace() and state == "before value":
                pass
            else:
                state, value = "value", value + letter
        elif state == "escape":
            state, value = "value", value if letter == "\n" else value + letter
        elif state == "'":
            state, value, kept = ("before value", value, len(value)) if letter == "'" else (state, value + letter, kept)
        elif state == '"':
            if letter == "\\":
                state = '"\\'
            else:
                state, value, kept = (
                    ("before value", value, len(value)) if letter == '"' else (state, value + letter, kept)
                )
        elif state == '"\\':
            state, value = '"', value + ("" if letter in '"\\`$' else "\\") + letter
        elif state == "comment" and letter == "\n":
            state = "before key"
    return options


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("A=x y", "x y"),
        ("A='x y'", "x y"),
        ('A="x \\"y"', 'x "y'),
        ("A='$x # y'", "$x # y"),
        ("A=x # y", "x # y"),
        ("A='x'  ", "x"),
        ("A=", ""),
        ("A='x''y'", "xy"),
        ("A=x\\\ny", "xy"),
        ("A='\\n'", "\\n"),
    ],
)
def test_our_reading_of_systemds_rules_is_that_of_its_manual(tmp_path: Path, line: str, value: str) -> None:
    """Those of systemd.exec(5), EnvironmentFile=; tried once with its own load_env_file."""
    (tmp_path / "env").write_text(f"# a comment\n{line}\n")
    assert of_systemd(tmp_path / "env") == {"A": value}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shell_and_systemd_read_the_same_settings_and_kliqs_takes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    lines = [
        code
        for slug in ("install", "hosts", "postgresql")
        for code in samples(language, slug, "ini")
        if "[Unit]" not in code
    ]
    file = tmp_path / "kliqs.env"
    file.write_text("# settings\n" + "".join(lines).replace("…", "a new secret, an old one"))

    read = of_shell(file)

    assert read == of_systemd(file)
    assert read["KLIQS_SECRET_KEY"].startswith("a new secret") and len(read) == 8
    read["KLIQS_SECRET_KEY"] = "n" * 40 + " " + "o" * 40
    for name, value in read.items():
        monkeypatch.setenv(name, value)
    config = Config.from_env()
    assert config.production and config.site.split and len(set(config.site.origins.values())) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_the_five_hosts_has_tls_and_a_way_to_it(language: str) -> None:
    [setting] = samples(language, "hosts", "ini")
    hosts = set(re.findall(r"\w=([\w.]+)", setting))
    assert len(hosts) == 5
    caddy = [code for code in samples(language, "proxy", "") if "dash." in code]
    assert set(caddy[0].partition(" {")[0].split(", ")) == hosts
    [nginx] = [code for code in samples(language, "proxy", "nginx") if "dash." in code]
    assert nginx.count("{") == nginx.count("}")
    stranger, plain, tls = nginx.split("\n\nserver")
    for block in (plain, tls):
        names = re.search(r"server_name ([^;]+);", block)
        assert names and set(names[1].split()) == hosts
    assert "default_server" in stranger and "return 444;" in stranger
    assert "listen 80;" in plain and "return 301 https://$host$request_uri;" in plain
    assert "listen 443 ssl" in tls and "proxy_set_header Host $host;" in tls


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_counts_the_connections_that_processes_open(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    i18n.set_language(language)
    page = str(read_guide("postgresql").html)
    each = POOL + BESIDE_POOL
    assert f"<td>{4 * each}</td>" in page and "${" not in page
    assert 4 * each + 3 < 100 and 8 * each + 3 < 200 and 16 * each + 3 < 400
