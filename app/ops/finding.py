"""What a check of `kliqs doctor` reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check; `ok` is False for a fault."""

    says: str
    ok: bool = True
