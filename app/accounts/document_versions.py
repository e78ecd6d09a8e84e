"""The versions of the legal documents that people agree to when they sign up; their texts are in app/legal/texts.

A changed text needs a new version: a test compares each document's text with the digest of its newest version.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.kernel.refusal import N_


class Version(NamedTuple):
    """A version of a document: `on` is the day it takes effect, `what` its changes, `digest` that of its texts.

    The digest covers the texts in all languages.
    """

    on: date
    what: str
    digest: str


VERSIONS: dict[str, tuple[Version, ...]] = {  # newest first
    "privacy": (Version(date(2026, 11, 21), N_("The first version."), "ddc7c774a85f"),),
    "terms": (Version(date(2026, 11, 21), N_("The first version."), "3da3ce6cec60"),),
    "cookies": (Version(date(2026, 11, 21), N_("The first version."), "0d52ea3c1b11"),),
    "acceptable-use": (Version(date(2026, 11, 21), N_("The first version."), "c6868dfdf3d9"),),
    "processors": (Version(date(2026, 11, 21), N_("The first version."), "c7fa28663348"),),
}


def newest_date() -> str:
    """The date of the newest version of any document, as ISO 8601: `2026-11-21`."""
    return max(versions[0].on for versions in VERSIONS.values()).isoformat()


def changed_documents(seen: str) -> list[str]:
    """The documents with a version newer than the date `seen`; all of them for an empty date."""
    return [name for name, versions in VERSIONS.items() if versions[0].on.isoformat() > seen]
