"""Where tests find the files of the storage, which is a directory unless they choose another."""

from pathlib import Path

from app.kernel import installation
from app.kernel.directory_storage import DirectoryStorage


def use_directory(directory: Path) -> None:
    """Makes a directory the storage of the current installation."""
    installation.current().storage = DirectoryStorage(directory)


def folder(name: str) -> Path:
    """Returns the directory of a kind of files, such as `batches`."""
    return installation.current().storage.workspace / name


def stored(key: str) -> Path:
    """Returns where a file is."""
    storage = installation.current().storage
    assert isinstance(storage, DirectoryStorage)
    return storage.path(key)
