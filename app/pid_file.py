"""The file with the id of the process that serves, and beside it why it could not be replaced."""

import os
from contextlib import suppress
from pathlib import Path

from app.kernel.private_files import temporary_file

DEFAULT_NAME = "kliqs.pid"  # in the data directory


class PidFile:
    """The id of the server's main process in a file, followed by a line break, as other programs read it."""

    def __init__(self, path: Path) -> None:
        self.path, self.reason = path, path.with_name(f"{path.name}.failed")

    def write(self) -> None:
        """Writes the id of this process."""
        self._replace(self.path, f"{os.getpid()}\n")

    def read(self) -> int | None:
        """Returns the id in the file; None without a file, or for anything but a number."""
        with suppress(OSError, ValueError):
            return int(self.path.read_text())
        return None

    def remove(self) -> None:
        """Removes the file if it names this process."""
        if self.read() == os.getpid():
            self.path.unlink(missing_ok=True)

    def write_reason(self, reason: str) -> None:
        """Writes why the server that was to replace this one did not start."""
        self._replace(self.reason, f"{reason}\n")

    def take_reason(self) -> str | None:
        """Returns that reason once; None if there is none."""
        with suppress(FileNotFoundError):
            reason = self.reason.read_text().strip()
            self.reason.unlink(missing_ok=True)
            return reason
        return None

    def _replace(self, path: Path, text: str) -> None:
        """Writes a file so that nobody reads half of it."""
        with temporary_file(path.parent, f"{path.name}.") as (file, temporary):
            file.write(text.encode())
        temporary.replace(path)
