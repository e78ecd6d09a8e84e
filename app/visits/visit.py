"""A visit: one person following one link, as far as we keep it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    CLICK = "click"
    SCAN = "scan"


@dataclass(frozen=True, slots=True)
class Visit:
    """`link_id` was followed at `at`. Nothing here says by whom."""

    link_id: UUID
    kind: Kind
    at: datetime
