"""Encrypts backups as they are written, and decrypts them as they are read, with memory for one piece.

AES-256-GCM in pieces of 64 KiB, in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015), as age has it:
the nonce is the number of the piece and whether it is the last one. So a piece that is changed, moved or missing is
noticed, and so is the end of a file that was cut off. The key comes by HKDF-SHA256 (RFC 5869) from a secret and a salt
that each file has of its own.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"kliqs-backup-1\n"
SALT, KEY, CHECK, PIECE, TAG = 32, 32, 16, 64 * 1024, 16  # bytes
PURPOSE = b"kliqs backup"


class WrongBackupKey(Exception):
    """The backup is encrypted under none of the secrets, or its beginning is damaged."""


class DamagedPiece(Exception):
    """A piece of an encrypted backup was changed or is missing."""


def _cipher(secret: str, salt: bytes) -> tuple[AESGCM, bytes]:
    """Returns the cipher of a file, and the bytes by which a reader knows its secret from another one."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = HKDF(SHA256(), length=KEY + CHECK, salt=salt, info=PURPOSE).derive(secret.encode())
    return AESGCM(derived[:KEY]), derived[KEY:]


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


class EncryptingWriter(io.RawIOBase):
    """A file object that writes what it gets, encrypted, to another one. Without `close` the file has no end."""

    def __init__(self, target: IO[bytes], secret: str) -> None:
        salt = os.urandom(SALT)
        self._target, self._number, self._waiting = target, 0, bytearray()
        self._cipher, check = _cipher(secret, salt)
        target.write(MAGIC + salt + check)

    def writable(self) -> bool:
        """True."""
        return True

    def write(self, content: Any) -> int:
        """Takes bytes; returns how many."""
        self._waiting += content
        while len(self._waiting) > PIECE:  # the last piece is known only at the end
            self._write_piece(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(content)

    def finish(self) -> None:
        """Writes the last piece, by which a reader knows that the file is complete."""
        self._write_piece(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _write_piece(self, piece: bytes, *, last: bool) -> None:
        self._target.write(self._cipher.encrypt(_nonce(self._number, last=last), piece, None))
        self._number += 1


class DecryptingReader(io.RawIOBase):
    """A file object that reads an encrypted backup from beginning to end.

    Raises: WrongBackupKey at once, DamagedPiece while it is read.
    """

    def __init__(self, source: IO[bytes], secrets: Sequence[str]) -> None:
        self._source, self._number, self._ended = source, 0, False
        salt, expected = source.read(SALT), source.read(CHECK)
        for secret in secrets:
            self._cipher, check = _cipher(secret, salt)
            if check == expected:
                break
        else:
            raise WrongBackupKey
        self._next, self._plain = source.read(PIECE + TAG), memoryview(b"")

    def _decrypt(self, piece: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag

        try:
            plain = self._cipher.decrypt(_nonce(self._number, last=not self._next), piece, None)
        except InvalidTag:
            raise DamagedPiece from None
        self._number, self._ended = self._number + 1, not self._next
        return plain

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills a buffer with what comes next; returns how many bytes, 0 at the end."""
        if not self._plain and not self._ended:
            piece, self._next = self._next, self._source.read(PIECE + TAG)
            self._plain = memoryview(self._decrypt(piece))
        length = min(len(buffer), len(self._plain))
        buffer[:length] = self._plain[:length]
        self._plain = self._plain[length:]
        return length


def open_decrypted(raw: IO[bytes], secrets: Sequence[str]) -> IO[bytes]:
    """Returns the plain content of a backup that may be encrypted. Raises: WrongBackupKey."""
    if raw.read(len(MAGIC)) == MAGIC:
        return io.BufferedReader(DecryptingReader(raw, secrets), PIECE)
    raw.seek(0)
    return raw
