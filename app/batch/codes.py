"""The codes that a batch made."""

from app.batch.models import Batch
from app.qr.models import QrCode

AT_ONCE = 50  # codes read at once: others have a turn in between


async def codes_of(batch: Batch) -> list[tuple[int, QrCode]]:
    """The line and the code of each row that was made and is still there."""
    ids = {code: line for line, code in batch.codes}
    asked, found = list(ids), list[QrCode]()
    for at in range(0, len(asked), AT_ONCE):
        some = QrCode.filter(id__in=asked[at:at + AT_ONCE], deleted_at=None)
        found += await some.prefetch_related("name", "logo", "link")
    return sorted(((ids[str(code.id)], code) for code in found), key=lambda one: one[0])
