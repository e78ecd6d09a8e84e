"""Files of country databases: written whole before they get their names, the vendored one unpacked once."""

import hashlib
import lzma
import shutil
from pathlib import Path
from typing import BinaryIO

from app.kernel.private_files import draft, make_folder

VENDORED = Path(__file__).with_name("dbip-country.mmdb.xz")


def unpacked(folder: Path) -> Path:
    """The vendored database in this folder, unpacked unless it is already: its name tells which one it is."""
    digest = hashlib.sha256(VENDORED.read_bytes()).hexdigest()[:16]
    path = folder / f"dbip-country-{digest}.mmdb"
    if not path.exists():
        with lzma.open(VENDORED) as packed:
            copy_into(folder, packed).replace(path)
        for old in set(folder.glob("dbip-country-*.mmdb")) - {path}:
            old.unlink(missing_ok=True)
    return path


def copy_into(folder: Path, source: "BinaryIO | lzma.LZMAFile") -> Path:
    """A whole copy, on disk, under a name of its own in the folder."""
    make_folder(folder)
    with draft(folder, "draft-") as (target, path):
        shutil.copyfileobj(source, target)
    return path
