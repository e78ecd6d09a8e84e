"""What is encrypted is read with its key alone, and every change of it is noticed."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from app.ops.backup_encryption import PIECE, TAG, DamagedPiece, EncryptingWriter, WrongBackupKey, open_decrypted
from tests.memory import traced_memory

KEY, OTHER = "k" * 40, "o" * 40


def encrypted(content: bytes) -> bytes:
    target = io.BytesIO()
    writer = EncryptingWriter(target, KEY)
    for start in range(0, len(content), 10_000):
        writer.write(content[start : start + 10_000])
    writer.finish()
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_is_encrypted_is_read_again_with_a_newer_key_before_it(size: int) -> None:
    content = os.urandom(size)
    assert open_decrypted(io.BytesIO(encrypted(content)), [OTHER, KEY]).read() == content
    with pytest.raises(WrongBackupKey):
        open_decrypted(io.BytesIO(encrypted(content)), [OTHER])


def _swap(text: bytes) -> bytes:
    begin, length = len(text) % (PIECE + TAG), PIECE + TAG
    return (
        text[:begin]
        + text[begin + length : begin + 2 * length]
        + text[begin : begin + length]
        + text[begin + 2 * length :]
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:-1],
        lambda text: text[: -PIECE - TAG],
        lambda text: text[:-10] + bytes([text[-10] ^ 1]) + text[-9:],
        lambda text: text + text[-PIECE - TAG :],
        lambda text: text[: 2 * PIECE] + bytes([text[2 * PIECE] ^ 1]) + text[2 * PIECE + 1 :],
        _swap,
    ],
    ids=["cut", "a piece less", "changed", "a piece more", "changed inside", "swapped"],
)
def test_every_change_is_noticed(change: object) -> None:
    text = change(encrypted(os.urandom(4 * PIECE)))  # type: ignore[operator]
    with pytest.raises((DamagedPiece, WrongBackupKey)):
        open_decrypted(io.BytesIO(text), [KEY]).read()


def test_a_large_file_passes_through_little_memory(tmp_path: Path) -> None:
    with traced_memory() as memory:
        with (tmp_path / "file").open("wb") as target:
            writer = EncryptingWriter(target, KEY)
            for _ in range(32):
                writer.write(bytes(2**20))
            writer.finish()
        with (tmp_path / "file").open("rb") as raw:
            plain, size = open_decrypted(raw, [KEY]), 0
            while piece := plain.read(2**20):
                size += len(piece)
    assert size == 32 * 2**20 and memory.peak < 6 * 2**20
