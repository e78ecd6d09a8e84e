"""The files in the form of a post: which ones, in which order, with which alternative texts.

Field names: `file` is the id of a file, repeated for each file in their order; `alt-<id>` is its alternative text.
Without scripts the buttons `files-do` with `up <id>`, `down <id>` and `remove <id>` submit the form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from werkzeug.datastructures import MultiDict

from app.kernel.text import storable
from app.publishing.files.post_file import PostFile

FILE, DO, ALT = "file", "files-do", "alt-"
MOST_FILES, MOST_ALT = 35, 1500  # files of a post (TikTok's photos), characters
FILE_FIELDS = "files"  # the field of the files that are chosen, where there is no script


@dataclass(frozen=True, slots=True)
class FileFields:
    """The ids of the files of a form in their order, their alternative texts by id, and whether a button moved them."""

    ids: list[str]
    alts: dict[str, str]
    moved: bool = False


class AttachedFile(NamedTuple):
    """A file of a post with its alternative text there, for templates/publishing/_files.html."""

    file: PostFile
    alt: str


def read_fields(form: MultiDict[str, str]) -> FileFields:
    """Reads the files of a submitted form, after the button that moved or removed one of them."""
    ids = list(dict.fromkeys(form.getlist(FILE)))[:MOST_FILES]
    act, _, id = form.get(DO, "").partition(" ")
    moved = id in ids and act in {"up", "down", "remove"}
    if moved:
        at = ids.index(id)
        ids.remove(id)
        if act != "remove":
            ids.insert(max(0, at - 1) if act == "up" else at + 1, id)
    alts = {id: storable(form.get(f"{ALT}{id}", ""))[:MOST_ALT] for id in ids}
    return FileFields(ids, alts, moved)


async def attached_files(account_id: UUID, ids: Sequence[str], alts: Mapping[str, str]) -> list[AttachedFile]:
    """Returns the account's files among these ids, in their order, with their alternative texts; unknown ids are left
    out.
    """
    rows = await PostFile.by_id(account_id, ids)
    return [AttachedFile(rows[id], alts.get(id, rows[id].alt)) for id in ids if id in rows]
