"""Files of geolocation databases: written completely before they get their name; the vendored one is unpacked once."""

import hashlib
import lzma
import shutil
from functools import cache
from pathlib import Path
from typing import BinaryIO

from app.kernel.private_files import make_folder, temporary_file

VENDORED_FILE = Path(__file__).with_name("dbip-country.mmdb.xz")


def unpack_vendored(folder: Path) -> Path:
    """Returns the path of the vendored database in `folder` and unpacks it first if needed. The file name contains a
    digest of the version.
    """
    path = folder / f"dbip-country-{_file_digest(VENDORED_FILE)}.mmdb"
    if not path.exists():
        with lzma.open(VENDORED_FILE) as packed:
            copy_into(folder, packed).replace(path)
        for old in set(folder.glob("dbip-country-*.mmdb")) - {path}:
            old.unlink(missing_ok=True)
    return path


@cache
def _file_digest(file: Path) -> str:
    """Returns 16 hexadecimal digits of a file's SHA-256. They are computed once: the file is part of the program."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()[:16]


def copy_into(folder: Path, source: "BinaryIO | lzma.LZMAFile") -> Path:
    """Writes a complete copy to a temporary file in the folder and returns its path."""
    make_folder(folder)
    with temporary_file(folder, "draft-") as (target, path):
        shutil.copyfileobj(source, target)
    return path
