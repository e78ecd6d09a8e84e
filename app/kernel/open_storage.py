"""Opens the storage of files that an address names."""

from __future__ import annotations

from pathlib import Path

from app.kernel.config import Config
from app.kernel.directory_storage import DirectoryStorage
from app.kernel.file_storage import FileStorage
from app.kernel.object_storage import ObjectStorage
from app.kernel.s3_signing import Credentials
from app.kernel.storage_settings import Bucket


def open_storage(url: str, credentials: Credentials | None, data_dir: Path) -> FileStorage:
    """Opens the bucket of an address that begins with s3://, or else the data directory.

    Nothing is requested yet. Raises: ValueError for an address that is none.
    """
    if not url:
        return DirectoryStorage(data_dir)
    return ObjectStorage(Bucket.parse(url), credentials, data_dir)


def storage_of(config: Config) -> FileStorage:
    """Opens the storage of the settings."""
    return open_storage(config.storage_url, config.storage_credentials, config.data_dir)
