"""A server says at its start what is wrong with its storage; only wrong settings keep it from starting."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.object_server import ObjectServer

pytestmark = pytest.mark.slow  # each starts a process that imports the commands

CHECK = """
import sys
from app.kernel.config import Config
from app.ops.command_runner import check_storage
check_storage(Config.from_env())
print("starts", "obstore" in sys.modules)
"""


def start(address: str, tmp_path: Path) -> tuple[str, str]:
    """What it prints, and what it says of faults, in a process that has not used the library yet."""
    settings = {"STORAGE_URL": address, "STORAGE_KEY": "key", "STORAGE_SECRET": "hush", "DATA_DIR": str(tmp_path)}
    env = os.environ | {f"KLIQS_{name}": value for name, value in settings.items()}
    run = subprocess.run([sys.executable, "-c", CHECK], env=env, capture_output=True, text=True, check=False)
    return run.stdout, run.stderr


def test_a_storage_that_answers_is_not_mentioned(object_server: ObjectServer, tmp_path: Path) -> None:
    assert start(object_server.address(), tmp_path) == ("starts False\n", "")


def test_a_missing_bucket_is_told_and_nothing_starts(object_server: ObjectServer, tmp_path: Path) -> None:
    said, fault = start(f"s3://no-such-bucket?endpoint={object_server.origin}", tmp_path)
    assert said == "" and "KLIQS_STORAGE_URL: The storage of files has no such bucket" in fault and "hush" not in fault


def test_a_storage_that_is_away_is_told_and_the_server_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    said, fault = start(f"s3://bucket?endpoint=http://127.0.0.1:{port}", tmp_path)
    assert said == "starts False\n" and "does not answer. Pictures and downloads answer 503" in fault
