"""`kliqs restart` says whether another server took over, and the file names the process that serves."""

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app import handover
from app.cli import main
from app.pid_file import PidFile
from app.stop_requests import REPLACE


@pytest.fixture
def file(tmp_path: Path) -> PidFile:
    return PidFile(tmp_path / "kliqs.pid")


def restart(file: PidFile) -> Result:
    return CliRunner().invoke(main, ["restart", "--wait", "1"], env={"KLIQS_DATA_DIR": str(file.path.parent)})


def test_without_a_server_it_says_how_to_start_one(file: PidFile) -> None:
    result = restart(file)
    assert (result.exit_code, result.stderr) == (1, f"No server runs that {file.path} names: kliqs serve starts one.\n")


@pytest.mark.parametrize("answer", ["another", "a reason", "nothing"])
def test_it_waits_for_what_becomes_of_the_signal(file: PidFile, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write()
    file.write_reason("of an earlier restart")

    def kill(process: int, number: int) -> None:
        assert (process, number) == (os.getpid(), REPLACE)
        if answer == "another":
            file.path.write_text("4242\n")
        elif answer == "a reason":
            file.write_reason("KLIQS_BIND: give a port.")

    monkeypatch.setattr(os, "kill", kill)
    result = restart(file)
    assert result.exit_code == (0 if answer == "another" else 1)
    expected = {
        "another": "The process 4242 serves now.",
        "a reason": "The running server goes on, because no other took over. KLIQS_BIND: give a port.",
        "nothing": "The new server is not ready after 1 seconds",
    }
    assert expected[answer] in result.output


def test_only_the_process_that_the_file_names_removes_it(file: PidFile) -> None:
    file.path.write_text("4242\n")
    file.remove()
    assert file.read() == 4242
    file.write()
    file.remove()
    assert file.read() is None


def test_the_new_server_has_the_command_of_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "kliqs"
    program.touch(0o755)
    monkeypatch.setattr(sys, "orig_argv", ["python", str(program), "serve", "--inherited-socket=3", "--predecessor=4"])
    assert handover.command(5, 6) == [str(program), "serve", "--inherited-socket=5", "--predecessor=6"]
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "app", "serve", "--processes", "2"])
    assert handover.command(5, 6)[:6] == [sys.executable, "-m", "app", "serve", "--processes", "2"]
