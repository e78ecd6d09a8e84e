"""The programs of the guide accept what Kliqs signs, and nothing else; the examples are what Kliqs sends."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from app.docs.api_examples import all_examples
from app.docs.webhook_examples import DATA_MODELS, event_examples
from app.kernel import i18n
from app.webhooks import signing
from app.webhooks.event_types import EVENT_TYPES
from tests.docs.php_programs import php_is_here, run_php
from tests.docs.test_guides import blocks

BODY = '{"type":"link.created","data":{"title":"Kopi ☕"}}'
SECRET, OTHER = signing.new_secret(), signing.new_secret()
CALLS = {  # what a server writes around the program: it prints the type of the event, or "refused"
    "sh": 'if printf %s "$BODY" | verify "$SECRET" "$ID" "$TIMESTAMP" "$SIGNATURE"; then echo link.created; '
    "else echo refused; fi\n",
    "python": """
import os
headers = {f"webhook-{name}": os.environ[name.upper()] for name in ("id", "timestamp", "signature")}
try:
    print(verify(os.environ["SECRET"], headers, os.environb[b"BODY"])["type"])
except ValueError:
    print("refused")
""",
    "js": """
const { SECRET, ID, TIMESTAMP, SIGNATURE, BODY } = process.env;
const headers = { "webhook-id": ID, "webhook-timestamp": TIMESTAMP, "webhook-signature": SIGNATURE };
try { console.log(verify(SECRET, headers, Buffer.from(BODY)).type); } catch { console.log("refused"); }
""",
    "php": """
foreach (['id', 'timestamp', 'signature'] as $name) $headers["webhook-$name"] = getenv(strtoupper($name));
try { echo verify(getenv('SECRET'), $headers, getenv('BODY'))['type'], "\\n"; }
catch (RuntimeException) { echo "refused\\n"; }
""",
}
COMMANDS = {"sh": ["sh", "-eu"], "python": [sys.executable], "js": ["node"], "php": ["php"]}
ENDINGS = {"sh": "sh", "python": "py", "js": "mjs", "php": "php"}


def message(*secrets: str, at: float = 0, **changes: str) -> dict[str, str]:
    """A message as the programs get it, signed now with these secrets."""
    timestamp = int(time.time() + at)
    signature = " ".join(signing.sign(secret, "evt_1", timestamp, BODY) for secret in secrets)
    sent = {"SECRET": SECRET, "ID": "evt_1", "TIMESTAMP": str(timestamp), "SIGNATURE": signature, "BODY": BODY}
    return {"PATH": os.environ["PATH"]} | sent | changes


def answer(language: str, program: str, env: dict[str, str], folder: Path) -> str:
    if language == "php":
        return run_php(program + CALLS["php"], folder, env).strip()
    file = folder / f"program.{ENDINGS[language]}"
    file.write_text(program + CALLS[language])
    command = [*COMMANDS[language], str(file)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_guide_has_a_program_in_each_of_four_languages() -> None:
    assert [language for language, _ in blocks("webhooks")] == list(CALLS)


@pytest.mark.parametrize("language", CALLS)
def test_a_program_takes_what_is_signed_and_refuses_everything_else(language: str, tmp_path: Path) -> None:
    if not (php_is_here() if language == "php" else shutil.which(COMMANDS[language][0])):
        pytest.skip(f"there is no {language} here")
    program = dict(blocks("webhooks"))[language]
    results = [
        answer(language, program, env, tmp_path)
        for env in (
            message(SECRET),
            message(OTHER, SECRET),  # after a rotation
            message(SECRET, OTHER),
            message(OTHER),
            message(SECRET, BODY=BODY.replace("Kopi", "Teh")),
            message(SECRET, ID="evt_2"),
            message(SECRET, at=-360),
            message(SECRET, at=360),
            message(SECRET, SIGNATURE="v1,x v2,y"),
        )
    ]
    assert results == ["link.created"] * 3 + ["refused"] * 6


def test_every_event_has_an_example_with_the_fields_that_are_sent() -> None:
    i18n.set_language("en")
    examples = event_examples(all_examples())
    assert [example.name for example in examples] == [*EVENT_TYPES]
    for example in examples:
        body: dict[str, Any] = json.loads(example.body)
        model = DATA_MODELS[example.type.noun]
        assert body.keys() == {"type", "timestamp", "data"}
        assert body["type"] == example.name
        assert body["data"].keys() == model.model_fields.keys()
        model.model_validate(body["data"])
