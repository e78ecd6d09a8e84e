"""Alerts, dashboard and Prometheus' settings name metrics that there are, and the guide explains each alert."""

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from app import create_app
from app.kernel.config import Config
from app.ops.metrics import Metrics
from tests.docs.test_operating import LANGUAGES
from tests.serving import ROOT

RULES, DASHBOARD = ROOT / "deploy/kliqs.rules.yml", ROOT / "deploy/grafana-dashboard.json"
NAME = re.compile(r"\b(kliqs_\w+|up)\b")
MATCHER = re.compile(r"(kliqs_\w+)\{([^}]*)\}")


def rules() -> list[dict[str, Any]]:
    """The alerts of the file."""
    return [rule for group in yaml.safe_load(RULES.read_text())["groups"] for rule in group["rules"]]


def queries() -> list[str]:
    """Everything that alerts and dashboard ask of Prometheus."""
    panels = json.loads(DASHBOARD.read_text())["panels"]
    return [rule["expr"] for rule in rules()] + [target["expr"] for panel in panels for target in panel["targets"]]


def collectors(config: Config) -> dict[Any, list[str]]:
    """The metrics of a process, each with the names of its samples."""
    registry: Any = Metrics(create_app(config)).registry
    return dict(registry._collector_to_names)


def exported(config: Config) -> dict[str, set[str]]:
    """The names that /metrics shows, each with its labels."""
    names: dict[str, set[str]] = {"up": {"job", "instance"}}
    for collector, samples in collectors(config).items():
        for name in samples:
            names[name] = {*collector._labelnames, "le"} if name.endswith("_bucket") else {*collector._labelnames}
    return names


def test_every_metric_and_label_that_is_asked_for_exists(config: Config) -> None:
    names = exported(config)
    assert len(queries()) > 40
    for query in queries():
        assert {name for name in NAME.findall(query) if name not in names} == set(), query
        for name, matchers in MATCHER.findall(query):
            asked = set(re.findall(r"(\w+)=~?\"", matchers))
            assert asked <= names[name], query


def test_there_is_an_alert_for_each_metric_that_says_that_something_fails(config: Config) -> None:
    states = [collector for collector in collectors(config) if re.match("[01] while ", collector._documentation)]
    asked = " ".join(rule["expr"] for rule in rules())
    assert len(states) > 2
    assert [collector._name for collector in states if collector._name not in asked] == []


def test_promtool_takes_the_rules_and_the_settings() -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool, of Debian's package prometheus, is not installed")
    for words in (["rules", str(RULES)], ["config", "--syntax-only", str(ROOT / "deploy/prometheus.yml")]):
        done = subprocess.run([promtool, "check", *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_explains_each_alert_and_every_metric(language: str, config: Config) -> None:
    guide = (ROOT / f"app/docs/guides/{language}/monitoring.md").read_text()
    alerts = [rule["alert"] for rule in rules()]
    assert len(set(alerts)) == len(alerts) and {rule["labels"]["severity"] for rule in rules()} == {"page", "ticket"}
    assert [name for name in alerts if f"**`{name}`**" not in guide] == []
    names = {collector._name + "_total" * (collector._type == "counter") for collector in collectors(config)}
    assert {name for name in names if f"`{name}`" not in guide} == set()
