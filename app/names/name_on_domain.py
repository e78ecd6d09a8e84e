"""The key of a name in tables, caches and notifications. The same word may be a name on each domain."""

from typing import NamedTuple, Self

INSTALLATION = 0  # the domain of the installation itself, and the only one so far


class NameKey(NamedTuple):
    """A folded name and the number of the domain on which it is one."""

    domain: int
    folded: str

    @classmethod
    def from_notification(cls, payload: str) -> Self:
        """Returns the key in a notification of PostgreSQL: `promo` on the installation's domain, `7/promo` on another.

        So processes of a version without domains, which may still run during an update, understand those of theirs.
        """
        domain, _, folded = payload.rpartition("/")
        return cls(int(domain or INSTALLATION), folded)
