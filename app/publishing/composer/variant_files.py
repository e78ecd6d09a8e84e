"""The files of a variant in the composer's form: its own choice and order of the files of the post.

On the tab of all, the fields are those of app/publishing/files/form_fields.py. On the tab of a variant, `use` is the id
of a file that is published there, once for each, in their order; the buttons `use-do` with `up <id>` and `down <id>`
move one.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from werkzeug.datastructures import MultiDict

from app.publishing.files.form_fields import read_fields
from app.publishing.posts.drafts import Draft

USE, USE_DO = "use", "use-do"


def read_files(draft: Draft, tab: UUID | None, values: MultiDict[str, str]) -> Draft:
    """Returns the draft with the files of a form: those of the post, or on a variant's tab its choice among them.

    All files in the post's order are no choice of its own. Without the marker `media` the draft stays as it is.
    """
    if "media" not in values:
        return draft
    if tab is None:
        fields = read_fields(values)
        return replace(draft, media={id: fields.alts.get(id, "") for id in fields.ids})
    used = [id for id in dict.fromkeys(values.getlist(USE)) if id in draft.media]
    own = move_id(used, values.get(USE_DO, ""))
    variant = replace(draft.variants[tab], media=None if own == list(draft.media) else own)
    return replace(draft, variants={**draft.variants, tab: variant})


def move_id(ids: list[str], act: str) -> list[str]:
    """Returns ids after `up <id>` or `down <id>`."""
    verb, _, id = act.partition(" ")
    if id not in ids or verb not in {"up", "down"}:
        return ids
    place = max(0, ids.index(id) + (1 if verb == "down" else -1))
    rest = [each for each in ids if each != id]
    return [*rest[:place], id, *rest[place:]]
