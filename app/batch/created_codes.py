"""Loads the codes that a batch created."""

from app.batch.models import Batch
from app.qr.models import QrCode

CHUNK_SIZE = 50  # codes in one query; other tasks run between queries


async def load_codes(batch: Batch) -> list[tuple[int, QrCode]]:
    """The line and the code of each created row whose code still exists."""
    lines_by_id = {code: line for line, code in batch.codes}
    ids, codes = list(lines_by_id), list[QrCode]()
    for start in range(0, len(ids), CHUNK_SIZE):
        chunk = QrCode.filter(id__in=ids[start : start + CHUNK_SIZE], deleted_at=None)
        codes += await chunk.prefetch_related("name", "logo", "link")
    return sorted(((lines_by_id[str(code.id)], code) for code in codes), key=lambda pair: pair[0])
