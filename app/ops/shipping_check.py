"""What `kliqs doctor` says of journals that are shipped to the storage of files."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator

from app.kernel.config import Config
from app.kernel.open_storage import storage_of
from app.ops.counts import count_of
from app.ops.finding import Finding
from app.visits.recording.shipped_piece import ShippedPiece, by_journal, pieces_in

LATE = 900.0  # seconds


async def check_shipping(config: Config) -> AsyncGenerator[Finding]:
    """Yields how much was shipped and waits for the database, and whether the storage can protect from a lost disk."""
    storage, ships = storage_of(config), config.journal_sync == "ship"
    try:
        pieces = await asyncio.to_thread(pieces_in, storage)
    except OSError:  # of which check_storage speaks
        return
    if ships and not storage.remote:
        yield Finding(
            f"Journals are shipped to {storage.title}/shipped: that helps when the disk is lost only if other machines "
            "share this folder. Otherwise set KLIQS_STORAGE_URL."
        )
    if pieces:
        yield _waiting(pieces)
    elif ships:
        yield Finding("Journals are shipped; nothing waits in the storage.")


def _waiting(pieces: list[ShippedPiece]) -> Finding:
    """What is said of pieces that wait; they are a fault when the oldest is LATE."""
    size = count_of(sum(piece.size for piece in pieces), "byte", "bytes")
    says = f"{size} of visits of {count_of(len(by_journal(pieces)), 'journal', 'journals')} wait in the storage"
    age = time.time() - min(piece.stored_at for piece in pieces)
    if age < LATE:
        return Finding(f"{says}, as is usual while visits come or a machine was lost.")
    minutes = count_of(int(age // 60), "minute", "minutes")
    return Finding(f"{says}, the oldest for {minutes}: kliqs visits ingest takes them in, or says why not.", False)
