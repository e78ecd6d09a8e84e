"""Files of country databases: written whole before they get their names, the vendored one unpacked once."""

import hashlib
import lzma
import os
import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO

VENDORED = Path(__file__).with_name("dbip-country.mmdb.xz")


def unpacked(folder: Path) -> Path:
    """The vendored database in this folder, unpacked unless it is already: its name tells which one it is."""
    digest = hashlib.sha256(VENDORED.read_bytes()).hexdigest()[:16]
    path = folder / f"dbip-country-{digest}.mmdb"
    if not path.exists():
        with lzma.open(VENDORED) as packed:
            draft(folder, packed).replace(path)
        for old in set(folder.glob("dbip-country-*.mmdb")) - {path}:
            old.unlink(missing_ok=True)
    return path


def draft(folder: Path, source: "BinaryIO | lzma.LZMAFile") -> Path:
    """A whole copy, on disk, under a name of its own; whoever serves may read it, whoever installed it."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix="draft-")
    try:
        with os.fdopen(handle, "wb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(handle)
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)
