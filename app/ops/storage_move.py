"""Copies all files from one storage to another and compares every byte. The source is never changed.

A copy may be interrupted and run again: what is in the target already is compared instead of copied.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from app.kernel.file_storage import DRAFT, FileStorage, StoredFile
from app.kernel.private_files import make_folder, temporary_file
from app.ops.stored_files import KINDS

COPIED = 2**20  # bytes of one read
Report = Callable[[int, int, int], None]  # gets how many files are done, of how many, and their bytes


@dataclass(slots=True)
class MoveResult:
    """The numbers of files of the source, of those that were copied and that were there already, and the keys of those
    that differ.
    """

    copied: int = 0
    equal: int = 0
    different: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    bytes: int = 0
    files: int = 0

    @property
    def complete(self) -> bool:
        """Whether the target has every byte of the source."""
        return not self.different and not self.missing


def move_files(source: FileStorage, target: FileStorage, report: Report, *, only_check: bool = False) -> MoveResult:
    """Copies what `target` lacks or has otherwise, or with `only_check` names it. Blocks. Raises: OSError."""
    files = [file for kind in KINDS for file in sorted(kind.files(source).values(), key=lambda file: file.key)]
    result = MoveResult(files=len(files))
    for done, file in enumerate(files, 1):
        try:
            _move_file(source, target, file, result, only_check)
        except FileNotFoundError:  # deleted since it was listed
            if source.find(file.key) is not None:
                raise
        report(done, len(files), result.bytes)
    return result


def _move_file(source: FileStorage, target: FileStorage, file: StoredFile, result: MoveResult, check: bool) -> None:
    """Copies or compares one file. Raises: OSError."""
    found = target.find(file.key)
    result.bytes += file.size
    if found and found.size == file.size and _digest(target, file.key) == _digest(source, file.key):
        result.equal += 1
    elif check:
        (result.different if found else result.missing).append(file.key)
    elif _copy(source, target, file.key) == _digest(target, file.key):
        result.copied += 1
    else:
        result.different.append(file.key)


def _copy(source: FileStorage, target: FileStorage, key: str) -> str:
    """Copies a file by way of a draft beside the target; returns the digest of what was read."""
    digest = hashlib.sha256()
    folder = make_folder(target.workspace / key.partition("/")[0])
    with source.open(key) as content, temporary_file(folder, DRAFT) as (copy, draft):
        while piece := content.read(COPIED):
            digest.update(piece)
            copy.write(piece)
    try:
        target.put(key, draft)
    finally:
        draft.unlink(missing_ok=True)
    return digest.hexdigest()


def _digest(storage: FileStorage, key: str) -> str:
    """Returns the SHA-256 of a file, in hex."""
    with storage.open(key) as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
