"""`kliqs restart`: lets the running server be replaced by a new one, and says whether that worked."""

import os
import time
from pathlib import Path

import click

from app.kernel.config import Config
from app.ops.operator_actions import OperationDeclined
from app.pid_file import DEFAULT_NAME, PidFile
from app.stop_requests import REPLACE

INTERVAL = 0.1  # seconds between two looks at the file
pid_file_option = click.option(
    "--pid-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file with the number of the server's process; kliqs.pid in the data directory.",
)


def pid_file_of(config: Config, path: Path | None) -> PidFile:
    """Returns the file at this path, or the one in the data directory."""
    return PidFile(path or config.data_dir / DEFAULT_NAME)


@click.command()
@pid_file_option
@click.option("--wait", type=click.IntRange(1, 86_400), default=600, show_default=True, help="Seconds, at most.")
def restart(pid_file: Path | None, wait: int) -> None:
    """Replace the running server by this version, without refusing a connection."""
    file = pid_file_of(Config.from_env(), pid_file)
    old = file.read()
    file.take_reason()
    try:
        if old is None:
            raise ProcessLookupError
        os.kill(old, REPLACE)
    except ProcessLookupError:
        raise OperationDeclined(f"No server runs that {file.path} names: kliqs serve starts one.") from None
    new = _wait_for_replacement(file, old, wait)
    click.echo(f"The process {new} serves now. {old} finishes its requests and ends.")


def _wait_for_replacement(file: PidFile, old: int, seconds: float) -> int:
    """Returns the number of the process that serves instead of `old`. Raises: OperationDeclined."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if reason := file.take_reason():
            raise OperationDeclined(f"The running server goes on, because no other took over. {reason}")
        if (new := file.read() or old) != old:
            return new
        time.sleep(INTERVAL)
    raise OperationDeclined(
        f"The new server is not ready after {seconds:.0f} seconds, such as because it migrates a large table. "
        "The running one goes on until it is."
    )
