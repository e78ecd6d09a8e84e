"""What people agree to who sign up: the legal documents and the versions they had. Their texts are in app/legal/texts.

A changed text needs a new version: a test holds each document's words against the digest of its newest one.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.kernel.refusal import N_


class Version(NamedTuple):
    """`on` is the day from which it holds, `what` says what is new in it, `digest` is of its words in all languages."""

    on: date
    what: str
    digest: str


VERSIONS: dict[str, tuple[Version, ...]] = {  # newest first
    "privacy": (Version(date(2026, 11, 21), N_("The first version."), "7b0653f5c47b"),),
    "terms": (Version(date(2026, 11, 21), N_("The first version."), "3e7fcd81c951"),),
    "cookies": (Version(date(2026, 11, 21), N_("The first version."), "bbf109d6986d"),),
    "acceptable-use": (Version(date(2026, 11, 21), N_("The first version."), "c6868dfdf3d9"),),
    "processors": (Version(date(2026, 11, 21), N_("The first version."), "df1305584200"),),
}


def newest() -> str:
    """The day of the newest version of any document: `2026-11-21`."""
    return max(versions[0].on for versions in VERSIONS.values()).isoformat()


def changed(seen: str) -> list[str]:
    """The documents with a version newer than the day an account has seen; all of them for one that saw none."""
    return [name for name, versions in VERSIONS.items() if versions[0].on.isoformat() > seen]
