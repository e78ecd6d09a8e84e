"""A digest of the rows of a table, which is the same on both databases and in any order of the rows."""

from __future__ import annotations

import hashlib

MODULUS = 2**256


class TableDigest:
    """Adds up the SHA-256 of each row's line of JSON; `rows` is how many there are."""

    def __init__(self) -> None:
        self.rows, self._sum = 0, 0

    def add(self, line: bytes) -> None:
        """Adds a row, as Table.line writes it."""
        self.rows += 1
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(line).digest())) % MODULUS

    def hexdigest(self) -> str:
        """Returns the digest of the rows added so far, as 64 hex digits."""
        return f"{self._sum:064x}"
